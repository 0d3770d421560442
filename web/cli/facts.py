"""``bordercast facts``: measure what the model must reproduce, beside the ranges it must keep."""

from __future__ import annotations

import json

import click


def _ids(text: str | None) -> list[int] | None:
    if text is None:
        return None
    wanted: list[int] = []
    for part in text.split(","):
        low, _, high = part.partition("-")
        try:
            wanted.extend(range(int(low), int(high or low) + 1))
        except ValueError:
            raise click.UsageError(f"--only: expected numbers such as 1-8 or 2,5, got {text!r}") from None
    return wanted


@click.command()
@click.option("--only", help="Facts to measure, such as 1-8 or 2,5.")
@click.option("--secrets", default=50, show_default=True, type=click.IntRange(2, 1000), help="Runs for each figure.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
def facts(only: str | None, secrets: int, as_json: bool) -> None:
    """Measure the stylised facts of room, market, chain and desk. Exit 1 when one is out of its range."""
    wanted = _ids(only)
    from datetime import date

    from sandbox.kernel.codec import to_plain
    from sandbox.proving.cases import Cases
    from sandbox.proving.facts import FACTS, measure_facts
    from scenarios.loader import load_scenario
    from scenarios.rules.tables import load_rules

    cases = Cases(load_scenario, lambda day: load_rules(date.fromisoformat(day)))

    if any(number not in FACTS for number in wanted or ()):
        raise click.UsageError(f"--only: expected facts of {min(FACTS)}-{max(FACTS)}, got {only!r}")
    rows = [to_plain(row) for row in measure_facts(cases, only=wanted, secrets=secrets)]
    if as_json:
        click.echo(json.dumps(rows))
    else:
        for row in rows:
            limits = " .. ".join("" if row[side] is None else f"{row[side]:g}" for side in ("low", "high"))
            click.echo(
                f"{'ok ' if row['ok'] else 'OUT'} {row['id']:>4}  {row['name']:<44} {row['measured']:>9.4g}  [{limits}]"
            )
    if not all(row["ok"] for row in rows):
        raise SystemExit(1)
