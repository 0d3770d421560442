"""Forbidden claims by their wording, for three languages: data, not code.

Patterns are regular expressions over lower-case text. Latin ones are matched at word boundaries, Chinese ones anywhere.
A claim is what a platform's rule table would flag by its wording alone; whether a number is true the room decides
itself (``ClaimScarcity``).
"""

from __future__ import annotations

CLAIMS: dict[str, dict[str, tuple[str, ...]]] = {
    "absolute": {
        "en": (
            r"the best",
            r"best (?:in|of|on) the (?:world|market|planet)",
            r"number one",
            r"no\. ?1",
            r"#1",
            r"perfect",
            r"100 ?% (?:safe|effective|guaranteed|satisf\w+)",
            r"(?:guaranteed|(?:i|we)(?: can)? guarantee)(?! (?:that )?you(?:'ll| will)? (?:love|like|enjoy))",
            r"the (?:only|ultimate)",
            r"unbeatable",
            r"world'?s (?:best|first|finest|greatest)",
            r"never breaks?",
            r"lasts? forever",
        ),
        "zh": (
            r"最(?:好|佳|强|优|高级|先进|安全|便宜|低价|牛|顶级)",
            r"第一(?!次|个|步|天|时间|批|款)",
            r"国家级",
            r"世界级",
            r"顶级",
            r"绝对",
            r"百分之?百",
            r"100 ?%(?:有效|安全|满意|正品)",
            r"独一无二",
            r"史无前例",
            r"永不",
            r"万能",
        ),
        "de": (
            r"d(?:er|ie|as) (?:aller)?beste[nrs]?",
            r"nummer eins",
            r"nr\. ?1",
            r"garantiert",
            r"hundertprozentig\w*",
            r"unschlagbar\w*",
            r"perfekte?[nrs]?",
            r"einzigartig\w*",
            r"hält ewig",
        ),
    },
    "medical": {
        "en": (
            r"cures?",
            r"heals?",
            r"treats? (?:acne|pain|arthritis|eczema|insomnia|disease\w*)",
            r"relieves? (?:pain|stress|arthritis)",
            r"anti-?inflammatory",
            r"lowers? (?:your )?blood pressure",
            r"detox\w*",
            r"boosts? (?:your )?immun\w+",
            r"doctor[- ]approved",
            r"prevents? (?:cancer|disease\w*|illness)",
        ),
        "zh": (
            r"治疗",
            r"治愈",
            r"治好",
            r"根治",
            r"疗效",
            r"消炎",
            r"降血[压糖脂]",
            r"抗癌",
            r"防癌",
            r"排毒",
            r"提高免疫力",
            r"药用",
            r"止痛",
            r"助眠",
        ),
        "de": (
            r"heilt",
            r"heilung",
            r"lindert (?:den |die |ihre )?(?:schmerz\w*|stress)",
            r"entzündungshemmend\w*",
            r"senkt (?:den )?blutdruck",
            r"gegen (?:krebs|akne|schmerzen|schlaflosigkeit)",
            r"stärkt das immunsystem",
            r"entgift\w+",
        ),
    },
    "origin": {
        "en": (
            r"made in (?:germany|italy|japan|france|switzerland|the usa|america|korea)",
            r"swiss made",
            r"(?:german|italian|japanese|french|swiss) (?:made|made quality|craftsmanship|factory)",
            r"imported from (?:germany|italy|japan|france|switzerland)",
        ),
        "zh": (r"(?:德国|日本|意大利|法国|瑞士|美国|韩国)(?:制造|原装|进口|生产|工艺)", r"原装进口", r"纯进口"),
        "de": (
            r"made in germany",
            r"hergestellt in (?:deutschland|italien|japan|frankreich|der schweiz)",
            r"(?:deutsche|italienische|japanische|schweizer) (?:herstellung|wertarbeit|produktion|fertigung)",
        ),
    },
    "false_discount": {
        "en": (
            r"lowest price (?:ever|in history|anywhere|on the internet)",
            r"cheaper than anywhere",
            r"below (?:our )?cost",
            r"(?:we are|i am|we're|i'm) losing money",
            r"factory price",
            r"90 ?% off",
        ),
        "zh": (r"(?:史上|历史|全网|全球)最低", r"亏本", r"跳楼价", r"赔钱", r"出厂价", r"成本价", r"骨折价"),
        "de": (
            r"(?:tiefster|niedrigster) preis (?:aller zeiten|überhaupt|im internet)",
            r"unter (?:dem )?selbstkosten\w*",
            r"billiger als überall",
            r"90 ?% rabatt",
            r"(?:zum )?fabrikpreis",
        ),
    },
    "false_scarcity": {
        "en": (
            r"never (?:again|be back|come back)",
            r"last chance ever",
            r"gone forever",
            r"once in a lifetime",
            r"(?:will|it'll) never (?:be|come) (?:back|again)",
        ),
        "zh": (
            r"最后一次机会",
            r"再也(?:没有|不会)",
            r"仅此一次",
            r"以后(?:都)?没有了",
            r"错过(?:今天|这次)?就?再?没有?了",
        ),
        "de": (r"nie wieder", r"(?:aller)?letzte chance", r"kommt nicht wieder", r"für immer weg"),
    },
    "off_platform": {
        "en": (
            r"whatsapp",
            r"telegram",
            r"wechat",
            r"paypal me",
            r"pay me directly",
            r"(?:text|call|message) me (?:at|on)",
            r"my (?:own )?website",
            r"outside (?:of )?(?:the|this) (?:app|platform)",
            r"bank transfer",
        ),
        "zh": (
            r"加(?:我)?(?:微信|微|v|薇)",
            r"微信号",
            r"私下(?:转账|交易|付款)",
            r"转(?:我)?支付宝",
            r"转账给我",
            r"银行转账",
            r"站外",
        ),
        "de": (
            r"whatsapp",
            r"telegram",
            r"außerhalb der (?:app|plattform)",
            r"überweis\w+",
            r"(?:auf )?meine(?:r)? webs(?:e)?ite",
        ),
    },
}
"""Forbidden claims by class and language."""

NEGATIONS = {
    "en": r"\b(?:not|isn't|aren't|wasn't|doesn't|don't|won't|never|no|cannot|can't)(?: (?:really|actually|even|all))?",
    "zh": r"(?:不|没有|并非|不是|不能|无法|不会)(?:在)?",
    "de": r"\b(?:nicht|kein\w*|nie|weder)(?: (?:wirklich|ganz))?",
}
"""Right before a claim they take it back, in whichever language: *not made in Germany* is a claim in two."""
