"""Commands that may come with a text, and the features of it that only the server may fill in."""

from __future__ import annotations

from sandbox.kernel.errors import InvalidCommandError

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
