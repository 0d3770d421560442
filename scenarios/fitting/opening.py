"""How a file of unknown origin is written: its encoding, its delimiter, and the line its header stands on."""

from __future__ import annotations

import codecs
import csv
import gzip
import re
from pathlib import Path
from typing import IO, NamedTuple

from sandbox.kernel.errors import ScenarioError
from scenarios.fitting.columns import recognise

DELIMITERS = (",", ";", "\t", "|")
PREAMBLE = 30
"""Lines before the header that reports put there: who, when, definitions."""
_BLOCK = 1 << 20
_HIGH = re.compile(rb"[\x80-\xff]+")


class Layout(NamedTuple):
    """How to read a file."""

    encoding: str
    delimiter: str
    header_line: int
    """Lines to skip before the header."""
    headers: tuple[str, ...]


def open_bytes(path: Path) -> IO[bytes]:
    """The bytes of *path*, unpacked where it ends in ``.gz``."""
    return gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb")  # type: ignore[return-value]


def layout_of(path: Path, encoding: str = "") -> Layout:
    """Find out how *path* is written.

    Args:
        path: a text file of order lines, ``.gz`` allowed.
        encoding: the author's word, or empty.

    Raises:
        ScenarioError: not a text, or no line among the first 30 that looks like a header.
    """
    chosen = encoding or encoding_of(path)
    with open_bytes(path) as raw:
        reader = codecs.getreader(chosen)(raw, "replace")
        lines = [line for line, _ in zip(reader, range(PREAMBLE), strict=False)]
    best: tuple[int, int, str, list[str]] | None = None
    for number, line in enumerate(lines):
        for delimiter in DELIMITERS:
            headers = [cell.strip().lstrip("\ufeff") for cell in next(csv.reader([line], delimiter=delimiter), [])]
            score = len(recognise(headers))
            if len(headers) > 1 and (best is None or score > best[0]):
                best = (score, number, delimiter, headers)
    if best is None:
        got = lines[0][:60] if lines else "an empty file"
        raise ScenarioError(f"{path.name}:1: expected a table of order lines with a header, got {got!r}")
    return Layout(chosen, best[2], best[1], tuple(best[3]))


def encoding_of(path: Path) -> str:
    """``utf-8-sig``, ``utf-16``, ``gb18030`` or ``cp1252``, by the bytes of the whole file.

    GB 2312 writes every Chinese character as two high bytes, so runs of high bytes have even lengths; in western files
    they stand alone between letters.
    """
    utf8 = codecs.getincrementaldecoder("utf-8")()
    is_utf8, even, odd = True, 0, 0
    with open_bytes(path) as raw:
        head = raw.read(4)
        if head[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            return "utf-16"
        block = head + raw.read(_BLOCK)
        while block:
            if b"\x00" in block:
                raise ScenarioError(f"{path.name}:1: expected a text file such as CSV, got binary data")
            is_utf8 = is_utf8 and _decodes(utf8, block)
            for run in _HIGH.findall(block):
                even, odd = even + (len(run) % 2 == 0), odd + len(run) % 2
            block = raw.read(_BLOCK)
    if is_utf8:
        return "utf-8-sig"
    return "gb18030" if even > 4 * odd else "cp1252"


def _decodes(decoder: codecs.IncrementalDecoder, block: bytes) -> bool:
    try:
        decoder.decode(block)
    except UnicodeDecodeError:
        return False
    return True
