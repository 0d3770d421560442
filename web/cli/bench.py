"""``bordercast bench``: speed, always as a ratio of two things measured side by side in one run."""

from __future__ import annotations

import json
from importlib import import_module

import click

BENCHES = {
    "room": ("benchmarks.room", "bench_room"),
    "chain": ("benchmarks.chain", "bench_chain"),
}
"""What can be measured, and where: outside the package, in a checkout."""


@click.command()
@click.argument("what", type=click.Choice(list(BENCHES)))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def bench(what: str, as_json: bool) -> None:
    """Measure WHAT beside a plain way of doing the same."""
    module, function = BENCHES[what]
    try:
        measure = getattr(import_module(module), function)
    except ModuleNotFoundError:
        raise click.ClickException("expected to run from a checkout: the benchmarks are not in the package") from None
    rows = measure()
    if as_json:
        click.echo(json.dumps(rows))
        return
    for row in rows:
        click.echo("  ".join(f"{key} {value}" for key, value in row.items()))
