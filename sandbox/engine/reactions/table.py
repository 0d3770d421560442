"""The one table from event to reaction.

Reactions run first in, first out, at the second of their event and after the code that emitted it has finished; what
they emit carries that event as its cause.
"""

from __future__ import annotations

from sandbox.engine.domains import Domains
from sandbox.engine.reactions import advertising, care, parcels, rooms, sales, shelves, sourcing
from sandbox.engine.reactions.common import Reaction
from sandbox.kernel.messages import EventEnvelope

REACTIONS: dict[str, Reaction] = {
    **rooms.REACTIONS, **sales.REACTIONS, **parcels.REACTIONS, **care.REACTIONS, **shelves.REACTIONS,
    **sourcing.REACTIONS, **advertising.REACTIONS,
}


def react(domains: Domains, envelope: EventEnvelope) -> None:
    """Let the other domains follow one event."""
    reaction = REACTIONS.get(envelope.type)
    if reaction is not None:
        reaction(domains, envelope, envelope.data)
