"""Read YAML by a schema, strictly: the schema decides what is a text and what is a number, never the spelling.

So the country ``NO`` stays a text and the code ``0123`` keeps its zero. Refused: aliases, tags, duplicate keys, unknown
keys, ``.nan``, files above 1 MB, more than 40 levels or 50,000 values. Where the schema wants an integer an author may
also write a percentage (``12.5 %``, in parts per million) or money with its decimals (``19.90``, in minor units).
"""

from __future__ import annotations

import re
from typing import Any, TypeVar

import msgspec
import yaml
from msgspec import inspect

from sandbox.kernel.errors import ScenarioError

T = TypeVar("T")
MAX_BYTES = 1_000_000
MAX_DEPTH = 40
MAX_NODES = 50_000
_INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
_PERCENT = re.compile(r"(-?[0-9]+)(?:\.([0-9]{1,4}))? ?%")
_MONEY = re.compile(r"(-?[0-9]+)\.([0-9]{2})")
_AT = re.compile(r"^(?P<what>.*?)(?: - at `(?P<path>\$.*)`)?$", re.DOTALL)
_PLAIN = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq")}


class _Loader(yaml.SafeLoader):
    """Composes nodes; aliases and tags stop it."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise yaml.composer.ComposerError(None, None, "expected no aliases", self.peek_event().start_mark)
        node = super().compose_node(parent, index)
        if node is not None and node.tag not in _PLAIN:
            raise yaml.composer.ComposerError(None, None, f"expected no tags, got {node.tag}", node.start_mark)
        return node


class _Reader:
    """One file on its way to a value; remembers where each value stands."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: dict[str, int] = {}
        self.texts: dict[str, str] = {}
        self.suspects: dict[str, tuple[int, str]] = {}
        """Path to the first value there that is no number where one is wanted: the values of a mapping share a path."""
        self.nodes = 0

    def refuse(self, line: int, path: str, what: str) -> ScenarioError:
        key = path.removeprefix("$").lstrip(".") or "file"
        return ScenarioError(f"{self.file}:{line}: {key}: {what}")

    def value(self, node: yaml.Node, kind: Any, path: str, depth: int) -> Any:
        self.nodes += 1
        line = node.start_mark.line + 1
        self.lines[path] = line
        if depth > MAX_DEPTH or self.nodes > MAX_NODES:
            raise self.refuse(line, path, f"expected at most {MAX_DEPTH} levels and {MAX_NODES} values, got more")
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, kind, path, depth)
        if isinstance(node, yaml.SequenceNode):
            inner = _item_kind(kind)
            return [self.value(item, inner, f"{path}[{i}]", depth + 1) for i, item in enumerate(node.value)]
        self.texts[path] = node.value
        value = _scalar(node, kind)
        if isinstance(value, str) and _allows(kind, inspect.IntType) and not _allows(kind, inspect.StrType):
            self.suspects.setdefault(path, (line, node.value))
        return value

    def _mapping(self, node: yaml.MappingNode, kind: Any, path: str, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                raise self.refuse(line, path, "expected a plain key, got a list or a mapping")
            key = key_node.value
            if key in found:
                raise self.refuse(line, f"{path}.{key}", f"expected each key once, got {key!r} again")
            known = _field_kinds(kind)
            if known is not None and key not in known:
                raise self.refuse(line, f"{path}.{key}", f"expected one of {', '.join(known)}, got {key!r}")
            inner = known[key] if known is not None else _value_kind(kind)
            shown = f"{path}[...]" if known is None else f"{path}.{key}"
            found[key] = self.value(value_node, inner, shown, depth + 1)
            self.lines[f"{path}.{key}"] = line
        return found

    def place(self, path: str) -> int:
        """Line of a path, or of the nearest thing around it."""
        while path and path not in self.lines:
            cut = max(path.rfind("."), path.rfind("["))
            path = path[:cut] if cut > 0 else ""
        return self.lines.get(path, 1)


def _unwrap(kind: Any, wanted: tuple[type, ...]) -> Any:
    if isinstance(kind, inspect.UnionType):
        return next((inner for inner in kind.types if isinstance(inner, wanted)), kind)
    return kind


def _field_kinds(kind: Any) -> dict[str, Any] | None:
    struct = _unwrap(kind, (inspect.StructType,))
    if not isinstance(struct, inspect.StructType):
        return None
    return {field.encode_name: field.type for field in struct.fields}


def _value_kind(kind: Any) -> Any:
    mapping = _unwrap(kind, (inspect.DictType,))
    return mapping.value_type if isinstance(mapping, inspect.DictType) else None


def _item_kind(kind: Any) -> Any:
    many = _unwrap(kind, (inspect.VarTupleType, inspect.ListType))
    return many.item_type if isinstance(many, inspect.VarTupleType | inspect.ListType) else None


def _allows(kind: Any, wanted: type) -> bool:
    return isinstance(_unwrap(kind, (wanted,)), wanted)


def _number(text: str) -> int | None:
    if _INTEGER.fullmatch(text):
        return int(text)
    if found := _PERCENT.fullmatch(text):
        return int(found[1] + (found[2] or "").ljust(4, "0"))
    if found := _MONEY.fullmatch(text):
        return int(found[1] + found[2])
    return None


def _scalar(node: yaml.Node, kind: Any) -> Any:
    text = str(node.value)
    quoted = isinstance(node, yaml.ScalarNode) and node.style in ("'", '"', "|", ">")
    if not quoted and node.tag.endswith(":null") and _allows(kind, inspect.NoneType):
        return None
    if not quoted and _allows(kind, inspect.IntType):
        number = _number(text)
        if number is not None:
            return number
    if not quoted and text in ("true", "false") and _allows(kind, inspect.BoolType):
        return text == "true"
    return text


def read_yaml(text: str, kind: type[T], file: str) -> T:
    """Read one YAML document as *kind*.

    Args:
        text: the document.
        kind: a msgspec Struct.
        file: its name, for errors.

    Raises:
        ScenarioError: ``file:line: key: expected X, got Y``.
    """
    if len(text.encode()) > MAX_BYTES:
        raise ScenarioError(f"{file}:1: file: expected at most {MAX_BYTES} bytes, got {len(text.encode())}")
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ScenarioError(f"{file}:{line}: file: expected YAML, got a problem: {error.problem}") from None
    except (yaml.YAMLError, RecursionError) as error:
        raise ScenarioError(f"{file}:1: file: expected YAML, got a problem: {error}") from None
    if node is None:
        raise ScenarioError(f"{file}:1: file: expected a mapping, got an empty file")
    reader = _Reader(file)
    data = reader.value(node, inspect.type_info(kind), "$", 0)
    try:
        return msgspec.convert(data, kind, strict=True)
    except msgspec.ValidationError as error:
        raise _explain(reader, str(error)) from None


def _explain(reader: _Reader, message: str) -> ScenarioError:
    found = _AT.match(message)
    what, path = (found["what"], found["path"] or "$") if found else (message, "$")
    what = what[:1].lower() + what[1:]
    line, got = reader.suspects.get(path, (reader.place(path), reader.texts.get(path)))
    if got is not None:
        what = f"{what.split(', got')[0]}, got {got[:60]!r}"
    return reader.refuse(line, path, what.replace("`", ""))
