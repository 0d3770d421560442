"""Every import points down, and an arrow that points up is found wherever it is planted."""

import shutil
from pathlib import Path

import pytest

from tools import lint
from tools.imports import PACKAGES, imports_from_roots

ROOT = lint.ROOT

BETWEEN = "every arrow between packages points down"
INSIDE = "inside the sandbox every arrow points down, and the five domains do not know each other"
RINGS = "no module is part of a ring"
WEB = "web frameworks and SQL stay in web"
KERNEL = "the kernel is plain Python, numpy, numba and msgspec"
FILES = "the simulator opens no spreadsheets and reads no scenario files"

PLANTED_ARROWS = [
    ("sandbox/engine/planted.py", "import scenarios", BETWEEN),
    ("scenarios/planted.py", "from grading import marks", BETWEEN),
    ("grading/planted.py", "def late():\n    import web.store", BETWEEN),
    ("sandbox/kernel/planted.py", "import sandbox.market", INSIDE),
    ("sandbox/market/planted.py", "import sandbox.metrics", INSIDE),
    ("sandbox/metrics/planted.py", "import sandbox.roles", INSIDE),
    ("sandbox/roles/planted.py", "import sandbox.engine", INSIDE),
    ("sandbox/engine/planted.py", "import sandbox.bots", INSIDE),
    ("sandbox/market/planted.py", "import sandbox.livestream", INSIDE),
    ("sandbox/livestream/planted.py", "import sandbox.logistics", INSIDE),
    ("sandbox/logistics/planted.py", "import sandbox.payments", INSIDE),
    ("sandbox/payments/planted.py", "import sandbox.service", INSIDE),
    ("sandbox/service/planted.py", "import sandbox.market", INSIDE),
    ("sandbox/newcomer/__init__.py", "", INSIDE),
    ("sandbox/market/planted.py", "import flask", WEB),
    ("scenarios/planted.py", "import sqlalchemy", WEB),
    ("grading/planted.py", "from sqlite3 import connect", WEB),
    ("sandbox/kernel/planted.py", "import simpy", KERNEL),
    ("sandbox/kernel/planted.py", "import mesa", KERNEL),
    ("sandbox/kernel/planted.py", "import pandas", KERNEL),
    ("sandbox/engine/planted.py", "import yaml", FILES),
]


@pytest.fixture(scope="module")
def own_tree(tmp_path_factory) -> Path:
    """A copy of the packages, where planting hurts nobody."""
    folder = tmp_path_factory.mktemp("tree")
    only_python = shutil.ignore_patterns("node_modules", "static", "client", "__pycache__")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, folder / package, ignore=only_python)
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def broken_contracts(root: Path) -> list[str]:
    text = " ".join(lint.run("imports", root).stdout.split())
    return [name for name in (BETWEEN, INSIDE, RINGS, WEB, KERNEL, FILES) if f"{name} BROKEN" in text]


def plant(folder: Path, path: str, source: str) -> list[Path]:
    """Write a file and the package around it; what was made, innermost first."""
    target = folder / path
    is_new = not target.parent.exists()
    target.parent.mkdir(exist_ok=True)
    target.write_text(f"{source}\n", encoding="utf-8")
    return [target, target.parent] if is_new else [target]


def uproot(planted: list[Path]) -> None:
    for path in planted:
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def test_every_import_contract_holds():
    result = lint.run("imports")

    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(("path", "source", "contract"), PLANTED_ARROWS)
def test_a_planted_arrow_breaks_its_contract(own_tree, path, source, contract):
    planted = plant(own_tree, path, source)
    broken = broken_contracts(own_tree)
    uproot(planted)

    assert contract in broken


def test_two_modules_that_import_each_other_are_a_ring(own_tree):
    planted = plant(own_tree, "sandbox/market/one.py", "import sandbox.market.two")
    planted += plant(own_tree, "sandbox/market/two.py", "import sandbox.market.one")
    broken = broken_contracts(own_tree)
    uproot(planted)

    assert broken == [RINGS]


def test_nobody_inside_imports_from_a_package_root():
    assert list(imports_from_roots(ROOT)) == []


def test_a_planted_import_from_a_package_root_is_found(own_tree):
    planted = plant(own_tree, "web/planted.py", "from sandbox import Run\nfrom sandbox import kernel")
    found = list(imports_from_roots(own_tree))
    uproot(planted)

    assert found == ["web/planted.py:1: sandbox.Run"]
