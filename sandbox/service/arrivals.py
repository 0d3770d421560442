"""Who writes to the desk, why and when: what happens to an order turns into tickets by keyed draws of that order."""

from __future__ import annotations

from collections.abc import Callable

from sandbox.kernel.calendar import DAY
from sandbox.kernel.money import PPM
from sandbox.service.alarms import Alarms, later
from sandbox.service.cases import OrderFile
from sandbox.service.clock import WaitClock
from sandbox.service.kinds import STAGES, Stage, TicketKind
from sandbox.service.registry import Registry

Reason = Callable[[OrderFile], bool]

AT_ORDER: dict[TicketKind, tuple[float, float]] = {
    "address": (0.012, 0.25), "cancel": (0.02, 0.2), "presale": (0.05, 0.1), "other": (0.015, 0.5),
}
"""Chance per order, and mean delay in waking days, of what buyers remember after they bought."""
ABOUT_PAPERS = 0.6
"""Share of other matters that are coupons and invoices; told apart where the scenario has a shelf market."""
COD_QUESTION = 0.25, 0.1
"""Chance and mean delay in waking days that who pays at the door asks about it."""
COMPLAINS: dict[TicketKind, tuple[float, float]] = {
    "defect": (0.8, 0.4), "not_as_described": (0.6, 0.8), "return": (0.6, 0.1), "customs": (0.5, 0.8),
    "tax": (0.5, 0.1), "chargeback": (0.5, 0.3),
}
"""Share of cases in which the buyer writes, and mean delay in waking days.

These and the hazards of :mod:`sandbox.service.clock` are chosen so that the mix of tickets is that of the trade's
reports (a fifth to two fifths of orders write, a third to a half of it asks where the parcel is).
"""
NOT_AS_TOLD = 0.01, 0.06
"""Share of sound deliveries that are not what was told: at honest words, and what full exaggeration adds."""
NOTIFIED = 0.5
"""What telling buyers first leaves of the question where the parcel is."""
NOTICED = 0.7
"""What a notice to a country leaves of it."""
FROM_ROOM = 0.02
"""Share of unanswered comments that come to the desk as a question."""
RETURN_KINDS: dict[str, TicketKind] = {
    "defect": "defect", "overpromise": "not_as_described", "picture": "not_as_described",
}
AFTER_SALE: tuple[TicketKind, ...] = ("defect", "not_as_described", "return")
WAITING: tuple[TicketKind, ...] = ("where_is_it", "customs", "address", "cancel", "tax", "cod")


