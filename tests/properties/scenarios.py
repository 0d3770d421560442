"""A season small enough to be played two hundred times."""

from __future__ import annotations

from functools import cache

from msgspec import structs

from sandbox.kernel.scenario import Scenario
from scenarios.loader import fingerprint, load_scenario


@cache
def a_small_season(days: int = 3, shoppers: int = 60_000) -> Scenario:
    """first-shop with more shoppers and a full room, but three days and one show of five minutes on the second."""
    whole = load_scenario("first-shop")
    assert whole.market is not None
    show = structs.replace(whole.show, starts_at=100_000, seconds=300)
    audience = structs.replace(whole.audience, shows_per_window=70_000)
    small = structs.replace(
        whole, show=show, audience=audience, more_shows=(), season_days=days, max_shows=2, injections=(),
        settle_days=150,
        market=structs.replace(whole.market, shoppers=shoppers, campaigns=tuple(
            structs.replace(one, deadline_day=0, starts_day=1, days=1) for one in whole.market.campaigns
        )),
    )
    return structs.replace(small, content_hash=fingerprint(small))
