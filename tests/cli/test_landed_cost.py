"""``bordercast landed-cost``: the sums, the rules behind them, and refusals that say what is known."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from typing import Any

import pytest
from click.testing import CliRunner, Result

from web.cli.landed_cost import landed_cost

GERMAN = {"to": "DE", "hs": "610910", "value": "45", "currency": "EUR", "freight": "6", "date": "2026-07-02"}


def ask(*flags: str, **options: Any) -> Result:
    given = {**GERMAN, **options}
    words = [part for name, value in given.items() if value is not None for part in (f"--{name}", str(value))]
    return CliRunner().invoke(landed_cost, [*words, *flags])


def answer(*flags: str, **options: Any) -> dict[str, Any]:
    result = ask("--json", *flags, **options)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def refusal(**options: Any) -> dict[str, Any]:
    result = ask("--json", **options)
    assert result.exit_code == 2, result.output
    return json.loads(result.stdout)["error"]


def sums(found: dict[str, Any]) -> tuple[int, int, int, int]:
    return found["duty"], found["vat"], found["fees"], found["total"]


def test_a_german_order_under_the_one_stop_shop() -> None:
    found = answer(regime="ioss")

    assert sums(found) == (300, 1026, 0, 1326)
    assert (found["currency"], found["payer"], found["landed"]) == ("EUR", "seller", 6426)


def test_every_rule_is_named_with_its_source_and_dates() -> None:
    rules = answer(regime="ioss")["rules"]

    assert [rule["id"] for rule in rules] == ["eu-ioss-flat-duty", "vat-de-2021-01-01"]
    assert {"id", "source", "effective_from", "effective_to", "confidence", "note"} <= set(rules[0])
    assert (rules[0]["effective_from"], rules[0]["effective_to"]) == ("2026-07-01", "2028-07-01")


def test_without_a_scheme_the_ordinary_one_applies_and_is_named() -> None:
    found = answer()

    assert (found["regime"], found["rules"][0]["regime"]) == ("ioss", "ioss")
    assert found["regime_name"]["zh"] == "进口一站式申报（IOSS）"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"to": "BR", "value": 31, "currency": "USD", "freight": 0, "regime": "remessa"}, (620, 762, 0, 1382)),
        ({"to": "BR", "value": 90, "currency": "USD", "freight": 0, "regime": "remessa"}, (3400, 2540, 0, 5940)),
        ({"to": "MX", "value": 25, "currency": "USD", "freight": 0}, (838, 0, 0, 838)),
        ({"to": "US", "value": 25, "currency": "USD", "date": "2026-02-23", "regime": "postal"}, (16000, 0, 0, 16000)),
        ({"to": "US", "value": 25, "currency": "USD", "date": "2026-02-24", "regime": "postal"}, (250, 0, 0, 250)),
        ({"regime": "courier", "incoterm": "dap"}, (0, 969, 800, 1769)),
        ({"to": "JP", "value": 10000, "currency": "JPY", "freight": 0}, (0, 0, 0, 0)),
    ],
)
def test_the_schemes_of_other_markets(options: dict[str, Any], expected: tuple[int, int, int, int]) -> None:
    assert sums(answer(**options)) == expected


@pytest.mark.parametrize(("incoterm", "payer"), [("ddp", "seller"), ("dap", "buyer"), ("DDU", "buyer")])
def test_the_terms_say_who_pays(incoterm: str, payer: str) -> None:
    assert answer(to="US", currency="USD", incoterm=incoterm)["payer"] == payer


def test_uk_is_another_name_of_gb() -> None:
    assert answer(to="uk", currency="GBP") == answer(to="GB", currency="GBP")


def test_points_in_a_code_are_allowed() -> None:
    assert sums(answer(hs="6109.10")) == sums(answer())


def test_the_origin_matters() -> None:
    american = {"to": "US", "currency": "USD", "value": 100, "date": "2026-03-01"}

    assert answer(**american)["duty"] - answer(**american, **{"from": "VN"})["duty"] == 750


def test_goods_may_come_from_anywhere() -> None:
    assert sums(answer(**{"from": "KR"})) == sums(answer())


def test_further_headings_each_pay_their_three_euros() -> None:
    assert answer("--also", "620610=10", "--also", "950300=5")["duty"] == 900


def test_a_scheme_that_does_not_cover_the_value_is_explained() -> None:
    found = answer(value=200, regime="ioss")

    assert (found["regime"], found["duty"]) == ("courier", 2472)
    assert found["notes"] == ["ioss takes goods of EUR 0.00 to EUR 150.00: outside it, the ordinary rule applies"]


def test_an_exchange_rate_after_the_end_of_the_table_is_named_with_its_date() -> None:
    found = answer(to="BR", currency="USD", date="2026-07-02", value=31, freight=0)
    swapped = answer(currency="USD", value=45)

    assert found["notes"] == []
    assert swapped["notes"] == ["EUR/USD: the last rate the table knows is of 2025-12-31"]
    assert (swapped["rules"][-1]["effective_from"], swapped["rules"][-1]["confidence"]) == ("2025-12-31", "H")


def test_the_currency_is_that_of_the_country_unless_named() -> None:
    assert answer(to="TH", currency=None)["currency"] == "THB"


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        ({"to": "XX"}, "country_unknown", "known: US, DE, FR"),
        ({"to": "EU"}, "country_unknown", "name one of DE, FR"),
        ({"from": "XX"}, "origin_unknown", "ISO 3166-1, such as CN or VN, got 'XX'"),
        ({"date": "2021-06-30"}, "date_before_table", "expected a day from 2021-07-01 on for DE, got 2021-06-30"),
        ({"date": "1999-01-01"}, "date_before_table", "the tables begin there"),
        ({"date": "tomorrow"}, "bad_date", "expected a day such as 2026-07-02, got 'tomorrow'"),
        ({"hs": "610999"}, "hs_unknown", "near it: 610990"),
        ({"hs": "001234"}, "hs_unknown", "no chapter begins so"),
        ({"hs": "6109"}, "hs_malformed", "known beginning so: 610910, 610990"),
        ({"hs": "shirt"}, "hs_malformed", "bordercast hs WORDS"),
        ({"currency": "XYZ"}, "currency_unknown", "expected one of the currencies AED, AUD"),
        ({"value": "-5"}, "bad_amount", "expected value as an amount of EUR not below zero"),
        ({"value": "1.001"}, "bad_amount", "got '1.001'"),
        ({"value": "nan"}, "bad_amount", "got 'nan'"),
        ({"value": "1e99"}, "bad_amount", "got '1e99'"),
        ({"freight": "-1"}, "bad_amount", "expected freight"),
        ({"regime": "remessa"}, "no_regime", "known: courier, ioss"),
        ({"from": "FR"}, "not_an_import", "outside the customs territory of DE"),
        ({"incoterm": "fob"}, "bad_incoterm", "expected ddp or dap, got 'fob'"),
        (
            {"to": "US", "currency": "USD", "regime": "postal_ad_valorem"},
            "no_regime",
            "postal_ad_valorem held 2025-05-02..",
        ),
        ({"to": "SA", "currency": "SAR", "value": 2000, "hs": "010121"}, "no_tariff", "known: apparel, beauty"),
        ({"to": "CN", "currency": "CNY", "from": "JP", "value": 30000}, "over_year_limit", "general trade"),
    ],
)
def test_what_is_not_known_is_refused_with_what_is(options: dict[str, Any], code: str, said: str) -> None:
    error = refusal(**options)

    assert error["code"] == code
    assert said in error["message"]


def test_a_rough_rate_is_called_rough() -> None:
    found = answer(to="US", currency="VND", value=500000, freight=0)

    assert (found["rules"][-1]["id"], found["rules"][-1]["confidence"]) == ("fx-usd-vnd", "L")


def test_without_json_the_refusal_is_one_line_on_stderr() -> None:
    result = ask(to="XX")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("error: expected a country")


def test_the_words_explain_base_and_rate() -> None:
    told = ask(regime="ioss").stdout

    assert "EUR 10.26 = 19 % of EUR 54.00 (goods + freight + duty)" in told
    assert "EUR 3.00 = 1 x EUR 3.00 for each HS subheading" in told
    assert "Scheme: ioss, Import One-Stop Shop (IOSS) (as asked)" in told
    assert "2026-07-01 .. 2028-07-01" in told


def test_the_words_explain_a_tax_inside_its_own_base() -> None:
    told = ask(to="BR", value=90, currency="USD", freight=0).stdout

    assert "60 % of USD 90.00 (goods + freight), less USD 20.00" in told
    assert "17 % / (100 % - 17 %) of USD 124.00" in told


def test_the_words_name_the_american_sales_tax_apart() -> None:
    told = ask(to="US", value=25, currency="USD", date="2025-10-20", freight=0).stdout

    assert "sales tax of about USD 2.00" in told
    assert "24 % of USD 25.00 (goods)" in told


def test_the_command_explains_itself_in_under_a_second() -> None:
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "web.cli.main", "landed-cost", "--help"], capture_output=True, text=True, check=True
    )

    assert "--regime" in done.stdout
    assert time.perf_counter() - started < 1.0
