"""One purchase order as a row: what was agreed, what was drawn for it, where it stands."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from sandbox.kernel.calendar import DAY
from sandbox.market.supply.events import Because

State = Literal["making", "sorting", "waiting", "travelling", "received", "cancelled"]


class Purchase(Struct, kw_only=True):
    """A purchase order from the first day to the last."""

    purchase: str
    number: int
    """The 64-bit id: the key of everything drawn for it."""
    supplier: str
    sku: str
    units: int
    unit_cost: int
    node: str
    haul: str
    qc_units: int
    if_bad: str
    ordered_at: int
    promised: int
    """Second at which the supplier said it would hand over."""
    ready_at: int
    """Second at which it really can."""
    because: Because
    """What made it late or early: terms of the logarithm of its time."""
    deposit: int
    paid: int
    """Deposit, then the whole price."""
    state: State = "making"
    told: int
    """What the team knows: the promise, then the new date of a delay."""
    lot: str = ""
    inspected: int = 0
    found: int = 0
    outcome: str = ""
    """Of the inspection."""
    reason: str = ""
    """Why it waits or ended."""
    gives_up_at: int = 0

    @property
    def price(self) -> int:
        """The whole price, shop currency."""
        return self.units * self.unit_cost

    @property
    def rest(self) -> int:
        """What is still to be paid."""
        return self.price - self.paid

    @property
    def notice_at(self) -> int:
        """Second at which a late supplier admits it: a day before the promised one."""
        return max(self.ordered_at + 1, self.promised - DAY)

    @property
    def is_late(self) -> bool:
        """More than a day behind its promise."""
        return self.ready_at > self.promised + DAY

    @property
    def is_open(self) -> bool:
        """Neither received nor cancelled."""
        return self.state not in ("received", "cancelled")
