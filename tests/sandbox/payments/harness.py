"""A till of its own: two markets, round rates, and every order told to it by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec

from sandbox.kernel import ids, rule_rows
from sandbox.kernel.fx import FxSeries, FxTable
from sandbox.kernel.messages import Actor, Command, Seat
from sandbox.kernel.rulebook import RuleBook
from sandbox.kernel.scenario import Scenario, StockAt
from sandbox.kernel.scenario_market import Market
from sandbox.kernel.tariff import Tariff
from sandbox.payments.bill import Sale
from sandbox.payments.ledger import Line
from sandbox.payments.offer import Offer
from sandbox.payments.payments import Payments
from tests.sandbox.harness import SmallWorld, a_product, a_scenario, rules_of

START = "2025-10-18T00:00Z"
FIRST_DAY = rule_rows.day(START[:10])
FOREVER: dict[str, Any] = {
    "effective_from": 1, "effective_to": None, "source": "made for tests", "licence": "Apache-2.0", "confidence": "L",
    "note": "",
}
US_ORDER, DE_ORDER = ids.child(1, "order", 0), ids.child(2, "order", 0)
OPERATIONS = Actor(seat=Seat.OPERATIONS)


def a_method(country: str, method: str, kind: str = "", share_ppm: int = 1_000_000, **changes: Any) -> Any:
    """A way to pay that never fails."""
    row = rule_rows.PaymentMethod(
        country=country, method=method, kind=kind or method, share_ppm=share_ppm, auth_ppm=1_000_000, refusal_ppm=0,
        pay_delay_hours=0, **FOREVER,
    )
    return msgspec.structs.replace(row, **changes)


def a_fee_card(**changes: Any) -> rule_rows.PlatformFee:
    """Six percent; a fifth of it stays on a refund; paid out eight days after delivery."""
    row = rule_rows.PlatformFee(
        profile="LIVEFEED", country="any", category="any", price_from_minor=0, price_to_minor=None, currency="USD",
        commission_ppm=60_000, transaction_ppm=0, payment_ppm=0, payment_fixed_minor=0, foreign_card_ppm=0,
        conversion_ppm=0, creator_ppm=0, refund_admin_ppm=200_000, refund_admin_cap_minor=500, dispute_fee_minor=0,
        monthly_minor=0, settlement_days=8, new_seller_extra_days=0, payout_cycle_days=1, settles_from="delivery",
        reserve_ppm=0, reserve_days=0, **FOREVER,
    )
    return msgspec.structs.replace(row, **changes)


def a_country(code: str, currency: str, territory: str, **changes: Any) -> rule_rows.Country:
    row = rule_rows.Country(
        code=code, name_en=code, name_zh=code, currency=currency, territory=territory, language="en", timezone="UTC",
        sales_tax_ppm=0, shoppers_per_day=1000, fx_volatility_ppm=0, cpm_minor=900, cpc_minor=100, hold_ppm=0,
        green_milliday=500, return_multiplier_ppm=1_000_000, fraud_ppm=0, first_reply_hours=4, hour_profile="default",
        **FOREVER,
    )
    return msgspec.structs.replace(row, **changes)


def a_rulebook(**changes: Any) -> RuleBook:
    """One euro is 1.20 dollars; everybody pays by wallet; the platform takes 6 % in the US and 5 % in Germany."""
    dollar = FxSeries(
        currency="USD", days=(FIRST_DAY,), micros=(1_200_000,), source="tests", licence="Apache-2.0", confidence="L",
    )
    rows: dict[str, Any] = {
        "on": FIRST_DAY,
        "countries": (a_country("US", "USD", "US"), a_country("DE", "EUR", "EU")),
        "payment_methods": (a_method("US", "wallet"), a_method("DE", "wallet")),
        "platform_fees": (a_fee_card(), a_fee_card(country="DE", commission_ppm=50_000)),
        "exchange": FxTable(series=(dollar,), pegs=()),
        "tariff": Tariff(lines=(), categories=(), successions=()),
    }
    return RuleBook(**{**dict.fromkeys(RuleBook.__struct_fields__, ()), **rows, **changes})


def cards_only(**changes: Any) -> RuleBook:
    """Everybody pays by card."""
    return a_rulebook(payment_methods=(a_method("US", "card"), a_method("DE", "card")), **changes)


def a_shop(rules: RuleBook | None = None, market: Market | None = None, **changes: Any) -> Scenario:
    """A hundred mugs at 8.00, 5,000 dollars in the bank and as much credit."""
    mug = a_product("mug", unit_cost=800, stock=(StockAt(node="cn", units=100),))
    scenario = a_scenario(market_starts=START, rules=rules or a_rulebook(), products=(mug,), market=market)
    shop = msgspec.structs.replace(scenario.shop, cash=500_000, credit_line=500_000, **changes)
    return msgspec.structs.replace(scenario, shop=shop)


class Till:
    """Payments alone in a world."""

    def __init__(
        self, rules: RuleBook | None = None, secret: int = 1, market: Market | None = None, **shop: Any
    ) -> None:
        self.world = SmallWorld(secret)
        self._sales: dict[int, Sale] = {}
        self.papers: tuple[str, ...] = ()
        self.payments = Payments(self.world, a_shop(rules, market=market, **shop), self)

    def sale(self, order: int) -> Sale:
        return self._sales[order]

    def proofs(self, order: int) -> tuple[str, ...]:
        return self.papers

    def begin(self, order: int, country: str, currency: str, paid: int, tax: int = 0, **sale: Any) -> None:
        """Send an order to the till; the bank has not answered yet."""
        self._sales[order] = Sale("mug", 1, tax)._replace(**sale)
        self.payments.authorise(order, country, currency, paid, paid)

    def sell(self, order: int, country: str, currency: str, paid: int, tax: int = 0, **sale: Any) -> None:
        """Send an order to the till and wait for the bank."""
        self.begin(order, country, currency, paid, tax, **sale)
        self.wait(60)

    def wait(self, seconds: int) -> None:
        self.world.advance(self.world.now + seconds)

    def command(self, command: Command) -> None:
        self.payments.handlers()[type(command)](command, OPERATIONS)

    def said(self, kind: type) -> list[Any]:
        return self.world.of(kind)

    def posted(self) -> list[tuple[Line, ...]]:
        """Every posting, in order."""
        return [lines for _, _, _, lines in self.payments.books.journal.since(0)]

    def balance(self, account: str, currency: str) -> int:
        return self.payments.balances().get(currency, {}).get(account, 0)


def an_offer(country: str, **choice: Any) -> Offer:
    """What a checkout of the real table depends on, with some settings changed."""
    settings = Till(rules_of("2025-10-18")).payments.settings
    settings._chosen[country] = replace(settings.choice(country), **choice)
    return settings.offer(country)
