"""Writes the messages of the server as TypeScript: ``python -m web.wire``.

One source, two languages: a field that changes here and not in the console fails the drift test, not a class.
"""

from __future__ import annotations

import ast
import inspect
import itertools
import textwrap
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
from msgspec import inspect as mi

import sandbox.engine.commands
import sandbox.engine.events
import sandbox.livestream.commands
import sandbox.livestream.craft_events
import sandbox.livestream.events
import sandbox.livestream.offer_events
import sandbox.logistics.commands
import sandbox.logistics.events
import sandbox.logistics.trade_events
import sandbox.market.ads.commands
import sandbox.market.ads.events
import sandbox.market.commands
import sandbox.market.events
import sandbox.market.shelf.events
import sandbox.market.supply.commands
import sandbox.market.supply.events
import sandbox.payments.commands
import sandbox.payments.events
import sandbox.service.commands
import sandbox.service.events
from sandbox.kernel.messages import Command, Event, messages_of
from sandbox.roles import view_types
from web import shapes, socket_shapes

TARGET = Path(__file__).parent / "client" / "src" / "wire.ts"
COMMANDS = [
    sandbox.market.commands,
    sandbox.market.supply.commands,
    sandbox.market.ads.commands,
    sandbox.livestream.commands,
    sandbox.logistics.commands,
    sandbox.payments.commands,
    sandbox.service.commands,
    sandbox.engine.commands,
]
EVENTS = [
    sandbox.market.events,
    sandbox.market.shelf.events,
    sandbox.market.supply.events,
    sandbox.market.ads.events,
    sandbox.livestream.events,
    sandbox.livestream.offer_events,
    sandbox.livestream.craft_events,
    sandbox.logistics.events,
    sandbox.logistics.trade_events,
    sandbox.payments.events,
    sandbox.service.events,
    sandbox.engine.events,
]
HEADER = """// Written by `python -m web.wire` from the server's types. Do not edit.
// Money is in minor units, time in seconds of the run, ratios in parts per million; null is "not known", never zero.
"""
PLAIN = {
    mi.IntType: "number",
    mi.FloatType: "number",
    mi.StrType: "string",
    mi.BoolType: "boolean",
    mi.NoneType: "null",
    mi.AnyType: "unknown",
}


def typescript(kind: mi.Type) -> str:
    """The TypeScript name of one type.

    Raises:
        TypeError: a kind of type that messages do not use yet.
    """
    if name := PLAIN.get(type(kind)):
        return name
    match kind:
        case mi.StructType(cls=cls):
            return cls.__name__
        case mi.LiteralType(values=values):
            return " | ".join(f"'{value}'" if isinstance(value, str) else str(value).lower() for value in values)
        case mi.EnumType(cls=cls):
            return " | ".join(f"'{member.value}'" for member in cls)
        case mi.UnionType(types=types):
            return " | ".join(typescript(inner) for inner in types)
        case mi.TupleType(item_types=types):
            return f"[{', '.join(typescript(inner) for inner in types)}]"
        case mi.VarTupleType(item_type=inner) | mi.ListType(item_type=inner):
            text = typescript(inner)
            return f"({text})[]" if " | " in text else f"{text}[]"
        case mi.DictType(value_type=value):
            return f"Record<string, {typescript(value)}>"
    raise TypeError(f"expected a type that messages use, got {kind}")


def limits(kind: mi.Type) -> str:
    """What a number may be, in words; empty when anything goes."""
    if not isinstance(kind, mi.IntType):
        return ""
    low = kind.ge if kind.ge is not None else None if kind.gt is None else kind.gt + 1
    if low is None and kind.le is None:
        return ""
    return f"{'' if low is None else low} to {'' if kind.le is None else kind.le}".strip()


def field_docs(cls: type) -> dict[str, str]:
    """The docstring under each field of *cls*, by field."""
    [node] = ast.parse(textwrap.dedent(inspect.getsource(cls))).body
    found = {}
    for field, after in itertools.pairwise(node.body if isinstance(node, ast.ClassDef) else []):
        if isinstance(field, ast.AnnAssign) and isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
            found[ast.unparse(field.target)] = inspect.cleandoc(str(after.value.value))
    return found


