"""Token buckets: a seat may send ten commands a second, in bursts of twenty; an address may try a code now and then."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

from web.errors import RequestError

_KEPT = 10_000


class Buckets:
    """One bucket of tokens per key.

    Args:
        per_second: how fast a bucket fills.
        burst: how much it holds.
        clock: seconds that only go forward.
    """

    def __init__(self, per_second: float, burst: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate, self._burst, self._clock = per_second, burst, clock
        self._levels: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, key: str) -> None:
        """Take a token.

        Raises:
            RequestError: ``rate_limited``, with the milliseconds until there is one again.
        """
        self._need(key, cost=1)

    def check(self, key: str) -> None:
        """Refuse like :meth:`take`, but take nothing: for doors where only failures count.

        Raises:
            RequestError: ``rate_limited``.
        """
        self._need(key, cost=0)

    def _need(self, key: str, cost: int) -> None:
        with self._lock:
            now = self._clock()
            level, seen = self._levels.pop(key, (float(self._burst), now))
            level = min(self._burst, level + (now - seen) * self._rate)
            self._levels[key] = (level - cost if level >= 1 else level, now)
            if len(self._levels) > _KEPT:
                self._levels.popitem(last=False)
        if level < 1:
            wait = int((1 - level) / self._rate * 1000) + 1
            raise RequestError("rate_limited", f"expected a pause of {wait} ms", 429, retry_ms=wait)
