"""Answering: what a reply is worth to the buyer, and what the buyer does next."""

from __future__ import annotations

from sandbox.kernel.calendar import DAY, HOUR
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.messages import Actor
from sandbox.service.alarms import Alarms, later
from sandbox.service.cases import Ticket
from sandbox.service.commands import AnswerOldest, AnswerTicket, Macro
from sandbox.service.culture import FITTING, MACROS, Content, content_of
from sandbox.service.events import PhotoReceived
from sandbox.service.letters import Letters
from sandbox.service.registry import Registry
from sandbox.service.resolutions import Resolutions

SATISFIED_AFTER = 2 * DAY
"""A fitting answer without more questions settles a ticket after so long."""
DOUBTS_AFTER = 12 * HOUR
"""After an answer that does not fit the buyer writes again, or gives up."""
WRITES_AGAIN = 0.7
SENDS_PHOTO = 0.9
PHOTO_DAYS = 0.3
"""Mean waking days until the picture comes."""


class Replies:
    """Replies to buyers.

    Args:
        registry: tickets and order files.
        letters: sends them.
        resolutions: closes a ticket where information was all the buyer needed.
    """

    def __init__(self, registry: Registry, letters: Letters, resolutions: Resolutions) -> None:
        self._registry = registry
        self._world = registry.world
        self._letters = letters
        self._resolutions = resolutions
        self._thoughts = Alarms(self._world, self._still_thinks, self._think)

    def answer(self, command: AnswerTicket, actor: Actor) -> None:
        """Reply with a macro or in own words.

        Raises:
            IllegalCommandError: ``ticket_unknown``, ``already_closed``, or ``reply_empty`` unless exactly one of macro
                and own words is given.
        """
        ticket = self._registry.open_ticket(command.ticket)
        if (command.macro is None) == (command.reply is None):
            got = "neither" if command.macro is None else "both"
            raise IllegalCommandError("reply_empty", f"expected a macro or own words, got {got}", got=got)
        if command.reply is not None:
            content = content_of(command.reply)
            self.write(ticket, content, command.reply.language, fits=content.answers(ticket.kind))
        elif command.macro is not None:
            self.write_macro(ticket, command.macro, command.language)

    def answer_oldest(self, command: AnswerOldest, actor: Actor) -> None:
        """Reply to the ticket that has waited longest among those where the buyer wrote last.

        Raises:
            IllegalCommandError: ``no_ticket``.
        """
        waiting = [one for one in self._registry.waiting.values() if command.kind in (None, one.kind)]
        if not waiting:
            kind = command.kind or "any kind"
            raise IllegalCommandError("no_ticket", f"expected a waiting ticket of {kind}, got none", kind=kind)
        ticket = min(waiting, key=lambda ticket: (ticket.opened_at, ticket.id))
        self.write_macro(ticket, command.macro, command.language or ticket.language)

    def write(
        self, ticket: Ticket, content: Content, language: str, *, fits: bool, by: str = "seat", counts: bool = True
    ) -> None:
        """Send words, and let the buyer think about them; see :meth:`Letters.send`."""
        self._letters.send(ticket, content, language, fits=fits, by=by, counts=counts)
        ticket.fits = fits
        self._thoughts.set(self._world.now + (SATISFIED_AFTER if fits else DOUBTS_AFTER), ticket.id, ticket.replies)

    def write_macro(self, ticket: Ticket, macro: Macro, language: str, by: str = "seat") -> None:
        """Send a macro; whether it fits depends on the matter, and for ``refund_done`` on the refund."""
        fits = ticket.kind in FITTING[macro] or (macro == "refund_done" and ticket.refunded)
        self.write(ticket, MACROS[macro], language, fits=fits, by=by)
        if macro == "ask_photo" and fits and not ticket.photo_asked:
            ticket.photo_asked = True
            self._ask_photo(ticket)

    def _ask_photo(self, ticket: Ticket) -> None:
        stream = self._world.stream("out.service.photo")
        if stream.happens(SENDS_PHOTO, ticket.id):
            waking, now = self._registry.waking(ticket.country), self._world.now
            comes_at = waking.after(now, PHOTO_DAYS * stream.exponential(ticket.id, 1))
            later(self._world, comes_at - now, lambda: self._photo(ticket))

    def _photo(self, ticket: Ticket) -> None:
        if ticket.is_closed:
            return
        ticket.has_photo = True
        if ticket.state == "answered":
            self._registry.await_reply(ticket)
        self._world.emit(PhotoReceived(ticket=ticket.text, due=ticket.due))

    def _still_thinks(self, number: int, replies: int) -> bool:
        ticket = self._registry.tickets[number]
        return ticket.state == "answered" and ticket.replies == replies

    def _think(self, number: int, replies: int) -> None:
        """What follows a reply if nothing else happens: content, another letter, or silence for good."""
        if not self._still_thinks(number, replies):
            return
        ticket = self._registry.tickets[number]
        if ticket.fits and self._resolutions.settle(ticket):
            return
        if self._world.stream("out.service.writes_again").happens(WRITES_AGAIN, number, replies):
            self._registry.reopen(ticket)
        else:
            self._registry.expire(ticket)
