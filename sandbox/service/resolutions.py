"""Closing a ticket: what policy says of it, what it costs, whether the buyer is helped, and how they rate it."""

from __future__ import annotations

from sandbox.kernel import ids
from sandbox.kernel.calendar import DAY, HOUR
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.messages import Actor
from sandbox.kernel.money import PPM, as_text, share
from sandbox.service.alarms import later
from sandbox.service.cases import NEVER, OrderFile, Ticket
from sandbox.service.commands import Action, ApproveRefund, ResolveTicket
from sandbox.service.events import CodConfirmed, CsatRecorded, RefundAsked, RefundDecided, TicketResolved
from sandbox.service.judging import ReplyFacts
from sandbox.service.letters import Letters
from sandbox.service.policy import WITHDRAWAL_TERRITORIES, PolicyRow, Situation, Verdict, judge
from sandbox.service.policy_rows import ROWS_OF
from sandbox.service.registry import Registry
from sandbox.service.satisfaction import Case, chance_of_help, chance_satisfied, expected_score, score

REFUNDS: tuple[Action, ...] = ("refund_full", "refund_part")
NEEDS_ORDER: tuple[Action, ...] = (*REFUNDS, "reship", "return_label")
COST_PPM: dict[Action, int] = {"reship": 600_000, "coupon": 100_000}
"""Part of the order's value that an action costs; refunds cost what goes back."""
COST_FIXED: dict[Action, int] = {"return_label": 700, "escalate": 150}
"""Shop currency, minor units: a label to the nearest warehouse, an hour of somebody else."""
CALL_COST = 60
"""Of a call before an order paid at the door leaves, shop currency, minor units: four minutes and the line (chosen)."""
SATISFIED = 4
"""Stars from which a buyer counts as satisfied."""
COMES_BACK = 0.7
"""Share of buyers who were not helped and write again."""
MOST_CLOSINGS = 3
RATES_AFTER_DAYS = 0.4
"""Mean waking days until a buyer rates or writes again."""


