"""Strict JSON in, canonical JSON out.

Canonical means: keys sorted, no spaces, UTF-8 as it is. The digest chain is taken over these bytes, so they may never
depend on the order in which a dictionary was filled.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, TypeVar

import msgspec

from sandbox.kernel.errors import InvalidCommandError

T = TypeVar("T")
_ENCODER = msgspec.json.Encoder(order="sorted")
MAX_DEPTH = 32


def to_bytes(value: Any) -> bytes:
    """Canonical JSON of a message, an envelope or plain data."""
    return _ENCODER.encode(value)


def to_lines(values: Sequence[Any]) -> bytes:
    """Canonical JSON of several messages, one a line, each line ended."""
    return _ENCODER.encode_lines(values)


def to_plain(value: Any) -> Any:
    """Dicts, lists, strings and integers only, as JSON would hold them."""
    return msgspec.to_builtins(value)


def from_plain(data: Any, kind: type[T], what: str) -> T:
    """Read plain data as a message, field by field.

    Args:
        data: what JSON gave.
        kind: the message class.
        what: what the reader would call it, for the error: ``"livestream.pin_product"``.

    Raises:
        InvalidCommandError: ``bad_shape``, naming the field, what was expected and what came.
    """
    try:
        return msgspec.convert(data, kind, strict=True)
    except msgspec.ValidationError as error:
        reason = str(error)
        raise InvalidCommandError("bad_shape", f"{what}: {reason[:1].lower()}{reason[1:]}", reason=reason) from None


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key, value in pairs:
        if key in result:
            raise ValueError(f"key {key!r} stands twice")
        result[key] = value
    return result


def _no_constant(text: str) -> Any:
    raise ValueError(f"{text} is not JSON")


def _check(value: Any, depth: int) -> None:
    if depth > MAX_DEPTH:
        raise ValueError(f"expected at most {MAX_DEPTH} levels")
    if isinstance(value, float):
        raise ValueError(f"expected integers only, got {value!r}")
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > 2**53:
        raise ValueError(f"expected integers within 2**53, got {value}")
    if isinstance(value, dict):
        for inner in value.values():
            _check(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            _check(inner, depth + 1)


def check_plain(data: Any, what: str) -> None:
    """Refuse what strict JSON of ours never holds: floats (so NaN too), huge integers, deep nesting.

    Raises:
        InvalidCommandError: ``bad_json``.
    """
    try:
        _check(data, 0)
    except ValueError as error:
        raise InvalidCommandError("bad_json", f"{what}: {error}", reason=str(error)) from None


def parse_json(text: str | bytes, what: str) -> Any:
    """Strict JSON: no NaN, no floats, no duplicate keys, no depth beyond 32.

    Raises:
        InvalidCommandError: ``bad_json``.
    """
    try:
        data = json.loads(text, object_pairs_hook=_no_duplicates, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise InvalidCommandError("bad_json", f"{what}: {error}", reason=str(error)) from None
    check_plain(data, what)
    return data
