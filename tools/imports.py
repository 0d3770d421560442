"""Imports from package roots: inside the project a module imports the module that it means, never a package's shelf."""

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGES = ("sandbox", "scenarios", "grading", "web")


def imports_from_roots(root: Path) -> Iterator[str]:
    """Each ``file:line: name`` that is imported from a package's ``__init__`` instead of from its own module."""
    for package in PACKAGES:
        for file in sorted((root / package).rglob("*.py")):
            if "node_modules" not in file.parts:
                yield from roots_in(file, root)


def roots_in(file: Path, root: Path) -> Iterator[str]:
    """The same for one file."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if not isinstance(node, ast.ImportFrom) or (node.module or "").partition(".")[0] not in PACKAGES:
            continue
        package = root.joinpath(*node.module.split("."))
        for alias in node.names:
            is_module = (package / f"{alias.name}.py").is_file() or (package / alias.name).is_dir()
            if package.is_dir() and not is_module:
                yield f"{file.relative_to(root).as_posix()}:{node.lineno}: {node.module}.{alias.name}"
