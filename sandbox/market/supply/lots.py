"""Which lot the units on a shelf, under way or sold belong to: first in, first out.

The counts of units are logistics'; this book only follows them. Where it is asked for more than it knows of, the rest
belongs to the opening lot, so it can never hold up a parcel. Two shipments of one product to one node may change places
on the way: the book takes the earlier one first unless the lot is named.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from sandbox.kernel.ids import child, to_text
from sandbox.kernel.money import half_up
from sandbox.kernel.scenario import Product, Scenario

Place = tuple[str, str]
"""(sku, node)."""
Book = dict[Place, list["Piece"]]


class Lot(Struct, kw_only=True):
    """Units that were made together."""

    lot: str
    sku: str
    units: int
    unit_cost: int
    quality: int
    defect: int
    supplier: str = ""
    """Empty for what the shop owned when the run started."""
    purchase: str = ""
    papers: tuple[str, ...] = ()
    """Genuine papers of its supplier."""
    claims: tuple[str, ...] = ()
    inspected: int = 0
    found: int = 0
    received_at: int = -1
    """-1 while it is under way."""
    sold: int = 0
    """Units that orders hold."""
    recalled: bool = False
    recalled_in: tuple[str, ...] = ()
    """Countries of partial recalls."""


class Piece(Struct):
    """Some units of one lot."""

    lot: str
    units: int


class Sold(Struct):
    """Units of one lot that one order holds."""

    order: int
    country: str
    units: int


class Lots:
    """Every lot of one team, and where its units are.

    Args:
        scenario: products with their opening stock, and stock under way.
    """

    def __init__(self, scenario: Scenario) -> None:
        self.by_id: dict[str, Lot] = {}
        self.shelves: Book = {}
        self.moving: Book = {}
        self.taken: dict[tuple[int, str], list[Piece]] = {}
        self.sold: dict[str, dict[int, Sold]] = {}
        """Lot to order to what it holds."""
        self._products = {product.sku: product for product in scenario.products}
        for product in scenario.products:
            self._open(product, 0, sum(stock.units for stock in product.stock))
            for stock in product.stock:
                if stock.units:
                    self._put(self.shelves, (product.sku, stock.node), opening(product.sku), stock.units)
        self._under_way(scenario)

    def add(self, lot: Lot, *, node: str, moving: bool) -> None:
        """A new lot comes in at *node*, or leaves for it."""
        self.by_id[lot.lot] = lot
        self._put(self.moving if moving else self.shelves, (lot.sku, node), lot.lot, lot.units)

    def move(self, sku: str, origin: str, destination: str, units: int) -> None:
        """Units leave one node for another."""
        for piece in self._pull(self.shelves, (sku, origin), units):
            self._put(self.moving, (sku, destination), piece.lot, piece.units)

    def arrive(self, sku: str, node: str, units: int, lot: str = "") -> tuple[Piece, ...]:
        """Units come in at *node*; returns them by lot."""
        pieces = self._pull(self.moving, (sku, node), units, lot)
        for piece in pieces:
            self._put(self.shelves, (sku, node), piece.lot, piece.units)
        return pieces

    def take(self, order: int, sku: str, node: str, units: int, country: str) -> str:
        """Keep units for an order; returns the lot most of its first unit comes from."""
        pieces = self._pull(self.shelves, (sku, node), units)
        self.taken.setdefault((order, sku), []).extend(pieces)
        for piece in pieces:
            sold = self.sold.setdefault(piece.lot, {}).setdefault(order, Sold(order, country, 0))
            sold.units += piece.units
            self.by_id[piece.lot].sold += piece.units
        return pieces[0].lot

    def give_back(self, order: int, sku: str, node: str) -> tuple[Piece, ...]:
        """All an order held of *sku* is on a shelf again, in front of the others; returns it by lot."""
        pieces = self.taken.pop((order, sku), [])
        for piece in reversed(pieces):
            sold = self.sold[piece.lot]
            sold[order].units -= piece.units
            self.by_id[piece.lot].sold -= piece.units
            if sold[order].units == 0:
                del sold[order]
            self._put(self.shelves, (sku, node), piece.lot, piece.units, in_front=True)
        return tuple(pieces)

    def remove(self, lot: str, sku: str, nodes: Iterable[str]) -> tuple[tuple[str, int], ...]:
        """Take every unit of *lot* off the shelves of *nodes*; returns (node, units)."""
        removed = []
        for node in nodes:
            pieces = self.shelves.get((sku, node), [])
            units = sum(piece.units for piece in pieces if piece.lot == lot)
            if units:
                self.shelves[sku, node] = [piece for piece in pieces if piece.lot != lot]
                removed.append((node, units))
        return tuple(removed)

    def lot_of(self, sku: str, node: str) -> str:
        """The lot the next unit sold from *node* comes from; the opening lot where nothing is known."""
        pieces = self.shelves.get((sku, node))
        return pieces[0].lot if pieces else opening(sku)

    def at_hand(self, sku: str) -> tuple[Lot, ...]:
        """Lots with units on a shelf, in the order in which they became known; those under way if there are none."""
        return self._with_units(self.shelves, sku) or self._with_units(self.moving, sku)

    def left(self, lot: str) -> tuple[tuple[str, int], ...]:
        """(node, units) of a lot on shelves, in the order of their names."""
        found = ((node, piece.units) for (_, node), pieces in sorted(self.shelves.items()) for piece in pieces
                 if piece.lot == lot)
        return tuple(found)

    def defect_ppm(self, sku: str, node: str) -> int:
        """Share of defects among the units at *node*, weighted by lot; the product's own where nothing is known."""
        return self._mean(self.shelves.get((sku, node), ()), "defect", self._products[sku].defect)

    def quality_ppm(self, sku: str) -> int:
        """Quality of the units on all shelves, weighted by lot; the product's own where nothing is known."""
        return self._mean(self._everywhere(sku), "quality", self._products[sku].quality)

    def unit_cost(self, sku: str) -> int:
        """Mean purchase price of the units on all shelves; the product's own where nothing is known."""
        return self._mean(self._everywhere(sku), "unit_cost", self._products[sku].unit_cost)

    def of_order(self, order: int, sku: str, name: str) -> int:
        """``quality``, ``defect`` or ``unit_cost`` of the units an order holds; the product's own if unknown."""
        return self._mean(self.taken.get((order, sku), ()), name, getattr(self._products[sku], name))

    def rows(self) -> list[object]:
        """Everything in a fixed order, for the digest."""
        books = [sorted((*place, pieces) for place, pieces in book.items()) for book in (self.shelves, self.moving)]
        taken = sorted((*key, pieces) for key, pieces in self.taken.items())
        return [list(self.by_id.values()), books, taken]

    def _open(self, product: Product, ordinal: int, units: int, purchase: str = "") -> str:
        ident = opening(product.sku, ordinal)
        self.by_id[ident] = Lot(
            lot=ident, sku=product.sku, units=units, unit_cost=product.unit_cost, quality=product.quality,
            defect=product.defect, received_at=-1 if purchase else 0, purchase=purchase,
        )
        return ident

    def _under_way(self, scenario: Scenario) -> None:
        counts: dict[str, int] = {}
        for number, stock in enumerate(scenario.market.under_way if scenario.market else ()):
            counts[stock.sku] = counts.get(stock.sku, 0) + 1
            ident = self._open(self._products[stock.sku], counts[stock.sku], stock.units, f"start/{number}")
            self._put(self.moving, (stock.sku, stock.node), ident, stock.units)

    def _with_units(self, book: Book, sku: str) -> tuple[Lot, ...]:
        held = {piece.lot for (name, _), pieces in book.items() if name == sku for piece in pieces}
        return tuple(lot for ident, lot in self.by_id.items() if ident in held)

    def _everywhere(self, sku: str) -> list[Piece]:
        return [piece for (name, _), pieces in self.shelves.items() if name == sku for piece in pieces]

    def _mean(self, pieces: Iterable[Piece], name: str, default: int) -> int:
        units = total = 0
        for piece in pieces:
            units += piece.units
            total += piece.units * getattr(self.by_id[piece.lot], name)
        return half_up(total, units) if units else default

    def _put(self, book: Book, place: Place, lot: str, units: int, *, in_front: bool = False) -> None:
        pieces = book.setdefault(place, [])
        end = 0 if in_front else -1
        if pieces and pieces[end].lot == lot:
            pieces[end].units += units
        elif in_front:
            pieces.insert(0, Piece(lot, units))
        else:
            pieces.append(Piece(lot, units))

    def _pull(self, book: Book, place: Place, units: int, lot: str = "") -> tuple[Piece, ...]:
        pieces = book.get(place, [])
        pulled = []
        for piece in [piece for piece in pieces if lot in ("", piece.lot)]:
            part = min(units, piece.units)
            if part:
                pulled.append(Piece(piece.lot, part))
                piece.units -= part
                units -= part
        if pieces:
            book[place] = [piece for piece in pieces if piece.units]
        if units:
            pulled.append(Piece(lot or opening(place[0]), units))
        return tuple(pulled)


def opening(sku: str, ordinal: int = 0) -> str:
    """The lot of what the shop owned at the start; from 1 on, of what was under way."""
    return to_text(child(child(0, f"product:{sku}", 0), "lot", ordinal))
