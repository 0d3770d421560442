"""One order on its way: a row that knows everything a process must not keep to itself."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from sandbox.kernel.calendar import DAY
from sandbox.kernel.ids import to_text

Stage = Literal[
    "reserved", "packed", "export", "line_haul", "customs", "held", "last_mile", "missing",
    "delivered", "lost", "seized", "returned", "cancelled", "coming_back", "back",
]  # fmt: skip

MOVES: dict[Stage, tuple[Stage, ...]] = {
    "reserved": ("packed", "cancelled"),
    "packed": ("export", "last_mile", "cancelled"),
    "export": ("line_haul",),
    "line_haul": ("customs", "held"),
    "customs": ("last_mile",),
    "held": ("last_mile", "returned", "seized"),
    "last_mile": ("missing", "returned", "delivered"),
    "missing": ("lost",),
    "delivered": ("coming_back", "reserved"),
    "coming_back": ("back",),
    "back": ("reserved",),
    "lost": ("reserved",),
    "seized": ("reserved",),
    "returned": (),
    "cancelled": (),
}
"""Every legal step. A parcel that ended begins again at ``reserved`` only by sending the order a second time."""

IN_WAREHOUSE: tuple[Stage, ...] = ("reserved", "packed")
ENDED: tuple[Stage, ...] = ("delivered", "lost", "seized", "returned", "cancelled", "coming_back", "back")


class Parcel(Struct):
    """An order as logistics sees it. Times are seconds of the run."""

    order: int
    sku: str
    units: int
    country: str
    service: str
    node: str
    promise_days: int
    value_minor: int
    """Price of the goods as declared, in ``currency``."""
    currency: str
    freight_minor: int
    """What the buyer paid for delivery, in ``currency``."""
    placed_at: int
    """When the order was accepted; for an order sent again, when that was decided."""
    since: int
    """When the present stage began."""
    stage: Stage = "reserved"
    attempt: int = 0
    """1, 2 ... for an order sent again; the draws of that journey are counted by it."""
    due: int = 0
    """When the present wait ends; a shock may move it."""
    consignment: int = 0
    handling: int = 0
    damaged: bool = False
    defect: bool = False
    held_reason: str = ""
    held_rule: str = ""
    is_answered: bool = False
    has_right_papers: bool = False
    has_failed: bool = False
    """True after a first attempt at the door found nobody."""
    tax_at_door: int = 0
    """What the carrier collects from the buyer, in the currency of the country."""
    price_at_door: int = 0
    """Price of the goods in the same currency."""
    asks_at: int = 0
    """When its buyer will want to send it back; 0 for never. So with the two below."""
    back_at: int = 0
    claim_at: int = 0

    @property
    def text(self) -> str:
        """The order's id as events carry it."""
        return to_text(self.order)

    @property
    def promised_at(self) -> int:
        """Second by which the buyer was told to have it."""
        return self.placed_at + self.promise_days * DAY

    def move(self, stage: Stage, now: int) -> None:
        """Go to *stage*. Raises ValueError when that step is not in :data:`MOVES`."""
        if stage not in MOVES[self.stage]:
            raise ValueError(f"order {self.text}: expected one of {MOVES[self.stage]} after {self.stage}, got {stage}")
        self.stage = stage
        self.since = now
