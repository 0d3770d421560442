"""What the seats see: true, complete, and without anybody's luck."""

from __future__ import annotations

from sandbox.logistics import rows
from sandbox.logistics.commands import ChooseExportMode, RegisterTax, SetCapacity, TransferStock
from sandbox.logistics.events import CustomsHeld, CustomsReleased
from tests.sandbox.logistics.builders import Yard, a_season
from tests.sandbox.logistics.test_battery import AIR_PAPER, sent_by_post
from tests.sandbox.logistics.test_customs import held_yard


def test_a_held_parcel_names_its_rule_its_law_and_the_paper_that_helps() -> None:
    yard = sent_by_post(("un38_3",), 2)
    while not yard.world.of(CustomsHeld):
        yard.advance_days(0.25)

    line = rows.held_lines(yard.logistics)[0]
    assert (line.sku, line.country, line.reason, line.rule) == ("earbuds", "DE", "battery", AIR_PAPER)
    assert line.helps == ("un38_3",)
    assert "IATA" in line.law_en
    assert line.law_zh


def test_a_parcel_is_in_the_inbox_only_while_it_is_held() -> None:
    yard = held_yard(8)
    assert len(rows.held_lines(yard.logistics)) == len(yard.world.of(CustomsHeld))

    yard.advance_days(90)

    assert rows.held_lines(yard.logistics) == ()
    assert yard.world.of(CustomsReleased)


def test_nodes_show_people_queue_room_and_stock() -> None:
    yard = Yard(a_season())
    yard.send(SetCapacity(node="cn", packers=5))
    yard.orders(7)

    line = rows.node_lines(yard.logistics)[0]
    assert (line.node, line.packers, line.packs_per_hour, line.waiting) == ("cn", 5, 50, 7)
    assert (line.free["lamp"], line.reserved, line.litres) == (293, {"lamp": 7}, 1110)


def test_stock_on_its_way_shows_the_planned_day_and_not_the_real_one() -> None:
    yard = Yard(a_season())
    yard.send(TransferStock(sku="lamp", origin="cn", destination="us", units=10, haul="sea"))

    [line] = rows.transfer_lines(yard.logistics)
    [move] = yard.logistics.transfers().open.values()
    assert (line.units, line.haul, line.mode) == (10, "sea", "9810")
    assert 30 < line.planned_at / 86_400 < 36
    assert line.planned_at != move.due


def test_consignments_show_their_leg_until_they_arrive() -> None:
    yard = Yard(a_season())
    yard.orders(3)
    yard.advance_days(1)

    [line] = rows.consignment_lines(yard.logistics)
    assert (line.parcels, line.leg, line.mode, line.is_complete) == (3, "export", "9610", True)
    yard.advance_days(60)
    assert rows.consignment_lines(yard.logistics) == ()
    assert [line.month for line in rows.summary_lines(yard.logistics)] == ["2026-05"]


def test_lanes_schemes_and_carriers_show_what_was_chosen() -> None:
    yard = Yard(a_season())
    yard.send(ChooseExportMode(node="cn", country="DE", mode="9710"))
    yard.send(RegisterTax(country="US", scheme="us_bond"))
    yard.advance_days(0.5)

    assert {line.country: line.mode for line in rows.export_lines(yard.logistics)} == {"US": "9610", "DE": "9710"}
    states = {line.scheme: line.state for line in rows.scheme_lines(yard.logistics)}
    assert (states["ioss"], states["us_bond"], states["de_vat"]) == ("held", "applied", "open")
    assert {line.price_ppm for line in rows.carrier_lines(yard.logistics)} == {1_000_000}
