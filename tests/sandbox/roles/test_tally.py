"""What the folds make of a season's events: merged tickets, shelf orders, sets that are no product."""

from __future__ import annotations

from sandbox.kernel.messages import Event, EventEnvelope
from sandbox.livestream.events import ShowEnded
from sandbox.logistics.events import ConsignmentClosed, ReturnRequested
from sandbox.logistics.trade_events import CarrierRefused, ExportHeld
from sandbox.market.events import OrderPlaced, PriceChanged, RatingChanged
from sandbox.market.shelf.events import BundleSet
from sandbox.payments.events import OrderFlagged, OrderReviewed, PaymentPending
from sandbox.roles.tally.desk import DeskTally
from sandbox.roles.tally.fold import Fold
from sandbox.roles.tally.orders import OrderTally
from sandbox.roles.tally.room import RoomTally
from sandbox.roles.tally.shop import ShopTally
from sandbox.service.events import DeskPolicyChanged, ReplySent, TicketAssigned, TicketMerged, TicketOpened
from scenarios.loader import load_scenario
from tests.grading.builders import filled


def told(fold: Fold, *events: tuple[int, Event]) -> None:
    routes = fold.routes()
    for at, event in events:
        routes[event.type](
            EventEnvelope(seq=1, at=at, type=event.type, data=event, seat="", subject="", cause=0), event
        )


def opened(ticket: str, due: int) -> TicketOpened:
    return filled(TicketOpened, ticket=ticket, kind="return", due=due)


def a_desk(*events: tuple[int, Event]) -> DeskTally:
    desk = DeskTally(auto_notify=False)
    told(desk, (10, opened("t1", 900)), (20, opened("t2", 500)), *events)
    return desk


def test_a_merged_ticket_is_closed_and_the_other_has_the_nearer_deadline():
    desk = a_desk((30, TicketMerged(ticket="t1", into="t2", due=500)))

    assert (desk.tickets["t1"].state, desk.tickets["t1"].merged_into) == ("closed", "t2")
    assert [(one.id, one.due) for one in desk.open()] == [("t2", 500)]


def test_an_unanswered_letter_makes_the_ticket_it_is_merged_into_wait_again():
    answered = filled(ReplySent, ticket="t2", first=True, latency_seconds=5)
    desk = a_desk((25, answered), (30, TicketMerged(ticket="t1", into="t2", due=900)))

    assert desk.tickets["t2"].state == "reopened"


def test_an_assigned_ticket_knows_whose_it_is():
    assert a_desk((30, TicketAssigned(ticket="t1", to="agents"))).tickets["t1"].to == "agents"


def test_the_desk_remembers_how_it_was_told_to_work():
    policy = filled(DeskPolicyChanged, agents=3, zone="PH", languages=("en", "de"), bot=True, queue="value")
    desk = a_desk((30, policy))

    assert (desk.policy.agents, desk.policy.zone, desk.policy.languages) == (3, "PH", ("en", "de"))
    assert (desk.policy.bot, desk.queue) == (True, "value")


def placed(order: str, **values) -> OrderPlaced:
    return filled(OrderPlaced, order=order, **{"sku": "lamp", "units": 1, "channel": "shelf", **values})


def an_order(*events: tuple[int, Event]) -> OrderTally:
    orders = OrderTally()
    told(orders, (10, placed("o1", platform="bazaar", listing="bazaar/US/lamp")), *events)
    return orders


def test_a_shelf_order_knows_its_platform_and_its_listing():
    orders = an_order()

    assert (orders.orders["o1"].platform, orders.orders["o1"].listing) == ("bazaar", "bazaar/US/lamp")
    assert orders.by_channel == {"shelf": 1}


def test_a_return_of_a_set_counts_under_the_sets_own_number():
    orders = OrderTally()
    told(orders, (10, placed("o2", sku="set-lamp-mug")), (20, filled(ReturnRequested, order="o2", reason="fit")))

    assert orders.returns == {"set-lamp-mug": 1}


def test_an_order_held_at_export_says_why():
    orders = an_order(
        (20, filled(ConsignmentClosed, consignment="k1", orders=("o1",))),
        (30, filled(ExportHeld, consignment="k1", reason="three_orders")),
    )

    assert (orders.orders["o1"].state, orders.orders["o1"].held_reason) == ("held", "three_orders")


def test_a_flagged_order_waits_and_goes_on_when_it_is_let_through():
    stopped = (20, filled(OrderFlagged, order="o1"))
    let_through = an_order(stopped, (30, filled(OrderReviewed, order="o1", approved=True)))

    assert an_order(stopped).states() == {"flagged": 1}
    assert let_through.states() == {"placed": 1}


def test_a_voucher_and_a_refusing_carrier_are_steps_of_an_order():
    assert an_order((20, filled(PaymentPending, order="o1"))).states() == {"pending": 1}
    assert an_order((20, filled(CarrierRefused, order="o1"))).states() == {"carrier_refused": 1}


def test_a_set_has_a_price_of_its_own_and_is_no_product():
    shop = ShopTally(load_scenario("first-shop"))
    count = len(shop.goods)
    told(shop, (10, filled(BundleSet, bundle="set-a-b", skus=("a", "b"), price=4000)),
         (20, filled(PriceChanged, sku="set-a-b", new=3500)), (30, filled(RatingChanged, sku="set-a-b", listing="x")))

    assert (shop.bundles["set-a-b"].price, shop.bundles["set-a-b"].skus, len(shop.goods)) == (3500, ("a", "b"), count)


def test_a_listings_stars_do_not_change_those_of_the_room():
    shop = ShopTally(load_scenario("first-shop"))
    sku = next(iter(shop.goods))
    before = shop.goods[sku].rating
    told(shop, (10, filled(RatingChanged, sku=sku, rating=120, reviews=3, listing="bazaar/US/x")))

    assert shop.goods[sku].rating == before


def test_after_a_show_the_prompter_has_the_rundown_of_the_next():
    scenario = load_scenario("first-shop")
    room = RoomTally(scenario)
    told(room, (scenario.show.starts_at + scenario.show.seconds, filled(ShowEnded)))

    assert room.rundown == list(scenario.more_shows[0].rundown)
