"""The page of the bots: passports, and every number in which the styles differ."""

from __future__ import annotations

from typing import Any

from docs.generator.markdown import code, intro, join, table
from docs.generator.types import notes
from sandbox.bots.style import STYLES, Style


def _shown(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if name.endswith("_ppm"):
        many = value if isinstance(value, tuple) else (value,)
        return ", ".join(f"{one / 10_000:g} %" for one in many) or "–"
    if name == "script":
        return ", ".join(f"{phase} {seconds} s" for phase, seconds in value)
    return code(value) if isinstance(value, tuple) else f"{value}" or "–"


def page() -> str:
    """The whole page."""
    said = notes(Style)
    head = ("", *(f"`{name}`" for name in STYLES))
    passports = [(f"`{one.id}@{one.version}`", one.en, one.zh, one.source)
                 for one in (style.passport for style in STYLES.values())]
    rows = [(f"`{name}`", *(_shown(name, getattr(style, name)) or "–" for style in STYLES.values()), said.get(name, ""))
            for name in Style.__struct_fields__ if name != "passport"]
    return join([
        intro("bots"),
        table(("bot", "name", "名称", "behaviour taken from"), passports),
        "## What differs",
        table((*head, "meaning"), rows),
    ])
