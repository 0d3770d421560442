"""Everybody in the room: the columns, and the kernels that move them on."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from sandbox.kernel.draws import Stream
from sandbox.kernel.money import PPM
from sandbox.livestream import arrivals, columns, memory, passage

ROOMY = 1024
"""Rows to begin with; doubled when they run out."""


class Crowd:
    """The viewers of one room.

    Args:
        stream: gives the streams of draws by name.
        countries: share of the audience by country, in ppm; their order is the order of the ``country`` column.
    """

    def __init__(self, stream: Callable[[str], Stream], countries: dict[str, int]) -> None:
        self.countries = tuple(countries)
        self._limits: NDArray[np.float64] = np.cumsum(np.array(list(countries.values()), np.int64)) / PPM
        self._keys = np.array(
            [tuple(stream(name).key for name in columns.STREAM_NAMES.values())], columns.KEYS
        )
        self._viewers = columns.no_viewers(ROOMY)
        self._mood = np.zeros(1, columns.MOOD)
        self._dials = np.zeros(1, columns.DIALS)
        self._counts = np.zeros(1, columns.COUNTS)
        self._rows = columns.no_rows(2 * ROOMY)
        self.board = columns.Board(np.ones(4), np.zeros((2, 4, len(countries))))
        self.mood["energy"] = 0.5
        self._product = -1

    @property
    def mood(self) -> columns.Record:
        """The record of the room, ``columns.MOOD``."""
        return self._mood[0]

    @property
    def online(self) -> int:
        """Viewers present."""
        return int(self._mood[0]["online"])

    def advance(self, dials: columns.Dials) -> tuple[columns.Record, NDArray[np.int64]]:
        """Play one tick.

        Returns:
            The counts of the tick (``columns.COUNTS``) and its single happenings (R, 6); both hold until the next call.
        """
        self._counts = np.zeros(1, columns.COUNTS)
        self._dials[0] = dials
        coming = arrivals.count_entrants(self._mood, self._dials, self._keys, self._counts)
        self._make_room(self.online + coming)
        passage.play_tick(
            self._viewers, self._mood, self._dials, self.board, self._keys, self._limits, self._counts, self._rows
        )
        counts = self._counts[0]
        return counts, self._rows[: counts["rows"]]

    @property
    def product(self) -> int:
        """Place in the catalogue of what is on screen, -1 for nothing."""
        return self._product

    def _make_room(self, people: int) -> None:
        if people > len(self._viewers.id):
            self._viewers = columns.with_room_for(self._viewers, people)
            self._rows = columns.no_rows(2 * len(self._viewers.id))

    def change_product(self, product: int) -> None:
        """Put the product at that place of the catalogue on screen, -1 for none."""
        memory.change_product(self._viewers, self._mood, self._product, product)
        self._product = product

    def remember(self, viewer: int, effect: float) -> bool:
        """Let a viewer stay *effect* log units longer and lean to buy; False when the viewer has left."""
        return bool(memory.remember(self._viewers, self._mood, viewer, effect))

    def remember_all(self, viewers: list[int], effect: float) -> None:
        """The same for several viewers, in that order."""
        memory.remember_all(self._viewers, self._mood, np.array(viewers, np.int64), effect)

    def state_bytes(self) -> bytes:
        """Every column of those present, and the room's records, bit by bit."""
        people = b"".join(column[: self.online].tobytes() for column in self._viewers)
        board = b"".join(column.tobytes() for column in self.board)
        return people + self._mood.tobytes() + self._product.to_bytes(1, "big", signed=True) + board
