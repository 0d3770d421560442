"""The page of the command line: the help that each command prints."""

from __future__ import annotations

from collections.abc import Iterator

import click

from docs.generator.markdown import intro, join
from web.cli.main import bordercast

WIDTH = 100


def _commands(command: click.Command, name: str, parent: click.Context | None) -> Iterator[str]:
    context = click.Context(command, info_name=name, parent=parent, terminal_width=WIDTH, max_content_width=WIDTH)
    yield join([f"## {context.command_path}", f"```text\n{command.get_help(context).rstrip()}\n```"])
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            if found is not None and not found.hidden:
                yield from _commands(found, inner, context)


def page() -> str:
    """The whole page."""
    return join([intro("cli"), *_commands(bordercast, "bordercast", None)])
