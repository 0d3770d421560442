"""Putting listings on shelves and taking them off: the commands, their rules and refusals."""

from __future__ import annotations

from sandbox.kernel.calendar import DAY
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.messages import Actor
from sandbox.kernel.scenario import Product
from sandbox.kernel.scenario_market import ListingAtStart, Market
from sandbox.market.commands import CreateListing, DelistProduct, RelistProduct, SetBundle
from sandbox.market.pricing import check_price
from sandbox.market.shelf.events import BundleSet, ListingCreated, ListingDelisted, ListingRelisted
from sandbox.market.shelf.listing import REVIEW_TIME, ShelfListing, coverage, page_quality
from sandbox.market.shelf.stall import Stall

LIVE_ONLY = "livefeed"
"""A platform where goods are sold in the room, not from a shelf."""


class Shelving:
    """Handlers of a team's commands about which listings there are.

    Args:
        stall: the team's listings.
        market: of the scenario.
    """

    def __init__(self, stall: Stall, market: Market) -> None:
        self._stall, self._market = stall, market
        self._accounts = [(row.platform, row.country) for row in market.accounts if row.platform != LIVE_ONLY]
        for row in market.listings:
            self._stand(row)

    def create(self, command: CreateListing, actor: Actor) -> None:
        """Hand a listing to the platform, which looks at it for a day.

        Raises:
            IllegalCommandError: ``unknown_sku``, ``no_account``, ``already_listed``, ``unknown_point``,
                ``below_floor_price`` or ``price_out_of_range``.
        """
        product = self._stall.goods.find(command.sku)
        if (command.platform, command.country) not in self._accounts:
            known = ", ".join(f"{platform} in {country}" for platform, country in self._accounts) or "none"
            message = f"expected a shelf where the shop has an account ({known}), got {command.platform} in " \
                      f"{command.country}"
            raise IllegalCommandError("no_account", message, platform=command.platform, country=command.country)
        name = listing_id(command.platform, command.country, command.sku)
        old = self._stall.by_id.get(name)
        if old is not None and old.state in ("review", "live", "off"):
            message = f"expected a product without a listing there, {name} is {old.state}: change or relist it"
            raise IllegalCommandError("already_listed", message, listing=name, state=old.state)
        self._check_points(product, command.points)
        check_price(product, command.price)
        self._hand_in(command, product)

    def delist(self, command: DelistProduct, actor: Actor) -> None:
        """Take a listing off the shelf. Raises ``unknown_listing``, ``wrong_product`` or ``not_on_sale``."""
        listing = self._of(command)
        if listing.state not in ("live", "review"):
            raise IllegalCommandError("not_on_sale", f"expected a listing on the shelf, {listing.listing} is not")
        listing.state = "off"
        self._stall.world.emit(ListingDelisted(listing=listing.listing, sku=listing.sku))
        self._stall.changed(listing)

    def relist(self, command: RelistProduct, actor: Actor) -> None:
        """Put a listing back; the platform looks at it again where it took it down.

        Raises:
            IllegalCommandError: ``unknown_listing``, ``wrong_product`` or ``already_on_sale``.
        """
        listing = self._of(command)
        if listing.state in ("live", "review"):
            message = f"expected a listing off the shelf, {listing.listing} is {listing.state}"
            raise IllegalCommandError("already_on_sale", message)
        was_off = listing.state == "off"
        listing.state, listing.born = "review", listing.born if was_off else self._stall.world.now
        self._stall.world.emit(ListingRelisted(listing=listing.listing, sku=listing.sku))
        if was_off and listing.born + REVIEW_TIME <= self._stall.world.now:
            self._stall.publish(listing)
        self._stall.changed(listing)

    def set_bundle(self, command: SetBundle, actor: Actor) -> None:
        """Sell products together, on every shelf where each of them stands.

        Raises:
            IllegalCommandError: ``unknown_sku``, ``nested_bundle``, ``bundle_price`` or ``no_common_shelf``.
        """
        parts = [self._stall.goods.find(sku) for sku in command.skus]
        if any(sku.startswith("set-") for sku in command.skus):
            raise IllegalCommandError("nested_bundle", "expected single products in a set, got a set")
        cost, usual = sum(part.unit_cost for part in parts), sum(part.price for part in parts)
        if not cost * 3 // 10 <= command.price <= usual:
            message = f"expected a price from {cost * 3 // 10} to {usual} (its parts' list prices), got {command.price}"
            raise IllegalCommandError("bundle_price", message, low=cost * 3 // 10, high=usual, price=command.price)
        shelves = self._common_shelves(command.skus)
        if not shelves:
            message = "expected products that stand on one shelf together, got " + ", ".join(command.skus)
            raise IllegalCommandError("no_common_shelf", message)
        product = self._stall.goods.make_set(command.skus, command.price)
        self._stall.reviews.set_quality(product.sku, product.quality)
        made = [self._set_on(product, like, command.price) for like in shelves]
        self._stall.world.emit(BundleSet(bundle=product.sku, skus=command.skus, price=command.price,
                                         listings=tuple(listing.listing for listing in made)))
        for listing in made:
            self._stall.changed(listing)

    def _common_shelves(self, skus: tuple[str, ...]) -> list[ShelfListing]:
        """The listing of the first product on each shelf where all stand."""
        live = [row for row in self._stall.listings() if row.state == "live"]
        places = {sku: [(row.platform, row.country) for row in live if row.sku == sku] for sku in skus}
        return [row for row in live if row.sku == skus[0]
                and all((row.platform, row.country) in places[sku] for sku in skus)]

    def _set_on(self, product: Product, like: ShelfListing, price: int) -> ShelfListing:
        now = self._stall.world.now
        name = listing_id(like.platform, like.country, product.sku)
        row = ShelfListing(
            listing=name, sku=product.sku, platform=like.platform, country=like.country, category=like.category,
            language=like.language, keywords=like.keywords, points=like.points, price=price,
            content_ppm=like.content_ppm, words_ppm=like.words_ppm, false_ppm=like.false_ppm, born=now,
            prices=[(now, price)],
        )
        self._stall.by_id[name] = row
        self._stall.reviews.open_listing(name, 430, 0)
        return row

    def _of(self, command: DelistProduct | RelistProduct) -> ShelfListing:
        listing = self._stall.find(command.listing)
        if listing.sku != command.sku:
            message = f"expected the product of {listing.listing}, {listing.sku}, got {command.sku}"
            raise IllegalCommandError("wrong_product", message, listing=listing.listing, sku=listing.sku)
        return listing

    def _check_points(self, product: Product, points: tuple[str, ...]) -> None:
        known = [point.id for point in product.points]
        for name in points:
            if name not in known:
                message = f"expected points of {product.sku}, one of {', '.join(known)}, got {name}"
                raise IllegalCommandError("unknown_point", message, point=name, sku=product.sku)

    def _hand_in(self, command: CreateListing, product: Product) -> None:
        now = self._stall.world.now
        native = str(self._stall.scenario.rules.country(command.country).language)
        content, false = page_quality(product, command.points, command.language == native)
        words = coverage(command.keywords, self._market.keywords.get(product.category, ()))
        name = listing_id(command.platform, command.country, command.sku)
        row = ShelfListing(
            listing=name, sku=command.sku, platform=command.platform, country=command.country,
            category=product.category, language=command.language, keywords=command.keywords, points=command.points,
            price=command.price, content_ppm=content, words_ppm=words, false_ppm=false, born=now,
            prices=[(now, command.price)],
        )
        self._stall.by_id[name] = row
        self._stall.reviews.open_listing(name, 430, 0)
        self._stall.world.emit(ListingCreated(
            listing=name, sku=command.sku, platform=command.platform, country=command.country, price=command.price,
            content_ppm=content, words_ppm=words, review_until=now + REVIEW_TIME,
        ))
        self._stall.changed(row)

    def _stand(self, row: ListingAtStart) -> None:
        """A listing that is on the shelf when the run starts."""
        product = self._stall.goods.product(row.sku)
        native = str(self._stall.scenario.rules.country(row.country).language)
        points = tuple(point.id for point in product.points if point.is_true and not point.forbidden)
        content = row.content if row.language == native else row.content * 6 // 10
        name, born = listing_id(row.platform, row.country, row.sku), -row.age_days * DAY
        self._stall.by_id[name] = ShelfListing(
            listing=name, sku=row.sku, platform=row.platform, country=row.country, category=product.category,
            language=row.language, keywords=row.keywords, points=points, price=row.price, content_ppm=content,
            words_ppm=coverage(row.keywords, self._market.keywords.get(product.category, ())), false_ppm=0, born=born,
            state="live", prices=[(born, row.price)],
        )
        self._stall.reviews.open_listing(name, row.rating, row.reviews)


def listing_id(platform: str, country: str, sku: str) -> str:
    """The name of a listing: platform, country, product."""
    return f"{platform}-{country.lower()}-{sku}"
