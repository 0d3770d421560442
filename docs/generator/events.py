"""The page of all events."""

from __future__ import annotations

from docs.generator.client_texts import pairs
from docs.generator.markdown import cell, intro, join, slug, table
from docs.generator.types import about, described, fields, notes, structs_below
from sandbox.engine.catalogue import EVENTS
from sandbox.kernel.messages import Event
from sandbox.roles.catalog import ROLES
from sandbox.roles.feed import FEED


def _event(cls: type[Event]) -> str:
    seats, shown = FEED.get(cls.type, ((), ()))
    said = notes(cls)
    rows = [("●" if field.name in shown else "", f"`{field.name}`", described(field), said.get(field.name, ""))
            for field in fields(cls)]
    told = ", ".join(f"{ROLES[seat].en} {ROLES[seat].zh}" for seat in ROLES if seat in seats)
    on_screen = pairs("events").get(cls.type.replace(".", "_"))
    return join([
        f"### {cls.type}",
        about(cls),
        f"Feed: {told or 'nobody before the review'}.",
        f"On screen: {cell(on_screen[0])} · {cell(on_screen[1])}" if on_screen else "",
        table(("", "field", "type", "meaning"), rows),
    ])


def page() -> str:
    """The whole page."""
    domains: dict[str, list[type[Event]]] = {}
    for cls in EVENTS.values():
        domains.setdefault(cls.type.split(".")[0], []).append(cls)
    index = [f"- {name}: " + ", ".join(f"[{cls.type.split('.')[1]}](#{slug(cls.type)})" for cls in many)
             for name, many in domains.items()]
    parts = structs_below([field.type for cls in EVENTS.values() for field in fields(cls)])
    listed = [join([f"### {cls.__name__}", about(cls),
                    table(("field", "type"), [(f"`{field.name}`", described(field)) for field in fields(cls)])])
              for cls in parts]
    return join([
        intro("events"),
        "\n".join(index),
        *(join([f"## {name}", *map(_event, many)]) for name, many in domains.items()),
        *(["## Parts of events", *listed] if listed else []),
    ])
