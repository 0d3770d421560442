"""What a seat is shown: whole once, then only what changed, and a feed numbered for this seat alone."""

from sandbox.engine.run import start_run
from sandbox.kernel.draws import group_secret
from sandbox.roles.feed import feed_line
from tests.builders import Sender, a_live_run, a_short_scenario
from web.host.screen import FEED_TAIL, Screen


def test_the_first_look_is_the_whole_view():
    run = a_live_run()

    part = Screen("anchor", epoch=1).look(run)

    assert part.base == 0
    assert set(part.patch) == set(run.view("anchor").__struct_fields__)


def test_a_second_look_at_the_same_moment_shows_nothing():
    run, screen = a_live_run(), Screen("anchor", epoch=1)
    screen.look(run)

    assert screen.look(run) is None


def test_patches_add_up_to_the_view():
    run, screen = a_live_run(), Screen("operations", epoch=1)
    shown = dict(screen.look(run).patch)
    for _ in range(5):
        run.advance(run.now + 7)
        if part := screen.look(run):
            shown.update(part.patch)

    assert shown == Screen("operations", epoch=1).look(run).patch


def test_each_patch_says_what_it_changes():
    run, screen = a_live_run(), Screen("anchor", epoch=1)
    first = screen.look(run)
    run.advance(run.now + 30)

    second = screen.look(run)

    assert (second.base, second.version) == (first.version, first.version + 1)


def test_a_run_that_was_opened_again_shows_higher_versions():
    run = a_live_run()

    assert Screen("anchor", epoch=2).look(run).version > Screen("anchor", epoch=1).look(run).version + 100_000


def test_a_feed_has_no_gap_however_often_one_looks():
    run, screen, numbers = a_live_run(), Screen("operations", epoch=1), []
    for _ in range(10):
        part = screen.look(run)
        if part and part.lines:
            numbers += range(part.first_line, part.first_line + len(part.lines))
        run.advance(run.now + 20)

    told = [event for event in run.events if feed_line(event, "operations")]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) <= len(told)


def test_who_comes_late_gets_the_end_of_the_feed_with_its_numbers():
    run = a_live_run(at=200)
    told = [event for event in run.events if feed_line(event, "instructor")]

    part = Screen("instructor", epoch=1).look(run)

    assert len(part.lines) == min(FEED_TAIL, len(told))
    assert part.first_line + len(part.lines) - 1 == len(told)


def test_a_seat_is_told_nothing_of_another_team():
    run = two_teams()
    red, blue = (Screen("operations", epoch=1, team=team) for team in ("red", "blue"))
    before = {screen.team: len(screen.look(run).lines) for screen in (red, blue)}

    Sender(run, "operations", team="red")("market.set_price", sku="earbuds", price=2390)

    assert before["red"] == before["blue"]
    assert b'"new":2390' in b"".join(red.look(run).lines)
    assert blue.look(run) is None or b"2390" not in str(blue._shown).encode()


def test_the_teacher_sees_the_team_looked_at():
    run = two_teams()
    Sender(run, "operations", team="red")("market.set_price", sku="earbuds", price=2390)

    lines = {team: b"".join(Screen("instructor", 1, team).look(run).lines) for team in ("red", "blue")}

    assert [b"market.price_changed" in lines[team] for team in ("red", "blue")] == [True, False]


def two_teams():
    run = start_run(a_short_scenario(), group_secret(7), run="shared-7", group_id="shared", teams=("red", "blue"))
    run.advance(60)
    return run
