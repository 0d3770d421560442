"""Who did what to whom, by random ids: sign-ins, links, seats, erasures, refusals of access."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, insert, select

from web.store.clock import now
from web.store.tables import audit


def note(connection: Connection, who: str, what: str, target: str = "", **detail: Any) -> None:
    """Add a line. No names, no texts, no tokens: ids and codes only."""
    line = json.dumps(detail, sort_keys=True)
    connection.execute(insert(audit).values(at=now(), who=who, what=what, target=target, detail=line))


def lines(connection: Connection, what: str) -> list[tuple[str, str]]:
    """(who, target) of every line of a kind, oldest first."""
    rows = connection.execute(select(audit.c.who, audit.c.target).where(audit.c.what == what).order_by(audit.c.id))
    return [(row.who, row.target) for row in rows]
