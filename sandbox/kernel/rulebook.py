"""The dated facts of one run as a plain value, and the questions that may be asked of it.

A book is made once, outside the simulator, for one first day; it holds every row that is in force on that day or
later, and no more. Each answer is a row, or carries one, so that whoever explains a number can name the row's source,
its dates and how sure it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from sandbox.kernel.fx import Fx, FxTable
from sandbox.kernel.money import Money, as_text, convert
from sandbox.kernel.rule_lookup import first_in_force, in_force, spans, within
from sandbox.kernel.rule_rows import (
    CarrierService,
    Category,
    HourProfile,
    ImportRegime,
    PaymentMethod,
    PlatformFee,
    UtcOffset,
    VatRate,
)
from sandbox.kernel.rulebook_trade import TradeBook
from sandbox.kernel.tariff import Duty, Tariff


class RuleBook(TradeBook, frozen=True, kw_only=True, dict=True):
    """All rows in force on day ``on`` or later."""

    regimes: tuple[ImportRegime, ...]
    tariff: Tariff
    vat_rates: tuple[VatRate, ...]
    exchange: FxTable
    platform_fees: tuple[PlatformFee, ...]
    payment_methods: tuple[PaymentMethod, ...]
    services: tuple[CarrierService, ...]
    categories: tuple[Category, ...]
    hour_profiles: tuple[HourProfile, ...]
    utc_offsets: tuple[UtcOffset, ...]

    def category(self, code: str) -> Category:
        """The trade category *code*. Raises ``category_unknown``."""
        rows = (row for row in self.categories if row.code == code)
        known = [row.code for row in self.categories]
        return first_in_force(rows, self.on, "category_unknown", f"category {code}", known)

    def hour_profile(self, name: str) -> HourProfile:
        """The hour profile *name*. Raises ``hour_profile_unknown``."""
        rows = (row for row in self.hour_profiles if row.name == name)
        known = [row.name for row in self.hour_profiles]
        return first_in_force(rows, self.on, "hour_profile_unknown", f"hour profile {name}", known)

    def utc_offset(self, country: str, on: int) -> int:
        """Minutes that the clocks of *country* are ahead of UTC. Raises ``utc_offset_unknown``."""
        rows = [row for row in self.utc_offsets if row.country == country]
        return first_in_force(rows, on, "utc_offset_unknown", f"clock of {country}", spans(rows)).minutes

    def vat(self, country: str, on: int) -> VatRate:
        """The standard VAT, GST or consumption tax of *country*. Raises ``vat_unknown``."""
        rows = [row for row in self.vat_rates if row.country == country and row.kind == "standard"]
        return first_in_force(rows, on, "vat_unknown", f"standard VAT of {country}", spans(rows))

    def methods(self, country: str, on: int) -> tuple[PaymentMethod, ...]:
        """Every way to pay in *country*, in the order of the table. Raises ``no_payment_method``."""
        rows = [row for row in self.payment_methods if row.country == country]
        return in_force(rows, on, "no_payment_method", f"payment method in {country}", spans(rows))

    def lane(self, origin: str, destination: str, on: int) -> tuple[CarrierService, ...]:
        """Every service between two countries, in the order of the table. Raises ``no_service``."""
        rows = [row for row in self.services if (row.origin, row.destination) == (origin, destination)]
        lanes = sorted({f"{row.origin}->{row.destination}" for row in self.services})
        return in_force(rows, on, "no_service", f"service {origin}->{destination}", lanes)

    def service(self, name: str, origin: str, destination: str, on: int) -> CarrierService:
        """One service of a lane. Raises ``no_service``."""
        lane = self.lane(origin, destination, on)
        rows = [row for row in lane if row.service == name]
        known = [row.service for row in lane]
        return first_in_force(rows, on, "no_service", f"service {name} {origin}->{destination}", known)

    def platform_fee(self, profile: str, country: str, category: str, price: Money, on: int) -> PlatformFee:
        """The fee card of one order; a row that names the country or the category wins over ``any``.

        Raises:
            UnknownRuleError: ``no_fee_card``.
        """
        fits = [
            row
            for row in self.platform_fees
            if row.profile == profile
            and row.country in (country, "any")
            and row.category in (category, "any")
            and within(self.convert(price, row.currency, on), row.price_from_minor, row.price_to_minor)
        ]
        fits.sort(key=lambda row: (row.country == "any", row.category == "any", row.price_from_minor))
        known = sorted({row.profile for row in self.platform_fees})
        return first_in_force(fits, on, "no_fee_card", f"fee card {profile} {country} {category}", known)

    def regime(
        self,
        country: str,
        on: int,
        channel: str,
        goods: Money,
        *,
        freight_minor: int = 0,
        origin: str = "CN",
        regime: str = "",
    ) -> ImportRegime:
        """The base row for one parcel.

        Args:
            country: where it is imported.
            on: ordinal day of import.
            channel: ``post`` or ``courier``.
            goods: value of the goods.
            freight_minor: freight, in the currency of *goods*.
            origin: country of origin.
            regime: a scheme by name; empty for the ordinary one of a registered online seller.

        Raises:
            UnknownRuleError: ``no_regime``.
        """
        fits = [row for row in self._fitting(country, on, channel, goods, freight_minor, origin) if row.layer == "base"]
        chosen = sorted((row for row in fits if regime in ("", row.regime)), key=lambda row: (row.rank, row.id))
        known = [row.regime for row in fits] or spans(self._of_country(country))
        what = f"{regime or 'import'} rule of {country} for {origin} goods of {as_text(*goods)} by {channel}"
        return first_in_force(chosen, on, "no_regime", what, known)

    def extras(
        self, country: str, on: int, channel: str, goods: Money, *, freight_minor: int = 0, origin: str = "CN"
    ) -> tuple[ImportRegime, ...]:
        """Every duty and levy that is charged on top of the base row, in the order of their ids."""
        fits = self._fitting(country, on, channel, goods, freight_minor, origin)
        return tuple(sorted((row for row in fits if row.layer != "base"), key=lambda row: row.id))

    def duty(self, country: str, code: str, on: int, *, origin: str = "CN", category: str = "") -> Duty:
        """The ad valorem rate of *code* and its row; see :meth:`Tariff.duty`."""
        return self.tariff.duty(self.country(country).territory, code, on, origin=origin, category=category)

    def duty_ppm(self, country: str, code: str, on: int, *, origin: str = "CN", category: str = "") -> int:
        """Only the rate of :meth:`duty`, parts per million."""
        return self.duty(country, code, on, origin=origin, category=category).ppm

    def fx(self, source: str, target: str, on: int) -> Fx:
        """Numerator, denominator (of minor units) and day of the rate; see :meth:`FxTable.rate`."""
        return self.exchange.rate(source, target, on)

    def convert(self, money: Money, currency: str, on: int) -> int:
        """*money* in minor units of *currency*, rounded half up."""
        return convert(money.minor, self.fx(money.currency, currency, on).rate)

    @cached_property
    def _by_way(self) -> dict[tuple[str, int, str, str], tuple[ImportRegime, ...]]:
        """Import rules that hold for a country, day, channel and origin, whatever the value."""
        return {}

    @cached_property
    def _by_country(self) -> dict[str, list[ImportRegime]]:
        """Import rules of a country and of its customs territory, gathered when first asked for."""
        return {}

    def _of_country(self, country: str) -> list[ImportRegime]:
        found = self._by_country.get(country)
        if found is None:
            places = (country, self.country(country).territory)
            found = self._by_country[country] = [row for row in self.regimes if row.country in places]
        return found

    def _fitting(
        self, country: str, on: int, channel: str, goods: Money, freight_minor: int, origin: str
    ) -> Iterable[ImportRegime]:
        values = {"goods": goods, "cif": Money(goods.minor + freight_minor, goods.currency)}
        way = (country, on, channel, origin)
        meant = self._by_way.get(way)
        if meant is None:
            rows = self._of_country(country)
            meant = self._by_way[way] = tuple(row for row in rows if row.holds(on) and row.covers(origin, channel))
        for row in meant:
            value = self.convert(values[row.value_basis], row.currency, on)
            if within(value, row.value_from_minor, row.value_to_minor):
                yield row
