"""Worked examples, computed by hand from the rows of the dated tables."""

from __future__ import annotations

import pytest

from sandbox.kernel.money import Money, half_up, share
from sandbox.kernel.rule_rows import day
from sandbox.logistics.duty import Charges, Goods, Way, assess
from tests.sandbox.harness import rules_of

FREE = Money(0, "USD")


def of_a_lamp(on: str, value: Money, country: str, channel: str = "courier", **way: object) -> Charges:
    """A table lamp, 940521: 6 % in the United States and 25 % more from China, 4.7 % in the EU."""
    incoterm = "DAP" if channel == "post" else "DDP"
    told = {"country": country, "channel": channel, "incoterm": incoterm, "freight": FREE, **way}
    return assess(rules_of("2024-01-02"), day(on), Goods("940521", "home", value), Way(**told))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("on", "duty"),
    [
        ("2025-05-01", 0),  # relief up to USD 800
        ("2025-05-02", 4400),  # 31 % + 20 % + 125 %
        ("2025-05-13", 4400),
        ("2025-05-14", 1525),  # 31 % + 20 % + 10 %
        ("2025-10-18", 1525),
        ("2025-11-09", 1525),
        ("2025-11-10", 1275),  # 31 % + 10 % + 10 %
        ("2026-02-23", 1275),
        ("2026-02-24", 1025),  # 31 % + 10 % surcharge
        ("2026-07-24", 1025),
        ("2026-07-25", 775),  # 31 %
    ],
)
def test_american_duty_on_a_lamp_of_25_dollars_follows_the_date(on: str, duty: int) -> None:
    assert of_a_lamp(on, Money(2500, "USD"), "US").duty == duty


def test_an_american_courier_parcel_names_every_rule_it_used() -> None:
    charges = of_a_lamp("2025-10-18", Money(2500, "USD"), "US")

    assert charges == Charges(
        currency="USD",
        duty=1525,
        sales_tax=200,
        fees=150,
        payer="seller",
        rules=(
            "us-courier-cn-2025-08-29",
            "tariff-us-94052160",
            "us-ieepa-fentanyl-2025-05-02",
            "us-ieepa-reciprocal-2025-05-14",
            "sales-tax-us",
        ),
    )


def test_eight_digits_pay_their_own_line() -> None:
    goods = Goods("94052180", "home", Money(2500, "USD"))

    charges = assess(rules_of("2024-01-02"), day("2026-07-25"), goods, Way("US", "courier", "DDP", FREE))

    assert charges.duty == 723  # 3.9 % + 25 % of 25.00 is 7.225


@pytest.mark.parametrize(("on", "duty"), [("2025-11-09", 20000), ("2025-11-10", 16000), ("2026-02-24", 250)])
def test_american_post_pays_by_the_item_at_the_door(on: str, duty: int) -> None:
    charges = of_a_lamp(on, Money(2500, "USD"), "US", "post")

    assert (charges.duty, charges.payer) == (duty, "buyer")


@pytest.mark.parametrize(
    ("on", "duty", "vat"),
    [
        ("2025-10-18", 0, 950),  # 19 % of 45 + 5
        ("2026-06-30", 0, 950),
        ("2026-07-01", 300, 1007),  # EUR 3 a heading; 19 % of 45 + 5 + 3
    ],
)
def test_a_german_order_of_45_euros_pays_vat_at_sale(on: str, duty: int, vat: int) -> None:
    charges = of_a_lamp(on, Money(4500, "EUR"), "DE", freight=Money(500, "EUR"))

    assert (charges.duty, charges.vat_at_sale, charges.vat_at_border, charges.payer) == (duty, vat, 0, "seller")


def test_german_relief_ends_above_150_euros() -> None:
    at = of_a_lamp("2025-10-18", Money(15000, "EUR"), "DE", freight=Money(500, "EUR"))
    above = of_a_lamp("2025-10-18", Money(15001, "EUR"), "DE", freight=Money(500, "EUR"))

    assert (at.duty, at.vat_at_sale) == (0, 2945)
    assert (above.duty, above.vat_at_border) == (729, 3084)  # 4.7 % of 155.01; 19 % of 162.30
    assert above.rules == ("eu-entry", "tariff-eu-94052011", "vat-de-2021-01-01")


def test_outside_the_one_stop_shop_a_german_buyer_pays_at_the_door() -> None:
    charges = of_a_lamp("2025-10-18", Money(4500, "EUR"), "DE", regime="courier", incoterm="DAP")

    assert (charges.vat_at_border, charges.fees, charges.payer) == (855, 800, "buyer")


@pytest.mark.parametrize(("country", "vat", "sales_tax"), [("DE", 855, 0), ("US", 0, 360)])
def test_local_stock_pays_only_the_tax_at_sale(country: str, vat: int, sales_tax: int) -> None:
    currency = "EUR" if country == "DE" else "USD"

    charges = of_a_lamp("2025-10-18", Money(4500, currency), country, "domestic")

    assert (charges.vat_at_sale, charges.sales_tax, charges.at_border) == (vat, sales_tax, 0)


def test_the_same_engine_grosses_up_brazilian_icms() -> None:
    charges = of_a_lamp("2025-10-18", Money(3100, "USD"), "BR")

    value = rules_of("2024-01-02").convert(Money(3100, "USD"), "BRL", day("2025-10-18"))
    assert charges.duty == share(value, 200_000)
    assert charges.vat_at_sale == half_up((value + charges.duty) * 17, 83)


def test_the_same_engine_takes_the_mexican_flat_rate() -> None:
    charges = of_a_lamp("2025-10-18", Money(2500, "USD"), "MX")

    value = rules_of("2024-01-02").convert(Money(2500, "USD"), "MXN", day("2025-10-18"))
    assert charges.duty == share(value, 335_000)
