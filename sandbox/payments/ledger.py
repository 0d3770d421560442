"""Double entry in integer minor units: debits positive, credits negative, every posting zero in each currency."""

from __future__ import annotations

from collections.abc import Iterable

from sandbox.kernel.errors import SandboxError
from sandbox.payments.accounts import ACCOUNTS

Line = tuple[str, str, int]
"""(account, currency, amount in minor units)."""


class UnbalancedPostingError(SandboxError):
    """A posting does not balance or names no account of ours: a fault of the program, never of a player."""


class Ledger:
    """Balances by account and currency. Nothing but :meth:`post` changes them."""

    def __init__(self) -> None:
        self._balances: dict[tuple[str, str], int] = {}

    def post(self, lines: Iterable[Line]) -> tuple[Line, ...]:
        """Take up a posting whole, or raise and change nothing.

        Returns:
            The lines as booked: one for each account and currency in the order of their first mention, zeros left out.

        Raises:
            UnbalancedPostingError: a currency does not sum to zero, or an account is unknown.
        """
        merged: dict[tuple[str, str], int] = {}
        sums: dict[str, int] = {}
        for account, currency, amount in lines:
            if amount:
                place = account, currency
                merged[place] = merged[place] + amount if place in merged else amount
                sums[currency] = sums[currency] + amount if currency in sums else amount
        self._check(merged, sums)
        balances = self._balances
        for place, amount in merged.items():
            balances[place] = balances.get(place, 0) + amount
        return tuple([(account, currency, amount) for (account, currency), amount in merged.items() if amount])

    def _check(self, merged: dict[tuple[str, str], int], sums: dict[str, int]) -> None:
        for currency, total in sums.items():
            if total:
                raise UnbalancedPostingError(f"expected debits and credits of {currency} to sum to zero, got {total}")
        for place in merged:
            if place not in self._balances and place[0] not in ACCOUNTS:
                raise UnbalancedPostingError(f"expected an account of the ledger, got {place[0]!r}")

    def balance(self, account: str, currency: str) -> int:
        """Debits less credits, minor units."""
        return self._balances.get((account, currency), 0)

    def balances(self) -> dict[str, dict[str, int]]:
        """Currency, then account, both in alphabetical order; accounts at zero are left out."""
        found: dict[str, dict[str, int]] = {}
        for account, currency in sorted(self._balances, key=lambda place: (place[1], place[0])):
            amount = self._balances[account, currency]
            if amount:
                found.setdefault(currency, {})[account] = amount
        return found

    def trial_balance(self) -> dict[str, int]:
        """The sum of all accounts by currency: all zero, always."""
        sums: dict[str, int] = {}
        for (_account, currency), amount in sorted(self._balances.items(), key=lambda item: item[0][1]):
            sums[currency] = sums.get(currency, 0) + amount
        return sums
