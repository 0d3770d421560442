"""The service desk in a season: people, notices, disputes, reviews, and how a case ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from sandbox.bots.policy import Wish, wish
from sandbox.bots.season.habits import Habits
from sandbox.bots.season.manners import Manners
from sandbox.kernel.calendar import DAY
from sandbox.roles.season_parts import CarePart
from sandbox.roles.view_types import ServiceView, TicketRow

COST = {"info": 0, "return_label": 1, "coupon": 2, "escalate": 3, "refund_part": 4, "reship": 5, "refund_full": 6}
"""Actions from the cheapest to the dearest for a usual parcel."""
PART_PPM = 300_000
LAST_DAY = DAY
NOTICE_DAYS = 3
BAD_STARS = 2
DISPUTED = ("delivery_proof", "auth_proof", "conversation", "policy")


class ServiceSeason:
    """What the bot does when the view shows the desk behind the inbox."""

    def __init__(self, habits: Habits) -> None:
        self._habits = habits
        self.manners = Manners("service")
        self._staffed = False

    def wishes(self, view: ServiceView) -> list[Wish]:
        """Everything this look calls for beside the tickets."""
        if view.care is None:
            return []
        wishes = self._staff(view) + self._contest(view.care)
        wishes += [wish("service.confirm_cod", order=row.order) for row in view.care.cod
                   if self._habits.publishes and not row.confirmed and self.manners.once("cod", row.order)]
        return wishes + self._tell(view) + self._report(view.care)

    def ending(self, view: ServiceView, ticket: TicketRow) -> str:
        """The action that policy asks for; empty for the style's own habit."""
        card = view.care.cards.get(ticket.id) if view.care is not None else None
        if card is None or not card.right or self._habits.cases == "own":
            return ""
        if self._habits.cases == "first":
            return card.right[0]
        return min(card.right, key=lambda action: COST.get(action, 9))

    def _staff(self, view: ServiceView) -> list[Wish]:
        """Hire after the first day, let go on the last: wages run while anybody waits."""
        clock, habits = view.common.clock, self._habits
        wanted = habits.agents if DAY <= clock.now < clock.play_ends - LAST_DAY else 0
        if not habits.agents or (wanted > 0) == self._staffed:
            return []
        self._staffed = wanted > 0
        extra: Mapping[str, Any] = {"agents": wanted, "shift_from": habits.shift[0], "shift_to": habits.shift[1],
                                    "zone": habits.zone or "CN", "languages": list(view.common.languages)[:2]}
        return [wish("service.set_policy", auto_notify=view.auto_notify, queue=view.queue, macros=True, **extra)]

    def _contest(self, care: CarePart) -> list[Wish]:
        wishes = []
        for row in care.disputes:
            proofs = [proof for proof in row.proofs if proof in DISPUTED][:self._habits.proofs]
            if not row.answered and proofs and self.manners.every(DAY, row.deadline, "dispute", row.order):
                wishes.append(wish("payments.contest_chargeback", order=row.order, evidence=proofs))
        return wishes

    def _tell(self, view: ServiceView) -> list[Wish]:
        """Tell a country what goes on when something was announced and its buyers ask."""
        if not self._habits.publishes or view.common.notice is None:
            return []
        asking = Counter(ticket.country for ticket in view.tickets
                         if ticket.state == "open" and ticket.kind in ("customs", "where_is_it"))
        told = [row.country for row in view.notices]
        for country, _ in sorted(asking.items(), key=lambda pair: (-pair[1], pair[0]))[:1]:
            if country not in told and self.manners.once("notice", country):
                return [wish("service.publish_notice", country=country, cause="customs", extra_days=NOTICE_DAYS)]
        return []

    def _report(self, care: CarePart) -> list[Wish]:
        """Reviews by people who never bought, when they are bad."""
        if not self._habits.reports_reviews:
            return []
        return [wish("market.report_review", review=row.review, evidence=["order_mismatch"]) for row in care.reviews
                if not row.is_verified and not row.is_reported and row.stars <= BAD_STARS
                and self.manners.once("review", row.review)]
