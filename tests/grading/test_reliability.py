import pytest

from grading.reliability import variance_components

TABLE = [[60, 70, 65, 65], [50, 40, 45, 45], [80, 75, 85, 80]]


def test_E7_variance_splits_into_students_and_sessions():
    found = variance_components(TABLE)

    assert found.mean_square_between == pytest.approx(1233.33, abs=5e-3)
    assert found.mean_square_within == pytest.approx(16.667, abs=5e-4)
    assert found.between_variance == pytest.approx(304.17, abs=5e-3)


def test_E7_reliability_of_one_session_and_of_four():
    found = variance_components(TABLE)

    assert found.reliability(1) == pytest.approx(0.9481, abs=5e-5)
    assert found.reliability(4) == pytest.approx(0.9865, abs=5e-5)


def test_students_who_do_not_differ_have_no_reliability():
    assert variance_components([[50, 60], [60, 50]]).reliability(8) == 0
    assert variance_components([[50, 50], [50, 50]]).reliability(8) == 0


@pytest.mark.parametrize("table", [[], [[1, 2]], [[1], [2]], [[1, 2], [1]]])
def test_a_table_that_cannot_be_split_is_refused(table):
    with pytest.raises(ValueError, match="same two or more sessions"):
        variance_components(table)
