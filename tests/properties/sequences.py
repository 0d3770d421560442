"""One random sequence: legal commands and time in turn, and what must hold after each."""

from __future__ import annotations

import random

from msgspec import Struct

from sandbox.engine.practice import practice_run
from sandbox.engine.run import Run
from sandbox.kernel.messages import CommandEnvelope, Seat
from sandbox.kernel.scenario import Scenario
from sandbox.market.order import TRANSITIONS
from tests.properties.chooser import Chooser

STEPS = (1, 5, 30, 300, 1_200, 3_600, 9_000)


class Sequence(Struct):
    """What one sequence did."""

    accepted: int = 0
    refused: int = 0
    types: tuple[str, ...] = ()


def play_sequence(scenario: Scenario, number: int, commands: int) -> Sequence:
    """Send random commands until *commands* were accepted, then settle.

    Raises:
        AssertionError: naming the sequence, the command and what does not hold.
    """
    run, chance = practice_run(scenario, number), random.Random(number)
    chooser, done = Chooser(run, chance), Sequence()
    kinds: list[str] = []
    while done.accepted < commands and run.stage not in ("settling", "over"):
        seat, name, args = chooser.command()
        ident = f"prop-{number}-{done.accepted}-{done.refused}"
        answer = run.submit(CommandEnvelope(cmd_id=ident, seat=Seat(seat), type=name, args=args, subject="person-1"))
        if answer.ok:
            done.accepted += 1
            kinds.append(name)
        else:
            done.refused += 1
        check_books(run, f"sequence {number}, after {name} {args}")
        if chance.random() < 0.12:
            run.advance(run.now + chance.choice(STEPS))
            check_books(run, f"sequence {number}, at second {run.now}")
    run.settle()
    check_books(run, f"sequence {number}, settled")
    check_orders(run, number)
    done.types = tuple(dict.fromkeys(kinds))
    return done


def check_books(run: Run, where: str) -> None:
    """Every currency sums to zero, and every unit is somewhere."""
    trial = run.domains.payments.trial_balance()
    assert not any(trial.values()), f"{where}: {trial}"
    missing = run.domains.logistics.unaccounted()
    assert not any(missing.values()), f"{where}: {missing}"


def check_orders(run: Run, number: int) -> None:
    """Every order ended, once."""
    ended = [event.data.order for event in run.events if event.type == "market.order_ended"]  # type: ignore[attr-defined]
    assert len(ended) == len(set(ended)), f"sequence {number}: an order ended twice"
    still_open = [order.text for order in run.domains.shop.orders() if TRANSITIONS[order.state]]
    assert not still_open, f"sequence {number}: {still_open}"
