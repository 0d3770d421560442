"""Import customs: declaration, green lane or hold, and what becomes of a held parcel.

Offices publish no odds. The country's row says how often parcels are held; the factors and outcomes below are set for
teaching, so that care pays and luck remains.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from typing import Any

from sandbox.kernel.calendar import HOUR
from sandbox.kernel.detmath import det_exp
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.messages import Actor
from sandbox.kernel.money import PPM, Money, half_up, share
from sandbox.logistics.chain import Chain
from sandbox.logistics.commands import AnswerCustoms
from sandbox.logistics.duty import Charges
from sandbox.logistics.events import (
    CustomsAnswered,
    CustomsHeld,
    CustomsReleased,
    ImportDeclared,
    ParcelReturned,
    ParcelSeized,
)
from sandbox.logistics.parcel import Parcel
from sandbox.logistics.shipping import Shipping
from sandbox.logistics.transit import green_clearance, held_clearance

HS_MISMATCH = 0.8
PREPAID_DATA = -0.5
"""Exponents on the country's hold rate: a wrong heading; duties paid and data sent ahead."""
HOLD_CAP = 0.6
RELEASED, FINED, RETURNED = 0.80, 0.90, 0.97
"""Cumulative shares of what becomes of a held parcel; the rest is seized."""
FINE = 100_000
"""The least fine, ppm of the value."""
RIGHT_PAPERS = 0.12
"""Papers that fit the reason add this to the odds of release, taken evenly from the rest."""
RIGHT_PAPER = {
    "hs_mismatch": ("description", "certificate"),
    "valuation": ("invoice", "payment_proof"),
    "description": ("description",),
    "origin": ("origin",),
}
_OTHER_REASONS = ("valuation", "description", "origin")


