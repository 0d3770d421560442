"""What a text does, as numbers: in three languages, and the same every time."""

import pytest
from msgspec import convert

from sandbox.kernel.scenario import Text
from sandbox.livestream.commands import Utterance
from sandbox.service.commands import ReplyFeatures
from web.host.analyser import language_of, reply, speech, word_count

HASH = "a" * 64
FOLDS = ("folds", Text(en="Folds flat to fit any drawer", zh="折叠后可以放进任何抽屉"))
QUIET = ("quiet", Text(en="Quieter than a library", zh="比图书馆还安静"))


def test_features_are_what_the_engine_takes():
    convert(speech("Hello", HASH, [FOLDS], ["price"]), Utterance, strict=True)
    convert(reply("Hello", HASH), ReplyFeatures, strict=True)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hello there", "en"),
        ("Das ist nicht für mich", "de"),
        ("大家好，欢迎来到直播间", "zh"),
        ("こんにちは", "ja"),
        ("", "en"),
    ],
)
def test_the_language_is_recognised(text, language):
    assert language_of(text) == language


def test_chinese_characters_count_as_parts_of_words():
    assert word_count("one two three") == 3
    assert word_count("大家好欢迎来到直播间啊") == round(11 / 1.7)


@pytest.mark.parametrize("text", ["It folds flat, so it fits in every drawer", "这个折叠以后可以放进抽屉里"])
def test_a_selling_point_is_recognised_when_most_of_it_is_said(text):
    assert speech(text, HASH, [FOLDS, QUIET], [])["points"] == ["folds"]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("This is the best in the world", "absolute"),
        ("这是全网最低价", "absolute"),
        ("It heals your back", "medical"),
        ("Diese Matte lindert den Schmerz", "medical"),
        ("德国制造，放心买", "origin"),
        ("Add me on WhatsApp", "off_platform"),
    ],
)
def test_a_forbidden_claim_is_tagged(text, tag):
    assert tag in speech(text, HASH, [], [])["tags"]


def test_plain_words_carry_no_tag():
    assert speech("A lamp with a long cable and a soft light", HASH, [], [])["tags"] == []


def test_an_answer_is_recognised_by_the_question_that_waits():
    said = "Shipping to Germany takes five days"

    assert speech(said, HASH, [], ["shipping"])["addresses_question"]
    assert not speech(said, HASH, [], ["price"])["addresses_question"]


def test_a_reply_shows_its_tone_and_its_promise():
    found = reply("Guten Tag, es tut uns leid: weil der Zoll prüft, kommt es innerhalb von 5 Tagen.", HASH)

    signs = ("greets", "apologises", "explains", "blames", "promises_days")
    assert [found[name] for name in signs] == [True, True, True, False, 5]


def test_no_word_of_the_text_is_among_its_features():
    found = str(speech("Periwinkle lamps for Zebulon", HASH, [FOLDS], ["price"]))

    assert "Periwinkle" not in found
    assert "Zebulon" not in found
