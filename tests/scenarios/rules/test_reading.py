"""A wrong cell is reported with its file, line and column, what was expected and what came."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from sandbox.kernel.errors import ScenarioError
from sandbox.kernel.rule_rows import VatRate, day
from scenarios.rules.reading import check_periods, read_table
from tests.scenarios.rules.builders import VAT_HEADER, VAT_ROW, a_table

BAD_ROWS = [
    ("DE,standard,19.0,2021-01-01,,law,MIT,H,", "ppm: expected a whole number, got '19.0'"),
    ("DE,standard,,2021-01-01,,law,MIT,H,", "ppm: expected a whole number, got ''"),
    ("DE,standard,-1,2021-01-01,,law,MIT,H,", "ppm: expected `int` >= 0, got '-1'"),
    ("DE,usual,190000,2021-01-01,,law,MIT,H,", "kind: expected"),
    ("Germany,standard,190000,2021-01-01,,law,MIT,H,", "country: expected"),
    (
        "DE,standard,190000,1 Jan 2021,,law,MIT,H,",
        "effective_from: expected a day such as 2025-10-20, got '1 Jan 2021'",
    ),
    ("DE,standard,190000,,,law,MIT,H,", "effective_from: expected a day such as 2025-10-20, got ''"),
    ("DE,standard,190000,2021-02-29,,law,MIT,H,", "effective_from: expected a day"),
    (
        "DE,standard,190000,2021-01-01,2020-12-31,law,MIT,H,",
        "effective_to: expected a day not before 2021-01-01, got 2020",
    ),
    ("DE,standard,190000,2021-01-01,,,MIT,H,", "source: expected"),
    ("DE,standard,190000,2021-01-01,,law,,H,", "licence: expected"),
    ("DE,standard,190000,2021-01-01,,law,MIT,sure,", "confidence: expected"),
    ("DE,standard,190000", "row: expected 9 cells, got 3"),
    ('DE,standard,190000,2021-01-01,,"law" x,MIT,H,', "row: expected well-formed csv"),
]


@pytest.mark.parametrize(("row", "complaint"), BAD_ROWS, ids=[complaint[:30] for _, complaint in BAD_ROWS])
def test_a_bad_cell_is_named_by_file_line_and_column(tmp_path: Path, row: str, complaint: str) -> None:
    path = a_table(tmp_path, VAT_ROW, row)

    with pytest.raises(ScenarioError) as caught:
        read_table(path, VatRate)

    assert str(caught.value).startswith(f"vat_rates.csv:3: {complaint}")


def test_a_good_row_becomes_a_typed_value(tmp_path: Path) -> None:
    (row,) = read_table(a_table(tmp_path, VAT_ROW), VatRate).rows

    assert (row.country, row.ppm, row.effective_from, row.effective_to) == ("DE", 190000, day("2021-01-01"), None)


def test_missing_and_unknown_columns_are_both_named(tmp_path: Path) -> None:
    path = a_table(tmp_path, VAT_ROW, header=VAT_HEADER.replace("licence", "license"))

    with pytest.raises(ScenarioError, match=r"vat_rates\.csv:1: header: .*missing licence; unknown license"):
        read_table(path, VatRate)


def test_two_rates_for_the_same_day_are_refused_with_both_lines(tmp_path: Path) -> None:
    table = read_table(a_table(tmp_path, VAT_ROW, "DE,standard,200000,2024-01-01,,law,MIT,H,"), VatRate)

    with pytest.raises(ScenarioError, match=r":3: effective_from: .*one row of DE at a time, .* line 2 still holds"):
        check_periods(table, lambda row: row.country)


def test_a_rate_may_follow_on_the_day_after_the_one_before(tmp_path: Path) -> None:
    early = "DE,standard,190000,2021-01-01,2023-12-31,law,MIT,H,"
    table = read_table(a_table(tmp_path, early, "DE,standard,200000,2024-01-01,,law,MIT,H,"), VatRate)

    assert check_periods(table, lambda row: row.country) is table


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match=r"^vat_rates\.csv:1: file: expected a table, got: no such file"):
        read_table(tmp_path / "vat_rates.csv", VatRate)


NOT_UTF8 = gzip.compress(b"\xff\xfe", mtime=0)


@pytest.mark.parametrize("damage", [b"not gzip at all", NOT_UTF8[:-9], NOT_UTF8])
def test_a_damaged_file_is_said_so(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "vat_rates.csv.gz"
    path.write_bytes(damage)

    with pytest.raises(ScenarioError, match=r"^vat_rates\.csv\.gz:1: file: expected "):
        read_table(path, VatRate)
