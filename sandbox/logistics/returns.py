"""What comes back: who sends an article back and why, the way back, its grade; and claims on carriers.

Base rates are the rows of category and country. Labels, days, grades and the share a carrier pays are typical values,
set for teaching.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from sandbox.kernel.calendar import DAY
from sandbox.kernel.detmath import det_exp
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.messages import Actor
from sandbox.kernel.money import PPM, Money, share
from sandbox.logistics.chain import Chain
from sandbox.logistics.commands import FileCarrierClaim
from sandbox.logistics.events import CarrierCharged, ClaimPaid, ReturnReceived, ReturnRequested
from sandbox.logistics.parcel import Parcel

LABEL_NEAR, LABEL_FAR = Money(650, "USD"), Money(1800, "USD")
"""A return label to a warehouse in the buyer's country, and to the origin."""
INSPECTION = Money(80, "USD")
DAYS_NEAR, DAYS_FAR = 4.0, 15.0
"""Mean days of the way back."""
GRADE_A, GRADE_B = 0.70, 0.90
"""Cumulative shares: as new, at a discount; the rest is scrap."""
REQUEST_AFTER, REQUEST_MEAN, REQUEST_LAST = 0.5, 3.0, 12.0
"""Days from delivery to the wish to return: at least, mean on top, at most."""
MOST_RETURN = 0.9
CLAIM_SHARE = 600_000
"""Part of the declared value a carrier pays, ppm."""
CLAIM_DAYS = 60
CLAIM_TAKES = 7 * DAY


