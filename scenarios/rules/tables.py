"""The rule tables of this folder as one :class:`RuleBook`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable
from datetime import date
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Any, TypeVar

from msgspec import structs

from sandbox.kernel.errors import ScenarioError
from sandbox.kernel.fx import FxPeg, FxRate, FxSeries, FxTable
from sandbox.kernel.rule_rows import (
    CarrierService,
    Category,
    CategoryDuty,
    Country,
    Dated,
    DutyRate,
    HourProfile,
    HsCode,
    HsSuccession,
    ImportRegime,
    PaymentMethod,
    PlatformFee,
    UtcOffset,
    VatRate,
    iso,
)
from sandbox.kernel.rule_rows_trade import (
    BuyerQuota,
    CalendarPeak,
    Certificate,
    ExportMode,
    FulfilmentFee,
    HsCategory,
    HsSynonym,
    MonitoringRule,
    Origin,
    RegimeName,
    ReturnRight,
    TaxRegistration,
)
from sandbox.kernel.rulebook import RuleBook
from sandbox.kernel.rulebook_trade import DIP_AFTER
from sandbox.kernel.tariff import Tariff
from scenarios.rules.reading import check_periods, read_table

D = TypeVar("D", bound=Dated)
FOLDER = Path(__file__).parent
TARIFFS = ("duty_rates_us.csv.gz", "duty_rates_eu.csv.gz", "duty_rates_gb.csv.gz")


def _vat_key(row: VatRate) -> tuple[str, ...]:
    """A country has one standard rate, and as many reduced ones as it likes."""
    return (row.country, row.kind) if row.kind == "standard" else (row.country, row.kind, str(row.ppm))


KEYS: dict[str, tuple[type[Dated], Callable[[Any], Hashable]]] = {
    "import_regimes.csv": (ImportRegime, attrgetter("id")),
    "category_duties.csv": (CategoryDuty, attrgetter("territory", "category")),
    "hs_successions.csv": (HsSuccession, attrgetter("hs2022", "hs2017")),
    "vat_rates.csv": (VatRate, _vat_key),
    "fx_pegs.csv": (FxPeg, attrgetter("currency")),
    "platform_fees.csv": (PlatformFee, attrgetter("profile", "country", "category", "price_from_minor")),
    "payment_methods.csv": (PaymentMethod, attrgetter("country", "method")),
    "carrier_services.csv": (CarrierService, attrgetter("service", "origin", "destination")),
    "countries.csv": (Country, attrgetter("code")),
    "categories.csv": (Category, attrgetter("code")),
    "hour_profiles.csv": (HourProfile, attrgetter("name")),
    "utc_offsets.csv": (UtcOffset, attrgetter("country")),
    "calendar_peaks.csv": (CalendarPeak, attrgetter("id")),
    "certificates.csv": (Certificate, attrgetter("country", "category", "code", "needs_battery")),
    "tax_registrations.csv": (TaxRegistration, attrgetter("country", "scheme")),
    "export_modes.csv": (ExportMode, attrgetter("mode")),
    "return_rights.csv": (ReturnRight, attrgetter("country")),
    "card_monitoring.csv": (MonitoringRule, attrgetter("country")),
    "fulfilment_fees.csv": (FulfilmentFee, attrgetter("profile", "country", "kind", "from_g", "month_from")),
    "hs_categories.csv": (HsCategory, attrgetter("prefix")),
    "hs_synonyms.csv": (HsSynonym, attrgetter("zh", "en")),
    "origins.csv": (Origin, attrgetter("code")),
    "regime_names.csv": (RegimeName, attrgetter("regime")),
    "buyer_quotas.csv": (BuyerQuota, attrgetter("country")),
    **{name: (DutyRate, attrgetter("territory", "code")) for name in TARIFFS},
}
"""Every dated table: the class of its rows, and the key for which only one row may hold at any one time."""


def load_rules(on: date, folder: Path = FOLDER) -> RuleBook:
    """Everything that is in force on day *on* or later.

    Raises:
        ScenarioError: a table is wrong; the message names file, line, column, what was expected and what came.
    """
    first = on.toordinal()

    def rows(name: str) -> tuple[Any, ...]:
        return _since(read_dated(name, folder), first)

    return RuleBook(
        on=first,
        countries=rows("countries.csv"),
        regimes=rows("import_regimes.csv"),
        tariff=Tariff(
            lines=tuple(line for name in TARIFFS for line in rows(name)),
            categories=rows("category_duties.csv"),
            successions=rows("hs_successions.csv"),
        ),
        vat_rates=rows("vat_rates.csv"),
        exchange=FxTable(series=tuple(_series_since(s, first) for s in read_fx(folder)), pegs=rows("fx_pegs.csv")),
        platform_fees=rows("platform_fees.csv"),
        payment_methods=rows("payment_methods.csv"),
        services=rows("carrier_services.csv"),
        categories=rows("categories.csv"),
        hour_profiles=rows("hour_profiles.csv"),
        utc_offsets=rows("utc_offsets.csv"),
        peaks=_since(read_dated("calendar_peaks.csv", folder), first - DIP_AFTER),
        certificate_rules=rows("certificates.csv"),
        tax_registrations=rows("tax_registrations.csv"),
        export_modes=rows("export_modes.csv"),
        return_rights=rows("return_rights.csv"),
        monitoring_rules=rows("card_monitoring.csv"),
        fulfilment_fees=rows("fulfilment_fees.csv"),
        hs_categories=rows("hs_categories.csv"),
        buyer_quotas=rows("buyer_quotas.csv"),
        regime_names=rows("regime_names.csv"),
    )


@cache
def read_dated(name: str, folder: Path = FOLDER) -> tuple[Any, ...]:
    """All rows of one table of :data:`KEYS`, past ones too.

    Raises:
        ScenarioError: see :func:`load_rules`; also when two rows answer for the same thing on the same day.
    """
    kind, key = KEYS[name]
    return check_periods(read_table(folder / name, kind), key).rows


@cache
def read_fx(folder: Path = FOLDER) -> tuple[FxSeries, ...]:
    """The daily reference rates, one series a currency, oldest day first.

    Raises:
        ScenarioError: also when a currency's days are out of order.
    """
    table = read_table(folder / "fx_daily.csv.gz", FxRate)
    by_currency: dict[str, list[FxRate]] = {}
    for row, line in zip(table.rows, table.lines, strict=True):
        series = by_currency.setdefault(row.currency, [])
        if series and row.day <= series[-1].day:
            expected = f"a day of {row.currency} after {iso(series[-1].day)}"
            raise ScenarioError(f"{table.path.name}:{line}: day: expected {expected}, got {iso(row.day)}")
        series.append(row)
    return tuple(_series(currency, rows) for currency, rows in by_currency.items())


@cache
def read_nomenclature(folder: Path = FOLDER) -> tuple[HsCode, ...]:
    """The Harmonized System, edition 2022: chapters, headings and subheadings with their descriptions."""
    return read_table(folder / "hs_nomenclature.csv.gz", HsCode).rows


def _since(rows: Iterable[D], first: int) -> tuple[D, ...]:
    return tuple(row for row in rows if row.effective_to is None or row.effective_to >= first)


def _series(currency: str, rows: list[FxRate]) -> FxSeries:
    return FxSeries(
        currency=currency,
        days=tuple(row.day for row in rows),
        micros=tuple(row.micros for row in rows),
        source=rows[-1].source,
        licence=rows[-1].licence,
        confidence=rows[-1].confidence,
    )


def _series_since(series: FxSeries, first: int) -> FxSeries:
    """From the last rate published by day *first*: on a Sunday, Friday's is still the rate."""
    start = max(0, bisect_right(series.days, first) - 1)
    return structs.replace(series, days=series.days[start:], micros=series.micros[start:])
