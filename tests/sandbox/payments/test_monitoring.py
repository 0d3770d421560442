"""The card schemes' programme: a month above the limit, the fees, the reserve, and the loss of cards."""

from typing import Any

import pytest

from sandbox.kernel import ids, rule_rows
from sandbox.kernel.rule_rows_trade import MonitoringRule
from sandbox.payments.commands import SetPayment
from sandbox.payments.events import MonitoringBreached, MonitoringLeft, PaymentDeclined, ReserveHeld, ReserveReleased
from sandbox.payments.rows import monitoring_rows, payment_rows, reserve_rows
from tests.sandbox.harness import DAY, rules_of
from tests.sandbox.payments.harness import (
    FOREVER,
    OPERATIONS,
    Till,
    a_country,
    a_fee_card,
    a_method,
    a_rulebook,
    cards_only,
)

DECEMBER = 44 * DAY
"""Second at which December begins."""


def a_rule(**changes: Any) -> MonitoringRule:
    rule = {
        "country": "any", "programme": "VAMP excessive", "threshold_ppm": 22_000, "min_count": 15,
        "reserve_ppm": 100_000, "reserve_days": 180, "fee_minor": 800, "currency": "USD", "months_to_loss": 3,
    }
    return MonitoringRule(**{**FOREVER, **rule, **changes})


def a_bad_shop(*rules: MonitoringRule, orders: int = 400, fraud_ppm: int = 150_000, **changes: Any) -> Till:
    """A shop with so many American card orders on the first day, many of them by stolen cards."""
    till = Till(cards_only(
        countries=(a_country("US", "USD", "US", fraud_ppm=fraud_ppm), a_country("DE", "EUR", "EU")),
        monitoring_rules=rules or (a_rule(),), **changes,
    ))
    for number in range(orders):
        till.begin(ids.child(number, "order", 0), "US", "USD", 2000)
    till.wait(60)
    return till


def test_a_month_above_the_limit_costs_a_fee_for_each_dispute():
    till = a_bad_shop()
    till.wait(DECEMBER)

    breach = till.said(MonitoringBreached)[0]
    disputes = till.payments.monitoring.groups["any"].months[breach.month].disputes
    assert (breach.month, breach.action, breach.limit_ppm) == ("2025-11", "reserve", 22_000)
    assert breach.cost == 800 * disputes
    assert till.balance("monitoring", "USD") >= breach.cost


def test_a_fraud_counts_twice_as_a_report_and_as_a_dispute():
    till = a_bad_shop()
    till.wait(DECEMBER - DAY)

    month = till.payments.monitoring.groups["any"].months["2025-11"]
    assert month.reports == month.disputes > 10
    assert monitoring_rows(till.payments)[0].count == 2 * month.disputes


def test_the_older_programme_counts_disputes_alone():
    till = a_bad_shop(a_rule(programme="VDMP excessive"))
    till.wait(DECEMBER - DAY)

    month = till.payments.monitoring.groups["any"].months["2025-11"]
    assert monitoring_rows(till.payments)[0].count == month.disputes


def test_a_few_disputes_are_never_excessive():
    till = a_bad_shop(a_rule(min_count=1_000))
    till.wait(DECEMBER + DAY)

    assert till.said(MonitoringBreached) == []


def test_a_good_month_ends_the_programme():
    till = a_bad_shop(a_rule(months_to_loss=9))
    till.wait(180 * DAY)

    assert len(till.said(MonitoringLeft)) == 1
    assert till.payments.monitoring.groups["any"].breaches == 0


def test_after_some_months_in_a_row_cards_are_lost():
    till = a_bad_shop(a_rule(months_to_loss=2, threshold_ppm=10_000), orders=1_500)
    till.wait(DECEMBER + DAY)
    till.begin(ids.child(1, "late", 0), "US", "USD", 2000)
    till.wait(60)

    assert [event.action for event in till.said(MonitoringBreached)][:2] == ["reserve", "cards_lost"]
    assert [event.reason for event in till.said(PaymentDeclined)][-1] == "method_missing"
    assert not payment_rows(till.payments)[0].has_cards


