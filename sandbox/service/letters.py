"""Sending a reply: when, in which language, how it sounds, what it promises."""

from __future__ import annotations

from sandbox.kernel import ids
from sandbox.kernel.calendar import DAY
from sandbox.kernel.money import PPM
from sandbox.service.cases import NEVER, Ticket
from sandbox.service.culture import NOTICE, Content, tone
from sandbox.service.events import ReplySent
from sandbox.service.registry import Registry


class Letters:
    """Everything the desk writes to buyers goes through here."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._world = registry.world

    def send(self, ticket: Ticket, content: Content, language: str, *, fits: bool) -> None:
        """A reply goes out. *fits* says whether it answers this kind of ticket."""
        now, is_first = self._world.now, ticket.first_reply_at == NEVER
        if is_first:
            ticket.first_reply_at = now
        is_right = language == ticket.language
        kept = self._promise_kept(ticket, content)
        ticket.tone = tone(content, ticket.country, language_right=is_right, promise_kept=kept)
        ticket.replies += 1
        if ticket.needs_reply:
            ticket.state = "answered"
        self._world.emit(ReplySent(
            ticket=ids.to_text(ticket.id), kind=ticket.kind, first=is_first, latency_seconds=now - ticket.opened_at,
            sla_seconds=self._registry.policy.reply_seconds, language_right=is_right,
            tone_ppm=round(ticket.tone * PPM), fits=fits,
        ))

    def note(self, ticket: Ticket) -> None:
        """The platform's own note, for a ticket that is closed without a word."""
        self.send(ticket, NOTICE, ticket.language, fits=True)

    def _promise_kept(self, ticket: Ticket, content: Content) -> bool:
        """Whether what was promised about the order before is still true; takes up what is promised now."""
        file = self._registry.files.get(ticket.order)
        if file is None:
            return True
        kept = not file.is_open or file.promised_by == NEVER or self._world.now <= file.promised_by
        if content.promises_days:
            file.promised_by = self._world.now + content.promises_days * DAY
        return kept
