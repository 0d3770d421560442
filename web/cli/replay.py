"""``bordercast replay``: anyone plays a run file again and gets the same events, or learns where it differs."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sandbox.kernel.scenario import Scenario


@click.command()
@click.argument("run_file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--scenario", help="Scenario folder, when it did not come with this product.")
@click.option("--secret", "secret_hex", help="The secret in hexadecimal, when the file does not hold it.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def replay(run_file: Path, scenario: str | None, secret_hex: str | None, as_json: bool) -> None:
    """Replay RUN_FILE and compare every result with what it records. Exit 1 at the first entry that differs."""
    from sandbox.engine.runfile import open_run_file
    from sandbox.kernel.errors import LogError, ScenarioError

    started = time.perf_counter()
    try:
        run = open_run_file(run_file.read_bytes().splitlines(), _loader(scenario), secret_hex or "")
    except LogError as error:
        _say(as_json, {"same": False, "entry": error.entry, "message": str(error)}, f"error: {error}")
        raise SystemExit(1) from None
    except ScenarioError as error:
        _say(as_json, {"same": False, "entry": 0, "message": str(error)}, f"error: {error}")
        raise SystemExit(1) from None
    wall = time.perf_counter() - started
    result = {
        "same": True,
        "scenario": run.log.header.scenario,
        "digest": run.state_digest(),
        "events": len(run.events),
        "entries": len(run.log.entries),
        "sim_seconds": run.now,
        "wall_seconds": round(wall, 3),
    }
    _say(as_json, result, f"same: {result['entries']} entries, {result['events']} events, digest {result['digest']}")


def _loader(folder: str | None) -> Callable[[str], Scenario]:
    from scenarios.loader import load_scenario

    return lambda name: load_scenario(folder or name)


def _say(as_json: bool, data: dict[str, object], text: str) -> None:
    click.echo(json.dumps(data) if as_json else text, err=not as_json and not data["same"])
