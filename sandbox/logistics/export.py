"""Leaving China: which customs code, which papers, what a mistake costs, and when input VAT comes back."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

from sandbox.kernel.calendar import DAY, HOUR
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.ids import from_text
from sandbox.kernel.messages import Actor
from sandbox.kernel.rule_rows import iso
from sandbox.kernel.rule_rows_trade import ExportMode
from sandbox.logistics.chain import Chain
from sandbox.logistics.commands import ChooseExportMode, DeclareSummary, SubmitThreeOrders
from sandbox.logistics.consignment import Consignment
from sandbox.logistics.trade_events import (
    ExportHeld,
    ExportModeChosen,
    SummaryDeclared,
    TaxRefundDue,
    TaxRefunded,
    ThreeOrdersSubmitted,
)

HOME = "CN"
PARCELS, STOCK, ZONE = "9610", "9810", "1210"
OWN_SITE = "ownshop"
"""A platform sends order, payment and waybill data itself; the seller's own site does not."""
PAPERS_HOURS = 72
"""Hold for missing papers, the same as for a wrong mode."""
SUMMARY_DAY = 15


class Exports:
    """Export customs, as the shop deals with it.

    Args:
        chain: the shared state.
        consignments: finds a consignment by id.
        hurry: lets a consignment's export leg end earlier, at a second.
    """

    def __init__(
        self, chain: Chain, consignments: Callable[[], dict[int, Consignment]],
        hurry: Callable[[Consignment, int], None],
    ) -> None:  # fmt: skip
        self._chain = chain
        self._hurry = hurry
        self._consignments = consignments
        self._is_open = chain.scenario.market is not None
        self.modes: dict[tuple[str, str], str] = {}
        """(node, country) to the mode chosen."""
        self.months: dict[str, int] = {}
        """Refund that a summary declaration of the month would claim, shop currency."""
        self.declared: dict[str, int] = {}
        """Month to the refund that was claimed."""
        self.coming: list[tuple[int, str, int]] = []
        """(second, mode, amount) of every refund on its way or paid."""

    def choose(self, command: ChooseExportMode, actor: Actor) -> None:
        """Choose the mode of a lane.

        Raises:
            IllegalCommandError: ``unknown_node``, ``not_an_export``, ``mode_not_open`` or ``mode_unchanged``.
        """
        place = self._chain.warehouse(command.node)
        if place.country != HOME:
            message = f"expected a node in China, {command.node} is in {place.country}"
            raise IllegalCommandError("not_an_export", message, node=command.node)
        self.check_open(self.row(command.mode))
        key = (command.node, command.country)
        if self.mode_of(*key) == command.mode:
            message = f"expected another mode than {command.mode} from {command.node} to {command.country}"
            raise IllegalCommandError("mode_unchanged", message, mode=command.mode)
        self.modes[key] = command.mode
        self._chain.world.emit(ExportModeChosen(node=command.node, country=command.country, mode=command.mode))

    def submit(self, command: SubmitThreeOrders, actor: Actor) -> None:
        """Send the data of a consignment; one that is held for them goes on.

        Raises:
            IllegalCommandError: ``unknown_consignment`` or ``papers_complete``.
        """
        try:
            consignment = self._consignments()[from_text(command.consignment)]
        except (KeyError, ValueError):
            message = f"expected a consignment of this shop, got {command.consignment}"
            raise IllegalCommandError("unknown_consignment", message) from None
        if consignment.is_complete or consignment.leg != "export":
            message = "expected a consignment that waits for its order, payment and waybill data"
            raise IllegalCommandError("papers_complete", message, leg=consignment.leg)
        consignment.is_complete = True
        self._hurry(consignment, max(self._chain.world.now + HOUR, consignment.due - PAPERS_HOURS * HOUR))
        self._chain.world.emit(ThreeOrdersSubmitted(consignment=command.consignment))

    def summarise(self, command: DeclareSummary, actor: Actor) -> None:
        """Declare a month's parcels; the refund comes some weeks later.

        Raises:
            IllegalCommandError: ``month_not_over``, ``summary_too_late``, ``already_declared`` or
                ``nothing_to_declare``.
        """
        today, month = iso(self._chain.today), command.month
        if today[:7] <= month:
            message = f"expected a month that is over on {today}, got {month}"
            raise IllegalCommandError("month_not_over", message, month=month)
        if _months_between(month, today[:7]) > 1 or int(today[8:]) > SUMMARY_DAY:
            message = f"expected the summary of {month} by day {SUMMARY_DAY} of the month after it, got {today}"
            raise IllegalCommandError("summary_too_late", message, month=month, day=SUMMARY_DAY)
        if month in self.declared:
            raise IllegalCommandError("already_declared", f"expected a month not yet declared, got {month}")
        amount = self.months.get(month, 0)
        if not amount:
            known = ", ".join(sorted(self.months)) or "none"
            message = f"expected a month with parcels under {PARCELS} ({known}), got {month}"
            raise IllegalCommandError("nothing_to_declare", message, month=month)
        self.declared[month] = amount
        self._chain.world.emit(SummaryDeclared(month=month, amount=amount))
        self._promise(self.row(PARCELS), amount)

    def declare(self, consignment: Consignment) -> int:
        """Declare a consignment; returns the seconds it is held for a wrong mode or for missing papers."""
        chain = self._chain
        consignment.mode = self.mode_of(consignment.node, chain.services[consignment.service].country)
        if not self._is_open:
            return 0
        row = self.row(consignment.mode)
        orders = chain.parcels.columns.order
        own = "payment" in row.papers and any(
            chain.reads.platform(int(orders[place])) == OWN_SITE for place in consignment.rows
        )
        consignment.is_complete = not own
        if row.use != "parcel":
            return self.hold(consignment.text, "wrong_mode", row, row.wrong_mode_hold_hours)
        return self.hold(consignment.text, "three_orders", row, PAPERS_HOURS) if own else 0

    def departed(self, consignment: Consignment) -> None:
        """Note the refund of what left under the right mode with all papers."""
        if not self._is_open or not consignment.is_complete:
            return
        row = self.row(consignment.mode)
        if row.use == "parcel" and row.refund == "summary":
            columns = self._chain.parcels.columns
            cost = 0
            for number in columns.lot[consignment.places].tolist():
                lot = columns.lots[number]
                cost += self._chain.goods(lot.sku).unit_cost * lot.units
            month = iso(self._chain.today)[:7]
            self.months[month] = self.months.get(month, 0) + row.refund_minor(cost)

    def stock_left(self, mode: str, cost: int, when: str) -> None:
        """Stock left the country (``departure``) or entered a zone (``entry``): its refund is due where that is due.

        Args:
            mode: it went under.
            cost: of the goods, shop currency.
            when: ``departure`` or ``entry``.
        """
        row = self.row(mode)
        starts = "departure" if row.refund == "declaration" else row.refund
        if self._is_open and starts == when:
            self._promise(row, row.refund_minor(cost))

    def hold(self, what: str, reason: str, row: ExportMode, hours: int) -> int:
        """Say that something is held on its way out; returns the seconds."""
        law_en, law_zh = _LAWS[reason]
        self._chain.world.emit(
            ExportHeld(consignment=what, reason=reason, mode=row.mode, hours=hours,
                       law_en=f"{row.mode} ({row.name_en}): {law_en}", law_zh=f"{row.mode}（{row.name_zh}）：{law_zh}")
        )
        return hours * HOUR

    def mode_of(self, node: str, country: str) -> str:
        """The mode of parcels of a lane."""
        return self.modes.get((node, country), PARCELS)

    def row(self, mode: str) -> ExportMode:
        """The mode's row of the day."""
        return self._chain.rules.export_mode(mode, self._chain.today)

    def check_open(self, row: ExportMode) -> None:
        """Refuse a mode whose registration the shop cannot have.

        Raises:
            IllegalCommandError: ``mode_not_open``, with what it needs.
        """
        places = self._chain.warehouses.values()
        has = {
            "": True,
            "overseas_warehouse": any(place.country != HOME for place in places),
            "zone_account": any(place.kind == "bonded" for place in places),
        }
        if not has.get(row.needs_registration, True):
            message = f"expected a shop with {row.needs_registration} for {row.mode} ({row.name_en})"
            raise IllegalCommandError("mode_not_open", message, needs=row.needs_registration, mode=row.mode)

    def plain(self) -> list[object]:
        """Everything, for the digest."""
        return [sorted(self.modes.items()), sorted(self.months.items()), sorted(self.declared.items()), self.coming]

    def _promise(self, row: ExportMode, amount: int) -> None:
        if amount <= 0:
            return
        due = self._chain.world.now + max(1, row.refund_days) * DAY
        self.coming.append((due, row.mode, amount))
        self._chain.world.emit(TaxRefundDue(mode=row.mode, amount=amount, days=row.refund_days))
        self._chain.world.process(self._pay(len(self.coming) - 1))

    def _pay(self, place: int) -> Generator[Any, Any, None]:
        due, mode, amount = self.coming[place]
        yield self._chain.world.timeout(due - self._chain.world.now)
        self._chain.world.emit(TaxRefunded(mode=mode, amount=amount))


_LAWS = {
    "wrong_mode": ("goods that go another way than the mode is meant for are held, and no tax comes back.",
                   "货物与监管方式不符，将被扣留且不予退税。"),
    "three_orders": ("order, payment and waybill data must reach customs before the goods leave.",
                     "订单、支付单、运单“三单”须在出口前传输至海关。"),
}  # fmt: skip


def _months_between(first: str, second: str) -> int:
    years, months = int(second[:4]) - int(first[:4]), int(second[5:7]) - int(first[5:7])
    return 12 * years + months
