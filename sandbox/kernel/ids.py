"""Ids are a hash of (parent id, ordinal among that parent's children), never a run-wide counter.

An entity that is born in one replay and not in another must not rename its neighbours: then two replays of an edited
log can be compared entity by entity. Short numbers on screens are labels only.
"""

from __future__ import annotations

import hashlib

from sandbox.kernel.draws import MASK

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_PAIRS = tuple(high + low for high in _ALPHABET for low in _ALPHABET)
"""Two letters at once: ids become text some ten thousand times in a replay."""
_TO_PYTHON = dict.fromkeys(range(128), "!") | dict(
    zip(map(ord, _ALPHABET), "0123456789abcdefghijklmnopqrstuv", strict=True)
)
"""Our letters as those of ``int(text, 32)``; every other one becomes what it refuses."""


def child(parent: int, kind: str, ordinal: int) -> int:
    """The 64-bit id of the *ordinal*-th child of one kind of *parent*: ``child(viewer, "order", 0)``."""
    text = b"%d/%s/%d" % (parent & MASK, kind.encode(), ordinal)
    return int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "big")


def to_text(number: int) -> str:
    """Thirteen letters of base 32, because a browser's numbers end at 2**53."""
    pairs = _PAIRS
    return (
        _ALPHABET[number >> 60 & 31] + pairs[number >> 50 & 1023] + pairs[number >> 40 & 1023]
        + pairs[number >> 30 & 1023] + pairs[number >> 20 & 1023] + pairs[number >> 10 & 1023] + pairs[number & 1023]
    )


def from_text(text: str) -> int:
    """The inverse of :func:`to_text`.

    Raises:
        ValueError: not thirteen letters of the alphabet.
    """
    try:
        if len(text) == 13 and text.isascii():
            return int(text.translate(_TO_PYTHON), 32)
    except ValueError:
        pass
    raise ValueError(f"expected an id of 13 base-32 letters, got {text!r}")
