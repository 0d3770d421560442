"""Selling points that are true of any honest product: what it is, what to look at, what to ask. Nothing is claimed."""

from __future__ import annotations

from typing import Any

from scenarios.fitting.catalogue import Item

_LOOK = {
    "home": ("Look at size, material and finish; then think where it would stand.",
             "看看尺寸、材质和做工，再想想家里放哪儿合适。"),
    "apparel": ("Look at cut, seams and fabric; the size table is in the description.",
                "看版型、走线和面料，尺码表在详情页。"),
    "beauty": ("Look at texture and pack; the full list of ingredients is in the description.",
               "看质地和包装，全部成分写在详情页。"),
    "e_accessory": ("Look at plugs, buttons and cable; compare them with your own device.",
                    "看接口、按键和线材，和自己的设备对一对。"),
    "toys": ("Look at parts and size; the age it is made for is in the description.",
             "看零件和大小，适用年龄写在详情页。"),
    "sports": ("Look at grip, seams and size; then think how you would use it.",
               "看握感、缝线和尺寸，再想想自己怎么用。"),
    "pet": ("Look at size and fastening; measure your animal before you choose.",
            "看尺寸和扣件，下单前先给宠物量一量。"),
    "jewellery": ("Look at clasp and surface; the materials are in the description.",
                  "看扣头和表面，材质写在详情页。"),
}


def points_for(item: Item, names: dict[str, str]) -> list[dict[str, Any]]:
    """Five points, one for each phase of a pitch in which something is said about the product."""
    look_en, look_zh = _LOOK[item.goods.category]
    kind_en, kind_zh = item.goods.en, item.goods.zh
    said = (
        ("what-it-is", "hook", f"Next on the table: {names['en']}.", f"接下来看这一款：{names['zh']}。"),
        ("who-for", "pain", f"If you have been looking for {_article(kind_en)}, take a close look at this one.",
         f"想买{kind_zh}的朋友，可以仔细看看这一款。"),
        ("look-close", "demo", look_en, look_zh),
        ("ask-first", "trust", "If something is not clear, ask now, before you order.",
         "有不清楚的地方，下单前尽管问。"),
        ("price-shown", "offer", "Price and delivery fee are both shown before you pay.",
         "付款前，价格和运费都看得到。"),
    )
    return [{"id": key, "phase": phase, "text": {"en": en, "zh": zh}} for key, phase, en, zh in said]


def _article(noun: str) -> str:
    if noun.endswith("s"):
        return noun
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"
