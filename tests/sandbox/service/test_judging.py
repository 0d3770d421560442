"""What a written reply does, read by rules: labelled replies in nine languages, and what rules must not depend on."""

from datetime import date

import msgspec
import pytest

from sandbox.service.commands import AnswerTicket, ReplyFeatures
from sandbox.service.culture import content_of, owes_apology, tone
from sandbox.service.events import ReplyFlagged, ReplySent
from sandbox.service.forbidden_rows import FORBIDDEN
from sandbox.service.judging import ReplyFacts, judge
from sandbox.service.reply_rows import (
    ACTS,
    APOLOGISES,
    BLAMES,
    EXPLAINS,
    FORMAL,
    GREETS,
    INFORMAL,
    LANGUAGES,
    NOT_BEFORE,
    SOURCES,
)
from tests.sandbox.harness import DAY
from tests.sandbox.service.harness import ORDER, Room
from tests.sandbox.service.labelled import REPLIES, Labelled

NOTHING_KNOWN = ReplyFacts()
FILLER = {
    "en": " The colour of the sky is blue and the river is wide.", "zh": "天空很蓝，河水很宽。",
    "de": " Der Himmel ist blau und der Fluss ist breit.", "fr": " Le ciel est bleu et la rivière est large.",
    "ja": "空は青く、川は広い。", "es": " El cielo es azul y el río es ancho.", "pt": " O céu é azul e o rio é largo.",
    "ar": " السماء زرقاء والنهر واسع.", "th": " ท้องฟ้าสีฟ้า แม่น้ำกว้าง",
}


def read(reply: Labelled, text: str = "") -> ReplyFeatures:
    return judge(text or reply.text, reply.language, reply.country, reply.kind, NOTHING_KNOWN)


def signs_of(found: ReplyFeatures) -> set[str]:
    seen = {
        "G": found.greets, "A": found.apologises, "E": found.explains, "X": found.acts, "B": found.blames,
        "F": found.formal,
    }
    return {letter for letter, is_seen in seen.items() if is_seen}


def sound(found: ReplyFeatures, reply: Labelled) -> float:
    due = owes_apology(reply.kind, reply.country, is_late=True)
    return tone(content_of(found), reply.country, language_right=True, promise_kept=True, apology_due=due)


def test_there_are_enough_replies_of_every_language():
    counts = {language: sum(reply.language == language for reply in REPLIES) for language in LANGUAGES}

    assert len(REPLIES) >= 120
    assert min(counts.values()) >= 14


@pytest.mark.parametrize("reply", REPLIES, ids=lambda reply: f"{reply.language}-{reply.text[:24]}")
def test_a_reply_is_read_as_a_person_would(reply):
    found = read(reply)

    assert (signs_of(found), found.promises_days, found.forbidden) == (set(reply.signs), reply.days, reply.forbidden)


def test_the_language_is_heard_whatever_the_writer_says():
    heard = [judge(one.text, "en", one.country, one.kind, NOTHING_KNOWN).language == one.language for one in REPLIES]

    assert sum(heard) / len(heard) > 0.98


@pytest.mark.parametrize("reply", REPLIES, ids=lambda reply: f"{reply.language}-{reply.text[:24]}")
def test_padding_changes_nothing_but_the_count_of_words(reply):
    short = read(reply)
    long = read(reply, reply.text + "\n" + FILLER[reply.language] * 20)

    assert msgspec.structs.replace(long, words=short.words) == short
    assert sound(long, reply) == sound(short, reply)


@pytest.mark.parametrize("noise", ["1", "a", ".", "a.", " ", "1 ", "不", "@a", "n't "])
def test_noise_is_read_as_nothing(noise):
    found = judge(noise * 50_000, "en", "DE", "return", NOTHING_KNOWN)

    assert signs_of(found) <= {"F"}
    assert found.forbidden == ()


def test_white_space_and_capitals_change_nothing():
    reply = REPLIES[0]

    assert signs_of(read(reply, f"\n\n   {reply.text.upper()}   \n")) == set(reply.signs)


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        ("It will be there by 3 November.", "en", 16),
        ("It arrives on 11/03/2025.", "en", 16),
        ("Es kommt am 3. November an.", "de", 16),
        ("Es kommt am 03.11.2025 an.", "de", 16),
        ("Il arrivera le 3 novembre.", "fr", 16),
        ("11月3日にお届けします。", "ja", 16),
        ("预计11月3日送达。", "zh", 16),
        ("Llega el 3 de noviembre.", "es", 16),
        ("Chega em 2025-11-03.", "pt", 16),
        ("سيصل في 3 نوفمبر.", "ar", 16),
        ("จะถึงวันที่ 3 พฤศจิกายนค่ะ", "th", 16),
        ("It left on 3 August.", "en", 0),
    ],
)
def test_a_date_is_a_promise_too(text, language, days):
    facts = ReplyFacts(today=date(2025, 10, 18).toordinal())

    assert judge(text, language, "US", "where_is_it", facts).promises_days == days


