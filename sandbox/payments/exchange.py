"""Foreign money becomes the shop's: on arrival, by command, and by forwards that fix a later day's rate.

A forward here is settled by the difference: on its day the bank pays (or takes) what the locked amount is worth more
(or less) than the middle rate of that day, as a non-deliverable forward does. So takings may come in earlier, later
or not at all, and the hedge is still exact to the minor unit.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from sandbox.kernel import ids
from sandbox.kernel.calendar import DAY
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.messages import Actor
from sandbox.kernel.money import as_text, digits, half_up, share
from sandbox.kernel.rule_lookup import UnknownRuleError
from sandbox.kernel.world import World
from sandbox.payments.agenda import Agenda
from sandbox.payments.commands import ConvertCurrency, HedgeCurrency
from sandbox.payments.events import CurrencyConverted, CurrencyHedged, ForwardSettled
from sandbox.payments.posting import Books
from sandbox.payments.rates import SPREAD_PPM, Rates

AHEAD_PPM = 800_000
"""Part of the takings still with the platform that a bank buys ahead; the rest covers refunds."""
MARGIN_PPM = 50_000
"""Of a forward's amount, kept by the bank until it is settled: chosen, as retail brokers ask."""
CARRY_OF_VOLATILITY_PPM = 250_000
"""Interest that a currency pays above the shop's, a year, as a part of its volatility: chosen. Currencies that swing
more pay more, and a forward gives that away."""


@dataclass(slots=True)
class Forward:
    """Foreign money sold for a later day."""

    ident: str
    currency: str
    amount: int
    locked: int
    """Shop currency."""
    margin: int
    """Shop currency."""
    settles: int


class Exchange:
    """What a shop does with currencies."""

    def __init__(self, world: World, rates: Rates, books: Books) -> None:
        self._world = world
        self._rates = rates
        self._books = books
        self._agenda = Agenda(world)
        self.forwards: dict[str, Forward] = {}
        """Those that are not settled."""

    def can_sell(self, currency: str) -> int:
        """How much of *currency* can be changed now: what is in the wallet and most of what is still owed."""
        owed = self._books.owed().get(currency, 0)
        return max(0, self._books.ledger.balance("wallet", currency) + share(max(0, owed), AHEAD_PPM))

    def convert(self, command: ConvertCurrency, actor: Actor) -> None:
        """Change foreign takings now.

        Raises:
            IllegalCommandError: ``own_currency`` or ``not_enough_takings``.
        """
        self._check_foreign(command.currency)
        limit = self.can_sell(command.currency)
        if command.amount > limit:
            most, asked = as_text(limit, command.currency), as_text(command.amount, command.currency)
            raise IllegalCommandError(
                "not_enough_takings", f"expected at most {most}, got {asked}",
                currency=command.currency, limit=limit, amount=command.amount,
            )
        self.sell(command.currency, command.amount, SPREAD_PPM)

    def sell(self, currency: str, amount: int, spread_ppm: int) -> None:
        """Change money that is in the wallet, or sell it ahead."""
        own = self._books.currency
        deal = self._rates.sell(amount, currency, own, spread_ppm)
        self._books.post("exchange", None, [
            ("fx", currency, amount),
            ("wallet", currency, -amount),
            ("cash", own, deal.received),
            ("fx_cost", own, deal.cost),
            ("rounding", own, deal.rounding),
            ("fx", own, -deal.middle),
        ])
        self._world.emit(CurrencyConverted(
            currency=currency, amount=amount, received=deal.received, rate=deal.rate,
            simulated=self._rates.is_simulated(currency, own),
        ))

    def locked(self, currency: str, amount: int, days: int) -> int:
        """What *amount* sold for a day so far off brings: the rate of today less the carry of those days."""
        numerator, denominator = self._rates.rate(currency, self._books.currency)
        carry = self._carry_ppm(currency) * days
        return half_up(amount * numerator * (360_000_000 - carry), denominator * 360_000_000)

    def hedge(self, command: HedgeCurrency, actor: Actor) -> None:
        """Sell foreign money forward.

        Raises:
            IllegalCommandError: ``own_currency``, ``unknown_currency`` or ``not_enough_margin``.
        """
        currency = command.currency
        self._check_foreign(currency)
        self._check_known(currency)
        locked = self.locked(currency, command.amount, command.days)
        margin = share(locked, MARGIN_PPM)
        if margin > self._books.cash:
            need, have = as_text(margin, self._books.currency), as_text(self._books.cash, self._books.currency)
            raise IllegalCommandError(
                "not_enough_margin", f"expected {need} in the bank as margin of five percent, got {have}",
                margin=margin, cash=self._books.cash,
            )
        number = self._world.next_ordinal(0, "forward")
        ident = ids.to_text(ids.child(0, "forward", number))
        forward = Forward(ident, currency, command.amount, locked, margin, self._world.now + command.days * DAY)
        self.forwards[ident] = forward
        self._books.post("fx_margin", None, self._books.paid_in_cash("fx_margin", self._books.currency, margin))
        self._world.emit(CurrencyHedged(
            forward=ident, currency=currency, amount=command.amount, locked=locked, margin=margin,
            settles=forward.settles, rate=self._as_text(forward),
        ))
        self._agenda.after(command.days * DAY, self._settle, forward)

    def state(self) -> list[Any]:
        """Forwards that are not settled, in the order of their ids."""
        return [list(asdict(self.forwards[ident]).values()) for ident in sorted(self.forwards)]

    def _settle(self, forward: Forward) -> None:
        own = self._books.currency
        worth = self._rates.exchange(forward.amount, forward.currency, own)
        gain = forward.locked - worth
        del self.forwards[forward.ident]
        self._books.post("forward_settled", None, [
            ("cash", own, forward.margin + gain), ("fx_margin", own, -forward.margin), ("fx_forwards", own, -gain),
        ])
        self._world.emit(ForwardSettled(
            forward=forward.ident, currency=forward.currency, amount=forward.amount, locked=forward.locked,
            worth=worth, gain=gain,
        ))

    def _carry_ppm(self, currency: str) -> int:
        """Interest a year that selling ahead gives away."""
        swing = self._rates.path.volatility_ppm(currency) - self._rates.path.volatility_ppm(self._books.currency)
        return share(swing, CARRY_OF_VOLATILITY_PPM)

    def _check_foreign(self, currency: str) -> None:
        if currency == self._books.currency:
            raise IllegalCommandError(
                "own_currency", f"expected a foreign currency, got the shop's own {currency}", currency=currency,
            )

    def _check_known(self, currency: str) -> None:
        try:
            self._rates.rate(currency, self._books.currency)
        except UnknownRuleError as error:
            raise IllegalCommandError("unknown_currency", str(error), currency=currency) from None

    def _as_text(self, forward: Forward) -> str:
        """``USD 1.1652 per EUR``: the locked rate, four places."""
        own = self._books.currency
        scaled = half_up(forward.locked * 10 ** (4 + digits(forward.currency)), forward.amount * 10 ** digits(own))
        whole, part = divmod(scaled, 10_000)
        return f"{own} {whole}.{part:04d} per {forward.currency}"
