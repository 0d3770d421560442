"""The teacher's view of one team, the projector's line, and the result page."""

from __future__ import annotations

from sandbox.roles.seen import Seen
from sandbox.roles.view_types import BoardLine, InstructorView, ResultView
from sandbox.roles.views.common import clock, common, kpis, markers, room_line, trend

GIVEN_BACK = ("cancelled", "payment_failed", "returned", "lost", "seized", "refused")


def instructor_view(seen: Seen) -> InstructorView:
    """Everything about one team, the hidden things too."""
    tallies = seen.tallies
    return InstructorView(
        common=common(seen, "instructor"), room=room_line(seen), kpis=kpis(seen, lag=0), trend=trend(seen),
        markers=markers(seen), pool_level_ppm=tallies.room.level_ppm, energy_ppm=tallies.room.energy_ppm,
        quality_ppm=tallies.room.quality_ppm, gmv=tallies.room.total["gmv"],
        gmv_expected=tallies.room.total["gmv_expected"], order_states=tallies.orders.states(),
        tickets_open=len(tallies.desk.open()), cash=seen.money.cash(), penalty_points=tallies.room.penalty_points,
        shocks=tuple(seen.shocks), ledger_balanced=not any(seen.money.trial_balance().values()),
    )


def board_line(seen: Seen) -> BoardLine:
    """One team on the projector."""
    room, orders = seen.tallies.room, seen.tallies.orders
    lost = sum(order.value for order in orders.orders.values() if order.state in GIVEN_BACK)
    return BoardLine(online=room.online, orders=room.total["orders"], gmv=room.total["gmv"],
                     gmv_net=room.total["gmv"] - lost, currency=seen.scenario.shop.currency, clock=clock(seen))


def result_view(seen: Seen) -> ResultView:
    """What came out."""
    room, orders = seen.tallies.room, seen.tallies.orders
    return ResultView(
        clock=clock(seen), currency=seen.scenario.shop.currency, gmv=room.total["gmv"],
        gmv_expected=room.total["gmv_expected"], orders=room.total["orders"],
        contribution=seen.contribution(), worth=seen.worth(),
        pass_mark=seen.scenario.pass_mark.value if seen.scenario.pass_mark else None,
        order_outcomes=dict(sorted(orders.outcomes.items())),
        kpis=kpis(seen, lag=0), trend=trend(seen), markers=markers(seen), cash=seen.money.cash(),
        rating={sku: good.rating for sku, good in seen.tallies.shop.goods.items()}, events=seen.events,
        names={product.sku: product.name for product in seen.scenario.products}, digest=seen.digest(),
    )
