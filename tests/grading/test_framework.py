from collections import Counter

import pytest

from grading.errors import FrameworkError
from grading.framework import DATA, default_framework, load_framework, read_framework
from grading.reading import read_file, read_place

EXPECTED = {"EO": 8, "PP": 5, "SA": 6, "NM": 6, "MP": 7, "DA": 6, "CS": 7}
EXTRA = "  XX: {en: Extra, zh: 备用, weight: 0.10}\n  EO: {en: E-commerce operation, zh: 电子商务运营, weight: 0.10,"
TEXT = (DATA / "xb-default" / "framework.yaml").read_text(encoding="utf-8")


def refused(old, new):
    assert old in TEXT
    with pytest.raises(FrameworkError) as error:
        read_framework(read_place(TEXT.replace(old, new, 1), "framework.yaml"))
    return error.value


def line_of(text):
    return TEXT[: TEXT.index(text)].count("\n") + 1


def test_the_default_framework_has_seven_axes_and_forty_five_indicators():
    framework = default_framework()

    assert list(framework.competences) == ["EO", "PP", "SA", "NM", "MP", "DA", "CS"]
    assert Counter(i.c for i in framework.indicators.values()) == EXPECTED
    assert framework.status == "default-unvalidated"


def test_V6_the_weights_of_the_axes_sum_to_one():
    assert sum(c.weight for c in default_framework().competences.values()) == pytest.approx(1)


def test_V6_every_name_in_a_condition_is_a_declared_field():
    framework = default_framework()
    queries = [query for indicator in framework.indicators.values() for query in indicator.let.values()]
    names = {(q.event, name) for q in queries for part in (q.where, q.of) if part for name in part.names}

    assert all(name in framework.events[event] for event, name in names)