class Customs:
    """The import side of every country.

    Args:
        chain: the shared state.
        shipping: assesses duty and VAT.
        cleared: called when a parcel may go on.
        ended: called when a parcel goes back (True) or is gone for good (False).
        walk: makes a process of parcels that go on by themselves.
    """

    def __init__(
        self,
        chain: Chain,
        shipping: Shipping,
        cleared: Callable[[Parcel], None],
        ended: Callable[[Parcel, bool], None],
        walk: Callable[[Iterable[int]], Generator[Any, Any, None]],
    ) -> None:
        self._chain = chain
        self._shipping = shipping
        self._cleared = cleared
        self._ended = ended
        self._walk = walk
        self.closed_until: dict[str, int] = {}
        """Country to the second until which nothing is cleared."""
        self._hold = chain.world.stream("out.logistics.hold")
        self._green = chain.world.stream("out.logistics.green")
        self._outcome = chain.world.stream("out.logistics.held_outcome")

    def enter(self, parcel: Parcel) -> bool:
        """Declare a parcel that arrived; returns whether it goes through the green lane."""
        chain = self._chain
        now = chain.world.now
        charges = self._assess(parcel)
        self._declare(parcel, charges)
        opens = max(now, self.closed_until.get(parcel.country, 0))
        if self._hold.happens(self.hold_probability(parcel, charges), parcel.order, 2 * parcel.attempt):
            self._hold_back(parcel, charges, opens)
            return False
        parcel.move("customs", now)
        country = chain.rules.country(parcel.country)
        parcel.due = opens + green_clearance(self._green.exponential(parcel.order, parcel.attempt), country)
        return True

    def hold_probability(self, parcel: Parcel, charges: Charges) -> float:
        """Chance that a parcel is held: the country's rate, bent by how it is declared."""
        product = self._chain.products[parcel.sku]
        bend = HS_MISMATCH if self._chain.reads.declared_hs(parcel.sku) != product.hs6 else 0.0
        if self._chain.services[parcel.service].incoterm == "DDP":
            bend += PREPAID_DATA
        rate = self._chain.rules.country(parcel.country).hold_ppm / PPM
        return min(HOLD_CAP, rate * det_exp(bend))

    def answer(self, command: AnswerCustoms, actor: Actor) -> None:
        """Send papers for a held parcel.

        Raises:
            IllegalCommandError: ``unknown_order``, ``not_held`` or ``already_answered``.
        """
        parcel = self._chain.parcel(command.order)
        if parcel.stage != "held":
            message = f"expected a parcel held by customs, got one at stage {parcel.stage}"
            raise IllegalCommandError("not_held", message, stage=parcel.stage)
        if parcel.is_answered:
            raise IllegalCommandError("already_answered", "expected a parcel without an answer, got a second one")
        parcel.is_answered = True
        fitting = RIGHT_PAPER[parcel.held_reason]
        parcel.has_right_papers = any(paper in fitting for paper in command.papers)
        self._chain.world.emit(
            CustomsAnswered(order=command.order, papers=command.papers, fits=parcel.has_right_papers)
        )

    def delay(self, country: str, hours: int) -> tuple[int, ...]:
        """Nothing is cleared in *country* for *hours*; what waits there waits so much longer.

        Returns:
            The consignments that have parcels waiting, by id.
        """
        now = self._chain.world.now
        self.closed_until[country] = max(now, self.closed_until.get(country, 0)) + hours * HOUR
        waiting: dict[int, None] = {}
        for parcel in self._chain.parcels.values():
            if parcel.country == country and parcel.stage in ("customs", "held"):
                parcel.due += hours * HOUR
                waiting[parcel.consignment] = None
        return tuple(sorted(waiting))

    def _declare(self, parcel: Parcel, charges: Charges) -> None:
        chain = self._chain
        parcel.tax_at_door = charges.at_border if charges.payer == "buyer" else 0
        parcel.price_at_door = chain.rules.convert(
            Money(parcel.value_minor, parcel.currency), charges.currency, chain.today
        )
        chain.world.emit(
            ImportDeclared(
                order=parcel.text,
                country=parcel.country,
                currency=charges.currency,
                duty=charges.duty,
                vat=charges.vat_at_sale + charges.vat_at_border,
                fees=charges.fees,
                payer=charges.payer,
                rules=charges.rules,
            )
        )

    def _hold_back(self, parcel: Parcel, charges: Charges, opens: int) -> None:
        chain = self._chain
        parcel.move("held", chain.world.now)
        parcel.held_reason = self._reason(parcel)
        parcel.held_rule = charges.rules[0]
        parcel.is_answered = parcel.has_right_papers = False
        parcel.due = opens + held_clearance(self._hold.normal(parcel.order, 2 * parcel.attempt + 1))
        chain.world.emit(CustomsHeld(order=parcel.text, reason=parcel.held_reason, rule=parcel.held_rule))
        chain.world.process(self._until_decided(parcel))

    def _reason(self, parcel: Parcel) -> str:
        product = self._chain.products[parcel.sku]
        if self._chain.reads.declared_hs(parcel.sku) != product.hs6:
            return "hs_mismatch"
        return _OTHER_REASONS[self._outcome.below(len(_OTHER_REASONS), parcel.order, 2 * parcel.attempt)]

    def _until_decided(self, parcel: Parcel) -> Generator[Any, Any, None]:
        world = self._chain.world
        while parcel.due > world.now:
            yield world.timeout(parcel.due - world.now)
        if self._decide(parcel):
            yield from self._walk([parcel.order])

    def _decide(self, parcel: Parcel) -> bool:
        luck = self._outcome.unit(parcel.order, 2 * parcel.attempt + 1)
        stretch = 1.0
        if parcel.has_right_papers:
            stretch = (1.0 - RELEASED - RIGHT_PAPERS) / (1.0 - RELEASED)
        # Counted from the top, so that better odds never make one parcel's fate worse.
        left = (1.0 - luck) / stretch
        if left > 1.0 - FINED:
            self._release(parcel, 0 if left > 1.0 - RELEASED else self.fine(parcel))
            return True
        if left > 1.0 - RETURNED:
            parcel.move("returned", self._chain.world.now)
            self._chain.world.emit(ParcelReturned(order=parcel.text, reason="customs"))
            self._ended(parcel, True)
        else:
            parcel.move("seized", self._chain.world.now)
            self._chain.world.emit(ParcelSeized(order=parcel.text, rule=parcel.held_rule))
            self._ended(parcel, False)
        return False

    def _release(self, parcel: Parcel, fine: int) -> None:
        hours = half_up(self._chain.world.now - parcel.since, HOUR)
        self._chain.world.emit(CustomsReleased(order=parcel.text, held_hours=hours, fine=fine))
        self._cleared(parcel)

    def fine(self, parcel: Parcel) -> int:
        """A tenth of the value, or three times the duty a wrong heading saved, whichever is more; shop currency."""
        declared = self._assess(parcel)
        true = self._assess(parcel, self._chain.products[parcel.sku].hs6)
        saved = self._chain.in_shop_currency(Money(max(0, true.duty - declared.duty), declared.currency))
        value = self._chain.in_shop_currency(Money(parcel.value_minor, parcel.currency))
        return max(share(value, FINE), 3 * saved)

    def _assess(self, parcel: Parcel, heading: str = "") -> Charges:
        service = self._chain.services[parcel.service]
        value = Money(parcel.value_minor, parcel.currency)
        freight = Money(parcel.freight_minor, parcel.currency)
        return self._shipping.charges(service, parcel.sku, value, freight, heading)
