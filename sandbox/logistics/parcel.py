"""One parcel, as a place in the columns with names for its facts; and the legal steps of its life."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Generic, Literal, TypeVar, overload

from sandbox.kernel.calendar import DAY
from sandbox.kernel.scenario import Service
from sandbox.logistics.columns import (
    ANSWERED,
    CERTIFICATE_MISSING,
    DAMAGED,
    DEFECT,
    FAILED,
    RIGHT_PAPERS,
    Columns,
    Lot,
)

Stage = Literal[
    "reserved", "packed", "export", "line_haul", "customs", "held", "last_mile", "missing",
    "delivered", "lost", "seized", "returned", "cancelled", "coming_back", "back",
]  # fmt: skip
STAGES: tuple[Stage, ...] = (
    "reserved", "packed", "export", "line_haul", "customs", "held", "last_mile", "missing",
    "delivered", "lost", "seized", "returned", "cancelled", "coming_back", "back",
)  # fmt: skip
CODE: dict[Stage, int] = {stage: code for code, stage in enumerate(STAGES)}
RESERVED, PACKED, EXPORT, LINE_HAUL, CUSTOMS, IN_HOLD, LAST_MILE, MISSING, DELIVERED, GONE = range(10)
"""The codes of the first ten stages; ``GONE`` is ``lost``."""

MOVES: dict[Stage, tuple[Stage, ...]] = {
    "reserved": ("packed", "cancelled"),
    "packed": ("export", "last_mile", "cancelled"),
    "export": ("line_haul", "held"),
    "line_haul": ("customs", "held"),
    "customs": ("held", "last_mile", "missing", "returned", "delivered"),
    "held": ("last_mile", "returned", "seized"),
    "last_mile": ("missing", "returned", "delivered"),
    "missing": ("lost",),
    "delivered": ("coming_back", "reserved"),
    "coming_back": ("back",),
    "back": ("reserved",),
    "lost": ("reserved",),
    "seized": ("reserved",),
    "returned": (),
    "cancelled": (),
}
"""Every legal step. A parcel that ended begins again at ``reserved`` only by sending the order a second time. From
``customs`` the last mile follows at a known second, so nothing is written between clearance and the door."""

IN_WAREHOUSE: tuple[Stage, ...] = ("reserved", "packed")
ENDED: tuple[Stage, ...] = ("delivered", "lost", "seized", "returned", "cancelled", "coming_back", "back")

T = TypeVar("T")


class _Cell(Generic[T]):
    """A column, read and written through a parcel."""

    def __init__(self, name: str, kind: Callable[[Any], T]) -> None:
        self._name, self._kind = name, kind

    @overload
    def __get__(self, parcel: None, owner: type) -> _Cell[T]: ...

    @overload
    def __get__(self, parcel: Parcel, owner: type) -> T: ...

    def __get__(self, parcel: Parcel | None, owner: type) -> _Cell[T] | T:
        if parcel is None:
            return self
        return self._kind(getattr(parcel.columns, self._name)[parcel.row])

    def __set__(self, parcel: Parcel, value: T) -> None:
        getattr(parcel.columns, self._name)[parcel.row] = value


class _Mark:
    """One bit of the marks."""

    def __init__(self, bit: int) -> None:
        self._bit = bit

    def __get__(self, parcel: Parcel, owner: type) -> bool:
        return bool(parcel.columns.marks[parcel.row] & self._bit)

    def __set__(self, parcel: Parcel, value: bool) -> None:
        marks = int(parcel.columns.marks[parcel.row])
        parcel.columns.marks[parcel.row] = marks | self._bit if value else marks & ~self._bit


class _Word:
    """A word kept by its number."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, parcel: Parcel, owner: type) -> str:
        return parcel.columns.words[getattr(parcel.columns, self._name)[parcel.row]]

    def __set__(self, parcel: Parcel, value: str) -> None:
        getattr(parcel.columns, self._name)[parcel.row] = parcel.columns.number_of_word(value)


