"""What the seats may want of money. The first scenario needs little; the rest of the trade will add here."""

from __future__ import annotations

from typing import ClassVar

from sandbox.kernel.messages import Command, Currency, PositiveMinor


class ConvertCurrency(Command):
    """Change foreign takings into the shop's currency now, at the rate of the day less the spread."""

    type: ClassVar[str] = "payments.convert"
    currency: Currency
    amount: PositiveMinor
