"""What goes into the assessment of a parcel and what comes out of it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from msgspec import Struct

from sandbox.kernel.money import Money
from sandbox.kernel.rule_rows import Dated


class Goods(NamedTuple):
    """What is in the parcel, as declared."""

    hs: str
    """Code of six to ten digits."""
    category: str
    """Trade category; where it is empty, the one the HS code falls into."""
    value: Money
    """Of all pieces of this heading."""
    pieces: int = 1
    others: tuple[Goods, ...] = ()
    """Further headings in the same parcel, each with its own value; their ``others`` stay empty."""


class Way(NamedTuple):
    """How it comes."""

    country: str
    channel: str
    """``post``, ``courier`` or ``domestic``: the channel of the carrier's row."""
    incoterm: str
    """``DDP`` or ``DAP``."""
    freight: Money
    """What the buyer pays for delivery; part of the base where a rule says so."""
    origin: str = "CN"
    regime: str = ""
    """A scheme by name; empty for the ordinary one of a registered online seller."""
    bought_this_year: Money | None = None
    """What this buyer has imported this year under the same scheme; only asked where the law limits a person's year."""


class Charges(Struct, frozen=True, kw_only=True):
    """What the state and the clearing agent take for one parcel, minor units of ``currency``."""

    currency: str
    duty: int = 0
    vat_at_sale: int = 0
    """VAT collected from the buyer at checkout, and remitted by the platform."""
    sales_tax: int = 0
    """Sales tax collected from the buyer at checkout, and remitted by the platform."""
    vat_at_border: int = 0
    fees: int = 0
    """Clearing fees and national levies on small parcels."""
    payer: str = "seller"
    """Who pays duty, VAT at the border and fees: ``seller`` or ``buyer``."""
    rules: tuple[str, ...] = ()
    """Rows that applied, in the order they were used."""

    @property
    def at_sale(self) -> int:
        """Everything the buyer pays at checkout."""
        return self.vat_at_sale + self.sales_tax

    @property
    def at_border(self) -> int:
        """Everything due on import."""
        return self.duty + self.vat_at_border + self.fees


class Step(NamedTuple):
    """One line of the working: how one amount came about. Money in minor units of the assessment."""

    part: Literal["duty", "vat", "sales_tax", "fees"]
    rule: str
    """Id of the row that says so."""
    how: Literal["free", "rate", "each", "gross_up", "fixed"]
    """Nothing due; ``ppm`` of ``base``, less ``less``; ``times`` a fixed amount; rate/(1-rate) of ``base``.
    ``fixed``: once."""
    amount: int
    base: int = 0
    ppm: int = 0
    times: int = 0
    less: int = 0
    on: tuple[str, ...] = ()
    """What the base is made of: ``goods``, ``freight``, ``duty``."""
    choice: str = ""
    """How the tariff line was chosen."""


class Assessment(NamedTuple):
    """The charges, with the working and every row that was used."""

    charges: Charges
    steps: tuple[Step, ...]
    rows: dict[str, Dated]
    """By id, in the order of ``charges.rules``."""
