"""Tax and customs schemes the shop has joined, and what they open.

A run without a shelf market takes every scheme as joined: its shop has always sold there.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from sandbox.kernel.calendar import DAY
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.ids import child
from sandbox.kernel.messages import Actor
from sandbox.kernel.money import PPM, Money
from sandbox.kernel.rule_lookup import UnknownRuleError
from sandbox.kernel.rule_rows_trade import TaxRegistration
from sandbox.logistics.chain import Chain
from sandbox.logistics.commands import RegisterTax
from sandbox.logistics.trade_events import TaxRegistered, TaxRegistrationGranted

HOME = "CN"


class Registrations:
    """Every scheme applied for or held, by (place, scheme)."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain
        market = chain.scenario.market
        self._all = market is None
        self.since: dict[tuple[str, str], int] = {}
        """Second from which a scheme is held; in the future while it is applied for."""
        self.granted: dict[tuple[str, str], None] = {}
        """Schemes that are held."""
        for place, scheme in market.registrations if market else ():
            self.since[place, scheme] = 0
            self.granted[place, scheme] = None
        self._open: dict[tuple[str, str, int, int], tuple[tuple[str, ...], tuple[str, ...]]] = {}
        self._days = chain.world.stream("out.logistics.registration")

    def register(self, command: RegisterTax, actor: Actor) -> None:
        """Apply for a scheme; it is granted some days later.

        Raises:
            IllegalCommandError: ``unknown_scheme``, ``already_registered`` or ``not_enough_cash``.
        """
        chain = self._chain
        row = self._row(command)
        key = (row.country, row.scheme)
        if self._all or key in self.since:
            message = f"expected a scheme not yet held or applied for, got {row.scheme} of {row.country}"
            raise IllegalCommandError("already_registered", message, scheme=row.scheme)
        cost = chain.in_shop_currency(Money(row.fee_minor, row.currency))
        chain.check_cash(cost)
        luck = self._days.unit(child(0, f"registration:{row.country}/{row.scheme}", 0))
        days = row.days_min + int(luck * (row.days_max - row.days_min + 1))
        self.since[key] = chain.world.now + days * DAY
        chain.world.emit(
            TaxRegistered(country=row.country, scheme=row.scheme, cost=cost, days_min=row.days_min,
                          days_max=row.days_max)
        )
        chain.world.process(self._grant(row))

    def held(self, country: str) -> tuple[TaxRegistration, ...]:
        """Schemes of *country* that are in force now."""
        rows = self._chain.rules.registrations(country, self._chain.today)
        return tuple(row for row in rows if self._holds(row))

    def state(self, row: TaxRegistration) -> str:
        """``open`` to be joined, ``applied`` for, or ``held``."""
        if self._holds(row):
            return "held"
        return "applied" if (row.country, row.scheme) in self.since else "open"

    def hold_factor(self, country: str) -> int:
        """What the schemes held make of the chance of a hold, ppm; one million in a run without a shelf market."""
        if self._all:
            return PPM
        return min((row.hold_factor_ppm for row in self.held(country)), default=PPM)

    def regime(self, country: str, channel: str, value: Money, freight: Money) -> str:
        """The import regime of a parcel: empty for the ordinary one of a registered seller, else the next best.

        Args:
            country: where it goes.
            channel: of the carrier's row.
            value: declared.
            freight: what the buyer pays.
        """
        chain = self._chain
        if self._all or channel == "domestic":
            return ""
        closed, open_ones = self._ways(country, channel)
        if not open_ones:
            return ""
        own = chain.rules.convert(freight, value.currency, chain.today)
        if any(self._fits(country, channel, value, own, name) for name in closed):
            return next((name for name in open_ones if self._fits(country, channel, value, own, name)), "")
        return ""

    def _ways(self, country: str, channel: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Regimes of a country and channel: those only for sellers in a scheme the shop is not in, and the others.

        Both are empty where there is nothing to choose.
        """
        chain = self._chain
        key = (country, channel, chain.today, len(self.granted))
        if key not in self._open:
            schemes = chain.rules.registrations(country, chain.today)
            barred = {row.regime: None for row in schemes if row.regime and not self._holds(row)}
            places = (country, chain.country(country).territory)
            rows = sorted(
                (row.rank, row.regime)
                for row in chain.rules.regimes
                if row.layer == "base" and row.country in places and row.holds(chain.today)
                and row.covers(HOME, channel)
            )  # fmt: skip
            names = tuple(dict.fromkeys(name for _, name in rows))
            closed = tuple(name for name in names if name in barred)
            others = tuple(name for name in names if name not in barred)
            self._open[key] = (closed, others) if closed else ((), ())
        return self._open[key]

    def _fits(self, country: str, channel: str, value: Money, freight: int, regime: str) -> bool:
        chain = self._chain
        try:
            chain.rules.regime(country, chain.today, channel, value, freight_minor=freight, regime=regime)
        except UnknownRuleError:
            return False
        return True

    def _holds(self, row: TaxRegistration) -> bool:
        return self._all or (row.country, row.scheme) in self.granted

    def _row(self, command: RegisterTax) -> TaxRegistration:
        rules, today = self._chain.rules, self._chain.today
        territories = {row.code: row.territory for row in rules.countries}
        places = (command.country, territories.get(command.country, command.country))
        rows = [row for row in rules.tax_registrations if row.country in places and row.holds(today)]
        for row in rows:
            if row.scheme == command.scheme:
                return row
        known = ", ".join(row.scheme for row in rows) or "none"
        message = f"expected a scheme of {command.country}, one of {known}, got {command.scheme}"
        raise IllegalCommandError("unknown_scheme", message, country=command.country, known=known)

    def _grant(self, row: TaxRegistration) -> Generator[Any, Any, None]:
        world = self._chain.world
        yield world.timeout(self.since[row.country, row.scheme] - world.now)
        self.granted[row.country, row.scheme] = None
        world.emit(TaxRegistrationGranted(country=row.country, scheme=row.scheme))
