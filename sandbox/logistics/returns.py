"""What comes back: who wants to send an article back and why, the way back and its grade.

Base rates are the rows of category and country. Days and grades are typical values, set for teaching.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from sandbox.kernel.calendar import DAY
from sandbox.kernel.detmath import det_exp
from sandbox.kernel.money import PPM, Money
from sandbox.kernel.rule_lookup import UnknownRuleError
from sandbox.logistics.chain import Chain
from sandbox.logistics.events import CarrierCharged, ReturnReceived, ReturnRequested
from sandbox.logistics.parcel import Parcel
from sandbox.logistics.return_ways import ReturnWays

LABEL_NEAR, LABEL_FAR = Money(650, "USD"), Money(1800, "USD")
"""A return label to a warehouse in the buyer's country, and to the origin."""
INSPECTION = Money(80, "USD")
DAYS_NEAR, DAYS_FAR = 4.0, 15.0
"""Mean days of the way back."""
GRADE_A, GRADE_B = 0.70, 0.90
"""Cumulative shares: as new, at a discount; the rest is scrap."""
REQUEST_AFTER, REQUEST_MEAN = 0.5, 3.0
"""Days from delivery to the wish to return: at least, and mean on top."""
PLATFORM_DAYS = {"bazaar": 30, "seamart": 15}
"""Days within which a platform lets buyers send back, where that is not a fortnight (public seller policies)."""
FORTNIGHT, MARGIN = 14, 2
"""Buyers who want to return have said so two days before the last."""
MOST_RETURN = 0.9


class Returns:
    """Everything after delivery, and parcels on their way back."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain
        self.ways = ReturnWays(chain, self._start_to)
        self._wish = chain.world.stream("out.logistics.return")
        self._reason = chain.world.stream("out.logistics.return_reason")
        self._way = chain.world.stream("out.logistics.return_way")
        self._grade = chain.world.stream("out.logistics.grade")
        self._rates: dict[tuple[str, str], float] = {}
        self._bends: dict[tuple[tuple[int, int, int], bool], float] = {}

    def return_probability(self, parcel: Parcel) -> float:
        """P(return | delivered): category x country x live show x promises x quality, at most .9.

        Live shows sell on impulse: 1.3 + 1.5 inflate + .5 urgency - .4 reassurance times the shelf's rate.
        """
        chance: float = min(MOST_RETURN, self._rate(parcel.sku, parcel.country) * self._bend(parcel.order))
        return chance

    def consider(self, row: int) -> None:
        """Decide whether the buyer of a delivered parcel will want to send it back."""
        chain, columns = self._chain, self._chain.parcels.columns
        order, attempt = int(columns.order[row]), int(columns.attempt[row])
        luck = self._wish.unit(order, 2 * attempt)
        country = chain.service_rows[columns.service[row]].country
        rate = self._rate(columns.lots[columns.lot[row]].sku, country)
        if luck < min(MOST_RETURN, rate * self._bend(order)):
            days = REQUEST_AFTER + REQUEST_MEAN * self._wish.exponential(order, 2 * attempt + 1)
            parcel = chain.parcels.at(row)
            parcel.asks_at = chain.world.now + int(min(days, self.last_day(parcel)) * DAY)
            chain.world.process(self._ask(parcel))

    def last_day(self, parcel: Parcel) -> float:
        """Days after delivery on which the last buyers ask: by law of the country or by the platform, the longer."""
        try:
            by_law = self._chain.rules.return_right(parcel.country, self._chain.today).days
        except UnknownRuleError:
            by_law = 0
        promised = PLATFORM_DAYS.get(self._chain.reads.platform(parcel.order), FORTNIGHT)
        return float(max(by_law, promised) - MARGIN)

    def start(self, parcel: Parcel) -> bool:
        """Send a label: a delivered article comes back. False when there is nothing to send back."""
        if parcel.stage != "delivered":
            return False
        self._start_to(parcel, self.ways.near(parcel.country) or parcel.node)
        return True

    def send_back(self, row: int) -> None:
        """A parcel nobody took: to a warehouse in that country, else abandoned, since the way home costs more."""
        parcel = self._chain.parcels.at(row)
        near = self.ways.near(parcel.country)
        if not near:
            self._chain.stock.lose(parcel.sku, parcel.units)
            return
        self._chain.stock.turn_back(parcel.sku, parcel.units, from_buyer=False)
        self._bring_back(parcel, near)

    def _rate(self, sku: str, country: str) -> float:
        if (sku, country) not in self._rates:
            chain = self._chain
            product = chain.goods(sku)
            base = chain.rules.category(product.category).return_ppm / PPM
            place = chain.country(country).return_multiplier_ppm / PPM
            self._rates[sku, country] = base * place * det_exp(-1.2 * (product.quality / PPM - 0.7))
        return self._rates[sku, country]

    def _bend(self, order: int) -> float:
        key = self._chain.reads.talk(order), self._chain.reads.is_live(order)
        if key not in self._bends:
            inflate, reassurance, urgency = (value / PPM for value in key[0])
            live = 1.3 + 1.5 * inflate + 0.5 * urgency - 0.4 * reassurance if key[1] else 1.0
            self._bends[key] = live * det_exp(0.8 * inflate)
        return self._bends[key]

    def _start_to(self, parcel: Parcel, node: str) -> None:
        chain = self._chain
        parcel.move("coming_back", chain.world.now)
        chain.stock.turn_back(parcel.sku, parcel.units, from_buyer=True)
        is_near = chain.warehouses[node].country == parcel.country
        label = chain.in_shop_currency(LABEL_NEAR if is_near else LABEL_FAR)
        handling = chain.in_shop_currency(INSPECTION)
        chain.world.emit(CarrierCharged(order=parcel.text, carriage=label, handling=handling))
        self._bring_back(parcel, node)

    def _ask(self, parcel: Parcel) -> Generator[Any, Any, None]:
        world = self._chain.world
        yield world.timeout(parcel.asks_at - world.now)
        if parcel.stage == "delivered" and parcel.asks_at == world.now:
            world.emit(ReturnRequested(order=parcel.text, reason=self._why(parcel)))
            self.ways.asked(parcel)

    def _why(self, parcel: Parcel) -> str:
        if parcel.defect or parcel.damaged:
            return "defect"
        inflate = self._chain.reads.talk(parcel.order)[0]
        fit = 350_000 if self._chain.goods(parcel.sku).category in ("apparel", "jewellery") else 100_000
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
        parcel.back_to = node
        chain.world.process(self._receive(parcel))

    def _receive(self, parcel: Parcel) -> Generator[Any, Any, None]:
        chain = self._chain
        yield chain.world.timeout(parcel.back_at - chain.world.now)
        grade, node = self._grade_of(parcel), parcel.back_to
        chain.stock.arrive(node, parcel.sku, parcel.units, resaleable=grade == "A")
        if parcel.stage == "coming_back":
            parcel.move("back", chain.world.now)
        chain.world.emit(ReturnReceived(order=parcel.text, grade=grade, node=node))

    def _grade_of(self, parcel: Parcel) -> str:
        if parcel.defect or parcel.damaged:
            return "scrap"
        luck = self._grade.unit(parcel.order, parcel.attempt)
        return "A" if luck < GRADE_A else "B" if luck < GRADE_B else "scrap"
