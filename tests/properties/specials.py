"""Commands whose arguments belong together: a quote, a listing, a paper that is missing, a dispute that is open."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from sandbox.engine.run import Run
from sandbox.kernel.ids import to_text
from sandbox.market.shelf.rows import review_rows

Args = dict[str, Any]


class Specials:
    """Makes fitting arguments for one run; None where there is nothing to act on.

    Args:
        run: what is played.
        chance: decides everything.
    """

    def __init__(self, run: Run, chance: random.Random) -> None:
        self._run = run
        self._chance = chance
        self.makers: dict[str, Callable[[], Args | None]] = {
            "market.source_product": self._purchase, "market.create_campaign": self._campaign,
            "market.hire_creator": self._creator, "market.obtain_certificate": self._paper,
            "market.set_bid": lambda: self._on_campaign(bid=chance.randint(5, 200)),
            "market.set_budget": lambda: self._on_campaign(daily_budget=chance.randint(500, 9_000)),
            "market.pause_campaign": self._on_campaign, "market.resume_campaign": self._on_campaign,
            "market.upload_creative": lambda: self._on_campaign(hook=chance.choice(("problem", "result", "price"))),
            "market.enrol_campaign": self._sale, "market.recall": self._recall, "market.report_review": self._review,
            "market.invite_review": lambda: self._order(("delivered", "completed")),
            "market.change_price": lambda: {"sku": self._sku(), "change_ppm": chance.randint(-60_000, 200_000)},
            "market.change_listing_price": lambda: self._listing(change_ppm=chance.randint(-60_000, 200_000)),
            "market.issue_coupon": lambda: self._listing(amount=chance.randint(1, 200), copies=5, hours=12),
            "logistics.submit_three_orders": self._consignment, "logistics.register_tax": self._scheme,
            "logistics.declare_summary": lambda: {"month": chance.choice(("2025-08", "2025-09", "2025-10"))},
            "logistics.answer_customs": lambda: self._held(papers=("invoice", "certificate")),
            "logistics.file_claim": lambda: self._order(("lost", "delivered")),
            "payments.hold_order": self._flagged, "payments.approve_order": self._flagged,
            "payments.contest_chargeback": lambda: self._disputed(evidence=("delivery_proof", "policy")),
            "payments.accept_chargeback": self._disputed,
            "service.merge_tickets": self._two_tickets,
            "service.classify": lambda: self._ticket(category=chance.choice(("wismo", "defect", "return"))),
        }

    def _pick(self, values: Any) -> Any:
        values = list(values)
        return self._chance.choice(values) if values else None

    def _sku(self) -> str:
        return str(self._pick(product.sku for product in self._run.scenario.products))

    def _purchase(self) -> Args | None:
        market = self._run.scenario.market
        supplier = self._pick(market.suppliers) if market is not None else None
        if supplier is None:
            return None
        quote, node = self._pick(supplier.quotes), self._pick(house.node for house in self._run.scenario.warehouses)
        units = quote.minimum * self._chance.choice((1, 1, 2))
        return {"supplier": supplier.id, "sku": quote.sku, "units": units, "node": node,
                "haul": self._chance.choice(("air", "sea")), "qc_units": self._chance.choice((0, 13)),
                "if_bad": self._chance.choice(("accept", "sort", "reject"))}

    def _campaign(self) -> Args | None:
        row = self._pick(one for one in self._run.domains.shop.shelf_side.listings() if one.state == "live")
        if row is None:
            return None
        market = self._run.scenario.market
        words = market.keywords.get(row.category, ()) if market is not None else ()
        kind = self._chance.choice(("search", "feed", "teaser"))
        args: Args = {"kind": kind, "country": row.country, "platform": row.platform, "sku": row.sku, "days": 2}
        if kind != "teaser":
            args |= {"daily_budget": self._chance.randint(500, 4_000), "bid": self._chance.randint(10, 150)}
        return args | ({"keywords": tuple(words[:2])} if kind == "search" else {})

    def _creator(self) -> Args | None:
        market = self._run.scenario.market
        one = self._pick(market.creators) if market is not None else None
        day = self._run.now // 86_400 + 1
        return {"creator": one.id, "sku": self._sku(), "day": day, "platform": "bazaar"} if one is not None else None

    def _paper(self) -> Args | None:
        supply, sku, country = self._run.domains.supply, self._sku(), self._chance.choice(("US", "DE"))
        row = self._pick(supply.missing(sku, country)) if supply is not None else None
        return {"sku": sku, "country": country, "certificate": row.code} if row is not None else None

    def _on_campaign(self, **more: Any) -> Args | None:
        ads = self._run.domains.ads
        one = self._pick(ads.campaigns()) if ads is not None else None
        return {"campaign": one.id, **more} if one is not None else None

    def _sale(self) -> Args | None:
        market = self._run.scenario.market
        one = self._pick(market.campaigns) if market is not None else None
        return self._listing(campaign=one.id, discount_ppm=one.min_discount, units=10) if one is not None else None

    def _listing(self, **more: Any) -> Args | None:
        row = self._pick(self._run.domains.shop.shelf_side.listings())
        return {"listing": row.listing, **more} if row is not None else None

    def _recall(self) -> Args | None:
        supply = self._run.domains.supply
        lot = self._pick(supply.lots.by_id.values()) if supply is not None and self._chance.random() < 0.2 else None
        return {"sku": lot.sku, "lot": lot.lot} if lot is not None else None

    def _review(self) -> Args | None:
        row = self._pick(review_rows(self._run.domains.shop.shelf_side.reviews))
        return {"review": row.review, "evidence": ()} if row is not None else None

    def _order(self, states: tuple[str, ...]) -> Args | None:
        order = self._pick(one for one in self._run.domains.shop.orders() if one.state in states)
        return {"order": order.text} if order is not None else None

    def _consignment(self) -> Args | None:
        ident = self._pick(self._run.domains.logistics.consignments())
        return {"consignment": to_text(ident)} if ident is not None else None

    def _scheme(self) -> Args | None:
        rules = self._run.scenario.rules
        row = self._pick(row for country in ("US", "DE") for row in rules.registrations(country, rules.on))
        return {"country": row.country, "scheme": row.scheme} if row is not None else None

    def _held(self, **more: Any) -> Args | None:
        ident = self._pick(self._run.domains.logistics.holds_told())
        return {"order": to_text(ident), **more} if ident is not None else None

    def _flagged(self) -> Args | None:
        bill = self._pick(self._run.domains.payments.till.flagged())
        return {"order": bill.ident} if bill is not None else None

    def _disputed(self, **more: Any) -> Args | None:
        bill = self._pick(self._run.domains.payments.disputes.open())
        return {"order": bill.ident, **more} if bill is not None else None

    def _ticket(self, **more: Any) -> Args | None:
        ticket = self._pick(self._run.domains.desk.open_tickets())
        return {"ticket": to_text(ticket.id), **more} if ticket is not None else None

    def _two_tickets(self) -> Args | None:
        tickets = self._run.domains.desk.open_tickets()
        if len(tickets) < 2:
            return None
        one, other = self._chance.sample(tickets, 2)
        return {"ticket": to_text(one.id), "into": to_text(other.id)}
