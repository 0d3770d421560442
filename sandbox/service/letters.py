"""Sending a reply: when, in which language, how it sounds, what it promises."""

from __future__ import annotations

from sandbox.kernel.calendar import DAY
from sandbox.kernel.money import PPM
from sandbox.service.cases import NEVER, Ticket
from sandbox.service.culture import NOTICE, Content, owes_apology, tone
from sandbox.service.events import ReplyFlagged, ReplySent
from sandbox.service.registry import Registry


class Letters:
    """Everything the desk writes to buyers goes through here."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._world = registry.world

    def send(
        self, ticket: Ticket, content: Content, language: str, *, fits: bool, by: str = "seat", counts: bool = True
    ) -> None:
        """A reply goes out.

        Args:
            ticket: what it is about.
            content: what it contains.
            language: it is written in.
            fits: it answers this kind of ticket.
            by: who wrote: ``seat``, ``agent``, ``bot`` or ``platform``.
            counts: it is a first reply in the eyes of platform and buyer; a wrong answer of the bot is none.
        """
        now, is_first = self._world.now, counts and ticket.first_reply_at == NEVER
        if is_first:
            ticket.first_reply_at = now
        is_right = language == ticket.language
        kept = self._promise_kept(ticket, content)
        due = owes_apology(ticket.kind, ticket.country, self._is_late(ticket))
        ticket.tone = tone(content, ticket.country, language_right=is_right, promise_kept=kept, apology_due=due)
        ticket.was_wrong |= bool(content.forbidden)
        ticket.replies += 1
        self._registry.answered(ticket)
        self._world.emit(ReplySent(
            ticket=ticket.text, kind=ticket.kind, first=is_first, latency_seconds=now - ticket.opened_at,
            sla_seconds=self._registry.policy.reply_seconds, language_right=is_right,
            tone_ppm=round(ticket.tone * PPM), fits=fits, by=by,
        ))
        if content.forbidden:
            self._world.emit(ReplyFlagged(ticket=ticket.text, rules=content.forbidden))

    def note(self, ticket: Ticket) -> None:
        """The platform's own note, for a ticket that is closed without a word."""
        self.send(ticket, NOTICE, ticket.language, fits=True, by="platform")

    def _is_late(self, ticket: Ticket) -> bool:
        file = self._registry.files.get(ticket.order)
        return file is not None and file.is_open and self._world.now > file.placed_at + file.promise_days * DAY

    def _promise_kept(self, ticket: Ticket, content: Content) -> bool:
        """Whether what was promised before is still true, and what is promised now can be; takes up the promise."""
        file = self._registry.files.get(ticket.order)
        if file is None:
            return True
        now = self._world.now
        kept = not file.is_open or file.promised_by == NEVER or now <= file.promised_by
        if content.promises_days and file.is_open:
            file.promised_by = now + content.promises_days * DAY
            kept &= file.stage != "lost" and file.expected_at <= file.promised_by
        return kept
