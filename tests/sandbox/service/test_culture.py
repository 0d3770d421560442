"""Tone: language, the country's checklist, and no blame."""

import pytest

from sandbox.service.commands import AnswerTicket, PublishNotice
from sandbox.service.culture import ANYWHERE, CULTURES, FITTING, MACROS, Content, culture_of, tone
from sandbox.service.events import ReplySent
from tests.sandbox.harness import rules_of
from tests.sandbox.service.harness import ORDER, Room, in_own_words

PERFECT = Content(greets=True, apologises=True, explains=True, facts=True)


@pytest.mark.parametrize("country", [*CULTURES, "PL"])
def test_a_full_polite_answer_pleases_everywhere(country):
    assert tone(PERFECT, country, language_right=True, promise_kept=True) == pytest.approx(1.0)


def test_language_checklist_and_fairness_weigh_four_four_two():
    rude = Content(greets=False, apologises=False, explains=False, blames=True, acts=False)

    assert tone(rude, "US", language_right=True, promise_kept=True) == pytest.approx(0.4)
    assert tone(PERFECT, "US", language_right=False, promise_kept=True) == pytest.approx(0.6)
    assert tone(PERFECT, "US", language_right=True, promise_kept=False) == pytest.approx(0.8)


def test_the_same_reply_sounds_different_in_two_countries():
    """Sorry and a quick fix suits Americans; Germans miss the reason and the figures."""
    short = Content(greets=True, apologises=True, explains=False)

    american = tone(short, "US", language_right=True, promise_kept=True)
    german = tone(short, "DE", language_right=True, promise_kept=True)
    assert american == pytest.approx(1.0)
    assert german == pytest.approx(0.4 + 0.4 / 2 + 0.2)


def test_a_broken_promise_is_heard_in_the_next_letter():
    room = Room()
    room.place(ORDER, "DE")
    ticket = room.write("where_is_it")
    room.command(AnswerTicket(ticket=ticket, language="de", reply=in_own_words(promises_days=1)))
    room.wait_days(1.5)
    room.command(AnswerTicket(ticket=ticket, language="de", reply=in_own_words()))

    before, after = room.said(ReplySent)
    assert before.tone_ppm - after.tone_ppm == 200_000


def test_a_notice_with_days_is_a_promise():
    room = Room()
    room.place(ORDER, "DE", promise_days=1)
    room.command(PublishNotice(country="DE", cause="carrier", extra_days=1))
    ticket = room.write("where_is_it")
    room.wait_days(1.9)
    room.command(AnswerTicket(ticket=ticket, language="de", reply=in_own_words(apologises=True)))
    room.wait_days(0.5)
    room.command(AnswerTicket(ticket=ticket, language="de", reply=in_own_words(apologises=True)))

    in_time, too_late = room.said(ReplySent)
    assert in_time.tone_ppm - too_late.tone_ppm == 200_000


def test_every_market_of_the_rules_has_its_row():
    markets = {row.code for row in rules_of("2025-10-18").countries if row.shoppers_per_day}

    assert markets - set(CULTURES) == set()
    assert len(markets) >= 11
    assert culture_of("PL") is ANYWHERE


def test_every_row_names_its_source_and_how_sure_it_is():
    assert {row.confidence for row in CULTURES.values()} <= {"H", "M", "L"}
    assert all(len(row.source) > 10 and row.note for row in CULTURES.values())


def test_every_macro_has_its_content_and_its_use():
    assert set(MACROS) == set(FITTING)