class Resolutions:
    """Decides and books the end of tickets.

    Args:
        registry: tickets and order files.
        letters: for the note that goes out when a ticket is closed without a word.
        currency: of the shop, for messages.
    """

    def __init__(self, registry: Registry, letters: Letters, currency: str) -> None:
        self._registry = registry
        self._world = registry.world
        self._letters = letters
        self._currency = currency

    def resolve(self, command: ResolveTicket, actor: Actor) -> None:
        """Close a ticket with an action; a refund above the desk's limit waits for operations.

        Raises:
            IllegalCommandError: ``ticket_unknown``, ``already_closed``, ``needs_approval`` while it waits,
                ``share_out_of_range``, ``no_order`` or ``already_refunded``.
        """
        ticket = self._registry.open_ticket(command.ticket)
        self._check(ticket, command)
        self.carry_out(ticket, command.action, command.share_ppm)

    def carry_out(self, ticket: Ticket, action: Action, share_ppm: int) -> None:
        """Do what was decided and found allowed; a refund above the desk's limit waits for operations."""
        amount = refund_of(ticket, action, share_ppm)
        if amount > self._registry.policy.refund_limit:
            ticket.wanted_action, ticket.wanted_share = action, share_ppm
            self._registry.wait(ticket, "waiting_approval")
            self._world.emit(RefundAsked(ticket=ticket.text, amount=amount))
        else:
            self.close(ticket, action, share_ppm)

    def approve(self, command: ApproveRefund, actor: Actor) -> None:
        """Operations says yes (the ticket closes as asked) or no (it is open again).

        Raises:
            IllegalCommandError: ``ticket_unknown``, ``already_closed`` or ``nothing_to_approve``.
        """
        ticket = self._registry.open_ticket(command.ticket)
        if ticket.state != "waiting_approval":
            message = f"expected a refund that waits for approval, got #{ticket.label}, which is {ticket.state}"
            raise IllegalCommandError("nothing_to_approve", message, label=ticket.label, state=ticket.state)
        action: Action = "refund_full" if ticket.wanted_action == "refund_full" else "refund_part"
        wanted, ticket.wanted_action = ticket.wanted_share, ""
        self._world.emit(RefundDecided(ticket=ticket.text, approved=command.approve))
        if command.approve:
            self.close(ticket, action, wanted)
        else:
            self._registry.back_to_work(ticket)

    def asked(self, ticket: Ticket) -> int:
        """The refund that waits for operations, shop currency; 0 if none does."""
        return refund_of(ticket, ticket.wanted_action, ticket.wanted_share)

    def settle(self, ticket: Ticket) -> bool:
        """Close with information alone where policy takes that for right."""
        judgement = judge(ROWS_OF[ticket.kind], self.situation(ticket), "info")
        if judgement[0] == "right":
            self._end(ticket, "info", 0, judgement)
        return judgement[0] == "right"

    def situation(self, ticket: Ticket) -> Situation:
        """What counts about a ticket now."""
        file = self._registry.files.get(ticket.order)
        territory = self._registry.country(ticket.country).territory
        return Situation(
            kind=ticket.kind, law="eu" if territory in WITHDRAWAL_TERRITORIES else "other",
            stage="placed" if file is None else file.stage, late_days=_late_days(file, self._world.now),
            days_here=_days_here(file, self._world.now), has_photo=ticket.has_photo, value=ticket.value,
            is_refunded=self._is_refunded(ticket), country=ticket.country,
            right_days=self._registry.right_days(ticket.country),
        )

    def facts(self, ticket: Ticket) -> ReplyFacts:
        """What is true about the order of a ticket when somebody writes about it."""
        file, now = self._registry.files.get(ticket.order), self._world.now
        on = self._registry.local_day(ticket.country)
        if file is None:
            return ReplyFacts(today=on)
        left = None if file.expected_at == NEVER else max(0, -(-(file.expected_at - now) // DAY))
        return ReplyFacts(file.stage, left, self._is_refunded(ticket), on)

    def confirm_cod(self, file: OrderFile) -> None:
        """The buyer of an order paid at the door says that somebody will be there. The call takes time."""
        file.is_confirmed = True
        self._world.emit(CodConfirmed(order=ids.to_text(file.order), cost=CALL_COST))

    def close(self, ticket: Ticket, action: Action, share_ppm: int) -> None:
        """Close it, say what policy thinks, and let the buyer react."""
        self._end(ticket, action, share_ppm, judge(ROWS_OF[ticket.kind], self.situation(ticket), action))

    def _end(self, ticket: Ticket, action: Action, share_ppm: int, judgement: tuple[Verdict, PolicyRow]) -> None:
        verdict, row = judgement
        if ticket.first_reply_at == NEVER:
            self._letters.note(ticket)
        helped = self._helps(ticket, action, verdict)
        ticket.closings += 1
        ticket.helped = helped
        ticket.refunded |= action in REFUNDS
        ticket.escalated |= action == "escalate"
        ticket.was_wrong |= verdict == "wrong"
        self._registry.close(ticket)
        file = self._registry.files.get(ticket.order)
        if ticket.kind == "cod" and verdict == "right" and file is not None and not file.is_confirmed:
            self.confirm_cod(file)
        part = {"refund_full": PPM, "refund_part": share_ppm}.get(action, 0)
        self._world.emit(TicketResolved(
            ticket=ticket.text, order=ticket.order_text, kind=ticket.kind,
            category=ticket.category, action=action, right=verdict, policy=row.id,
            cost=cost_of(ticket, action, share_ppm), contacts=ticket.contacts, is_refund=action in REFUNDS,
            share_ppm=part, helped=helped, first_reply_seconds=ticket.first_reply_at - ticket.opened_at,
        ))
        self._await_reaction(ticket, ticket.closings, helped)

    def _helps(self, ticket: Ticket, action: Action, verdict: Verdict) -> bool:
        waited = ticket.first_reply_at - ticket.opened_at
        chance = chance_of_help(verdict, action == "refund_full", waited)
        return self._world.stream("out.service.helped").happens(chance, ticket.id, ticket.closings)

    def _check(self, ticket: Ticket, command: ResolveTicket) -> None:
        if ticket.state == "waiting_approval":
            amount = self.asked(ticket)
            limit = as_text(self._registry.policy.refund_limit, self._currency)
            message = f"expected operations to decide first: the refund asked for is above {limit}"
            raise IllegalCommandError("needs_approval", message, label=ticket.label, amount=amount)
        if command.action == "refund_part" and not 0 < command.share_ppm < PPM:
            message = f"expected a share above 0 and below 1,000,000 ppm, got {command.share_ppm}"
            raise IllegalCommandError("share_out_of_range", message, share_ppm=command.share_ppm)
        if command.action in NEEDS_ORDER and not ticket.order:
            message = f"expected a ticket about an order for {command.action}, got #{ticket.label}"
            raise IllegalCommandError("no_order", message, label=ticket.label, action=command.action)

        if command.action in REFUNDS and self._is_refunded(ticket):
            message = f"expected an order with money left to give back, got that of #{ticket.label}, which has none"
            raise IllegalCommandError("already_refunded", message, label=ticket.label)

    def _is_refunded(self, ticket: Ticket) -> bool:
        return ticket.order != 0 and self._registry.reads.left_to_refund(ticket.order) == 0

    def _await_reaction(self, ticket: Ticket, closing: int, helped: bool) -> None:
        waking, now = self._registry.waking(ticket.country), self._world.now
        stream = self._world.stream("out.service.reaction")
        reacts_at = waking.after(now, RATES_AFTER_DAYS * stream.exponential(ticket.id, closing))
        later(self._world, reacts_at - now, lambda: self._react(ticket, closing, helped))

    def _react(self, ticket: Ticket, closing: int, helped: bool) -> None:
        comes_back = self._world.stream("out.service.comes_back").happens(COMES_BACK, ticket.id, closing)
        if not helped and comes_back and closing < MOST_CLOSINGS:
            self._registry.reopen(ticket)
        else:
            self._rate(ticket, closing, helped)

    def _rate(self, ticket: Ticket, closing: int, helped: bool) -> None:
        case = Case(
            ticket.kind, helped, (ticket.first_reply_at - ticket.opened_at) / HOUR,
            self._registry.country(ticket.country).first_reply_hours, ticket.tone, ticket.escalated, ticket.was_wrong,
        )
        place = self._world.stream("out.service.csat").unit(ticket.id, closing)
        stars = score(chance_satisfied(case), place)
        expected = round(expected_score(ticket.kind) * PPM)
        self._world.emit(CsatRecorded(
            ticket=ticket.text, score=stars, expected_ppm=expected, satisfied=stars >= SATISFIED,
            order=ticket.order_text, unresolved=not helped,
        ))


def refund_of(ticket: Ticket, action: str, share_ppm: int) -> int:
    """What goes back to the buyer, shop currency; 0 for anything but a refund."""
    if action == "refund_full":
        return ticket.value
    return share(ticket.value, share_ppm) if action == "refund_part" else 0


def cost_of(ticket: Ticket, action: Action, share_ppm: int) -> int:
    """What the action costs, shop currency, as far as the desk can know it."""
    goods = share(ticket.value, COST_PPM.get(action, 0))
    return refund_of(ticket, action, share_ppm) + goods + COST_FIXED.get(action, 0)


def _late_days(file: OrderFile | None, now: int) -> int:
    if file is None or not file.is_open:
        return 0
    return (now - file.placed_at) // DAY - file.promise_days


def _days_here(file: OrderFile | None, now: int) -> int:
    return 0 if file is None or file.delivered_at == NEVER else (now - file.delivered_at) // DAY
