"""Each platform takes its own fees and pays at its own time."""

from typing import Any

from sandbox.kernel.scenario_market import Account, Market
from sandbox.payments.commands import SetPayment
from sandbox.payments.events import SettlementPaid
from tests.sandbox.harness import DAY, rules_of
from tests.sandbox.payments.harness import DE_ORDER, US_ORDER, Till, a_fee_card, a_rulebook, cards_only

BAZAAR = {"profile": "BAZAAR", "commission_ppm": 150_000, "refund_admin_ppm": 0, "conversion_ppm": 10_000}


def two_platforms(**bazaar: Any) -> Any:
    return a_rulebook(platform_fees=(a_fee_card(), a_fee_card(**{**BAZAAR, **bazaar})))


def a_market(*accounts: Account) -> Market:
    return Market(accounts=accounts, categories=("home",))


def test_the_platform_of_the_order_decides_its_commission():
    till = Till(two_platforms())
    till.sell(US_ORDER, "US", "USD", 2000)
    till.sell(DE_ORDER, "US", "USD", 2000, platform="bazaar")

    assert [till.payments.register.of(order).commission for order in (US_ORDER, DE_ORDER)] == [120, 300]


def test_price_bands_of_the_real_table_are_found_as_the_rule_book_finds_them():
    rules = rules_of("2025-10-18")
    till = Till(rules)
    till.payments.cards.categories["mug"] = "apparel"
    for number, price in enumerate((1499, 1500, 2000, 2001, 2600)):
        till.sell(US_ORDER + number, "US", "USD", price, platform="bazaar")
    bills = [bill for bill in till.payments.register.bills.values() if bill.state == "paid"]

    shares = {bill.paid: round(bill.commission / bill.paid, 2) for bill in bills}
    assert shares.items() <= {1499: 0.05, 1500: 0.10, 2000: 0.10, 2001: 0.17, 2600: 0.17}.items()
    assert len(shares) >= 3


def test_a_creator_who_sold_it_gets_a_share_of_the_net_and_gives_it_back_on_a_refund():
    till = Till()
    till.sell(US_ORDER, "US", "USD", 2700, tax=200, creator_ppm=150_000)
    sold = till.balance("creators", "USD")
    till.payments.refund(US_ORDER, 1_000_000, "full")

    assert (sold, till.balance("creators", "USD")) == (375, 0)


def test_a_payout_cycle_of_two_weeks_is_waited_for():
    till = Till(two_platforms(payout_cycle_days=14))
    till.sell(US_ORDER, "US", "USD", 2000, platform="bazaar")
    till.payments.settle_after_delivery(US_ORDER)
    till.wait(14 * DAY - 120)
    early = till.said(SettlementPaid)
    till.wait(DAY)

    assert early == []
    assert [(event.platform, event.net) for event in till.said(SettlementPaid)] == [("bazaar", 1700)]


def test_a_new_seller_waits_longer():
    market = a_market(Account(platform="livefeed", country="US", new_seller=True))
    till = Till(a_rulebook(platform_fees=(a_fee_card(new_seller_extra_days=15),)), market=market)
    till.sell(US_ORDER, "US", "USD", 2000)
    till.payments.settle_after_delivery(US_ORDER)

    assert till.payments.register.of(US_ORDER).due == till.world.now + 23 * DAY


def test_platforms_charge_for_thirty_days_at_a_time_until_play_is_over():
    market = a_market(Account(platform="livefeed", country="US"), Account(platform="bazaar", country="US"))
    till = Till(two_platforms(monthly_minor=3999), market=market)
    till.wait(32 * DAY)
    twice = till.balance("subscriptions", "USD")
    till.payments.close_for_good()
    till.wait(60 * DAY)

    assert twice == till.balance("subscriptions", "USD") == 2 * 3999


def test_a_local_acquirer_spares_the_fee_for_foreign_cards():
    card = a_fee_card(commission_ppm=0, payment_ppm=29_000, payment_fixed_minor=30, foreign_card_ppm=15_000)
    till = Till(cards_only(platform_fees=(card,)))
    till.command(SetPayment(country="US", methods=("card",), local_acquirer=True))
    till.sell(US_ORDER, "US", "USD", 10_000)

    assert till.balance("payment_fee", "USD") == 320


def test_an_own_site_is_paid_some_days_after_the_payment():
    till = Till(a_rulebook(platform_fees=(a_fee_card(settles_from="payment", settlement_days=5),)))
    till.sell(US_ORDER, "US", "USD", 2000)
    till.wait(6 * DAY)

    assert [event.net for event in till.said(SettlementPaid)] == [1880]
