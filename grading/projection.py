"""Every type of evidence the events of a run can give, and the evidence of one run."""

from __future__ import annotations

from collections.abc import Mapping

from grading.evidence import Evidence, Projection
from grading.projections import desk, goods, room, talk, warnings
from grading.run_events import RunEvents

PROJECTIONS: dict[str, Projection] = {
    projection.type: projection for module in (talk, room, goods, desk, warnings) for projection in module.PROJECTIONS
}
"""By type of evidence. A type that stands in a framework and not here is not recorded yet."""


def evidence_of(run: RunEvents) -> Mapping[str, tuple[Evidence, ...]]:
    """All evidence of *run* by type, each type in the order of the events behind it."""
    return {
        kind: tuple(sorted(projection.make(run), key=lambda evidence: evidence.seqs[-1]))
        for kind, projection in PROJECTIONS.items()
    }
