"""One team's advertising as the engine sees it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from sandbox.kernel.calendar import DAY
from sandbox.kernel.codec import to_bytes
from sandbox.kernel.messages import Actor, Command, Event
from sandbox.kernel.money import PPM, share
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import Handler, World
from sandbox.market.ads.attribution import Adstock, Attribution, Tally
from sandbox.market.ads.campaign import Books, Campaign
from sandbox.market.ads.commands import (
    CreateCampaign,
    HireCreator,
    PauseCampaign,
    ResumeCampaign,
    SetAttribution,
    SetBid,
    SetBudget,
    UploadCreative,
)
from sandbox.market.ads.creative import is_tired
from sandbox.market.ads.creators import Booking
from sandbox.market.ads.desk import CampaignDesk
from sandbox.market.ads.events import (
    AdVisitors,
    AttributionSet,
    AuctionSettled,
    BudgetExhausted,
    CampaignEnded,
    CampaignStopped,
    CreativeFatigued,
    CreatorPaid,
)
from sandbox.market.ads.exchange import AdExchange, Closed
from sandbox.market.ads.hiring import Hiring
from sandbox.market.ads.live import RoomBuyer
from sandbox.market.ads.reads import Reads
from sandbox.market.ads.rules import refuse


class Return(Struct, frozen=True):
    """What one campaign brought, as told and in truth; minor units of the shop's currency."""

    campaign: str
    label: int
    kind: str
    country: str
    sku: str
    spend: int
    reported: int
    """Sales the platform counts as the campaign's."""
    extra: int
    """Expected sales that would not be there without it."""


