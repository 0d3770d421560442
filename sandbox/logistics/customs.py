"""Import customs: declaration of a whole consignment, green lane or hold, and what becomes of a held parcel."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

import numpy as np

from sandbox.kernel.calendar import HOUR
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.messages import Actor
from sandbox.kernel.money import PPM, Money, half_up, share
from sandbox.kernel.scenario import Service
from sandbox.logistics.chain import Chain
from sandbox.logistics.columns import HELD, Lot, Rows, Span
from sandbox.logistics.commands import AnswerCustoms
from sandbox.logistics.consignment import Consignment
from sandbox.logistics.delivery import Delivery
from sandbox.logistics.duty import Charges
from sandbox.logistics.events import (
    CustomsAnswered,
    CustomsHeld,
    CustomsReleased,
    ImportDeclared,
    ParcelReturned,
    ParcelSeized,
)
from sandbox.logistics.fates import FINED, RELEASED, RETURNED, RIGHT_PAPERS, UNPAPERED, outcome
from sandbox.logistics.holds import ORDINARY_REASONS, RIGHT_PAPER, Holds, Odds
from sandbox.logistics.legs import arrive, keys_of
from sandbox.logistics.offices import Offices
from sandbox.logistics.parcel import CUSTOMS, Parcel
from sandbox.logistics.shipping import Shipping
from sandbox.logistics.trade_events import AccountStruck
from sandbox.logistics.transit import held_clearance, last_mile, line_haul

__all__ = ["FINED", "RELEASED", "RETURNED", "RIGHT_PAPER", "RIGHT_PAPERS", "UNPAPERED", "Customs"]
FINE = 100_000
"""The least fine, ppm of the value."""
STRIKE = 4
"""Points on the account for a parcel declared below its value. Chosen."""


class Customs:
    """The import side of every country.

    Args:
        chain: the shared state.
        shipping: assesses duty and VAT.
        holds: odds of a hold.
        offices: what offices remember.
        delivery: the last mile of what may go on.
        ended: called with a row when its parcel goes back (True) or is gone for good (False).
    """

    def __init__(
        self, chain: Chain, shipping: Shipping, holds: Holds, offices: Offices, delivery: Delivery,
        ended: Callable[[int, bool], None],
    ) -> None:  # fmt: skip
        self._chain = chain
        self._columns = chain.parcels.columns
        self._shipping = shipping
        self._holds = holds
        self._offices = offices
        self._delivery = delivery
        self._ended = ended
        self.closed_until: dict[str, int] = {}
        """Country to the second until which nothing is cleared."""
        self.told: dict[int, CustomsHeld] = {}
        """What was told of each parcel held now, by order."""
        self._keys = keys_of(chain.world)
        self._hold = chain.world.stream("out.logistics.hold")
        self._outcome = chain.world.stream("out.logistics.held_outcome")
        self._last = chain.world.stream("out.logistics.last_mile")

    def enter(self, consignment: Consignment) -> Rows:
        """Declare all parcels of a consignment that arrived; returns the rows that go through the green lane."""
        service = self._chain.services[consignment.service]
        rows = np.array(consignment.rows, np.int64)
        charged, odds = self.clear(service, consignment.node, rows)
        self._declare(service, rows, charged)
        held = self._columns.marks[rows] & HELD != 0
        for row in rows[held].tolist():
            self._hold_back(row, odds[int(self._columns.lot[row])])
        return rows[~held]

    def hold_probability(self, parcel: Parcel, charges: Charges) -> float:
        """Chance that a parcel is held if it arrives now."""
        return self._holds.odds(parcel.service_row, parcel.lot, charges).chance

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
        parcel.has_right_papers = self._fits(parcel, command)
        self._chain.world.emit(
            CustomsAnswered(order=command.order, papers=command.papers, fits=parcel.has_right_papers)
        )

    def delay(self, country: str, hours: int) -> tuple[int, ...]:
        """Nothing is cleared in *country* for *hours*; what waits there waits so much longer.

        Returns:
            The consignments that have parcels waiting, by id.
        """
        now, columns = self._chain.world.now, self._columns
        self.closed_until[country] = max(now, self.closed_until.get(country, 0)) + hours * HOUR
        waiting: dict[int, None] = {}
        for parcel in self._chain.parcels.values():
            if parcel.stage in ("customs", "held") and parcel.country == country:
                columns.due[parcel.row] += hours * HOUR
                columns.cleared_at[parcel.row] += hours * HOUR
                waiting[parcel.consignment] = None
        return tuple(sorted(waiting))

    def hold_for(self, row: int, odds: Odds) -> None:
        """Hold a parcel from now on, for the reason given: a process of its own decides on it."""
        columns = self._columns
        columns.cleared_at[row] = columns.due[row] = self._chain.world.now + held_clearance(
            self._hold.normal(int(columns.order[row]), 2 * int(columns.attempt[row]) + 1)
        )
        self._hold_back(row, odds)

    def clear(self, service: Service, node: str, rows: Span) -> tuple[dict[int, Charges], dict[int, Odds]]:
        """Every wait from here to the door, for all parcels at once, in their columns.

        Returns:
            Charges and odds of a hold of each lot, by its number.
        """
        chain, columns = self._chain, self._columns
        lots = {number: columns.lots[number] for number in columns.lots_of(rows)}
        charged = {number: self._shipping.charges(service, lot) for number, lot in lots.items()}
        odds = {number: self._holds.odds(service, lot, charged[number]) for number, lot in lots.items()}
        row, now = chain.carrier(service), chain.world.now
        chances = np.zeros(len(columns.lots))
        for number, of_lot in odds.items():
            chances[number] = of_lot.chance
        laws = np.array([
            chain.country(service.country).green_milliday / 1000, row.last_mile_milliday / 2000,
            row.loss_ppm / PPM, row.damage_ppm / PPM,
        ])  # fmt: skip
        cleared, due, marks = columns.cleared_at[rows], columns.due[rows], columns.marks[rows]
        arrive(
            self._keys, columns.order[rows], columns.attempt[rows], columns.lot[rows], chances,
            self._delivery.defects(rows, node), laws, max(now, self.closed_until.get(service.country, 0)),
            cleared, due, marks,
        )  # fmt: skip
        columns.cleared_at[rows], columns.due[rows], columns.marks[rows] = cleared, due, marks
        columns.stage[rows] = CUSTOMS
        columns.since[rows] = now
        return charged, odds

    def _declare(self, service: Service, rows: Rows, charged: dict[int, Charges]) -> None:
        chain, columns = self._chain, self._columns
        prices: dict[int, int] = {}
        for number, charges in charged.items():
            lot = columns.lots[number]
            prices[number] = chain.rules.convert(Money(lot.value_minor, lot.currency), charges.currency, chain.today)
        for row, number in zip(rows.tolist(), columns.lot[rows].tolist(), strict=True):
            charges = charged[number]
            if charges.payer == "buyer":
                columns.tax_at_door[row] = charges.at_border
                columns.price_at_door[row] = prices[number]
            chain.world.emit(
                ImportDeclared(
                    order=columns.text(row),
                    country=service.country,
                    currency=charges.currency,
                    duty=charges.duty,
                    vat=charges.vat_at_sale + charges.vat_at_border,
                    fees=charges.fees,
                    payer=charges.payer,
                    rules=charges.rules,
                )
            )

    def _hold_back(self, row: int, odds: Odds) -> None:
        parcel = self._chain.parcels.at(row)
        reason = odds.reason or ORDINARY_REASONS[
            self._outcome.below(len(ORDINARY_REASONS), parcel.order, 2 * parcel.attempt)
        ]
        parcel.move("held", self._chain.world.now)
        parcel.held_reason, parcel.held_rule = reason, odds.rule
        parcel.is_answered = parcel.has_right_papers = False
        parcel.lacks_certificate = odds.lacks_certificate
        self.told[parcel.order] = CustomsHeld(
            order=parcel.text, reason=reason, rule=odds.rule, law_en=odds.law_en, law_zh=odds.law_zh,
            helps=odds.helps or RIGHT_PAPER[reason], because=odds.because,
        )  # fmt: skip
        self._chain.world.emit(self.told[parcel.order])
        self._chain.world.process(self._until_decided(parcel))

    def _fits(self, parcel: Parcel, command: AnswerCustoms) -> bool:
        """Whether one of the papers is what was asked for; a certificate only counts if the shop holds it by now."""
        fitting = RIGHT_PAPER[parcel.held_reason]
        if parcel.held_reason in ("certificate", "battery"):
            return "certificate" in command.papers and self._holds.has_papers(parcel.lot, parcel.country)
        return any(paper in fitting for paper in command.papers)

    def _until_decided(self, parcel: Parcel) -> Generator[Any, Any, None]:
        world = self._chain.world
        while parcel.due > world.now:
            yield world.timeout(parcel.due - world.now)
        if self._decide(parcel):
            yield from self._delivery.finish(np.array([parcel.row], np.int64))

    def _decide(self, parcel: Parcel) -> bool:
        del self.told[parcel.order]
        luck = self._outcome.unit(parcel.order, 2 * parcel.attempt + 1)
        what = outcome(luck, parcel.lacks_certificate, parcel.has_right_papers)
        if what in ("released", "fined"):
            self._release(parcel, self.fine(parcel) if what == "fined" else 0)
            return True
        if what == "returned":
            parcel.move("returned", self._chain.world.now)
            self._chain.world.emit(ParcelReturned(order=parcel.text, reason="customs"))
        else:
            parcel.move("seized", self._chain.world.now)
            self._chain.world.emit(ParcelSeized(order=parcel.text, rule=parcel.held_rule))
        self._found(parcel)
        self._ended(parcel.row, what == "returned")
        return False

    def _found(self, parcel: Parcel) -> None:
        """The office remembers; a parcel declared below its price is told to the platform."""
        self._offices.of[parcel.country].findings.append(self._chain.world.now)
        if parcel.lot.declared_ppm < PPM:
            self._chain.world.emit(AccountStruck(order=parcel.text, points=STRIKE))

    def _release(self, parcel: Parcel, fine: int) -> None:
        now = self._chain.world.now
        hours = half_up(now - parcel.since, HOUR)
        if fine:
            self._found(parcel)
        self._chain.world.emit(CustomsReleased(order=parcel.text, held_hours=hours, fine=fine))
        parcel.move("last_mile", now)
        row = self._chain.carrier(parcel.service_row)
        first = self._last.exponential(parcel.order, 2 * parcel.attempt)
        second = self._last.exponential(parcel.order, 2 * parcel.attempt + 1)
        parcel.due = now + last_mile(first, second, row)
        if parcel.held_reason == "battery" and parcel.lacks_certificate:
            # Found by screening before the flight: the whole way is still ahead.
            parcel.due += line_haul(0.0, row, PPM)

    def fine(self, parcel: Parcel) -> int:
        """A tenth of the value, or three times the tax that was saved, whichever is more; shop currency.

        Tax is saved by a wrong heading or by declaring less than the price.
        """
        chain, lot = self._chain, parcel.lot
        declared = self._shipping.charges(parcel.service_row, lot)
        honest: Lot = lot._replace(declared_ppm=PPM)
        true = self._shipping.charges(parcel.service_row, honest, chain.goods(lot.sku).hs6)
        saved = true.duty - declared.duty
        if lot.declared_ppm < PPM:
            saved = true.at_border + true.vat_at_sale - declared.at_border - declared.vat_at_sale
        lost = chain.in_shop_currency(Money(max(0, saved), declared.currency))
        value = chain.in_shop_currency(Money(lot.value_minor, lot.currency))
        return max(share(value, FINE), 3 * lost)