@pytest.mark.parametrize(
    ("text", "facts", "contradicts"),
    [
        ("It arrives in 3 days.", ReplyFacts("shipped", 9), True),
        ("It arrives in 10 days.", ReplyFacts("shipped", 9), False),
        ("It arrives in 10 days.", ReplyFacts("lost"), True),
        ("We have refunded you.", ReplyFacts("delivered"), True),
        ("We have refunded you.", ReplyFacts("delivered", is_refunded=True), False),
        ("It has already been shipped.", ReplyFacts("packed"), True),
        ("It has not been shipped yet.", ReplyFacts("packed"), False),
        ("It arrives in 3 days.", ReplyFacts(), False),
    ],
)
def test_a_promise_is_held_against_the_parcel(text, facts, contradicts):
    assert judge(text, "en", "US", "where_is_it", facts).contradicts is contradicts


def test_what_is_allowed_in_one_country_may_be_forbidden_in_another():
    text = "We do not accept returns."

    assert judge(text, "en", "US", "return", NOTHING_KNOWN).forbidden == ()
    assert judge(text, "en", "GB", "return", NOTHING_KNOWN).forbidden == ("denies_right",)
    assert judge(text, "en", "IE", "return", NOTHING_KNOWN).forbidden == ("denies_right",)
    assert judge(text, "en", "GB", "presale", NOTHING_KNOWN).forbidden == ()


def test_facts_are_named_by_kind():
    text = "Order #4711 was taxed 12.50 EUR by customs, tracking LX123456789CN, you have 14 days to return it."

    assert judge(text, "en", "DE", "tax", NOTHING_KNOWN).facts == ("amount", "customs", "law", "reference", "tracking")


def test_no_word_of_the_text_is_kept():
    features = judge("Anna from Berlin says hello", "en", "DE", "other", NOTHING_KNOWN, "a" * 64)

    assert "Anna" not in repr(features)
    assert features.text_hash == "a" * 64


def test_every_table_speaks_every_language_and_names_its_source():
    for table in (GREETS, APOLOGISES, EXPLAINS, ACTS, BLAMES, FORMAL, INFORMAL, NOT_BEFORE):
        assert set(table) == set(LANGUAGES)
    assert set(SOURCES) >= {"greets", "apologises", "explains", "acts", "blames", "formal", "informal"}
    assert all(rule.law and rule.en.endswith(".") and rule.zh.endswith("。") for rule in FORBIDDEN)
    assert len({rule.id for rule in FORBIDDEN}) == len(FORBIDDEN)


def test_a_forbidden_reply_is_flagged_and_sounds_worse():
    room = Room()
    room.place()
    ticket = room.write("where_is_it")
    for text in ("Hello, it is late because of customs.", "Hello, it is late because of customs. Text me on WhatsApp."):
        reply = judge(text, "en", "US", "where_is_it", room.desk.facts(ticket))
        room.command(AnswerTicket(ticket=ticket, reply=reply, language="en"))

    assert room.said(ReplyFlagged) == [ReplyFlagged(ticket=ticket, rules=("off_platform",))]
    fair, foul = (sent.tone_ppm for sent in room.said(ReplySent))
    assert fair - foul == 200_000


def test_a_date_that_the_carrier_rules_out_is_a_broken_promise():
    room = Room()
    room.place()
    ticket = room.write("where_is_it")
    room.desk.order_expected(ORDER, 9 * DAY)
    facts = room.desk.facts(ticket)
    reply = judge("Hello, because of customs it will arrive tomorrow.", "en", "US", "where_is_it", facts)
    room.command(AnswerTicket(ticket=ticket, reply=reply, language="en"))

    assert facts == ReplyFacts("placed", 9, False, date(2025, 10, 17).toordinal())
    assert reply.contradicts
    assert room.said(ReplySent)[0].tone_ppm == 400_000 + 400_000 * 2 // 3 + 1
