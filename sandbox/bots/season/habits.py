"""What differs between the three styles around the shows: one code, three sets of numbers.

Sources: the trained hand keeps the rules of thumb of the trade (list price, reorder when cover is below lead time and a
week, break-even return on ads, an answer within a day, papers before goods). The reference adds what textbooks of
operations give: price follows cover (revenue management), stock follows demand to the horizon (newsvendor), bids follow
measured return. Numbers are chosen.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Pricing = Literal["keep", "list", "cover"]
Buying = Literal["none", "cover", "horizon"]
Bidding = Literal["flat", "break_even", "measured"]
Cases = Literal["own", "first", "cheapest"]


class Habits(Struct, frozen=True, kw_only=True):
    """Everything that differs around the shows."""

    pricing: Pricing
    """``keep`` (but for a flat change), the list price of the room, or by cover within limits."""
    listings_a_day: int
    """Listings that are added a day where stock lies in the country."""
    words: int
    """Search words on a new listing."""
    joins_sales: bool
    moves_stock: Buying
    watches_margin: bool
    """Takes a product off a country's shelf while every sale there loses money."""
    classifies: bool
    applies: bool
    """Applies for papers that can still come in time."""
    buys: Buying
    checks_suppliers: bool
    """Samples and paper checks before the first purchase."""
    bidding: Bidding
    campaigns: int
    daily_budget: int
    """Of one campaign, minor units of the shop's currency."""
    hires: bool
    """Asks creators who seldom stay away."""
    most_no_show_ppm: int
    scene_budget: int
    """Most to pay for a better scene, minor units."""
    discloses: bool
    screens: bool
    """Sets the bank's check on risk and decides on stopped orders by their signals."""
    approves_all: bool
    """Lets every stopped order through."""
    hedges_from: int
    """Open foreign money from which it is sold forward, minor units of that currency; 0 never."""
    declares: bool
    """Export modes, three orders, summaries."""
    proofs: int
    """Proofs sent with a disputed payment; 0 leaves it alone."""
    cases: Cases
    """How tickets end: by own habit, by the first action of the policy card, by its cheapest right one."""
    agents: int
    shift: tuple[int, int]
    zone: str
    """Whose clock the hired agents keep; empty for where most letters come from."""
    publishes: bool
    reports_reviews: bool


WEAK = Habits(
    pricing="keep", listings_a_day=0, words=2, joins_sales=False, moves_stock="none", watches_margin=False,
    classifies=False, applies=False, buys="none", checks_suppliers=False, bidding="flat", campaigns=1,
    daily_budget=3_000, hires=False, most_no_show_ppm=0, scene_budget=0, discloses=False, screens=False,
    approves_all=False, hedges_from=0, declares=False, proofs=0, cases="own", agents=0, shift=(9, 18), zone="CN",
    publishes=False, reports_reviews=False,
)
AVERAGE = Habits(
    pricing="list", listings_a_day=2, words=4, joins_sales=True, moves_stock="cover", watches_margin=False,
    classifies=True, applies=True, buys="cover", checks_suppliers=False, bidding="break_even", campaigns=3,
    daily_budget=1_500, hires=False, most_no_show_ppm=0, scene_budget=3_000, discloses=True, screens=False,
    approves_all=True, hedges_from=0, declares=True, proofs=2, cases="first", agents=1, shift=(9, 11), zone="CN",
    publishes=True, reports_reviews=False,
)
EXPERT = Habits(
    pricing="cover", listings_a_day=6, words=8, joins_sales=True, moves_stock="horizon", watches_margin=True,
    classifies=True, applies=True, buys="horizon", checks_suppliers=True, bidding="measured", campaigns=6,
    daily_budget=2_000, hires=True, most_no_show_ppm=50_000, scene_budget=8_000, discloses=True, screens=True,
    approves_all=False, hedges_from=500_000, declares=True, proofs=4, cases="cheapest", agents=0, shift=(9, 13),
    zone="", publishes=True, reports_reviews=True,
)
HABITS: dict[str, Habits] = {"weak": WEAK, "average": AVERAGE, "expert": EXPERT}
"""By the id of the style's passport."""
