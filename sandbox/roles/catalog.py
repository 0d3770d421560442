"""The seats: their names, their duty, and which commands each may send. Anything not listed is forbidden."""

from __future__ import annotations

from msgspec import Struct

from sandbox.kernel.messages import Seat


class Role(Struct, frozen=True, kw_only=True):
    """One seat of the team."""

    seat: Seat
    en: str
    zh: str
    duty_en: str
    duty_zh: str
    commands: tuple[str, ...]


ROLES: dict[Seat, Role] = {
    role.seat: role
    for role in (
        Role(
            seat=Seat.ANCHOR, en="Anchor", zh="主播",
            duty_en="Speak, show, answer: lead each viewer from curiosity to a purchase they will not regret.",
            duty_zh="讲解、展示、答疑，把好奇的观众带到不会后悔的下单。",
            commands=(
                "livestream.speak_phase", "livestream.make_point", "livestream.say", "livestream.set_intensity",
                "livestream.reply_comment", "livestream.claim_scarcity", "livestream.call_to_action",
                "livestream.correct_claim", "livestream.pin_product", "livestream.show_demo", "livestream.state_price",
                "livestream.disclose_ad", "livestream.hand_over",
            ),
        ),
        Role(
            seat=Seat.OPERATIONS, en="Operations", zh="运营",
            duty_en="Run the show and the shop: pins, prices, stock, offers, shipping promises, cash.",
            duty_zh="控场与店铺：讲解顺序、价格、放货、活动、物流承诺与资金。",
            commands=(
                "livestream.pin_product", "livestream.unpin_product", "livestream.set_rundown", "livestream.cue",
                "livestream.release_stock", "livestream.start_flash", "livestream.issue_coupon",
                "livestream.start_lucky_bag", "livestream.moderate_comment", "livestream.end_show",
                "livestream.schedule_show", "livestream.set_scene",
                "market.set_price", "market.change_price", "market.delist", "market.relist",
                "market.create_listing", "market.set_listing_price", "market.change_listing_price",
                "market.issue_coupon", "market.enrol_campaign",
                "logistics.set_shipping", "logistics.transfer_stock", "logistics.set_overtime",
                "logistics.set_capacity", "logistics.cancel_order", "logistics.answer_customs",
                "logistics.file_claim", "logistics.choose_return", "logistics.choose_export_mode",
                "logistics.submit_three_orders", "logistics.declare_summary", "logistics.register_tax",
                "payments.convert", "payments.hedge_fx", "payments.set_payment", "payments.approve_order",
                "payments.hold_order", "service.approve_refund",
            ),
        ),
        Role(
            seat=Seat.SELECTION, en="Product selection", zh="选品",
            duty_en="Know the goods: cost to the door, classification, samples, the card the anchor speaks from.",
            duty_zh="把好货关：到门成本、归类、打样，以及主播手里的商品卡。",
            commands=(
                "market.set_price", "market.change_price", "market.assign_role", "market.write_fact_sheet",
                "market.classify_hs", "market.request_sample", "market.delist", "market.relist",
                "market.set_bundle", "market.source_product", "market.sample_supplier", "market.check_papers",
                "market.obtain_certificate", "market.research_market", "market.recall",
                "logistics.transfer_stock",
            ),
        ),
        Role(
            seat=Seat.TRAFFIC, en="Traffic", zh="投流",
            duty_en="Bring people who fit, at a price the margin can carry.",
            duty_zh="用毛利承受得起的价格，带来合适的人。",
            commands=(
                "livestream.boost_room", "livestream.stop_boost", "livestream.notify_followers",
                "livestream.post_teaser", "market.create_campaign", "market.set_bid", "market.set_budget",
                "market.pause_campaign", "market.resume_campaign", "market.upload_creative", "market.hire_creator",
                "market.set_attribution",
            ),
        ),
        Role(
            seat=Seat.SERVICE, en="Customer service", zh="客服",
            duty_en="Answer in time, in the buyer's language, within policy; tell them before they ask.",
            duty_zh="及时、用买家的语言、按政策答复；在买家开口前先告知。",
            commands=(
                "livestream.reply_comment", "service.answer", "service.answer_oldest", "service.classify",
                "service.resolve", "service.set_policy", "service.publish_notice", "service.claim_ticket",
                "service.merge_tickets", "service.confirm_cod", "market.invite_review", "market.report_review",
                "payments.contest_chargeback", "payments.accept_chargeback",
            ),
        ),
        Role(
            seat=Seat.INSTRUCTOR, en="Teacher", zh="教师",
            duty_en="Open, pause, disturb, end and explain the run.",
            duty_zh="开场、暂停、投放突发事件、结束与讲评。",
            commands=("run.take_seat", "run.inject_shock", "run.end"),
        ),
    )
}


def may_send(seat: Seat, command_type: str) -> bool:
    """Whether *seat* may send commands of that type."""
    return command_type in ROLES[seat].commands


def seats_that_may(command_type: str) -> tuple[Seat, ...]:
    """The seats that may send commands of that type, in the order of the catalogue."""
    return tuple(seat for seat, role in ROLES.items() if command_type in role.commands)
