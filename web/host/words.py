"""Turns a command that came with a text into one that holds what the text does, and no word of it."""

from __future__ import annotations

from msgspec import json, structs

from sandbox.engine.run import Run
from sandbox.kernel.messages import CommandEnvelope
from sandbox.livestream.speech import analyse, analyse_reply
from sandbox.roles.view_types import AnchorView
from web.own_words import FIELDS


def with_features(run: Run, envelope: CommandEnvelope, text: str, text_hash: str) -> CommandEnvelope:
    """The same command with its text replaced by what the text does; sent again, by what it did the first time."""
    field = FIELDS[envelope.type]
    if known := run.answers.get(envelope.cmd_id):
        before = run.log.entries[known[1].entry - 1].args.get(field)
        return structs.replace(envelope, args={**envelope.args, field: before})
    if envelope.type == "service.answer":
        features = analyse_reply(text, text_hash)
    else:
        view = run.view("anchor", envelope.team)
        assert isinstance(view, AnchorView)
        points = {point.id: point.text for point in view.points}
        features = json.decode(json.encode(analyse(text, points, text_hash)))
    return structs.replace(envelope, args={**envelope.args, field: features})
