"""What the journal says: profit by order, day, platform and country, and where the cash went."""

from __future__ import annotations

from typing import Literal

from sandbox.kernel.money import convert
from sandbox.payments.accounts import ACCOUNTS
from sandbox.payments.bill import Bill
from sandbox.payments.ledger import Line
from sandbox.payments.posting import Books
from sandbox.payments.rates import Rates

View = Literal["day", "platform", "country"]
OVERHEAD = "-"
"""Where costs of no order stand when profit is shown by platform or country."""


class Reports:
    """Adds the journal up when somebody asks, from where it stopped the last time.

    Results are in the shop's currency, income above zero; amounts in foreign currency at the rates of the day of
    reading, as in the profit and loss of the whole.
    """

    def __init__(self, rates: Rates, books: Books) -> None:
        self._rates = rates
        self._books = books
        self._read = 0
        self._results: dict[View, dict[tuple[str, str, str], int]] = {"day": {}, "platform": {}, "country": {}}
        self._cash: dict[tuple[int, str], int] = {}
        self._by_order: dict[int, list[tuple[Line, ...]]] = {}

    def profit(self, by: View) -> dict[str, dict[str, int]]:
        """Profit and loss of each day, platform or country: account to result. Days are counted from 0."""
        self._catch_up()
        found: dict[str, dict[str, int]] = {}
        for (key, account, currency), amount in sorted(self._results[by].items()):
            row = found.setdefault(key, {})
            row[account] = row.get(account, 0) - self._in_shop_currency(amount, currency)
        return found

    def cash_flow(self) -> dict[int, dict[str, int]]:
        """Day to reason to what it brought to the bank account or took from it."""
        self._catch_up()
        found: dict[int, dict[str, int]] = {}
        for (day, reason), amount in sorted(self._cash.items()):
            found.setdefault(day, {})[reason] = amount
        return found

    def of_order(self, bill: Bill) -> dict[str, int]:
        """Profit and loss of one order."""
        result: dict[str, int] = {}
        self._catch_up()
        for lines in self._by_order.get(bill.order, ()):
            for account, currency, amount in lines:
                if ACCOUNTS[account] != "balance":
                    value = self._in_shop_currency(amount, currency)
                    result[account] = result.get(account, 0) - value
        return {account: result[account] for account in ACCOUNTS if result.get(account)}

    def _catch_up(self) -> None:
        own, first = self._books.currency, self._rates.first_day
        for at, reason, bill, lines in self._books.journal.since(self._read):
            day = self._rates.day_of(at) - first
            date = f"{day:03d}"
            platform, country = (bill.platform, bill.country) if bill is not None else (OVERHEAD, OVERHEAD)
            if bill is not None:
                self._by_order.setdefault(bill.order, []).append(lines)
            for account, currency, amount in lines:
                if ACCOUNTS[account] != "balance":
                    for by, key in (("day", date), ("platform", platform), ("country", country)):
                        rows = self._results[by]  # type: ignore[index]
                        rows[key, account, currency] = rows.get((key, account, currency), 0) + amount
                elif account == "cash" and currency == own:
                    self._cash[day, reason] = self._cash.get((day, reason), 0) + amount
        self._read = len(self._books.journal)

    def _in_shop_currency(self, amount: int, currency: str) -> int:
        return convert(amount, self._rates.rate(currency, self._books.currency))
