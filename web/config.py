"""How this server is set up."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct


class Config(Struct, frozen=True, kw_only=True):
    """Settings of one server."""

    data: Path
    """Folder of the database and the server's key."""
    database_url: str = ""
    """SQLAlchemy address; a SQLite file in the data folder if empty."""
    host: str = "127.0.0.1"
    port: int = 8321
    public_url: str = ""
    """Address people type, when it is not this machine's own (behind a proxy)."""

    @property
    def url(self) -> str:
        """Address of the database."""
        return self.database_url or f"sqlite:///{self.data / 'bordercast.db'}"

    @property
    def is_https(self) -> bool:
        """True when browsers reach this server over TLS."""
        return self.public_url.startswith("https://")
