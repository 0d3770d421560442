"""The page of all commands."""

from __future__ import annotations

from msgspec import Struct

from docs.generator.markdown import code, intro, join, slug, table
from docs.generator.refusals import codes_of_command
from docs.generator.types import about, default, described, fields, notes, structs_below
from sandbox.engine.catalogue import COMMANDS
from sandbox.kernel.messages import Command
from sandbox.roles.catalog import ROLES, seats_that_may


def field_table(cls: type[Struct], described_in: type[Struct] | None = None) -> str:
    """The fields of one struct; their docstrings stand in *described_in* where that is another class."""
    said = notes(described_in or cls)
    rows = [(f"`{field.name}`", described(field), default(field) or "required", said.get(field.name, ""))
            for field in fields(cls)]
    return table(("field", "type", "if left out", "meaning"), rows)


def _command(cls: type[Command]) -> str:
    seats = ", ".join(f"{ROLES[seat].en} {ROLES[seat].zh}" for seat in seats_that_may(cls.type)) or "nobody"
    refusals = codes_of_command(cls)
    return join([
        f"### {cls.type}",
        about(cls),
        f"Seats: {seats}.",
        field_table(cls) or "No fields.",
        f"Refusals: {code(refusals)}." if refusals else "",
    ])


def page() -> str:
    """The whole page."""
    domains: dict[str, list[type[Command]]] = {}
    for cls in COMMANDS.values():
        domains.setdefault(cls.type.split(".")[0], []).append(cls)
    index = [f"- {name}: " + ", ".join(f"[{cls.type.split('.')[1]}](#{slug(cls.type)})" for cls in many)
             for name, many in domains.items()]
    parts = structs_below([field.type for cls in COMMANDS.values() for field in fields(cls)])
    return join([
        intro("commands"),
        "\n".join(index),
        *(join([f"## {name}", *map(_command, many)]) for name, many in domains.items()),
        "## Parts of commands",
        *(join([f"### {cls.__name__}", about(cls), field_table(cls)]) for cls in parts),
    ])


