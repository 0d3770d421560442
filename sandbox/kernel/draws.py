"""Keyed randomness: a draw is a pure function of (secret, purpose, entity, count), never of who drew before.

``u = mix64(mix64(stream + GOLDEN * entity) + WEYL * count)``. One (stream, entity, count) decides one thing only. Names
say what is decided, not who calls: ``ctx.room.leave``, ``out.room.order``, ``bot.anchor``. The family is the part
before the first dot; each family has its own secret, so that luck can be measured by redrawing ``out`` alone:

* ``ctx`` what a player could see and react to (arrivals, tastes, thresholds, noise of the pool, incidents);
* ``out`` consequences of decisions (order, authorisation, inspection, transit, return, review);
* ``bot`` a policy's own draws, never redrawn.

The finaliser is the 64-bit mix of D. Stafford's variant 13, as used in SplitMix64 (Steele, Lea, Flood, 2014).
"""

from __future__ import annotations

import hashlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sandbox.kernel.detmath import det_log, normal_quantile
from sandbox.kernel.jit import IS_COMPILED, njit

MASK = 0xFFFFFFFFFFFFFFFF
_GOLDEN = 0x9E3779B97F4A7C15
_WEYL = 0xD1B54A32D192ED03
_MIX_1 = 0xBF58476D1CE4E5B9
_MIX_2 = 0x94D049BB133111EB
FAMILIES = ("ctx", "out", "bot")
_TWO_TO_MINUS_53 = 1.1102230246251565e-16


class Secrets:
    """The three family secrets of one run, made from the group's 256-bit secret.

    Args:
        group: the secret of the group of runs (32 bytes).
        out: another secret for the ``out`` family alone, to measure luck; the group's own if None.

    Raises:
        ValueError: a secret is not 32 bytes long.
    """

    def __init__(self, group: bytes, out: bytes | None = None) -> None:
        for secret in (group, out):
            if secret is not None and len(secret) != 32:
                raise ValueError(f"expected a secret of 32 bytes, got {len(secret)}")
        self._family = {"ctx": group, "bot": group, "out": out or group}
        self.commitment = hashlib.sha256(group).hexdigest()

    def stream(self, name: str) -> int:
        """The 64-bit key of the named stream. Raises KeyError for a name outside the three families."""
        secret = self._family[name.split(".", 1)[0]]
        return int.from_bytes(hashlib.blake2b(name.encode(), key=secret, digest_size=8).digest(), "big")


def group_secret(number: int) -> bytes:
    """A whole secret from a small number, for practice, tests and benchmarks; classes draw theirs from the system."""
    return hashlib.sha256(b"bordercast/practice/%d" % number).digest()


if IS_COMPILED:
    _U30, _U27, _U31, _U11 = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(11)
    _C1, _C2, _CG, _CW = np.uint64(_MIX_1), np.uint64(_MIX_2), np.uint64(_GOLDEN), np.uint64(_WEYL)

    @njit
    def mix64(x: Any) -> Any:
        """Scramble 64 bits: one-to-one, every input bit reaches every output bit."""
        x = (x ^ (x >> _U30)) * _C1
        x = (x ^ (x >> _U27)) * _C2
        return x ^ (x >> _U31)

    @njit
    def bits(stream: Any, entity: Any, count: Any) -> Any:
        """64 keyed bits as an unsigned integer."""
        return mix64(mix64(np.uint64(stream) + _CG * np.uint64(entity)) + _CW * np.uint64(count))

    @njit
    def unit(stream: Any, entity: Any, count: Any) -> float:
        """A keyed uniform in the open interval (0, 1), 53 bits."""
        return (np.float64(bits(stream, entity, count) >> _U11) + 0.5) * _TWO_TO_MINUS_53
else:

    def mix64(x: int) -> int:
        """Scramble 64 bits: one-to-one, every input bit reaches every output bit."""
        x = ((x ^ (x >> 30)) * _MIX_1) & MASK
        x = ((x ^ (x >> 27)) * _MIX_2) & MASK
        return x ^ (x >> 31)

    def bits(stream: int, entity: int, count: int) -> int:
        """64 keyed bits as an unsigned integer."""
        once: int = mix64((int(stream) + _GOLDEN * int(entity)) & MASK)
        twice: int = mix64((once + _WEYL * int(count)) & MASK)
        return twice

    def unit(stream: int, entity: int, count: int) -> float:
        """A keyed uniform in the open interval (0, 1), 53 bits."""
        return (float(bits(stream, entity, count) >> 11) + 0.5) * _TWO_TO_MINUS_53


@njit
def exponential(stream: Any, entity: Any, count: Any) -> float:
    """A keyed exponential with mean 1."""
    return -det_log(unit(stream, entity, count))


@njit
def normal(stream: Any, entity: Any, count: Any) -> float:
    """A keyed standard normal, by its quantile: a larger uniform never gives a smaller value."""
    return normal_quantile(unit(stream, entity, count))


def units(stream: int, entities: NDArray[np.uint64], counts: NDArray[np.uint64] | int) -> NDArray[np.float64]:
    """The same uniforms as :func:`unit` for whole columns, with numpy alone (shape of *entities*)."""

    def mix(x: NDArray[np.uint64]) -> NDArray[np.uint64]:
        x = (x ^ (x >> np.uint64(30))) * np.uint64(_MIX_1)
        x = (x ^ (x >> np.uint64(27))) * np.uint64(_MIX_2)
        return x ^ (x >> np.uint64(31))

    with np.errstate(over="ignore"):
        once = mix(np.uint64(stream) + np.uint64(_GOLDEN) * np.asarray(entities, np.uint64))
        twice = mix(once + np.uint64(_WEYL) * np.asarray(counts, np.uint64))
    return ((twice >> np.uint64(11)).astype(np.float64) + 0.5) * _TWO_TO_MINUS_53


class Stream:
    """One named stream, for code that draws one at a time: ``stream.unit(parcel, 0)``."""

    __slots__ = ("key", "_np_key")

    def __init__(self, key: int) -> None:
        self.key = key
        self._np_key = np.uint64(key)

    def unit(self, entity: int, count: int = 0) -> float:
        """A keyed uniform in (0, 1): the same bits as :func:`unit`, without a way into compiled code for each draw."""
        x = (self.key + _GOLDEN * entity) & MASK
        x = ((x ^ (x >> 30)) * _MIX_1) & MASK
        x = ((x ^ (x >> 27)) * _MIX_2) & MASK
        x = ((x ^ (x >> 31)) + _WEYL * count) & MASK
        x = ((x ^ (x >> 30)) * _MIX_1) & MASK
        x = ((x ^ (x >> 27)) * _MIX_2) & MASK
        return (float((x ^ (x >> 31)) >> 11) + 0.5) * _TWO_TO_MINUS_53

    def happens(self, probability: float, entity: int, count: int = 0) -> bool:
        """True with the given probability: a larger one never turns True into False."""
        return self.unit(entity, count) < probability

    def below(self, bound: int, entity: int, count: int = 0) -> int:
        """A keyed integer in ``0 <= k < bound``."""
        return int(self.unit(entity, count) * bound)

    def exponential(self, entity: int, count: int = 0) -> float:
        """A keyed exponential with mean 1."""
        return float(exponential(self._np_key, np.uint64(entity), np.uint64(count)))

    def normal(self, entity: int, count: int = 0) -> float:
        """A keyed standard normal."""
        return float(normal(self._np_key, np.uint64(entity), np.uint64(count)))
