"""Books and tables for the tests of the rule tables."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sandbox.kernel.rulebook import RuleBook
from scenarios.rules.tables import load_rules

FIRST = date(2024, 1, 1)
VAT_HEADER = "country,kind,ppm,effective_from,effective_to,source,licence,confidence,note"
VAT_ROW = "DE,standard,190000,2021-01-01,,some law,MIT,H,"


def every_rule() -> RuleBook:
    """A book that begins early enough to hold both sides of every change."""
    return load_rules(FIRST)


def october() -> RuleBook:
    """The book of a class that begins on 20 October 2025."""
    return load_rules(date(2025, 10, 20))


def a_table(folder: Path, *rows: str, header: str = VAT_HEADER) -> Path:
    """A VAT table of these lines."""
    path = folder / "vat_rates.csv"
    path.write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
    return path
