"""Turns a command that came with a text into one that holds what the text does, and no word of it."""

from __future__ import annotations

from msgspec import structs

from sandbox.engine.run import Run
from sandbox.kernel.errors import InvalidCommandError
from sandbox.kernel.messages import CommandEnvelope
from sandbox.roles.view_types import AnchorView
from web.host.analyser import reply, speech

FIELDS = {"livestream.say": "utterance", "livestream.reply_comment": "utterance", "service.answer": "reply"}
"""Commands that may come with a text, and the field that the server fills in."""


def check_own_words(command_type: str, args: dict[str, object], text: str | None) -> None:
    """Refuse a text where none belongs, and features that the sender made up.

    Raises:
        InvalidCommandError: ``no_text_here`` or ``made_up_features``.
    """
    field = FIELDS.get(command_type)
    if field is None and text is not None:
        raise InvalidCommandError("no_text_here", f"{command_type}: expected no text, got one")
    if field and args.get(field) is not None:
        raise InvalidCommandError("made_up_features", f"{command_type}: expected the text itself, got {field}")


def with_features(run: Run, envelope: CommandEnvelope, text: str, text_hash: str) -> CommandEnvelope:
    """The same command with its text replaced by what the text does; sent again, by what it did the first time."""
    field = FIELDS[envelope.type]
    if known := run.answers.get(envelope.cmd_id):
        before = run.log.entries[known[1].entry - 1].args.get(field)
        return structs.replace(envelope, args={**envelope.args, field: before})
    if envelope.type == "service.answer":
        features = reply(text, text_hash)
    else:
        view = run.view("anchor")
        assert isinstance(view, AnchorView)
        open_kinds = [comment.kind for comment in view.comments if comment.state == "open"]
        features = speech(text, text_hash, [(point.id, point.text) for point in view.points], open_kinds)
    return structs.replace(envelope, args={**envelope.args, field: features})
