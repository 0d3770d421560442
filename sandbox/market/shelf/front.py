"""A team's side of the shelf, put together: listings, their commands, and the buyers who come back."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sandbox.kernel.calendar import DAY
from sandbox.kernel.messages import Command
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import Handler, World
from sandbox.market.commands import (
    ChangeListingPrice,
    CreateListing,
    EnrolCampaign,
    IssueListingCoupon,
    SetBundle,
    SetListingPrice,
)
from sandbox.market.goods import Goods
from sandbox.market.order import Order
from sandbox.market.reads import ShelfReads
from sandbox.market.reviews import Reviews
from sandbox.market.shelf.intent import ShelfIntent
from sandbox.market.shelf.offers import Offers
from sandbox.market.shelf.returning import Returning
from sandbox.market.shelf.shelving import Shelving
from sandbox.market.shelf.stall import Stall


class Front:
    """What a shop with a shelf has besides.

    Args:
        world: the team's.
        scenario: with a market.
        reads: quotes, terms, stock, papers.
        goods: products and sets.
        reviews: ratings.
        place: makes an order.

    Raises:
        ValueError: the scenario has no market.
    """

    def __init__(self, world: World, scenario: Scenario, reads: ShelfReads, goods: Goods, reviews: Reviews,
                 place: Callable[[ShelfIntent], Order]) -> None:
        if scenario.market is None:
            raise ValueError("expected a scenario with a market")
        self.stall = Stall(world, scenario, reads, goods, reviews, place)
        self.shelving = Shelving(self.stall, scenario.market)
        self.offers = Offers(self.stall, scenario.market)
        self.returning = Returning(world, self.stall, scenario.season_days * DAY)

    def handlers(self) -> Mapping[type[Command], Handler]:
        """Commands about listings and what decides them."""
        return {
            CreateListing: self.shelving.create,
            SetBundle: self.shelving.set_bundle,
            SetListingPrice: self.offers.set_price,
            ChangeListingPrice: self.offers.change_price,
            IssueListingCoupon: self.offers.issue_coupon,
            EnrolCampaign: self.offers.enrol,
        }

    def delivered(self, order: Order, is_on_time: bool) -> None:
        """A buyer has the goods."""
        self.stall.delivered(order.country, is_on_time)
        self.returning.remember(order)

    def state(self) -> list[object]:
        """For the digest."""
        return [self.stall.state(), self.returning.state()]
