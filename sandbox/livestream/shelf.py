"""Units that the room shows as available: released in portions, sold, given back."""

from __future__ import annotations

from typing import Any

from sandbox.kernel.messages import Actor
from sandbox.livestream.commands import ReleaseStock
from sandbox.livestream.offer_events import SoldOut, StockReleased
from sandbox.livestream.stage import Stage, refuse


class Shelf:
    """Visible stock by product; never more than the shop has."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.visible = {sku: product.released for sku, product in stage.products.items()}
        self._told: dict[str, bool] = {}

    def release(self, command: ReleaseStock, actor: Actor) -> None:
        """Show more units.

        Raises:
            IllegalCommandError: ``already_ended``, ``unknown_sku``, ``not_on_sale`` or ``no_stock``.
        """
        self._stage.require_not_over()
        self._stage.require_product(command.sku)
        left = self._stage.reads.available(command.sku) - self.visible[command.sku]
        if command.units > left:
            refuse("no_stock", f"{command.sku}: expected at most {left} more units, got {command.units}",
                   sku=command.sku, left=max(0, left), units=command.units)
        self.visible[command.sku] += command.units
        self._told[command.sku] = False
        self._stage.emit(StockReleased(sku=command.sku, units=command.units, visible=self.visible[command.sku]))

    def take(self, sku: str, units: int) -> None:
        """Sold units leave the shelf."""
        self.visible[sku] -= units

    def restore(self, sku: str) -> None:
        """A unit comes back: its order was not paid."""
        self.visible[sku] = min(self.visible[sku] + 1, max(0, self._stage.reads.available(sku)))
        self._told[sku] = False

    def limit(self, sku: str) -> None:
        """Show no more than the shop has; says so when that is nothing."""
        available = max(0, self._stage.reads.available(sku))
        if self.visible[sku] > available:
            self.visible[sku] = available
            self.tell_if_sold_out(sku)

    def tell_if_sold_out(self, sku: str) -> None:
        """Emit ``SoldOut`` once when the shelf has become empty."""
        if self.visible[sku] == 0 and not self._told.get(sku, False):
            self._told[sku] = True
            self._stage.emit(SoldOut(sku=sku))

    def state(self) -> list[Any]:
        """What decides the future, as plain data."""
        return [sorted(self.visible.items()), sorted(self._told.items())]
