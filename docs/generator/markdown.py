"""Small pieces of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from string import Template

INTRO = Path(__file__).parent / "intro"


def cell(text: object) -> str:
    """*text* as one line that may stand in a table."""
    return " ".join(str(text).split()).replace("``", "`").replace("|", "\\|")


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table; nothing when it has no rows."""
    lines = ["| " + " | ".join(map(cell, row)) + " |" for row in rows]
    if not lines:
        return ""
    return "\n".join(["| " + " | ".join(head) + " |", "|" + "---|" * len(head), *lines]) + "\n"


def prose(text: str) -> str:
    """A docstring as a paragraph."""
    return " ".join(text.split()).replace("``", "`")


def slug(heading: str) -> str:
    """The anchor of a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def code(items: Iterable[object]) -> str:
    """Items as code, with commas between."""
    return ", ".join(f"`{item}`" for item in items)


def join(parts: Iterable[str]) -> str:
    """Blocks with a blank line between; empty ones vanish."""
    return "\n\n".join(part.rstrip() for part in parts if part)


def intro(page: str, /, **values: object) -> str:
    """The written opening of a page, with ``$values`` put in."""
    return Template((INTRO / f"{page}.md").read_text(encoding="utf-8")).substitute(values)
