"""``bordercast scenario``: begin a scenario of your own, and check it."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.group()
def scenario() -> None:
    """Write and check scenarios."""


@scenario.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def list_all(as_json: bool) -> None:
    """The scenarios that came with the product."""
    from sandbox.kernel.codec import to_plain
    from scenarios.index import list_scenarios

    lines = list_scenarios()
    if as_json:
        click.echo(json.dumps([to_plain(line) for line in lines], ensure_ascii=False))
        return
    for line in lines:
        click.echo(f"{line.id}@{line.version}  {line.minutes} min  {line.title.en} · {line.title.zh}")


@scenario.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--like", default="first-live", show_default=True, help="Scenario to begin from.")
def new(folder: Path, like: str) -> None:
    """Make FOLDER with a whole, working scenario to change."""
    from scenarios.starter import write_starter

    try:
        written = write_starter(folder, like)
    except FileExistsError:
        raise click.ClickException(f"expected a new folder, got {folder}, which exists") from None
    click.echo(f"-> {written}\nnext: edit it, then: bordercast scenario check {folder}")


@scenario.command()
@click.argument("folder")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def check(folder: str, as_json: bool) -> None:
    """Read the scenario in FOLDER as strictly as a run does. Exit 1 when something is wrong."""
    from sandbox.kernel.errors import ScenarioError
    from scenarios.index import minutes_of
    from scenarios.loader import load_scenario

    try:
        found = load_scenario(folder)
    except ScenarioError as error:
        click.echo(json.dumps({"ok": False, "message": str(error)}) if as_json else f"error: {error}", err=not as_json)
        raise SystemExit(1) from None
    summary = {
        "ok": True,
        "id": found.id,
        "version": found.version,
        "hash": found.content_hash,
        "products": len(found.products),
        "countries": list(found.audience.countries),
        "minutes": minutes_of(found),
    }
    click.echo(
        json.dumps(summary)
        if as_json
        else f"ok: {found.id}@{found.version}, {len(found.products)} products, {summary['minutes']} minutes, "
        f"fingerprint {found.content_hash[:16]}"
    )
