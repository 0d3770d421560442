"""The page of the seats: duty, commands, view."""

from __future__ import annotations

from msgspec import Struct
from msgspec import inspect as mi

from docs.generator.markdown import intro, join, prose, slug, table
from docs.generator.types import about, described, fields, notes, structs_below
from sandbox.roles import view_types
from sandbox.roles.catalog import ROLES, Role


def _seat(role: Role) -> str:
    view = view_types.SEAT_VIEWS[role.seat.value]
    links = ", ".join(f"[{name}](commands.md#{slug(name)})" for name in role.commands)
    return join([
        f"## {role.en} · {role.zh}",
        f"{role.duty_en}\n\n{role.duty_zh}",
        f"Code name `{role.seat.value}`. May send: {links}.",
        f"Sees: [{view.__name__}](#{slug(view.__name__)}).",
    ])


def _view(cls: type[Struct]) -> str:
    said = notes(cls)
    rows = [(f"`{field.name}`", described(field), said.get(field.name, "")) for field in fields(cls)]
    return join([f"### {cls.__name__}", about(cls), table(("field", "type", "meaning"), rows)])


def page() -> str:
    """The whole page."""
    views = structs_below([mi.type_info(cls) for cls in view_types.SEAT_VIEWS.values()])
    return join([
        intro("seats"),
        *map(_seat, ROLES.values()),
        "## What the seats see",
        prose(view_types.__doc__ or ""),
        *map(_view, views),
    ])
