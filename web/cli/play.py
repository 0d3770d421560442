"""``bordercast play``: bots play a scenario to the last order, and the run can be kept as a file."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from sandbox.engine.run import Run
    from sandbox.kernel.log import Entry

SEATS = ("anchor", "operations", "selection", "traffic", "service")
MOST_TEAMS = 40
Bots = dict[str, str]


def _seats(bots: str, overrides: tuple[str, ...]) -> Bots:
    table = dict.fromkeys(SEATS, bots)
    for one in overrides:
        seat, _, style = one.partition("=")
        if seat not in SEATS or not style:
            raise click.UsageError(f"--seat: expected SEAT=STYLE with a seat of {', '.join(SEATS)}, got {one!r}")
        table[seat] = style
    return _seated(table)


def _seated(table: Bots) -> Bots:
    from sandbox.bots.style import STYLES

    known = (*STYLES, "autopilot")
    for style in table.values():
        if style not in known:
            raise click.UsageError(f"expected one of {', '.join(known)}, got {style!r}")
    return {seat: style for seat, style in table.items() if style != "autopilot"}


def _others(teams: int, overrides: tuple[str, ...]) -> dict[str, Bots]:
    """Bots of the teams that play otherwise than the rest."""
    found = {}
    for one in overrides:
        team, _, style = one.partition(":")
        if not (team.isdecimal() and 1 <= int(team) <= teams and style):
            raise click.UsageError(f"--team: expected TEAM:STYLE with a team of 1 to {teams}, got {one!r}")
        found[str(int(team))] = _seated(dict.fromkeys(SEATS, style))
    return found


@click.command()
@click.argument("scenario")
@click.option("--bots", default="average", show_default=True, help="weak, average, expert or autopilot, in every seat.")
@click.option("--seat", "overrides", multiple=True, metavar="SEAT=STYLE", help="Another style in one seat.")
@click.option(
    "--teams", type=click.IntRange(1, MOST_TEAMS), help="So many teams meet in one market; they are called 1, 2, 3 ..."
)
@click.option("--team", "others", multiple=True, metavar="TEAM:STYLE", help="Another style in every seat of one team.")
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
    teams: int | None,
    others: tuple[str, ...],
    secret: int,
    out: Path | None,
    events_out: Path | None,
    as_json: bool,
) -> None:
    """Let bots play SCENARIO (an id such as first-live, or a folder) to its end."""
    seats, by_team = _seats(bots, overrides), _others(teams or 0, others)
    from sandbox.bots.play import play_out
    from sandbox.kernel.codec import to_bytes

    started = time.perf_counter()
    run = play_out(_begun(scenario, secret, teams), seats, by_team)
    last = run.close()
    wall = time.perf_counter() - started
    if out:
        out.write_bytes(b"".join(line + b"\n" for line in run.log.lines(with_secret=True)))
    if events_out:
        events_out.write_bytes(b"".join(to_bytes(event) + b"\n" for event in run.events))
    summary = _summary(run, last, secret, wall)
    click.echo(json.dumps(summary) if as_json else _told(run, summary))
    if out and not as_json:
        click.echo(f"-> {out}", file=sys.stderr)


def _begun(scenario: str, secret: int, teams: int | None) -> Run:
    from sandbox.engine.practice import practice_run
    from sandbox.engine.run import start_run
    from sandbox.kernel.draws import group_secret
    from scenarios.loader import load_scenario

    found = load_scenario(scenario)
    if teams is None:
        return practice_run(found, secret)
    names = tuple(str(number) for number in range(1, teams + 1))
    name, group = f"practice-{found.id}-{secret}-of-{teams}", f"practice-{secret}"
    return start_run(found, group_secret(secret), run=name, group_id=group, revealed=True, teams=names)


def _summary(run: Run, last: Entry, secret: int, wall: float) -> dict[str, Any]:
    """Figures stand by team where teams have names."""
    is_shared = tuple(run.sides) != ("",)
    figures = {"teams": {team: run.figures(team) for team in run.sides}} if is_shared else run.figures()
    return {
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


def _told(run: Run, summary: dict[str, Any]) -> str:
    head = (
        f"{summary['scenario']}  secret {summary['secret']}  {run.now // 86400} days simulated in "
        f"{summary['wall_seconds']:.2f} s  {summary['events']} events"
    )
    currency, digest = run.scenario.shop.currency, f"digest {summary['digest']}"
    if "teams" not in summary:
        return f"{head}  {_figures(summary, currency)}\n{digest}"
    lines = [f"team {team}  {_figures(figures, currency)}" for team, figures in summary["teams"].items()]
    return "\n".join([head, *lines, digest])


def _figures(figures: dict[str, Any], currency: str) -> str:
    return (
        f"GMV {currency} {figures['gmv'] / 100:.2f}  {figures['orders']} orders  "
        f"contribution {currency} {figures['contribution'] / 100:.2f}"
    )
