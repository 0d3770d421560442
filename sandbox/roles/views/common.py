"""The parts that several seats see."""

from __future__ import annotations

from datetime import datetime, timedelta

from sandbox.kernel.lesson import Text
from sandbox.kernel.scenario import Product
from sandbox.roles.seen import Seen
from sandbox.roles.tally.chat import Comment
from sandbox.roles.tally.orders import Order
from sandbox.roles.tally.room import BIN
from sandbox.roles.view_parts import (
    Alert,
    Clock,
    CommentLine,
    Common,
    CouponLine,
    Kpi,
    Marker,
    NodeRow,
    Offers,
    OrderRow,
    PointLine,
    ProductCard,
    RoomLine,
    RundownLine,
    SeatState,
    TaskLine,
    TrendPoint,
)

LAG = 30
"""Seconds that the room's numbers are behind."""
NOTICE_SECONDS = 600
SHOCK_WORDS: dict[str, Text] = {
    "customs_delay": Text(en="Customs system failure: parcels wait", zh="海关系统故障，包裹滞留"),
    "viral_spike": Text(en="A video went viral: people pour in", zh="短视频爆火，人流涌入"),
    "host_no_show": Text(en="The host is not there", zh="主播缺席"),
    "review_attack": Text(en="A wave of one-star reviews", zh="恶意差评来袭"),
    "currency_crash": Text(en="A currency fell sharply", zh="汇率大跌"),
    "lane_jam": Text(en="Line hauls are jammed: parcels take longer", zh="干线拥堵，包裹变慢"),
    "postal_suspension": Text(en="Posts take no parcels for now", zh="邮政暂停收件"),
    "fraud_wave": Text(en="A wave of stolen cards", zh="盗刷来袭"),
    "safety_alert": Text(en="An authority warns of a product", zh="监管部门发布产品安全警示"),
    "price_war": Text(en="Rivals cut their prices", zh="对手集体降价"),
    "price_rise": Text(en="Rivals raise their prices", zh="对手纷纷涨价"),
    "platform_label": Text(en="The platform sells its own brand", zh="平台推出自营品牌"),
    "news": Text(en="News from the trade", zh="行业消息"),
}


def clock(seen: Seen) -> Clock:
    """Where the run is."""
    begins = datetime.strptime(seen.scenario.market_starts, "%Y-%m-%dT%H:%MZ")  # noqa: DTZ007  (written as UTC)
    return Clock(
        now=seen.now, stage=seen.stage, show_starts=seen.room.starts_at, show_ends=seen.room.ends_at,
        play_ends=seen.scenario.play_ends, day=seen.day,
        market_time=(begins + timedelta(seconds=seen.now)).strftime("%Y-%m-%dT%H:%MZ"),
    )


def common(seen: Seen, seat: str) -> Common:
    """The frame around every seat's screen."""
    notice = None
    if seen.shocks and seen.now - seen.shocks[-1][0] < NOTICE_SECONDS * (1 if seen.stage == "live" else 144):
        notice = _announcement(seen, *seen.shocks[-1])
    return Common(
        clock=clock(seen), currency=seen.scenario.shop.currency, languages=seen.scenario.show.languages,
        seats=tuple(
            SeatState(seat=name, holder=one.holder, last_action_at=one.last_action_at, accepted=one.accepted,
                      refused=one.refused)
            for name, one in seen.seats.items()
        ),
        alerts=tuple(
            Alert(alert=one.rule.alert, subject_id=one.subject_id, since=one.raised_at) for one in seen.alerts(seat)
        ),
        tasks=tasks(seen, seat), notice=notice,
    )


def _announcement(seen: Seen, at: int, kind: str) -> Text:
    """What the scenario announces with a shock of its own, else the usual words."""
    planned = (one.announce for one in seen.scenario.injections if (one.at, one.kind) == (at, kind))
    return next((text for text in planned if text is not None), SHOCK_WORDS[kind])


def tasks(seen: Seen, seat: str) -> tuple[TaskLine, ...]:
    """What this seat and the team are asked to do; the teacher sees all of it. An exam gives no hints."""
    done = seen.tallies.tasks.done_at
    is_exam = seen.scenario.mode == "exam"
    return tuple(
        TaskLine(id=task.id, title=task.title, hint=None if is_exam else task.hint, by=task.by,
                 done_at=done.get(task.id))
        for task in seen.scenario.tasks if seat in (task.seat, "instructor") or task.seat == "team"
    )


def room_line(seen: Seen) -> RoomLine:
    """The room in four numbers."""
    room = seen.tallies.room
    return RoomLine(is_live=room.is_live, online=room.online, views=room.total["views"],
                    orders=room.total["orders"], pinned=room.pinned)


def card(seen: Seen, product: Product) -> ProductCard:
    """A product as the room sees it."""
    good = seen.tallies.shop.goods[product.sku]
    return ProductCard(
        sku=product.sku, name=product.name, drawing=product.drawing, price=seen.room.live_price(product.sku),
        list_price=good.price, reference_price=product.reference_price, visible=seen.room.visible(product.sku),
        on_sale=good.on_sale,
    )


