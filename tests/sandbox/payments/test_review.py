"""Orders that the screen stops, and who decides."""

import pytest

from sandbox.kernel import ids
from sandbox.kernel.errors import IllegalCommandError
from sandbox.payments.commands import ApproveOrder, HoldOrder, SetPayment
from sandbox.payments.events import FraudWaveStarted, OrderFlagged, OrderReviewed, PaymentAuthorised, PaymentDeclined
from sandbox.payments.rows import flagged_rows
from sandbox.payments.screen import caught_ppm
from tests.sandbox.harness import HOUR
from tests.sandbox.payments.harness import Till, a_country, cards_only

ORDERS = [ids.child(number, "order", 0) for number in range(300)]


@pytest.fixture
def till() -> Till:
    """Three hundred American card orders behind a screen that stops a fifth of the good ones."""
    till = Till(cards_only())
    till.command(SetPayment(country="US", methods=("card",), false_positive_ppm=200_000))
    for order in ORDERS:
        till.begin(order, "US", "USD", 2000)
    till.wait(60)
    return till


def test_a_stopped_order_waits_with_what_a_reviewer_can_see(till):
    flagged = till.said(OrderFlagged)

    assert 40 < len(flagged) < 80
    assert max(event.score_ppm for event in flagged) < 200_000
    assert len(till.said(PaymentAuthorised)) == len(ORDERS) - len(flagged)


def test_an_approved_order_is_paid_at_once(till):
    order = till.said(OrderFlagged)[0].order
    till.command(ApproveOrder(order=order))

    assert till.said(PaymentAuthorised)[-1].order == order
    assert till.said(OrderReviewed) == [OrderReviewed(order=order, approved=True, by="seat")]


def test_an_order_that_is_held_is_never_charged(till):
    order = till.said(OrderFlagged)[0].order
    till.command(HoldOrder(order=order))

    assert till.said(PaymentDeclined) == [PaymentDeclined(order=order, method="card", soft=False, reason="held")]


def test_after_a_day_without_a_decision_it_is_refused(till):
    till.command(ApproveOrder(order=till.said(OrderFlagged)[0].order))
    till.wait(24 * HOUR)

    assert {event.reason for event in till.said(PaymentDeclined)} == {"not_reviewed"}
    assert len(till.said(OrderReviewed)) == len(till.said(OrderFlagged))
    assert till.payments.till.flagged() == []


def test_only_a_stopped_order_can_be_decided(till):
    paid = till.said(PaymentAuthorised)[0].order
    with pytest.raises(IllegalCommandError) as refusal:
        till.command(ApproveOrder(order=paid))

    assert refusal.value.code == "order_not_flagged"
    assert len(refusal.value.facts["flagged"]) == len(till.said(OrderFlagged))


def test_an_order_that_was_called_off_is_not_reviewed_any_more(till):
    order = till.said(OrderFlagged)[0].order
    till.payments.refund(ids.from_text(order), 1_000_000, "cancel")
    till.wait(25 * HOUR)

    assert order not in [event.order for event in till.said(OrderReviewed)]


def test_the_rows_of_the_queue_do_not_tell_the_truth(till):
    row = flagged_rows(till.payments)[0]

    assert row.order == till.payments.till.flagged()[0].ident
    assert "fraud" not in str(row)


def test_signs_are_more_common_with_stolen_cards():
    def signs(fraud_ppm: int) -> float:
        till = Till(cards_only(countries=(a_country("US", "USD", "US", fraud_ppm=fraud_ppm),)))
        for order in ORDERS:
            till.begin(order, "US", "USD", 2000)
        till.wait(60)
        flagged = till.said(OrderFlagged)
        return sum(len(event.signals) for event in flagged) / max(1, len(flagged))

    assert signs(1_000_000) > 1.5


def test_a_wave_multiplies_attempts_for_its_hours():
    till = Till(cards_only(countries=(a_country("US", "USD", "US", fraud_ppm=10_000),)))
    till.payments.fraud_wave("US", 50_000_000, 2)
    for order in ORDERS[:150]:
        till.begin(order, "US", "USD", 2000)
    till.wait(3 * HOUR)
    for order in ORDERS[150:]:
        till.begin(order, "US", "USD", 2000)
    bills = till.payments.register.bills

    assert till.said(FraudWaveStarted)[0].until == 2 * HOUR
    assert sum(bills[order].is_fraud for order in ORDERS[:150]) > 55
    assert sum(bills[order].is_fraud for order in ORDERS[150:]) < 8


def test_a_wave_elsewhere_does_not_matter_here():
    till = Till(cards_only(countries=(a_country("US", "USD", "US", fraud_ppm=10_000),)))
    till.payments.fraud_wave("DE", 90_000_000, 2)
    for order in ORDERS:
        till.begin(order, "US", "USD", 2000)

    assert sum(till.payments.register.bills[order].is_fraud for order in ORDERS) < 12


@pytest.mark.parametrize(("stopped", "caught"), [(0, 0), (5_000, 451_700), (40_000, 617_000), (1_000_000, 1_000_000)])
def test_the_curve_says_what_a_screen_catches(stopped, caught):
    assert caught_ppm(stopped) == pytest.approx(caught, abs=300)
