"""Types of messages and scenario records, in words."""

from __future__ import annotations

import inspect
from typing import Any, get_args

import msgspec
from msgspec import inspect as mi

from docs.generator.markdown import code, prose, slug
from sandbox.kernel import messages
from web.wire import field_docs

PATTERNS = {
    "Code": "short name (a-z 0-9 . _ -)",
    "EntityId": "id (13 letters)",
    "Country": "country (two letters, ISO 3166)",
    "Currency": "currency (three letters, ISO 4217)",
    "Hs6": "HS heading (six digits)",
    "Language": "language (two letters)",
}
PLAIN = {mi.BoolType: "true or false", mi.FloatType: "number", mi.AnyType: "anything", mi.NoneType: "null"}
UNITS = {"_ppm": "ppm", "_minor": "minor units", "_seconds": "seconds", "_hours": "hours", "_days": "days"}


def _patterns() -> dict[str | None, str]:
    named = {get_args(getattr(messages, name))[1].pattern: words for name, words in PATTERNS.items()}
    return {**named, "^([A-Z]{2})?$": "country, or empty"}


KNOWN = _patterns()


def words(kind: mi.Type) -> str:
    """What a field may hold, for a reader who knows no Python."""
    if text := PLAIN.get(type(kind)):
        return text
    match kind:
        case mi.IntType():
            return f"integer{_range(kind)}"
        case mi.StrType():
            return _text(kind)
        case mi.LiteralType(values=values):
            return "one of " + code(value or '""' for value in values)
        case mi.EnumType(cls=cls):
            return "one of " + code(member.value for member in cls)
        case mi.UnionType(types=types):
            return " or ".join(words(inner) for inner in types)
        case mi.VarTupleType(item_type=inner) | mi.ListType(item_type=inner):
            return f"list of {words(inner)}{_length(kind)}"
        case mi.DictType(key_type=key, value_type=value):
            return f"mapping: {words(key)} → {words(value)}"
        case mi.StructType(cls=cls):
            return f"[{cls.__name__}](#{slug(cls.__name__)})"
    return type(kind).__name__.removesuffix("Type").lower()


def _range(kind: mi.IntType) -> str:
    low = kind.ge if kind.ge is not None else kind.gt + 1 if kind.gt is not None else None
    high = kind.le if kind.le is not None else kind.lt - 1 if kind.lt is not None else None
    if low is None and high is None:
        return ""
    return f", {'' if low is None else f'{low:,}'} … {'' if high is None else f'{high:,}'}".rstrip()


def _length(kind: Any) -> str:
    if kind.min_length is None and kind.max_length is None:
        return ""
    return f" ({kind.min_length or 0} … {kind.max_length if kind.max_length is not None else 'any number'})"


def _text(kind: mi.StrType) -> str:
    if known := KNOWN.get(kind.pattern) if kind.pattern else None:
        return known
    if kind.pattern:
        return f"text like `{kind.pattern}`"
    if kind.min_length == kind.max_length == 13:
        return PATTERNS["EntityId"]
    return f"text, up to {kind.max_length} characters" if kind.max_length else "text"


def unit(name: str, kind: mi.Type) -> str:
    """The unit a field's name or range tells, or nothing."""
    if isinstance(kind, mi.IntType):
        found = next((word for end, word in UNITS.items() if name.endswith(end) or name == end[1:]), "")
        return found or ("ppm" if (kind.ge, kind.le) == (0, 1_000_000) else "")
    return ""


def default(field: mi.Field) -> str:
    """The value taken when the field is left out; empty when it may not be."""
    if field.required:
        return ""
    if field.default is msgspec.NODEFAULT:
        return "empty"
    if isinstance(field.default, bool) or field.default is None:
        return str(field.default).lower().replace("none", "null")
    return f"`{field.default}`" if field.default not in ("", (), {}) else "empty"


def fields(cls: type[msgspec.Struct]) -> tuple[mi.Field, ...]:
    """The fields of a struct, as msgspec reads them."""
    info = mi.type_info(cls)
    assert isinstance(info, mi.StructType)
    return info.fields


def notes(cls: type[msgspec.Struct]) -> dict[str, str]:
    """The docstring under each field, inherited ones included."""
    own = [base for base in reversed(cls.__mro__) if base.__module__.split(".")[0] in ("sandbox", "scenarios")]
    return {name: prose(text) for base in own for name, text in field_docs(base).items()}


def about(cls: type[Any]) -> str:
    """The class docstring as a paragraph."""
    return prose(inspect.cleandoc(cls.__doc__ or ""))


def described(field: mi.Field) -> str:
    """Type and unit of a field."""
    shown = unit(field.name, field.type)
    return f"{words(field.type)}{f' ({shown})' if shown else ''}"


def structs_below(kinds: list[mi.Type]) -> list[type[msgspec.Struct]]:
    """Every struct the given types are made of, each once, outer ones first."""
    found: dict[type[msgspec.Struct], None] = {}
    waiting = list(kinds)
    while waiting:
        kind = waiting.pop(0)
        if isinstance(kind, mi.StructType) and kind.cls not in found:
            found[kind.cls] = None
            waiting += [field.type for field in kind.fields]
        for name in ("types", "item_types"):
            waiting += getattr(kind, name, ())
        waiting += [inner for name in ("item_type", "key_type", "value_type") if (inner := getattr(kind, name, None))]
    return list(found)
