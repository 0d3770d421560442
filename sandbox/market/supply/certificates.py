"""Papers that goods need: who asks for them, which are held, which are in the making.

A paper holds where its rule row holds: one for the EU in every member state, one of ``any`` place everywhere. Besides
the shop's own papers, genuine ones of a supplier cover the lots that came with them.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, Literal

from msgspec import Struct

from sandbox.kernel.calendar import DAY, Calendar
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.ids import child
from sandbox.kernel.messages import Actor
from sandbox.kernel.money import half_up
from sandbox.kernel.rule_lookup import UnknownRuleError
from sandbox.kernel.rule_rows_trade import Certificate
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import World
from sandbox.market.supply.commands import ObtainCertificate
from sandbox.market.supply.events import CertificateApplied, CertificateExpired, CertificateGranted
from sandbox.market.supply.lots import Lots
from sandbox.market.supply.reads import SupplyReads

Key = tuple[str, str, str]
"""(sku, place of the rule row, code)."""


class Paper(Struct):
    """One certificate of the shop's own."""

    sku: str
    place: str
    code: str
    country: str
    """Country it was applied for."""
    due: int
    """Second at which it comes or came; 0 if held from the start."""
    months: int
    state: Literal["applied", "held", "expired"] = "applied"
    expires: int = -1


