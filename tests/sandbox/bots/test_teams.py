"""Bots play the teams of one run: each its own, and alike where they see the same."""

from __future__ import annotations

import pytest

from sandbox.bots.play import FAR, BotTable, play_out
from sandbox.engine.run import start_run
from sandbox.kernel.draws import group_secret
from tests.builders import SEATS, a_played_run, a_short_scenario

AVERAGE = dict.fromkeys(SEATS, "average")


def three_teams():
    return start_run(a_short_scenario(), group_secret(7), run="shared-7", group_id="shared", revealed=True,
                     teams=("1", "2", "3"))


@pytest.fixture(scope="module")
def played():
    """The first two play alike, the third has nobody."""
    return play_out(three_teams(), AVERAGE, {"3": {}})


def sent(run, team):
    """What a team's bots sent: (second, type, arguments)."""
    entries = (entry for entry in run.log.entries if entry.team == team and entry.subject.startswith("bot:"))
    return [(entry.at, entry.type, entry.args) for entry in entries]


def test_bots_of_one_style_do_the_same_for_every_team(played):
    assert sent(played, "1") == sent(played, "2") != []


def test_a_team_without_bots_sends_nothing(played):
    assert sent(played, "3") == []
    assert played.figures("3")["gmv"] < played.figures("1")["gmv"]


def test_bots_sell_in_company_what_they_sell_alone(played):
    assert played.figures("1")["gmv"] == a_played_run(7).figures()["gmv"]


def test_every_command_has_an_id_of_its_own(played):
    ids = [entry.cmd_id for entry in played.log.entries if entry.cmd_id]

    assert len(ids) == len(set(ids)) > 100


def test_bots_of_a_bankrupt_team_rest_while_others_go_on():
    run = three_teams()
    tables = [BotTable(run, team) for team in run.sides]
    for table in tables:
        table.put("operations", "average")
    run.sides["1"].is_bankrupt = True

    assert [table.due() for table in tables] == [FAR, 0, 0]
