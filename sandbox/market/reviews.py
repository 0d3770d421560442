"""Reviews of delivered orders, and the rating that is shown.

A buyer's mood starts at 4.62 and moves with quality, promises, delay, defects and help; unhappy buyers write more
often, most of all when nobody replied within a day. The sizes are set for teaching. The shown rating is the mean of
stars with half-life 90 days and five prior reviews of 4.3, to one decimal. Each listing of a shelf has a rating of its
own beside the one of the live platform.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

from msgspec import Struct

from sandbox.kernel.calendar import DAY, HOUR
from sandbox.kernel.detmath import det_exp
from sandbox.kernel.ids import child, to_text
from sandbox.kernel.money import PPM, half_up, share
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import World
from sandbox.market.events import RatingChanged, ReviewPosted
from sandbox.market.order import Order

HALF_LIFE = 90 * DAY
_LN2 = 0.6931471805599453
PRIOR_MASS, PRIOR_STARS = 5 * PPM, 21_500_000
"""Five reviews of 4.3, in ppm."""
WRITES = {1: 0.05, 2: 0.05, 3: 0.03, 4: 0.02, 5: 0.02}
IGNORED_FACTOR = 1.5
"""An unhappy buyer who waited more than a day for a reply writes so much more often."""
FIRST_DAYS, MEAN_DAYS = 1.5, 4.0
ATTACK_SECONDS = 36 * HOUR
INVITED_FACTOR = 1.5
MOST_WRITE = IGNORED_FACTOR * 0.05


class Rating(Struct):
    """Weighted reviews of one product, in ppm of a review."""

    mass: int
    stars: int
    count: int
    at: int = 0

    @property
    def shown(self) -> int:
        """Stars times 100, to one decimal."""
        return 10 * half_up(10 * (self.stars + PRIOR_STARS), self.mass + PRIOR_MASS)

    def add(self, stars: int, now: int) -> None:
        """One more review; the older ones fade."""
        fade = int(det_exp(-_LN2 * (now - self.at) / HALF_LIFE) * PPM + 0.5)
        self.mass = share(self.mass, fade) + PPM
        self.stars = share(self.stars, fade) + stars * PPM
        self.count += 1
        self.at = now

    def drop(self, stars: int, written: int, now: int) -> None:
        """One review less, of those *stars* and that second."""
        weight = int(det_exp(-_LN2 * (now - written) / HALF_LIFE) * PPM + 0.5)
        fade = int(det_exp(-_LN2 * (now - self.at) / HALF_LIFE) * PPM + 0.5)
        self.mass = max(0, share(self.mass, fade) - weight)
        self.stars = share(self.stars, fade) - stars * weight
        self.count = max(0, self.count - 1)
        self.at = now


def rating_of(stars: int, reviews: int) -> Rating:
    """A rating that shows *stars* (times 100) after so many reviews.

    The prior is part of the shown mean, so the first reviews carry what is left of it.
    """
    return Rating(reviews * PPM, stars * (reviews * PPM + PRIOR_MASS) // 100 - PRIOR_STARS, reviews)


class Posted(Struct):
    """A review that stands somewhere."""

    sku: str
    listing: str
    stars: int
    at: int
    verified: bool
    is_reported: bool = False


class Attack(Struct):
    """False reviews that are still to come."""

    sku: str
    left: int
    gap: int
    due: int = 0
    listing: str = ""


class Reviews:
    """Who writes what, and what the products are rated."""

    def __init__(self, world: World, scenario: Scenario) -> None:
        self._world = world
        self._write = world.stream("out.market.review")
        self._mood = world.stream("out.market.mood")
        self.pending: dict[int, int] = {}
        """Order to the second at which its buyer may write."""
        self.attacks: list[Attack] = []
        self._quality = {product.sku: product.quality for product in scenario.products}
        self.ratings = {product.sku: rating_of(product.rating, product.reviews) for product in scenario.products}
        self._listed: dict[str, Rating] = {}
        self.posted: dict[int, Posted] = {}

    def listed(self, listing: str) -> Rating:
        """The rating of a listing. Raises KeyError."""
        return self._listed[listing]

    def open_listing(self, listing: str, stars: int, reviews: int) -> None:
        """A listing begins with that rating; made again, it keeps what it has."""
        self._listed.setdefault(listing, rating_of(stars, reviews))

    def set_quality(self, sku: str, quality: int) -> None:
        """True quality of a product from now on, in ppm: a set made in the run, or another lot."""
        self._quality[sku] = quality

    def expect(self, order: Order) -> None:
        """The buyer may write some days from now, when help has had its chance."""
        if self._write.unit(order.order) < MOST_WRITE * (INVITED_FACTOR if order.is_invited else 1.0):
            days = FIRST_DAYS + MEAN_DAYS * self._write.exponential(order.order, 1)
            self.pending[order.order] = self._world.now + int(days * DAY)
            self._world.process(self._later(order))

    def invite(self, order: Order) -> None:
        """The buyer is asked for a review: half as many again write."""
        waits = order.order in self.pending or self._write.unit(order.order) < MOST_WRITE
        order.is_invited = True
        if not waits:
            self.expect(order)

    def attack(self, sku: str, count: int, listing: str = "") -> None:
        """Shock: *count* false one-star reviews over the next 36 hours, of the live platform or of one listing."""
        attack = Attack(sku, count, max(1, ATTACK_SECONDS // count), listing=listing)
        self.attacks.append(attack)
        self._world.process(self._flood(attack))

    def _later(self, order: Order) -> Generator[Any, Any, None]:
        yield self._world.timeout(self.pending[order.order] - self._world.now)
        del self.pending[order.order]
        mood, cause = self.mood(order)
        stars = min(5, max(1, int(mood + 0.75 * self._mood.normal(order.order) + 0.5)))
        ignored = stars <= 2 and order.has_complained and order.is_slow
        often = WRITES[stars] * (IGNORED_FACTOR if ignored else 1.0) * (INVITED_FACTOR if order.is_invited else 1.0)
        if self._write.unit(order.order) < often:
            said = cause if stars <= 3 else "satisfied"
            self._post(child(order.order, "review", 0), Posted(order.sku, order.listing, stars, self._world.now, True),
                       order.text, said)

    def mood(self, order: Order) -> tuple[float, str]:
        """Expected stars before the buyer's own temper, and what weighs most."""
        unhelped = order.has_complained and (order.is_slow or not order.is_resolved)
        terms = {
            "quality": 1.5 * (self._quality[order.sku] / PPM - 0.7),
            "overpromise": -1.2 * order.inflate_ppm / PPM,
            "late": -3.0 if order.state == "lost" else -1.3 * min(1.0, order.late_days / 6),
            "defect": -2.2 if order.is_spoiled else 0.0,
            "service": (0.8 if order.is_resolved else 0.0) - (0.3 if unhelped else 0.0),
        }
        cause = min(terms, key=lambda name: (terms[name], name))
        return 4.62 + sum(terms.values()), cause

    def _flood(self, attack: Attack) -> Generator[Any, Any, None]:
        while attack.left:
            attack.due = self._world.now + attack.gap
            yield self._world.timeout(attack.gap)
            attack.left -= 1
            source = child(0, f"attack:{attack.sku}", 0)
            review = child(source, "review", self._world.next_ordinal(source, "review"))
            self._post(review, Posted(attack.sku, attack.listing, 1, self._world.now, False), "", "attack")

    def rows(self) -> list[object]:
        """Everything that decides the future, for the digest."""
        tables = (self.ratings, self._listed, self._quality)
        ratings = [sorted(table.items(), key=lambda pair: pair[0]) for table in tables]
        posted = sorted(self.posted.items(), key=lambda row: row[0])
        return [*ratings, sorted(self.pending.items()), self.attacks, posted]

    def take_back(self, review: int) -> None:
        """The platform removes a review."""
        row = self.posted.pop(review)
        self._tell_if_moved(row, lambda rating: rating.drop(row.stars, row.at, self._world.now))

    def _post(self, review: int, row: Posted, order: str, cause: str) -> None:
        self.posted[review] = row
        said = ReviewPosted(
            sku=row.sku, order=order, stars=row.stars, verified=row.verified, cause=cause, review=to_text(review),
            listing=row.listing,
        )
        self._tell_if_moved(row, lambda rating: rating.add(row.stars, self._world.now), said)

    def _tell_if_moved(self, row: Posted, change: Callable[[Rating], None], said: ReviewPosted | None = None) -> None:
        rating = self._listed[row.listing] if row.listing else self.ratings.get(row.sku)
        if rating is None:  # a set sold in the room has no rating of its own
            return
        before = rating.shown
        change(rating)
        if said is not None:
            self._world.emit(said)
        if rating.shown != before:
            self._world.emit(RatingChanged(sku=row.sku, rating=rating.shown, reviews=rating.count, listing=row.listing))
