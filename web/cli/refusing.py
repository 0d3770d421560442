"""What commands that ask the rule tables share: today's date, and how they say that something is not known."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from sandbox.kernel.rule_lookup import UnknownRuleError


def today() -> str:
    """The day of this computer, for a question that names none."""
    return datetime.now(UTC).date().isoformat()


def refuse(error: UnknownRuleError, as_json: bool) -> NoReturn:
    """End the command with *error*: on stdout as JSON when that was asked for, else on stderr.

    Raises:
        SystemExit: always, status 2.
    """
    if as_json:
        facts = {"code": error.code, "message": error.message, "facts": error.facts}
        click.echo(json.dumps({"error": facts}, ensure_ascii=False))
    else:
        click.echo(f"error: {error.message}", err=True)
    raise SystemExit(2)
