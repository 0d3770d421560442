"""Prices, coupons and sales of listings: the commands, their rules and refusals."""

from __future__ import annotations

from sandbox.kernel.calendar import DAY, HOUR
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.messages import Actor
from sandbox.kernel.money import PPM, share
from sandbox.kernel.scenario_market import Market, PlatformCampaign
from sandbox.market.commands import ChangeListingPrice, EnrolCampaign, IssueListingCoupon, SetListingPrice
from sandbox.market.pricing import check_price
from sandbox.market.shelf.events import CampaignEnrolled, ListingCouponIssued, ListingPriceChanged
from sandbox.market.shelf.listing import HONEST_DAYS, Coupon, Enrolment, ShelfListing
from sandbox.market.shelf.stall import Stall

PRICE_PAUSE = HOUR


class Offers:
    """Handlers of a team's commands about what listings cost.

    Args:
        stall: the team's listings.
        market: of the scenario, with the platforms' sales.
    """

    def __init__(self, stall: Stall, market: Market) -> None:
        self._stall = stall
        self._campaigns = {row.id: row for row in market.campaigns}

    def set_price(self, command: SetListingPrice, actor: Actor) -> None:
        """Change a listing's price and its struck price.

        Raises:
            IllegalCommandError: ``unknown_listing``, ``price_too_soon``, ``price_locked``, ``price_unchanged``,
                ``struck_not_above``, ``below_floor_price`` or ``price_out_of_range``.
        """
        listing = self._stall.find(command.listing)
        if 0 < command.struck <= command.price:
            message = f"expected a struck price above {command.price}, got {command.struck}"
            raise IllegalCommandError("struck_not_above", message, price=command.price, struck=command.struck)
        self._reprice(listing, command.price, command.struck)

    def change_price(self, command: ChangeListingPrice, actor: Actor) -> None:
        """Change a listing's price by a share of itself; a struck price above it stays. See :meth:`set_price`."""
        listing = self._stall.find(command.listing)
        price = share(listing.price, PPM + command.change_ppm)
        self._reprice(listing, price, listing.struck if listing.struck > price else 0)

    def issue_coupon(self, command: IssueListingCoupon, actor: Actor) -> None:
        """Hang a coupon on a listing; a new one replaces the old.

        Raises:
            IllegalCommandError: ``unknown_listing``, ``coupon_too_large`` or ``coupon_out_of_reach``.
        """
        listing = self._stall.find(command.listing)
        if 2 * command.amount > listing.price:
            message = f"expected at most half the price, {listing.price // 2}, got {command.amount}"
            raise IllegalCommandError("coupon_too_large", message, most=listing.price // 2, amount=command.amount)
        if command.minimum > listing.price:
            message = f"expected a minimum that the price {listing.price} reaches, got {command.minimum}"
            raise IllegalCommandError("coupon_out_of_reach", message, price=listing.price, minimum=command.minimum)
        until = self._stall.world.now + command.hours * HOUR
        listing.coupon = Coupon(command.amount, command.minimum, command.copies, until)
        self._stall.world.emit(ListingCouponIssued(
            listing=listing.listing, amount=command.amount, minimum=command.minimum, copies=command.copies, until=until,
        ))
        self._stall.changed(listing)

    def enrol(self, command: EnrolCampaign, actor: Actor) -> None:
        """Join a platform's sale; the price is bound until it ends.

        Raises:
            IllegalCommandError: ``unknown_campaign``, ``unknown_listing``, ``wrong_shelf``, ``campaign_closed``,
                ``discount_too_small``, ``already_enrolled``, ``not_enough_stock`` or ``below_floor_price``.
        """
        campaign = self._campaign(command.campaign)
        listing = self._stall.find(command.listing)
        self._check_enrolment(campaign, listing, command)
        starts = campaign.starts_day * DAY
        listing.sale = Enrolment(campaign.id, command.discount_ppm, command.units, starts,
                                 starts + campaign.days * DAY, campaign.boost)
        self._stall.world.emit(CampaignEnrolled(
            campaign=campaign.id, listing=listing.listing, discount_ppm=command.discount_ppm, units=command.units,
            starts=starts, ends=listing.sale.ends,
        ))
        self._stall.changed(listing)

    def _campaign(self, name: str) -> PlatformCampaign:
        if name not in self._campaigns:
            known = ", ".join(self._campaigns) or "none"
            raise IllegalCommandError("unknown_campaign", f"expected one of {known}, got {name}", campaign=name)
        return self._campaigns[name]

    def _check_enrolment(self, campaign: PlatformCampaign, listing: ShelfListing, command: EnrolCampaign) -> None:
        now = self._stall.world.now
        if (listing.platform, listing.country) != (campaign.platform, campaign.country):
            message = f"expected a listing on {campaign.platform} in {campaign.country}, got {listing.listing}"
            raise IllegalCommandError("wrong_shelf", message, platform=campaign.platform, country=campaign.country)
        if now >= campaign.deadline_day * DAY:
            message = f"expected an enrolment before day {campaign.deadline_day}, it is day {now // DAY}"
            raise IllegalCommandError("campaign_closed", message, deadline=campaign.deadline_day, day=now // DAY)
        if command.discount_ppm < campaign.min_discount:
            message = f"expected a discount of at least {campaign.min_discount} ppm, got {command.discount_ppm}"
            raise IllegalCommandError("discount_too_small", message, least=campaign.min_discount)
        if listing.is_locked(now):
            raise IllegalCommandError("already_enrolled", f"expected a listing in no sale, {listing.listing} is in one")
        stock = self._stall.stock(listing)
        if stock < command.units:
            message = f"expected at most the stock of {stock}, got {command.units}"
            raise IllegalCommandError("not_enough_stock", message, stock=stock, units=command.units)
        check_price(self._stall.goods.product(listing.sku), share(listing.price, PPM - command.discount_ppm))

    def _reprice(self, listing: ShelfListing, price: int, struck: int) -> None:
        now = self._stall.world.now
        self._check_time(listing, now)
        if (price, struck) == (listing.price, listing.struck):
            raise IllegalCommandError("price_unchanged", f"expected another price than {price}", price=price)
        check_price(self._stall.goods.product(listing.sku), price)
        old = listing.price
        listing.price, listing.changed_at = price, now
        if price != old:
            listing.prices.append((now, price))
        listing.struck, listing.struck_at = struck, now
        listing.is_honest = struck == 0 or (listing.held_days(now) >= HONEST_DAYS and struck <= listing.lowest(now))
        self._stall.world.emit(ListingPriceChanged(
            listing=listing.listing, sku=listing.sku, old=old, new=price, struck=struck, honest=listing.is_honest,
        ))
        self._stall.changed(listing)

    def _check_time(self, listing: ShelfListing, now: int) -> None:
        wait = listing.changed_at + PRICE_PAUSE - now
        if wait > 0:
            message = f"expected one change of a listing's price an hour, got another {PRICE_PAUSE - wait} s later"
            raise IllegalCommandError("price_too_soon", message, wait=wait)
        if listing.is_locked(now) and listing.sale is not None:
            left = listing.sale.ends - now
            message = f"expected a price bound by no sale, {listing.sale.campaign} binds it for {left} s"
            raise IllegalCommandError("price_locked", message, campaign=listing.sale.campaign, ends=listing.sale.ends)