def claims(product: Product) -> tuple[PointLine, ...]:
    """What a page or a creative may claim of a product, true or not."""
    return tuple(PointLine(id=one.id, phase=one.phase, text=one.text, said=False) for one in product.points)


def comment_line(comment: Comment) -> CommentLine:
    """A comment on a screen."""
    return CommentLine(id=comment.id, kind=comment.kind, phrase=comment.phrase, language=comment.language,
                       country=comment.country, sku=comment.sku, at=comment.at, state=comment.state)


def offers(seen: Seen) -> Offers:
    """Offers that are running."""
    chat = seen.tallies.chat
    return Offers(
        coupons=tuple(
            CouponLine(id=one.id, sku=one.sku, amount=one.amount, minimum=one.minimum, left=one.left, until=one.until)
            for one in chat.coupons.values()
        ),
        flash=tuple((sku, price, until) for sku, (price, until) in sorted(chat.flash.items())),
        bag_until=chat.bag_until,
    )


def rundown(seen: Seen) -> tuple[RundownLine, ...]:
    """The run-of-show with what is done, on air, next and later."""
    room = seen.tallies.room
    lines = []
    found_next = False
    on_air = _position(seen)
    for i, item in enumerate(room.rundown):
        state = "done" if i < on_air else "now" if i == on_air and room.pinned else "later"
        if state == "later" and not found_next:
            state, found_next = "next", True
        name = seen.scenario.product(item.sku).name
        seconds = sum(step.seconds for step in item.pitch)
        lines.append(RundownLine(sku=item.sku, name=name, seconds=seconds, pitch=item.pitch, state=state))
    return tuple(lines)


def _position(seen: Seen) -> int:
    """Index of the pinned product in the rundown; -1 before the first."""
    room = seen.tallies.room
    return next((i for i, item in enumerate(room.rundown) if item.sku == room.pinned), -1)


def _ratio(top: int, low: int, scale: int = 1_000_000) -> int | None:
    return top * scale // low if low else None


def _numbers(sums: dict[str, int]) -> dict[str, tuple[int | None, str]]:
    return {
        "shows": (sums["shows"], "count"),
        "views": (sums["views"], "count"),
        "entry_rate": (_ratio(sums["organic"], sums["shows"]), "ppm"),
        "mean_stay": (_ratio(sums["watch_seconds"], sums["views"], 1), "seconds"),
        "interaction_rate": (_ratio(sums["interactions"], sums["views"]), "ppm"),
        "ctr": (_ratio(sums["clicks"], sums["views"]), "ppm"),
        "ctor": (_ratio(sums["orders"], sums["clicks"]), "ppm"),
        "orders": (sums["orders"], "count"),
        "gmv": (sums["gmv"], "money"),
        "gpm_view": (_ratio(sums["gmv"], sums["views"], 1000), "money"),
        "uv_value": (_ratio(sums["gmv"], sums["views"], 1), "money"),
        "new_followers": (sums["follows"], "count"),
    }


def kpis(seen: Seen, lag: int = LAG) -> tuple[Kpi, ...]:
    """The room's figures over the whole show and the last five minutes, *lag* seconds old."""
    until = max(0, (seen.now - lag) // BIN * BIN)
    room = seen.tallies.room
    total = _numbers(room.window(10**9, until) if room.is_live else room.total)
    last5 = _numbers(room.window(300, until))
    return tuple(
        Kpi(id=name, total=value, last5=last5[name][0] if room.is_live else None, unit=unit, at=until)
        for name, (value, unit) in total.items()
    )


def trend(seen: Seen) -> tuple[TrendPoint, ...]:
    """Half minutes of the show, complete ones only."""
    until = seen.now // BIN * BIN
    return tuple(
        TrendPoint(at=one.at, online=one.online, gmv=one.sums["gmv"], orders=one.sums["orders"])
        for one in seen.tallies.room.bins if one.at + BIN <= until
    )


def markers(seen: Seen) -> tuple[Marker, ...]:
    """What to mark on every chart."""
    return tuple(Marker(at=at, kind=kind, label=label) for at, kind, label in seen.tallies.shop.markers[-80:])


def order_row(order: Order) -> OrderRow:
    """An order in a table."""
    return OrderRow(id=order.id, label=order.label, country=order.country, sku=order.sku, state=order.state,
                    at=order.at, promise_at=order.promise_at, service=order.service, value=order.value,
                    held_reason=order.held_reason)


def nodes(seen: Seen) -> tuple[NodeRow, ...]:
    """The warehouses with their free stock."""
    skus = [product.sku for product in seen.scenario.products]
    return tuple(
        NodeRow(node=house.node, country=house.country, backlog=seen.chain.backlog(house.node),
                packs_per_hour=house.packs_per_hour, overtime=seen.chain.overtime(house.node),
                stock={sku: seen.chain.available_at(house.node, sku) for sku in skus})
        for house in seen.scenario.warehouses
    )
