"""What the shop offers at the till of a country."""

from typing import Any

import pytest

from sandbox.kernel.errors import IllegalCommandError
from sandbox.payments.commands import SetPayment
from sandbox.payments.events import PaymentDeclined, PaymentSet
from tests.sandbox.harness import DAY, rules_of
from tests.sandbox.payments.harness import US_ORDER, Till, a_method, a_rulebook

RULES = rules_of("2025-10-18")


def refused(till: Till, **changes: Any) -> IllegalCommandError:
    command = {"country": "US", "methods": ("card", "wallet", "bnpl"), **changes}
    with pytest.raises(IllegalCommandError) as refusal:
        till.command(SetPayment(**command))
    return refusal.value


def test_by_default_all_that_buyers_use_is_offered_and_europe_is_checked():
    settings = Till(RULES).payments.settings

    assert settings.choice("US").methods == ("card", "wallet", "bnpl")
    assert settings.choice("AE").methods == ("card", "wallet", "cod", "bnpl")
    assert [settings.choice(country).three_ds for country in ("US", "DE", "GB")] == ["off", "all", "all"]


def test_a_local_acquirer_and_a_new_method_cost_a_contract_each():
    till = Till(RULES)
    till.command(SetPayment(country="US", methods=("wallet",)))
    till.command(SetPayment(country="US", methods=("wallet", "card"), local_acquirer=True))

    assert [event.cost for event in till.said(PaymentSet)] == [0, 35_000]
    assert till.balance("payment_contracts", "USD") == 35_000


def test_what_is_not_offered_is_not_used():
    till = Till(a_rulebook(payment_methods=(a_method("US", "card"), a_method("US", "wallet", share_ppm=0))))
    till.command(SetPayment(country="US", methods=("wallet",)))
    till.payments.settings._offers.clear()
    till.sell(US_ORDER, "US", "USD", 1000)

    assert [event.reason for event in till.said(PaymentDeclined)] == ["method_missing"]


def test_a_country_without_customers_is_refused_with_those_that_have_some():
    refusal = refused(Till(RULES), country="JP")

    assert (refusal.code, refusal.message) == ("unknown_country", "expected one of US, DE, got JP")


def test_a_method_nobody_there_uses_is_refused_with_those_in_use():
    refusal = refused(Till(RULES), methods=("card", "pix"))

    assert (refusal.code, refusal.facts["known"]) == ("unknown_method", ("card", "wallet", "bnpl"))


def test_at_least_one_way_to_pay_is_offered():
    assert refused(Till(RULES), methods=()).code == "no_method"


def test_an_acquirer_in_europe_must_check_its_buyers():
    refusal = refused(Till(RULES), country="DE", methods=("card",), local_acquirer=True, three_ds="off")

    assert refusal.code == "authentication_required"


def test_contracts_are_not_signed_beyond_the_credit_line():
    till = Till(RULES)
    till.payments.spend("ads", 990_000, "ads")

    assert refused(till, local_acquirer=True).facts == {"fee": 30_000, "cash": -490_000}


def test_looking_at_the_settings_changes_nothing():
    till = Till(RULES)
    before = till.payments.state_digest()
    till.payments.settings.choice("US")
    till.payments.settings.offer("DE")

    assert till.payments.state_digest() == before


def test_the_settings_are_part_of_what_a_run_remembers():
    till = Till(RULES)
    before = till.payments.state_digest()
    till.command(SetPayment(country="US", methods=("card",)))
    till.wait(DAY)

    assert till.payments.state_digest() != before
