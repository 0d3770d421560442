"""A roster as schools have it: CSV pasted or as a file, or a sheet; in any usual encoding."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from web.bodies import clean
from web.errors import RequestError
from web.store.roster import RosterLine

MAX_ROWS = 2000
MAX_UNPACKED = 20_000_000
MAX_RATIO = 100
MAX_CELL = 200
MAX_DIGITS = 15
"""A sheet keeps no more digits of a number and shows zeros for the rest."""
_ENCODINGS = ("utf-8-sig", "gb18030")
_NUMBER = ("student number", "student_number", "number", "no", "id", "学号", "编号", "学生号")
_NAME = ("name", "student name", "full name", "姓名", "名字", "学生姓名")
Row = list[str]


def read_roster(data: bytes) -> list[RosterLine]:
    """Student numbers and names of a table. A first line of titles is found by its words.

    Raises:
        RequestError: ``bad_roster``, saying which line and what was expected.
    """
    rows = [row for row in (_sheet(data) if data[:2] == b"PK" else _table(data)) if any(row)]
    if not rows:
        raise RequestError("bad_roster", "expected at least one line, got none")
    if len(rows) > MAX_ROWS:
        raise RequestError("bad_roster", f"expected at most {MAX_ROWS} lines, got more", limit=MAX_ROWS)
    number, name, first = _columns(rows[0])
    return [_line(row, number, name, place) for place, row in enumerate(rows[first:], first + 1)]


def _line(row: Row, number: int, name: int, place: int) -> RosterLine:
    if len(row) <= max(number, name) or not row[number] or not row[name]:
        raise RequestError("bad_roster", f"line {place}: expected a student number and a name", line=place)
    if len(row[number]) > 40 or len(row[name]) > 60:
        raise RequestError("bad_roster", f"line {place}: expected a shorter number or name", line=place)
    return RosterLine(row[number], row[name])


def _columns(titles: Row) -> tuple[int, int, int]:
    lower = [title.lower() for title in titles]
    number = next((i for i, title in enumerate(lower) if title in _NUMBER), None)
    name = next((i for i, title in enumerate(lower) if title in _NAME), None)
    if number is None and name is None:
        return 0, 1, 0
    if number is None or name is None:
        raise RequestError(
            "bad_roster", "line 1: expected a column for the student number and one for the name", line=1
        )
    return number, name, 1


def _table(data: bytes) -> Iterator[Row]:
    text = _decoded(data)
    if "\x00" in text:
        raise RequestError("bad_roster", "expected a table of text, got binary data")
    sample = text[:2000]
    separator = max("\t;,", key=sample.count) if any(mark in sample for mark in "\t;,") else ","
    try:
        for row in csv.reader(io.StringIO(text), delimiter=separator):
            yield [_cell(value) for value in row]
    except csv.Error as error:
        raise RequestError("bad_roster", f"expected a table, got {error}") from None


def _decoded(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise RequestError("bad_roster", "expected UTF-8, UTF-16 or GB18030 text, got another encoding")


def _sheet(data: bytes) -> Iterator[Row]:
    _check_archive(data)
    import defusedxml  # openpyxl reads XML through it when it is there  # noqa: F401
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        rows: Iterable[tuple[Any, ...]] = book.worksheets[0].iter_rows(max_row=MAX_ROWS + 1, max_col=20)
        yield from ([_cell(_shown(cell, place)) for cell in row] for place, row in enumerate(rows, 1))
    except RequestError:
        raise
    except Exception as error:  # the reader raises many kinds for a broken file
        raise RequestError("bad_roster", f"expected an XLSX sheet, got a broken one ({type(error).__name__})") from None


def _check_archive(data: bytes) -> None:
    try:
        members = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except zipfile.BadZipFile:
        raise RequestError("bad_roster", "expected an XLSX sheet, got a broken archive") from None
    unpacked = sum(member.file_size for member in members)
    if len(members) > 1000 or unpacked > MAX_UNPACKED or unpacked > MAX_RATIO * max(len(data), 1000):
        raise RequestError("bad_roster", "expected a small sheet, got one that unpacks to too much")


def _shown(cell: Any, place: int) -> str:
    """What the sheet shows: a number format of zeros alone, such as ``0000``, fills up with zeros."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool):
        return str(value)
    if abs(value) >= 10**MAX_DIGITS:
        message = f"line {place}: expected at most {MAX_DIGITS} digits or text, got a number that lost digits"
        raise RequestError("long_number", message, line=place)
    form = cell.number_format or ""
    return str(value).zfill(len(form)) if form and not form.strip("0") else str(value)


def _cell(value: str) -> str:
    text = clean(value)
    if len(text) > MAX_CELL:
        raise RequestError("bad_roster", f"expected cells of at most {MAX_CELL} letters, got a longer one")
    return text
