"""Ordering goods: what is refused, what is agreed, what is drawn. What follows is in :mod:`.receiving`."""

from __future__ import annotations

from sandbox.kernel.calendar import DAY, Calendar
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.ids import child, to_text
from sandbox.kernel.messages import Actor
from sandbox.kernel.money import PPM, half_up
from sandbox.kernel.rule_lookup import UnknownRuleError
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.scenario_market import Quote, Supplier
from sandbox.kernel.world import World
from sandbox.market.supply.certificates import Certificates
from sandbox.market.supply.commands import SourceProduct
from sandbox.market.supply.events import PurchaseOrdered
from sandbox.market.supply.purchase import Purchase
from sandbox.market.supply.quotes import Quotes
from sandbox.market.supply.reads import SupplyReads
from sandbox.market.supply.receiving import Receiving
from sandbox.market.supply.terms import (
    FACTORIES,
    INSPECTION_UNIT,
    SLIP_PPM,
    deposit,
    finished,
    log_ppm,
    unit_cost,
    work_days,
)


class Purchases:
    """The purchase orders of one team.

    Args:
        world: time, keyed chance and the record.
        scenario: suppliers, nodes, rule book.
        reads: what may be spent.
        quotes: what suppliers offer.
        papers: which certificates are there or coming.
        receiving: what becomes of an order.
    """

    def __init__(
        self, world: World, scenario: Scenario, reads: SupplyReads, quotes: Quotes, papers: Certificates,
        receiving: Receiving,
    ) -> None:
        self._world = world
        self._rules = scenario.rules
        self._reads = reads
        self._quotes = quotes
        self._papers = papers
        self._receiving = receiving
        self._calendar = Calendar(scenario.market_starts)
        self._countries = {house.node: house.country for house in scenario.warehouses}
        self._lead = world.stream("out.market.lead")
        # The rule book says the same for the same day: looked up once.
        self._offsets: dict[int, int] = {}
        self._speeds: dict[int, int] = {}

    def source(self, command: SourceProduct, actor: Actor) -> None:
        """Order goods; the deposit and the inspection fee are paid at once.

        Raises:
            IllegalCommandError: ``unknown_supplier``, ``unknown_sku``, ``not_quoted``, ``below_minimum``,
                ``unknown_node``, ``no_lane``, ``paper_missing``, ``too_many_inspected`` or ``not_enough_cash``.
        """
        supplier, quote = self._quotes.find(command.supplier, command.sku)
        self._check_units(command, quote)
        self._check_way(command)
        fee = command.qc_units * INSPECTION_UNIT
        cost = deposit(command.units * unit_cost(quote, command.units)) + fee
        cash = self._reads.can_purchase()
        if cost > cash:
            message = f"expected {cost} in cash for deposit and inspection (no supplier takes credit), got {cash}"
            raise IllegalCommandError("not_enough_cash", message, cost=cost, spendable=cash)
        purchase = self._agree(command, supplier, quote)
        self._world.emit(
            PurchaseOrdered(
                purchase=purchase.purchase, supplier=purchase.supplier, sku=purchase.sku, units=purchase.units,
                unit_cost=purchase.unit_cost, node=purchase.node, haul=purchase.haul, due=purchase.promised, cost=cost,
                fee=fee,
            )
        )
        self._receiving.begin(purchase)

    def due(self, quote: Quote, start: int) -> int:
        """Second at which a supplier would promise goods ordered at *start*: it knows its holidays."""
        return finished(start, quote.lead_days, self._speed)

    def supply_stopped(self, second: int) -> bool:
        """Whether factories stand still on the day of *second*."""
        return self._speed(second)[0] == 0

    def _agree(self, command: SourceProduct, supplier: Supplier, quote: Quote) -> Purchase:
        now = self._world.now
        parent = child(0, f"supplier:{command.supplier}/{command.sku}", 0)
        number = child(parent, "purchase", self._world.next_ordinal(parent, "purchase"))
        normal = self._lead.normal(number, 0)
        slips = not self._lead.happens(supplier.reliability / PPM, number, 1)
        days = work_days(quote, normal, slips=slips)
        ready, promised = finished(now, days, self._speed), self.due(quote, now)
        price = unit_cost(quote, command.units)
        slip = log_ppm(SLIP_PPM) if slips else 0
        stop = _stretch(ready - now, days) - _stretch(promised - now, quote.lead_days)
        terms = (("luck", int(quote.lead_sigma * normal)), ("slip", slip), ("supply_stop", stop))
        paid = deposit(command.units * price)
        return Purchase(
            purchase=to_text(number), number=number, supplier=supplier.id, sku=command.sku, units=command.units,
            unit_cost=price, node=command.node, haul=command.haul, qc_units=command.qc_units, if_bad=command.if_bad,
            ordered_at=now, promised=promised, ready_at=ready, told=promised, deposit=paid, paid=paid,
            because=tuple(term for term in terms if term[1]),
        )

    def _check_units(self, command: SourceProduct, quote: Quote) -> None:
        if command.units < quote.minimum:
            message = f"expected at least {quote.minimum} units of {command.sku} from {command.supplier}, "
            message += f"got {command.units}"
            raise IllegalCommandError("below_minimum", message, minimum=quote.minimum, units=command.units)
        if command.qc_units > command.units:
            message = f"expected at most {command.units} inspected units, got {command.qc_units}"
            raise IllegalCommandError("too_many_inspected", message, units=command.units, inspected=command.qc_units)

    def _check_way(self, command: SourceProduct) -> None:
        country = self._countries.get(command.node)
        if country is None:
            known = ", ".join(self._countries)
            raise IllegalCommandError("unknown_node", f"expected one of {known}, got {command.node}", node=command.node)
        if country == FACTORIES:
            return
        day = self._calendar.day(self._world.now)
        try:
            self._rules.service(f"{command.haul}_stock", FACTORIES, country, day)
        except UnknownRuleError:
            known = ", ".join(self._hauls(country, day)) or "none"
            message = f"expected a way from {FACTORIES} to {command.node} ({known}), got {command.haul}"
            raise IllegalCommandError("no_lane", message, haul=command.haul, node=command.node, known=known) from None
        if command.haul == "air":
            self._check_flight(command, country)

    def _check_flight(self, command: SourceProduct, country: str) -> None:
        """Goods that no air carrier will take are not ordered for a flight, unless their papers are coming."""
        claimed = self._quotes.claimed(command.supplier, command.sku)
        for row in self._papers.required(command.sku, country):
            own = self._papers.paper(command.sku, row)
            is_coming = row.code in claimed or (own is not None and own.state != "expired")
            if row.effect == "refuse" and not is_coming:
                message = f"{command.sku} by air: expected {row.code}, held, applied for or from the supplier, got none"
                raise IllegalCommandError("paper_missing", message, certificate=row.code, rule=row.rule_en)

    def _hauls(self, country: str, day: int) -> list[str]:
        rows = self._rules.services
        lanes = [row for row in rows if (row.origin, row.destination) == (FACTORIES, country) and row.holds(day)]
        return [row.service.removesuffix("_stock") for row in lanes if row.service.endswith("_stock")]

    def _speed(self, second: int) -> tuple[int, int]:
        """Speed of the factories' local day in ppm, and the second at which that day ends."""
        today = self._calendar.day(second)
        if today not in self._offsets:
            self._offsets[today] = self._rules.utc_offset(FACTORIES, today)
        offset = self._offsets[today]
        local = self._calendar.day(second + offset * 60)
        if local not in self._speeds:
            self._speeds[local] = self._rules.supply_ppm(FACTORIES, local)
        return self._speeds[local], second + DAY - self._calendar.clock(second, offset)


def _stretch(span: int, days: float) -> int:
    """Logarithm, in ppm, of the time a number of working days took over those days."""
    return log_ppm(max(PPM, half_up(span * PPM, max(1, int(days * DAY)))))
