"""Alerts: a seat is told that something needs it, and the log shows whether it acted within two minutes."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from msgspec import Struct

from sandbox.engine.events import AlertClosed, AlertRaised
from sandbox.engine.kit import TeamWorld
from sandbox.kernel.messages import EventEnvelope

WINDOW = 120
"""Seconds in which an answer counts as prompt."""


class AlertRule(Struct, frozen=True):
    """Event type to alert: which seat, and what counts as acting on it."""

    alert: str
    seat: str
    answers: tuple[str, ...]


RULES: dict[str, tuple[AlertRule, ...]] = {
    "livestream.sold_out": (
        AlertRule("sold_out", "operations", ("livestream.release_stock", "livestream.pin_product",
                                             "livestream.set_rundown", "logistics.transfer_stock")),
        AlertRule("sold_out", "anchor", ("livestream.speak_phase", "livestream.pin_product")),
    ),
    "livestream.violation_detected": (
        AlertRule("violation", "anchor", ("livestream.correct_claim",)),
    ),
    "livestream.cue_given": (
        AlertRule("cue", "anchor", ("livestream.speak_phase", "livestream.reply_comment", "livestream.pin_product",
                                    "livestream.set_intensity")),
    ),
    "logistics.customs_held": (
        AlertRule("held", "operations", ("logistics.answer_customs",)),
    ),
    "service.sla_breached": (
        AlertRule("sla", "service", ("service.answer", "service.answer_oldest", "service.resolve")),
    ),
    "service.refund_asked": (
        AlertRule("approval", "operations", ("service.approve_refund",)),
    ),
    "run.shock_injected": tuple(
        AlertRule("shock", seat, ()) for seat in ("anchor", "operations", "selection", "traffic", "service")
    ),
}
POOL = "livestream.pool_evaluated"
TRAFFIC_DROP = (
    AlertRule("traffic_drop", "anchor", ("livestream.speak_phase", "livestream.call_to_action", "livestream.say")),
    AlertRule("traffic_drop", "traffic", ("livestream.boost_room", "livestream.post_teaser",
                                          "livestream.notify_followers")),
)


WATCHED = frozenset((*RULES, POOL))
"""Event types that may raise an alert."""


class OpenAlert:
    """An alert nobody has answered yet."""

    __slots__ = ("is_open", "raised_at", "rule", "subject_id")

    def __init__(self, rule: AlertRule, subject_id: str, raised_at: int) -> None:
        self.rule = rule
        self.subject_id = subject_id
        self.raised_at = raised_at
        self.is_open = True


class Alerts:
    """The open alerts of a run."""

    def __init__(self, world: TeamWorld) -> None:
        self._world = world
        self.open: list[OpenAlert] = []

    def watch(self, envelope: EventEnvelope) -> None:
        """Raise what an event asks for."""
        data: Any = envelope.data
        rules = RULES.get(envelope.type, ())
        if envelope.type == POOL:
            rules = TRAFFIC_DROP if data.trend == "down" else ()
        subject = str(getattr(data, "order", "") or getattr(data, "ticket", "") or getattr(data, "sku", "") or "")
        for rule in rules:
            self._raise(rule, subject)

    def acted(self, seat: str, command_type: str) -> None:
        """A seat sent a command: close the alerts it answers. An alert without a list is answered by anything."""
        for alert in self.open:
            if alert.rule.seat == seat and (not alert.rule.answers or command_type in alert.rule.answers):
                self._close(alert, acted=True)

    def of(self, seat: str) -> list[OpenAlert]:
        """Open alerts of one seat, oldest first."""
        return [alert for alert in self.open if alert.rule.seat == seat]

    def plain(self) -> list[Any]:
        """State for the digest."""
        return [[alert.rule.alert, alert.rule.seat, alert.subject_id, alert.raised_at] for alert in self.open]

    def _raise(self, rule: AlertRule, subject: str) -> None:
        if any(alert.rule is rule and alert.subject_id == subject for alert in self.open):
            return
        alert = OpenAlert(rule, subject, self._world.now)
        self.open.append(alert)
        self._world.emit(AlertRaised(seat=rule.seat, alert=rule.alert, subject_id=subject))
        self._world.process(self._expire(alert))

    def _expire(self, alert: OpenAlert) -> Generator[Any, Any, None]:
        yield self._world.timeout(WINDOW)
        if alert.is_open:
            self._close(alert, acted=False)

    def _close(self, alert: OpenAlert, *, acted: bool) -> None:
        alert.is_open = False
        self.open = [other for other in self.open if other is not alert]
        self._world.emit(AlertClosed(seat=alert.rule.seat, alert=alert.rule.alert, acted=acted,
                                   latency_seconds=self._world.now - alert.raised_at))
