"""One listing: a product of one team on one platform's shelf in one country."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from sandbox.kernel.calendar import DAY
from sandbox.kernel.detmath import det_exp
from sandbox.kernel.money import PPM, share
from sandbox.kernel.scenario import Product

State = Literal["review", "live", "off", "rejected", "removed"]
REVIEW_TIME = DAY
"""A platform looks at a new listing for so long: chosen."""
HONEST_DAYS = 30
"""A struck price is the lowest of the thirty days before the cut (Directive 98/6/EC, article 6a, as amended by
Directive (EU) 2019/2161)."""
STRUCK_PULL, BLUFF_DAYS = 0.5, 10.0
"""How far a struck price moves what people take as usual; one that was never asked is seen through. Chosen."""


class Coupon(Struct):
    """Money off a listing's price for those who take it."""

    amount: int
    minimum: int
    left: int
    until: int


class Enrolment(Struct):
    """A listing in a platform's sale."""

    campaign: str
    discount_ppm: int
    left: int
    starts: int
    ends: int
    boost_ppm: int


class ShelfListing(Struct):
    """One listing. Money in the shop's currency."""

    listing: str
    sku: str
    platform: str
    country: str
    category: str
    language: str
    keywords: tuple[str, ...]
    points: tuple[str, ...]
    price: int
    content_ppm: int
    """Page quality: pictures, points and language."""
    words_ppm: int
    """Coverage of the words people search by."""
    false_ppm: int
    """Claims that are not true, for reviews and the platform."""
    born: int
    """Second at which it was made; negative for what is older than the run."""
    state: State = "review"
    struck: int = 0
    struck_at: int = 0
    is_honest: bool = True
    changed_at: int = -DAY
    prices: list[tuple[int, int]] = []
    """(second, price), oldest first: what was asked since when."""
    coupon: Coupon | None = None
    sale: Enrolment | None = None
    strikes: int = 0
    reason: str = ""
    """Why it is not on the shelf."""
    rank: int = 0
    totals: list[int] = field(default_factory=lambda: [0, 0, 0, 0, 0])
    """Impressions, clicks, orders, and expected orders and sales in ppm, since the start."""
    yesterday: list[int] = field(default_factory=lambda: [0, 0, 0])
    """Impressions, clicks and orders of the last whole day."""
    because: tuple[tuple[str, int], ...] = ()
    """What moved yesterday's orders most, in ppm of a log unit."""

    def lowest(self, now: int) -> int:
        """The lowest price asked in the last :data:`HONEST_DAYS`, the price now left out."""
        since, lowest, last = now - HONEST_DAYS * DAY, 0, 0
        for at, price in self.prices[:-1]:
            last = price
            if at >= since:
                lowest = min(lowest or price, price)
        return min(lowest or last, last) or self.price

    def held_days(self, now: int) -> int:
        """Days for which nothing lower than the struck price was asked before the price now."""
        since = self.prices[-1][0] if self.prices else now
        held = since
        for at, price in reversed(self.prices[:-1]):
            if price < self.struck:
                break
            held = at
        return (since - held) // DAY

    def asked(self, now: int) -> int:
        """What a buyer pays before delivery and tax: the sale's discount and the coupon taken off."""
        price = self.price
        if self.in_sale(now) and self.sale is not None:
            price = share(price, PPM - self.sale.discount_ppm)
        return price - self.coupon_for(price, now)

    def coupon_for(self, price: int, now: int) -> int:
        """What the coupon takes off *price*."""
        coupon = self.coupon
        if coupon is None or coupon.left <= 0 or now >= coupon.until or price < coupon.minimum:
            return 0
        return coupon.amount

    def in_sale(self, now: int) -> bool:
        """Whether the platform's sale runs for it now."""
        return self.sale is not None and self.sale.left > 0 and self.sale.starts <= now < self.sale.ends

    def is_locked(self, now: int) -> bool:
        """Whether its price is bound by a sale, from enrolment to the end."""
        return self.sale is not None and self.sale.left > 0 and now < self.sale.ends

    def struck_pull(self, now: int) -> float:
        """Part of the way from the usual to the struck price that buyers believe."""
        if self.struck <= self.price:
            return 0.0
        if self.is_honest:
            return STRUCK_PULL
        return STRUCK_PULL * det_exp(-((now - self.struck_at) / DAY) / BLUFF_DAYS)


CONTENT_BASE, CONTENT_LANGUAGE, CONTENT_POINTS, CONTENT_FALSE = 350_000, 250_000, 400_000, 250_000
"""Page quality in parts per million: pictures alone, the country's language, every true point, each false share."""
WORDS_WANTED = 5
"""So many of the category's words cover a search: chosen."""


def page_quality(product: Product, points: tuple[str, ...], is_native: bool) -> tuple[int, int]:
    """(content, false claims) of a page in ppm.

    Args:
        product: with its selling points.
        points: ids of those on the page.
        is_native: whether it is written in the country's language.
    """
    good = [point.id for point in product.points if point.is_true and not point.forbidden]
    told = sum(name in good for name in points)
    false = len(points) - told
    part = PPM * told // len(good) if good else PPM
    lies = PPM * false // max(1, len(points))
    content = CONTENT_BASE + CONTENT_LANGUAGE * is_native + share(CONTENT_POINTS, part) - share(CONTENT_FALSE, lies)
    return max(0, min(PPM, content)), lies


def coverage(keywords: tuple[str, ...], wanted: tuple[str, ...]) -> int:
    """Share of the search words that title and attributes cover, in ppm; foreign words dilute."""
    if not wanted:
        return PPM * 6 // 10
    hits = sum(word in wanted for word in dict.fromkeys(keywords))
    need = min(WORDS_WANTED, len(wanted))
    diluted = max(need, len(dict.fromkeys(keywords)) - 3)
    return min(PPM, PPM * hits // diluted)