def test_lost_cards_cannot_be_offered_again():
    till = a_bad_shop(a_rule(months_to_loss=1))
    till.wait(DECEMBER + DAY)

    with pytest.raises(Exception, match="expected no cards in US"):
        till.payments.settings.set(SetPayment(country="US", methods=("card",)), OPERATIONS)


def test_in_the_programme_a_tenth_of_each_payout_is_kept_for_half_a_year():
    till = a_bad_shop()
    till.wait(DECEMBER + DAY)
    order = ids.child(1, "late", 0)
    till.begin(order, "US", "USD", 2000)
    till.wait(60)
    till.payments.settle_after_delivery(order)
    till.wait(10 * DAY)

    held = till.said(ReserveHeld)
    *_, payout = [lines for _, reason, _, lines in till.payments.books.journal.since(0) if reason == "payout"]
    assert {account: amount for account, _, amount in payout}["reserve"] == 188
    assert reserve_rows(till.payments)[0].amount == held[0].amount
    assert held[0].until - till.world.at(ReserveHeld)[0] == 180 * DAY


def test_the_reserve_comes_back():
    till = a_bad_shop(a_rule(reserve_days=20))
    till.wait(DECEMBER + DAY)
    order = ids.child(1, "late", 0)
    till.begin(order, "US", "USD", 2000)
    till.wait(60)
    till.payments.settle_after_delivery(order)
    till.wait(40 * DAY)

    assert till.said(ReserveReleased)[0].amount == 188
    assert till.balance("reserve", "USD") == 0


def test_a_payment_service_is_careful_with_a_shop_near_the_limit():
    """Half the limit is enough for the processor of the shop's own site, not for a platform."""
    def held(**card: Any) -> int:
        till = a_bad_shop(a_rule(threshold_ppm=200_000), platform_fees=(a_fee_card(**card),))
        till.wait(DECEMBER + DAY)
        order = ids.child(1, "late", 0)
        till.begin(order, "US", "USD", 2000)
        till.wait(60)
        till.payments.settle_after_delivery(order)
        till.wait(10 * DAY)
        assert till.said(MonitoringBreached) == []
        return till.balance("reserve", "USD")

    assert held(settles_from="payment") > 0
    assert held() == 0


def test_a_country_with_its_own_row_is_judged_alone():
    rules = (a_rule(), a_rule(country="DE", threshold_ppm=500_000))
    till = a_bad_shop(*rules)
    till.begin(ids.child(1, "german", 0), "DE", "EUR", 2000)
    till.wait(60)

    assert [row.place for row in monitoring_rows(till.payments)] == ["DE", "any"]
    assert monitoring_rows(till.payments)[0].settled == 1


@pytest.mark.parametrize(("day", "programme", "limit"), [
    ("2025-05-31", "VDMP excessive", 18_000), ("2025-06-01", "VAMP excessive", 22_000),
    ("2026-03-31", "VAMP excessive", 22_000), ("2026-04-01", "VAMP excessive", 15_000),
])
def test_the_limit_of_the_real_table_changes_on_its_day(day, programme, limit):
    monitoring = Till(rules_of("2025-05-01")).payments.monitoring
    rule = monitoring.rule("US", rule_rows.day(day))

    assert rule is not None
    assert (rule.programme, rule.threshold_ppm) == (programme, limit)


def test_the_step_of_april_2026_is_not_for_the_gulf():
    rule = Till(rules_of("2025-10-18")).payments.monitoring.rule("SA", rule_rows.day("2026-04-01"))

    assert rule is not None
    assert rule.threshold_ppm == 22_000


def test_without_a_rule_nobody_is_judged():
    till = Till(a_rulebook(payment_methods=(a_method("US", "card"),)))
    till.sell(ids.child(1, "order", 0), "US", "USD", 2000)
    till.wait(DECEMBER)

    assert monitoring_rows(till.payments) == ()
