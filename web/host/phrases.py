"""Words by which the analyser knows what a text does, in English, German and Chinese. Teaching values, to be discussed.

A phrase is a regular expression over lower-case text; a leading space in a Latin phrase means the start of a word.
"""

from __future__ import annotations

CLAIMS = {
    "absolute": (
        r" (the )?best (in|on|of)\b| number one\b| no\. ?1\b|#1\b| guaranteed\b|100 ?%| cheapest\b| perfect\b",
        r" nummer eins\b| garantiert\b| das beste\b| billigste",
        r"最好的|第一品牌|全网最低|绝对|百分之百|顶级|国家级|永久",
    ),
    "medical": (
        r" cures?\b| heals?\b| treats? (your|the|any)\b| pain relief\b| doctors? recommend",
        r" heilt\b| lindert\b| ärztlich empfohlen",
        r"治疗|治愈|根治|消炎|止痛|药效|疗效",
    ),
    "origin": (
        r" made in (germany|italy|france|japan|the usa|usa|america)\b",
        r" in (deutschland|italien|frankreich) hergestellt",
        r"(德国|美国|日本|意大利|法国)(制造|生产)|原装进口",
    ),
    "false_discount": (
        r" lowest price ever\b| never been cheaper\b| half the (shop|store|retail) price\b",
        r" nie günstiger\b| halber ladenpreis",
        r"史上最低|从未有过的价格|专柜价的一半",
    ),
    "false_scarcity": (
        r" last chance ever\b| never again\b| only today and never\b",
        r" nie wieder\b| letzte chance",
        r"错过再等一年|最后一次|以后再也没有",
    ),
    "off_platform": (
        r" whatsapp\b| wechat\b| telegram\b| my website\b| pay me directly\b",
        r" meine webseite\b| direkt an mich überweisen",
        r"加微信|加我|私下转账|站外",
    ),
}
GREETS = (
    r" hello\b| hi\b| hey\b| welcome\b| good (morning|evening|afternoon)\b| dear\b",
    r" hallo\b| willkommen\b| guten (tag|abend|morgen)\b| liebe[r]?\b| sehr geehrte",
    r"你好|您好|大家好|欢迎|亲爱的|亲，",
)
APOLOGISES = (
    r" sorry\b| apolog| regret\b",
    r" entschuldig| tut (uns|mir) leid\b| bedauern",
    r"抱歉|对不起|不好意思|致歉",
)
EXPLAINS = (
    r" because\b| due to\b| the reason\b| since (the|your|our)\b",
    r" weil\b| wegen\b| der grund\b| aufgrund",
    r"因为|由于|原因是",
)
BLAMES = (
    r" your (own )?fault\b| you should have\b| you did not read\b| you entered\b",
    r" ihr fehler\b| ihre schuld\b| sie hätten",
    r"你自己|是您的问题|您填错|怪你|怪您",
)
DAYS = (
    r" (?:within|in) (\d{1,2}) (?:working |business )?days?\b",
    r" (?:innerhalb von|in) (\d{1,2}) (?:werk)?tagen\b",
    r"(\d{1,2}) ?(?:个工作日|天)(?:内|之内|左右)",
)
ANSWERS = {
    "price": (r" price\b| costs?\b| dollars?\b|\$", r" preis\b| kostet\b| euro\b|€", r"价格|多少钱|优惠|元"),
    "shipping": (r" ship| deliver| arrive", r" versand| liefer", r"发货|物流|几天|运费|快递"),
    "spec": (
        r" size\b| material\b| colou?r\b| watt| battery\b",
        r" größe\b| material\b| farbe\b",
        r"尺寸|材质|颜色|电池|容量",
    ),
    "doubt": (r" returns?\b| warranty\b| refund", r" rückgabe\b| garantie\b| erstatt", r"退货|质保|保修|七天"),
    "sold_out": (r" restock| more stock\b| available\b", r" wieder da\b| verfügbar", r"补货|上架|库存"),
}
GERMAN = r" (und|der|die|das|ist|nicht|wir|sie|für|mit|ein|eine|auch|bitte)\b|[äöüß]"
_COMMON = """this that with from your have will which they them than then into over only just very more most when
what where about there their these those been were does"""
COMMON = frozenset(_COMMON.split())
"""Words that say nothing about a product."""
