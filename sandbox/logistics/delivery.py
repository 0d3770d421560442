"""The last mile: nobody at home, lost, refused for the tax at the door, damaged, delivered.

Loss and damage are the carrier's row; the share of failed attempts and of refusals is set for teaching.
"""

from __future__ import annotations

from collections.abc import Callable

from sandbox.kernel.calendar import DAY
from sandbox.kernel.money import PPM
from sandbox.logistics.chain import Chain
from sandbox.logistics.events import DeliveryFailed, OrderDelivered, ParcelLost, ParcelReturned
from sandbox.logistics.parcel import Parcel
from sandbox.logistics.transit import FIRST_ATTEMPT_FAILS, SECOND_ATTEMPT

SILENCE = 7 * DAY
"""A parcel without a scan for so long is called lost."""
REFUSES, REFUSES_BY_TAX = 0.06, 0.5
"""A buyer who must pay at the door refuses with .06 + .5 * min(1, tax / price)."""


class Delivery:
    """What happens at the end of a parcel's way.

    Args:
        chain: the shared state.
        cleared: called for a parcel that left customs.
        delivered: called for a parcel the buyer has.
        ended: called when a parcel goes back (True) or is gone for good (False).
    """

    def __init__(
        self,
        chain: Chain,
        cleared: Callable[[Parcel], None],
        delivered: Callable[[Parcel], None],
        ended: Callable[[Parcel, bool], None],
    ) -> None:
        self._chain = chain
        self._cleared = cleared
        self._delivered = delivered
        self._ended = ended
        self._loss = chain.world.stream("out.logistics.loss")
        self._door = chain.world.stream("out.logistics.door")
        self._refusal = chain.world.stream("out.logistics.refusal")
        self._damage = chain.world.stream("out.logistics.damage")
        self._defect = chain.world.stream("out.logistics.defect")

    def step(self, parcel: Parcel) -> bool:
        """What follows when a parcel's wait is over; returns whether it waits again."""
        if parcel.stage == "customs":
            self._cleared(parcel)
            return True
        if parcel.stage == "missing":
            self._lose(parcel)
            return False
        return self._attempt(parcel)

    def _attempt(self, parcel: Parcel) -> bool:
        now = self._chain.world.now
        row = self._chain.carrier(self._chain.services[parcel.service])
        if self._loss.happens(row.loss_ppm / PPM, parcel.order, parcel.attempt):
            parcel.move("missing", now)
            parcel.due = now + SILENCE
            return True
        if not parcel.has_failed and self._door.happens(FIRST_ATTEMPT_FAILS, parcel.order, parcel.attempt):
            parcel.has_failed = True
            parcel.due = now + SECOND_ATTEMPT
            self._chain.world.emit(DeliveryFailed(order=parcel.text))
            return True
        if self._is_refused(parcel):
            parcel.move("returned", now)
            self._chain.world.emit(ParcelReturned(order=parcel.text, reason="refused_tax"))
            self._ended(parcel, True)
            return False
        self._deliver(parcel, row.damage_ppm)
        return False

    def _is_refused(self, parcel: Parcel) -> bool:
        if not parcel.tax_at_door:
            return False
        weight = min(1.0, parcel.tax_at_door / max(1, parcel.price_at_door))
        return self._refusal.happens(REFUSES + REFUSES_BY_TAX * weight, parcel.order, parcel.attempt)

    def _deliver(self, parcel: Parcel, damage_ppm: int) -> None:
        chain = self._chain
        now = chain.world.now
        parcel.move("delivered", now)
        parcel.damaged = self._damage.happens(damage_ppm / PPM, parcel.order, parcel.attempt)
        parcel.defect = self._defect.happens(chain.products[parcel.sku].defect / PPM, parcel.order, parcel.attempt)
        chain.inventory.deliver(parcel.sku, parcel.units)
        chain.world.emit(
            OrderDelivered(
                order=parcel.text,
                days_ppm=(now - parcel.placed_at) * PPM // DAY,
                promise_days=parcel.promise_days,
                on_time=now <= parcel.promised_at,
                damaged=parcel.damaged,
                defect=parcel.defect,
            )
        )
        self._delivered(parcel)

    def _lose(self, parcel: Parcel) -> None:
        parcel.move("lost", self._chain.world.now)
        self._chain.world.emit(ParcelLost(order=parcel.text, node=parcel.country))
        self._ended(parcel, False)
