"""Connected sockets: who they are and what they look at."""

from __future__ import annotations

import threading

from msgspec import Struct, field

from web.screens import Place


class Viewer(Struct):
    """One connected window."""

    sid: str
    ref: str
    """Reference of its session."""
    person: str | None
    tab: str
    """Made by the page, so that a reconnect is the same tab; the connection's own id if it gives none."""
    places: set[Place] = field(default_factory=set)
    classes: set[tuple[str, str]] = field(default_factory=set)
    """(class, ``teacher``, ``projector``, ``lobby`` or ``seat``)."""


class Viewers:
    """All windows, by socket id."""

    def __init__(self) -> None:
        self._viewers: dict[str, Viewer] = {}
        self._lock = threading.Lock()

    def add(self, viewer: Viewer) -> None:
        """A window connected."""
        with self._lock:
            self._viewers[viewer.sid] = viewer

    def remove(self, sid: str) -> Viewer | None:
        """A window is gone."""
        with self._lock:
            return self._viewers.pop(sid, None)

    def find(self, sid: str) -> Viewer | None:
        """The window of a socket."""
        return self._viewers.get(sid)

    def all(self) -> list[Viewer]:
        """Every window now."""
        with self._lock:
            return list(self._viewers.values())

    def of_tab(self, tab: str) -> list[Viewer]:
        """Connections of one tab: two for a moment when it reconnects."""
        return [viewer for viewer in self.all() if viewer.tab == tab]

    def at(self, place: Place) -> list[Viewer]:
        """Windows that look at a place."""
        return [viewer for viewer in self.all() if place in viewer.places]

    def is_online(self, place: Place, person: str) -> bool:
        """True while *person* has a window at *place*."""
        return any(viewer.person == person for viewer in self.at(place))
