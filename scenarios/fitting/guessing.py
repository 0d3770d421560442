"""What kind of goods a name means: the words of ``goods.csv``, the last one in the name first ("cake tin", not "cake").

The guess gives category, heading, drawing and parcel size; each carries how sure it is, and a scenario lists every
guess, so that somebody who knows the goods can put it right.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path
from typing import Literal

from msgspec import Struct, structs

from sandbox.kernel.rule_lookup import UnknownRuleError
from sandbox.kernel.rulebook import RuleBook

TABLE = Path(__file__).with_name("goods.csv")
FALLBACK = {
    "home": "392490", "apparel": "420222", "beauty": "330499", "e_accessory": "854442", "toys": "950300",
    "sports": "950691", "pet": "420100", "jewellery": "711719",
}
"""A heading of each category that every tariff in the tables answers with a percentage."""


class Goods(Struct, frozen=True, kw_only=True):
    """What a product seems to be."""

    en: str
    """The noun, ``mug``."""
    zh: str
    category: str
    hs6: str
    drawing: str
    grams: int
    volume_cm3: int
    sure: Literal["head", "inside", "none"]
    """``head``: the name ends in the word; ``inside``: the word stands somewhere; ``none``: no word is known."""


UNKNOWN_GOODS = Goods(en="article", zh="商品", category="home", hs6="392490", drawing="box", grams=400, volume_cm3=2000,
                      sure="none")


@cache
def _words() -> tuple[tuple[str, re.Pattern[str], Goods], ...]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = []
    for row in rows:
        words = row["word"].split("|")
        for word in words:
            goods = Goods(en=words[0], zh=row["zh"], category=row["category"], hs6=row["hs6"], drawing=row["drawing"],
                          grams=int(row["grams"]), volume_cm3=int(row["volume_cm3"]), sure="inside")
            border = r"(?<![a-z])" if word.isascii() else ""
            end = r"(?:e?s)?(?![a-z])" if word.isascii() else ""
            found.append((word, re.compile(border + re.escape(word.lower()) + end), goods))
    return tuple(found)


def guess_goods(name: str) -> Goods:
    """The goods that *name* means: of all known words in it the one that ends last, the longest of those."""
    text = name.lower()
    hits = [(hit.end(), len(word), goods) for word, pattern, goods in _words() for hit in pattern.finditer(text)]
    if not hits:
        return UNKNOWN_GOODS
    end, _, goods = max(hits, key=lambda hit: hit[:2])
    return structs.replace(goods, sure="head" if end == len(text.rstrip()) else "inside")


def with_rate(goods: Goods, countries: list[str], rules: RuleBook) -> tuple[Goods, bool]:
    """The goods under a heading that every country's tariff answers, and whether it had to be changed."""
    for country in countries:
        try:
            rules.duty(country, goods.hs6, rules.on, category=goods.category)
        except UnknownRuleError:
            return structs.replace(goods, hs6=FALLBACK[goods.category]), True
    return goods, False
