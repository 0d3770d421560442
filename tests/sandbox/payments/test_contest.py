"""Disputes that the shop answers, gives up, or lets pass."""

import pytest

from sandbox.kernel import ids
from sandbox.kernel.errors import IllegalCommandError
from sandbox.payments.commands import AcceptChargeback, ContestChargeback
from sandbox.payments.events import ChargebackAnswered, ChargebackDecided, ChargebackOpened
from sandbox.payments.rows import dispute_rows
from tests.sandbox.harness import DAY
from tests.sandbox.payments.harness import Till, cards_only

ORDERS = [ids.child(number, "order", 0) for number in range(1200)]
ALL = ("delivery_proof", "auth_proof", "conversation", "policy")
PAPERS = ("delivery_proof", "conversation", "policy")


def a_till_with_disputes(papers: tuple[str, ...] = PAPERS, orders: int = 60) -> Till:
    till = Till(cards_only())
    till.papers = papers
    for order in ORDERS[:orders]:
        till.begin(order, "US", "USD", 2000)
    till.wait(60)
    for order in ORDERS[:orders]:
        till.payments.open_dispute_risk(order, "late")
    return till


def until_one_opens(till: Till) -> str:
    while not till.said(ChargebackOpened):
        till.wait(DAY // 4)
    return till.said(ChargebackOpened)[0].order


def won_share(evidence: tuple[str, ...], papers: tuple[str, ...]) -> float:
    till = a_till_with_disputes(papers, len(ORDERS))
    answered = 0
    for _ in range(130):
        till.wait(DAY)
        opened = till.said(ChargebackOpened)
        for event in opened[answered:]:
            till.command(ContestChargeback(order=event.order, evidence=evidence))
        answered = len(opened)
    decided = till.said(ChargebackDecided)
    return sum(event.won for event in decided) / len(decided)


@pytest.mark.parametrize(("evidence", "papers", "share"), [
    (ALL[:1], ALL[:1], 0.31), (PAPERS, PAPERS, 0.55), (PAPERS, (), 0.21),
])
def test_each_proof_that_exists_makes_a_win_likelier(evidence, papers, share):
    """1/(1+e^(1.3-.5n)) for one and three proofs, and for three that do not exist."""
    assert won_share(evidence, papers) == pytest.approx(share, abs=0.07)


def test_what_does_not_exist_is_sent_but_not_counted():
    till = a_till_with_disputes(("policy",))
    order = until_one_opens(till)
    till.command(ContestChargeback(order=order, evidence=("policy", "delivery_proof", "policy")))

    [answer] = till.said(ChargebackAnswered)
    assert answer.counted == ("policy",)


def test_the_bank_s_own_check_is_a_proof_that_payments_knows_of():
    till = a_till_with_disputes(())
    order = ids.from_text(until_one_opens(till))
    bill = till.payments.register.of(order)
    before = till.payments.disputes.proofs(bill)
    bill.is_checked = True

    assert (before, till.payments.disputes.proofs(bill)) == ((), ("auth_proof",))


def test_a_dispute_is_answered_once():
    till = a_till_with_disputes()
    order = until_one_opens(till)
    till.command(ContestChargeback(order=order, evidence=ALL))

    with pytest.raises(IllegalCommandError, match="expected a dispute without an answer"):
        till.command(ContestChargeback(order=order, evidence=ALL))


def test_after_the_deadline_nothing_can_be_answered():
    till = a_till_with_disputes()
    order = until_one_opens(till)
    till.wait(11 * DAY)

    with pytest.raises(IllegalCommandError) as refusal:
        till.command(ContestChargeback(order=order, evidence=ALL))
    assert refusal.value.code == "no_open_dispute"
    assert order not in refusal.value.facts["disputed"]


def test_a_dispute_that_is_given_up_is_lost_at_once():
    till = a_till_with_disputes()
    order = until_one_opens(till)
    till.command(AcceptChargeback(order=order))
    [verdict] = till.said(ChargebackDecided)
    till.wait(11 * DAY)

    assert (verdict.order, verdict.won) == (order, False)
    assert [event.order for event in till.said(ChargebackDecided)].count(order) == 1


def test_a_refund_before_the_bank_hears_avoids_the_dispute():
    till = a_till_with_disputes()
    for order in ORDERS[:60]:
        till.payments.refund(order, 1_000_000, "full")
    till.wait(130 * DAY)

    assert till.said(ChargebackOpened) == []
    assert till.payments.open_bills() == 0


def test_the_desk_sees_deadline_and_proofs_of_every_open_dispute():
    till = a_till_with_disputes()
    order = until_one_opens(till)

    row = dispute_rows(till.payments)[0]
    assert (row.order, row.reason, row.amount, row.answered) == (order, "late", 2000, False)
    assert row.proofs == PAPERS
    assert row.deadline > till.world.now