class Parcel:
    """An order as logistics sees it. Times are seconds of the run."""

    __slots__ = ("columns", "row", "_home")

    order = _Cell("order", int)
    promise_days = _Cell("promise_days", int)
    placed_at = _Cell("placed_at", int)
    """When the order was accepted; for an order sent again, when that was decided."""
    since = _Cell("since", int)
    """When the present stage began."""
    attempt = _Cell("attempt", int)
    """1, 2 ... for an order sent again; the draws of that journey are counted by it."""
    due = _Cell("due", int)
    """When the present wait ends; a shock may move it."""
    cleared_at = _Cell("cleared_at", int)
    consignment = _Cell("consignment", int)
    handling = _Cell("handling", int)
    tax_at_door = _Cell("tax_at_door", int)
    """What the carrier collects from the buyer, in the currency of the country."""
    price_at_door = _Cell("price_at_door", int)
    """Price of the goods in the same currency."""
    asks_at = _Cell("asks_at", int)
    """When its buyer will want to send it back; 0 for never. So with the two below."""
    back_at = _Cell("back_at", int)
    claim_at = _Cell("claim_at", int)
    held_reason = _Word("reason")
    held_rule = _Word("rule")
    back_to = _Word("back_to")
    """Node to which it is on its way back."""
    is_answered = _Mark(ANSWERED)
    has_right_papers = _Mark(RIGHT_PAPERS)
    has_failed = _Mark(FAILED)
    """True after a first attempt at the door found nobody."""
    damaged = _Mark(DAMAGED)
    defect = _Mark(DEFECT)
    lacks_certificate = _Mark(CERTIFICATE_MISSING)

    def __init__(self, home: Parcels, row: int) -> None:
        self._home = home
        self.columns = home.columns
        self.row = row

    @property
    def text(self) -> str:
        """The order's id as events carry it."""
        return self.columns.text(self.row)

    @property
    def lot(self) -> Lot:
        """Product, units, price, currency and freight."""
        return self.columns.lots[self.columns.lot[self.row]]

    @property
    def sku(self) -> str:
        """Product, or bundle."""
        return self.lot.sku

    @property
    def units(self) -> int:
        """How many."""
        return self.lot.units

    @property
    def value_minor(self) -> int:
        """Price of the goods, in :attr:`currency`."""
        return self.lot.value_minor

    @property
    def currency(self) -> str:
        """Of :attr:`value_minor`."""
        return self.lot.currency

    @property
    def service_row(self) -> Service:
        """The service of the scenario that carries it."""
        return self._home.services[self.columns.service[self.row]]

    @property
    def service(self) -> str:
        """Its id."""
        return self.service_row.id

    @property
    def country(self) -> str:
        """Where to."""
        return self.service_row.country

    @property
    def node(self) -> str:
        """Where from."""
        return self.service_row.node

    @property
    def promised_at(self) -> int:
        """Second by which the buyer was told to have it."""
        return self.placed_at + self.promise_days * DAY

    @property
    def stage(self) -> Stage:
        """Where it is now."""
        code = int(self.columns.stage[self.row])
        return "last_mile" if code == CUSTOMS and self._home.now() >= self.cleared_at else STAGES[code]

    def move(self, stage: Stage, now: int) -> None:
        """Go to *stage*. Raises ValueError when that step is not in :data:`MOVES`."""
        before = STAGES[self.columns.stage[self.row]]
        if stage not in MOVES[before]:
            raise ValueError(f"order {self.text}: expected one of {MOVES[before]} after {before}, got {stage}")
        self.columns.stage[self.row] = CODE[stage]
        self.columns.since[self.row] = now


class Parcels(Mapping[int, Parcel]):
    """Every parcel by the id of its order, in the order of acceptance.

    Args:
        services: the services of the scenario, in its order.
        now: tells the time.
    """

    def __init__(self, services: tuple[Service, ...], now: Callable[[], int]) -> None:
        self.columns = Columns()
        self.services = services
        self.now = now
        self._rows: dict[int, int] = {}

    def add(self, order: int, lot: Lot, service: int, promise_days: int) -> Parcel:
        """A new parcel."""
        number = self.columns.number_of_lot(lot)
        row = self._rows[order] = self.columns.add(order, number, service, promise_days, self.now())
        return Parcel(self, row)

    def at(self, row: int) -> Parcel:
        """The parcel in one row of the columns."""
        return Parcel(self, row)

    def __getitem__(self, order: int) -> Parcel:
        return Parcel(self, self._rows[order])

    def __iter__(self) -> Iterator[int]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)
