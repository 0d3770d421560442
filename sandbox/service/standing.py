"""What other parts of the trade take from the desk about an order: for reviews, disputes and repeat purchase."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sandbox.kernel.calendar import DAY
from sandbox.kernel.money import PPM
from sandbox.service.cases import NEVER, Ticket
from sandbox.service.kinds import TicketKind

COMPLAINTS: tuple[TicketKind, ...] = (
    "where_is_it", "return", "defect", "not_as_described", "customs", "tax", "chargeback",
)
"""Matters of which a buyer who is not helped will complain in a review; a question is none."""
RETURNS_PPM, IF_SATISFIED_PPM, IF_UNRESOLVED_PPM = 120_000, 100_000, -80_000
"""Chance that a buyer buys again within ninety days, and what the desk adds or takes (chosen)."""


class Standing(NamedTuple):
    """How the desk stands with the buyer of one order."""

    complained: bool
    """Wrote about something that went wrong."""
    slow: bool
    """Waited more than a day for a first reply, or is waiting that long."""
    helped: bool
    """Every matter was settled, as far as the desk can know."""


def standing_of(tickets: Sequence[Ticket], now: int) -> Standing:
    """The standing by all *tickets* of an order at second *now*."""
    complaints = [ticket for ticket in tickets if ticket.kind in COMPLAINTS and not ticket.merged_into]
    slow = any((now if one.first_reply_at == NEVER else one.first_reply_at) - one.opened_at > DAY for one in complaints)
    return Standing(bool(complaints), slow, bool(complaints) and all(one.helped for one in complaints))


def has_conversation(tickets: Sequence[Ticket]) -> bool:
    """Whether anybody has written back."""
    return any(ticket.replies for ticket in tickets)


def repeat_chance_ppm(*, satisfied: bool, unresolved: bool) -> int:
    """Chance that a buyer buys again within ninety days, by how the desk did."""
    chance = RETURNS_PPM + IF_SATISFIED_PPM * satisfied + IF_UNRESOLVED_PPM * unresolved
    return min(PPM, max(0, chance))
