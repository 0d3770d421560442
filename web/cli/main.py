"""The ``bordercast`` command. A subcommand is loaded when it is called, so that ``--help`` answers at once."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec

import click

COMMANDS = {
    "demo": "Start the server with a class that is ready to play.",
    "serve": "Start the server.",
    "play": "Let bots play a scenario to the end.",
    "replay": "Play a run file again and compare.",
    "grade": "Grade a run file.",
    "facts": "Measure the facts the market is built on.",
    "bench": "Measure the speed of the room.",
    "scenario": "Begin or check a scenario of your own.",
    "landed-cost": "Work out duty, VAT and fees of a parcel.",
    "hs": "Find the HS code of goods.",
}


class LazyGroup(click.Group):
    """Commands by name; ``web/cli/<name>.py`` holds a click command of the same name, with - as _."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of the table."""
        return [name for name in COMMANDS if find_spec(f"web.cli.{_module(name)}")]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, loaded now."""
        if cmd_name not in self.list_commands(ctx):
            return None
        return getattr(import_module(f"web.cli.{_module(cmd_name)}"), _module(cmd_name))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name]) for name in self.list_commands(ctx)])


def _module(name: str) -> str:
    return name.replace("-", "_")


@click.group(cls=LazyGroup)
@click.version_option(package_name="bordercast", message="%(package)s %(version)s")
def bordercast() -> None:
    """Bordercast: a practice ground for cross-border live-stream e-commerce."""


def main() -> None:
    """Run the command line; what we raise on purpose becomes one line on stderr and exit status 1."""
    from sandbox.kernel.errors import SandboxError

    try:
        bordercast(prog_name="bordercast")
    except SandboxError as error:
        sys.exit(f"error: {error}")


if __name__ == "__main__":
    main()
