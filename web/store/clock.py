"""The wall clock of the server: display and expiry only, never the engine's."""

from __future__ import annotations

import time


def now() -> int:
    """Whole seconds since 1970."""
    return int(time.time())
