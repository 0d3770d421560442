"""Rows for the screens: what operations and the desk have to see of the money they decide on.

Pure functions of :class:`sandbox.payments.reading.Money`.
"""

from __future__ import annotations

from sandbox.kernel.money import PPM
from sandbox.kernel.rule_rows import iso
from sandbox.payments.bill import NEVER, Bill
from sandbox.payments.checkout import expected_success_ppm
from sandbox.payments.exchange import MARGIN_PPM
from sandbox.payments.profit import View
from sandbox.payments.reading import Money
from sandbox.payments.row_types import (
    CashRow,
    CodRow,
    CurrencyRow,
    DisputeRow,
    FlaggedRow,
    ForwardRow,
    MethodRow,
    MonitoringRow,
    PaymentRow,
    ProfitRow,
    ReserveRow,
)
from sandbox.payments.screen import caught_ppm


def payment_rows(money: Money) -> tuple[PaymentRow, ...]:
    """Settings of every country the shop sells to. Operations."""
    return tuple(_payment_row(money, country) for country in money.settings.countries)


def flagged_rows(money: Money) -> tuple[FlaggedRow, ...]:
    """Orders that wait for review, the most urgent first. Operations."""
    return tuple(
        FlaggedRow(
            order=bill.ident, country=bill.country, method=bill.method, currency=bill.currency, amount=bill.paid,
            score_ppm=bill.score_ppm, signals=money.till.signals(bill), until=bill.step_at,
        )
        for bill in money.till.flagged()
    )


def dispute_rows(money: Money) -> tuple[DisputeRow, ...]:
    """Open disputes, the most urgent first. Service and operations."""
    return tuple(
        DisputeRow(
            order=bill.ident, reason=bill.dispute, currency=bill.currency, amount=bill.disputed,
            deadline=bill.answer_by, proofs=money.disputes.proofs(bill), answered=bill.evidence != NEVER,
        )
        for bill in money.disputes.open()
    )


def monitoring_rows(money: Money) -> tuple[MonitoringRow, ...]:
    """The month so far, for each group of countries with card orders. Operations."""
    rows = []
    monitoring, today = money.monitoring, money.rates.today
    for place in sorted(monitoring.groups):
        rule = monitoring.rule_of(place, today)
        if rule is None:
            continue
        month = monitoring.month_of(today)
        count, settled, ratio = monitoring.figures(place, month, rule.programme)
        rows.append(MonitoringRow(
            place=place, programme=rule.programme, month=month, count=count, settled=settled, ratio_ppm=ratio,
            limit_ppm=rule.threshold_ppm, min_count=rule.min_count, limit_from=iso(rule.effective_from),
            limit_to="" if rule.effective_to is None else iso(rule.effective_to), source=rule.source,
            months_above=monitoring.groups[place].breaches,
        ))
    return tuple(rows)


def reserve_rows(money: Money) -> tuple[ReserveRow, ...]:
    """What is kept back, the next to come first. Operations."""
    held = sorted(money.payouts.withheld, key=lambda one: (one.until, one.platform, one.currency))
    return tuple(
        ReserveRow(platform=one.platform, currency=one.currency, amount=one.amount, until=one.until) for one in held
    )


def forward_rows(money: Money) -> tuple[ForwardRow, ...]:
    """Forwards that run, the next to settle first. Operations."""
    running = sorted(money.exchange.forwards.values(), key=lambda one: (one.settles, one.ident))
    return tuple(
        ForwardRow(
            forward=one.ident, currency=one.currency, amount=one.amount, locked=one.locked, margin=one.margin,
            worth_now=money.rates.exchange(one.amount, one.currency, money.currency), settles=one.settles,
        )
        for one in running
    )


def currency_rows(money: Money) -> tuple[CurrencyRow, ...]:
    """Every foreign currency in which something is open. Operations."""
    owed = money.receivable()
    codes = dict.fromkeys([*owed, *(one.currency for one in money.exchange.forwards.values())])
    return tuple(
        CurrencyRow(
            currency=code, rate=money.rates.as_text(code, money.currency), owed=owed.get(code, 0),
            simulated=money.rates.is_simulated(code, money.currency),
            sellable=money.exchange.can_sell(code),
            hedged=sum(one.amount for one in money.exchange.forwards.values() if one.currency == code),
            locked_30=money.exchange.locked(code, 10_000, 30), locked_60=money.exchange.locked(code, 10_000, 60),
            locked_90=money.exchange.locked(code, 10_000, 90), margin_ppm=MARGIN_PPM,
            volatility_ppm=money.rates.path.volatility_ppm(code),
        )
        for code in sorted(codes) if code != money.currency
    )


def cod_rows(money: Money) -> tuple[CodRow, ...]:
    """Orders to be paid at the door that have not been delivered, in the order of their ids. Service."""
    waiting = [bill for bill in money.register.at_the_door.values() if _waits_at_the_door(bill)]
    return tuple(
        CodRow(
            order=bill.ident, country=bill.country, currency=bill.currency, amount=bill.paid,
            confirmed=bill.is_confirmed, refusal_ppm=money.cod_refusal_ppm(bill.order),
        )
        for bill in sorted(waiting, key=lambda bill: bill.order)
    )


def profit_rows(money: Money, by: View) -> tuple[ProfitRow, ...]:
    """Profit and loss by day, platform or country. Operations."""
    return tuple(
        ProfitRow(key=key, accounts=accounts, total=sum(accounts.values()))
        for key, accounts in money.reports.profit(by).items()
    )


def cash_rows(money: Money) -> tuple[CashRow, ...]:
    """What each day did to the bank account. Operations."""
    return tuple(
        CashRow(day=day, reasons=reasons, total=sum(reasons.values()))
        for day, reasons in money.reports.cash_flow().items()
    )


def _payment_row(money: Money, country: str) -> PaymentRow:
    offer, choice = money.settings.offer(country), money.settings.choice(country)
    ways = tuple(
        MethodRow(
            method=way.row.method, kind=way.row.kind, share_ppm=way.row.share_ppm, auth_ppm=int(way.auth * PPM + 0.5),
            offered=way.is_offered,
        )
        for way in offer.ways
    )
    return PaymentRow(
        country=country, methods=ways, local_acquirer=choice.local_acquirer, three_ds=choice.three_ds,
        false_positive_ppm=choice.false_positive_ppm, caught_ppm=caught_ppm(choice.false_positive_ppm),
        served_ppm=offer.offered_ppm * PPM // offer.total_ppm, success_ppm=expected_success_ppm(offer),
        has_cards=money.settings.has_cards(country),
    )


def _waits_at_the_door(bill: Bill) -> bool:
    return bill.kind == "cod" and bill.state == "paid" and not bill.is_delivered and bill.left > 0
