"""Questions to the rows of :mod:`sandbox.kernel.rule_rows_trade`: peaks, papers, schemes, export, returns, disputes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

import msgspec

from sandbox.kernel.money import PPM, half_up
from sandbox.kernel.rule_lookup import first_in_force, spans, within
from sandbox.kernel.rule_rows import Country
from sandbox.kernel.rule_rows_trade import (
    BuyerQuota,
    CalendarPeak,
    Certificate,
    ExportMode,
    FulfilmentFee,
    HsCategory,
    MonitoringRule,
    RegimeName,
    ReturnRight,
    TaxRegistration,
)

P = TypeVar("P", Certificate, TaxRegistration, MonitoringRule, FulfilmentFee)
DIP_PPM = 850_000
"""What people hold back before a great sale and do not need after it: chosen."""
DIP_BEFORE, DIP_AFTER = 4, 5
"""Days of that dip on either side: chosen."""
GREAT_PPM = 2 * PPM
"""Only a sale of at least this size pulls demand forward: chosen."""
OWN_PEAK_PPM = 1_250_000
SEASON_DAYS = 8
"""A day of a sale above this level is a peak itself and no neighbour's dip, unless the sale is a whole season of so
many days: chosen."""


class TradeBook(msgspec.Struct, frozen=True, kw_only=True):
    """The rows about the trade around a parcel that are in force on day ``on`` or later."""

    on: int
    countries: tuple[Country, ...]
    peaks: tuple[CalendarPeak, ...] = ()
    certificate_rules: tuple[Certificate, ...] = ()
    tax_registrations: tuple[TaxRegistration, ...] = ()
    export_modes: tuple[ExportMode, ...] = ()
    return_rights: tuple[ReturnRight, ...] = ()
    monitoring_rules: tuple[MonitoringRule, ...] = ()
    fulfilment_fees: tuple[FulfilmentFee, ...] = ()
    hs_categories: tuple[HsCategory, ...] = ()
    buyer_quotas: tuple[BuyerQuota, ...] = ()
    regime_names: tuple[RegimeName, ...] = ()

    def country(self, code: str) -> Country:
        """The market *code*. Raises ``country_unknown``."""
        rows = (row for row in self.countries if row.code == code)
        known = [row.code for row in self.countries]
        return first_in_force(rows, self.on, "country_unknown", f"country {code}", known)

    def demand_ppm(self, country: str, category: str, on: int) -> int:
        """Demand of a day against an ordinary one: the product of every peak, or the dip beside a great one."""
        peaks = [row for row in self._peaks(country, "demand") if row.category in (category, "any")]
        held = [row for row in peaks if row.effective_from <= on <= row.last]
        level = _product(row.multiplier_ppm for row in held)
        if not any(map(_is_own_peak, held)) and any(_beside(row, on) for row in peaks):
            level = half_up(level * DIP_PPM, PPM)
        return level

    def supply_ppm(self, country: str, on: int) -> int:
        """Production and pickup of a day in *country* against an ordinary one; zero when all stands still."""
        rows = self._peaks(country, "supply")
        return _product(row.multiplier_ppm for row in rows if row.effective_from <= on <= row.last)

    def next_peaks(self, country: str, on: int, days: int) -> tuple[CalendarPeak, ...]:
        """Peaks and stops of *country* that hold on day *on* or begin within *days* after it, earliest first."""
        rows = (row for row in self.peaks if row.country == country)
        ahead = [row for row in rows if row.effective_from <= on + days and row.last >= on]
        return tuple(sorted(ahead, key=lambda row: (row.effective_from, row.id)))

    def certificates(self, country: str, category: str, battery: bool, on: int) -> tuple[Certificate, ...]:
        """Every paper goods of *category* need in *country*, with those for the *battery* if they have one."""
        rows = self._of_place(self.certificate_rules, country)
        fits = (row for row in rows if row.category in (category, "any") and (battery or not row.needs_battery))
        return tuple(row for row in fits if row.holds(on))

    def registrations(self, country: str, on: int) -> tuple[TaxRegistration, ...]:
        """Every scheme a seller to *country* may join, in the order of the table."""
        return tuple(row for row in self._of_place(self.tax_registrations, country) if row.holds(on))

    def fulfilment_fee(self, profile: str, country: str, kind: str, grams: int, on: int) -> FulfilmentFee:
        """What the platform's warehouse takes for a piece of *grams*, or a cubic metre and month.

        Raises:
            UnknownRuleError: ``no_fulfilment_fee``.
        """
        month = date.fromordinal(on).month
        fits = [
            row
            for row in self._of_place(self.fulfilment_fees, country)
            if (row.profile, row.kind) == (profile, kind)
            and within(grams, row.from_g, row.to_g)
            and row.month_from <= month <= row.month_to
        ]
        fits.sort(key=lambda row: row.country == "any")
        known = sorted({f"{row.profile} {row.kind}" for row in self.fulfilment_fees})
        return first_in_force(fits, on, "no_fulfilment_fee", f"{kind} fee of {profile} in {country}", known)

    def category_of(self, hs: str) -> str:
        """The trade category of an HS code, by the longest prefix of the table; empty where it names none."""
        fits = [row for row in self.hs_categories if hs.startswith(row.prefix)]
        return max(fits, key=lambda row: len(row.prefix)).category if fits else ""

    def regime_name(self, regime: str) -> RegimeName:
        """What people call the import scheme *regime*. Raises ``regime_unknown``."""
        rows = (row for row in self.regime_names if row.regime == regime)
        known = [row.regime for row in self.regime_names]
        return first_in_force(rows, self.on, "regime_unknown", f"import scheme {regime}", known)

    def buyer_quota(self, country: str, on: int) -> BuyerQuota | None:
        """What one buyer of *country* may import; None where the law sets no limit."""
        return next((row for row in self.buyer_quotas if row.country == country and row.holds(on)), None)

    def export_mode(self, mode: str, on: int) -> ExportMode:
        """The Chinese export mode *mode*. Raises ``export_mode_unknown``."""
        rows = (row for row in self.export_modes if row.mode == mode)
        known = sorted({row.mode for row in self.export_modes})
        return first_in_force(rows, on, "export_mode_unknown", f"export mode {mode}", known)

    def return_right(self, country: str, on: int) -> ReturnRight:
        """How long buyers of *country* may send goods back. Raises ``return_right_unknown``."""
        rows = [row for row in self.return_rights if row.country == country]
        return first_in_force(rows, on, "return_right_unknown", f"right of return of {country}", spans(rows))

    def monitoring(self, country: str, on: int) -> MonitoringRule:
        """The card scheme's programme; a row of the country wins over ``any``. Raises ``monitoring_unknown``."""
        rows = sorted(self._of_place(self.monitoring_rules, country), key=lambda row: row.country == "any")
        return first_in_force(rows, on, "monitoring_unknown", f"card monitoring of {country}", spans(rows))

    def _of_place(self, rows: Iterable[P], country: str) -> list[P]:
        places = (country, self.country(country).territory, "any")
        return [row for row in rows if row.country in places]

    def _peaks(self, country: str, kind: str) -> list[CalendarPeak]:
        return [row for row in self.peaks if row.country == country and row.kind == kind]


def _is_own_peak(row: CalendarPeak) -> bool:
    return row.multiplier_ppm > OWN_PEAK_PPM and row.last - row.effective_from < SEASON_DAYS - 1


def _beside(row: CalendarPeak, on: int) -> bool:
    """Whether *on* is just before or after a great sale."""
    before = row.effective_from - DIP_BEFORE <= on < row.effective_from
    after = row.last < on <= row.last + DIP_AFTER
    return row.multiplier_ppm >= GREAT_PPM and (before or after)


def _product(ratios: Iterable[int]) -> int:
    level = PPM
    for ratio in ratios:
        level = half_up(level * ratio, PPM)
    return level
