"""Where a phone in the room finds this server, as text and as a QR code."""

from __future__ import annotations

import io
import socket
from functools import cache

import segno

from web.config import Config

_ELSEWHERE = ("192.0.2.1", 9)
"""An address of the documentation range: asked for the way there, nothing is ever sent."""


def local_addresses() -> list[str]:
    """IPv4 address of this machine on the network it would leave by; empty without a network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_ELSEWHERE)
        except OSError:
            return []
        address = probe.getsockname()[0]
    return [] if address.startswith("127.") else [address]


def base_urls(config: Config) -> list[str]:
    """Addresses of this server to give to people, the best first."""
    if config.public_url:
        return [config.public_url.rstrip("/")]
    hosts = local_addresses() if config.host in ("0.0.0.0", "::") else [config.host]
    return [f"http://{host}:{config.port}" for host in hosts or ["127.0.0.1"]]


@cache
def qr_svg(url: str) -> str:
    """A QR code as an inline SVG element."""
    out = io.BytesIO()
    segno.make(url, error="m").save(out, kind="svg", xmldecl=False, svgns=True, omitsize=True, border=2)
    return out.getvalue().decode()


def qr_text(url: str) -> str:
    """A QR code for a terminal."""
    out = io.StringIO()
    segno.make(url, error="m").terminal(out, compact=True)
    return out.getvalue()
