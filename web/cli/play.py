"""``bordercast play``: bots play a scenario to the last order, and the run can be kept as a file."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import click

SEATS = ("anchor", "operations", "selection", "traffic", "service")


def _seats(bots: str, overrides: tuple[str, ...]) -> dict[str, str]:
    from sandbox.bots.style import STYLES

    known = (*STYLES, "autopilot")
    table = dict.fromkeys(SEATS, bots)
    for one in overrides:
        seat, _, style = one.partition("=")
        if seat not in SEATS or not style:
            raise click.UsageError(f"--seat: expected SEAT=STYLE with a seat of {', '.join(SEATS)}, got {one!r}")
        table[seat] = style
    for style in table.values():
        if style not in known:
            raise click.UsageError(f"expected one of {', '.join(known)}, got {style!r}")
    return {seat: style for seat, style in table.items() if style != "autopilot"}


@click.command()
@click.argument("scenario")
@click.option("--bots", default="average", show_default=True, help="weak, average, expert or autopilot, in every seat.")
@click.option("--seat", "overrides", multiple=True, metavar="SEAT=STYLE", help="Another style in one seat.")
@click.option("--secret", default=1, show_default=True, type=click.IntRange(0), help="Practice secret: any number.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write the run file here.")
@click.option(
    "--events",
    "events_out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write every event here, one a line.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def play(
    scenario: str,
    bots: str,
    overrides: tuple[str, ...],
    secret: int,
    out: Path | None,
    events_out: Path | None,
    as_json: bool,
) -> None:
    """Let bots play SCENARIO (an id such as first-live, or a folder) to its end."""
    seats = _seats(bots, overrides)
    from sandbox.bots.play import play_out
    from sandbox.engine.practice import practice_run
    from sandbox.kernel.codec import to_bytes
    from scenarios.loader import load_scenario

    started = time.perf_counter()
    run = play_out(practice_run(load_scenario(scenario), secret), seats)
    last = run.close()
    wall = time.perf_counter() - started
    if out:
        out.write_bytes(b"".join(line + b"\n" for line in run.log.lines(with_secret=True)))
    if events_out:
        events_out.write_bytes(b"".join(to_bytes(event) + b"\n" for event in run.events))
    figures = run.figures()
    summary = {
        "scenario": run.log.header.scenario,
        "secret": secret,
        "digest": last.state,
        "event_digest": last.digest,
        "events": last.events,
        "entries": last.n,
        "sim_seconds": run.now,
        "wall_seconds": round(wall, 3),
        **figures,
    }
    if as_json:
        click.echo(json.dumps(summary))
        return
    currency = run.scenario.shop.currency
    click.echo(
        f"{summary['scenario']}  secret {secret}  {run.now // 86400} days simulated in {wall:.2f} s  "
        f"{last.events} events  GMV {currency} {figures['gmv'] / 100:.2f}  {figures['orders']} orders  "
        f"contribution {currency} {figures['contribution'] / 100:.2f}\ndigest {last.state}"
    )
    if out:
        click.echo(f"-> {out}", file=sys.stderr)