@pytest.mark.parametrize(
    ("old", "new", "code", "says"),
    [
        ("where: on_time}", "where: \"__import__('os')\"}", "not_allowed", "let.ok.where: expected one of abs"),
        ("of: attrs_valid}", "of: attrs.valid}", "not_allowed", "got 'attrs.valid'"),
        ("of: attrs_valid}", "of: '[x for x in sku]'}", "not_allowed", "indicators[0].let.ok.of"),
        ("value: ok/req", "value: 'lambda: ok'", "not_allowed", "indicators[0].value"),
        ("value: ok/req", "value: ok**9", "not_allowed", "got 'ok ** 9'"),
        ("of: attrs_valid}", "of: attrs_wrong}", "unknown_name", "attrs_valid, market, sku, got"),
        ("guard: req >= 5", "guard: reg >= 5", "unknown_name", "expected one of ok, req, got 'reg'"),
        ("event: stock.lost,", "event: stock.gone,", "unknown_event", "declared under events, got 'stock.gone'"),
        ("[0.60, 20], [0.85, 60]", "[0.90, 20], [0.85, 60]", "bad_anchors", "expected x to rise"),
        ("[0.60, 20], [0.85, 60]", "[0.60, 20], [0.85, 99]", "bad_anchors", "expected scores that only rise"),
        ("[0.60, 20], [0.85, 60]", "[0.60, -1], [0.85, 60]", "bad_anchors", "expected scores between 0 and 100"),
        ("[0.60, 20], [0.85, 60]", "[0.60], [0.85, 60]", "bad_value", "expected [x, score] pairs"),
        ("id: EO-O2", "id: EO-O1", "duplicate_id", "expected each id once, got 'EO-O1' again"),
    ],
)
def test_V5_a_rule_outside_the_language_is_refused_at_load(old, new, code, says):
    error = refused(old, new)

    assert error.code == code
    assert says in error.message


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("weight: 0.20", "weight: 0.21", "competences: expected weights that sum to 1, got 1.01"),
        ("weight: 0.20", "weight: heavy", "competences.EO.weight: expected a number from 0 to 1, got 'heavy'"),
        ("prior_sd: 15", "prior_sd: .nan", "estimator.prior_sd: expected a number from 0.1 to 100, got '.nan'"),
        ("prior_sd: 15", "prior_sd:", "estimator.prior_sd: expected a text, got nothing"),
        ("prior_sd: 15", "prior_spread: 15", "estimator.prior_spread: expected one of the keys"),
        ("  prior_sd: 15\n", "", "estimator: expected the key 'prior_sd', got only prior_mean"),
        ("prior_sd: 15", "prior_mean: 15", "estimator.prior_mean: expected each key once, got 'prior_mean' again"),
        ("status: default-unvalidated", "status: fine", "framework.status: expected one of default-unvalidated"),
        ("min_score: 40", "min_score: 0", "levels.steps: expected min_score rising from 0"),
        ("zh: 新手", "cn: 新手", "levels.steps[0].cn: expected one of the keys id, min_score, en, zh, got 'cn'"),
        ("part: process", "part: progress", "part: expected one of process, outcome, conduct, got 'progress'"),
        ("    by: actor", "    by: everybody", "by: expected one of actor, role, got 'everybody'"),
        (", of: attrs_valid}", "}", "indicators[0].let.ok: expected 'of' for sum, got none"),
        ("{anchors: [[0.60", "{anchor: [[0.60", "bench.anchor: expected one of the keys anchors, replay"),
        (
            "[[0.60, 20], [0.85, 60], [0.95, 80], [1.0, 100]]",
            "[[0.60, 20]]",
            "expected two or more [x, score] pairs, got 1",
        ),
        (
            "bench: {anchors: [[0.60, 20], [0.85, 60], [0.95, 80], [1.0, 100]]}",
            "bench: {}",
            "anchors or replay, got neither",
        ),
        (
            "  CS: {en: Customer service",
            "  XX: {en: Nothing",
            "indicators[38].c: expected one of EO, PP, SA, NM, MP, DA, XX, got",
        ),
        (
            "  EO: {en: E-commerce operation, zh: 电子商务运营, weight: 0.20,",
            EXTRA,
            "expected one or more for XX, got none",
        ),
        (
            "title: {en: Seven axes of cross-border live commerce, zh: 跨境直播电商七维能力框架}",
            "title: Seven",
            "expected a mapping",
        ),
        ("onet: [13-1199.06]", "onet: 13-1199.06", "competences.EO.onet: expected a list, got '13-1199.06'"),
        ("onet: [13-1199.06]", "[onet]: x", "competences.EO: expected a plain key, got a list of 1"),
        ("version: 1.0.0", "version: !!python/object/apply:os.system [ls]", "expected no tags"),
        ("\ncn_work_types:", " &r\n  spare: {en: Spare, zh: 备用}\ncn_work_types: *r\nmore:", "expected no aliases"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_key(old, new, says):
    error = refused(old, new)

    assert says in error.message
    assert error.message.startswith("framework.yaml:")


def test_the_line_of_a_mistake_is_the_line_it_stands_on():
    error = refused("guard: d >= 20", "guard: d >= twenty")

    assert error.message.startswith(f"framework.yaml:{line_of('guard: d >= 20')}: indicators[1].guard: expected")


@pytest.mark.parametrize("text", ["", "a: [", "- 1\n- 2", "a: 1\n---\nb: 2", "[" * 5000, "x" * 1_000_001])
def test_what_is_not_one_mapping_is_refused(text):
    with pytest.raises(FrameworkError, match=r"^broken.yaml:\d+: file: "):
        read_framework(read_place(text, "broken.yaml"))


def test_a_framework_is_loaded_by_its_id_or_from_a_file(tmp_path):
    own = tmp_path / "own.yaml"
    own.write_text(TEXT.replace("id: xb-default", "id: own"), encoding="utf-8")

    assert load_framework("xb-default") is default_framework()
    assert load_framework(own).name == "own@1.0.0"


def test_an_unknown_framework_is_told_which_there_are():
    with pytest.raises(FrameworkError, match="expected one of xb-default or a framework file, got 'xb-other'"):
        load_framework("xb-other")


def test_a_file_that_is_not_utf8_is_refused(tmp_path):
    broken = tmp_path / "latin.yaml"
    broken.write_bytes(b"name: caf\xe9")

    with pytest.raises(FrameworkError, match="expected UTF-8, got byte 9"):
        read_file(broken)
