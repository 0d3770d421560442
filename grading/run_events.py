"""The events of one run, indexed for reading, with who held which seat when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from grading.errors import EvidenceError

SEAT_TAKEN = "run.seat_taken"
PLAY_ENDED = "run.play_ended"
NEVER = 2**53
"""A second no run reaches."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of a run."""

    seq: int
    at: int
    """Second of the run."""
    type: str
    data: Mapping[str, Any]
    seat: str
    """The seat whose command caused it, or empty."""
    subject: str
    """Who sent that command, or empty."""
    cause: int
    """``seq`` of the event it follows from, or 0."""
    team: str = ""
    """Whose world it happened in; empty for what belongs to all, and where there is one team."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """Somebody held a seat from *since* until just before *until*."""

    seat: str
    holder: str
    since: int
    until: int

    @property
    def is_person(self) -> bool:
        """False for a bot and for an empty seat."""
        return bool(self.holder) and not is_bot(self.holder)


def is_bot(subject: str) -> bool:
    """Whether a subject id is that of a policy."""
    return subject.startswith("bot:")


class RunEvents:
    """All events of one run that concern one team: its own, and those that belong to all.

    Args:
        envelopes: event envelopes in order, as structs or as plain dicts with ``seq``, ``at``, ``type`` and ``data``.
        team: the team's name in a run where several meet; empty where there is one.

    Raises:
        EvidenceError: ``bad_event`` or ``bad_order``: not the envelopes of one run.
    """

    def __init__(self, envelopes: Iterable[Any], team: str = "") -> None:
        self._by_type: dict[str, list[Happening]] = defaultdict(list)
        self._by_seq: dict[int, Happening] = {}
        self._acts: set[tuple[str, str]] = set()
        last = 0
        for envelope in envelopes:
            happening = _happening(envelope)
            if happening.seq <= last:
                raise EvidenceError("bad_order", f"expected seq above {last}, got {happening.seq}")
            last = happening.seq
            if happening.team in ("", team):
                self._by_seq[last] = happening
                self._by_type[happening.type].append(happening)
                self._acts.add((happening.subject, happening.seat))
        self.tenures = tuple(self._tenures())

    def of(self, *types: str) -> list[Happening]:
        """Every event of these types, in the order of the run."""
        if len(types) == 1:
            return self._by_type.get(types[0], [])
        found = [happening for kind in types for happening in self._by_type.get(kind, ())]
        return sorted(found, key=lambda happening: happening.seq)

    def at_of(self, seq: int) -> int:
        """The second at which event *seq* happened."""
        return self._by_seq[seq].at

    def actor(self, happening: Happening) -> str:
        """Who acted: the sender of the command behind it, looked for along its causes; empty when nobody did."""
        found: Happening | None = happening
        while found and not found.subject and found.cause < found.seq:
            found = self._by_seq.get(found.cause)
        return found.subject if found else ""

    def holder(self, seat: str, at: int) -> str:
        """Who held *seat* at that second; empty when nobody did."""
        held = [t.holder for t in self.tenures if t.seat == seat and t.since <= at < t.until]
        return held[-1] if held else ""

    def acted(self, subject: str, seat: str) -> bool:
        """Whether any command of *subject* from *seat* made something happen."""
        return (subject, seat) in self._acts

    @property
    def play_ended(self) -> int:
        """Second from which nobody could act any more; far away in a run that is still played."""
        ended = self.of(PLAY_ENDED)
        return ended[0].at if ended else NEVER

    @property
    def people(self) -> tuple[str, ...]:
        """Subject ids of everybody who held a seat, bots left out, in order of id."""
        return tuple(sorted({tenure.holder for tenure in self.tenures if tenure.is_person}))

    def _tenures(self) -> Iterable[Tenure]:
        open_since: dict[str, Tenure] = {}
        for taken in self.of(SEAT_TAKEN):
            seat, holder = str(taken.data["seat"]), str(taken.data["holder"])
            before = open_since.get(seat)
            if before and before.since < taken.at:
                yield Tenure(seat, before.holder, before.since, taken.at)
            open_since[seat] = Tenure(seat, holder, taken.at, NEVER)
        yield from open_since.values()


def _happening(envelope: Any) -> Happening:
    plain = envelope if isinstance(envelope, Mapping) else msgspec.to_builtins(envelope)
    try:
        return Happening(
            seq=int(plain["seq"]),
            at=int(plain["at"]),
            type=str(plain["type"]),
            data=plain["data"],
            seat=str(plain.get("seat", "")),
            subject=str(plain.get("subject", "")),
            cause=int(plain.get("cause", 0)),
            team=str(plain.get("team", "")),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise EvidenceError("bad_event", f"expected an envelope with seq, at, type and data, got {error!r}") from None
