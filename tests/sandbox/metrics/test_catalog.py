import pytest

from sandbox.metrics.catalog import LIVE, metric
from sandbox.roles.views.common import _numbers

WINDOW = {
    "shows": 6000, "organic": 400, "views": 420, "watch_seconds": 26_000, "interactions": 35, "clicks": 52,
    "orders": 3, "gmv": 7500, "gmv_expected": 7000, "follows": 4, "spend": 1500, "paid": 20,
}
EMPTY = dict.fromkeys(WINDOW, 0)


def test_every_figure_has_one_definition():
    assert len({one.id for one in LIVE}) == len({one.name.zh for one in LIVE}) == len(LIVE)


@pytest.mark.parametrize("one", LIVE, ids=lambda one: one.id)
def test_a_figure_without_a_denominator_is_not_known_and_a_count_is_zero(one):
    assert one.of(WINDOW) is not None
    assert one.of(EMPTY) == (0 if one.formula.en.find("/") < 0 else None)


def test_the_funnel_multiplies_to_the_sales():
    rates = {name: (metric(name).of(WINDOW) or 0) / 1e6 for name in ("cvr", "ctr", "ctor")}

    assert rates["cvr"] == pytest.approx(rates["ctr"] * rates["ctor"], rel=1e-3)
    assert metric("gpm_view").of(WINDOW) == 1000 * 7500 // 420


def test_the_screens_show_the_figures_of_the_catalogue():
    for name, (value, unit) in _numbers(WINDOW).items():
        assert (metric(name).of(WINDOW), metric(name).unit) == (value, unit)


def test_an_unknown_figure_is_an_error():
    with pytest.raises(KeyError):
        metric("charm")
