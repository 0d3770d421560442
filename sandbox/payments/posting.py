"""The books of a run: what is posted is said, claims stay with their orders, cash is watched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sandbox.kernel.money import convert
from sandbox.kernel.world import World
from sandbox.payments.accounts import ACCOUNTS, CLAIMS, COSTS
from sandbox.payments.bill import Bill
from sandbox.payments.events import Bankrupt, LedgerPosted, OverdraftUsed
from sandbox.payments.ledger import Ledger, Line
from sandbox.payments.rates import Rates
from sandbox.payments.register import Register

Entry = tuple[int, str, Bill | None, tuple[Line, ...]]
"""(second of the run, reason, bill, lines) of one posting."""


class Journal:
    """Every posting in order, in columns: there are many, and none is an object of its own."""

    def __init__(self) -> None:
        self._seconds: list[int] = []
        self._reasons: list[str] = []
        self._bills: list[Bill | None] = []
        self._lines: list[tuple[Line, ...]] = []

    def __len__(self) -> int:
        """Postings so far."""
        return len(self._lines)

    def add(self, at: int, reason: str, bill: Bill | None, lines: tuple[Line, ...]) -> None:
        """Keep one posting."""
        self._seconds.append(at)
        self._reasons.append(reason)
        self._bills.append(bill)
        self._lines.append(lines)

    def since(self, first: int) -> Iterator[Entry]:
        """Postings from number *first* on."""
        return zip(
            self._seconds[first:], self._reasons[first:], self._bills[first:], self._lines[first:], strict=True,
        )


class Books:
    """The ledger with what every posting also has to do.

    Args:
        world: where events go.
        rates: for amounts that change currency.
        register: told of every bill that was booked on.
        currency: the shop's currency, in which its bank account is kept.
        credit_line: how far cash may fall below zero; further, and the shop is bankrupt.
    """

    def __init__(self, world: World, rates: Rates, register: Register, currency: str, credit_line: int) -> None:
        self._world = world
        self._rates = rates
        self._register = register
        self.currency = currency
        self.credit_line = credit_line
        self.ledger = Ledger()
        self.journal = Journal()
        self._told = 0
        self.is_bankrupt = False

    @property
    def cash(self) -> int:
        """Cash at the bank, shop currency; below zero on overdraft."""
        return self.ledger.balance("cash", self.currency)

    def post(self, reason: str, bill: Bill | None, lines: Iterable[Line]) -> None:
        """Book *lines* at once, and keep the order's claim in step.

        What orders and running costs did comes as one event a day, see :meth:`close_day`; all else is said at once.
        """
        booked = self.ledger.post(lines)
        if not booked:
            return
        spent = 0
        for account, _, amount in booked:
            if account == "cash":
                spent -= amount
            elif bill is not None and (account == "platform" or account == "cod"):
                bill.receivable += amount
        self.journal.add(self._world.now, reason, bill, booked)
        if bill is not None:
            self._register.touch(bill)
        elif reason not in COSTS:
            self._world.emit(LedgerPosted(reason=reason, order="", lines=booked))
        if spent > 0:
            self._watch_cash(spent)

    def close_day(self) -> None:
        """Say what was booked on orders and as running costs since the last time, account by account."""
        sums: dict[tuple[str, str], int] = {}
        for _, reason, bill, posted in self.journal.since(self._told):
            if bill is not None or reason in COSTS:
                for account, currency, amount in posted:
                    sums[account, currency] = sums.get((account, currency), 0) + amount
        self._told = len(self.journal)
        lines = tuple((account, currency, sums[account, currency]) for account, currency in sorted(sums))
        if lines:
            self._world.emit(LedgerPosted(reason="day", order="", lines=lines))

    def paid_in_cash(self, account: str, currency: str, amount: int) -> list[Line]:
        """Lines that pay *amount* from the bank; foreign money is bought at the rate of the day and the spread."""
        if currency == self.currency:
            return [(account, currency, amount), ("cash", currency, -amount)]
        deal = self._rates.buy(amount, currency, self.currency)
        return [
            (account, currency, amount),
            ("fx", currency, -amount),
            ("fx", self.currency, deal.middle),
            ("fx_cost", self.currency, deal.cost),
            ("cash", self.currency, -deal.received),
        ]

    def owed(self) -> dict[str, int]:
        """What platforms and carriers still have to pay out, by currency, tax to be handed on not counted."""
        found = {}
        for currency, accounts in self.ledger.balances().items():
            owed = sum(accounts.get(account, 0) for account in (*CLAIMS, "tax_collected"))
            if owed or any(account in accounts for account in CLAIMS):
                found[currency] = owed
        return found

    def profit_and_loss(self) -> dict[str, int]:
        """What came of the trade so far, by account: income above zero, shop currency at the rates of the day.

        ``fx`` is what exchange rates brought between a sale and its conversion.
        """
        result: dict[str, int] = {}
        for currency, accounts in self.ledger.balances().items():
            rate = self._rates.rate(currency, self.currency)
            for account, amount in accounts.items():
                if ACCOUNTS[account] != "balance":
                    result[account] = result.get(account, 0) + convert(-amount, rate)
        return {account: result[account] for account in ACCOUNTS if account in result}

    def _watch_cash(self, spent: int) -> None:
        cash = self.cash
        before = cash + spent
        if crossed(before, cash, 0) or crossed(before, cash, -self.credit_line):
            self._world.emit(OverdraftUsed(cash=cash, credit_line=self.credit_line))
        if cash < -self.credit_line and not self.is_bankrupt:
            self.is_bankrupt = True
            self._world.emit(Bankrupt(cash=cash, credit_line=self.credit_line))


def crossed(before: int, after: int, mark: int) -> bool:
    """Whether a balance fell below *mark*."""
    return after < mark <= before
