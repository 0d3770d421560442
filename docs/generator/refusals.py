"""Error codes, found by reading the source: who can say no, and with which code.

A code is the first argument of a call to something named ``...Error``, ``...Refused`` or ``refuse``, or the argument
``code`` of any call. From the handler of a command the calls are followed by name inside its own package, so a list may
hold a code more than that command can give.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("sandbox", "scenarios", "grading", "web")
CODE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
SPEAKER = re.compile(r"_?(\w*Error|\w*Refused|refuse\w*|refusal|problem)")


class Raised(NamedTuple):
    """One place where a code is given."""

    code: str
    kind: str
    path: str


class Function(NamedTuple):
    """A function of the tree: what it raises, what it calls, and the classes its parameters are annotated with."""

    raises: tuple[str, ...]
    calls: tuple[str, ...]
    takes: tuple[str, ...]


def _name(call: ast.Call) -> str:
    return str(getattr(call.func, "attr", None) or getattr(call.func, "id", ""))


def _codes(call: ast.Call) -> Iterator[str]:
    given = [word.value for word in call.keywords if word.arg == "code"]
    if SPEAKER.fullmatch(_name(call)) and call.args:
        given.append(call.args[0])
    for node in given:
        for choice in (node.body, node.orelse) if isinstance(node, ast.IfExp) else (node,):
            if isinstance(choice, ast.Constant) and CODE.fullmatch(str(choice.value)):
                yield str(choice.value)


def _trees(folder: Path) -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(folder.rglob("*.py")):
        if "node_modules" not in path.parts:
            yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


@cache
def raised() -> tuple[Raised, ...]:
    """Every code of the tree, sorted."""
    found: set[Raised] = set()
    for package in PACKAGES:
        for path, tree in _trees(ROOT / package):
            for node in ast.walk(tree):
                if isinstance(node, ast.Call):
                    found.update(Raised(code, _name(node).lstrip("_"), path) for code in _codes(node))
    return tuple(sorted(found))


def _function(node: ast.FunctionDef) -> Function:
    calls = [inner for inner in ast.walk(node) if isinstance(inner, ast.Call)]
    takes = [ast.unparse(argument.annotation) for argument in node.args.args if argument.annotation]
    return Function(
        tuple(dict.fromkeys(code for call in calls for code in _codes(call))),
        tuple(dict.fromkeys(filter(None, map(_name, calls)))),
        tuple(takes),
    )


@cache
def _functions(package: str) -> dict[str, tuple[Function, ...]]:
    found: dict[str, list[Function]] = {}
    for _, tree in _trees(ROOT / package):
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                found.setdefault(node.name, []).append(_function(node))
    return {name: tuple(many) for name, many in found.items()}


def codes_of_command(cls: type) -> tuple[str, ...]:
    """Codes with which the rules may refuse a command, in the order in which they are met in the source."""
    functions = _functions("/".join(cls.__module__.split(".")[:2]))
    waiting = [one for many in functions.values() for one in many if cls.__name__ in one.takes]
    seen: dict[Function, None] = {}
    while waiting:
        one = waiting.pop(0)
        if one not in seen:
            seen[one] = None
            waiting += [inner for name in one.calls for inner in functions.get(name, ())]
    return tuple(sorted({code for one in seen for code in one.raises}))
