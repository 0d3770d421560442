"""The allowed columns of an order file, in chunks; the buyer becomes a number while the row is read.

Names, addresses, e-mails and phone numbers are in columns that are never loaded. The one column that tells buyers apart
is hashed with a salt that lives as long as the reading: what leaves this module is a number per buyer and no way back.
"""

from __future__ import annotations

import gzip
import io
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd
from msgspec import Struct

from sandbox.kernel.errors import ScenarioError
from scenarios.fitting.coding import Column, keyed
from scenarios.fitting.columns import choose_columns
from scenarios.fitting.opening import Layout, layout_of

CHUNK = 50_000
Progress = Callable[[int, int], None]
"""Called with bytes read since the last call, and bytes in all."""


class RawTable(Struct, frozen=True):
    """An order file with its texts still texts, and its buyers already numbers."""

    rows: int
    codes: Mapping[str, Any]
    """Field to the number of each row's text."""
    texts: Mapping[str, list[str]]
    """Field to the texts by number. There is none for ``buyer``."""
    columns: Mapping[str, str]
    """Field to the header it was read from."""
    dropped: tuple[str, ...]
    """Headers that were not read."""
    layout: Layout
    broken: int
    """Lines that had more cells than the header."""


def read_table(
    path: Path, *, override: Mapping[str, str] | None = None, encoding: str = "", progress: Progress | None = None
) -> RawTable:
    """Read *path* in chunks.

    Args:
        path: CSV or the like, ``.gz`` allowed.
        override: field to header, before our own guess.
        encoding: of the file; found out if empty.
        progress: told how far it is.

    Raises:
        ScenarioError: no header, no such column, not a text file.
    """
    layout = layout_of(path, encoding)
    columns = choose_columns(layout.headers, override or {})
    parts = {field: Column(keyed(os.urandom(32)) if field == "buyer" else None) for field in columns}
    meter = _Meter(path, progress)
    broken = 0
    try:
        for chunk, bad in _chunks(path, layout, columns, meter):
            broken += bad
            for field, header in columns.items():
                parts[field].add(chunk[layout.headers.index(header)])
    except (UnicodeError, pd.errors.ParserError) as error:
        raise ScenarioError(f"{path.name}: expected text in {layout.encoding}, got a problem: {error}") from None
    codes = {field: part.codes() for field, part in parts.items()}
    if "buyer" in codes:
        codes["buyer"] = codes["buyer"] - 1  # numbered by first row: nothing depends on the salt; -1 is unknown
    return RawTable(
        rows=len(codes["order"]),
        codes=codes,
        texts={field: part.texts() for field, part in parts.items() if field != "buyer"},
        columns=columns,
        dropped=tuple(header for header in layout.headers if header not in columns.values()),
        layout=layout,
        broken=broken,
    )


class _Meter:
    """How many bytes of the file have been taken."""

    def __init__(self, path: Path, progress: Progress | None) -> None:
        self._size = path.stat().st_size
        self._tell = progress
        self._said = 0

    def at(self, position: int) -> None:
        if self._tell is not None:
            self._tell(max(0, min(position, self._size) - self._said), self._size)
            self._said = max(self._said, min(position, self._size))


class _Body(io.TextIOBase):
    """The lines below the header, under a header of ours that is one column wider."""

    def __init__(self, text: io.TextIOWrapper, layout: Layout) -> None:
        for _ in range(layout.header_line + 1):
            text.readline()
        self._text = text
        self._head = layout.delimiter.join(str(place) for place in range(len(layout.headers) + 1)) + "\n"

    def read(self, size: int | None = -1, /) -> str:
        """Our header first, then as much as is asked for."""
        head, self._head = self._head, ""
        return head or self._text.read(size)

    def __iter__(self) -> Any:
        """Asked for by pandas; never called."""
        return iter(self._text)


def _chunks(path: Path, layout: Layout, columns: Mapping[str, str], meter: _Meter) -> Iterator[tuple[Any, int]]:
    """Chunks of the file, columns by place, each with the number of lines that had more cells than the header.

    Such a line is shifted, so a name may stand where a sku belongs: it is left out.
    """
    places = sorted(layout.headers.index(header) for header in columns.values())
    beyond = len(layout.headers)
    with path.open("rb") as raw:
        source: Any = gzip.GzipFile(fileobj=raw) if path.suffix == ".gz" else raw
        text = io.TextIOWrapper(source, encoding=layout.encoding, newline="")
        reader = pd.read_csv(
            _Body(text, layout), sep=layout.delimiter, usecols=[*places, beyond], dtype=str, keep_default_na=False,
            na_values=[], chunksize=CHUNK, index_col=False,
        )
        for chunk in reader:
            chunk.columns = [int(name) for name in chunk.columns]
            shifted = chunk[beyond].fillna("").str.strip() != ""
            yield chunk[~shifted].fillna(""), int(shifted.sum())
            meter.at(raw.tell())
