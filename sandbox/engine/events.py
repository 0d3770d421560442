"""What happens to a run as a whole."""

from __future__ import annotations

from typing import ClassVar

from sandbox.kernel.messages import Event


class RunStarted(Event):
    """The run began."""

    type: ClassVar[str] = "run.started"
    scenario: str
    market_starts: str
    commitment: str


class SeatTaken(Event):
    """A seat has a new holder."""

    type: ClassVar[str] = "run.seat_taken"
    seat: str
    holder: str


class ShockInjected(Event):
    """The teacher or the scenario made something happen."""

    type: ClassVar[str] = "run.shock_injected"
    kind: str
    country: str
    hours: int
    strength_ppm: int
    sku: str
    planned: bool
    """True when the scenario had it."""


class AlertRaised(Event):
    """A seat is told that something needs it."""

    type: ClassVar[str] = "run.alert_raised"
    seat: str
    alert: str
    """``low_stock``, ``sla_near``, ``traffic_drop``, ``shock`` ..."""
    subject_id: str


class AlertClosed(Event):
    """A seat acted on an alert, or two minutes passed."""

    type: ClassVar[str] = "run.alert_closed"
    seat: str
    alert: str
    acted: bool
    latency_seconds: int


class DayClosed(Event):
    """A market day is over."""

    type: ClassVar[str] = "run.day_closed"
    day: int
    orders_open: int
    tickets_open: int
    cash: int


class PlayEnded(Event):
    """Nobody plays any more; the run settles."""

    type: ClassVar[str] = "run.play_ended"
    reason: str


class RunSettled(Event):
    """Every order is terminal: the run is over."""

    type: ClassVar[str] = "run.settled"
    reason: str
    orders: int
    contribution: int
    """Every line of profit and loss, in minor units of the shop's currency."""
    worth: int
    """Contribution less unsold stock at cost times one minus what it still fetches."""
