"""Calling a lot back: its sale stops, its buyers are told and refunded; and what happens if nobody does.

An authority's warning gives two days, then it orders the recall itself. Which orders hold units of the lot is known
from the book of lots.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import Any

from msgspec import Struct

from sandbox.kernel.calendar import HOUR
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.ids import to_text
from sandbox.kernel.messages import Actor
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import World
from sandbox.market.supply.commands import RecallProduct
from sandbox.market.supply.events import LotQuarantined, RecallForced, RecallIssued, SafetyAlerted
from sandbox.market.supply.lots import Lot, Lots, Piece, Sold

NOTICE_COST = 50
"""Letter and message to one buyer, minor units of the shop's currency. Chosen."""
GRACE = 48 * HOUR
"""From an authority's warning to its own order. Chosen."""


class SafetyAlert(Struct):
    """An authority's warning about a lot."""

    lot: str
    sku: str
    at: int
    due: int
    is_open: bool = True


class Recalls:
    """Recalls and warnings of one team.

    Args:
        world: time and the record.
        scenario: nodes.
        lots: what was sold and what is at hand of each lot.
    """

    def __init__(self, world: World, scenario: Scenario, lots: Lots) -> None:
        self._world = world
        self._lots = lots
        self._countries = {house.node: house.country for house in scenario.warehouses}
        self._skus = tuple(product.sku for product in scenario.products)
        self.alerts: dict[str, SafetyAlert] = {}
        """By lot."""

    def recall(self, command: RecallProduct, actor: Actor) -> None:
        """Call a lot back, everywhere or in one country.

        Raises:
            IllegalCommandError: ``unknown_sku``, ``unknown_lot``, ``lot_not_received`` or ``already_recalled``.
        """
        if command.sku not in self._skus:
            message = f"expected one of {', '.join(self._skus)}, got {command.sku}"
            raise IllegalCommandError("unknown_sku", message, sku=command.sku)
        lot = self._lots.by_id.get(command.lot)
        if lot is None or lot.sku != command.sku:
            known = ", ".join(ident for ident, row in self._lots.by_id.items() if row.sku == command.sku)
            message = f"expected a lot of {command.sku} ({known}), got {command.lot}"
            raise IllegalCommandError("unknown_lot", message, lot=command.lot, known=known)
        if lot.received_at < 0:
            message = f"expected a lot that came in, {lot.lot} is still under way and can be kept from sale on arrival"
            raise IllegalCommandError("lot_not_received", message, lot=lot.lot)
        country = command.country or ""
        if lot.recalled or country in lot.recalled_in:
            where = "everywhere" if lot.recalled else f"in {country}"
            message = f"expected a lot that is not called back, {lot.lot} is {where}"
            raise IllegalCommandError("already_recalled", message, lot=lot.lot)
        self._issue(lot, country, forced=False)

    def safety_alert(self, sku: str, lot: str = "") -> str:
        """Shock: an authority warns of a lot, without a name the one most units were sold of. Returns the lot.

        Nothing happens, and the answer is empty, where every lot of *sku* is called back or warned of already.
        """
        known = [row for row in self._lots.by_id.values() if row.sku == sku and lot in ("", row.lot)]
        free = [row for row in known if row.received_at >= 0 and not row.recalled and row.lot not in self.alerts]
        if not free:
            return ""
        chosen = max(free, key=lambda row: (row.sold, row.received_at, row.lot))
        now = self._world.now
        self.alerts[chosen.lot] = SafetyAlert(chosen.lot, sku, now, now + GRACE)
        self._world.emit(
            SafetyAlerted(sku=sku, lot=chosen.lot, units_sold=chosen.sold, due=now + GRACE)
        )
        self._world.process(self._wait(chosen.lot))
        return chosen.lot

    def sold_of_lot(self, lot: str, country: str = "") -> tuple[Sold, ...]:
        """What orders hold of a lot, oldest order first; only those to *country* if one is given."""
        return tuple(row for row in self._lots.sold.get(lot, {}).values() if country in ("", row.country))

    def keep_off(self, sku: str, node: str, pieces: Iterable[Piece]) -> None:
        """Units came to a shelf: those of a lot that is called back there do not stay on it."""
        for lot in dict.fromkeys(piece.lot for piece in pieces):
            row = self._lots.by_id[lot]
            if row.recalled or self._countries.get(node, "") in row.recalled_in:
                self._quarantine(row, (node,))

    def rows(self) -> list[object]:
        """Every warning in a fixed order, for the digest."""
        return [self.alerts[lot] for lot in sorted(self.alerts)]

    def _issue(self, lot: Lot, country: str, *, forced: bool) -> None:
        if country:
            lot.recalled_in = (*lot.recalled_in, country)
        else:
            lot.recalled = True
        alert = self.alerts.get(lot.lot)
        after = self._world.now - alert.at if alert is not None and alert.is_open else -1
        if alert is not None and not country:
            alert.is_open = False
        sold = self.sold_of_lot(lot.lot, country)
        self._world.emit(
            RecallIssued(
                sku=lot.sku, lot=lot.lot, country=country, units_sold=sum(row.units for row in sold),
                orders=tuple(to_text(row.order) for row in sold), after_alert=after, forced=forced,
                cost=NOTICE_COST * len(sold),
            )
        )
        nodes = [node for node, place in self._countries.items() if country in ("", place)]
        self._quarantine(lot, nodes)

    def _quarantine(self, lot: Lot, nodes: Iterable[str]) -> None:
        for node, units in self._lots.remove(lot.lot, lot.sku, nodes):
            self._world.emit(LotQuarantined(sku=lot.sku, lot=lot.lot, node=node, units=units))

    def _wait(self, lot: str) -> Generator[Any, Any, None]:
        alert = self.alerts[lot]
        yield self._world.timeout(alert.due - self._world.now)
        if alert.is_open:
            self._world.emit(RecallForced(sku=alert.sku, lot=lot, units_sold=self._lots.by_id[lot].sold))
            self._issue(self._lots.by_id[lot], "", forced=True)
