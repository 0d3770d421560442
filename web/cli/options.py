"""Options that ``demo`` and ``serve`` share."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

PORT = 8321


def data_folder() -> Path:
    """Where this person's data go if nothing else is said."""
    home = os.environ.get("XDG_DATA_HOME") or os.path.join(os.path.expanduser("~"), ".local", "share")
    return Path(home) / "bordercast"


def server_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Where to listen and where to keep things."""
    options = [
        click.option("--host", default="0.0.0.0", show_default=True, help="Address to listen on."),
        click.option("--port", default=PORT, show_default=True, help="Port; the next free one if it is taken."),
        click.option(
            "--data", type=click.Path(file_okay=False, path_type=Path), default=data_folder, help="Data folder."
        ),
        click.option("--database-url", default="", help="Database, if not a SQLite file in the data folder."),
        click.option("--public-url", default="", help="Address people type, if this server stands behind another."),
    ]
    for option in reversed(options):
        command = option(command)
    return command
