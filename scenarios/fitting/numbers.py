"""Numbers as people write them: ``1,234.50``, ``1.234,50``, ``(12.00)``, ``¥19.90``, ``2 550,00 kr``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

_KEPT = re.compile(r"[^0-9.,()\-−]")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


class Numbers(NamedTuple):
    """Texts read as numbers."""

    values: np.ndarray
    """float64; NaN where a text is no number."""
    decimal: str
    """The decimal mark they were read with."""


def read_numbers(texts: Sequence[str]) -> Numbers:
    """Read the different texts of one column, all with one decimal mark."""
    stripped = [_KEPT.sub("", text).strip(".") if text.strip().endswith(".") else _KEPT.sub("", text) for text in texts]
    decimal = decimal_mark(stripped)
    return Numbers(np.array([_value(text, decimal) for text in stripped], dtype=np.float64), decimal)


def decimal_mark(texts: Sequence[str]) -> str:
    """``,`` or ``.``: the mark that stands last where both occur, else the one that parts other than three digits."""
    votes = {",": 0, ".": 0}
    for text in texts:
        comma, point = text.rfind(","), text.rfind(".")
        if comma >= 0 and point >= 0:
            votes["," if comma > point else "."] += 3
        elif comma >= 0 or point >= 0:
            mark, place = (",", comma) if comma >= 0 else (".", point)
            once = text.count(mark) == 1
            votes[mark] += once and len(text.rstrip(")")) - place - 1 != 3
    return "," if votes[","] > votes["."] else "."


def _value(text: str, decimal: str) -> float:
    other = "." if decimal == "," else ","
    plain = text.replace(other, "").replace(decimal, ".").replace("−", "-")
    if plain.startswith("(") and plain.endswith(")"):
        plain = "-" + plain[1:-1]
    if plain.endswith("-"):
        plain = "-" + plain[:-1]
    return float(plain) if _NUMBER.fullmatch(plain) else float("nan")
