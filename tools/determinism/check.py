"""Reads source files and reports what could make two replays differ."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tools.determinism.banned import ATTRIBUTES, BUILTINS, METHODS, RULES, rule_of_module, rule_of_name
from tools.determinism.sets import SetOrder

ALLOWED = Path(__file__).parent / "allowed.toml"


class Finding(NamedTuple):
    """One place that breaks one rule."""

    path: str
    line: int
    rule: str
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.rule}: {self.what}: {RULES.get(self.rule, 'see allowed.toml')}"


class Module:
    """One parsed source file, with the imported names resolved."""

    def __init__(self, path: str, source: str) -> None:
        self.path = path
        self.tree = ast.parse(source, path)
        self.aliases = {alias: real for node in ast.walk(self.tree) for alias, real in imported_names(node)}

    def resolve(self, node: ast.expr) -> str:
        """Dotted name of *node* after its imports: ``np.random.rand`` is ``numpy.random.rand``."""
        if isinstance(node, ast.Name):
            return self.aliases.get(node.id, node.id)
        if isinstance(node, ast.Attribute):
            base = self.resolve(node.value)
            return base and f"{base}.{node.attr}"
        return ""

    def findings(self) -> Iterator[Finding]:
        """Everything in this file that breaks a rule, once per line and rule."""
        found = {(node.lineno, rule): what for node, rule, what in self._all()}
        for (line, rule), what in sorted(found.items()):
            yield Finding(self.path, line, rule, what)

    def _all(self) -> Iterator[tuple[ast.AST, str, str]]:
        for node in ast.walk(self.tree):
            for rule, what in self._broken_by(node):
                yield node, rule, what
        for node in SetOrder(self.tree).reads():
            place = node.iter if isinstance(node, ast.comprehension) else node
            yield place, "set-order", ast.unparse(place)[:60]

    def _broken_by(self, node: ast.AST) -> Iterator[tuple[str, str]]:
        match node:
            case ast.Import() | ast.ImportFrom():
                yield from ((rule, name) for name in imported_modules(node) if (rule := rule_of_module(name)))
            case ast.Name() | ast.Attribute():
                if rule := rule_of_name(self.resolve(node)) or self._rule_of_attribute(node, ATTRIBUTES):
                    yield rule, ast.unparse(node)
            case ast.BinOp(op=ast.Pow()) | ast.AugAssign(op=ast.Pow()):
                if not is_integer_power(node):
                    yield "power", ast.unparse(node)
            case ast.BinOp(op=ast.MatMult()) | ast.AugAssign(op=ast.MatMult()):
                yield "float-order", ast.unparse(node)
            case ast.Call():
                if rule := self._rule_of_attribute(node.func, METHODS):
                    yield rule, ast.unparse(node.func)
                yield from rules_of_call(node)

    def _rule_of_attribute(self, node: ast.expr, table: dict[str, set[str]]) -> str | None:
        """The rule against an attribute of any object; modules are judged by their full names instead."""
        if not isinstance(node, ast.Attribute) or self.resolve(node.value) in self.aliases.values():
            return None
        return next((rule for rule, names in table.items() if node.attr in names), None)


def imported_modules(node: ast.Import | ast.ImportFrom) -> list[str]:
    """Dotted names that an import statement brings in."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [f"{node.module}.{alias.name}" for alias in node.names]


def imported_names(node: ast.AST) -> Iterator[tuple[str, str]]:
    """``(name in this file, real dotted name)`` of an import statement; nothing for other nodes."""
    if isinstance(node, ast.Import):
        for alias in node.names:
            yield (alias.asname, alias.name) if alias.asname else (alias.name.partition(".")[0],) * 2
    elif isinstance(node, ast.ImportFrom):
        for alias in node.names:
            yield alias.asname or alias.name, f"{node.module}.{alias.name}"


def is_integer_power(node: ast.BinOp | ast.AugAssign) -> bool:
    """True for ``10 ** digits``: an integer to integers that cannot be negative; ``x ** 2`` may be a float's."""
    if isinstance(node, ast.AugAssign) or not is_integer(node.left):
        return False
    parts = [part for part in ast.walk(node.right) if isinstance(part, ast.Constant | ast.BinOp | ast.UnaryOp)]
    return all(
        is_integer(part) if isinstance(part, ast.Constant) else isinstance(part.op, ast.Add | ast.Mult)
        for part in parts
    )


def is_integer(node: ast.expr) -> bool:
    """True for an integer written as such."""
    return isinstance(node, ast.Constant) and isinstance(node.value, int)


def rules_of_call(node: ast.Call) -> Iterator[tuple[str, str]]:
    """Rules about what is called and how; builtins count when called or handed on as ``key=hash``."""
    called = ast.unparse(node.func)
    options = {option.arg: ast.unparse(option.value) for option in node.keywords}
    for rule, names in BUILTINS.items():
        yield from ((rule, name) for name in {called, *options.values()} & names)
    if called.endswith("argsort") and options.get("kind") != "'stable'":
        yield "unstable-sort", called
    for name in ("fastmath", "parallel"):
        if options.get(name, "False") != "False":
            yield "threads", f"{called}({name}=...)"


def check_source(path: str, source: str) -> list[Finding]:
    """What breaks a rule in one source text."""
    return list(Module(path, source).findings())


def check_tree(root: Path, package: str = "sandbox", allowed: Path = ALLOWED) -> list[Finding]:
    """What breaks a rule below ``root/package`` and is not allowed, and every allowance that nothing needs."""
    exceptions = {
        (path, rule): reason
        for path, rules in tomllib.loads(allowed.read_text(encoding="utf-8")).items()
        for rule, reason in rules.items()
    }
    findings, used = [], set()
    for file in sorted((root / package).rglob("*.py")):
        path = file.relative_to(root).as_posix()
        for finding in check_source(path, file.read_text(encoding="utf-8")):
            if exceptions.get((path, finding.rule), "").strip():
                used.add((path, finding.rule))
            else:
                findings.append(finding)
    idle = [Finding(path, 0, rule, "an allowance that nothing needs") for path, rule in exceptions.keys() - used]
    return findings + sorted(idle)
