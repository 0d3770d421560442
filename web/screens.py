"""What every watched seat shows now, as it is on disk; and who is looking."""

from __future__ import annotations

import threading
from collections import deque

import msgspec
from msgspec import Raw

from web.host.messages import ScreenPart
from web.socket_shapes import FeedPart, FeedPush, ViewPush

LINES_KEPT = 300
Place = tuple[str, str]
"""(run, seat); the seat is ``instructor`` for the teacher and ``board`` for the projector."""


class _Screen:
    def __init__(self) -> None:
        self.version = 0
        self.keys: dict[str, bytes] = {}
        self.lines: deque[tuple[int, bytes]] = deque(maxlen=LINES_KEPT)
        self.is_shown = threading.Event()
        self.viewers: set[str] = set()


class Snapshot(msgspec.Struct):
    """A whole screen."""

    version: int
    view: dict[str, Raw]
    feed: FeedPart


class Screens:
    """Screens by place. All methods may be called from any thread."""

    def __init__(self) -> None:
        self._screens: dict[Place, _Screen] = {}
        self._lock = threading.Lock()

    def join(self, place: Place, viewer: str) -> bool:
        """Somebody looks; True when nobody did before, so that the host must begin."""
        with self._lock:
            is_first = place not in self._screens
            self._screens.setdefault(place, _Screen()).viewers.add(viewer)
            return is_first

    def leave(self, place: Place, viewer: str) -> bool:
        """Somebody looks away; True when nobody looks any more, so that the host may stop."""
        with self._lock:
            screen = self._screens.get(place)
            if screen is None:
                return False
            screen.viewers.discard(viewer)
            if screen.viewers:
                return False
            del self._screens[place]
            return True

    def places(self) -> list[Place]:
        """Every place somebody looks at."""
        with self._lock:
            return list(self._screens)

    def viewers(self, place: Place) -> list[str]:
        """Who looks at a place."""
        with self._lock:
            screen = self._screens.get(place)
            return sorted(screen.viewers) if screen else []

    def wait(self, place: Place, seconds: float) -> bool:
        """Wait for the first picture of a place; False when it did not come in time."""
        with self._lock:
            screen = self._screens.get(place)
        return screen is not None and screen.is_shown.wait(seconds)

    def snapshot(self, place: Place) -> Snapshot:
        """The whole screen as it is now; version 0 and empty before the first picture."""
        with self._lock:
            screen = self._screens.get(place) or _Screen()
            lines = list(screen.lines)
            view = {name: Raw(value) for name, value in screen.keys.items()}
            feed = FeedPart(lines[0][0] if lines else 1, [Raw(line) for _, line in lines])  # type: ignore[misc]
            return Snapshot(screen.version, view, feed)

    def apply(self, run: str, part: ScreenPart, now: int) -> tuple[ViewPush | None, FeedPush | None]:
        """Take in what changed; returns what to push to those who look."""
        with self._lock:
            screen = self._screens.get((run, part.seat))
            if screen is None:
                return None, None
            if part.base == 0:
                screen.keys.clear()
                screen.lines.clear()
            screen.version = part.version
            screen.keys.update(part.patch)
            screen.lines.extend(enumerate(part.lines, part.first_line))
            screen.is_shown.set()
        patch = {name: Raw(value) for name, value in part.patch.items()}
        view = ViewPush(run, part.seat, part.version, part.base, patch, now)
        feed = FeedPush(run, part.seat, part.first_line, [Raw(line) for line in part.lines])  # type: ignore[misc]
        return view, (feed if part.lines else None)
