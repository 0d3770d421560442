"""Pictures and videos: how good their beginning is, what the platform's review says, how they tire."""

from __future__ import annotations

from collections.abc import Sequence

from sandbox.kernel.calendar import DAY, HOUR
from sandbox.kernel.detmath import det_exp
from sandbox.kernel.draws import Stream
from sandbox.kernel.ids import child
from sandbox.kernel.money import PPM
from sandbox.kernel.scenario import Product
from sandbox.market.ads.campaign import Creative

REVIEW_SECONDS = 12 * HOUR
HALF_LIFE = 5 * DAY
"""A creative draws half the clicks after so long; agencies report four to seven days."""
_LN2 = 0.6931471805599453
PLAIN_PPM = 1_000_000
"""The catalogue picture a campaign starts with: the measure of all others."""
LEAST, SPAN = 0.7, 0.8
"""Strength of the worst hook, and how much better the best is: chosen."""
POINT, MOST_POINTS = 0.05, 3
"""What each true selling point adds, up to so many: chosen."""
HOOKS = ("problem", "result", "price", "behind_scenes")


def plain(now: int) -> Creative:
    """What a campaign shows until somebody makes something."""
    return Creative("", (), PLAIN_PPM, now)


def hook_score(stream: Stream, sku: str, country: str, hook: str) -> float:
    """How well a way to begin works for a product in a country: keyed, between 0 and 1."""
    return stream.unit(child(0, f"hook:{sku}:{country}", 0), HOOKS.index(hook))


def made(stream: Stream, product: Product, country: str, hook: str, claims: Sequence[str], ready: int) -> Creative:
    """A creative as good as its hook and its true points."""
    good = [point.id for point in product.points if point.is_true and not point.forbidden]
    points = min(MOST_POINTS, sum(claim in good for claim in claims))
    strength = LEAST + SPAN * hook_score(stream, product.sku, country, hook) + POINT * points
    return Creative(hook, tuple(claims), int(strength * PPM + 0.5), ready)


def strength_ppm(creative: Creative, now: int) -> int:
    """Clicks it draws now, against a plain new one."""
    age = max(0, now - creative.since)
    return int(creative.strength_ppm * det_exp(-_LN2 * age / HALF_LIFE) + 0.5)


def is_tired(creative: Creative, now: int) -> bool:
    """Whether it draws half of what it drew when it was new, or less."""
    return now - creative.since >= HALF_LIFE


def verdict(product: Product, claims: Sequence[str]) -> tuple[str, int]:
    """The class of the first claim that may not be made (or empty), and how many claims are not true."""
    points = {point.id: point for point in product.points}
    forbidden = [points[claim].forbidden for claim in claims if points[claim].forbidden]
    return forbidden[0] if forbidden else "", sum(not points[claim].is_true for claim in claims)
