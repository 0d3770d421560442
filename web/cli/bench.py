"""``bordercast bench``: speed, always as a ratio of two things measured side by side in one run."""

from __future__ import annotations

import json

import click


@click.command()
@click.argument("what", type=click.Choice(["room"]))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def bench(what: str, as_json: bool) -> None:
    """Measure WHAT beside a plain way of doing the same."""
    try:
        from benchmarks.room import bench_room
    except ModuleNotFoundError:
        raise click.ClickException("expected to run from a checkout: the benchmarks are not in the package") from None
    rows = bench_room()
    if as_json:
        click.echo(json.dumps(rows))
        return
    for row in rows:
        click.echo("  ".join(f"{key} {value}" for key, value in row.items()))
