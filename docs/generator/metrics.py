"""The page of the figures on the screens: ids and units from the views, names and formulas from the console."""

from __future__ import annotations

import ast

from docs.generator.client_texts import pairs
from docs.generator.markdown import cell, intro, join, table
from docs.generator.refusals import ROOT

FIGURES = ROOT / "sandbox/roles/views/common.py"


def figures() -> dict[str, str]:
    """Unit of each figure of the screens, by id, in their order."""
    tree = ast.parse(FIGURES.read_text(encoding="utf-8"))
    [function] = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "_numbers"]
    [listed] = [node for node in ast.walk(function) if isinstance(node, ast.Dict)]
    found = {}
    for key, value in zip(listed.keys, listed.values, strict=True):
        assert isinstance(key, ast.Constant)
        assert isinstance(value, ast.Tuple)
        found[str(key.value)] = str(ast.literal_eval(value.elts[1]))
    return found


def page() -> str:
    """The whole page."""
    said = pairs("kpis")
    rows = []
    for name, unit in figures().items():
        (en, zh), (formula, formula_zh) = said.get(name, ("", "")), said.get(f"{name}_is", ("", ""))
        rows.append((f"`{name}`", en, zh, unit, f"{cell(formula)} · {cell(formula_zh)}"))
    return join([
        intro("metrics"),
        table(("id", "figure", "指标", "unit", "formula · 算法"), rows),
    ])
