"""The way every fold works: one method per event type, found by its name."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any

from sandbox.kernel.messages import EventEnvelope

On = Callable[[EventEnvelope, Any], None]


class Fold(ABC):
    """Base of the folds: says which method adds an event of which type."""

    @abstractmethod
    def routes(self) -> Mapping[str, On]:
        """Event type to the method that adds it; the method gets the envelope and its data."""
