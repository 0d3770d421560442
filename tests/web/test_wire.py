"""The console's types are the server's types."""

import pytest
from msgspec import Struct

from sandbox.market.commands import SetPrice
from web import wire
from web.socket_shapes import FeedPart


def test_the_console_has_the_types_of_this_server():
    assert wire.TARGET.read_text(encoding="utf-8") == wire.generate(), "run `python -m web.wire`"


def test_a_field_says_what_it_may_be():
    assert "  /** (1 to 10000000000) */\n  price: number" in "\n".join(wire.interface(SetPrice))


def test_a_field_goes_by_its_name_on_the_wire():
    assert "  from: number" in "\n".join(wire.interface(FeedPart))


def test_a_type_that_no_message_uses_yet_is_named():
    class Odd(Struct):
        raw: bytes

    with pytest.raises(TypeError, match="BytesType"):
        list(wire.interface(Odd))
