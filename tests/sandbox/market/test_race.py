"""The race of the listings: the nested logit, person by person, and nobody else moves."""

from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
import pytest

from benchmarks.market import Day, law_row
from sandbox.kernel.detmath import det_log
from sandbox.market.shelf.cell import CHARGE, RANK, THERE
from sandbox.market.shelf.patience import MU, lay_base, spread
from sandbox.market.shelf.quicklog import quick_log
from sandbox.market.shelf.race import half_of, scatter


@pytest.fixture(scope="module")
def day() -> Day:
    return Day(shoppers=200_000, listings=40)


def test_orders_follow_the_nested_logit(day):
    row = law_row(day)

    assert row["ok"], row


@pytest.mark.parametrize("factor", [0.3, 0.9, 1.1, 3.0])
def test_a_changed_price_moves_only_those_who_choose_that_listing(day, factor):
    listing = int(np.argmax(day.cell.numbers[RANK] == 4))
    before = day.choices()
    after = day.after_price_change(listing, factor)

    moved = before != after
    assert moved.sum() > 0
    assert (moved & (before != listing) & (after != listing)).sum() == 0


def test_buyers_of_a_sold_out_listing_go_to_rivals_or_home_and_nobody_else_moves(day):
    listing = int(np.argmax(day.cell.numbers[RANK] == 3))
    before = day.choices()
    day.cell.numbers[THERE, listing] = 0
    after = day.choices()
    day.cell.numbers[THERE, listing] = 1

    lost = before == listing
    assert (before[~lost] == after[~lost]).all()
    assert 0.6 < (after[lost] >= 0).mean() < 0.75


def test_a_listing_without_a_base_weight_is_bought_as_often_as_its_worth(day):
    weights = day.cell.weights.copy()
    base = day.cell.base
    listing = int(np.argmax(day.cell.numbers[RANK] == 2))
    before = day.choices()
    without = weights.copy()
    without[:, listing] = 0.0
    day.cell.base = lay_base(1.5 * without, day.cell.outside)
    after = day.choices()
    day.cell.base = base

    bought, expected = (after == listing).sum(), (before == listing).sum()
    assert abs(bought / expected - 1) < 0.05


def test_more_shoppers_add_people_and_replace_nobody():
    few, many = Day(shoppers=20_000, listings=20), Day(shoppers=20_000, listings=20)
    fewer = {int(shopper): int(what) for shopper, what in zip(*few.play(), strict=True)}
    many.shoppers = 16_000
    more = {int(shopper): int(what) for shopper, what in zip(*many.play(), strict=True)}

    assert 0 < len(more) < len(fewer)
    assert more.items() <= fewer.items()


def test_the_chance_of_buying_is_right_to_a_millionth():
    for mu in (MU, 0.5):
        ratio = 3.0
        chance = float((ratio * spread(mu) / (1.0 + ratio * spread(mu))).sum()) / len(spread(mu))
        assert chance == pytest.approx(ratio**mu / (ratio**mu + 1.0), abs=1e-6)


def test_everybody_stands_in_one_place_of_the_day():
    mask = 1023
    for salt in (5, 987_654_321_987):
        assert len({scatter(place, mask, half_of(mask), salt) for place in range(1024)}) == 1024


@pytest.mark.parametrize("x", [1e-16, 1e-5, 0.3, 0.5, 0.999999])
def test_the_quick_logarithm_is_the_logarithm(x):
    assert quick_log(x) == pytest.approx(det_log(x), abs=2e-14)


TWIN = """
import hashlib
from benchmarks.market import Day
from sandbox.market.shelf.cell import CHARGE
day = Day(shoppers=1500, listings=24)
plain = day.choices()
grown = day.after_price_change(3, 0.3)
from sandbox.market.shelf.lab import Lab
digest = Lab(3, 2, shoppers=900, is_held=False).play().market.state_digest()
print(hashlib.sha256(digest + plain.tobytes() + grown.tobytes() + day.cell.weights.tobytes()).hexdigest())
"""


def test_the_interpreter_gives_the_same_choices_as_the_compiled_kernels():
    told = [
        subprocess.run([sys.executable, "-c", TWIN], capture_output=True, text=True, check=True,
                       env={**os.environ, "BORDERCAST_JIT": switch}).stdout
        for switch in ("on", "off")
    ]

    assert told[0] == told[1]


def test_cheaper_listings_move_only_their_own_choosers(day):
    before = day.choices()
    cheaper = [5, 6, 7, 8]
    old = day.cell.numbers[CHARGE].copy()
    day.cell.numbers[CHARGE, cheaper] = old[cheaper] * 8 // 10
    after = day.choices()
    day.cell.numbers[CHARGE] = old

    moved = before != after
    touched = np.isin(before, cheaper) | np.isin(after, cheaper)
    assert (moved & ~touched).sum() == 0
