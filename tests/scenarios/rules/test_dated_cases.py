"""What the law asks of one parcel, worked out by hand from its text: both sides of each change and of each threshold.

Amounts are written as on an invoice; the rates used are in the comments. T-shirts are 610910: 16.5 % in the United
States and 7.5 % more from China, 12 % in the EU and the United Kingdom; elsewhere the rough rate of apparel.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple

import pytest

from sandbox.kernel.money import Money, digits
from sandbox.kernel.rule_rows import day
from sandbox.kernel.rulebook import RuleBook
from sandbox.logistics.duty import Goods, Way, work_out
from tests.scenarios.rules.builders import every_rule


class Case(NamedTuple):
    """A parcel and what is due."""

    to: str
    on: str
    value: str
    duty: str
    vat: str
    fees: str = "0"
    freight: str = "0"
    regime: str = ""
    origin: str = "CN"
    hs: str = "610910"
    currency: str = ""


UNITED_STATES = [
    Case("US", "2025-05-01", "800", "0", "0"),  # de minimis: USD 800
    Case("US", "2025-05-01", "800.01", "1352.01", "0", "1.50"),  # 24 % + 20 % + 125 %
    Case("US", "2025-05-02", "25", "42.25", "0", "1.50"),  # no de minimis for China: 169 %
    Case("US", "2025-05-13", "25", "42.25", "0", "1.50"),
    Case("US", "2025-05-14", "25", "13.50", "0", "1.50"),  # 24 % + 20 % + 10 %
    Case("US", "2025-11-09", "25", "13.50", "0", "1.50"),
    Case("US", "2025-11-10", "25", "11.00", "0", "1.50"),  # 24 % + 10 % + 10 %
    Case("US", "2026-02-23", "25", "11.00", "0", "1.50"),
    Case("US", "2026-02-24", "25", "8.50", "0", "1.50"),  # IEEPA ends; 24 % + 10 % surcharge
    Case("US", "2026-07-24", "25", "8.50", "0", "1.50"),
    Case("US", "2026-07-25", "25", "6.00", "0", "1.50"),  # the surcharge ends after 150 days
    Case("US", "2025-05-01", "25", "0", "0", regime="post"),
    Case("US", "2025-05-02", "25", "100", "0", regime="post"),
    Case("US", "2025-08-28", "25", "100", "0", regime="post"),
    Case("US", "2025-08-29", "25", "200", "0", regime="post"),  # IEEPA 30 %: above 25 %
    Case("US", "2025-11-09", "25", "200", "0", regime="post"),
    Case("US", "2025-11-10", "25", "160", "0", regime="post"),  # IEEPA 20 %: 16 to 25 %
    Case("US", "2026-02-23", "25", "160", "0", regime="post"),
    Case("US", "2026-02-24", "25", "2.50", "0", regime="post"),  # only the surcharge
    Case("US", "2026-07-24", "25", "2.50", "0", regime="post"),
    Case("US", "2025-11-10", "25", "5.00", "0", regime="postal_ad_valorem"),
    Case("US", "2025-08-28", "25", "0", "0", origin="VN"),
    Case("US", "2025-08-29", "25", "9.13", "0", "1.50", origin="VN"),  # 16.5 % + 20 %
    Case("US", "2026-02-24", "25", "6.63", "0", "1.50", origin="VN"),  # 16.5 % + 10 %
    Case("US", "2025-05-01", "25", "0", "0", origin="HK"),
    Case("US", "2025-05-02", "25", "40.38", "0", "1.50", origin="HK"),  # as China, but no Section 301: 161.5 %
    Case("US", "2026-02-24", "25", "6.63", "0", "1.50", origin="HK"),
    Case("US", "2025-08-29", "25", "3.75", "0", "1.50", origin="DE"),  # 15 % all told
]
EUROPE = [
    Case("DE", "2026-06-30", "45", "0", "9.69", freight="6"),  # 19 % of 51
    Case("DE", "2026-07-01", "45", "3", "10.26", freight="6"),  # 19 % of 54
    Case("DE", "2028-07-01", "45", "3", "10.26", freight="6"),
    Case("DE", "2028-07-02", "45", "6.12", "10.85", freight="6"),  # 12 % of 51; 19 % of 57.12
    Case("DE", "2026-07-01", "150", "3", "30.21", freight="6"),  # 19 % of 159
    Case("DE", "2026-07-01", "150.01", "18.72", "33.20", freight="6"),  # 12 % of 156.01; 19 % of 174.73
    Case("DE", "2026-06-30", "45", "0", "9.69", "8", freight="6", regime="courier"),
    Case("DE", "2026-07-01", "45", "0", "9.69", "8", freight="6", regime="courier"),  # outside IOSS: under review
    Case("FR", "2026-02-28", "45", "0", "10.20", freight="6"),  # 20 % of 51
    Case("FR", "2026-03-01", "45", "0", "10.20", "2", freight="6"),  # EUR 2 a heading
    Case("FR", "2026-07-01", "45", "3", "10.80", "2", freight="6"),  # 20 % of 54
    Case("IT", "2026-06-30", "45", "0", "11.22", freight="6"),  # 22 % of 51
    Case("IT", "2026-07-01", "45", "3", "11.88", "2", freight="6"),  # 22 % of 54; EUR 2 a parcel
    Case("RO", "2025-12-31", "100", "0", "21"),  # 21 %
    Case("RO", "2026-01-01", "100", "0", "21", "25"),  # RON 25 a parcel
    Case("SK", "2024-12-31", "51", "0", "10.20"),  # 20 %
    Case("SK", "2025-01-01", "51", "0", "11.73"),  # 23 %
    Case("EE", "2025-06-30", "51", "0", "11.22"),  # 22 %
    Case("EE", "2025-07-01", "51", "0", "12.24"),  # 24 %
    Case("GB", "2025-10-20", "135", "0", "28", freight="5"),  # 20 % of 140
    Case("GB", "2025-10-20", "135", "0", "28", "8", freight="5", regime="unregistered"),
    Case("GB", "2025-10-20", "135.01", "16.20", "30.24"),  # 12 %; 20 % of 151.21
    Case("GB", "2029-03-31", "20", "0", "4"),
    Case("GB", "2029-04-01", "20", "2.40", "4.48"),  # the relief is over: 12 %
]
AMERICAS = [
    Case("BR", "2025-10-20", "31", "6.20", "7.62", currency="USD"),  # 20 %; 37.20 x 17/83
    Case("BR", "2025-10-20", "90", "34", "25.40", currency="USD"),  # 60 % less 20; 124 x 17/83
    Case("BR", "2025-10-20", "50", "10", "12.29", currency="USD"),
    Case("BR", "2025-10-20", "50.01", "10.01", "12.29", currency="USD"),
    Case("BR", "2024-07-31", "31", "0", "6.35", currency="USD"),  # 31 x 17/83
    Case("BR", "2024-08-01", "31", "6.20", "7.62", currency="USD"),
    Case("BR", "2024-07-31", "90", "54", "29.49", currency="USD"),  # 60 %; 144 x 17/83
    Case("BR", "2025-10-20", "3000", "1780", "979.04", currency="USD"),
    Case("BR", "2025-10-20", "31", "18.60", "10.16", regime="courier", currency="USD"),  # not certified: 60 %
    Case("MX", "2025-08-14", "25", "4.75", "0", currency="USD"),  # 19 %
    Case("MX", "2025-08-15", "25", "8.38", "0", currency="USD"),  # 33.5 %
    Case("MX", "2025-10-20", "2500", "837.50", "0", currency="USD"),
    Case("MX", "2025-10-20", "2500.01", "875.00", "540.00", currency="USD"),  # rough 35 %; 16 % of 3375.01
    Case("MX", "2025-10-20", "50", "0", "0", origin="US", currency="USD"),
    Case("MX", "2025-10-20", "50.01", "8.50", "0", origin="US", currency="USD"),  # 17 %
    Case("MX", "2025-10-20", "117", "19.89", "0", origin="CA", currency="USD"),
    Case("MX", "2025-10-20", "117.01", "22.23", "0", origin="CA", currency="USD"),  # 19 %
    Case("CA", "2025-10-20", "20", "0", "0"),
    Case("CA", "2025-10-20", "20.01", "3.60", "1.18"),  # rough 18 %; 5 % of 23.61
    Case("CA", "2025-10-20", "40", "0", "0", origin="US"),
    Case("CA", "2025-10-20", "40.01", "0", "2.00", origin="US"),
    Case("CA", "2025-10-20", "150.01", "27.00", "8.85", origin="US"),  # 18 %; 5 % of 177.01
]
ASIA_AND_GULF = [
    Case("TH", "2024-07-04", "1500", "0", "0"),
    Case("TH", "2024-07-05", "1500", "0", "105"),  # 7 %
    Case("TH", "2025-12-31", "1500", "0", "105"),
    Case("TH", "2025-12-31", "1500.01", "450.00", "136.50"),  # rough 30 %; 7 % of 1950.01
    Case("TH", "2026-01-01", "100", "30", "9.10"),  # from the first baht
    Case("SA", "2025-10-20", "1000", "0", "150"),  # 15 %
    Case("SA", "2025-10-20", "1000.01", "50.00", "157.50"),  # 5 %; 15 % of 1050.01
    Case("AE", "2025-10-20", "300", "0", "15"),  # 5 %
    Case("AE", "2025-10-20", "300.01", "15.00", "15.75"),
    Case("JP", "2028-03-31", "10000", "0", "0"),
    Case("JP", "2028-04-01", "10000", "0", "1000"),  # 10 %
    Case("JP", "2025-10-20", "10001", "500", "1050"),  # rough 5 %; 10 % of 10501
    Case("AU", "2025-10-20", "1000", "0", "101", freight="10"),  # 10 % of 1010
    Case("AU", "2025-10-20", "1000.01", "50.00", "105.00", "90"),
    Case("VN", "2025-02-17", "1000000", "0", "0"),
    Case("VN", "2025-02-18", "1000000", "0", "80000"),  # 8 %
    Case("MY", "2025-10-20", "500", "0", "50"),  # 10 %
    Case("MY", "2025-10-20", "500.01", "50.00", "55.00"),
    Case("SG", "2025-10-20", "400", "0", "36"),  # 9 %
    Case("SG", "2025-10-20", "400.01", "0", "36.00"),
    Case("PH", "2025-10-20", "10000", "0", "0"),
    Case("PH", "2025-10-20", "10000.01", "1500.00", "1380.00"),  # rough 15 %; 12 % of 11500.01
    Case("ID", "2025-10-20", "3", "0", "0.33", currency="USD"),  # 11 %
    Case("ID", "2025-10-20", "3.01", "0.23", "0.36", currency="USD"),  # 7.5 %; 11 % of 3.24
    Case("CN", "2025-10-20", "100", "0", "9.10", origin="JP", hs="330499"),  # 70 % of 13 %
    Case("CN", "2025-10-20", "5000", "0", "455", origin="JP", hs="330499"),
    Case("CN", "2025-10-20", "5000.01", "250.00", "682.50", origin="JP", hs="330499"),  # a single piece: 5 %, 13 %
    Case("CN", "2025-10-20", "100", "0", "23.06", origin="FR", hs="330499", regime="cbec_luxury_cosmetics"),
]
CASES = [*UNITED_STATES, *EUROPE, *AMERICAS, *ASIA_AND_GULF]


@cache
def book() -> RuleBook:
    """Every rule since 2024."""
    return every_rule()


def money(text: str, currency: str) -> Money:
    """``19.99`` as minor units."""
    return Money(int(Decimal(text).scaleb(digits(currency))), currency)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.to}-{case.on}-{case.value}-{case.regime}{case.origin}")
def test_a_parcel_pays_what_the_law_of_its_day_asks(case: Case) -> None:
    currency = case.currency or book().country(case.to).currency
    regime = "" if case.regime == "post" else case.regime
    channel = "post" if case.regime.startswith("post") else "courier"
    goods = Goods(case.hs, "", money(case.value, currency))
    way = Way(case.to, channel, "DDP", money(case.freight, currency), case.origin, regime)

    charges = work_out(book(), day(case.on), goods, way, currency).charges

    due = (charges.duty, charges.vat_at_sale + charges.vat_at_border, charges.fees)
    assert due == tuple(money(text, currency).minor for text in (case.duty, case.vat, case.fees))


def test_there_are_cases_on_both_sides_of_every_change_of_the_united_states() -> None:
    days = {case.on for case in UNITED_STATES}

    assert {"2025-05-01", "2025-05-02", "2025-08-28", "2025-08-29", "2026-02-23", "2026-02-24"} <= days
    assert len(CASES) == len(set(CASES)) >= 40


UNION_VAT = {
    "AT": "20", "BE": "21", "BG": "20", "CY": "19", "CZ": "21", "DE": "19", "DK": "25", "EE": "24", "ES": "21",
    "FI": "25.5", "FR": "20", "GR": "24", "HR": "25", "HU": "27", "IE": "23", "IT": "22", "LT": "21", "LU": "17",
    "LV": "21", "MT": "18", "NL": "21", "PL": "23", "PT": "23", "RO": "21", "SE": "25", "SI": "22", "SK": "23",
}  # fmt: skip
"""Standard rates of July 2026, percent."""


@pytest.mark.parametrize(("country", "percent"), UNION_VAT.items())
def test_every_member_of_the_union_takes_its_own_vat_and_the_same_three_euros(country: str, percent: str) -> None:
    goods, way = Goods("610910", "", money("100", "EUR")), Way(country, "courier", "DDP", money("0", "EUR"))

    charges = work_out(book(), day("2026-07-02"), goods, way, "EUR").charges

    assert (charges.duty, charges.vat_at_sale) == (300, int(Decimal(103) * Decimal(percent) + Decimal("0.5")))
