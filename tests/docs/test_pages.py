"""Pages that people wrote: their links, their commands, their two languages."""

import re

import click
import pytest

from hatch_build import ROOT
from sandbox.kernel.lesson import Provenance
from scenarios.strict_yaml import read_yaml
from tests.docs.links import broken_links
from tools.shape import files, foreign_words
from web.cli.main import bordercast

OPENINGS = ROOT / "docs/generator/intro"  # read from docs/reference, so their links are checked there
PAGES = sorted(page for page in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")) if page.parent != OPENINGS)
CHINESE = [page for page in PAGES if page.name.endswith(".zh-CN.md")]
DECISIONS = sorted((ROOT / "docs/adr").glob("0*.md"))
HAN = re.compile(r"[\u4e00-\u9fff]")
CALL = re.compile(r"(?:dev\.py run|bordercast) ((?:play|replay|grade|facts|bench|scenario|demo|serve)\b[^`#\n]*)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_relative_link_leads_somewhere(page):
    assert list(broken_links(page)) == []


def test_a_link_to_a_missing_heading_is_found(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("# Here\n[a](#here) [b](#there) [c](none.md) ![d](none.svg)", encoding="utf-8")

    assert [line.split(": ")[1] for line in broken_links(page)] == ["#there", "none.md", "none.svg"]


def named_pages() -> dict[str, list[str]]:
    """Pages of docs/ that sources name, with the sources."""
    found: dict[str, list[str]] = {}
    for path in files():
        if path.suffix in (".py", ".yaml", ".ts", ".vue", ".toml") and "docs" not in path.parts:
            for page in re.findall(r"docs/[\w/.-]+\.md", path.read_text(encoding="utf-8")):
                found.setdefault(page, []).append(path.name)
    return found


def test_a_page_that_a_source_names_exists():
    assert named_pages()
    assert {page: sources for page, sources in named_pages().items() if not (ROOT / page).is_file()} == {}


def test_no_page_names_a_path_of_one_machine_or_a_registry():
    assert [found for page in PAGES for found in foreign_words(page)] == []


@pytest.mark.parametrize("page", CHINESE, ids=[page.name for page in CHINESE])
def test_a_chinese_page_has_an_english_twin_and_is_chinese(page):
    text = page.read_text(encoding="utf-8")

    assert page.with_name(page.name.replace(".zh-CN", "")).is_file()
    assert len(HAN.findall(text)) > len(text) / 5


def yaml_examples() -> list[str]:
    text = (ROOT / "docs/how-to/write-a-scenario.md").read_text(encoding="utf-8")
    return re.findall(r"^```yaml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def test_the_provenance_of_the_how_to_is_read_by_the_loader():
    [example] = [text for text in yaml_examples() if text.startswith("provenance:")]
    body = "\n".join(line[2:] for line in example.splitlines()[1:])

    assert read_yaml(body, Provenance, "scenario.yaml").changes


def calls() -> set[str]:
    texts = [page.read_text(encoding="utf-8") for page in PAGES if page.parent.name != "reference"]
    return {call.strip() for text in texts for call in CALL.findall(text)}


def unknown_words(call: str) -> list[str]:
    """Subcommands and options of a command line that do not exist."""
    command: click.Command = bordercast
    unknown = []
    for word in call.split():
        if isinstance(command, click.Group):
            found = command.get_command(click.Context(command), word)
            unknown += [] if found else [word]
            command = found or click.Command(word)
        elif word.startswith("--") and word not in [name for option in command.params for name in option.opts]:
            unknown.append(word)
    return unknown


def test_every_command_line_on_a_page_exists():
    assert len(calls()) > 10
    assert {call: unknown_words(call) for call in calls() if unknown_words(call)} == {}


def test_a_command_line_that_does_not_exist_is_found():
    assert unknown_words("scenario invent case") == ["invent"]
    assert unknown_words("play first-live --turbo") == ["--turbo"]


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md"])
def test_the_first_screen_says_how_to_start_and_where_to_go(page):
    first = (ROOT / page).read_text(encoding="utf-8").partition("\n---\n")[0]
    links = re.findall(r"\]\((docs/(?:tutorials|how-to)/[^)]+)\)", first)

    assert "python3 dev.py run" in first
    assert "python3 dev.py test" in first
    assert len(first.splitlines()) <= 30
    assert len(links) == 4


@pytest.mark.parametrize("page", DECISIONS, ids=[page.stem for page in DECISIONS])
def test_a_decision_says_what_would_change_our_mind(page):
    headings = re.findall(r"^## (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)

    assert headings == ["Context", "Decision", "Consequences", "What would change our mind"]


def test_every_decision_is_in_the_index():
    index = (ROOT / "docs/adr/README.md").read_text(encoding="utf-8")

    assert re.findall(r"\]\((0[^)]+)\)", index) == [page.name for page in DECISIONS]
