"""The stylised facts of payments lie in their ranges, measured from the shipped classes."""

import pytest

from sandbox.kernel.draws import Secrets, group_secret
from sandbox.payments.measures import chargebacks, refusals
from tests.sandbox.harness import rules_of

RULES = rules_of("2025-10-18")


@pytest.fixture(scope="module")
def measured():
    return chargebacks(RULES, Secrets(group_secret(1)))


def test_in_an_ordinary_month_a_few_card_orders_in_a_thousand_are_disputed(measured):
    assert 3_000 <= measured.normal <= 8_000


def test_a_wave_of_fraud_more_than_doubles_that(measured):
    assert measured.wave > 12_000


def test_checking_every_buyer_ends_the_wave(measured):
    assert measured.wave_checked < 8_000


def test_a_strict_screen_helps_a_little(measured):
    assert 0.6 * measured.wave < measured.wave_strict < measured.wave


def test_one_parcel_in_four_to_ten_is_refused_at_the_door():
    assert 100_000 <= refusals(RULES).confirmed < refusals(RULES).unconfirmed <= 250_000
