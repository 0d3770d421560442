"""The page of the bots: passports, and every number in which the styles differ."""

from __future__ import annotations

from typing import Any

from docs.generator.markdown import code, intro, join, table
from docs.generator.types import notes
from sandbox.bots.season.habits import HABITS, Habits
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


def _differences(styles: dict[str, Any], kind: type) -> str:
    said = notes(kind)
    rows = [(f"`{name}`", *(_shown(name, getattr(style, name)) or "–" for style in styles.values()), said.get(name, ""))
            for name in kind.__struct_fields__ if name != "passport"]  # type: ignore[attr-defined]
    return table(("", *(f"`{name}`" for name in styles), "meaning"), rows)


def page() -> str:
    """The whole page."""
    passports = [(f"`{one.id}@{one.version}`", one.en, one.zh, one.source)
                 for one in (style.passport for style in STYLES.values())]
    return join([
        intro("bots"),
        table(("bot", "name", "名称", "behaviour taken from"), passports),
        "## What differs in the room",
        _differences(STYLES, Style),
        "## What differs around the shows of a season",
        _differences(HABITS, Habits),
    ])
