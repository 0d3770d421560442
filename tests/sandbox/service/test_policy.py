"""The policy matrix: complete, sourced, and right on the cases a teacher would try."""

from itertools import product
from typing import get_args

import pytest

from sandbox.service.commands import Action
from sandbox.service.kinds import KINDS, STAGES
from sandbox.service.policy import Situation, judge
from sandbox.service.policy_rows import MATRIX


def a_case(kind: str, **changes) -> Situation:
    """An American parcel worth 35.00 on its way, in time."""
    case = Situation(kind, "other", "shipped", -3, 0, False, 3500)  # type: ignore[arg-type]
    return case._replace(**changes)


def test_every_situation_has_exactly_one_rule_and_a_right_action():
    situations = product(
        KINDS, ("eu", "other"), STAGES, (-1, 3, 20), (0, 10, 20, 40), (False, True), (1000, 9000), (False, True)
    )
    for situation in situations:
        case = Situation(*situation)
        verdicts = [judge(MATRIX, case, action) for action in get_args(Action)]
        assert len({row.id for _, row in verdicts}) == 1
        assert "right" in [verdict for verdict, _ in verdicts], case


def test_no_rule_stands_in_vain():
    used = {
        judge(MATRIX, Situation(*situation), "info")[1].id
        for situation in product(
            KINDS, ("eu", "other"), STAGES, (-1, 3, 20), (0, 10, 20, 40), (False, True), (1000, 9000), (False, True),
            ("US", "AU"), (0, 14),
        )
    }

    assert used == {row.id for row in MATRIX}


def test_every_rule_has_an_id_a_source_and_both_languages():
    assert len({row.id for row in MATRIX}) == len(MATRIX)
    for row in MATRIX:
        assert row.source
        assert row.en.endswith(".")
        assert row.zh.endswith("。")
        assert not set(row.right) & set(row.acceptable)


CASES = [
    (a_case("where_is_it"), "info", "right"),
    (a_case("where_is_it"), "refund_full", "wrong"),
    (a_case("where_is_it", late_days=2), "refund_full", "acceptable"),
    (a_case("where_is_it", late_days=11), "info", "wrong"),
    (a_case("where_is_it", stage="lost"), "reship", "right"),
    (a_case("return", law="eu", stage="delivered", days_here=10), "info", "wrong"),
    (a_case("return", law="eu", stage="delivered", days_here=10), "return_label", "right"),
    (a_case("return", law="eu", stage="delivered", days_here=15), "info", "right"),
    (a_case("return", law="eu", stage="delivered", days_here=10, value=900), "refund_full", "right"),
    (a_case("return", stage="delivered", days_here=20), "return_label", "right"),
    (a_case("return", stage="delivered", days_here=3, country="BR", right_days=7), "return_label", "right"),
    (a_case("return", stage="delivered", days_here=3, country="BR", right_days=7, value=900), "refund_full", "right"),
    (a_case("return", stage="delivered", days_here=3, country="US", value=900), "return_label", "acceptable"),
    (a_case("defect", stage="delivered", country="AU"), "reship", "right"),
    (a_case("tax", law="eu", stage="shipped"), "escalate", "wrong"),
    (a_case("tax", stage="shipped"), "refund_part", "right"),
    (a_case("invoice", stage="delivered"), "info", "right"),
    (a_case("cod", stage="placed"), "refund_full", "wrong"),
    (a_case("chargeback", stage="delivered"), "refund_full", "wrong"),
    (a_case("chargeback", stage="lost", late_days=12), "refund_full", "right"),
    (a_case("chargeback", stage="shipped"), "refund_full", "acceptable"),
    (a_case("return", stage="delivered", days_here=31), "refund_full", "wrong"),
    (a_case("defect", law="eu", stage="delivered"), "reship", "right"),
    (a_case("defect", stage="delivered"), "reship", "acceptable"),
    (a_case("defect", stage="delivered", has_photo=True), "reship", "right"),
    (a_case("defect", stage="delivered", has_photo=True), "coupon", "wrong"),
    (a_case("cancel", stage="packed"), "refund_full", "right"),
    (a_case("cancel"), "refund_full", "wrong"),
    (a_case("cancel", law="eu"), "return_label", "right"),
    (a_case("address", stage="placed"), "info", "right"),
    (a_case("address"), "escalate", "right"),
    (a_case("customs", stage="held"), "escalate", "right"),
    (a_case("defect", law="eu", stage="delivered", is_refunded=True), "info", "right"),
]


@pytest.mark.parametrize(("case", "action", "verdict"), CASES)
def test_the_matrix_says_what_a_teacher_would(case, action, verdict):
    assert judge(MATRIX, case, action)[0] == verdict


def test_a_matrix_with_a_hole_says_so():
    with pytest.raises(LookupError, match="expected a policy row"):
        judge((), a_case("other"), "info")
