"""Strict reading of one rule table: every cell has a type, every complaint a place.

A table is CSV in UTF-8 with a header (``.gz`` allowed). Its columns are the fields of one row class, in any order, no
more and no fewer. Days are written 2025-10-20; an empty cell is None where the field allows it; lists are parted by
semicolons.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
from collections.abc import Callable, Hashable, Iterator
from itertools import pairwise
from pathlib import Path
from types import NoneType
from typing import Any, Generic, NamedTuple, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from sandbox.kernel.errors import ScenarioError
from sandbox.kernel.rule_rows import Dated, day, iso

R = TypeVar("R", bound=msgspec.Struct)
D = TypeVar("D", bound=Dated)
Parser = Callable[[str], Any]
_INTEGER = re.compile(r"-?[0-9]+")
_DAYS = frozenset({"effective_from", "effective_to", "day"})
_AT = re.compile(r"^(?P<what>.*?)(?: - at `\$\.(?P<column>\w+).*`)?$", re.DOTALL)


class Table(NamedTuple, Generic[R]):
    """The rows of a file, and the line each one ends on."""

    path: Path
    rows: tuple[R, ...]
    lines: tuple[int, ...]


def read_table(path: Path, kind: type[R]) -> Table[R]:
    """Read *path* as rows of *kind*.

    Raises:
        ScenarioError: ``file:line: column: expected X, got Y``.
    """
    parsers = {name: _parser(name, hint) for name, hint in get_type_hints(kind).items()}
    rows, lines = [], []
    for line, cells in _cells(path, list(parsers)):
        rows.append(_row(path, line, cells, parsers, kind))
        lines.append(line)
    return Table(path, tuple(rows), tuple(lines))


def check_periods(table: Table[D], key: Callable[[D], Hashable]) -> Table[D]:
    """The table itself, when no two rows of one key hold on the same day.

    Raises:
        ScenarioError: names both lines.
    """
    periods: dict[Hashable, list[tuple[int, int | None, int]]] = {}
    for row, line in zip(table.rows, table.lines, strict=True):
        periods.setdefault(key(row), []).append((row.effective_from, row.effective_to, line))
    for what, spans in periods.items():
        spans.sort(key=lambda span: span[0])
        for (_, end, earlier), (start, _, line) in pairwise(spans):
            if end is None or end >= start:
                got = f"{iso(start)}, while line {earlier} still holds"
                raise _error(table.path, line, "effective_from", f"one row of {what} at a time", got)
    return table


def _cells(path: Path, columns: list[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and cells of every row, when the header names exactly *columns*."""
    reader = csv.reader(io.StringIO(_text(path), newline=""), strict=True)
    try:
        header = next(reader, [])
        _check_header(path, header, columns)
        for cells in reader:
            if len(cells) != len(header):
                raise _error(path, reader.line_num, "row", f"{len(header)} cells", f"{len(cells)}")
            yield reader.line_num, dict(zip(header, cells, strict=True))
    except csv.Error as error:
        raise _error(path, reader.line_num, "row", "well-formed csv", str(error)) from None


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
        return (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    except OSError as error:
        reason = error.strerror or "not readable"
        raise ScenarioError(f"{path.name}:1: file: expected a table, got: {reason.lower()}") from None
    except (UnicodeDecodeError, EOFError) as error:
        raise ScenarioError(f"{path.name}:1: file: expected utf-8 text, got: {error}") from None


def _check_header(path: Path, header: list[str], columns: list[str]) -> None:
    if sorted(header) == sorted(columns):
        return
    missing = [name for name in columns if name not in header]
    strange = [name for name in header if name not in columns]
    named = {"missing": missing, "unknown": strange}
    got = "; ".join(f"{what} {', '.join(names)}" for what, names in named.items() if names)
    raise _error(path, 1, "header", f"the columns {', '.join(columns)}", got or "a column twice")


def _row(path: Path, line: int, cells: dict[str, str], parsers: dict[str, Parser], kind: type[R]) -> R:
    values = {name: _cell(path, line, name, cell, parsers[name]) for name, cell in cells.items()}
    try:
        row = msgspec.convert(values, kind, strict=True)
    except msgspec.ValidationError as error:
        found = _AT.match(str(error))
        column = (found and found["column"]) or "row"
        what = (found and found["what"]) or str(error)
        raise _error(path, line, column, what.removeprefix("Expected ").lower(), repr(cells.get(column, ""))) from None
    if isinstance(row, Dated) and row.effective_to is not None and row.effective_to < row.effective_from:
        raise _error(path, line, "effective_to", f"a day not before {iso(row.effective_from)}", cells["effective_to"])
    return row


def _cell(path: Path, line: int, column: str, cell: str, parser: Parser) -> Any:
    try:
        return parser(cell)
    except ValueError as error:
        raise _error(path, line, column, str(error), repr(cell)) from None


def _error(path: Path, line: int, column: str, expected: str, got: str) -> ScenarioError:
    return ScenarioError(f"{path.name}:{line}: {column}: expected {expected}, got {got}")


def _parser(name: str, hint: Any) -> Parser:
    options = get_args(hint)
    if NoneType in options:
        inner = _parser(name, next(option for option in options if option is not NoneType))
        return lambda cell: inner(cell) if cell else None
    if get_origin(hint) is tuple:
        item = _parser("", options[0])
        return lambda cell: [item(part) for part in cell.split(";")] if cell else []
    if hint is int:
        return _day if name in _DAYS else _integer
    return _truth if hint is bool else str


def _truth(cell: str) -> bool:
    if cell not in ("yes", "no"):
        raise ValueError("yes or no")
    return cell == "yes"


def _integer(cell: str) -> int:
    if not _INTEGER.fullmatch(cell):
        raise ValueError("a whole number")
    return int(cell)


def _day(cell: str) -> int:
    try:
        return day(cell)
    except ValueError:
        raise ValueError("a day such as 2025-10-20") from None
