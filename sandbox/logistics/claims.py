"""Claims on carriers for lost and damaged parcels. The share a carrier pays is a typical value, set for teaching."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from sandbox.kernel.calendar import DAY
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.messages import Actor
from sandbox.kernel.money import Money, share
from sandbox.logistics.chain import Chain
from sandbox.logistics.commands import FileCarrierClaim
from sandbox.logistics.events import ClaimPaid
from sandbox.logistics.parcel import Parcel

CLAIM_SHARE = 600_000
"""Part of the declared value a carrier pays, ppm."""
CLAIM_DAYS = 60
CLAIM_TAKES = 7 * DAY
_WITH_BUYER = ("delivered", "coming_back", "back")


class Claims:
    """Claims on their way."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain

    def file(self, command: FileCarrierClaim, actor: Actor) -> None:
        """Claim a lost or damaged parcel from the carrier.

        Raises:
            IllegalCommandError: ``unknown_order``, ``not_claimable``, ``claim_too_late`` or ``already_claimed``.
        """
        parcel = self._chain.parcel(command.order)
        if parcel.stage != "lost" and not (parcel.damaged and parcel.stage in _WITH_BUYER):
            message = f"expected a lost or damaged parcel, got one at stage {parcel.stage}"
            raise IllegalCommandError("not_claimable", message, stage=parcel.stage)
        age = (self._chain.world.now - parcel.since) // DAY
        if age > CLAIM_DAYS:
            message = f"expected a claim within {CLAIM_DAYS} days, got one after {age}"
            raise IllegalCommandError("claim_too_late", message, days=CLAIM_DAYS)
        if parcel.claim_at:
            raise IllegalCommandError("already_claimed", "expected a parcel without a claim, it was claimed already")
        parcel.claim_at = self._chain.world.now + CLAIM_TAKES
        self._chain.world.process(self._pay(parcel))

    def _pay(self, parcel: Parcel) -> Generator[Any, Any, None]:
        yield self._chain.world.timeout(parcel.claim_at - self._chain.world.now)
        lot = parcel.lot
        value = self._chain.in_shop_currency(Money(share(lot.value_minor, lot.declared_ppm), lot.currency))
        self._chain.world.emit(ClaimPaid(order=parcel.text, amount=share(value, CLAIM_SHARE)))
