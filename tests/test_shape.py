"""Files and functions stay small, and nothing of one machine gets into the tree."""

import textwrap
from pathlib import Path

import pytest

from hatch_build import ROOT
from tools import shape

FILE_LINES = 300
FUNCTION_LINES = 50


def code(*suffixes: str) -> list[Path]:
    written = (path for path in shape.files() if path.suffix in suffixes and not shape.is_generated(path))
    return [path for path in written if ROOT / "tests" not in path.parents and ".test." not in path.name]


def test_no_source_file_is_longer_than_a_reader_can_hold():
    lengths = {str(path): len(path.read_text(encoding="utf-8").splitlines()) for path in code(*shape.CODE)}

    assert {path: lines for path, lines in lengths.items() if lines > FILE_LINES} == {}


def test_no_python_function_is_longer_than_a_screen():
    functions = list(shape.python_functions(code(".py")))

    assert len(functions) > 100
    assert [row for row in functions if row.lines > FUNCTION_LINES] == []


def test_no_client_function_is_longer_than_a_screen():
    functions = shape.client_functions(code(".ts", ".vue"))

    assert [row for row in functions if row.lines > FUNCTION_LINES] == []


def test_no_file_names_a_path_of_one_machine_or_a_registry():
    assert [found for path in shape.files() for found in shape.foreign_words(path)] == []


def test_a_long_python_function_is_measured(tmp_path):
    source = tmp_path / "long.py"
    source.write_text("class Room:\n    def open(self):\n" + "        pass\n" * 60, encoding="utf-8")

    assert [(row.line, row.name, row.lines) for row in shape.python_functions([source])] == [(2, "open", 61)]


def test_a_long_function_of_a_component_is_measured(tmp_path):
    component = tmp_path / "Room.vue"
    component.write_text(
        textwrap.dedent("""\
        <template><p /></template>
        <script setup lang="ts">
        const open = (seat: string): void => {
          console.info(seat)
        }
        </script>
        """),
        encoding="utf-8",
    )

    assert [(row.line, row.name, row.lines) for row in shape.client_functions([component])] == [(3, "open", 3)]


@pytest.mark.parametrize("parts", [("/ro", "ot/x"), ("/tm", "p/x"), ("python", "hosted.org"), ("npm", "js.org")])
def test_a_foreign_word_is_found(tmp_path, parts):
    page = tmp_path / "page.md"
    page.write_text("first\nsee " + "".join(parts), encoding="utf-8")

    assert len(list(shape.foreign_words(page))) == 1
