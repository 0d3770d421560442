"""The way every fold works: one method per event type, found by its name."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any

from sandbox.kernel.messages import EventEnvelope

On = Callable[[EventEnvelope, Any], None]


class Fold(ABC):
    """Base of the folds: routes events to the methods listed in ``routes``."""

    @abstractmethod
    def routes(self) -> Mapping[str, On]:
        """Event type to the method that adds it; the method gets the envelope and its data."""

    def __init__(self) -> None:
        self._routes = self.routes()

    def watch(self, envelope: EventEnvelope) -> None:
        """Add one event."""
        add = self._routes.get(envelope.type)
        if add is not None:
            add(envelope, envelope.data)
