"""The help desk: who writes, who answers, how it ends. Puts the files of this package together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from sandbox.kernel.calendar import DAY
from sandbox.kernel.codec import to_bytes
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.messages import Actor, Command
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import Handler, World
from sandbox.service.arrivals import Arrivals
from sandbox.service.casework import Casework
from sandbox.service.commands import (
    AnswerOldest,
    AnswerTicket,
    ApproveRefund,
    ClaimTicket,
    ClassifyTicket,
    ConfirmCod,
    MergeTickets,
    PublishNotice,
    ResolveTicket,
    SetDeskPolicy,
)
from sandbox.service.desk_reads import DeskReads
from sandbox.service.events import DeskPolicyChanged, NoticePublished
from sandbox.service.hands import Hands
from sandbox.service.health import Health
from sandbox.service.kinds import Stage, TicketKind
from sandbox.service.letters import Letters
from sandbox.service.registry import Reads, Registry
from sandbox.service.replies import Replies
from sandbox.service.resolutions import Resolutions
from sandbox.service.roster import WAGES
from sandbox.service.staff import Staff

TAX_DUE = "tax_due"
"""Reason of :meth:`Desk.order_held` when nothing is held but the buyer is asked for tax at the door."""
POLICY_FIELDS = (
    "auto_notify", "queue", "bot", "macros", "agents", "shift_from", "shift_to", "zone", "languages",
)


class Desk(DeskReads):
    """Owns tickets, and what the desk knows of orders.

    Args:
        world: time, keyed chance and the record.
        scenario: the desk's limits, the rule book.
        reads: what it may ask of payments.
    """

    def __init__(self, world: World, scenario: Scenario, reads: Reads) -> None:
        self._world = world
        self._registry = Registry(world, scenario, reads)
        self._arrivals = Arrivals(self._registry)
        letters = Letters(self._registry)
        self._resolutions = Resolutions(self._registry, letters, scenario.shop.currency)
        self._replies = Replies(self._registry, letters, self._resolutions)
        self._health = Health(self._registry)
        hands = Hands(self._registry, self._replies, self._resolutions)
        self._registry.on_waiting.append(hands.read_by_bot)
        self._staff = Staff(self._registry, hands)
        self._casework = Casework(self._registry, self._resolutions, self._staff)
        self._notices: list[tuple[int, str, str, int]] = []

    def handlers(self) -> Mapping[type[Command], Handler]:
        """Commands that the desk decides."""
        return {
            AnswerTicket: self._replies.answer,
            AnswerOldest: self._replies.answer_oldest,
            ClassifyTicket: self._casework.classify,
            ClaimTicket: self._casework.claim,
            MergeTickets: self._casework.merge,
            ConfirmCod: self._casework.confirm_cod,
            ResolveTicket: self._resolutions.resolve,
            ApproveRefund: self._resolutions.approve,
            SetDeskPolicy: self._set_policy,
            PublishNotice: self._publish,
        }

    # what happens to orders and in the room

    def order_placed(
        self, order: int, country: str, value_minor: int, promise_days: int, *, buyer: str = "", is_cod: bool = False
    ) -> None:
        """An order, live or from the shelf, that is to be sent.

        Args:
            order: its id.
            country: of the buyer.
            value_minor: shop currency.
            promise_days: within which it was promised.
            buyer: who bought, as the market knows them; tickets of one buyer may be merged.
            is_cod: it is paid at the door.
        """
        self._arrivals.placed(order, country, value_minor, promise_days, buyer=buyer, is_cod=is_cod)

    def order_expected(self, order: int, second: int) -> None:
        """The carrier expects to deliver at *second*; what the desk promises is held against it."""
        self._arrivals.expected(order, second)

    def order_moved(self, order: int, stage: Stage) -> None:
        """The parcel is ``packed``, or ``shipped`` (left the warehouse; also when customs lets it go)."""
        self._arrivals.moved(order, stage)

    def order_held(self, order: int, reason: str) -> None:
        """Customs holds the parcel; or, with ``tax_due``, the buyer is asked for tax at the door."""
        if reason == TAX_DUE:
            self._arrivals.taxed(order)
            return
        self._arrivals.moved(order, "held")
        self._arrivals.held(order)

    def order_charged_back(self, order: int) -> None:
        """The buyer's bank asks for the money of an order."""
        self._arrivals.charged_back(order)

    def order_delivered(self, order: int, on_time: bool, damaged: bool, defect: bool, inflate_ppm: int) -> None:
        """The parcel is with its buyer; *inflate_ppm* is how much more was promised in the room than is true."""
        self._arrivals.delivered(order, damaged or defect, inflate_ppm)

    def order_lost(self, order: int) -> None:
        """The parcel will not come; its buyer keeps asking until they give up."""
        self._arrivals.moved(order, "lost")

    def return_wanted(self, order: int, reason: str) -> None:
        """The buyer wants to send it back: ``overpromise``, ``picture``, ``defect``, ``fit``, ``late`` or ``other``."""
        self._arrivals.return_wanted(order, reason)

    def order_complaint(self, order: int, kind: TicketKind) -> None:
        """The buyer of an order writes now, whatever the hazards say: for incidents of a scenario and measurements.

        Raises:
            KeyError: the desk does not know the order.
        """
        self._registry.open(kind, self._registry.files[order])

    def order_closed(self, order: int) -> None:
        """The order is over; nobody writes about it any more."""
        self._arrivals.closed(order)

    def comment_handed(self, comment: int, viewer: int, country: str, kind: str) -> None:
        """A comment of the room was handed to the desk."""
        self._arrivals.comment(comment, country, handed=True, buyer=str(viewer) if viewer else "")

    def comment_missed(self, comment: int, viewer: int, country: str, kind: str) -> None:
        """Nobody answered a comment; a few viewers write to the desk instead."""
        self._arrivals.comment(comment, country, handed=False, buyer=str(viewer) if viewer else "")

    def state_digest(self) -> bytes:
        """Files, tickets, policy and notices."""
        registry = self._registry
        return to_bytes({
            "files": [registry.files[order].row() for order in sorted(registry.files)],
            "tickets": [registry.tickets[number].row() for number in sorted(registry.tickets)],
            "policy": asdict(registry.policy),
            "notices": self._notices,
            "staff": self._staff.row(),
            "health": self._health.row(),
        })

    def close_for_good(self) -> None:
        """Play is over: hired agents work, and cost, only on days on which somebody waits; the bot stops."""
        self._staff.close_for_good()

    # commands about the desk as a whole

    def _set_policy(self, command: SetDeskPolicy, actor: Actor) -> None:
        policy = self._registry.policy
        if command.zone is not None and command.zone not in WAGES:
            known = ", ".join(WAGES)
            message = f"expected agents in one of {known}, got {command.zone}"
            raise IllegalCommandError("no_agents_there", message, zone=command.zone, known=known)
        if command.auto_notify != policy.auto_notify:
            self._arrivals.notify_all(command.auto_notify)
        for name in POLICY_FIELDS:
            value = getattr(command, name)
            if value is not None:
                setattr(policy, name, value)
        self._staff.policy_changed()
        self._world.emit(DeskPolicyChanged(**{name: getattr(policy, name) for name in POLICY_FIELDS}))

    def _publish(self, command: PublishNotice, actor: Actor) -> None:
        if not self._arrivals.waiting_in(command.country):
            message = f"expected buyers who wait in {command.country}, got none"
            raise IllegalCommandError("nobody_waits", message, country=command.country)
        recent = [row for row in self._notices if row[1:3] == (command.country, command.cause)]
        if recent and self._world.now - recent[-1][0] < DAY:
            message = f"expected a day between two notices on {command.cause} to {command.country}, got less"
            raise IllegalCommandError("told_already", message, country=command.country, cause=command.cause)
        told = self._arrivals.notice(command.country, command.cause, command.extra_days)
        self._notices.append((self._world.now, command.country, command.cause, command.extra_days))
        self._world.emit(NoticePublished(
            country=command.country, cause=command.cause, extra_days=command.extra_days, orders=told,
        ))
