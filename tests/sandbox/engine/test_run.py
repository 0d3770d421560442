"""A whole run: stages, money, orders, shocks, seats."""

from __future__ import annotations

import pytest

from sandbox.market.order import TRANSITIONS
from tests.builders import SEATS, Sender, a_live_run, a_played_run, a_run


@pytest.fixture(scope="module")
def played():
    return a_played_run(7)


def test_stages_follow_each_other_to_the_end():
    run = a_run()
    seen = [run.stage]
    for second in (25, 400, 90_000):
        run.advance(second)
        seen.append(run.stage)
    run.settle()

    assert [*seen, run.stage] == ["prepare", "live", "market", "settling", "over"]


def test_the_ledger_sums_to_zero_in_every_currency_after_every_command_and_second():
    run = a_live_run(at=30)
    sender = Sender(run, "operations")
    for second in range(30, 300, 10):
        run.advance(second)
        sender("livestream.issue_coupon", amount=100, minimum=1000, copies=2, seconds=60)
        assert not any(run.domains.payments.trial_balance().values())


def test_a_settled_run_with_two_currencies_balances_in_both(played):
    assert played.domains.payments.trial_balance() == {"EUR": 0, "USD": 0}


def test_every_order_ends_exactly_once(played):
    ended = [event.data.order for event in played.events if event.type == "market.order_ended"]

    assert len(ended) == len(set(ended)) == played.domains.orders() > 5
    assert all(not TRANSITIONS[order.state] for order in played.domains.shop.orders())


def test_units_are_conserved(played):
    missing = played.domains.logistics.unaccounted()

    assert missing == dict.fromkeys(missing, 0)
    assert len(missing) == len(played.scenario.products)


def test_the_orders_contributions_and_the_ledger_tell_the_same_story(played):
    result = played.domains.payments.profit_and_loss()
    shared = ("ads", "lucky_bags", "samples", "transfers", "fx", "fx_cost", "rounding")
    common = sum(result.get(name, 0) for name in shared)

    assert abs(played.domains.shop.contribution() + common - sum(result.values())) <= 100 * played.domains.orders()


def test_an_orders_way_can_be_stepped_through_with_its_causes(played):
    order = next(event.data.order for event in played.events if event.type == "logistics.order_delivered")
    steps = [event for event in played.events if getattr(event.data, "order", "") == order]

    kinds = [event.type for event in steps]
    way = [kinds.index(name) for name in ("market.order_placed", "payments.authorised", "logistics.stock_reserved")]
    assert way == sorted(way)
    assert played.events[steps[0].cause - 1].type == "livestream.order_intended"


@pytest.mark.parametrize("kind", ["customs_delay", "viral_spike", "host_no_show", "review_attack", "currency_crash"])
def test_a_shock_is_one_logged_command_that_changes_the_run(kind):
    calm, struck = a_live_run(at=60), a_live_run(at=60)

    answer = Sender(struck, "instructor")("run.inject_shock", kind=kind)
    calm.settle()
    struck.settle()

    assert answer.ok, answer.message
    assert struck.log.entries[answer.entry - 1].type == "run.inject_shock"
    assert [e.type for e in struck.events] != [e.type for e in calm.events]


def test_a_player_cannot_inject_a_shock():
    assert Sender(a_live_run(), "traffic")("run.inject_shock", kind="viral_spike").code == "wrong_seat"


def test_a_seat_changes_hands_and_the_log_keeps_person_and_seat_apart():
    run = a_live_run()
    teacher = Sender(run, "instructor")
    teacher("run.take_seat", seat="anchor", subject="subject-a")
    Sender(run, "anchor", "subject-a")("livestream.set_intensity", intensity_ppm=400_000)
    teacher("run.take_seat", seat="anchor", subject="subject-b")
    Sender(run, "anchor", "subject-b")("livestream.set_intensity", intensity_ppm=500_000)

    by = [(e.seat, e.subject) for e in run.log.entries if e.type == "livestream.set_intensity"]
    assert by == [("anchor", "subject-a"), ("anchor", "subject-b")]


def test_the_teacher_can_end_the_show_early_and_orders_still_arrive():
    run = a_live_run(at=200)
    Sender(run, "instructor")("run.end", reason="teacher")
    run.settle()

    assert run.stage == "over"
    assert run.domains.open_orders() == 0


def test_every_seat_has_a_view_at_every_stage():
    run = a_run()
    for second in (0, 100, 400, 90_000, 10**7):
        run.advance(second)
        for seat in (*SEATS, "instructor"):
            assert run.view(seat).common.clock.now == run.now
        assert run.board().gmv == run.result().gmv
