"""What a hired agent, or the bot, does with one ticket: a letter, and an action by policy, right most of the time."""

from __future__ import annotations

from sandbox.service import roster
from sandbox.service.cases import Ticket
from sandbox.service.commands import Action, Macro
from sandbox.service.culture import FITTING, Content
from sandbox.service.policy import PolicyRow, judge
from sandbox.service.policy_rows import ROWS_OF
from sandbox.service.registry import Registry
from sandbox.service.replies import Replies
from sandbox.service.resolutions import NEEDS_ORDER, Resolutions

PART_PPM = 300_000
"""Part of the price an agent offers (chosen)."""
BOT_WORDS = Content(True, False, True, facts=True)
"""What the bot writes when it understands: the tracking line, politely."""


class Hands:
    """Finishes tickets on behalf of people and programs who are not the seat.

    Args:
        registry: tickets and policy.
        replies: sends what they write.
        resolutions: carries out what they decide.
    """

    def __init__(self, registry: Registry, replies: Replies, resolutions: Resolutions) -> None:
        self._registry = registry
        self._replies = replies
        self._resolutions = resolutions
        self._skill = registry.world.stream("out.service.skill")
        self._bot = registry.world.stream("out.service.bot")

    def knows(self, ticket: Ticket) -> bool:
        """Whether the agents write the buyer's language."""
        return ticket.language in self._registry.policy.languages

    def macro_for(self, ticket: Ticket) -> Macro | None:
        """The macro an agent would use now; None for own words."""
        macro = roster.MACRO_OF.get(ticket.kind)
        is_first = ticket.replies == 0
        if not self._registry.policy.macros or macro is None or not is_first:
            return None
        return macro if ticket.kind in FITTING[macro] else None

    def finish(self, ticket: Ticket) -> None:
        """An agent is done: a letter goes out, and where words are not enough an action follows."""
        languages = self._registry.policy.languages
        language = ticket.language if self.knows(ticket) or not languages else languages[0]
        _, row = judge(ROWS_OF[ticket.kind], self._resolutions.situation(ticket), "info")
        action = self._choose(ticket, row)
        if row.id == "defect_unseen" and not ticket.photo_asked:
            self._replies.write_macro(ticket, "ask_photo", language, by="agent")
            return
        macro = self.macro_for(ticket)
        if macro is not None:
            self._replies.write_macro(ticket, macro, language, by="agent")
        else:
            self._replies.write(ticket, roster.OWN_WORDS, language, fits=True, by="agent")
        if action != "info" and not (action in NEEDS_ORDER and not ticket.order):
            self._resolutions.carry_out(ticket, action, PART_PPM if action == "refund_part" else 0)

    def read_by_bot(self, ticket: Ticket) -> None:
        """The bot reads a new ticket: it answers it, answers beside the point, or leaves it to people."""
        if not self._registry.policy.bot or ticket.bot_tried or ticket.is_claimed or ticket.replies:
            return
        ticket.bot_tried = True
        solves = roster.BOT_SOLVES.get(ticket.kind, roster.BOT_SOLVES_ELSE)
        place = self._bot.unit(ticket.id)
        if place < solves:
            self._replies.write(ticket, BOT_WORDS, ticket.language, fits=True, by="bot")
        elif place >= 1 - roster.BOT_ERRS:
            ticket.was_wrong = True
            self._replies.write(ticket, BOT_WORDS, ticket.language, fits=False, by="bot", counts=False)

    def _choose(self, ticket: Ticket, row: PolicyRow) -> Action:
        """A right action, an acceptable one, or words alone, by the agent's skill."""
        place = self._skill.unit(ticket.id, ticket.contacts)
        if place < roster.DECIDES_RIGHT or not row.acceptable:
            return row.right[0]
        return row.acceptable[0] if place < roster.DECIDES_WELL else "info"
