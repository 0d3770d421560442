"""Read a framework file strictly: every wrong place is told as ``file:line: key: expected X, got Y``.

YAML is composed into nodes and never into values of its own choosing: the schema decides whether ``1.0`` is a number
or a version. Aliases, tags, duplicate keys and keys nobody reads are refused.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from grading.errors import FrameworkError

MAX_BYTES = 1_000_000
_NULL = "tag:yaml.org,2002:null"
_KINDS = ("str", "int", "float", "bool", "null", "timestamp", "map", "seq")
_PLAIN = tuple(f"tag:yaml.org,2002:{kind}" for kind in _KINDS)


class Place:
    """One value of the file, and where it stands."""

    def __init__(self, node: yaml.Node, path: str, file: str) -> None:
        self.node = node
        self.path = path
        self.file = file

    def refuse(self, expected: str, got: str | None = None, code: str = "bad_value") -> FrameworkError:
        """The error for this place; *got* is its own text if left out."""
        found = self._shown() if got is None else got
        line = self.node.start_mark.line + 1
        return FrameworkError(code, f"{self.file}:{line}: {self.path or 'file'}: expected {expected}, got {found}")

    def fields(self, required: Sequence[str], optional: Sequence[str] = ()) -> dict[str, Place]:
        """A mapping with exactly these keys."""
        found = self.entries()
        known = (*required, *optional)
        for key, place in found.items():
            if key not in known:
                raise place.refuse(f"one of the keys {', '.join(known)}", repr(key), "unknown_key")
        missing = [key for key in required if key not in found]
        if missing:
            raise self.refuse(f"the key {missing[0]!r}", f"only {', '.join(found) or 'none'}", "missing_key")
        return found

    def entries(self) -> dict[str, Place]:
        """A mapping with keys of the author's choice, in the order of the file."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.refuse("a mapping")
        found: dict[str, Place] = {}
        for key_node, value_node in self.node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise Place(key_node, self.path, self.file).refuse("a plain key")
            place = Place(value_node, f"{self.path}.{key_node.value}".lstrip("."), self.file)
            if key_node.value in found:
                raise place.refuse("each key once", f"{key_node.value!r} again", "duplicate_key")
            found[key_node.value] = place
        return found

    def items(self, least: int = 0) -> list[Place]:
        """A list of at least *least* values."""
        if not isinstance(self.node, yaml.SequenceNode) or len(self.node.value) < least:
            raise self.refuse(f"a list of {least} or more" if least else "a list")
        return [Place(node, f"{self.path}[{i}]", self.file) for i, node in enumerate(self.node.value)]

    def text(self) -> str:
        """Any scalar that is not empty, as it is written."""
        if not isinstance(self.node, yaml.ScalarNode) or self.is_null or not self.node.value.strip():
            raise self.refuse("a text")
        return str(self.node.value)

    def texts(self) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(item.text() for item in self.items())

    def choice(self, allowed: Sequence[str]) -> str:
        """One of a few texts."""
        if self.is_null or self.text() not in allowed:
            raise self.refuse(f"one of {', '.join(allowed)}")
        return self.text()

    def number(self, low: float = -math.inf, high: float = math.inf) -> float:
        """A finite number between *low* and *high*, both included; whole numbers stay whole."""
        wanted = "a number" + (f" from {low:g} to {high:g}" if math.isfinite(low) or math.isfinite(high) else "")
        try:
            value = float(self.text())
        except ValueError:
            raise self.refuse(wanted) from None
        if not low <= value <= high or not math.isfinite(value):
            raise self.refuse(wanted)
        return int(value) if value.is_integer() else value

    @property
    def is_null(self) -> bool:
        """Whether the file says ``null`` (or nothing) here."""
        return self.node.tag == _NULL

    def _shown(self) -> str:
        if isinstance(self.node, yaml.ScalarNode):
            return "nothing" if self.is_null else repr(self.node.value[:80])
        return "a mapping" if isinstance(self.node, yaml.MappingNode) else f"a list of {len(self.node.value)}"


class _StrictLoader(yaml.SafeLoader):
    """Composes nodes without aliases or tags of the author's."""

    def compose_node(self, parent: Any, index: Any) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            event = self.peek_event()  # type: ignore[no-untyped-call]
            raise yaml.composer.ComposerError(None, None, "expected no aliases", event.start_mark)
        node = super().compose_node(parent, index)
        if node is not None and node.tag not in _PLAIN:
            raise yaml.composer.ComposerError(None, None, f"expected no tags, got {node.tag}", node.start_mark)
        return node


def read_place(text: str, file: str) -> Place:
    """The root of one YAML document.

    Args:
        text: the document.
        file: what the author calls it, for messages.

    Raises:
        FrameworkError: ``bad_yaml``: not one well-formed document without aliases and tags, or too long.
    """
    if len(text) > MAX_BYTES:
        raise FrameworkError("bad_yaml", f"{file}:1: file: expected at most {MAX_BYTES} characters, got {len(text)}")
    try:
        node = yaml.compose(text, Loader=_StrictLoader)
    except RecursionError:
        raise FrameworkError("bad_yaml", f"{file}:1: file: expected less deep nesting") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "expected YAML"
        raise FrameworkError("bad_yaml", f"{file}:{mark.line + 1 if mark else 1}: file: {problem}") from None
    if node is None:
        raise FrameworkError("bad_yaml", f"{file}:1: file: expected a mapping, got an empty file")
    return Place(node, "", file)


def read_file(path: Path) -> Place:
    """The root of a YAML file; its name stands in messages.

    Raises:
        FrameworkError: ``bad_yaml``: not readable as UTF-8, or not well formed.
    """
    try:
        return read_place(path.read_text(encoding="utf-8"), path.name)
    except UnicodeDecodeError as error:
        raise FrameworkError("bad_yaml", f"{path.name}:1: file: expected UTF-8, got byte {error.start}") from None
