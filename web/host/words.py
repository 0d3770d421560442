"""Turns a command that came with a text into one that holds what the text does, and no word of it."""

from __future__ import annotations

from typing import Any

from msgspec import json, structs

from sandbox.engine.run import Run
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.messages import CommandEnvelope
from sandbox.livestream.speech import analyse
from sandbox.roles.view_types import AnchorView
from sandbox.service.judging import judge
from web.own_words import FIELDS


def with_features(run: Run, envelope: CommandEnvelope, text: str, text_hash: str) -> CommandEnvelope:
    """The same command with its text replaced by what the text does; sent again, by what it did the first time."""
    field = FIELDS[envelope.type]
    if known := run.answers.get(envelope.cmd_id):
        features = run.log.entries[known[1].entry - 1].args.get(field)
    elif envelope.type == "service.answer":
        features = _of_reply(run, envelope, text, text_hash)
    else:
        features = _of_speech(run, envelope, text, text_hash)
    return structs.replace(envelope, args={**envelope.args, field: features})


def _of_reply(run: Run, envelope: CommandEnvelope, text: str, text_hash: str) -> Any:
    """What a reply says, held against the buyer's law and what is true about the order.

    None where the desk has no such ticket: the run then refuses the command itself.
    """
    desk = (run.sides[envelope.team].domains if envelope.team in run.sides else run.domains).desk
    try:
        ticket = desk.ticket(str(envelope.args.get("ticket")))
    except IllegalCommandError:
        return None
    language = str(envelope.args.get("language"))
    return _plain(judge(text, language, ticket.country, ticket.kind, desk.facts(ticket.text), text_hash))


def _of_speech(run: Run, envelope: CommandEnvelope, text: str, text_hash: str) -> Any:
    view = run.view("anchor", envelope.team)
    assert isinstance(view, AnchorView)
    points = {point.id: point.text for point in view.points}
    return _plain(analyse(text, points, text_hash))


def _plain(features: Any) -> Any:
    """As it will stand in the log, so that a replay compares equal."""
    return json.decode(json.encode(features))