class Arrivals:
    """Turns what happens to orders into tickets."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._world = registry.world
        self._asks = self._world.stream("out.service.where_is_it")
        self._promised: dict[int, int] = {}
        """Orders on their way, by the day for which they were promised."""
        self._alarms = Alarms(self._world, self._still_asks, self._ask)

    def placed(
        self, order: int, country: str, value: int, promise_days: int, *, buyer: str = "", is_cod: bool = False
    ) -> None:
        """A paid order: its waiting clock starts, and some buyers have second thoughts."""
        threshold = self._asks.exponential(order)
        if self._registry.policy.auto_notify:
            threshold /= NOTIFIED
        clock = WaitClock(self._world.now, promise_days, threshold)
        file = OrderFile(order, country, value, self._world.now, promise_days, clock, buyer=buyer, is_cod=is_cod)
        self._registry.files[order] = file
        self._count(file, 1)
        self._watch(file)
        for kind, (chance, mean_days) in AT_ORDER.items():
            self._maybe(self._told_apart(kind, order), file, chance, mean_days, _waits, drawn_as=kind)
        if is_cod:
            self._maybe("cod", file, *COD_QUESTION, _waits)

    def expected(self, order: int, second: int) -> None:
        """The carrier expects to deliver at *second*: what promises are held against."""
        file = self._registry.files.get(order)
        if file is not None:
            file.expected_at = second

    def moved(self, order: int, stage: Stage) -> None:
        """The parcel reached another stage of its way.

        Raises:
            ValueError: a stage that is not in the list.
        """
        if stage not in STAGES:
            raise ValueError(f"expected one of {', '.join(STAGES)}, got {stage!r}")
        file = self._registry.files.get(order)
        if file is not None and file.is_open:
            file.stage = stage

    def held(self, order: int) -> None:
        """Customs holds the parcel."""
        file = self._registry.files.get(order)
        if file is not None and file.is_open:
            self._complain("customs", file, _waits)

    def taxed(self, order: int) -> None:
        """The buyer is asked for tax at the door; a matter of its own where the scenario has a shelf market."""
        file = self._registry.files.get(order)
        if file is not None and file.is_open:
            self._complain("tax" if self._registry.is_wide else "customs", file, _waits)

    def charged_back(self, order: int) -> None:
        """The buyer's bank asks for the money; some buyers write to the shop as well."""
        file = self._registry.files.get(order)
        if file is not None:
            self._complain("chargeback", file, _always)

    def delivered(self, order: int, has_fault: bool, inflate_ppm: int) -> None:
        """The parcel is here; some find it broken, some find it other than it was told."""
        file = self._registry.files.get(order)
        if file is None or not file.is_open:
            return
        self._count(file, -1)
        file.stage, file.delivered_at = "delivered", self._world.now
        file.clock.stop()
        self._relieve(file)
        if has_fault:
            self._complain("defect", file, _not_closed)
        elif self.disappoints(order, inflate_ppm):
            self._complain("not_as_described", file, _not_closed)

    def disappoints(self, order: int, inflate_ppm: int) -> bool:
        """Whether sound goods are other than the buyer was told, at so much exaggeration."""
        honest, added = NOT_AS_TOLD
        return self._world.stream("out.service.disappointed").happens(honest + added * inflate_ppm / PPM, order)

    def return_wanted(self, order: int, reason: str) -> None:
        """The buyer wants to send it back, and may write about it."""
        file = self._registry.files.get(order)
        if file is not None and not self._registry.has_had(order, AFTER_SALE):
            self._complain(RETURN_KINDS.get(reason, "return"), file, _not_closed)

    def closed(self, order: int) -> None:
        """The order is over."""
        file = self._registry.files.get(order)
        if file is not None:
            self._count(file, -file.is_open)
            file.stage = "closed"
            file.clock.stop()

    def comment(self, comment: int, country: str, *, handed: bool, buyer: str = "") -> None:
        """A comment of the room was handed over, or nobody answered it."""
        if handed or self._world.stream("out.service.from_room").happens(FROM_ROOM, comment):
            self._registry.open_from_room(comment, country, buyer)

    def notify_all(self, on: bool) -> None:
        """From now on buyers are told first, or no longer."""
        for file in self._open_files():
            self._bend(file, NOTIFIED if on else 1 / NOTIFIED)

    def waiting_in(self, country: str) -> list[OrderFile]:
        """Orders of a country whose buyers still wait."""
        return [file for file in self._open_files() if file.country == country]

    def notice(self, country: str, cause: str, extra_days: int) -> int:
        """Tell every waiting buyer of a country; returns how many had not heard of this cause before.

        Extra days are a promise: who is told of five and waits for seven finds it broken in the next letter.
        """
        fresh = [file for file in self.waiting_in(country) if cause not in file.told]
        for file in fresh:
            file.told.append(cause)
            if extra_days:
                file.promised_by = file.placed_at + (file.promise_days + extra_days) * DAY
            self._bend(file, NOTICED)
        return len(fresh)

    def late_by(self, day: int) -> int:
        """Orders on their way that were promised for day *day*, counted from the start, or before."""
        return sum(count for due, count in self._promised.items() if due <= day)

    def _open_files(self) -> list[OrderFile]:
        return [file for file in self._registry.files.values() if file.is_open]

    def _count(self, file: OrderFile, change: int) -> None:
        day = (file.placed_at + file.promise_days * DAY) // DAY
        self._promised[day] = self._promised.get(day, 0) + change

    def _bend(self, file: OrderFile, factor: float) -> None:
        file.clock.bend(factor, self._world.now, self._registry.waking(file.country))
        self._watch(file)

    def _watch(self, file: OrderFile) -> None:
        """Look again when the buyer may write; whoever will not before the promised day, on that day."""
        clock = file.clock
        promise = clock.placed_at + clock.promise_days * DAY
        if clock.target > clock.most_before_promise() and self._world.now < promise:
            self._alarms.set(promise, file.order, clock.version)
            return
        fires_at = clock.fires_at(self._registry.waking(file.country))
        if fires_at is not None and fires_at > self._world.now:
            self._alarms.set(fires_at, file.order, clock.version)

    def _still_asks(self, order: int, version: int) -> bool:
        return self._registry.files[order].clock.version == version

    def _ask(self, order: int, version: int) -> None:
        file = self._registry.files[order]
        if file.clock.version != version:
            return
        fires_at = file.clock.fires_at(self._registry.waking(file.country))
        if fires_at is None:
            return
        if fires_at > self._world.now:
            self._alarms.set(fires_at, order, version)
            return
        file.clock.stop()
        self._registry.open("where_is_it", file)

    def _told_apart(self, kind: TicketKind, order: int) -> TicketKind:
        if kind != "other" or not self._registry.is_wide:
            return kind
        return "invoice" if self._world.stream("out.service.papers").happens(ABOUT_PAPERS, order) else "other"

    def _complain(self, kind: TicketKind, file: OrderFile, still: Reason) -> None:
        chance, mean_days = COMPLAINS[kind]
        self._maybe(kind, file, chance, mean_days, still)

    def _maybe(
        self, kind: TicketKind, file: OrderFile, chance: float, mean_days: float, still: Reason, drawn_as: str = ""
    ) -> None:
        stream = self._world.stream(f"out.service.{drawn_as or kind}")
        if stream.happens(chance, file.order):
            waking, now = self._registry.waking(file.country), self._world.now
            at = waking.after(now, mean_days * stream.exponential(file.order, 1))
            later(self._world, at - now, lambda: self._write(kind, file, still))

    def _write(self, kind: TicketKind, file: OrderFile, still: Reason) -> None:
        if still(file):
            self._registry.open(kind, file)

    def _relieve(self, file: OrderFile) -> None:
        """Who waited for the parcel has it: an open question about its way is settled by itself."""
        ticket = self._registry.open_ticket_of(file.order)
        if ticket is None or ticket.kind not in WAITING or ticket.state == "waiting_approval":
            return
        if ticket.replies:
            self._registry.settle(ticket)
        else:
            self._registry.expire(ticket)


def _not_closed(file: OrderFile) -> bool:
    return file.stage != "closed"


def _waits(file: OrderFile) -> bool:
    return file.is_open


def _always(file: OrderFile) -> bool:
    return True
