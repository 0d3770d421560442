from sandbox.livestream.events import TickAggregated
from sandbox.livestream.offer_events import ClickLost
from sandbox.logistics.events import OrderPacked, ReturnRequested, StockShort
from sandbox.market.events import FactSheetWritten, HsClassified, OrderPlaced, PriceChanged
from tests.grading.builders import Story, filled


def test_only_the_last_price_of_each_product_counts_for_each_person():
    story = Story(selection="mei", operations="bo")
    story.add(10, filled(PriceChanged, sku="mug", new=900, best_price=1200), by="mei", seat="selection")
    story.add(90, filled(PriceChanged, sku="mug", new=1150, best_price=1200), by="mei", seat="selection")
    story.add(95, filled(PriceChanged, sku="lamp", new=2000, best_price=2000), by="mei", seat="selection")
    story.add(99, filled(PriceChanged, sku="mug", new=700, best_price=1200), by="bo", seat="operations")

    assert [(e.subject, e.data["sku"], e.data["price"]) for e in story.evidence("price.set")] == [
        ("mei", "mug", 1150),
        ("mei", "lamp", 2000),
        ("bo", "mug", 700),
    ]


def test_a_corrected_heading_counts_as_corrected():
    story = Story(selection="mei")
    story.add(10, filled(HsClassified, sku="mug", correct=False), by="mei")
    story.add(20, filled(HsClassified, sku="mug", correct=True), by="mei")

    assert [e.data["passed"] for e in story.evidence("compliance.checked")] == [True]


def test_a_card_full_of_false_points_is_not_complete():
    story = Story(selection="mei")
    story.add(10, filled(FactSheetWritten, sku="mug", required=4, present=4, false_points=3), by="mei")

    assert dict(story.evidence("detail.checked")[0].data) == {"required": 4, "present": 1}


def test_a_lost_click_is_the_part_of_a_unit_that_clicks_of_this_show_become():
    story = Story(operations="bo")
    story.add(5, filled(TickAggregated, clicks=8, orders=1, orders_expected_ppm=1_000_000))
    story.add(10, filled(OrderPlaced, order="o1", sku="mug", units=2))
    story.add(20, filled(ClickLost, sku="mug"))
    story.add(30, filled(StockShort, order="o1", sku="mug", units=2))

    assert [e.data["units"] for e in story.evidence("stock.demanded")] == [2, 0.125]
    assert [e.data["units"] for e in story.evidence("stock.lost")] == [0.125, 2]


def test_without_a_click_nobody_knows_what_a_lost_one_was_worth():
    story = Story(operations="bo")
    story.add(20, filled(ClickLost, sku="mug"))

    assert [e.data["units"] for e in story.evidence("stock.lost")] == [None]


def test_packing_in_time_is_evidence_of_operations():
    story = Story(operations="bo")
    story.add(90_000, filled(OrderPacked, order="o1", on_time=True))

    [packed] = story.evidence("order.shipped")

    assert (packed.seat, packed.data["on_time"]) == ("operations", True)


def test_a_return_counts_for_who_sold_the_article():
    story = Story(anchor="lin")
    placed = story.add(500, filled(OrderPlaced, order="o1"))
    story.add(900, filled(OrderPlaced, order="o2"))
    asked = story.add(700_000, filled(ReturnRequested, order="o1", reason="overpromise"))

    [returned] = story.evidence("order.returned")

    assert (returned.at, returned.seqs, returned.data["reason"]) == (500, (placed, asked), "overpromise")