class Returns:
    """Everything after delivery, and parcels on their way back."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain
        self._wish = chain.world.stream("out.logistics.return")
        self._reason = chain.world.stream("out.logistics.return_reason")
        self._way = chain.world.stream("out.logistics.return_way")
        self._grade = chain.world.stream("out.logistics.grade")

    def return_probability(self, parcel: Parcel) -> float:
        """P(return | delivered): category x country x live show x promises x quality, at most .9.

        Live shows sell on impulse: 1.3 + 1.5 inflate + .5 urgency - .4 reassurance times the shelf's rate.
        """
        chain = self._chain
        product = chain.products[parcel.sku]
        inflate, reassurance, urgency = (value / PPM for value in chain.reads.talk(parcel.order))
        base = chain.rules.category(product.category).return_ppm / PPM
        country = chain.rules.country(parcel.country).return_multiplier_ppm / PPM
        live = 1.3 + 1.5 * inflate + 0.5 * urgency - 0.4 * reassurance
        bend = det_exp(0.8 * inflate - 1.2 * (product.quality / PPM - 0.7))
        return min(MOST_RETURN, base * country * live * bend)

    def consider(self, parcel: Parcel) -> None:
        """Decide whether the buyer of a delivered parcel will want to send it back."""
        if self._wish.happens(self.return_probability(parcel), parcel.order, 2 * parcel.attempt):
            days = REQUEST_AFTER + REQUEST_MEAN * self._wish.exponential(parcel.order, 2 * parcel.attempt + 1)
            parcel.asks_at = self._chain.world.now + int(min(days, REQUEST_LAST) * DAY)
            self._chain.world.process(self._ask(parcel))

    def start(self, parcel: Parcel) -> bool:
        """Send a label: a delivered article comes back. False when there is nothing to send back."""
        if parcel.stage != "delivered":
            return False
        chain = self._chain
        parcel.move("coming_back", chain.world.now)
        chain.inventory.turn_back(parcel.sku, parcel.units, from_buyer=True)
        near = self._near(parcel.country)
        label = chain.in_shop_currency(LABEL_NEAR if near else LABEL_FAR)
        handling = chain.in_shop_currency(INSPECTION)
        chain.world.emit(CarrierCharged(order=parcel.text, carriage=label, handling=handling))
        self._bring_back(parcel, near or parcel.node)
        return True

    def send_back(self, parcel: Parcel) -> None:
        """A parcel nobody took: to a warehouse in that country, else abandoned, since the way home costs more."""
        near = self._near(parcel.country)
        if not near:
            self._chain.inventory.lose(parcel.sku, parcel.units)
            return
        self._chain.inventory.turn_back(parcel.sku, parcel.units, from_buyer=False)
        self._bring_back(parcel, near)

    def claim(self, command: FileCarrierClaim, actor: Actor) -> None:
        """Claim a lost or damaged parcel from the carrier.

        Raises:
            IllegalCommandError: ``unknown_order``, ``not_claimable``, ``claim_too_late`` or ``already_claimed``.
        """
        parcel = self._chain.parcel(command.order)
        if parcel.stage != "lost" and not parcel.damaged:
            message = f"expected a lost or damaged parcel, got one at stage {parcel.stage}"
            raise IllegalCommandError("not_claimable", message, stage=parcel.stage)
        age = (self._chain.world.now - parcel.since) // DAY
        if age > CLAIM_DAYS:
            message = f"expected a claim within {CLAIM_DAYS} days, got one after {age}"
            raise IllegalCommandError("claim_too_late", message, days=CLAIM_DAYS)
        if parcel.claim_at:
            raise IllegalCommandError("already_claimed", "expected a parcel without a claim, it was claimed already")
        parcel.claim_at = self._chain.world.now + CLAIM_TAKES
        self._chain.world.process(self._pay_claim(parcel))

    def _ask(self, parcel: Parcel) -> Generator[Any, Any, None]:
        world = self._chain.world
        yield world.timeout(parcel.asks_at - world.now)
        if parcel.stage == "delivered" and parcel.asks_at == world.now:
            world.emit(ReturnRequested(order=parcel.text, reason=self._why(parcel)))

    def _why(self, parcel: Parcel) -> str:
        if parcel.defect or parcel.damaged:
            return "defect"
        inflate = self._chain.reads.talk(parcel.order)[0]
        fit = 350_000 if self._chain.products[parcel.sku].category in ("apparel", "jewellery") else 100_000
        late = 300_000 if parcel.since > parcel.promised_at else 0
        weights = (("overpromise", 2 * inflate), ("late", late), ("fit", fit), ("picture", 250_000), ("other", 300_000))
        place = self._reason.below(sum(weight for _, weight in weights), parcel.order, parcel.attempt)
        for reason, weight in weights:
            if place < weight:
                return reason
            place -= weight
        return "other"

    def _bring_back(self, parcel: Parcel, node: str) -> None:
        chain = self._chain
        is_near = chain.warehouses[node].country == parcel.country
        mean = (DAYS_NEAR if is_near else DAYS_FAR) / 2
        first = self._way.exponential(parcel.order, 2 * parcel.attempt)
        second = self._way.exponential(parcel.order, 2 * parcel.attempt + 1)
        parcel.back_at = chain.world.now + int((first + second) * mean * DAY) + 1
        chain.world.process(self._receive(parcel, node))

    def _receive(self, parcel: Parcel, node: str) -> Generator[Any, Any, None]:
        chain = self._chain
        yield chain.world.timeout(parcel.back_at - chain.world.now)
        grade = self._grade_of(parcel)
        chain.inventory.arrive(node, parcel.sku, parcel.units, resaleable=grade == "A")
        if parcel.stage == "coming_back":
            parcel.move("back", chain.world.now)
        chain.world.emit(ReturnReceived(order=parcel.text, grade=grade, node=node))

    def _grade_of(self, parcel: Parcel) -> str:
        if parcel.defect or parcel.damaged:
            return "scrap"
        luck = self._grade.unit(parcel.order, parcel.attempt)
        return "A" if luck < GRADE_A else "B" if luck < GRADE_B else "scrap"

    def _near(self, country: str) -> str:
        """A warehouse in *country*, or nothing."""
        return next((node for node, place in self._chain.warehouses.items() if place.country == country), "")

    def _pay_claim(self, parcel: Parcel) -> Generator[Any, Any, None]:
        yield self._chain.world.timeout(parcel.claim_at - self._chain.world.now)
        value = self._chain.in_shop_currency(Money(parcel.value_minor, parcel.currency))
        self._chain.world.emit(ClaimPaid(order=parcel.text, amount=share(value, CLAIM_SHARE)))
