"""The evidence language: arithmetic and comparison over declared names, and nothing else.

A framework is written by schools and firms, so its formulas are data that may be hostile. They are parsed with
Python's own grammar and then walked against a short list of node types: numbers, 'strings', names, ``+ - * /``,
``and or not``, comparisons, and ``abs min max log sqrt``. There is no attribute, subscript, comprehension, lambda,
power or call of anything else to refuse at run time, because none of them can be built.

What has no value (a missing field, a division by zero, the logarithm of zero) raises :class:`NoValueError`, which
callers turn into "no observation": never into a zero.
"""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from grading.errors import ExpressionError
from sandbox.kernel.detmath import det_log

Value = int | float | str | None
Values = Mapping[str, Value]
Evaluate = Callable[[Values], Any]

MAX_LENGTH = 300
_ARITHMETIC: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_COMPARISON: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
_FUNCTIONS: dict[str, tuple[Callable[..., Any], int, int]] = {
    "abs": (abs, 1, 1),
    "min": (min, 2, 8),
    "max": (max, 2, 8),
    "log": (lambda x: det_log(float(x)) if x > 0 else _nothing("the logarithm of a number not above zero"), 1, 1),
    "sqrt": (lambda x: math.sqrt(x) if x >= 0 else _nothing("the root of a number below zero"), 1, 1),
}


class NoValueError(Exception):
    """The expression has no value here; the text says why."""


@dataclass(frozen=True, slots=True)
class Expression:
    """One parsed formula. Call it with values for its names."""

    text: str
    names: tuple[str, ...]
    """Names it reads, each once, in order of appearance."""
    _evaluate: Evaluate = field(repr=False, compare=False)

    def __call__(self, values: Values) -> Any:
        """The value for these *values*.

        Raises:
            NoValueError: a name is None, a divisor is zero, kinds do not fit, or the result is not finite.
        """
        try:
            result = self._evaluate(values)
        except ZeroDivisionError:
            raise NoValueError("division by zero") from None
        except (TypeError, OverflowError):
            raise NoValueError(f"{self.text} cannot be reckoned with these values") from None
        if isinstance(result, float) and not math.isfinite(result):
            raise NoValueError(f"{self.text} is not a finite number")
        return result

    def holds(self, values: Values) -> bool:
        """Whether the formula is true; what has no value is not true."""
        try:
            return bool(self(values))
        except NoValueError:
            return False


def compile_expression(text: str, known: Collection[str]) -> Expression:
    """Parse *text*, which may read the names in *known* and no other.

    Raises:
        ExpressionError: ``too_long``, ``bad_syntax``, ``not_allowed``, ``unknown_name`` or ``wrong_arguments``.
    """
    if len(text) > MAX_LENGTH:
        raise ExpressionError("too_long", f"expected at most {MAX_LENGTH} characters, got {len(text)}")
    try:
        tree = ast.parse(text.strip(), mode="eval")
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise ExpressionError("bad_syntax", f"expected an expression, got {text!r}") from None
    builder = _Builder(known)
    evaluate = builder.build(tree.body)
    return Expression(text.strip(), tuple(builder.names), evaluate)


class _Builder:
    """Turns allowed nodes into closures and refuses the others."""

    def __init__(self, known: Collection[str]) -> None:
        self.known = known
        self.names: dict[str, None] = {}

    def build(self, node: ast.expr) -> Evaluate:
        match node:
            case ast.Constant(value=value):
                return self._constant(value)
            case ast.Name(id=name):
                return self._name(name)
            case ast.UnaryOp(op=sign, operand=operand):
                return self._unary(sign, self.build(operand))
            case ast.BinOp(left=left, op=sign, right=right) if type(sign) in _ARITHMETIC:
                return _binary(_ARITHMETIC[type(sign)], self.build(left), self.build(right))
            case ast.BoolOp(op=sign, values=parts):
                return _logic(any if isinstance(sign, ast.Or) else all, [self.build(part) for part in parts])
            case ast.Compare(left=left, ops=signs, comparators=rights):
                return self._compare(left, signs, rights)
            case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]):
                return self._call(name, arguments)
        shown = ast.unparse(node)
        raise ExpressionError("not_allowed", f"expected only arithmetic, comparisons and names, got {shown!r}")

    def _constant(self, value: object) -> Evaluate:
        if isinstance(value, str) or (type(value) in (int, float) and math.isfinite(value)):  # type: ignore[arg-type]
            return lambda values: value
        raise ExpressionError("not_allowed", f"expected a number or a 'string', got {value!r}")

    def _name(self, name: str) -> Evaluate:
        if name not in self.known:
            raise ExpressionError("unknown_name", f"expected one of {', '.join(sorted(self.known))}, got {name!r}")
        self.names[name] = None

        def read(values: Values) -> Value:
            value = values.get(name)
            return _nothing(f"{name} is not known") if value is None else value

        return read

    def _unary(self, sign: ast.unaryop, operand: Evaluate) -> Evaluate:
        if isinstance(sign, ast.Not):
            return lambda values: not operand(values)
        if isinstance(sign, ast.USub):
            return lambda values: -operand(values)
        raise ExpressionError("not_allowed", f"expected 'not' or '-', got {type(sign).__name__}")

    def _compare(self, left: ast.expr, signs: list[ast.cmpop], rights: list[ast.expr]) -> Evaluate:
        refused = [type(sign).__name__ for sign in signs if type(sign) not in _COMPARISON]
        if refused:
            raise ExpressionError("not_allowed", f"expected < <= > >= == or !=, got {refused[0]}")
        sides = [self.build(side) for side in (left, *rights)]
        links = [
            _binary(_COMPARISON[type(sign)], first, second)
            for sign, first, second in zip(signs, sides, sides[1:], strict=False)
        ]
        return _logic(all, links)

    def _call(self, name: str, arguments: list[ast.expr]) -> Evaluate:
        if name not in _FUNCTIONS:
            raise ExpressionError("not_allowed", f"expected one of {', '.join(_FUNCTIONS)}, got {name!r}")
        function, least, most = _FUNCTIONS[name]
        if not least <= len(arguments) <= most:
            wanted = str(least) if least == most else f"{least} to {most}"
            raise ExpressionError("wrong_arguments", f"{name}: expected {wanted} arguments, got {len(arguments)}")
        parts = [self.build(argument) for argument in arguments]
        return lambda values: function(*(part(values) for part in parts))


def _binary(function: Callable[[Any, Any], Any], left: Evaluate, right: Evaluate) -> Evaluate:
    return lambda values: function(left(values), right(values))


def _logic(function: Callable[[Any], bool], parts: list[Evaluate]) -> Evaluate:
    return lambda values: function(part(values) for part in parts)


def _nothing(why: str) -> Any:
    raise NoValueError(why)
