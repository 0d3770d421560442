"""Finding the one row that answers a question, or saying what is known instead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from sandbox.kernel.errors import SandboxError
from sandbox.kernel.rule_rows import Dated, iso

D = TypeVar("D", bound=Dated)
_LISTED = 12


class UnknownRuleError(SandboxError):
    """The tables have no answer; the message says what they do know.

    Args:
        code: stable name, such as ``hs_unknown`` or ``no_regime``.
        message: expected X, got Y.
        facts: the pieces of the message.
    """

    def __init__(self, code: str, message: str, **facts: Any) -> None:
        # Both, for SimPy and pickle make an error anew from its args.
        super().__init__(code, message)
        self.code = code
        self.message = message
        self.facts = facts

    def __str__(self) -> str:
        return self.message


def in_force(rows: Iterable[D], on: int, code: str, what: str, known: Sequence[str]) -> tuple[D, ...]:
    """The rows that hold on day *on*, in their order.

    Raises:
        UnknownRuleError: *code*, when there is none; *what* was asked for and what is *known*.
    """
    found = tuple(row for row in rows if row.holds(on))
    if not found:
        knowledge = ", ".join(known[:_LISTED]) or "nothing"
        raise UnknownRuleError(code, f"expected {what} on {iso(on)}, got none; known: {knowledge}", known=list(known))
    return found


def first_in_force(rows: Iterable[D], on: int, code: str, what: str, known: Sequence[str]) -> D:
    """The first of :func:`in_force`."""
    return in_force(rows, on, code, what, known)[0]


def spans(rows: Iterable[Dated]) -> list[str]:
    """The periods the rows cover, as ``2025-08-29..2026-02-23``."""
    ends = {(row.effective_from, row.effective_to) for row in rows}
    ordered = sorted(ends, key=lambda span: (span[0], span[1] is None, span[1] or 0))
    return [f"{iso(start)}..{'' if end is None else iso(end)}" for start, end in ordered]


def within(value: int, low: int, high: int | None) -> bool:
    """Whether *value* lies in the band, both ends included; no *high* means no upper end."""
    return low <= value and (high is None or value <= high)
