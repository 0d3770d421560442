"""``bordercast hs``: a code by words, with what it pays."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner, Result

from web.cli.hs import hs


def look(*words: str) -> Result:
    return CliRunner().invoke(hs, words)


def test_words_find_a_code_and_its_duties() -> None:
    result = look("electric toothbrush", "--to", "US,DE,UK", "--date", "2026-07-02", "--json")

    first = json.loads(result.stdout)["results"][0]
    assert (result.exit_code, first["code"]) == (0, "850980")
    assert [(duty["country"], duty["ppm"]) for duty in first["duties"]] == [
        ("US", 250_000),
        ("DE", 22_000),
        ("GB", 20_000),
    ]


def test_a_category_rate_says_how_sure_it_is() -> None:
    result = look("cotton t-shirt", "--to", "TH", "--date", "2026-07-02", "--json")

    duty = json.loads(result.stdout)["results"][0]["duties"][0]
    assert (duty["ppm"], duty["confidence"], duty["choice"]) == (300_000, "L", "rate of the category apparel")


def test_words_may_stand_apart_and_be_chinese() -> None:
    assert "8509.80" in look("electric", "toothbrush").stdout.splitlines()[0]
    assert "8509.80" in look("电动牙刷").stdout.splitlines()[0]


def test_a_code_without_a_rate_says_what_is_known() -> None:
    result = look("010121", "--to", "SA", "--date", "2026-07-02")

    assert "SA: expected duty of SA for category unnamed" in result.stdout


def test_nothing_found_is_told_and_is_no_success() -> None:
    result = look("qqqqqq")

    assert (result.exit_code, result.stdout) == (1, "nothing found for 'qqqqqq'\n")


@pytest.mark.parametrize(
    ("words", "code"),
    [(("lamp", "--to", "EU"), "country_unknown"), (("lamp", "--to", "US", "--date", "soon"), "bad_date")],
)
def test_what_is_not_known_is_refused(words: tuple[str, ...], code: str) -> None:
    result = look(*words, "--json")

    assert (result.exit_code, json.loads(result.stdout)["error"]["code"]) == (2, code)


def test_the_program_knows_both_commands() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "web.cli.main", "--help"], capture_output=True, text=True, check=True
    )

    assert "landed-cost" in done.stdout
    assert "Find the HS code of goods." in done.stdout
