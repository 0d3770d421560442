"""Which code goods leave under, which papers that takes, and what comes back."""

from __future__ import annotations

import msgspec
import pytest

from sandbox.kernel.messages import Command
from sandbox.logistics.commands import ChooseExportMode, DeclareSummary, SubmitThreeOrders, TransferStock
from sandbox.logistics.events import ExportDeclared, LineHaulDeparted, StockArrived
from sandbox.logistics.trade_events import (
    ExportHeld,
    ExportModeChosen,
    SummaryDeclared,
    TaxRefunded,
    ThreeOrdersSubmitted,
)
from tests.sandbox.harness import DAY, HOUR
from tests.sandbox.logistics.builders import Yard, a_season, refusal_of, with_place

WRONG = ChooseExportMode(node="cn", country="US", mode="0110")
UNITS = 100
REFUND = 7133
"""100 lamps at 6.20: 620.00 / 1.13 * .13."""


def to_us(**changes: object) -> TransferStock:
    return TransferStock(**{"sku": "lamp", "origin": "cn", "destination": "us", "units": UNITS, **changes})  # type: ignore[arg-type]


def own_site_yard() -> Yard:
    """An order of the shop's own site, whose consignment has just been held for its data."""
    yard = Yard(a_season())
    yard.answers.bought_on = "ownshop"
    yard.order()
    while not yard.world.of(ExportHeld):
        yard.advance_days(0.05)
    return yard


def test_parcels_leave_as_9610_unless_told_otherwise() -> None:
    yard = Yard(a_season())
    yard.order()
    yard.advance_days(3)

    assert [event.mode for event in yard.world.of(ExportDeclared)] == ["9610"]
    assert yard.world.of(ExportHeld) == []


def test_parcels_under_the_wrong_code_are_held_for_three_days_and_bring_no_refund() -> None:
    right, wrong = Yard(a_season()), Yard(a_season())
    wrong.send(WRONG)
    for yard in (right, wrong):
        yard.orders(5)
        yard.advance_days(20)

    [held] = wrong.world.of(ExportHeld)
    assert (held.reason, held.mode, held.hours) == ("wrong_mode", "0110", 72)
    assert wrong.world.at(LineHaulDeparted)[0] - right.world.at(LineHaulDeparted)[0] == 72 * HOUR
    assert (right.logistics.exports.months, wrong.logistics.exports.months) == ({"2026-05": 357}, {})


def test_the_data_of_an_own_site_are_the_sellers_to_send() -> None:
    sent, silent = own_site_yard(), own_site_yard()

    [held] = sent.world.of(ExportHeld)
    sent.send(SubmitThreeOrders(consignment=held.consignment))
    for yard in (sent, silent):
        yard.advance_days(10)

    assert (held.reason, len(sent.world.of(ThreeOrdersSubmitted))) == ("three_orders", 1)
    assert silent.world.at(LineHaulDeparted)[0] - sent.world.at(LineHaulDeparted)[0] == 72 * HOUR
    assert (sent.logistics.exports.months, silent.logistics.exports.months) == ({"2026-05": 71}, {})


def test_a_summary_by_the_fifteenth_brings_the_tax_back_thirty_days_later() -> None:
    yard = Yard(a_season())
    yard.orders(UNITS)
    yard.advance_days(35)  # 8 June

    yard.send(DeclareSummary(month="2026-05"))
    yard.advance_days(31)

    assert yard.world.of(SummaryDeclared)[0].month == "2026-05"
    [refund] = yard.world.of(TaxRefunded)
    assert refund.mode == "9610"
    assert refund.amount == pytest.approx(REFUND, abs=3)
    assert yard.world.at(TaxRefunded)[0] == yard.world.at(SummaryDeclared)[0] + 30 * DAY


def test_summaries_that_cannot_be_are_refused() -> None:
    yard = Yard(a_season())
    yard.orders(3)
    yard.advance_days(10)
    may, april = DeclareSummary(month="2026-05"), DeclareSummary(month="2026-04")

    assert refusal_of(lambda: yard.send(may)) == "month_not_over"
    assert refusal_of(lambda: yard.send(april)) == "nothing_to_declare"
    yard.advance_days(25)
    assert refusal_of(lambda: yard.send(april)) == "summary_too_late"
    yard.send(may)
    assert refusal_of(lambda: yard.send(may)) == "already_declared"
    yard.advance_days(10)  # 18 June
    assert refusal_of(lambda: yard.send(may)) == "summary_too_late"


def test_stock_for_an_overseas_warehouse_brings_the_tax_back_after_it_left() -> None:
    yard = Yard(a_season())

    yard.send(to_us())
    yard.advance_days(31)

    [refund] = yard.world.of(TaxRefunded)
    assert (refund.mode, refund.amount) == ("9810", REFUND)
    assert yard.world.at(TaxRefunded) == [30 * DAY]


def test_stock_for_a_bonded_zone_brings_the_tax_back_after_it_entered() -> None:
    season = a_season()
    zone = msgspec.structs.replace(season.warehouses[0], node="zone", kind="bonded")
    yard = Yard(msgspec.structs.replace(season, warehouses=(*season.warehouses, zone)))

    yard.send(to_us(destination="zone"))
    yard.advance_days(30)

    assert yard.world.at(TaxRefunded) == [yard.world.at(StockArrived)[0] + 15 * DAY]
    assert yard.world.of(TaxRefunded)[0].mode == "1210"


def test_stock_under_the_code_of_parcels_is_held_and_brings_nothing() -> None:
    yard = Yard(a_season())

    yard.send(to_us(mode="9610"))
    yard.advance_days(60)

    assert yard.world.of(ExportHeld)[0].hours == 72
    assert yard.world.of(TaxRefunded) == []


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (ChooseExportMode(node="mars", country="US", mode="9610"), "unknown_node"),
        (ChooseExportMode(node="us", country="DE", mode="9610"), "not_an_export"),
        (ChooseExportMode(node="cn", country="US", mode="1210"), "mode_not_open"),
        (ChooseExportMode(node="cn", country="US", mode="9610"), "mode_unchanged"),
        (SubmitThreeOrders(consignment="0" * 13), "unknown_consignment"),
        (to_us(mode="1210"), "mode_not_open"),
    ],
)
def test_what_export_customs_do_not_allow_is_refused(command: Command, code: str) -> None:
    assert refusal_of(lambda: Yard(a_season()).send(command)) == code


def test_a_chosen_mode_is_told_and_data_are_sent_once() -> None:
    yard = own_site_yard()
    submit = SubmitThreeOrders(consignment=yard.world.of(ExportHeld)[0].consignment)

    yard.send(WRONG)
    yard.send(submit)

    assert [event.mode for event in yard.world.of(ExportModeChosen)] == ["0110"]
    assert refusal_of(lambda: yard.send(submit)) == "papers_complete"


def test_a_run_without_a_shelf_market_asks_for_no_papers() -> None:
    yard = Yard(with_place(msgspec.structs.replace(a_season(), market=None), "cn"))
    yard.answers.bought_on = "ownshop"
    yard.order()
    yard.advance_days(10)

    assert yard.world.of(ExportHeld) == []
    assert yard.logistics.exports.months == {}
