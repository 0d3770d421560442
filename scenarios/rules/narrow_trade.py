"""The rows about the trade around a parcel that one scenario can touch."""

from __future__ import annotations

from typing import Any

from sandbox.kernel.rulebook import RuleBook

HOME = "CN"


def trade_rows(book: RuleBook, countries: set[str], last: int) -> dict[str, tuple[Any, ...]]:
    """Fields of *book* for :func:`msgspec.structs.replace`: only rows of *countries* that begin by day *last*.

    Peaks are kept to the end of the table: who plans a season looks ahead of it.
    """
    places = {book.country(code).territory for code in countries} | countries | {HOME, "any"}

    def kept(rows: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(row for row in rows if row.country in places and row.effective_from <= last)

    return {
        "peaks": tuple(row for row in book.peaks if row.country in places),
        "certificate_rules": kept(book.certificate_rules),
        "tax_registrations": kept(book.tax_registrations),
        "export_modes": tuple(row for row in book.export_modes if row.effective_from <= last),
        "return_rights": kept(book.return_rights),
        "monitoring_rules": kept(book.monitoring_rules),
        "fulfilment_fees": kept(book.fulfilment_fees),
        "buyer_quotas": kept(book.buyer_quotas),
    }
