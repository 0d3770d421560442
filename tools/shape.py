"""Sizes of files and functions, and what must not stand in any file. ``tests/test_shape.py`` holds the limits."""

import ast
import json
import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from hatch_build import ROOT, node_command

CODE = {".py", ".ts", ".vue"}
BINARY = {".gz", ".ico", ".jpg", ".png", ".webp", ".woff2", ".xlsx"}
OUTSIDE = {"node_modules", "static", "generated", "dist", "build", "__pycache__"}
HIDDEN_BUT_OURS = {".ci", ".github"}
GENERATED = "Written by `python -m"

# Written with character classes, so that this file does not find itself.
FOREIGN = re.compile(
    r"/(wor[k]|tm[p]|roo[t])/[A-Za-z.]|/home/[a-z]+/|python[h]osted|py[p]i[.](org|python)|npm[j]s[.]|deb[.]debian[.]"
)


class Function(NamedTuple):
    """One function and its length in lines."""

    path: str
    line: int
    name: str
    lines: int


def files(root: Path = ROOT) -> Iterator[Path]:
    """Every file that people wrote: no environments, packages, builds, caches or generated folders."""
    for folder, folders, names in os.walk(root):
        if "pyvenv.cfg" in names:  # an environment, whatever its name
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if is_ours(name))
        yield from (Path(folder) / name for name in sorted(names))


def is_ours(folder: str) -> bool:
    """True for the name of a folder that people write in."""
    return folder not in OUTSIDE and (folder[0] != "." or folder in HIDDEN_BUT_OURS)


def is_generated(path: Path) -> bool:
    """True when the first line says which of our modules wrote the file."""
    with path.open(encoding="utf-8") as text:
        return GENERATED in text.readline()


def python_functions(paths: Iterable[Path]) -> Iterator[Function]:
    """Functions and methods of Python files."""
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield Function(str(path), node.lineno, node.name, node.end_lineno - node.lineno + 1)


def client_functions(paths: Iterable[Path]) -> list[Function]:
    """Functions of TypeScript files and components, as the client's own compiler sees them."""
    command = [node_command()[0], ROOT / "tools/functions.mjs", ROOT / "web/client", *paths]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [Function(*row) for row in json.loads(output)]


def foreign_words(path: Path) -> Iterator[str]:
    """Paths of one machine and hosts of package registries in a text file: ``file:line: what``."""
    if path.suffix in BINARY:
        return
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        if found := FOREIGN.search(line):
            yield f"{path}:{number}: {found[0]}"