class Ads:
    """Campaigns, creators and attribution of one team.

    Args:
        world: time, keyed chance and the record of this team.
        scenario: market, products, creators.
        exchange: where the ads of all teams meet.
        reads: the team's money, its room, its shelf.
    """

    def __init__(self, world: World, scenario: Scenario, exchange: AdExchange, reads: Reads) -> None:
        self._world = world
        self._exchange = exchange
        self._reads = reads
        self._desk = CampaignDesk(world, scenario, exchange, reads)
        self._hiring = Hiring(world, scenario, exchange, reads, self._desk.rules)
        self._buyer = RoomBuyer(world, scenario, exchange, reads, self._desk.rules)
        self._attribution = Attribution(world, reads.team, exchange)
        self._adstock = Adstock(exchange)
        exchange.join(reads.team, self)

    def handlers(self) -> Mapping[type[Command], Handler]:
        """Commands of advertising and what decides them."""
        return {
            CreateCampaign: self._desk.create,
            SetBid: self._desk.set_bid,
            SetBudget: self._desk.set_budget,
            PauseCampaign: self._desk.pause,
            ResumeCampaign: self._desk.resume,
            UploadCreative: self._desk.upload,
            HireCreator: self._hiring.hire,
            SetAttribution: self.set_attribution,
        }

    def set_attribution(self, command: SetAttribution, actor: Actor) -> None:
        """Count otherwise. Raises ``not_before_review`` or ``view_unchanged``."""
        if command.view == "incremental":
            refuse("not_before_review", "expected a way to count that exists during play: platform, click or blended; "
                   "what ads really added needs a world without them and opens in the review")
        if command.view == self._attribution.view:
            refuse("view_unchanged", f"expected another way to count than {command.view}")
        self._attribution.view = command.view
        self._world.emit(AttributionSet(view=command.view))

    # What the engine's reactions report.

    def show_started(self, show: int) -> None:
        """A broadcast began: creators come or do not, live campaigns buy."""
        for one in self.bookings():
            if one.status == "booked" and one.show == show:
                self._exchange.creators.appear(one)
        self._buyer.start()

    def note_sale(self, order: int, sku: str, country: str, channel: str, sales: int, campaign: str) -> None:
        """An order was placed (``market.order_placed``).

        Args:
            order: its id.
            sku: the product.
            country: the buyer's.
            channel: ``live`` or ``shelf``.
            sales: price after discount times units, shop currency.
            campaign: what it carries, or empty.
        """
        self._attribution.note(order, sku, country, channel, sales, campaign)
        for one in self.bookings():
            if one.status == "joined" and self._is_of(one, sku, country, channel, campaign):
                one.sales += sales
                one.sold += sales

    def credit(self, listing: str, order: int) -> str:
        """The search campaign a new shelf order of *listing* is to carry, or an empty text."""
        return self._exchange.credit(self._reads.team, listing, order)

    # What the exchange tells (it knows a team as a ``TeamSide``).

    def emit(self, event: Event) -> int:
        """Record what happened to this team."""
        return self._world.emit(event)

    def spendable(self) -> int:
        """Cash and what is left of the credit line."""
        return self._reads.spendable()

    def visitors_arrived(self, listing: str, country: str, count: int, campaign: str, first: int) -> None:
        """Send people to a listing of the shop."""
        self._reads.visitors_arrived(listing, country, count, campaign, first)

    def day_closed(self, day: int, closed: list[Closed]) -> None:
        """Report a day of every campaign, pay creators, and stop what there is no money for."""
        spend: dict[str, int] = {}
        for one in closed:
            spend[one.campaign.country] = spend.get(one.campaign.country, 0) + one.books.spend
            self._report(one)
        self._adstock.end_day(spend)
        self._pay_creators(day)
        self._stop_if_poor([one for one in closed if one.campaign.is_on], spend)

    # What others may read.

    def adstock(self, country: str) -> int:
        """How much remembered advertising does to awareness in a country, ppm (0 to 1)."""
        return self._adstock.ppm(country)

    def campaigns(self) -> tuple[Campaign, ...]:
        """The team's campaigns, oldest first."""
        return tuple(self._desk.rules.all())

    def bookings(self) -> list[Booking]:
        """The team's offers to creators, oldest first."""
        return [one for one in self._exchange.creators.bookings if one.team == self._reads.team]

    def books(self, one: Campaign) -> Books:
        """Everything a campaign brought up to now, by expectation."""
        return self._exchange.books(one).plus(one.total, PPM)

    def reported(self, one: Campaign) -> Tally:
        """Orders and sales as the panel shows them, ten minutes old."""
        return self._attribution.reported(one)

    @property
    def attribution(self) -> str:
        """How the panel counts."""
        return self._attribution.view

    @property
    def exchange(self) -> AdExchange:
        """Where the ads of all teams meet."""
        return self._exchange

    def incremental(self) -> tuple[Return, ...]:
        """Reported against added sales of each campaign, for the review only.

        ``extra`` is the compensator along the run that was played: for search, expected orders of the shelf with the
        sponsored attention less those without it, at every plan; for feeds, short videos and creators, expected orders
        of the visitors who would not have come by themselves; for live, entries bought times recent sales per view,
        without what a fuller room does to its own traffic. A replay without the campaign says it exactly.
        """
        rows = []
        for one in self.campaigns():
            books = self.books(one)
            rows.append(Return(one.id, one.label, one.kind, one.country, one.sku, books.spend // PPM,
                               self.reported(one).sales, books.extra_gmv // PPM))
        return tuple(rows)

    def state_digest(self) -> bytes:
        """Canonical bytes of what only this team has; campaigns are in the exchange's."""
        adstock = sorted(self._adstock.spend.items(), key=lambda pair: pair[0])
        return to_bytes([self._attribution.state(), adstock, self._buyer.next_at])

    def _report(self, closed: Closed) -> None:
        one, books = closed.campaign, closed.books
        if books.visitors:
            self._world.emit(AdVisitors(
                campaign=one.id, listing=one.listing, country=one.country, visitors=closed.visitors,
                expected_orders_ppm=books.extra_orders,
            ))
        if one.kind in ("search", "feed") and books.impressions:
            self._world.emit(AuctionSettled(
                campaign=one.id, day=closed.day, impressions=books.impressions // PPM, clicks=books.clicks // PPM,
                cost=(one.total.spend // PPM) - (one.total.spend - books.spend) // PPM, win_share_ppm=closed.win_ppm,
                throttle_ppm=closed.throttle_ppm, expected_orders_ppm=books.orders, because=closed.because,
            ))
            if closed.throttle_ppm < PPM:
                self._world.emit(BudgetExhausted(campaign=one.id, day=closed.day, throttle_ppm=closed.throttle_ppm))
        if one.kind in ("feed", "live") and not one.creative.is_tired and is_tired(one.creative, self._world.now):
            one.creative.is_tired = True
            age = (self._world.now - one.creative.since) // DAY
            self._world.emit(CreativeFatigued(campaign=one.id, age_days=age))
        if one.status == "ended" and one.kind != "creator":
            reason = "days_over" if one.ends <= (closed.day + 1) * DAY else "season_over"
            self._world.emit(CampaignEnded(campaign=one.id, reason=reason, spend=one.spent_before()))

    def _pay_creators(self, day: int) -> None:
        for one in self.bookings():
            if one.status == "joined" and one.day <= day:
                sales, one.sales, one.status = one.sales, 0, "over"
                cost = share(sales, one.commission_ppm)
                self._world.emit(CreatorPaid(booking=one.id, creator=one.creator, sales=sales, cost=cost))

    def _stop_if_poor(self, running: list[Closed], spend: dict[str, int]) -> None:
        # What was spent yesterday is booked by the reports above, after this code has finished.
        left = self._reads.spendable() - sum(spend.values()) // PPM
        if left > 0:
            return
        for closed in running:
            one = closed.campaign
            if one.daily_budget:
                self._exchange.settle_up(one)
                one.status = "stopped"
                self._world.emit(CampaignStopped(campaign=one.id, spendable=left))
                self._exchange.changed(one)

    def _is_of(self, one: Booking, sku: str, country: str, channel: str, campaign: str) -> bool:
        """Whether a sale earns a creator commission: by the own link, or of the product shown in the joined show."""
        return campaign == one.id or (one.show >= 0 and channel == "live" and one.sku == sku)
