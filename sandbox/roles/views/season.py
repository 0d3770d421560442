"""The parts of a season's views, put together from the rows of the domains."""

from __future__ import annotations

from sandbox.logistics import rows as chain_rows
from sandbox.market.ads.rows import AdsRows, ads_rows
from sandbox.market.shelf import rows as shelf_rows
from sandbox.market.supply.rows import SupplyRows, supply_rows
from sandbox.payments import rows as money_rows
from sandbox.roles.season_parts import CarePart, ChainPart, MoneyPart, ShelfPart, ShowLine, StagePart
from sandbox.roles.seen import Seen
from sandbox.service import rows as desk_rows

CARDS = 12
"""Tickets whose policy card is shown."""


def stage_part(seen: Seen) -> StagePart:
    """Around the room."""
    rooms = seen.domains.room.rooms
    current = seen.domains.room.current
    show = current.stage.show
    return StagePart(
        shows=tuple(
            ShowLine(ordinal=room.stage.ordinal, starts_at=room.stage.show.starts_at,
                     ends_at=room.stage.show.starts_at + room.stage.show.seconds, state=room.stage.status)
            for room in sorted(rooms, key=lambda one: one.stage.show.starts_at)
        ),
        shows_left=max(0, seen.scenario.max_shows - len(rooms)), scene=current.stage.scene, scenes=show.scenes,
        co_anchors=show.co_anchors, must_disclose=show.must_disclose, disclosed_at=current.craft.disclosed_at,
    )


def shelf_part(seen: Seen) -> ShelfPart | None:
    """The shelf, or None where teams only sell live."""
    market, shelf = seen.scenario.market, seen.domains.arena.shelf
    if market is None or shelf is None:
        return None
    stall = seen.domains.shop.shelf_side
    return ShelfPart(
        listings=shelf_rows.listing_rows(stall), rivals=shelf_rows.rival_rows(shelf, stall),
        peaks=shelf_rows.peak_rows(seen.scenario, seen.now), sales=shelf_rows.campaign_rows(seen.scenario, stall),
        reviews=shelf_rows.review_rows(stall.reviews),
        accounts=tuple((one.platform, one.country) for one in market.accounts), keywords=market.keywords,
    )


def chain_part(seen: Seen) -> ChainPart | None:
    """Warehouses, carriers, customs and papers."""
    if seen.scenario.market is None:
        return None
    chain = seen.domains.logistics
    return ChainPart(
        nodes=chain_rows.node_lines(chain), transfers=chain_rows.transfer_lines(chain),
        consignments=chain_rows.consignment_lines(chain), held=chain_rows.held_lines(chain),
        exports=chain_rows.export_lines(chain), summaries=chain_rows.summary_lines(chain),
        schemes=chain_rows.scheme_lines(chain), carriers=chain_rows.carrier_lines(chain),
    )


def money_part(seen: Seen) -> MoneyPart | None:
    """Payments, risk and cash."""
    if seen.scenario.market is None:
        return None
    money = seen.domains.payments
    return MoneyPart(
        payments=money_rows.payment_rows(money), flagged=money_rows.flagged_rows(money),
        disputes=money_rows.dispute_rows(money), monitoring=money_rows.monitoring_rows(money),
        reserves=money_rows.reserve_rows(money), forwards=money_rows.forward_rows(money),
        currencies=money_rows.currency_rows(money), profit=money_rows.profit_rows(money, "country"),
        cash=money_rows.cash_rows(money),
    )


def care_part(seen: Seen) -> CarePart | None:
    """The desk behind the inbox."""
    if seen.scenario.market is None:
        return None
    desk, money = seen.domains.desk, seen.domains.payments
    is_exam = seen.scenario.mode == "exam"
    on_top = [ticket.id for ticket in seen.tallies.desk.open()[:CARDS]]
    return CarePart(
        staff=desk_rows.staff_row(desk), load=desk_rows.load_rows(desk, seen.now), macros=desk_rows.macro_rows(),
        says=desk_rows.say_rows(), cards={one: desk_rows.policy_card(desk, one, exam=is_exam) for one in on_top},
        disputes=money_rows.dispute_rows(money), cod=money_rows.cod_rows(money),
        reviews=shelf_rows.review_rows(seen.domains.shop.shelf_side.reviews), reply_share_ppm=desk.reply_share_ppm(),
    )


def supply_part(seen: Seen) -> SupplyRows | None:
    """Suppliers, purchases, lots, papers and reports."""
    supply, market = seen.domains.supply, seen.scenario.market
    if supply is None or market is None:
        return None
    return supply_rows(supply, seen.now, tuple(dict.fromkeys(one.country for one in market.accounts)))


def ads_part(seen: Seen) -> AdsRows | None:
    """Campaigns and creators."""
    return ads_rows(seen.domains.ads, seen.now) if seen.domains.ads is not None else None
