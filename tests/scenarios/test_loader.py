"""A scenario is read strictly; every complaint names file, line, key, what was expected and what came."""

from __future__ import annotations

import json

import jsonschema
import pytest
import yaml

from sandbox.kernel.errors import ScenarioError
from scenarios.index import list_scenarios
from scenarios.loader import DATA, load_scenario
from scenarios.schema import SCHEMA_FILE, ScenarioFile, json_schema, schema_text
from scenarios.starter import write_starter
from scenarios.strict_yaml import read_yaml

TEXT = (DATA / "first-live@1" / "scenario.yaml").read_text(encoding="utf-8")


def a_folder(tmp_path, old="", new=""):
    """A copy of first-live with one place changed."""
    assert not old or TEXT.count(old) >= 1
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "scenario.yaml").write_text(TEXT.replace(old, new, 1) if old else TEXT, encoding="utf-8")
    return folder


def complaint(folder):
    with pytest.raises(ScenarioError) as caught:
        load_scenario(folder)
    return str(caught.value)


def line_of(text):
    return TEXT[: TEXT.index(text)].count("\n") + 1


WRONG = [
    ("US: 70 %, DE: 30 %", "US: lots, DE: 30 %", "audience.countries[...]: expected int, got 'lots'"),
    ('check: "notice_published >= 1"', 'check: "notice_published"', "tasks[2].check: expected event_name >= number"),
    ('check: "notice_published >= 1"', 'check: "notices >= 1"', "tasks[2].check: expected an event such as"),
    ("days: 7\n", "days: seven\n", "days: expected int, got 'seven'"),
    ("days: 7\n", "days: -1\n", "days: expected int >= 0, got '-1'"),
    ("days: 7\n", "days: .nan\n", "days: expected int, got '.nan'"),
    ("days: 7\n", "days: 7\ndays: 8\n", "days: expected each key once, got 'days' again"),
    ("days: 7\n", "dayz: 7\n", "dayz: expected one of id, version,"),
    ("days: 7\n", "", "missing required field days"),
    ("US: 70 %", "US: 60 %", "audience.countries: expected shares that sum to 100 %, got 90 %"),
    ("node: us-east, country", "node: us-west, country", "us-east"),
    ("    - sku: desk-lamp\n", "    - sku: floor-lamp\n", "show.rundown[1].sku: expected one of"),
    ("carrier_row: express", "carrier_row: rocket", "carrier_row: expected service rocket CN->US on 2025-10-18"),
    ("price: 24.90", "price: 4.90", "products[0].price: expected at least the floor price 1690, got 490"),
    ("hs6: \"940521\"", "hs6: \"999999\"", "hs_choices: expected the true heading 999999"),
    ("mode: team", "mode: !!python/object:os.system team", "expected no tags"),
    ("currency: USD", "currency: [USD]", "shop.currency: expected str, got array"),
    ("2025-10-18T23:59Z", "2025-13-18T23:59Z", "market_starts: expected a calendar date, got '2025-13-18T23:59Z'"),
]


@pytest.mark.parametrize(("old", "new", "message"), WRONG)
def test_a_wrong_place_is_named(tmp_path, old, new, message):
    said = complaint(a_folder(tmp_path, old, new))

    assert message in said
    assert said.startswith("scenario.yaml:")


def test_the_line_of_the_wrong_value_is_given(tmp_path):
    said = complaint(a_folder(tmp_path, "days: 7\n", "days: seven\n"))

    assert said.startswith(f"scenario.yaml:{line_of('days: 7')}: ")


def test_broken_yaml_names_the_line(tmp_path):
    said = complaint(a_folder(tmp_path, "days: 7\n", "days: [7\n"))

    assert said.startswith("scenario.yaml:")
    assert "expected YAML" in said


def test_aliases_are_refused(tmp_path):
    folder = a_folder(tmp_path, "mode: team", "mode: &m team")
    text = (folder / "scenario.yaml").read_text(encoding="utf-8").replace("level: beginner", "level: *m")
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")

    assert "expected no aliases" in complaint(folder)


def test_an_unknown_scenario_lists_what_there_is():
    with pytest.raises(ScenarioError, match="first-live@1"):
        load_scenario("nope")


def test_percentages_and_money_are_read_by_the_schema():
    scenario = load_scenario("first-live")

    assert scenario.audience.countries == {"US": 700_000, "DE": 300_000}
    assert scenario.product("desk-lamp").price == 2490


def test_a_text_that_looks_like_a_number_or_a_word_of_yaml_stays_a_text():
    record = read_yaml("{en: 0123, zh: NO}", type(load_scenario("first-live").title), "t.yaml")

    assert (record.en, record.zh) == ("0123", "NO")


def test_a_comment_changes_nothing_and_a_price_changes_the_fingerprint(tmp_path):
    same = load_scenario(a_folder(tmp_path, "days: 7\n", "days: 7  # one week\n"))
    other_place = tmp_path / "other"
    other_place.mkdir()
    changed = load_scenario(a_folder(other_place, "price: 24.90", "price: 24.80"))

    assert same.content_hash == load_scenario("first-live").content_hash
    assert changed.content_hash != same.content_hash


def test_the_scenario_promised_by_the_first_release_is_there():
    scenario = load_scenario("first-live")

    assert len(scenario.products) == 8
    assert len({product.category for product in scenario.products}) == 2
    assert (scenario.show.seconds, scenario.days) == (1800, 7)
    assert [line.minutes for line in list_scenarios() if line.id == "first-live"] == [40]


def test_the_published_schema_is_the_one_of_the_types():
    assert SCHEMA_FILE.read_text(encoding="utf-8") == schema_text()


def test_first_live_passes_its_published_schema():
    def as_written(node):
        if isinstance(node, yaml.ScalarNode):
            plain = node.style is None
            is_number = plain and node.value.replace(".", "").lstrip("-").isdigit()
            is_word = plain and node.value in ("true", "false")
            return yaml.safe_load(node.value) if is_number or is_word else node.value
        if isinstance(node, yaml.MappingNode):
            return {key.value: as_written(value) for key, value in node.value}
        return [as_written(item) for item in node.value]

    jsonschema.validate(as_written(yaml.compose(TEXT)), json_schema())


def test_the_schema_is_plain_json():
    assert json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))["$ref"].endswith(ScenarioFile.__name__)


def test_a_new_scenario_begins_as_a_working_one_of_its_own_name(tmp_path):
    written = write_starter(tmp_path / "Acme Lamps", "first-live")

    assert load_scenario(written.parent).id == "acme-lamps"
    with pytest.raises(FileExistsError):
        write_starter(tmp_path / "Acme Lamps", "first-live")
