"""What one seat sees of a run: versioned differences by top-level key, and a feed numbered for this viewer alone."""

from __future__ import annotations

from sandbox.engine.run import Run
from sandbox.kernel.codec import to_bytes
from sandbox.roles.feed import feed_line
from web.host.messages import ScreenPart

FEED_TAIL = 200
"""Lines a new viewer gets; older ones are in the review."""


class Screen:
    """The view and feed of one seat, as they were last shown.

    Args:
        seat: whose.
        epoch: how often the run was opened; versions go on rising when it is opened again.
        team: the seat's team, empty where there is one.
    """

    def __init__(self, seat: str, epoch: int, team: str = "") -> None:
        self.seat, self.team = seat, team
        self._first = self.version = epoch * 1_000_000
        self._shown: dict[str, bytes] = {}
        self._events_read = 0
        self._lines_told = 0

    def look(self, run: Run) -> ScreenPart | None:
        """What changed since the last look; None when nothing did."""
        patch = self._patch(run)
        lines = self._lines(run)
        first = self._lines_told - len(lines) + 1
        base = 0 if self.version == self._first else self.version
        if base == 0 and len(lines) > FEED_TAIL:
            first += len(lines) - FEED_TAIL
            lines = lines[-FEED_TAIL:]
        if not (patch or lines):
            return None
        self.version += 1
        return ScreenPart(team=self.team, seat=self.seat, version=self.version, base=base, patch=patch,
                          first_line=first, lines=lines)  # fmt: skip

    def _patch(self, run: Run) -> dict[str, bytes]:
        view = run.view(self.seat, self.team)
        now = {name: to_bytes(getattr(view, name)) for name in view.__struct_fields__}
        patch = {name: value for name, value in now.items() if self._shown.get(name) != value}
        self._shown = now
        return patch

    def _lines(self, run: Run) -> list[bytes]:
        lines = []
        for event in run.events[self._events_read :]:
            if event.team not in ("", self.team):
                continue  # another team's
            if (line := feed_line(event, self.seat)) is not None:
                self._lines_told += 1
                lines.append(to_bytes({**line, "n": self._lines_told}))
        self._events_read = len(run.events)
        return lines
