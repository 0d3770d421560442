"""Countries and currencies as files name them, against the ones the simulator has rules for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from sandbox.kernel.rulebook import RuleBook

OTHER = "other"
"""Every country without rules, and every country with too few buyers to be shown."""
UNKNOWN = ""
_ALIASES = {
    "GB": "uk greatbritain england scotland wales northernireland unitedkingdomofgreatbritainandnorthernireland gbr",
    "US": "usa unitedstatesofamerica america amerika usamerica vereinigtestaaten etatsunis estadosunidos",
    "DE": "deutschland allemagne alemania deu ger germania",
    "FR": "frankreich francia fra",
    "JP": "jpn nippon nihon japon",
    "AU": "aus australien",
    "BR": "bra brasil brasilien",
    "MX": "mex mexico",
    "SA": "ksa sau kingdomofsaudiarabia saudi 沙特",
    "AE": "uae are emirates unitedarabemirates 阿联酋迪拜 迪拜",
    "TH": "tha thailande",
}
_SIGNS = {"£": "GBP", "€": "EUR", "$": "USD", "¥": "CNY", "￥": "CNY", "r$": "BRL", "฿": "THB", "元": "CNY",
          "人民币": "CNY", "rmb": "CNY", "美元": "USD", "欧元": "EUR", "英镑": "GBP", "日元": "JPY"}
_NOWHERE = frozenset({"", "unspecified", "unknown", "na", "none", "null", "未知"})


def plain(name: str) -> str:
    """A place without capitals, accents' neighbours and marks, for comparing."""
    return re.sub(r"[\W_]+", "", name.casefold())


def country_table(rules: RuleBook) -> dict[str, str]:
    """Every spelling we know to its code, for the countries whose shoppers are simulated."""
    table: dict[str, str] = {}
    for row in (row for row in rules.countries if row.shoppers_per_day):
        for name in (row.code, row.name_en, row.name_zh, *_ALIASES.get(row.code, "").split()):
            table[plain(name)] = row.code
    return table


def read_countries(texts: Iterable[str], table: Mapping[str, str]) -> list[str]:
    """Code, :data:`OTHER` or :data:`UNKNOWN` for each text."""
    words = [plain(text) for text in texts]
    return [UNKNOWN if word in _NOWHERE else table.get(word, OTHER) for word in words]


def read_currency(text: str) -> str:
    """``£``, ``gbp`` or ``英镑`` as ``GBP``; empty if nothing is said."""
    word = text.strip()
    return _SIGNS.get(word.casefold(), word.upper() if re.fullmatch(r"[A-Za-z]{3}", word) else "")
