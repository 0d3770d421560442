"""``bordercast bench``: speed, always as a ratio of two things measured side by side in one run."""

from __future__ import annotations

import json
from importlib import import_module

import click

BENCHES = {"room": "bench_room", "market": "bench_market", "chain": "bench_chain", "season": "bench_season"}
"""Module of ``benchmarks`` and its function; each gives rows of plain values."""


@click.command()
@click.argument("what", type=click.Choice(list(BENCHES)))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def bench(what: str, as_json: bool) -> None:
    """Measure WHAT beside a plain way of doing the same."""
    try:
        module = import_module(f"benchmarks.{what}")
    except ModuleNotFoundError:
        raise click.ClickException("expected to run from a checkout: the benchmarks are not in the package") from None
    rows = getattr(module, BENCHES[what])()
    if as_json:
        click.echo(json.dumps(rows))
        return
    for row in rows:
        click.echo("  ".join(f"{key} {value}" for key, value in row.items()))
