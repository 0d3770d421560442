"""The sections of the scenario file: head, shop, audience, show, market. Plain values, as an author writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from sandbox.kernel.money import Money
from sandbox.kernel.rulebook import RuleBook
from scenarios.fitting.fit import Fit, day_text
from scenarios.fitting.naming import product_codes
from scenarios.fitting.papers import certificates_held, schemes_joined
from scenarios.fitting.products import minor
from scenarios.fitting.shelf_scale import Shelf

IN_SHOW = 8
PITCH = (("hook", 20), ("pain", 30), ("demo", 60), ("trust", 30), ("offer", 40), ("close", 30))
"""As in ``first-live``: 210 seconds a product."""
SHOW_HOUR = 20
"""Local hour of the show where the data know no hours (chosen)."""
SHOW_DAY = 2
RIVALS = 23
"""Rival listings per category and country, as the scenario format has it where nothing is said."""
CASH_DAYS = 30
"""Days of expected revenue that lie in the bank at the start (chosen)."""


def own(us_cents: int, fit: Fit, rules: RuleBook) -> int:
    """US cents in minor units of the shop's currency, on the first day."""
    return max(1, rules.convert(Money(us_cents, "USD"), fit.currency, rules.on))


def head(case_id: str, starts: date, fit: Fit, rules: RuleBook, countries: dict[str, float]) -> dict[str, Any]:
    """Id, texts and the first second: local midnight in the country with most orders."""
    biggest = max(countries, key=lambda code: (countries[code], code))
    ahead = timedelta(minutes=rules.utc_offset(biggest, starts.toordinal()))
    midnight = datetime(starts.year, starts.month, starts.day, tzinfo=UTC) - ahead
    where_en = ", ".join(rules.country(code).name_en for code in countries)
    where_zh = "、".join(rules.country(code).name_zh for code in countries)
    span = f"{day_text(fit.first_day)} - {day_text(fit.held_from - 1)}"
    items = len(fit.catalogue.items)
    return {
        "id": case_id, "version": 1, "title": {"en": "A shop from its orders", "zh": "来自真实订单的店铺"},
        "brief": {
            "en": f"A real shop, known only by its orders of {span}: {items} products, sold to {where_en}. It is yours "
                  "now. Keep the shelf selling, hold one live show, and earn more than it would earn by itself.",
            "zh": f"一家真实的店铺，我们只知道它在{span}的订单：{items}款商品，卖往{where_zh}。现在由你们接手："
                  "稳住货架销售，办好一场直播，赚得比放着不管更多。",
        },
        "mode": "team", "level": "competent", "market_starts": midnight.strftime("%Y-%m-%dT%H:%MZ"),
    }


def shop(fit: Fit, rate: float, defaults: dict[str, str], rules: RuleBook) -> dict[str, Any]:
    """The shop; cash for a month of its own sales."""
    value = sum(item.price * item.orders for item in fit.catalogue.items)
    cash = minor(rate * value * CASH_DAYS, fit.currency)
    return {
        "name": {"en": "The shop of this case", "zh": "案例店铺"}, "currency": fit.currency, "platform": "livefeed",
        "account_score": 60, "cash": max(cash, own(500_000, fit, rules)),
        "credit_line": max(cash // 2, own(250_000, fit, rules)), "default_services": defaults,
    }


def audience(countries: dict[str, float]) -> dict[str, Any]:
    """Who comes to the room: the country mix of the orders, and the size of a small room as in ``first-live``."""
    return {
        "countries": ppm_shares(countries), "shows_per_window": 24_000, "entry_rate": 55_000, "followers": 20_000,
        "shop_visitors_per_hour": 36,
    }


def ppm_shares(shares: dict[str, float]) -> dict[str, int]:
    """Shares in parts per million that sum to one million; the biggest takes the rounding."""
    parts = {code: max(1, round(share * 1_000_000)) for code, share in shares.items()}
    biggest = max(parts, key=lambda code: (parts[code], code))
    parts[biggest] += 1_000_000 - sum(parts.values())
    return parts


def show(
    fit: Fit, days: int, rules: RuleBook, countries: dict[str, float], products: list[dict[str, Any]]
) -> dict[str, Any]:
    """One show with the best sellers, at the busiest hour of the data."""
    hours = fit.habits.hours
    hour = max(range(24), key=lambda h: (hours[h], h)) if hours else SHOW_HOUR
    pitch = [{"phase": phase, "seconds": seconds} for phase, seconds in PITCH]
    rundown = [{"sku": product["sku"], "pitch": pitch} for product in products[:IN_SHOW]]
    cpm = sum(rules.country(code).cpm_minor * share for code, share in countries.items())
    languages = list(dict.fromkeys(rules.country(code).language for code in countries))
    return {
        "starts_at": min(SHOW_DAY, days - 1) * 86_400 + min(hour, 22) * 3_600, "seconds": 1_800, "rundown": rundown,
        "scene": "studio", "scene_quality": 500_000, "languages": languages[:4],
        "lucky_bag_cost": own(600, fit, rules), "boost_cpm": own(round(cpm), fit, rules),
    }


def search_words(goods: dict[str, tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Category to the words shoppers search: the nouns of its products.

    Args:
        goods: sku to category and noun.
    """
    words: dict[str, list[str]] = {}
    for category, noun in goods.values():
        mine = words.setdefault(category, [])
        mine += [code for code in product_codes([noun]) if code not in mine]
    return {category: tuple(mine) for category, mine in words.items()}


def keywords_of(noun: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """What a listing's title covers: its own noun and the commonest two of the category (chosen)."""
    return tuple(dict.fromkeys((*product_codes([noun]), *words[:2])))


def market(
    platform: str, rules: RuleBook, goods: dict[str, tuple[str, str]], products: list[dict[str, Any]], shelf: Shelf
) -> dict[str, Any]:
    """The shelf: accounts, listings, shoppers, one supplier for all products.

    Args:
        platform: where the shop's listings stand.
        rules: for languages.
        goods: sku to category and noun.
        products: best seller first.
        shelf: how many of them are listed where, and with which reviews and pages.
    """
    words, by_sku = search_words(goods), {product["sku"]: product for product in products}
    listings = [
        {"sku": product["sku"], "platform": platform, "country": code, "price": product["price"],
         "language": rules.country(code).language,
         "keywords": list(keywords_of(goods[product["sku"]][1], words[product["category"]])),
         "content": content, "rating": 430, "reviews": reviews, "age_days": 60}
        for code, start in shelf.countries.items()
        for sku, reviews, content in zip(start.skus, start.reviews, start.content_ppm, strict=True)
        for product in (by_sku[sku],)
    ]
    quotes = [
        {"sku": product["sku"], "unit_cost": product["unit_cost"], "minimum": 100, "lead_days": 12,
         "quality": product["quality"], "defect": product["defect"]}
        for product in products
    ]
    return {
        "accounts": [{"platform": platform, "country": code} for code in shelf.countries],
        "categories": sorted(words), "shoppers": shelf.scale_ppm, "rivals": RIVALS, "listings": listings,
        "keywords": {category: list(mine) for category, mine in words.items()},
        "certificates": certificates_held(products, {code: one.skus for code, one in shelf.countries.items()}, rules),
        "registrations": schemes_joined(list(shelf.countries), rules),
        "suppliers": [
            {"id": "usual-supplier", "name": {"en": "The usual supplier", "zh": "常用供应商"}, "quotes": quotes},
        ],
    }
