"""The review tells luck from choice."""

from __future__ import annotations

from sandbox.market.supply.review import purchase_truths
from tests.sandbox.market.supply.builders import Buyer, a_quote, a_supplier

BAD = a_supplier("works", a_quote(defect=300_000))


def test_sorting_and_luck_of_a_lot_add_up_to_its_share_of_defects() -> None:
    plain, sorting = Buyer(BAD), Buyer(BAD)
    plain.received(qc_units=50, if_bad="accept")
    sorting.received(qc_units=50, if_bad="sort")
    [unsorted], [sorted_] = purchase_truths(plain.supply), purchase_truths(sorting.supply)

    assert dict(sorted_.defects)["sorting"] == -916_291  # ln .4
    assert abs(dict(sorted_.defects)["luck"] - dict(unsorted.defects)["luck"]) < 10
    assert unsorted.time == sorted_.time


def test_a_lot_that_was_sent_back_has_no_truth_of_its_own() -> None:
    buyer = Buyer(BAD)
    buyer.received(qc_units=50, if_bad="reject")

    [truth] = purchase_truths(buyer.supply)
    assert (truth.lot_defect, truth.lot_quality, truth.supplier_defect) == (None, None, 300_000)


def test_false_papers_are_named_in_the_end() -> None:
    buyer = Buyer()
    buyer.received("earbuds", supplier="trader")

    assert purchase_truths(buyer.supply)[0].false_papers == ("ce", "un38_3")
