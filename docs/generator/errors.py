"""The page of all error codes."""

from __future__ import annotations

import inspect

from docs.generator.client_texts import pairs
from docs.generator.markdown import code, intro, join, table
from docs.generator.refusals import raised
from sandbox.kernel import errors


def page() -> str:
    """The whole page."""
    said = pairs("refusals")
    places: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
    for one in raised():
        kinds, paths = places.setdefault(one.code, ({}, {}))
        if one.kind[0].isupper():
            kinds[one.kind] = None
        paths[one.path] = None
    rows = []
    for name, (kinds, paths) in sorted(places.items()):
        what, fix = (said.get(key, ("", "")) for key in (name, f"{name}_fix"))
        en, zh = f"{what[0]} {fix[0]}", f"{what[1]}{fix[1]}"
        rows.append((f"`{name}`", ", ".join(kinds) or "IllegalCommandError", en, zh, code(sorted(paths))))
    return join([
        intro("errors"),
        "## The tree",
        f"```text\n{inspect.cleandoc(errors.__doc__ or '')}\n```",
        f"## {len(rows)} codes",
        table(("code", "class", "on screen", "界面文字", "given in"), rows),
    ])
