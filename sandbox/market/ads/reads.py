"""What advertising asks of the rest of the run: the shelf it sends people to, the room, the shop's money."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from sandbox.kernel.messages import Event


class Field(Protocol):
    """The shelf, as ads see it. Ratios in ppm, money in the shop's currency, all as of now."""

    def listing(self, team: str, sku: str, country: str, platform: str) -> str:
        """The team's listing of a product there, or an empty text."""
        ...

    def shoppers(self, country: str, category: str, platform: str) -> int:
        """Expected shoppers of today who search in this category."""
        ...

    def click_ppm(self, team: str, listing: str) -> int:
        """Chance that somebody who looks at it clicks; 0 without stock or off sale."""
        ...

    def convert_ppm(self, team: str, listing: str) -> int:
        """Chance that somebody who clicked buys."""
        ...

    def price(self, team: str, listing: str) -> int:
        """Price before tax and delivery."""
        ...

    def orders_ppm(self, team: str, listing: str, sponsored_ppm: int) -> int:
        """Orders expected today (ppm of an order) if that much attention were sponsored, all else as it is."""
        ...


class RoomNow(Struct, frozen=True, kw_only=True):
    """A show that is on."""

    until: int
    """Second at which it ends by plan."""
    cpm: int
    """Usual price of a thousand impressions of the room."""
    entry_ppm: int
    """Paid impressions that become views, with a plain creative."""
    gmv_per_view: int
    """Recent expected sales per view, thousandths of a minor unit."""


class Reads(Protocol):
    """The team's side, injected by the engine."""

    @property
    def team(self) -> str:
        """Whose ads these are."""
        ...

    def spendable(self) -> int:
        """Cash and what is left of the credit line."""
        ...

    def room(self) -> RoomNow | None:
        """The show that is on, or None."""
        ...

    def show_starts(self, show: int) -> int | None:
        """Second at which the broadcast of that number begins; None if there is none, or it was held."""
        ...

    def visitors_arrived(self, listing: str, country: str, count: int, campaign: str, first: int) -> None:
        """People land on a listing; they are the visitors numbered *first*, *first* + 1 ... of that campaign."""
        ...


class Side(Protocol):
    """A team, as the exchange and creators see it."""

    def emit(self, event: Event) -> int:
        """Record what happened to this team."""
        ...

    def spendable(self) -> int:
        """Cash and what is left of the credit line."""
        ...

    def visitors_arrived(self, listing: str, country: str, count: int, campaign: str, first: int) -> None:
        """See :meth:`Reads.visitors_arrived`."""
        ...
