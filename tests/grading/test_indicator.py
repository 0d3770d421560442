import pytest

from grading.bench import Replay
from grading.expression import NoValueError
from grading.indicator import Gap
from tests.grading.builders import gap, measured


def test_V1_units_lost_to_stock_outs():
    found = measured("EO-O2", ("stock.demanded", 1, {"units": 120}), ("stock.demanded", 1, {"units": 80}),
                     ("stock.lost", 1, {"units": 15}))  # fmt: skip

    assert (found.x, found.n) == (0.925, 50)
    assert found.y == pytest.approx(72.857, abs=5e-4)


def test_V1_a_team_that_loses_nothing_is_scored_not_skipped():
    assert measured("EO-O2", ("stock.demanded", 1, {"units": 40})).y == 100


def test_V2_a_review_is_scored_by_precision_and_recall():
    found = measured("DA-O1", ("review.submitted", 1, {"causes_named": 4, "causes_right": 3, "causes_true": 5}))

    assert (found.x, found.n) == (pytest.approx(0.6667, abs=5e-5), 5)
    assert found.y == pytest.approx(72.222, abs=5e-4)


def test_V3_a_replayed_quantity_is_placed_between_baseline_and_reference():
    roi = {"quantity": "incremental_roi", "x": 0.42, "base": 0.10, "ref": 0.60}

    found = measured("MP-T1", ("replay.measured", 1, roi))

    assert found.y == pytest.approx(72.40)


def test_V3_a_replay_of_another_quantity_is_not_read():
    assert gap("MP-T1", ("replay.measured", 1, {"quantity": "page_cvr", "x": 1, "base": 2, "ref": 3})) is Gap.TOO_FEW


@pytest.mark.parametrize(("base", "ref"), [(0.3, 0.3), (None, 0.3), ("low", 0.3)])
def test_policies_that_do_not_differ_give_no_score(base, ref):
    with pytest.raises(NoValueError):
        Replay("base", "ref").score(0.4, {"base": base, "ref": ref})


def test_V4_first_replies_in_time():
    found = measured("CS-C1", ("ticket.first_reply", 17, {"latency_s": 60, "sla_s": 90}),
                     ("ticket.first_reply", 3, {"latency_s": 91, "sla_s": 90}))  # fmt: skip

    assert (found.x, found.n) == (0.85, 20)
    assert found.y == pytest.approx(68.333, abs=5e-4)


def test_too_few_opportunities_give_no_observation():
    assert gap("CS-C1", ("ticket.first_reply", 4, {"latency_s": 60, "sla_s": 90})) is Gap.TOO_FEW


def test_evidence_without_the_field_asked_for_counts_neither_way():
    rated = {"contacts": 1, "reopened": False, "csat": 4, "csat_expected": 4}
    silent = {**rated, "csat": None}

    found = measured("CS-C3", ("ticket.closed", 10, rated), ("ticket.closed", 5, silent))

    assert (found.x, found.n, found.y) == (0, 10, 50)
    assert len(found.answers["d"].evidence) == 10


def test_a_formula_without_a_value_gives_no_observation():
    unread = {"causes_named": 2, "causes_right": None, "causes_true": 1}

    assert gap("DA-O1", ("review.submitted", 1, unread)) is Gap.UNDEFINED


def test_every_answer_holds_the_evidence_it_counted():
    found = measured("NM-A3", ("chat.answered", 6, {"latency_s": 10, "correct": True}),
                     ("chat.answered", 2, {"latency_s": 31, "correct": True}), ("chat.missed", 2, {}))  # fmt: skip

    assert found.x == 0.6
    assert [e.seqs for e in found.answers["ok"].evidence] == [(1,), (2,), (3,), (4,), (5,), (6,)]
    assert [e.seqs for e in found.answers["m"].evidence] == [(9,), (10,)]
