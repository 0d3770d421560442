"""What can go wrong in grading, as one branch of the product's error tree.

* SandboxError
  * GradingError
    + ExpressionError    an expression of a framework is refused
    + FrameworkError     a framework file is wrong: file, line, key, what was expected
    + EvidenceError      the events of a run are not what a graded run holds
"""

from __future__ import annotations

from sandbox.kernel.errors import SandboxError


class GradingError(SandboxError):
    """Everything grading raises on purpose.

    Args:
        code: stable, tested name of the rule, such as ``unknown_name``.
        message: one English sentence: expected X, got Y, where.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class ExpressionError(GradingError):
    """An expression is outside the evidence language, or names something that is not there."""


class FrameworkError(GradingError):
    """A framework file is wrong. The message starts with ``file:line: key:``."""


class EvidenceError(GradingError):
    """The events handed in cannot be those of one run."""
