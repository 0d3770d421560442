"""The card schemes' monitoring: fraud reports and disputes of a calendar month against its settled card orders.

``ratio = (fraud reports + disputes) / settled card orders``, as the Visa Acquirer Monitoring Program reckons it from
June 2025 on (a fraud that is both reported and disputed counts twice); its forerunner counted disputes alone. The
limits, their dates and what a breach costs are rows of the rule table.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sandbox.kernel.money import PPM
from sandbox.kernel.rule_lookup import UnknownRuleError
from sandbox.kernel.rule_rows import iso
from sandbox.kernel.rule_rows_trade import MonitoringRule
from sandbox.kernel.world import World
from sandbox.payments.events import MonitoringBreached, MonitoringLeft
from sandbox.payments.posting import Books
from sandbox.payments.rates import Rates

DISPUTES_ALONE = "VDMP"
"""Programmes of this name do not count fraud reports."""
MONTHS_OF_SALES = 3
"""Reports are held against the best of so many months, so that a shop which sells no more is not judged by an empty
month: chosen."""
RISKY_COUNT, RISKY_OF_LIMIT_PPM = 5, 500_000
"""From so many reports and disputes, and half the limit, a payment service holds a shop for risky: chosen."""


@dataclass(slots=True)
class Month:
    """What one month had in one group of countries."""

    settled: int = 0
    reports: int = 0
    disputes: int = 0


@dataclass(slots=True)
class Group:
    """Countries under one rule."""

    months: dict[str, Month] = field(default_factory=dict)
    breaches: int = 0
    """Months above the limit in a row."""
    is_risky: bool = False
    """The last month was near the limit."""


class Monitoring:
    """Counts and judges card orders of one shop."""

    def __init__(self, world: World, rates: Rates, books: Books, countries: Sequence[str]) -> None:
        self._world = world
        self._rates = rates
        self._books = books
        self._countries = tuple(countries)
        self._places: dict[str, str] = {}
        self._named = -1
        self._name = ""
        self.groups: dict[str, Group] = {}
        self.on_loss: Callable[[str], None] = lambda country: None
        """Told of every country whose cards are lost."""

    def rule(self, country: str, on: int) -> MonitoringRule | None:
        """The programme a country's card orders fall under on a day; None where the table knows none."""
        try:
            return self._rates.book.monitoring(country, on)
        except UnknownRuleError:
            return None

    def rule_of(self, place: str, on: int) -> MonitoringRule | None:
        """The programme of a group of countries on a day."""
        return self.rule(self._countries_of(place)[0], on)

    def settled(self, country: str) -> None:
        """A card order was paid."""
        self._month(country).settled += 1

    def fraud_reported(self, country: str) -> None:
        """A card holder told the bank of a fraud."""
        self._month(country).reports += 1

    def disputed(self, country: str) -> None:
        """A dispute was opened."""
        self._month(country).disputes += 1

    def reserve(self, country: str, *, is_risk_of_shop: bool) -> tuple[int, int]:
        """(share of a payout kept back, days) for card orders of a country; (0, 0) for none.

        Args:
            country: of the buyer.
            is_risk_of_shop: the platform is the shop's own site with a payment service, which is careful earlier.
        """
        group = self.groups.get(self._place(country))
        if group is None or not (group.breaches or (is_risk_of_shop and group.is_risky)):
            return 0, 0
        rule = self.rule(country, self._rates.today)
        return (rule.reserve_ppm, rule.reserve_days) if rule else (0, 0)

    def month_of(self, day: int) -> str:
        """The calendar month of a day: ``2025-10``."""
        return iso(day)[:7]

    def figures(self, place: str, month: str, programme: str) -> tuple[int, int, int]:
        """(reports and disputes, settled orders they are held against, ratio in ppm) of a month."""
        months = self.groups[place].months
        row = months.get(month, Month())
        count = row.disputes + (0 if programme.startswith(DISPUTES_ALONE) else row.reports)
        recent = sorted(name for name in months if name <= month)[-MONTHS_OF_SALES:]
        settled = max((months[name].settled for name in recent), default=0)
        return count, settled, count * PPM // settled if settled else 0

    def close_month(self) -> None:
        """Called at every midnight: on the first of a month the one before is judged."""
        yesterday = self._rates.today - 1
        if self.month_of(self._rates.today) == self.month_of(yesterday):
            return
        for place in sorted(self.groups):
            rule = self.rule_of(place, yesterday)
            if rule is not None:
                self._judge(place, rule, self.month_of(yesterday))

    def state(self) -> list[Any]:
        """All counts, by group and month."""
        return [
            [place, group.breaches, group.is_risky,
             [[name, row.settled, row.reports, row.disputes] for name, row in sorted(group.months.items())]]
            for place, group in sorted(self.groups.items())
        ]

    def _judge(self, place: str, rule: MonitoringRule, month: str) -> None:
        group = self.groups[place]
        count, _, ratio = self.figures(place, month, rule.programme)
        group.is_risky = count >= RISKY_COUNT and ratio * PPM > rule.threshold_ppm * RISKY_OF_LIMIT_PPM
        if count < rule.min_count or ratio <= rule.threshold_ppm:
            if group.breaches:
                group.breaches = 0
                self._world.emit(MonitoringLeft(
                    programme=rule.programme, place=place, month=month, ratio_ppm=ratio, limit_ppm=rule.threshold_ppm,
                ))
            return
        group.breaches += 1
        is_lost = group.breaches >= rule.months_to_loss
        cost = rule.fee_minor * group.months[month].disputes
        self._books.post("monitoring", None, self._books.paid_in_cash("monitoring", rule.currency, cost))
        self._world.emit(MonitoringBreached(
            programme=rule.programme, place=place, month=month, ratio_ppm=ratio, limit_ppm=rule.threshold_ppm,
            count=count, months=group.breaches, action="cards_lost" if is_lost else "reserve", cost=cost,
            currency=rule.currency,
        ))
        if is_lost:
            for country in self._countries_of(place):
                self.on_loss(country)

    def _month(self, country: str) -> Month:
        place = self._place(country)
        group = self.groups.get(place)
        if group is None:
            group = self.groups[place] = Group()
        month = self._this_month()
        if month not in group.months:
            group.months[month] = Month()
        return group.months[month]

    def _this_month(self) -> str:
        if self._named != self._rates.today:
            self._named = self._rates.today
            self._name = self.month_of(self._named)
        return self._name

    def _place(self, country: str) -> str:
        """Countries without a row of their own are judged together.

        A rule's place must not change within a run, so the first day decides.
        """
        if country not in self._places:
            rules = [row.country for row in self._rates.book.monitoring_rules]
            try:
                territory = self._rates.book.country(country).territory
            except UnknownRuleError:
                territory = country
            self._places[country] = next((place for place in (country, territory) if place in rules), "any")
        return self._places[country]

    def _countries_of(self, place: str) -> list[str]:
        known = dict.fromkeys((*self._countries, *sorted(self._places)))
        return [country for country in known if self._place(country) == place]
