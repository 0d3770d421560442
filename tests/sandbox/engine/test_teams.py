"""Several teams in one run: apart where they are apart, together where they meet."""

from __future__ import annotations

import pytest

from sandbox.engine.replay import rebuild
from sandbox.engine.run import start_run
from sandbox.kernel.draws import Secrets, group_secret
from tests.builders import Sender, a_run, a_short_scenario

SECRET = group_secret(7)


def two_teams():
    scenario = a_short_scenario()
    return start_run(scenario, SECRET, run="shared-7", group_id="shared", revealed=True, teams=("red", "blue"))


@pytest.fixture(scope="module")
def played():
    run = two_teams()
    run.advance(60)
    Sender(run, "operations", team="red")("market.set_price", sku="earbuds", price=2390)
    Sender(run, "instructor")("run.inject_shock", kind="customs_delay", country="DE")
    run.settle()
    return run


def of(run, event_type, team):
    return [event for event in run.events if event.type == event_type and event.team == team]


def test_a_command_moves_its_own_team_only(played):
    assert [event.data.new for event in of(played, "market.price_changed", "red")] == [2390]
    assert not of(played, "market.price_changed", "blue")


def test_a_shock_of_the_teacher_meets_every_team(played):
    assert len(of(played, "run.shock_injected", "red")) == len(of(played, "run.shock_injected", "blue")) == 1


def test_teams_that_do_the_same_live_through_the_same_show():
    run = two_teams()
    run.advance(200)

    assert [event.data for event in of(run, "livestream.tick", "red")] == [
        event.data for event in of(run, "livestream.tick", "blue")
    ]


def test_a_team_in_company_meets_the_viewers_it_would_meet_alone():
    together, alone = two_teams(), a_run(7)
    for run in (together, alone):
        run.advance(200)

    assert [event.data for event in of(together, "livestream.tick", "red")] == [
        event.data for event in of(alone, "livestream.tick", "")
    ]


def test_every_team_has_its_own_books_and_screens(played):
    red, blue = played.view("instructor", "red"), played.view("instructor", "blue")

    assert (red.ledger_balanced, blue.ledger_balanced) == (True, True)
    assert played.figures("red")["orders"] > 0 < played.figures("blue")["orders"]


def test_an_unknown_team_is_refused_with_the_known_ones():
    answer = Sender(two_teams(), "operations", team="green")("market.set_price", sku="earbuds", price=2390)

    assert answer.code == "unknown_team"
    assert "red, blue" in answer.message


def test_a_shared_run_replays_to_the_same_state(played):
    again = rebuild(played.scenario, Secrets(SECRET), played.log)

    assert again.state_digest() == played.state_digest()
