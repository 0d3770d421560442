"""What buyers remember: reviews by listing, invitations, reports, and coming back."""

from __future__ import annotations

import pytest

from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.ids import child, to_text
from sandbox.market.commands import InviteReview, ReportReview
from sandbox.market.events import ReportDecided, ReviewPosted
from sandbox.market.shelf.rows import campaign_rows, listing_rows, peak_rows, review_rows, rival_rows
from tests.sandbox.market.builders import Counter
from tests.sandbox.market.street import LAMP, Street, a_season


def delivered(street, order, **changes):
    street.shop.mark_paid(order)
    street.shop.mark_delivered(order, True, False, False, **changes)


def after_delivery(days, secret=7, experience=None):
    """A season in which every order is delivered at once."""
    street = Street(a_season(days), secret=secret)
    known = 0
    for _ in range(days):
        street.play(1)
        orders = street.shop.orders()
        for order in orders[known:]:
            delivered(street, order.order)
            if experience is not None:
                street.shop.note_experience(order.order, *experience)
        known = len(orders)
    return street


def test_reviews_of_shelf_orders_stand_at_their_listing():
    street = after_delivery(12)

    posted = street.world.of(ReviewPosted)
    assert posted
    assert {review.listing for review in posted} == {LAMP}
    assert street.stall.reviews.listed(LAMP).count == 182 + len(posted)
    assert street.shop.rating("lamp").count == 182


def repeats(street):
    return [order for order in street.shop.orders() if order.source == "repeat"]


def test_pleased_buyers_come_back_and_disappointed_ones_do_less():
    plain, pleased = after_delivery(20), after_delivery(20, experience=(True, False))
    upset = after_delivery(20, experience=(False, True))

    assert len(repeats(upset)) < len(repeats(plain)) < len(repeats(pleased))
    assert {order.viewer for order in repeats(plain)} <= {order.viewer for order in repeats(pleased)}


def test_who_comes_back_has_bought_before():
    street = after_delivery(20)

    first = {order.viewer for order in street.shop.orders() if order.source == "search"}
    assert {order.viewer for order in repeats(street)} <= first


def test_an_invited_buyer_writes_more_often():
    told = {True: 0, False: 0}
    for invited in told:
        counter = Counter()
        for viewer in range(400):
            order = counter.intend(viewer)
            delivered(counter, order)
            if invited:
                counter.send(InviteReview(order=to_text(order)))
        counter.advance_days(60)
        told[invited] = len(counter.world.of(ReviewPosted))

    assert told[True] > told[False] > 0


def test_only_delivered_orders_are_invited_and_only_once():
    counter = Counter()
    order = counter.intend()
    for step, code in ((None, "not_delivered"), ("deliver", ""), (None, "already_invited")):
        if step:
            delivered(counter, order)
            counter.send(InviteReview(order=to_text(order)))
            continue
        with pytest.raises(IllegalCommandError) as refusal:
            counter.send(InviteReview(order=to_text(order)))
        assert refusal.value.code == code


def attacked(evidence):
    counter = Counter()
    counter.shop.attack_reviews("lamp", 40)
    counter.advance_days(2)
    for review in counter.world.of(ReviewPosted):
        counter.send(ReportReview(review=review.review, evidence=evidence))
    counter.advance_days(4)
    return counter


def test_half_of_the_reported_false_reviews_go_and_the_rating_rises_again():
    counter = attacked(("same_author",))

    removed = [event for event in counter.world.of(ReportDecided) if event.removed]
    assert 10 <= len(removed) <= 30
    assert counter.shop.rating("lamp").count == 182 + 40 - len(removed)


def test_a_report_without_evidence_removes_nothing():
    counter = attacked(())

    assert [event.removed for event in counter.world.of(ReportDecided)] == [False] * 40


def test_a_review_is_reported_once_and_must_exist():
    counter = Counter()
    counter.shop.attack_reviews("lamp", 1)
    counter.advance_days(2)
    [review] = counter.world.of(ReviewPosted)
    counter.send(ReportReview(review=review.review))

    for ident, code in ((review.review, "already_reported"), (to_text(child(0, "review", 1)), "unknown_review")):
        with pytest.raises(IllegalCommandError) as refusal:
            counter.send(ReportReview(review=ident))
        assert refusal.value.code == code


def test_a_review_attack_can_aim_at_one_listing():
    street = Street()
    street.shop.attack_reviews("lamp", 30, LAMP)
    street.play(2)

    assert street.stall.reviews.listed(LAMP).shown < 450
    assert street.shop.rating("lamp").shown == 450


def test_the_rows_show_what_a_seat_may_see_and_nothing_hidden():
    street = Street(a_season(3)).play(2.5)

    [row] = listing_rows(street.stall)
    rivals = rival_rows(street.market, street.stall)
    assert (row.listing, row.orders_total, row.state) == (LAMP, len(street.bought()), "live")
    assert [rival.rank for rival in rivals] == sorted(rival.rank for rival in rivals)
    assert not {"cost", "bid", "quality", "score"} & set(rivals[0].__struct_fields__)


def test_the_rows_name_the_peaks_ahead_and_the_latest_reviews():
    street = Street(a_season(3, market_starts="2025-11-20T05:00Z"))
    street.shop.attack_reviews("lamp", 3, LAMP)
    street.play(1.9)

    assert "Black Friday" in [row.name_en for row in peak_rows(street.scenario, 0)]
    assert [row.is_verified for row in review_rows(street.stall.reviews)] == [False] * 3
    assert campaign_rows(street.scenario, street.stall) == ()
