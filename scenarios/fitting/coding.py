"""Columns of repeated texts as small integers: an order file has many rows and few different words."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd


class Column:
    """One column: each row the number of its text. Grows chunk by chunk; no chunk is kept.

    Args:
        key: what to keep of a text instead of the text itself; two texts of one key are one.
    """

    def __init__(self, key: Callable[[str], str] | None = None) -> None:
        self._key = key
        self._numbers: dict[str, int] = {"": 0}
        self._parts: list[Any] = []

    def add(self, texts: Any) -> None:
        """Append the rows of one chunk, a pandas Series of str."""
        codes, words = pd.factorize(texts)
        numbers = [self._number(str(word)) for word in words]
        self._parts.append(np.asarray(numbers, dtype=np.int32)[codes] if numbers else np.zeros(0, dtype=np.int32))

    def _number(self, word: str) -> int:
        text = word.strip()
        if text and self._key is not None:
            text = self._key(text)
        return self._numbers.setdefault(text, len(self._numbers))

    def codes(self) -> Any:
        """The number of each row's text, int32; 0 for an empty cell."""
        return np.concatenate(self._parts) if self._parts else np.zeros(0, dtype=np.int32)

    def texts(self) -> list[str]:
        """The different texts, by number; the first is empty."""
        return list(self._numbers)


def keyed(salt: bytes) -> Callable[[str], str]:
    """A hash of a buyer's key that nobody can redo without *salt*: BLAKE2b, 128 bit."""

    def digest(text: str) -> str:
        plain = text.casefold().removesuffix(".0").encode()
        return hashlib.blake2b(plain, key=salt, digest_size=16).hexdigest()

    return digest
