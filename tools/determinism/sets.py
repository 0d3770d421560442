"""Where does a module look at the order of a set? A small inference: displays, calls, annotations, assignments."""

import ast
from collections.abc import Iterator

SET_TYPES = {"set", "frozenset", "Set", "AbstractSet", "MutableSet"}
SET_METHODS = {"union", "intersection", "difference", "symmetric_difference", "copy"}
SET_OPERATORS = (ast.BitOr, ast.BitAnd, ast.BitXor, ast.Sub)
# What comes out does not depend on the order in which these read their argument.
ORDERLESS = {"sorted", "len", "any", "all", "min", "max", "set", "frozenset", "bool"}
ORDERED_METHODS = {"join", "extend", "fromkeys", "fromiter", "array", "asarray", "from_iterable", "deque"}
ORDERED_CALLS = {"list", "tuple", "iter", "enumerate", "zip", "map", "filter", "sum", "reversed", "deque", "dict"}


def name_of(node: ast.expr) -> str:
    """Last word of a name or attribute; empty for any other expression."""
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def is_set_annotation(node: ast.expr | None) -> bool:
    """True for ``set[int]``, ``frozenset``, ``AbstractSet[str]``, also beside ``None``."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        node = ast.parse(node.value, mode="eval").body
    if isinstance(node, ast.BinOp):
        return is_set_annotation(node.left) or is_set_annotation(node.right)
    if isinstance(node, ast.Subscript):
        node = node.value
    return node is not None and name_of(node) in SET_TYPES


class SetOrder:
    """Finds reads of set order in one module. Names are taken module-wide: rather one finding too many."""

    def __init__(self, tree: ast.Module) -> None:
        self.tree = tree
        self.names: set[str] = set()
        self.makers: set[str] = set()
        for _ in range(3):  # a set may travel through a few names
            for node in ast.walk(tree):
                self._learn(node)

    def _learn(self, node: ast.AST) -> None:
        if isinstance(node, ast.FunctionDef) and is_set_annotation(node.returns):
            self.makers.add(node.name)
        elif isinstance(node, ast.arg) and is_set_annotation(node.annotation):
            self.names.add(node.arg)
        elif isinstance(node, ast.AnnAssign) and is_set_annotation(node.annotation):
            self.names.add(name_of(node.target))
        elif isinstance(node, ast.Assign) and self.is_set(node.value):
            self.names.update(filter(None, map(name_of, node.targets)))
        elif isinstance(node, ast.NamedExpr) and self.is_set(node.value):
            self.names.add(node.target.id)

    def is_set(self, node: ast.expr) -> bool:
        """True when *node* is, as far as this module shows, a set."""
        match node:
            case ast.Set() | ast.SetComp():
                return True
            case ast.Name() | ast.Attribute():
                return name_of(node) in self.names
            case ast.IfExp():
                return self.is_set(node.body) or self.is_set(node.orelse)
            case ast.BoolOp():
                return any(map(self.is_set, node.values))
            case ast.BinOp(op=operator) if isinstance(operator, SET_OPERATORS):
                return any(self.is_set(side) or is_keys_call(side) for side in (node.left, node.right))
            case ast.Call(func=ast.Attribute(value=base, attr=attr)) if attr in SET_METHODS:
                return self.is_set(base)
            case ast.Call():
                return name_of(node.func) in {"set", "frozenset"} | self.makers
        return False

    def reads(self) -> Iterator[ast.AST]:
        """Every node that reads a set in its order."""
        harmless = {id(part) for node in ast.walk(self.tree) for part in orderless_loops(node)}
        for node in ast.walk(self.tree):
            if id(node) not in harmless and any(map(self.is_set, ordered_inputs(node))):
                yield node


def is_keys_call(node: ast.expr) -> bool:
    """True for ``something.keys()``, which set operators turn into a set."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("keys", "items")


def orderless_loops(node: ast.AST) -> list[ast.comprehension]:
    """Loops whose result forgets their order: set comprehensions, and generators handed to ``sorted`` and its like."""
    if isinstance(node, ast.SetComp):
        return node.generators
    if isinstance(node, ast.Call) and name_of(node.func) in ORDERLESS and not node.keywords:
        return [loop for part in node.args if isinstance(part, ast.GeneratorExp) for loop in part.generators]
    if isinstance(node, ast.Call) and name_of(node.func) == "sorted":
        return [loop for part in node.args if isinstance(part, ast.GeneratorExp) for loop in part.generators]
    return []


def ordered_inputs(node: ast.AST) -> list[ast.expr]:
    """The expressions that *node* reads element by element, in order."""
    match node:
        case ast.For() | ast.comprehension():
            return [node.iter]
        case ast.Starred() | ast.YieldFrom():
            return [node.value]
        case ast.Assign(targets=[ast.Tuple() | ast.List()]):
            return [node.value]
        case ast.Call(func=ast.Name(id=name)) if name in ORDERED_CALLS:
            return node.args
        case ast.Call(func=ast.Attribute(value=base, attr="pop"), args=[]):
            return [base]
        case ast.Call(func=ast.Attribute(attr=attr)) if attr in ORDERED_METHODS:
            return node.args
        case ast.Call(func=ast.Name(id=("min" | "max")), keywords=[_, *_]):
            return node.args
    return []
