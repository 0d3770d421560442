"""Texts of the console, read from its TypeScript: ``name: ['English', '中文'],``."""

from __future__ import annotations

import re
from pathlib import Path

TEXTS = Path(__file__).resolve().parents[2] / "web/client/src/i18n/texts"
_STRING = r"(?:'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"|`((?:[^`\\]|\\.)*)`)"
_PAIR = re.compile(rf"^\s*['\"]?([\w.]+)['\"]?:\s*\[\s*{_STRING},\s*{_STRING},?\s*\]", re.MULTILINE)


def pairs(area: str) -> dict[str, tuple[str, str]]:
    """English and Chinese of one area's texts, by name; empty when the console has no such area."""
    files = [path for path in (TEXTS / f"{area}.ts", TEXTS / f"{area}_season.ts") if path.is_file()]
    found = {}
    for name, *texts in (row for path in files for row in _PAIR.findall(path.read_text(encoding="utf-8"))):
        en, zh = (re.sub(r"\\(.)", r"\1", next(filter(None, group), "")) for group in (texts[:3], texts[3:]))
        found[name] = (en, zh)
    return found
