"""What payments knows of one order: a row of amounts, and the questions it asks about it elsewhere."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal, NamedTuple, Protocol

NEVER = -1
RefundKind = Literal["full", "partial", "cancel", "lost", "chargeback"]


class Sale(NamedTuple):
    """What the market knows of an order at checkout."""

    sku: str
    units: int
    tax: int
    """Sales tax or VAT in what the buyer paid, in the buyer's currency, minor units."""


class Reads(Protocol):
    """What payments may ask of other domains."""

    def sale(self, order: int) -> Sale:
        """What was sold, and the tax taken at checkout."""
        ...


@dataclass(slots=True)
class Bill:
    """The money of one order, in the buyer's currency unless said otherwise."""

    order: int
    country: str
    currency: str
    sku: str
    paid: int
    tax: int
    goods_cost: int
    """Shop currency."""
    shop_value: int
    """What the order was worth in the shop's currency when it was placed."""
    state: str = "waiting"
    """``waiting``, ``paid``, ``declined`` or ``cancelled``."""
    method: str = ""
    kind: str = ""
    commission: int = 0
    payment_fee: int = 0
    refunded: int = 0
    """Of ``paid``, given back; a chargeback that was lost counts."""
    tax_refunded: int = 0
    admin: int = 0
    """Refund administration fee taken so far."""
    tax_held: int = 0
    """Tax of this order that still has to be handed on; below zero when it is to come back."""
    receivable: int = 0
    """What the platform owes for this order."""
    gross: int = 0
    """Sales less refunds that no payout has shown yet."""
    due: int = NEVER
    """Second from which the platform pays out."""
    goods_back: bool = False
    dispute: str = ""
    """Reason of the dispute that will come or came, or empty."""
    disputed: int = 0
    """Amount under dispute now."""
    is_disputing: bool = False
    """A dispute is on its way or open."""

    @property
    def left(self) -> int:
        """What could still be given back."""
        return self.paid - self.refunded - self.disputed

    @property
    def is_open(self) -> bool:
        """Money still has to move: an answer of the bank, a payout or a dispute is to come."""
        is_owed = self.due != NEVER and (self.receivable != 0 or self.tax_held != 0)
        return self.state == "waiting" or self.is_disputing or is_owed

    def row(self) -> list[Any]:
        """All fields in order, for the state digest."""
        return list(asdict(self).values())
