"""Names of products in two languages, and codes for them, with nothing in them that could be a person's."""

from __future__ import annotations

import re

from scenarios.fitting.guessing import Goods

_PERSONAL = re.compile(
    r"[\w.+-]+@[\w-]+(\.[\w-]+)+"  # an e-mail address
    r"|(?:\+|00)?\d[\d\s().-]{7,}\d"  # a telephone number
    r"|https?://\S+|www\.\S+"
    r"|\b(?:for|attn\.?|c/o)\s+(?:mr|mrs|ms|miss|dr)\b.*$",
    re.IGNORECASE,
)
LONGEST = 80
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def clean_name(text: str) -> str:
    """One line without addresses and numbers of people; capitals only where the name is not all capitals."""
    line = " ".join(_PERSONAL.sub(" ", text).split())[:LONGEST].strip(" -,;:")
    if line.isupper() and line.isascii():
        line = line[:1] + line[1:].lower()
    return line


def both_names(text: str, goods: Goods) -> dict[str, str]:
    """The name in English and Chinese; where one language is missing, the noun of the goods stands before the name."""
    name = clean_name(text) or goods.en
    if _CHINESE.search(name):
        return {"en": f"{goods.en.capitalize()} ({name})", "zh": name}
    return {"en": name, "zh": f"{goods.zh}（{name}）"}


def product_codes(skus: list[str]) -> list[str]:
    """A code for each sku in the spelling of scenarios, all different."""
    codes: list[str] = []
    for sku in skus:
        plain = re.sub(r"[^a-z0-9_.-]+", "-", _PERSONAL.sub(" ", sku).lower()).strip("-._")[:36] or "item"
        code, number = plain, 1
        while code in codes:
            number += 1
            code = f"{plain}-{number}"
        codes.append(code)
    return codes
