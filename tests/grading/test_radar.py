from itertools import permutations

import pytest

from grading.radar import area, area_share, area_share_of_all_orders, area_share_sd

PROFILE = [0.80, 0.60, 0.55, 0.70, 0.65, 0.50, 0.75]


def test_F3_area_and_share_of_a_profile():
    assert area(PROFILE) == pytest.approx(1.153201, abs=5e-7)
    assert area([1] * 7) == pytest.approx(2.736410, abs=5e-7)
    assert area_share(PROFILE) == pytest.approx(0.421429, abs=5e-7)


def test_F3_the_share_depends_on_the_order_of_axes_and_its_twin_does_not():
    shares = [area_share([PROFILE[0], *rest]) for rest in permutations(PROFILE[1:])]

    assert len(shares) == 720
    assert (min(shares), max(shares)) == (pytest.approx(0.4136, abs=5e-5), pytest.approx(0.4286, abs=5e-5))
    assert sum(shares) / 720 == pytest.approx(area_share_of_all_orders(PROFILE)) == pytest.approx(0.420833, abs=5e-7)


@pytest.mark.parametrize("a", [0, 0.3, 1])
def test_F4_equal_axes_cover_the_square_of_their_ratio(a):
    assert area_share([a] * 7) == pytest.approx(a * a)


def test_F5_doubt_of_the_axes_becomes_doubt_of_the_share():
    assert area_share_sd(PROFILE, [0.06] * 7) == pytest.approx(0.029525, abs=5e-7)


def test_a_spiky_profile_covers_twice_the_area_in_another_order():
    assert area_share([1, 0.2, 1, 0.2, 1, 0.2, 0.2]) < 0.19
    assert area_share([1, 1, 1, 0.2, 0.2, 0.2, 0.2]) > 0.35