def comment(text: str, indent: str) -> Iterator[str]:
    """A documentation comment."""
    lines = [" ".join(line.split()) for line in text.replace("``", "`").splitlines()]
    if len(lines) == 1:
        yield f"{indent}/** {lines[0]} */"
    elif lines:
        yield f"{indent}/**"
        yield from (f"{indent} * {line}".rstrip() for line in lines)
        yield f"{indent} */"


def interface(cls: type[msgspec.Struct]) -> Iterator[str]:
    """One struct as an interface; a command's field with a default may be left out."""
    info = mi.type_info(cls)
    assert isinstance(info, mi.StructType)
    own = [base for base in reversed(cls.__mro__) if base.__module__.split(".")[0] in ("sandbox", "web")]
    docs = {name: text for base in own for name, text in field_docs(base).items()}
    yield from comment(inspect.cleandoc(cls.__doc__ or ""), "")
    yield f"export interface {cls.__name__} {{"
    for field in info.fields:
        parts = [docs.get(field.name, ""), limits(field.type)]
        if any(parts):
            yield from comment(" ".join(f"({part})" if part == parts[1] else part for part in parts if part), "  ")
        may_miss = issubclass(cls, Command) and not field.required
        yield f"  {field.encode_name}{'?' if may_miss else ''}: {typescript(field.type)}"
    yield "}"


def table(name: str, doc: str, rows: dict[str, str]) -> Iterator[str]:
    """An interface from a type string to a type."""
    yield f"/** {doc} */"
    yield f"export interface {name} {{"
    yield from (f"  '{key}': {value}" for key, value in rows.items())
    yield "}"


def structs_in(kind: mi.Type) -> Iterator[type[msgspec.Struct]]:
    """Every struct that *kind* is made of, inner ones first."""
    if isinstance(kind, mi.StructType):
        for field in kind.fields:
            yield from structs_in(field.type)
        yield kind.cls
    for name in ("types", "item_types"):
        for inner in getattr(kind, name, ()):
            yield from structs_in(inner)
    for name in ("item_type", "value_type"):
        if inner := getattr(kind, name, None):
            yield from structs_in(inner)


def declared(module: ModuleType, base: type) -> list[type[Any]]:
    """Classes of *module* itself below *base*, in the order of the file."""
    own = (value for value in vars(module).values() if getattr(value, "__module__", "") == module.__name__)
    return [value for value in own if isinstance(value, type) and issubclass(value, base) and value is not base]


def everything() -> list[type[msgspec.Struct]]:
    """Every struct to write, each once, what is used before what uses it.

    Raises:
        TypeError: two structs share a name.
    """
    roots = declared(view_types, view_types.View) + declared(shapes, shapes.Shape)
    roots += declared(socket_shapes, shapes.Shape)
    roots += [cls for module in COMMANDS for cls in messages_of(module, Command).values()]
    roots += [cls for module in EVENTS for cls in messages_of(module, Event).values()]
    found: dict[str, type[msgspec.Struct]] = {}
    for root in roots:
        for cls in structs_in(mi.type_info(root)):
            if found.setdefault(cls.__name__, cls) is not cls:
                raise TypeError(f"expected one struct of the name {cls.__name__}, got {found[cls.__name__]} and {cls}")
    return list(found.values())


def generate() -> str:
    """The whole TypeScript file."""
    parts = ["\n".join(interface(cls)) for cls in everything()]
    commands = {key: cls.__name__ for module in COMMANDS for key, cls in messages_of(module, Command).items()}
    events = {key: cls.__name__ for module in EVENTS for key, cls in messages_of(module, Event).items()}
    views = {seat: cls.__name__ for seat, cls in view_types.SEAT_VIEWS.items()}
    parts += [
        "\n".join(table("SeatViews", "The view of each seat.", views)),
        "\n".join(table("CommandArgs", "The arguments of each command, by its type.", commands)),
        "\n".join(table("EventData", "What each event says, by its type.", events)),
        "export type Seat = keyof SeatViews",
        "export type CommandType = keyof CommandArgs",
        "export type EventType = keyof EventData",
    ]
    return HEADER + "\n" + "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    TARGET.write_text(generate(), encoding="utf-8")
