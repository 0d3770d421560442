"""``bordercast serve``: the server without a demo class."""

from __future__ import annotations

from pathlib import Path

import click

from web.cli.options import server_options


@click.command()
@server_options
def serve(host: str, port: int, data: Path, database_url: str, public_url: str) -> None:
    """Start the server. A server that knows nobody prints a link for its first teacher."""
    from web.cli.start import running
    from web.opening import first_teacher_url
    from web.serving import serve as answer

    app, config = running(host, port, data, database_url, public_url)
    if url := first_teacher_url(app):
        click.echo(f"First teacher:  {url}", err=True)
    click.echo(f"Serving on      {config.public_url or f'http://{config.host}:{config.port}'}", err=True)
    answer(app, config.host, config.port)