class Certificates:
    """All papers of one team.

    Args:
        world: time, keyed chance and the record.
        scenario: products, papers at the start, rule book.
        reads: what may be spent.
        lots: whose papers cover what is at hand.
    """

    def __init__(self, world: World, scenario: Scenario, reads: SupplyReads, lots: Lots) -> None:
        self._world = world
        self._rules = scenario.rules
        self._reads = reads
        self._lots = lots
        self._calendar = Calendar(scenario.market_starts)
        self._days = world.stream("ctx.market.certificate")
        self._products = {product.sku: product for product in scenario.products}
        self._asks = scenario.market is not None
        self._required: dict[tuple[str, str, int], tuple[Certificate, ...]] = {}
        self.papers: dict[Key, Paper] = {}
        for known in scenario.market.certificates if scenario.market else ():
            self._begin(known.sku, known.country, known.certificate, known.granted_day)

    def obtain(self, command: ObtainCertificate, actor: Actor) -> None:
        """Apply for a paper; fee and time are those of the rule row.

        Raises:
            IllegalCommandError: ``unknown_sku``, ``unknown_country``, ``certificate_not_needed``, ``already_held``,
                ``already_applied`` or ``not_enough_cash``.
        """
        row = self._row_for(command)
        self._check_new((command.sku, row.country, row.code))
        cost = self.fee(row)
        spendable = self._reads.spendable()
        if cost > spendable:
            message = f"expected {cost} to spend (cash and credit), got {spendable}"
            raise IllegalCommandError("not_enough_cash", message, cost=cost, spendable=spendable)
        key = child(0, f"paper:{command.sku}/{row.country}/{row.code}", 0)
        ident = child(key, "application", self._world.next_ordinal(key, "application"))
        days = row.days_min + self._days.below(row.days_max - row.days_min + 1, ident, 0)
        paper = Paper(command.sku, row.country, row.code, command.country, self._world.now + days * DAY,
                      row.months_valid)
        self._world.emit(
            CertificateApplied(
                sku=command.sku, country=command.country, certificate=row.code, due=paper.due, cost=cost
            )
        )
        self._start(paper)

    def fee(self, row: Certificate) -> int:
        """What the paper costs, shop currency."""
        return self._reads.in_shop_currency(row.fee_minor, row.currency)

    def required(self, sku: str, country: str) -> tuple[Certificate, ...]:
        """Every paper *sku* needs in *country* today; nothing where the scenario has no shelf market."""
        if not self._asks:
            return ()
        today = self._calendar.day(self._world.now)
        key = sku, country, today
        if key not in self._required:
            product = self._products[sku]
            self._required[key] = self._rules.certificates(country, product.category, product.battery, today)
        return self._required[key]

    def missing(self, sku: str, country: str, lot: str = "") -> tuple[Certificate, ...]:
        """Papers that are needed and that neither the shop nor the lot has; without a *lot*, all at hand count."""
        return tuple(row for row in self.required(sku, country) if not self.holds(sku, row, lot))

    def has(self, sku: str, country: str, code: str, now: int) -> bool:
        """Whether the shop's own or its suppliers' papers of that name hold for *country* at second *now*."""
        rows = [row for row in self.required(sku, country) if row.code == code]
        places = [row.country for row in rows] or [country, self._territory(country), "any"]
        own = (self.papers.get((sku, place, code)) for place in places)
        return any(paper is not None and is_valid(paper, now) for paper in own) or self._covered(sku, code, "")

    def holds(self, sku: str, row: Certificate, lot: str = "") -> bool:
        """Whether a needed paper is there now: the shop's own, or that of the lot (of all at hand without one)."""
        return self.holds_own(sku, row) or self._covered(sku, row.code, lot)

    def holds_own(self, sku: str, row: Certificate) -> bool:
        """Whether the shop has a needed paper of its own now."""
        paper = self.papers.get((sku, row.country, row.code))
        return paper is not None and is_valid(paper, self._world.now)

    def paper(self, sku: str, row: Certificate) -> Paper | None:
        """The shop's own paper for a rule row, held or not."""
        return self.papers.get((sku, row.country, row.code))

    def rows(self) -> list[object]:
        """Every paper in a fixed order, for the digest."""
        return [self.papers[key] for key in sorted(self.papers)]

    def _covered(self, sku: str, code: str, lot: str) -> bool:
        lots = (self._lots.by_id[lot],) if lot in self._lots.by_id else self._lots.at_hand(sku)
        return bool(lots) and all(code in known.papers for known in lots)

    def _row_for(self, command: ObtainCertificate) -> Certificate:
        if command.sku not in self._products:
            known = ", ".join(self._products)
            raise IllegalCommandError("unknown_sku", f"expected one of {known}, got {command.sku}", sku=command.sku)
        try:
            rows = self.required(command.sku, command.country)
        except UnknownRuleError as error:
            raise IllegalCommandError("unknown_country", error.message, country=command.country) from None
        found = [row for row in rows if row.code == command.certificate]
        if not found:
            codes = ", ".join(row.code for row in rows) or "none"
            message = f"{command.sku} in {command.country}: expected a paper that is asked for ({codes}), "
            message += f"got {command.certificate}"
            raise IllegalCommandError("certificate_not_needed", message, needed=codes, certificate=command.certificate)
        return found[0]

    def _check_new(self, key: Key) -> None:
        paper = self.papers.get(key)
        if paper is None or paper.state == "expired":
            return
        if paper.state == "applied":
            day = paper.due // DAY
            message = f"expected a paper not yet applied for, {paper.code} of {paper.sku} comes on day {day}"
            raise IllegalCommandError("already_applied", message, due=paper.due, certificate=paper.code)
        message = f"expected a paper the shop does not hold, {paper.code} of {paper.sku} holds in {paper.place}"
        raise IllegalCommandError("already_held", message, expires=paper.expires, certificate=paper.code)

    def _begin(self, sku: str, country: str, code: str, day: int) -> None:
        rows = [row for row in self.required(sku, country) if row.code == code]
        place, months = (rows[0].country, rows[0].months_valid) if rows else (country, 0)
        paper = Paper(sku, place, code, country, day * DAY, months)
        if day == 0:
            paper.state, paper.expires = "held", _expiry(0, months)
        self._start(paper)

    def _start(self, paper: Paper) -> None:
        key = paper.sku, paper.place, paper.code
        self.papers[key] = paper
        if paper.state == "applied" or paper.expires >= 0:
            self._world.process(self._live(key))

    def _live(self, key: Key) -> Generator[Any, Any, None]:
        paper = self.papers[key]
        if paper.state == "applied":
            yield self._world.timeout(paper.due - self._world.now)
            paper.state, paper.expires = "held", _expiry(self._world.now, paper.months)
            self._world.emit(
                CertificateGranted(
                    sku=paper.sku, country=paper.country, certificate=paper.code, expires=paper.expires
                )
            )
        if paper.expires >= 0:
            yield self._world.timeout(paper.expires - self._world.now)
            paper.state = "expired"
            self._world.emit(CertificateExpired(sku=paper.sku, country=paper.country, certificate=paper.code))

    def _territory(self, country: str) -> str:
        return str(self._rules.country(country).territory)


def is_valid(paper: Paper, now: int) -> bool:
    """Whether a paper holds at second *now*: it came, and has not run out."""
    return paper.state != "expired" and paper.due <= now and (paper.expires < 0 or now < paper.expires)


def _expiry(granted: int, months: int) -> int:
    """Second at which a paper of so many months runs out (a month is a twelfth of 365 days); -1 for good."""
    return granted + half_up(months * 365 * DAY, 12) if months else -1
