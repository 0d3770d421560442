"""What payments knows of one order: a row of amounts, and the questions it asks about it elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Literal, NamedTuple, Protocol

NEVER = -1
RefundKind = Literal["full", "partial", "cancel", "lost", "refused", "chargeback"]


class Sale(NamedTuple):
    """What the market knows of an order at checkout."""

    sku: str
    units: int
    tax: int
    """Sales tax or VAT in what the buyer paid, in the buyer's currency, minor units."""
    platform: str = ""
    """Profile of the fee card, lower case; the shop's own platform if empty."""
    creator_ppm: int = 0
    """Share of the net price that a creator who sold it gets."""
    parts: tuple[tuple[str, int], ...] = ()
    """(product, number) in one unit of what was sold; the product itself if empty."""


class Reads(Protocol):
    """What payments may ask of other domains."""

    def sale(self, order: int) -> Sale:
        """What was sold, and the tax taken at checkout."""
        ...

    def proofs(self, order: int) -> tuple[str, ...]:
        """What the shop could show a bank: ``delivery_proof``, ``conversation``, ``policy``.

        That the bank checked the buyer (``auth_proof``) payments knows by itself.
        """
        ...


@dataclass(slots=True)
class Bill:
    """The money of one order, in the buyer's currency unless said otherwise."""

    order: int
    ident: str
    """The order's id as text."""
    country: str
    currency: str
    platform: str
    sku: str
    category: str
    parts: tuple[tuple[str, int], ...]
    """(product, units) of all that leaves the warehouse."""
    paid: int
    tax: int
    creator_ppm: int
    shop_value: int
    """What the order was worth in the shop's currency when it was placed."""
    goods_costs: tuple[int, ...] = ()
    """What each of ``parts`` cost, shop currency; known once it is sold."""
    state: str = "waiting"
    """``waiting``, ``paid``, ``declined`` or ``cancelled``."""
    method: str = ""
    kind: str = ""
    step_at: int = NEVER
    """Second of the next answer while the order waits: of the bank, of a voucher, or of the review."""
    answer: str = ""
    """What the next answer will say: empty for yes, else why not. Nobody may see this before it comes."""
    retry_seconds: int = 0
    """The next answer is a soft no; the second one comes so long after it."""
    is_suspect: bool = False
    """The screen will stop it when the bank has said yes."""
    score_ppm: int = 0
    """How unsuspicious it looked: so many of a million good orders look worse."""
    is_flagged: bool = False
    """The screen stopped it and somebody has to look at it."""
    is_fraud: bool = False
    """A stolen card. Nobody who plays may see this."""
    is_checked: bool = False
    """The bank checked the buyer itself and bears most of a fraud."""
    commission: int = 0
    creator: int = 0
    payment_fee: int = 0
    refunded: int = 0
    """Of ``paid``, given back; a chargeback that was lost counts."""
    tax_refunded: int = 0
    admin: int = 0
    """Refund administration fee taken so far."""
    tax_held: int = 0
    """Tax of this order that still has to be handed on; below zero when it is to come back."""
    receivable: int = 0
    """What the platform, or the carrier who collects cash, owes for this order."""
    gross: int = 0
    """Sales less refunds that no payout has shown yet."""
    due: int = NEVER
    """Second from which it is paid out."""
    is_delivered: bool = False
    is_confirmed: bool = False
    """Cash on delivery: the buyer said on the telephone that the parcel is wanted."""
    goods_back: bool = False
    dispute: str = ""
    """Reason of the dispute that will come or came, or empty."""
    disputed: int = 0
    """Amount under dispute now."""
    is_disputing: bool = False
    """A dispute is on its way or open."""
    answer_by: int = NEVER
    """Second until which an open dispute can be answered."""
    evidence: int = NEVER
    """Proofs that were sent and exist; below zero while nobody has answered."""

    @property
    def left(self) -> int:
        """What could still be given back."""
        return self.paid - self.refunded - self.disputed

    @property
    def claim(self) -> str:
        """The account where its money waits."""
        return "cod" if self.kind == "cod" else "platform"

    @property
    def is_due(self) -> bool:
        """Something is or will be paid out, or has to come back."""
        return self.due != NEVER and (self.receivable != 0 or self.tax_held != 0)

    @property
    def is_open(self) -> bool:
        """Money still has to move: an answer of the bank, a payout or a dispute is to come."""
        return self.state == "waiting" or self.is_disputing or self.is_due

    def row(self) -> tuple[Any, ...]:
        """All fields that decide the future, in order, for the state digest."""
        values: tuple[Any, ...] = _FIELDS(self)
        return values


_FIELDS = attrgetter(*Bill.__slots__)
