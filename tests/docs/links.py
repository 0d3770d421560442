"""Links of Markdown pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from docs.generator.markdown import slug

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)|<img[^>]*src=\"([^\"]+)\"")
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings."""
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    return {slug(heading.replace("`", "").strip()) for heading in HEADING.findall(text)}


def broken_links(page: Path) -> Iterator[str]:
    """Relative links of *page* that lead nowhere: no such file, or no such heading in it."""
    for found in LINK.findall(FENCE.sub("", page.read_text(encoding="utf-8"))):
        link = found[0] or found[1]
        if link.startswith(("http://", "https://", "mailto:")):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists():
            yield f"{page.name}: {link}: expected a file, found none"
        elif anchor and target.suffix == ".md" and anchor not in anchors(target):
            yield f"{page.name}: {link}: expected a heading, found none"
