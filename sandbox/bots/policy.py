"""What a bot is: a policy that plays one seat, from that seat's view alone, through the same commands as a person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from msgspec import Struct

from sandbox.kernel.draws import Stream
from sandbox.kernel.messages import Seat
from sandbox.roles.view_parts import View


class Wish(Struct, frozen=True):
    """A command a policy wants to send."""

    type: str
    args: Mapping[str, Any]


class Look(Struct, frozen=True):
    """What a policy does after one look at its view, and when it wants to look again."""

    wishes: tuple[Wish, ...]
    again_in: int
    """Seconds until the next look, at least one."""


class Passport(Struct, frozen=True, kw_only=True):
    """Who a bot is: shown wherever its results are."""

    id: str
    version: int
    en: str
    zh: str
    source: str
    """What its behaviour is taken from."""


class Policy(Protocol):
    """One bot in one seat of one run. It may remember what it saw; it may not reach into the run."""

    passport: Passport
    seat: Seat

    def look(self, view: View, chance: Stream) -> Look:
        """Decide from the view.

        Args:
            view: what this seat may know now.
            chance: keyed draws of the ``bot`` family.
        """
        ...


def wish(command_type: str, **args: Any) -> Wish:
    """``wish("livestream.pin_product", sku="desk-lamp")``."""
    return Wish(command_type, args)
