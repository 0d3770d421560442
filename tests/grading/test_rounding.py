import pytest

from grading.rounding import half_up


@pytest.mark.parametrize(
    ("value", "shown"),
    [(72.35, "72.4"), (72.35 - 1e-12, "72.4"), (72.349, "72.3"), (0.05, "0.1"), (-0.05, "-0.1"), (68.25, "68.3")],
)
def test_halves_are_rounded_up_as_a_person_sees_them(value, shown):
    assert str(half_up(value)) == shown


def test_decimals_that_are_not_there_are_written():
    assert str(half_up(70)) == "70.0"
    assert str(half_up(1e-12, 3)) == "0.000"
