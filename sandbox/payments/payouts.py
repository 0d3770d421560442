"""Platforms pay out: some days after payment or delivery they hand on the tax, keep their fees and send the rest.

Cash that carriers collect at the door comes the same way, a week or two later. Foreign money is changed into the
shop's currency when it arrives; it can be sold before: then the wallet is below zero until the takings come in.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass
from typing import Any

from sandbox.kernel.calendar import DAY
from sandbox.kernel.money import share
from sandbox.kernel.world import World
from sandbox.payments.bill import NEVER, Bill
from sandbox.payments.cards import FeeCards
from sandbox.payments.events import ReserveHeld, ReserveReleased, SettlementPaid
from sandbox.payments.exchange import Exchange
from sandbox.payments.monitoring import Monitoring
from sandbox.payments.posting import Books
from sandbox.payments.rates import SPREAD_PPM, Rates
from sandbox.payments.register import Register

INTEREST_PPM = 500
"""Overdraft interest a day: 1.5 % a month."""
COLLECTED_DAYS = (7, 15)
"""Days until a carrier hands over the cash of a delivery, first and last: as reported of Gulf markets."""
MONTH_DAYS = 30
"""What a platform charges by the month falls due every so many days."""


@dataclass(slots=True)
class Withheld:
    """Part of a payout that is kept back."""

    platform: str
    currency: str
    amount: int
    until: int


class Payouts:
    """Settlement, reserve, interest and monthly fees of one shop."""

    def __init__(
        self, world: World, rates: Rates, books: Books, register: Register, cards: FeeCards, monitoring: Monitoring,
        exchange: Exchange,
    ) -> None:
        self._world = world
        self._rates = rates
        self._books = books
        self._register = register
        self._cards = cards
        self._monitoring = monitoring
        self._exchange = exchange
        self._cycle = world.stream("out.payments.cod_cycle")
        self._paid_until: dict[str, int] = {}
        self.withheld: list[Withheld] = []

    def delivered(self, bill: Bill) -> None:
        """Start the waiting time of the fee card, or of the carrier's cash; the first call counts."""
        bill.is_delivered = True
        self._register.at_the_door.pop(bill.order, None)
        if bill.due != NEVER:
            return
        if bill.kind == "cod":
            first, last = COLLECTED_DAYS
            bill.due = self._world.now + (first + self._cycle.below(last - first + 1, bill.order)) * DAY
        else:
            card = self._cards.of(bill)
            if card.settles_from == "delivery":
                bill.due = self._world.now + self._cards.settlement_days(bill, card) * DAY
        self._register.touch(bill)

    def pay_out(self) -> None:
        """One payout run: everything due, one payment for each platform and currency."""
        due: dict[tuple[str, str], list[Bill]] = {}
        now, day = self._world.now, self._rates.today - self._rates.first_day
        for bill in self._register.due(now):
            source = "cod" if bill.kind == "cod" else bill.platform
            if source == "cod" or day % max(1, self._cards.of(bill).payout_cycle_days) == 0:
                due.setdefault((source, bill.currency), []).append(bill)
        for source, currency in sorted(due):
            self._pay(source, currency, due[source, currency])

    def release(self) -> None:
        """What has been kept back long enough comes."""
        now = self._world.now
        ripe = [one for one in self.withheld if one.until <= now]
        self.withheld = [one for one in self.withheld if one.until > now]
        for one in ripe:
            self._books.post("reserve_released", None, [
                (self._arrives_in(one.currency), one.currency, one.amount), ("reserve", one.currency, -one.amount),
            ])
            self._world.emit(ReserveReleased(platform=one.platform, currency=one.currency, amount=one.amount))
            self._sweep(one.currency, SPREAD_PPM)

    def charge_interest(self) -> None:
        """A day's interest on the overdraft, if there is one."""
        interest = share(max(0, -self._books.cash), INTEREST_PPM)
        if interest:
            self._books.post("interest", None, self._books.paid_in_cash("interest", self._books.currency, interest))

    def charge_subscriptions(self) -> None:
        """What platforms charge by the month, when the month before is over."""
        for platform in self._cards.platforms:
            if self._world.now < self._paid_until.get(platform, 0):
                continue
            card = self._cards.subscription(platform)
            if card is not None:
                self._paid_until[platform] = self._paid_until.get(platform, self._world.now) + MONTH_DAYS * DAY
                self._books.post("subscription", None, self._books.paid_in_cash(
                    "subscriptions", card.currency, card.monthly_minor,
                ))

    def state(self) -> list[Any]:
        """What is kept back, and until when subscriptions are paid."""
        return [[list(astuple(one)) for one in self.withheld], sorted(self._paid_until.items())]

    def _pay(self, source: str, currency: str, bills: list[Bill]) -> None:
        gross = sum([bill.gross for bill in bills])
        tax = sum([bill.tax_held for bill in bills])
        total = sum([bill.receivable for bill in bills])
        claim = bills[0].claim
        held, days, spread = self._terms(bills) if source != "cod" else (0, 0, 0)
        self._books.post("payout", None, [
            ("tax_collected", currency, tax),
            (claim, currency, -total),
            ("reserve", currency, held),
            (self._arrives_in(currency), currency, total - tax - held),
        ])
        for bill in bills:
            bill.gross = bill.tax_held = bill.receivable = 0
        self._world.emit(SettlementPaid(
            currency=currency, orders=len(bills), gross=gross, fees=gross - total + tax, net=total - tax - held,
            platform=source, reserve=held,
        ))
        if held:
            until = self._world.now + days * DAY
            self.withheld.append(Withheld(source, currency, held, until))
            self._world.emit(ReserveHeld(platform=source, currency=currency, amount=held, until=until))
        if currency != self._books.currency:
            self._sweep(currency, spread or SPREAD_PPM)

    def _terms(self, bills: list[Bill]) -> tuple[int, int, int]:
        """(amount kept back, for how many days, spread on conversion) of one payout of a platform."""
        held = longest = spread = 0
        for bill in bills:
            card = self._cards.of(bill)
            spread = max(spread, card.conversion_ppm)
            ppm, days = card.reserve_ppm, card.reserve_days
            if bill.kind == "card":
                own_site = card.settles_from == "payment"
                ruled = self._monitoring.reserve(bill.country, is_risk_of_shop=own_site)
                ppm, days = max((ppm, days), ruled)
            if ppm:
                held += share(max(0, bill.receivable - bill.tax_held), ppm)
                longest = max(longest, days)
        return held, longest, spread

    def _sweep(self, currency: str, spread_ppm: int) -> None:
        """Change what arrived; what had been sold ahead was changed then."""
        amount = self._books.ledger.balance("wallet", currency)
        if amount > 0 and currency != self._books.currency:
            self._exchange.sell(currency, amount, spread_ppm)

    def _arrives_in(self, currency: str) -> str:
        return "cash" if currency == self._books.currency else "wallet"
