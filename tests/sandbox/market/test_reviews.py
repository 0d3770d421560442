"""Who writes a review, what it says, and what the product is rated."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sandbox.market.events import RatingChanged, ReviewPosted
from sandbox.market.reviews import Rating
from tests.sandbox.harness import a_product, a_scenario
from tests.sandbox.market.builders import Counter


def mood(counter: Counter, order: int) -> float:
    return counter.reviews.mood(counter.shop.order(order))[0]


def reviews_of(setting: Callable[[Counter, int], object]) -> list[ReviewPosted]:
    """Reviews after 1,500 orders under one setting."""
    counter = Counter()
    for viewer in range(1500):
        setting(counter, viewer)
    counter.advance_days(60)
    return counter.world.of(ReviewPosted)


def sound(counter: Counter, viewer: int) -> int:
    return counter.delivered(viewer, days=0)


def spoiled(counter: Counter, viewer: int) -> int:
    return counter.delivered(viewer, days=0, damaged=True)


def ignored(counter: Counter, viewer: int) -> None:
    counter.shop.note_help(spoiled(counter, viewer), False, 100)


def lost(counter: Counter, viewer: int) -> None:
    order = counter.intend(viewer)
    counter.shop.mark_paid(order)
    counter.shop.end_order(order, "lost")


@pytest.mark.parametrize(
    ("late", "spoiled", "inflate", "expected"),
    [
        (0, False, 0, 4.74),  # 4.62 + 1.5 * (.78 - .70)
        (3, False, 0, 4.09),  # - 1.3 * 3 / 6
        (30, False, 0, 3.44),  # at most - 1.3
        (0, True, 0, 2.54),  # - 2.2
        (0, False, 500_000, 4.14),  # - 1.2 * .5
    ],
)
def test_moods_move_with_delay_defects_and_promises(late: int, spoiled: bool, inflate: int, expected: float) -> None:
    counter = Counter()
    order = counter.delivered(damaged=spoiled, days=14 + late, inflate_ppm=inflate)

    assert mood(counter, order) == pytest.approx(expected)


def test_help_lifts_a_mood_and_a_slow_reply_spoils_it() -> None:
    counter = Counter()
    helped, slow, ignored = (counter.delivered(viewer, damaged=True) for viewer in range(3))
    counter.shop.note_help(helped, True, 3)
    counter.shop.note_help(slow, True, 30)
    counter.shop.note_help(ignored, False, 30)

    assert mood(counter, helped) == pytest.approx(2.54 + 0.8)
    assert mood(counter, slow) == pytest.approx(2.54 + 0.5)
    assert mood(counter, ignored) == pytest.approx(2.54 - 0.3)


def test_about_two_in_a_hundred_content_buyers_write_four_or_five_stars() -> None:
    stars = [event.stars for event in reviews_of(sound)]

    assert 15 <= len(stars) <= 55
    assert sum(star >= 4 for star in stars) > 0.85 * len(stars)


def test_unhappy_buyers_write_more_often_and_more_so_when_nobody_replies() -> None:
    content, unhappy, unheard = (reviews_of(setting) for setting in (sound, spoiled, ignored))

    assert len(unheard) > len(unhappy) > len(content)
    bad_unheard, bad_unhappy = (sum(event.stars <= 2 for event in events) for events in (unheard, unhappy))
    assert bad_unheard > 1.3 * bad_unhappy


def test_the_largest_cause_stands_on_a_bad_review() -> None:
    assert {event.cause for event in reviews_of(spoiled) if event.stars <= 3} == {"defect"}


def test_a_lost_parcel_is_reviewed_too() -> None:
    stars = [event.stars for event in reviews_of(lost)]

    assert len(stars) > 40
    assert max(stars) <= 4


@pytest.mark.parametrize(("rating", "shown"), [(450, 450), (455, 460), (431, 430)])
def test_a_rating_begins_where_the_scenario_says_and_is_shown_to_one_decimal(rating: int, shown: int) -> None:
    counter = Counter(a_scenario(products=(a_product(rating=rating),)))

    assert counter.shop.rating("lamp").shown == shown


def test_old_reviews_count_half_after_ninety_days() -> None:
    rating = Rating(mass=10_000_000, stars=50_000_000, count=10)

    rating.add(1, 90 * 86_400)

    assert (rating.mass, rating.stars, rating.count) == (6_000_000, 26_000_000, 11)
    assert rating.shown == 430  # (26 + 21.5) / (6 + 5)


def test_an_attack_of_45_reviews_in_36_hours_breaks_a_good_rating() -> None:
    counter = Counter()

    counter.shop.attack_reviews("lamp", 45)
    counter.advance_days(1.6)

    posted = counter.world.of(ReviewPosted)
    assert len(posted) == 45
    assert {(event.stars, event.verified, event.cause) for event in posted} == {(1, False, "attack")}
    # (182 * 4.5 + 45 + 21.5 - the prior that the scenario's rating holds already) / (182 + 45 + 5)
    assert counter.shop.rating("lamp").shown == counter.world.of(RatingChanged)[-1].rating == 380


def test_a_small_shop_falls_deeper_under_the_same_attack() -> None:
    counter = Counter(a_scenario(products=(a_product(reviews=20),)))

    counter.shop.attack_reviews("lamp", 45)
    counter.advance_days(1.6)

    assert counter.shop.rating("lamp").shown < 260


def test_equal_secrets_give_equal_reviews() -> None:
    assert reviews_of(sound) == reviews_of(sound)
