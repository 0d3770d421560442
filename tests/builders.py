"""Builders: sane defaults, so that a test says only what it is about."""

from __future__ import annotations

from typing import Any

from msgspec import structs

from sandbox.bots.play import BotTable
from sandbox.engine.practice import practice_run
from sandbox.engine.run import Run
from sandbox.kernel.messages import CommandEnvelope, Seat
from sandbox.kernel.scenario import Scenario
from scenarios.loader import fingerprint, load_scenario

SEATS = ("anchor", "operations", "selection", "traffic", "service")


def a_short_scenario(**changes: Any) -> Scenario:
    """first-live with a crowded five minutes and one market day: a second of work, the same rules."""
    whole = load_scenario("first-live")
    show = structs.replace(whole.show, seconds=300, starts_at=20)
    audience = structs.replace(whole.audience, shows_per_window=120_000)
    short = structs.replace(whole, **{"show": show, "audience": audience, "days": 1, **changes})
    return structs.replace(short, content_hash=fingerprint(short))


def a_run(number: int = 7, scenario: Scenario | None = None) -> Run:
    """A run at second 0 with a practice secret."""
    return practice_run(scenario or a_short_scenario(), number)


def a_live_run(number: int = 7, at: int = 60) -> Run:
    """A run whose room has been live for a while, nobody acting."""
    run = a_run(number)
    run.advance(at)
    return run


def a_played_run(number: int = 7, style: str = "average", until: int | None = None) -> Run:
    """A run played by bots in every seat, to the end or to a second."""
    run = a_run(number)
    table = BotTable(run)
    for seat in SEATS:
        table.put(seat, style)
    table.act()
    stop = run.scenario.play_ends + 1 if until is None else until
    while run.now < stop and run.stage not in ("settling", "over"):
        run.advance(min(table.due(), stop))
        table.act()
    if until is None:
        run.settle()
    return run


class Sender:
    """Sends commands from one seat with fresh ids."""

    def __init__(self, run: Run, seat: str, subject: str = "person-1", team: str = "") -> None:
        self._run = run
        self._team = team
        self._seat = Seat(seat)
        self._subject = subject
        self._count = 0

    def __call__(self, command_type: str, cmd_id: str = "", **args: Any) -> Any:
        """Submit and return the answer."""
        self._count += 1
        ident = cmd_id or f"test-{self._team}-{self._seat}-{self._subject[:20]}-{self._count:04d}"
        return self._run.submit(CommandEnvelope(cmd_id=ident, team=self._team, seat=self._seat, type=command_type,
                                                args=args, subject=self._subject))
