"""Who wins which slot at which price, worked out by hand."""

import itertools

import pytest

from sandbox.market.ads.auction import Entry, Expected, Seat, expected_seat, ranking, seat_of

HALF, ALL = 500_000, 1_000_000
A = Entry("a", 100, 200_000)
B = Entry("b", 150, 100_000)
C = Entry("c", 60, 300_000)
D = Entry("d", 50, 200_000)
E = Entry("e", 40, 200_000)


def test_bid_times_click_chance_decides_the_order():
    # scores in millions: a 20, c 18, b 15, d 10, e 8
    assert [one.id for one in ranking([A, B, C, D, E], 1)] == ["a", "c", "b", "d", "e"]


@pytest.mark.parametrize(("who", "slot", "price"), [
    ("a", 0, 91),   # 18 / .2 = 90, and one more
    ("c", 1, 51),   # 15 / .3 = 50
    ("b", 2, 101),  # 10 / .1 = 100
    ("d", 3, 41),   # 8 / .2 = 40
    ("e", -1, 0),   # there are four slots
])
def test_each_slot_pays_what_would_just_keep_it(who, slot, price):
    assert seat_of(who, [A, B, C, D, E], 1) == Seat(slot, price)


def test_the_last_bidder_pays_the_reserve():
    assert seat_of("a", [A], 20) == Seat(0, 20)


def test_a_bid_below_the_reserve_is_not_in_the_auction():
    assert seat_of("e", [A, E], 41) == Seat(-1, 0)


def test_nobody_ever_pays_more_than_the_own_bid():
    entries = [Entry(str(n), 20 + 7 * n % 90, 50_000 + 13_000 * n % 400_000) for n in range(12)]
    seats = [(one, seat_of(one.id, entries, 1)) for one in entries]

    assert all(seat.price <= one.bid for one, seat in seats)


def test_equal_scores_are_decided_by_id_and_not_by_order():
    twins = [Entry("x", 50, 200_000), Entry("w", 50, 200_000), Entry("y", 100, 100_000)]

    assert {tuple(one.id for one in ranking(case, 1)) for case in itertools.permutations(twins)} == {("w", "x", "y")}


def test_a_better_bid_never_gets_a_worse_slot():
    slots = [seat_of("me", [A, B, C, D, Entry("me", bid, 200_000)], 1).slot for bid in range(1, 200)]
    places = [slot if slot >= 0 else 9 for slot in slots]

    assert places == sorted(places, reverse=True)


def test_half_of_a_competitor_is_the_mean_of_both_cases():
    # with a: slot 1 (.6) at 1; without: slot 0 (1.0) at 1
    assert expected_seat(C, [(A, HALF)], 1) == pytest.approx(Expected(0.8, 0.8))


def test_many_unsure_competitors_are_rounded_and_still_give_an_answer():
    crowd = [(Entry(str(n), 90 + n, 200_000), 100_000) for n in range(9)]

    assert 0.6 < expected_seat(Entry("me", 10, 200_000), crowd, 1).attention < 0.9
