"""The same checks as ``python3 dev.py lint``, and proof that they can fail."""

import shutil

import pytest

from tools import lint


@pytest.mark.parametrize("name", ["ruff", "mypy"])
def test_the_tree_passes(name):
    result = lint.run(name)

    assert result.returncode == 0, result.stdout


@pytest.fixture
def planted_tree(tmp_path):
    """A folder with the project's settings and room for one bad file."""
    shutil.copy(lint.ROOT / "pyproject.toml", tmp_path)
    for package in ("sandbox", "scenarios", "grading", "web"):
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").write_text('"""A package."""\n', encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("import time\n", "TID251"),
        ("import random\n", "TID251"),
        ("import uuid\n", "TID251"),
        ("from datetime import datetime\n\nnow = datetime.now(None)\n", "TID251"),
        ("import numpy as np\n\nx = np.random.default_rng(7)\n", "TID251"),
        ("def price():\n    return 1\n", "D103"),
        ("print('debug')\n", "T201"),
    ],
)
def test_ruff_finds_what_is_planted_in_the_simulator(planted_tree, source, code):
    (planted_tree / "sandbox" / "planted.py").write_text(f'"""Planted."""\n\n{source}', encoding="utf-8")

    assert code in lint.run("ruff", planted_tree).stdout


def test_mypy_wants_types_where_marks_are_made(planted_tree):
    (planted_tree / "grading" / "planted.py").write_text("def mark(score):\n    return score\n", encoding="utf-8")

    assert "no-untyped-def" in lint.run("mypy", planted_tree).stdout
