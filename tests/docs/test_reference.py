"""Reference pages say what the source says, and no link leads nowhere."""

import re
from pathlib import Path

import pytest

from docs import generate
from docs.generator.refusals import codes_of_command
from hatch_build import ROOT
from sandbox.engine.catalogue import COMMANDS, EVENTS
from sandbox.roles.catalog import ROLES
from scenarios.strict_yaml import read_yaml
from tests.docs.links import broken_links
from tools.shape import foreign_words

OPENINGS = ROOT / "docs/generator/intro"  # read from docs/reference, so their links are checked there
PAGES = sorted(page for page in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")) if page.parent != OPENINGS)
HAN = re.compile(r"[\u4e00-\u9fff]")


def reference(name: str) -> str:
    return (generate.REFERENCE / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", generate.PAGES)
def test_a_reference_page_is_what_the_source_says_now(name):
    expected = generate.NOTE + generate.PAGES[name]().rstrip() + "\n"

    assert reference(name) == expected, "run `python3 dev.py docs`"


def test_every_page_of_the_reference_folder_is_generated():
    assert sorted(path.name for path in generate.REFERENCE.iterdir()) == sorted(generate.PAGES)


@pytest.mark.parametrize(("page", "names"), [
    ("commands.md", list(COMMANDS)),
    ("events.md", list(EVENTS)),
    ("seats.md", [f"{role.en} · {role.zh}" for role in ROLES.values()]),
])
def test_everything_has_a_heading_of_its_own(page, names):
    headings = re.findall(r"^##+ (.+)$", reference(page), re.MULTILINE)

    assert [name for name in names if headings.count(name) != 1] == []


def test_a_code_raised_behind_a_handler_stands_with_its_command():
    assert "below_floor_price" in codes_of_command(COMMANDS["market.set_price"])


def test_a_code_of_a_command_is_in_the_list_of_all_codes():
    listed = re.findall(r"^\| `(\w+)` \|", reference("errors.md"), re.MULTILINE)

    assert [code for cls in COMMANDS.values() for code in codes_of_command(cls) if code not in listed] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_relative_link_leads_somewhere(page):
    assert list(broken_links(page)) == []


def test_a_link_to_a_missing_heading_is_found(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("# Here\n[a](#here) [b](#there) [c](none.md) ![d](none.svg)", encoding="utf-8")

    assert [line.split(": ")[1] for line in broken_links(page)] == ["#there", "none.md", "none.svg"]


def test_no_page_names_a_path_of_one_machine_or_a_registry():
    assert [found for page in PAGES for found in foreign_words(page)] == []


CHINESE = [page for page in PAGES if page.name.endswith(".zh-CN.md")]


@pytest.mark.parametrize("page", CHINESE, ids=[page.name for page in CHINESE])
def test_a_chinese_page_has_an_english_twin_and_is_chinese(page):
    text = page.read_text(encoding="utf-8")

    assert page.with_name(page.name.replace(".zh-CN", "")).is_file()
    assert len(HAN.findall(text)) > len(text) / 5


def yaml_examples() -> list[str]:
    text = (ROOT / "docs/how-to/write-a-scenario.md").read_text(encoding="utf-8")
    return re.findall(r"^```yaml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def test_the_provenance_of_the_how_to_is_read_by_the_loader():
    from sandbox.kernel.scenario import Provenance

    [example] = [text for text in yaml_examples() if text.startswith("provenance:")]
    body = "\n".join(line[2:] for line in example.splitlines()[1:])

    assert read_yaml(body, Provenance, "scenario.yaml").changes


def test_pages_are_found():
    assert Path("README.md") in [page.relative_to(ROOT) for page in PAGES]
