"""A small shop with real time and real chance: eight lines make a day of trade."""

from __future__ import annotations

from typing import Any

from sandbox.engine.kit import Kit
from sandbox.kernel import ids, rule_rows
from sandbox.kernel.draws import Secrets, group_secret
from sandbox.kernel.fx import FxSeries, FxTable
from sandbox.kernel.rulebook import RuleBook
from sandbox.kernel.scenario import (
    Audience,
    Desk,
    Drawing,
    PitchPhase,
    Product,
    Provenance,
    RundownItem,
    Scenario,
    Shop,
    Show,
    StockAt,
    Text,
)
from sandbox.kernel.tariff import Tariff
from sandbox.payments.bill import Sale
from sandbox.payments.payments import Payments

START = "2025-10-18T00:00Z"
FIRST_DAY = rule_rows.day(START[:10])
DAY = 86_400
FOREVER: dict[str, Any] = {
    "effective_from": 1, "effective_to": None, "source": "made for tests", "licence": "Apache-2.0", "confidence": "L",
    "note": "",
}
US_ORDER, DE_ORDER = ids.child(1, "order", 0), ids.child(2, "order", 0)


def a_text(words: str) -> Text:
    return Text(en=words, zh=words)


def a_method(country: str, method: str, kind: str, share_ppm: int, auth_ppm: int = 1_000_000) -> Any:
    return rule_rows.PaymentMethod(
        country=country, method=method, kind=kind, share_ppm=share_ppm, auth_ppm=auth_ppm, refusal_ppm=0,
        pay_delay_hours=0, **FOREVER,
    )


def a_fee_card(**changes: Any) -> rule_rows.PlatformFee:
    row: dict[str, Any] = {
        "profile": "LIVEFEED", "country": "any", "category": "any", "price_from_minor": 0, "price_to_minor": None,
        "currency": "USD", "commission_ppm": 60_000, "transaction_ppm": 0, "payment_ppm": 0, "payment_fixed_minor": 0,
        "foreign_card_ppm": 0, "conversion_ppm": 0, "creator_ppm": 0, "refund_admin_ppm": 200_000,
        "refund_admin_cap_minor": 500, "dispute_fee_minor": 0, "monthly_minor": 0, "settlement_days": 8,
        "new_seller_extra_days": 0, "payout_cycle_days": 1, "settles_from": "delivery", "reserve_ppm": 0,
        "reserve_days": 0, **FOREVER,
    }
    return rule_rows.PlatformFee(**{**row, **changes})


def a_country(code: str, currency: str, territory: str, language: str, reply_hours: int) -> rule_rows.Country:
    return rule_rows.Country(
        code=code, name_en=code, name_zh=code, currency=currency, territory=territory, language=language,
        timezone="UTC", sales_tax_ppm=0, shoppers_per_day=1000, fx_volatility_ppm=0, cpm_minor=900, cpc_minor=100,
        hold_ppm=0, green_milliday=500, return_multiplier_ppm=1_000_000, fraud_ppm=0, first_reply_hours=reply_hours,
        hour_profile="flat", **FOREVER,
    )


def a_rulebook(**changes: Any) -> RuleBook:
    """Two markets; one euro is 1.20 dollars; every payment succeeds."""
    dollar = FxSeries(
        currency="USD", days=(FIRST_DAY,), micros=(1_200_000,), source="tests", licence="Apache-2.0", confidence="L",
    )
    rows: dict[str, Any] = {
        "on": FIRST_DAY,
        "countries": (a_country("US", "USD", "US", "en", 4), a_country("DE", "EUR", "EU", "de", 6)),
        "payment_methods": tuple(a_method(country, "wallet", "wallet", 1_000_000) for country in ("US", "DE")),
        "platform_fees": (a_fee_card(), a_fee_card(country="DE", commission_ppm=50_000)),
        "exchange": FxTable(series=(dollar,), pegs=()),
        "tariff": Tariff(lines=(), categories=(), successions=()),
    }
    empty = dict.fromkeys(RuleBook.__struct_fields__, ())
    return RuleBook(**{**empty, **rows, **changes})


def a_product(sku: str = "mug", **changes: Any) -> Product:
    row: dict[str, Any] = {
        "sku": sku, "name": a_text(sku), "category": "home", "hs6": "691110", "unit_cost": 800, "price": 2500,
        "reference_price": 3200, "floor_price": 1500, "grams": 400, "volume_cm3": 1500, "quality": 700_000,
        "fit": 500_000, "defect": 20_000, "rating": 440, "reviews": 100, "role": "hero",
        "stock": (StockAt(node="cn", units=100),), "released": 50, "points": (),
        "drawing": Drawing(kind="mug", color="#aabbcc", accent="#112233"),
    }
    return Product(**{**row, **changes})


def a_scenario(rules: RuleBook | None = None, **changes: Any) -> Scenario:
    pitch = (PitchPhase(phase="hook", seconds=20),)
    row: dict[str, Any] = {
        "id": "tests", "version": 1, "title": a_text("tests"), "brief": a_text("tests"), "mode": "demo",
        "market_starts": START,
        "shop": Shop(
            name=a_text("shop"), currency="USD", platform="livefeed", account_score=60, cash=500_000,
            credit_line=500_000, default_services={},
        ),
        "products": (a_product(),),
        "audience": Audience(
            countries={"US": 700_000, "DE": 300_000}, shows_per_window=6000, entry_rate=55_000, followers=0,
            shop_visitors_per_hour=0,
        ),
        "show": Show(starts_at=0, seconds=1800, rundown=(RundownItem(sku="mug", pitch=pitch),), boost_cpm=900),
        "days": 7, "warehouses": (), "services": (), "desk": Desk(reply_target_hours=24, refund_limit=5000),
        "provenance": Provenance(author="tests", on="2025-10-18", source=a_text("tests")),
        "rules": rules or a_rulebook(),
    }
    return Scenario(**{**row, **changes})


class Till:
    """Payments alone in a world: what was sold is told to it, what it says is kept."""

    def __init__(self, secret: int = 1, scenario: Scenario | None = None) -> None:
        self.kit = Kit(Secrets(group_secret(secret)), lambda envelope: None)
        self.sales: dict[int, Sale] = {}
        self.payments = Payments(self.kit, scenario or a_scenario(), self)

    def sale(self, order: int) -> Sale:
        return self.sales[order]

    def sell(self, order: int, country: str, currency: str, paid: int, tax: int = 0, units: int = 1) -> None:
        """Send an order to the till and wait for the bank."""
        self.sales[order] = Sale("mug", units, tax)
        self.payments.authorise(order, country, currency, paid, paid)
        self.wait(60)

    def wait(self, seconds: int) -> None:
        self.kit.run_until(self.kit.now + seconds)

    def said(self, kind: type) -> list[Any]:
        """Everything of one kind that was said, in order."""
        return [envelope.data for envelope in self.kit.events if isinstance(envelope.data, kind)]

    def balance(self, account: str, currency: str) -> int:
        return self.payments.balances().get(currency, {}).get(account, 0)
