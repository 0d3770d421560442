"""Acting: one command of one seat, from the window to the disk and back."""

from __future__ import annotations

import hashlib

from msgspec import Struct
from sqlalchemy import Connection

from sandbox.kernel.messages import CommandEnvelope, Seat
from web.access import may_play
from web.bodies import CommandBody
from web.courier import Text
from web.errors import RequestError
from web.own_words import check_own_words
from web.server import Server
from web.socket_shapes import CommandAck, Refusal
from web.store import classes, people, sessions
from web.store.classes import Team
from web.store.texts import text_hash
from web.viewers import Viewer

MAX_ID = 64
"""Longest id a command may have (:data:`sandbox.kernel.messages.CommandId`)."""


class _Sender(Struct):
    person: str
    team: Team
    class_state: str
    key: bytes | None


def command(server: Server, viewer: Viewer, body: CommandBody) -> CommandAck | Refusal:
    """Decide one command; returns when its log entry is on disk, accepted or refused.

    Raises:
        RequestError: it never reached the run.
    """
    server.seat_buckets.take(f"{body.run}/{body.seat}")
    check_own_words(body.type, body.args, body.text)
    sender = server.store.read(_sender, server.store.key, viewer, body)
    if not server.leases.ask((body.run, body.seat), viewer.tab):
        raise RequestError("read_only", "expected the window that acts in this seat; use_here takes it over", 409)
    if sender.class_state != "running":
        raise RequestError("class_not_running", f"expected a running class, got one that is {sender.class_state}", 409,
                           state=sender.class_state)  # fmt: skip
    told = server.live.submit(sender.team, _envelope(body, sender), _text(body, sender))
    answer = told.answer
    if not answer.ok:
        return Refusal(False, answer.code, answer.message, dict(answer.facts), body.cmd_id)
    return CommandAck(True, body.cmd_id, answer.entry, answer.seq, told.head[:8])


def _sender(connection: Connection, server_key: bytes, viewer: Viewer, body: CommandBody) -> _Sender:
    session = sessions.find(connection, viewer.ref)
    person = session.person if session else None
    if person is None or not may_play(connection, body.run, body.seat, person):
        raise RequestError("not_your_seat", "expected a seat you hold", 403)
    team = classes.team_of_run(connection, body.run)
    classroom = classes.find(connection, team.class_id) if team else None
    if team is None or classroom is None:
        raise RequestError("not_your_seat", "expected a seat you hold", 403)
    key = people.key_of(connection, server_key, person) if body.text else None
    return _Sender(person, team, classroom.state, key)


def _own_id(cmd_id: str, side: str) -> str:
    """The id under which a command stands in the log: in a shared one no team can use up the ids of another."""
    if not side:
        return cmd_id
    marked = f"{side}-{cmd_id}"
    if len(marked) <= MAX_ID:
        return marked
    return f"{side}-{hashlib.sha256(cmd_id.encode()).hexdigest()}"[:MAX_ID]


def _envelope(body: CommandBody, sender: _Sender) -> CommandEnvelope:
    return CommandEnvelope(
        cmd_id=_own_id(body.cmd_id, sender.team.side),
        seat=Seat(body.seat),
        type=body.type,
        args=body.args,
        subject=sender.person,
        based_on=body.based_on,
    )


def _text(body: CommandBody, sender: _Sender) -> Text | None:
    if body.text is None or sender.key is None:
        return None
    return Text(sender.person, sender.key, body.text, text_hash(sender.key, body.text))
