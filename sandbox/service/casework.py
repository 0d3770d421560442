"""Commands about single tickets and orders that are decided in a few lines: classify, claim, merge, confirm."""

from __future__ import annotations

from sandbox.kernel import ids
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.messages import Actor
from sandbox.service.cases import NEVER, OrderFile, Ticket
from sandbox.service.commands import ClaimTicket, ClassifyTicket, ConfirmCod, MergeTickets
from sandbox.service.events import TicketAssigned, TicketClassified, TicketMerged
from sandbox.service.registry import Registry
from sandbox.service.resolutions import Resolutions
from sandbox.service.staff import Staff

UNSHIPPED = ("placed", "packed")


class Casework:
    """Sorts tickets and calls buyers.

    Args:
        registry: tickets and order files.
        resolutions: books a call to a buyer.
        staff: gets back what the seat lets go.
    """

    def __init__(self, registry: Registry, resolutions: Resolutions, staff: Staff) -> None:
        self._registry = registry
        self._resolutions = resolutions
        self._staff = staff
        self._world = registry.world

    def classify(self, command: ClassifyTicket, actor: Actor) -> None:
        """Put a ticket under a cause.

        Raises:
            IllegalCommandError: ``ticket_unknown`` or ``already_closed``.
        """
        ticket = self._registry.open_ticket(command.ticket)
        ticket.category = command.category
        self._world.emit(TicketClassified(ticket=ticket.text, category=command.category))

    def claim(self, command: ClaimTicket, actor: Actor) -> None:
        """Take a ticket, or let it go.

        Raises:
            IllegalCommandError: ``ticket_unknown``, ``already_closed``, ``already_assigned``, or ``ticket_taken`` while
                a hired agent is at work on it.
        """
        ticket = self._registry.open_ticket(command.ticket)
        if ticket.is_claimed == (command.to == "seat"):
            message = f"expected a ticket that is not with the {command.to}, got #{ticket.label}, which is"
            raise IllegalCommandError("already_assigned", message, label=ticket.label, to=command.to)
        if ticket.agent != NEVER:
            left = (ticket.done_at - self._world.now) // 60 + 1
            message = f"expected a ticket nobody works on, got #{ticket.label}: an agent needs {left} more minutes"
            raise IllegalCommandError("ticket_taken", message, label=ticket.label, minutes=left)
        ticket.is_claimed = command.to == "seat"
        self._world.emit(TicketAssigned(ticket=ticket.text, to=command.to))
        if not ticket.is_claimed:
            self._staff.released(ticket)

    def merge(self, command: MergeTickets, actor: Actor) -> None:
        """Go on with two tickets of one buyer as one.

        Raises:
            IllegalCommandError: ``ticket_unknown``, ``already_closed``, ``same_ticket``, ``needs_approval`` while a
                refund of the first one waits, or ``not_same_buyer``.
        """
        ticket, into = self._registry.open_ticket(command.ticket), self._registry.open_ticket(command.into)
        if ticket is into:
            message = f"expected two tickets, got #{ticket.label} twice"
            raise IllegalCommandError("same_ticket", message, label=ticket.label)
        if ticket.state == "waiting_approval":
            message = f"expected operations to decide first about the refund of #{ticket.label}"
            raise IllegalCommandError("needs_approval", message, label=ticket.label)
        if not _same_buyer(ticket, into):
            message = f"expected two tickets of one buyer, got #{ticket.label} and #{into.label} of two"
            raise IllegalCommandError("not_same_buyer", message, label=ticket.label, other=into.label)
        ticket.merged_into = into.id
        into.contacts += ticket.contacts
        if ticket.needs_reply and into.state == "answered":
            self._registry.back_to_work(into)
        into.due = min(ticket.due, into.due)
        into.has_photo |= ticket.has_photo
        self._registry.close(ticket)
        self._world.emit(TicketMerged(ticket=ticket.text, into=into.text, due=into.due))

    def confirm_cod(self, command: ConfirmCod, actor: Actor) -> None:
        """Call the buyer of an order paid at the door.

        Raises:
            IllegalCommandError: ``order_unknown``, ``not_cod``, ``already_shipped`` or ``already_confirmed``.
        """
        self._resolutions.confirm_cod(self._callable(command.order))

    def _callable(self, text: str) -> OrderFile:
        try:
            file = self._registry.files[ids.from_text(text)]
        except (KeyError, ValueError):
            raise IllegalCommandError("order_unknown", f"expected an order of this shop, got {text!r}") from None
        if not file.is_cod:
            raise IllegalCommandError("not_cod", "expected an order paid at the door, got one paid before", order=text)
        if file.stage not in UNSHIPPED:
            message = f"expected an order that has not left, got one that is {file.stage}"
            raise IllegalCommandError("already_shipped", message, order=text, stage=file.stage)
        if file.is_confirmed:
            raise IllegalCommandError("already_confirmed", "expected a buyer who was not called yet", order=text)
        return file


def _same_buyer(one: Ticket, other: Ticket) -> bool:
    return (one.order == other.order and one.order != 0) or (one.buyer == other.buyer and one.buyer != "")
