import msgspec
import pytest

from sandbox.kernel.lesson import Text
from sandbox.livestream.claims import CLAIMS
from sandbox.livestream.compliance import POINTS
from sandbox.livestream.speech import ANALYSER, analyse, analyse_reply, count_words, guess_language
from sandbox.service.commands import ReplyFeatures

HASH = "a" * 64
MUG = {
    "warm": Text(en="Keeps coffee hot for 12 hours", zh="咖啡保温12小时"),
    "lid": Text(en="Leak-proof lid, tested upside down", zh="杯盖倒置测试不漏水"),
    "care": Text(en="Safe in the dishwasher", zh="可以放进洗碗机清洗"),
}
DRAWER = {"folds": Text(en="Folds flat to fit any drawer", zh="折叠后可以放进任何抽屉")}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Welcome, this is the mug you asked for", "en"),
        ("大家好，这款杯子只要 25 dollar", "zh"),
        ("Hallo zusammen, der Becher hält den ganzen Tag warm", "de"),
        ("こんにちは", "ja"),
        ("", "en"),
    ],
)
def test_the_language_is_guessed(text, language):
    assert guess_language(text) == language


def test_chinese_characters_count_as_part_of_a_word():
    assert count_words("three little words") == 3
    assert count_words("一二三四五六七八九十") == 6
    assert count_words("买 one 送一") == 3


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("It keeps your coffee hot for twelve hours", ("warm",)),
        ("The lid is leak proof, look, upside down", ("lid",)),
        ("咖啡放进去保温12小时都没问题，杯盖倒置也不漏水", ("warm", "lid")),
        ("Der Kaffee bleibt 12 Stunden heiß", ("warm",)),
        ("What a lovely colour", ()),
    ],
)
def test_selling_points_are_recognised_by_their_words(text, points):
    assert analyse(text, MUG, HASH).points == points


@pytest.mark.parametrize("text", ["It folds flat, so it fits in every drawer", "这个折叠以后可以放进抽屉里"])
def test_a_selling_point_may_be_told_in_other_forms_of_its_words(text):
    assert analyse(text, DRAWER, HASH).points == ("folds",)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("This is the best mug in the world", ("absolute",)),
        ("It is not the best, but it is good", ()),
        ("It cures headaches and is made in Germany", ("medical", "origin")),
        ("全网最低价，最好的杯子", ("absolute", "false_discount")),
        ("这不是最好的，但是很实用", ()),
        ("Der Tee heilt Husten, garantiert", ("absolute", "medical")),
        ("Text me on WhatsApp", ("off_platform",)),
        ("加我微信", ("off_platform",)),
        ("It will never come back", ("false_scarcity",)),
        ("Die Farbe ist schön und der Preis ist fair", ()),
        ("A lamp with a long cable and a soft light", ()),
        ("Diese Matte lindert den Schmerz", ("medical",)),
        ("德国制造，放心买", ("origin",)),
    ],
)
def test_forbidden_claims_are_flagged_in_three_languages(text, tags):
    assert analyse(text, MUG, HASH).tags == tags


@pytest.mark.parametrize(
    "text",
    [
        "This mug is not made in Germany",
        "It isn’t actually made in Germany",
        "这款杯子不是德国制造",
        "Die Tasse ist nicht hergestellt in Deutschland",
    ],
)
def test_a_denied_origin_is_no_claim(text):
    assert analyse(text, MUG, HASH).tags == ()


@pytest.mark.parametrize("text", ["Not only made in Germany", "A volcano made in Italy", "No. Made in Germany"])
def test_a_no_that_belongs_elsewhere_takes_no_claim_back(text):
    assert analyse(text, MUG, HASH).tags == ("origin",)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("I guarantee you will love it", ()),
        ("We guarantee that you'll enjoy this", ()),
        ("It comes with a money-back guarantee", ()),
        ("I guarantee it works", ("absolute",)),
        ("Guaranteed results", ("absolute",)),
    ],
)
def test_a_guarantee_is_absolute_only_when_it_is_about_the_product(text, tags):
    assert analyse(text, MUG, HASH).tags == tags


def test_every_class_of_claims_has_points():
    assert set(CLAIMS) | {"undisclosed_ad"} == set(POINTS)  # that one is a silence, not a phrase
    assert all(set(patterns) == {"en", "zh", "de"} for patterns in CLAIMS.values())


def test_greetings_and_questions_are_heard():
    greeting = analyse("Hello everyone, welcome", {}, HASH)
    answer = analyse("有朋友问能不能放洗碗机", {}, HASH)

    assert (greeting.greets, greeting.addresses_question) == (True, False)
    assert (answer.greets, answer.addresses_question) == (False, True)


def test_no_word_of_a_text_is_among_its_features():
    spoken = analyse("Anna from Berlin says hello", MUG, HASH)
    replied = analyse_reply("Anna from Berlin says hello", HASH)

    assert "Anna" not in repr(spoken) + repr(replied)
    assert spoken.text_hash == replied["text_hash"] == HASH
    assert spoken.analyser == replied["analyser"] == ANALYSER


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hi, I am so sorry: customs delayed it, it arrives within 3-5 business days", (True, True, True, False, 5)),
        ("您好，非常抱歉，由于海关查验，包裹会在三天内到达", (True, True, True, False, 3)),
        ("Hallo, es tut uns leid, das Paket kommt in zwei Wochen", (True, True, False, False, 14)),
        ("That is your own fault, read the description", (False, False, False, True, 0)),
        ("Dear Ms. Lee, it is not your fault", (True, False, False, False, 0)),
        ("亲爱的顾客，很抱歉，这不怪您", (True, True, False, False, 0)),
        ("Sehr geehrte Frau Kurz, weil der Zoll prüft, kommt es in 5 Tagen", (True, False, True, False, 5)),
    ],
)
def test_replies_are_read_for_tone_and_promises(text, expected):
    found = analyse_reply(text, HASH)

    names = ("greets", "apologises", "explains", "blames", "promises_days")
    assert tuple(found[name] for name in names) == expected


def test_a_read_reply_is_what_the_help_desk_takes():
    features = msgspec.convert(analyse_reply("Hello, sorry, because of customs", HASH), ReplyFeatures)

    assert features.explains
