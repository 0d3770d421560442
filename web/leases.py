"""One window at a time acts in a seat; others look on until they take over."""

from __future__ import annotations

import threading

from web.screens import Place


class Leases:
    """Who may act where: the tab, not the connection, so that a reconnect changes nothing."""

    def __init__(self) -> None:
        self._tabs: dict[Place, str] = {}
        self._lock = threading.Lock()

    def ask(self, place: Place, tab: str) -> bool:
        """True when *tab* may act: it did before, or nobody does."""
        with self._lock:
            return self._tabs.setdefault(place, tab) == tab

    def take(self, place: Place, tab: str) -> str | None:
        """*tab* acts from now on; returns the tab that no longer may."""
        with self._lock:
            before = self._tabs.get(place)
            self._tabs[place] = tab
            return before if before != tab else None

    def free(self, place: Place, tab: str | None = None) -> None:
        """Nobody acts any more, if it was *tab* (or whoever, when None)."""
        with self._lock:
            if tab is None or self._tabs.get(place) == tab:
                self._tabs.pop(place, None)
