"""Words and patterns by which the analyser recognises things, by language: data, not code.

Patterns are regular expressions over lower-case text. Latin ones are matched at word boundaries, Chinese ones anywhere.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _pairs(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in text.split():
        word, _, meaning = pair.partition("=")
        found[word] = meaning
    return found


GREETINGS = {
    "en": (
        r"hello",
        r"hi",
        r"hey",
        r"welcome",
        r"good (?:evening|morning|afternoon)",
        r"nice to see you",
        r"(?<!oh )dear",
    ),
    "zh": (
        r"欢迎",
        r"大家好",
        r"你好",
        r"您好",
        r"晚上好",
        r"早上好",
        r"下午好",
        r"宝宝们",
        r"家人们",
        r"朋友们",
        r"亲爱的",
        r"亲，",
    ),
    "de": (
        r"hallo",
        r"hi",
        r"willkommen",
        r"guten (?:abend|morgen|tag)",
        r"moin",
        r"servus",
        r"grüß\w*",
        r"sehr geehrte[rs]?",
        r"(?<!ich )liebe[rs]?",
    ),
}

ADDRESSES = {
    "en": (
        r"(?:you|someone|somebody|\w+) (?:asks?|asked|is asking|wants? to know)",
        r"your question",
        r"to answer",
        r"good question",
        r"i see (?:a|the|your) (?:question|comment)",
    ),
    "zh": (
        r"有(?:人|朋友|宝宝|姐妹)问",
        r"(?:你|您)问",
        r"问(?:到|的是|一下)",
        r"这位(?:朋友|宝宝|姐妹)?",
        r"回答(?:一下)?",
        r"评论区",
    ),
    "de": (
        r"(?:du|jemand|ihr|\w+) (?:fragst|fragt|hat gefragt)",
        r"(?:deine|eure|die) frage",
        r"gute frage",
        r"wurde gefragt",
    ),
}

APOLOGIES = {
    "en": (r"sorry", r"apolog\w+", r"regret"),
    "zh": (r"抱歉", r"对不起", r"不好意思", r"歉意", r"致歉"),
    "de": (r"(?:es )?tut (?:mir|uns) leid", r"entschuldig\w+", r"bedauer\w+", r"verzeih\w+"),
}

EXPLANATIONS = {
    "en": (
        r"because",
        r"due to",
        r"the reason",
        r"since (?:the|your|customs)",
        r"customs",
        r"that means",
        r"here is (?:why|how)",
    ),
    "zh": (r"因为", r"由于", r"原因", r"所以", r"海关", r"导致", r"意思是"),
    "de": (r"weil", r"wegen", r"aufgrund", r"der grund", r"denn", r"zoll\w*", r"das heißt", r"deshalb"),
}

BLAMES = {
    "en": (
        r"(?<!not )your (?:own )?fault",
        r"you entered",
        r"you should have",
        r"you (?:didn't|did not|failed|forgot)",
        r"not our (?:fault|problem)",
        r"as (?:i|we) (?:already )?(?:said|told)",
        r"read the description",
    ),
    "zh": (
        r"你自己",
        r"[你您]填错",
        r"(?<!不)怪[你您]",
        r"您自己的(?:问题|原因)",
        r"是你(?:的)?(?:错|问题)",
        r"不关我们",
        r"不是我们的(?:错|问题|责任)",
        r"你应该(?:早|先)",
        r"说过了",
    ),
    "de": (
        r"(?:deine|ihre|eure) (?:eigene )?schuld",
        r"ihr fehler",
        r"(?:du hättest|sie hätten)",
        r"nicht unser (?:fehler|problem)",
        r"wie (?:schon|bereits) gesagt",
        r"selbst schuld",
    ),
}

DAYS = {
    "en": (r"days?", r"weeks?"),
    "zh": (r"(?:个工作日|天|日内|日)", r"(?:周|个?星期)"),
    "de": (r"(?:werk)?tage?n?", r"wochen?"),
}
"""How days and weeks are said."""

NUMBERS = {
    "en": {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10},
    "zh": {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "十": 10},
    "de": {
        "ein": 1,
        "eine": 1,
        "einer": 1,
        "zwei": 2,
        "drei": 3,
        "vier": 4,
        "fünf": 5,
        "sechs": 6,
        "sieben": 7,
        "zehn": 10,
    },
}

STOP_WORDS = {
    "en": _words(
        """
        a about all an and are as at be because but by can do for from has have i in into is it its just of on one or
        our so that the their them then there these they this to very was we what when with without you your will here
        now look really
        """
    ),
    "de": _words(
        """
        aber alle als am auch auf aus bei das dem den der des die diese dieser dieses ein eine einen einer er es für
        haben hat hier ich ihr im in ist jetzt kein man mit nach nicht noch nur oder schon sehr sich sie sind so und
        uns von was wenn wie wir wird zu zum zur du dir
        """
    ),
}
"""Also how the two are told apart."""

GERMAN_TO_ENGLISH = _pairs(
    """
        akku=battery angebot=offer baumwolle=cotton bleibt=stays dicht=leak edelstahl=steel farben=colours
        garantie=warranty geld=money geschenk=gift gewicht=weight glas=glass größe=size hält=keeps heiß=hot hitze=heat
        holz=wood jahr=year jahre=years kabel=cable kalt=cold kaffee=coffee ladezeit=charge laden=charge leicht=light
        lieferung=delivery licht=light liter=litre minuten=minutes monat=month monate=months preis=price
        rabatt=discount reinigen=clean rückgabe=return rutschfest=slip sicher=safe silikon=silicone sparen=save
        spülmaschine=dishwasher stahl=steel stunden=hours tage=days tasche=bag tee=tea versand=shipping wasser=water
        wasserdicht=waterproof weich=soft zertifikat=certificate zurück=back
    """
)
"""Enough to recognise a selling point, which has texts in English and Chinese only, when it is said in German."""
