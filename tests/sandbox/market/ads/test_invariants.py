"""Whatever is commanded: budgets hold, books only grow, and the same commands give the same bytes."""

from itertools import pairwise
from typing import Any

import pytest

from sandbox.kernel.draws import Secrets, Stream, group_secret
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.messages import Command
from sandbox.market.ads.campaign import Campaign
from sandbox.market.ads.commands import PauseCampaign, ResumeCampaign, SetBid, SetBudget, UploadCreative
from sandbox.market.ads.events import AuctionSettled
from tests.sandbox.market.ads.builders import Agency

HOOKS = ("problem", "result", "price", "behind_scenes")


def a_command(one: Campaign, choice: Stream, step: int) -> Command:
    """One of everything that can be done to a campaign."""
    size = 1 + choice.below(900, step, 1)
    bid = {"bid": 20 + size} if one.kind == "search" else {"target_roas_ppm": 500_000 + 2_000 * size}
    return (
        SetBid(campaign=one.id, **bid), SetBudget(campaign=one.id, daily_budget=900 + 10 * size),
        PauseCampaign(campaign=one.id), ResumeCampaign(campaign=one.id),
        UploadCreative(campaign=one.id, hook=HOOKS[size % 4]),
    )[choice.below(5, step, 2)]


def played(seed: int, steps: int = 60) -> tuple[Agency, list[tuple[int, int]]]:
    """A season of random commands to two campaigns of two teams; and (spend, budget) of the first after each."""
    choice = Stream(Secrets(group_secret(seed)).stream("bot.test"))
    agency = Agency(seed, teams=("red", "blue"))
    campaigns = [(team, make(team)) for team in ("red", "blue") for make in (agency.search, agency.feed)]
    seen = []
    for step in range(steps):
        agency.world.advance(agency.world.now + choice.below(5 * 3600, step))
        team, one = campaigns[choice.below(len(campaigns), step, 3)]
        try:
            agency.send(a_command(one, choice, step), team)
        except IllegalCommandError:
            continue
        seen.append((agency.of["red"].books(campaigns[0][1]).spend, campaigns[0][1].daily_budget))
    return agency, seen


@pytest.mark.parametrize("seed", range(6))
def test_spend_never_shrinks(seed):
    _, seen = played(seed)

    assert all(before[0] <= after[0] for before, after in pairwise(seen))


@pytest.mark.parametrize("seed", range(6))
def test_no_day_costs_more_than_the_largest_budget_ever_set(seed):
    agency, _ = played(seed)

    assert max(event.cost for event in agency.world.of(AuctionSettled)) <= 10_000


@pytest.mark.parametrize("seed", range(3))
def test_the_same_commands_give_the_same_events_and_the_same_state(seed):
    first, second = played(seed)[0], played(seed)[0]

    assert first.world.log == second.world.log
    assert first.exchange.state_digest() == second.exchange.state_digest()


def test_looking_at_attention_at_midnight_changes_nothing():
    looked, not_looked = Agency(), Agency()
    for agency in (looked, not_looked):
        agency.search()
        agency.feed()
    for day in range(1, 5):
        for agency in (looked, not_looked):
            agency.world.advance(day * 86_400)
        told: dict[str, Any] = {"team": "red", "listing": "lamp-us"}
        looked.exchange.attention(**told, category="home", country="US", platform="bazaar")
    for agency in (looked, not_looked):
        agency.days(1)

    assert looked.world.log == not_looked.world.log
