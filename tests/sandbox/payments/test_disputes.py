"""Buyers who go to their bank."""

import pytest

from sandbox.kernel import ids
from sandbox.payments.events import ChargebackDecided, ChargebackOpened, RefundIssued
from tests.sandbox.harness import DAY
from tests.sandbox.payments.harness import Till, a_country, a_method, a_rulebook, cards_only

ORDERS = [ids.child(number, "order", 0) for number in range(400)]


def a_till_with_orders(rules=None, reason: str = "late") -> Till:
    till = Till(rules or cards_only())
    for order in ORDERS:
        till.begin(order, "US", "USD", 2000)
    till.wait(60)
    for order in ORDERS:
        if reason:
            till.payments.open_dispute_risk(order, reason)
    return till


def test_a_quarter_of_the_very_late_dispute_and_a_fifth_of_those_lose():
    till = a_till_with_orders()
    till.wait(140 * DAY)

    opened, decided = till.said(ChargebackOpened), till.said(ChargebackDecided)
    assert len(opened) / len(ORDERS) == pytest.approx(0.25, abs=0.06)
    assert len(decided) == len(opened)
    assert sum(event.won for event in decided) / len(decided) == pytest.approx(0.21, abs=0.1)


def test_a_lost_dispute_is_a_refund_and_a_won_one_only_costs_the_fee():
    till = a_till_with_orders()
    till.wait(140 * DAY)

    lost = [event.order for event in till.said(ChargebackDecided) if not event.won]
    assert [event.order for event in till.said(RefundIssued)] == lost
    assert till.balance("chargebacks", "USD") == 2000 * len(lost)
    assert till.balance("dispute_fees", "USD") == 1500 * len(till.said(ChargebackDecided))


def test_the_bank_takes_weeks_to_tell():
    till = a_till_with_orders()
    till.wait(120 * DAY + 61)

    days = [second // DAY for second in till.world.at(ChargebackOpened)]
    assert 20 <= sorted(days)[len(days) // 2] <= 31
    assert all(event.deadline - second == 10 * DAY for event, second in zip(
        till.said(ChargebackOpened), till.world.at(ChargebackOpened), strict=True
    ))


def test_who_got_the_money_back_has_nothing_to_dispute():
    till = a_till_with_orders()
    for order in ORDERS:
        till.payments.refund(order, 1_000_000, "full")
    till.wait(140 * DAY)

    assert till.said(ChargebackOpened) == []


def test_who_was_helped_in_time_does_not_go_to_the_bank():
    till = a_till_with_orders()
    for order in ORDERS:
        till.payments.matter_settled(order)
    till.wait(140 * DAY)

    assert till.said(ChargebackOpened) == []


def test_a_stolen_card_is_disputed_however_kind_the_desk_is():
    rules = cards_only(countries=(a_country("US", "USD", "US", fraud_ppm=1_000_000),))
    till = a_till_with_orders(rules, reason="")
    for order in ORDERS:
        till.payments.matter_settled(order)
    till.wait(140 * DAY)

    assert {event.reason for event in till.said(ChargebackOpened)} == {"fraud"}
    assert len(till.said(ChargebackOpened)) > 150


def test_banks_that_check_their_customers_bear_most_fraud_themselves():
    checked = cards_only(countries=(a_country("US", "USD", "EU", fraud_ppm=1_000_000),))
    till = a_till_with_orders(checked, reason="")
    till.wait(140 * DAY)

    assert 10 < len(till.said(ChargebackOpened)) < 60


def test_only_cards_can_be_charged_back():
    till = a_till_with_orders(a_rulebook(payment_methods=(a_method("US", "wallet"),)))
    till.wait(140 * DAY)

    assert till.said(ChargebackOpened) == []


def test_an_unknown_reason_is_an_error():
    till = a_till_with_orders()

    with pytest.raises(ValueError, match="expected one of fraud, lost, late"):
        till.payments.open_dispute_risk(ORDERS[0], "weather")
