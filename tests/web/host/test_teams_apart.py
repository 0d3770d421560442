"""What a team is shown of a shared run is the same whatever another team does, where they do not trade together."""

import pytest

from sandbox.bots.play import BotTable
from sandbox.engine.run import start_run
from sandbox.kernel.draws import group_secret
from tests.builders import SEATS, a_short_scenario
from web.host.screen import Screen

UNTIL = 300


@pytest.fixture(scope="module")
def shown():
    """What every seat of blue was shown, beside a red team that rests and beside one that does all it can."""
    return watched(is_red_busy=False), watched(is_red_busy=True)


def watched(is_red_busy):
    run = start_run(a_short_scenario(), group_secret(7), run="shared-7", group_id="shared", teams=("red", "blue"))
    bots, screens = BotTable(run, "red"), [Screen(seat, 1, "blue") for seat in (*SEATS, "instructor")]
    for seat in SEATS if is_red_busy else ():
        bots.put(seat, "expert")
    told = []
    for second in range(20, UNTIL, 20):
        bots.act()
        while run.now < second:
            run.advance(min(second, bots.due()))
            bots.act()
        told += [(part.seat, part.patch, part.lines) for screen in screens if (part := screen.look(run))]
    return told, len(run.log.entries)


def test_the_busy_team_was_busy(shown):
    (_, at_rest), (_, busy) = shown

    assert busy > at_rest + 100


def test_no_seat_of_the_other_team_is_shown_any_of_it(shown):
    (beside_rest, _), (beside_busy, _) = shown

    assert {seat for seat, *_ in beside_rest} == {*SEATS, "instructor"}
    assert beside_busy == beside_rest
