"""The bot in the seat of customer service: answers by macro in the buyer's language and closes by policy."""

from __future__ import annotations

from sandbox.bots.policy import Look, Wish, wish
from sandbox.bots.season.habits import HABITS
from sandbox.bots.season.service import PART_PPM, ServiceSeason
from sandbox.bots.style import Style
from sandbox.kernel.draws import Stream
from sandbox.kernel.messages import Seat
from sandbox.roles.view_types import ServiceView, TicketRow

MACROS = {"where_is_it": "tracking", "customs": "customs_explained", "return": "return_steps", "defect": "ask_photo",
          "not_as_described": "ask_photo", "cancel": "cancel_done", "address": "thanks", "presale": "thanks",
          "other": "thanks"}
ACTIONS = {"where_is_it": "info", "customs": "info", "return": "return_label", "defect": "reship",
           "not_as_described": "refund_part", "cancel": "refund_full", "address": "info", "presale": "info",
           "other": "info"}
MOST_AT_ONCE = 12


class ServiceBot:
    """Works through the inbox at its hours."""

    seat = Seat.SERVICE

    def __init__(self, style: Style) -> None:
        self.passport = style.passport
        self._style = style
        self._is_set_up = False
        self._season = ServiceSeason(HABITS[style.passport.id])

    def look(self, view: ServiceView, chance: Stream) -> Look:
        """Every few hours in the market; live it leaves the room to the anchor."""
        stage = view.common.clock.stage
        wishes: list[Wish] = []
        if not self._is_set_up:
            self._is_set_up = True
            wishes.append(wish("service.set_policy", auto_notify=self._style.tells_first,
                               queue="deadline" if self._style.tells_first else "oldest"))
        if stage == "market":
            for ticket in view.tickets[:MOST_AT_ONCE]:
                wishes += self._handle(view, ticket)
            wishes += self._season.wishes(view)
        if view.care is not None:
            wishes = self._season.manners.proper(wishes, view.common)
        return Look(tuple(wishes), 600 if stage in ("prepare", "live") else self._style.desk_every_hours * 3600)

    def _handle(self, view: ServiceView, ticket: TicketRow) -> list[Wish]:
        if ticket.state not in ("open", "reopened"):
            return []
        now = view.common.clock.now
        late = ticket.order is not None and ticket.kind == "where_is_it" and now > ticket.order.promise_at
        macro = "delay_apology" if late else MACROS.get(ticket.kind, "thanks")
        answer = wish("service.answer", ticket=ticket.id, macro=macro, language=ticket.language)
        classify = wish("service.classify", ticket=ticket.id, category=ticket.kind)
        return [answer, classify, self._close(ticket, self._season.ending(view, ticket))]

    def _close(self, ticket: TicketRow, policy: str) -> Wish:
        if self._style.refunds_everything and ticket.order is not None:
            return wish("service.resolve", ticket=ticket.id, action="refund_full")
        action = policy or ACTIONS.get(ticket.kind, "info")
        if action == "refund_part":
            return wish("service.resolve", ticket=ticket.id, action=action, share_ppm=PART_PPM)
        return wish("service.resolve", ticket=ticket.id, action=action)
