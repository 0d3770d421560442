"""Reference pages say what the source says."""

import re

import pytest

from docs import generate
from docs.generator.refusals import codes_of_command
from sandbox.engine.catalogue import COMMANDS, EVENTS
from sandbox.roles.catalog import ROLES


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
