"""Orders in and out of the warehouse: kept, called off, sent again."""

from __future__ import annotations

from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.messages import Actor
from sandbox.kernel.money import Money
from sandbox.logistics.acceptance import Acceptance, Refusal
from sandbox.logistics.chain import Chain
from sandbox.logistics.columns import Lot
from sandbox.logistics.commands import CancelOrder
from sandbox.logistics.consignment import Dock
from sandbox.logistics.events import OrderWithdrawn, StockFreed, StockReserved, StockShort
from sandbox.logistics.packing import Packing
from sandbox.logistics.parcel import IN_WAREHOUSE, Parcel
from sandbox.logistics.shipping import Shipping
from sandbox.logistics.trade_events import CarrierRefused

AGAIN = ("delivered", "lost", "seized", "back")
"""From here an order can be sent a second time."""


class Orders:
    """The gate of the warehouses."""

    def __init__(
        self, chain: Chain, shipping: Shipping, acceptance: Acceptance, packing: Packing, dock: Dock
    ) -> None:
        self._chain = chain
        self._shipping = shipping
        self._acceptance = acceptance
        self._packing = packing
        self._dock = dock

    def accept(self, order: int, sku: str, units: int, service: str, promise_days: int, value: Money) -> None:
        """Keep units for a paid order and start it on its way, or say why not; see ``Logistics.accept_order``."""
        chain = self._chain
        lot = self._shipping.lot(chain.services[service], sku, units, value)
        able, refusal = self._way(order, service, lot)
        if able is None:
            self._turn_down(order, service, lot, refusal)
            return
        if able != service:
            lot = self._shipping.lot(chain.services[able], sku, units, value)
        parcel = chain.parcels.add(order, lot, chain.service_numbers[able], promise_days)
        self._keep(parcel, chain.services[able].node, lot)

    def cancel(self, order: int) -> bool:
        """Take an order back that has not left its warehouse; False when it has, or never came."""
        parcel = self._chain.parcels.get(order)
        if parcel is None or parcel.stage not in IN_WAREHOUSE:
            return False
        if parcel.stage == "reserved":
            self._packing.remove(parcel)
        else:
            self._dock.remove(parcel)
        parcel.move("cancelled", self._chain.world.now)
        self._chain.stock.release(parcel.node, parcel.sku, parcel.units)
        freed = StockFreed(order=parcel.text, node=parcel.node, sku=parcel.sku, units=parcel.units)
        self._chain.world.emit(freed)
        return True

    def withdraw(self, command: CancelOrder, actor: Actor) -> None:
        """Cancel an order that has not left.

        Raises:
            IllegalCommandError: ``unknown_order`` or ``already_left``.
        """
        parcel = self._chain.parcel(command.order)
        if parcel.stage not in IN_WAREHOUSE:
            message = f"expected an order still in the warehouse, got one at stage {parcel.stage}"
            raise IllegalCommandError("already_left", message, stage=parcel.stage)
        self.cancel(parcel.order)
        self._chain.world.emit(OrderWithdrawn(order=command.order, reason=command.reason))

    def reship(self, order: int) -> bool:
        """Send the order's goods a second time; False while it is on its way, or when nothing is left."""
        chain = self._chain
        parcel = chain.parcels.get(order)
        if parcel is None or parcel.stage not in AGAIN:
            return False
        able, _ = self._way(order, parcel.service, parcel.lot)
        if able is None:
            return False
        columns, row = chain.parcels.columns, parcel.row
        parcel.move("reserved", chain.world.now)
        parcel.attempt += 1
        columns.placed_at[row] = chain.world.now
        columns.service[row] = chain.service_numbers[able]
        columns.marks[row] = columns.asks_at[row] = columns.claim_at[row] = 0
        columns.reason[row] = columns.rule[row] = columns.tax_at_door[row] = columns.price_at_door[row] = 0
        self._keep(parcel, parcel.node, parcel.lot)
        return True

    def _keep(self, parcel: Parcel, node: str, lot: Lot) -> None:
        self._chain.stock.reserve(node, lot.sku, lot.units)
        self._chain.world.emit(StockReserved(order=parcel.text, node=node, sku=lot.sku, units=lot.units))
        self._packing.add(parcel)

    def _way(self, order: int, service: str, lot: Lot) -> tuple[str | None, Refusal | None]:
        platform = self._chain.reads.platform(order)
        able, refusal = self._acceptance.way(
            service, lot.sku, lot.units, platform, hides_battery=lot.hides_battery
        )
        return (able.id if able else None), refusal

    def _turn_down(self, order: int, service: str, lot: Lot, refusal: Refusal | None) -> None:
        text = self._chain.text_of(order)
        if refusal is None:
            self._chain.world.emit(StockShort(order=text, sku=lot.sku, units=lot.units))
            return
        self._chain.world.emit(
            CarrierRefused(
                order=text, service=service, rule=refusal.rule, law_en=refusal.law_en, law_zh=refusal.law_zh
            )
        )
        self._chain.world.emit(OrderWithdrawn(order=text, reason="carrier_refused"))
