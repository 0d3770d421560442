"""What ``demo`` and ``serve`` do first."""

from __future__ import annotations

import logging
from pathlib import Path

import click
from flask import Flask

from web.app import create_app
from web.config import Config
from web.serving import free_port


def running(host: str, port: int, data: Path, database_url: str, public_url: str) -> tuple[Flask, Config]:
    """A server that is up but does not answer yet, and how it is set up."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s")
    chosen = free_port(host, port)
    if chosen != port:
        click.echo(f"Port {port} is in use; taking {chosen}.", err=True)
    config = Config(
        data=data.expanduser().resolve(), database_url=database_url, host=host, port=chosen, public_url=public_url
    )
    return create_app(config), config
