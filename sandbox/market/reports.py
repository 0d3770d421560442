"""Asking buyers for reviews, and telling the platform about false ones."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

from sandbox.kernel.calendar import DAY
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.ids import from_text, to_text
from sandbox.kernel.messages import Actor
from sandbox.kernel.world import World
from sandbox.market.commands import InviteReview, ReportReview
from sandbox.market.events import ReportDecided, ReviewInvited, ReviewReported
from sandbox.market.order import Order
from sandbox.market.reviews import Reviews

DECIDES_AFTER = 3 * DAY
REMOVED, REMOVED_TRUE = 0.5, 0.05
"""Chance that a report with evidence removes a false review, and one of a real buyer: chosen."""


class Reports:
    """Handlers of the two commands about reviews.

    Args:
        world: time, chance and record.
        reviews: of the shop.
        order: finds an order by its id.
    """

    def __init__(self, world: World, reviews: Reviews, order: Callable[[int], Order | None]) -> None:
        self._world, self._reviews, self._order = world, reviews, order
        self._decides = world.stream("out.market.report")
        self.open: dict[int, tuple[int, int]] = {}
        """Review to the second of the decision and the number of proofs."""

    def invite(self, command: InviteReview, actor: Actor) -> None:
        """Ask a buyer for a review.

        Raises:
            IllegalCommandError: ``unknown_order``, ``not_delivered`` or ``already_invited``.
        """
        order = self._order(from_text(command.order))
        if order is None:
            raise IllegalCommandError("unknown_order", f"expected an order of this shop, got {command.order}")
        if order.state not in ("delivered", "completed"):
            message = f"expected a delivered order, {command.order} is {order.state}"
            raise IllegalCommandError("not_delivered", message, state=order.state)
        if order.is_invited:
            raise IllegalCommandError("already_invited", f"expected one invitation, {command.order} had one")
        self._reviews.invite(order)
        self._world.emit(ReviewInvited(order=command.order))

    def report(self, command: ReportReview, actor: Actor) -> None:
        """Tell the platform that a review is false.

        Raises:
            IllegalCommandError: ``unknown_review`` or ``already_reported``.
        """
        review = from_text(command.review)
        row = self._reviews.posted.get(review)
        if row is None:
            raise IllegalCommandError("unknown_review", f"expected a review that stands, got {command.review}")
        if row.is_reported:
            raise IllegalCommandError("already_reported", f"expected one report, {command.review} had one")
        row.is_reported = True
        proofs = len(dict.fromkeys(command.evidence))
        self.open[review] = (self._world.now + DECIDES_AFTER, proofs)
        self._world.emit(ReviewReported(review=command.review, sku=row.sku, listing=row.listing, proofs=proofs))
        self._world.process(self._decide(review))

    def _decide(self, review: int) -> Generator[Any, Any, None]:
        yield self._world.timeout(DECIDES_AFTER)
        _, proofs = self.open.pop(review)
        row = self._reviews.posted[review]
        chance = (REMOVED_TRUE if row.verified else REMOVED) if proofs else 0.0
        removed = self._decides.happens(chance, review)
        self._world.emit(ReportDecided(review=to_text(review), sku=row.sku, listing=row.listing, removed=removed))
        if removed:
            self._reviews.take_back(review)

    def state(self) -> list[object]:
        """For the digest."""
        return [[review, *row] for review, row in sorted(self.open.items())]
