"""Replay, the one operation behind recovery, audit, seeking and forking: a log goes in, the same run comes out."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from sandbox.engine.run import Run
from sandbox.engine.version import ENGINE_VERSION
from sandbox.kernel.draws import Secrets
from sandbox.kernel.errors import ReplayMismatchError
from sandbox.kernel.log import Entry, Log
from sandbox.kernel.messages import CommandEnvelope, Seat
from sandbox.kernel.scenario import Scenario


def _envelope(entry: Entry) -> CommandEnvelope:
    return CommandEnvelope(
        cmd_id=entry.cmd_id, team=entry.team, seat=Seat(entry.seat), type=entry.type, args=entry.args,
        subject=entry.subject, based_on=entry.based_on,
    )


def repaired(entries: list[Entry]) -> list[Entry]:
    """The entries as they count: a repair replaces its target, or voids it, wherever it was appended."""
    repairs = {entry.target: entry for entry in entries if entry.kind == "repair"}
    kept = []
    for entry in entries:
        if entry.kind == "repair":
            continue
        repair = repairs.get(entry.n)
        if repair is None:
            kept.append(entry)
        elif repair.type:
            kept.append(Entry(
                n=entry.n, kind="command", at=entry.at, cmd_id=entry.cmd_id, team=entry.team, seat=entry.seat,
                subject=entry.subject, type=repair.type, args=repair.args, based_on=entry.based_on,
            ))
    return kept


def _check_head(scenario: Scenario, secrets: Secrets, log: Log) -> None:
    header = log.header
    expected = {
        "engine": (ENGINE_VERSION, header.engine),
        "scenario": (f"{scenario.id}@{scenario.version}", header.scenario),
        "scenario hash": (scenario.content_hash, header.scenario_hash),
        "commitment of the secret": (secrets.commitment, header.commitment),
    }
    for what, (here, there) in expected.items():
        if here != there:
            raise ReplayMismatchError(f"entry 0: {what} is {here[:24]!r} here, the file says {there[:24]!r}", 0)


def _again(run: Run, entry: Entry, checked: bool) -> None:
    if entry.kind == "advanced":
        run.advance(entry.at, replayed=True)
        if checked and (run.kit.digest, len(run.events)) != (entry.digest, entry.events):
            raise ReplayMismatchError(
                f"entry {entry.n}: at second {entry.at} the events differ ({len(run.events)} events, digest "
                f"{run.kit.digest[:12]}; the file says {entry.events}, {entry.digest[:12]})", entry.n)
    elif entry.kind == "digest":
        if checked and entry.state != run.state_digest():
            raise ReplayMismatchError(
                f"entry {entry.n}: state digest is {run.state_digest()[:12]}, the file says {entry.state[:12]}",
                entry.n)
    elif entry.kind == "command" or entry.type:
        run.advance(entry.at, replayed=True)
        answer = run.submit(_envelope(entry), replayed=entry.n)
        if checked and (answer.ok != (entry.kind == "command") or answer.code != entry.code):
            said = answer.code or "accepted"
            raise ReplayMismatchError(
                f"entry {entry.n}: {entry.type} is {said} here, the file says {entry.code or 'accepted'}", entry.n)


def rebuild(scenario: Scenario, secrets: Secrets, log: Log, *, until: int | None = None) -> Run:
    """Play a log again and check it entry by entry.

    Args:
        scenario: the same scenario, by content hash.
        secrets: the same secrets.
        log: entries in order; repairs are read first.
        until: stop before the first entry later than this second; to the end if None.

    Returns:
        The run; without *until* it owns *log* and can go on.

    Raises:
        ReplayMismatchError: naming the first entry whose result differs.
    """
    _check_head(scenario, secrets, log)
    with _no_collector():
        return _played_again(scenario, secrets, log, until)


@contextmanager
def _no_collector() -> Iterator[None]:
    """A replay makes a hundred thousand small things that all stay: looking for rings among them is a tenth of it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _played_again(scenario: Scenario, secrets: Secrets, log: Log, until: int | None) -> Run:
    has_repairs = any(entry.kind == "repair" for entry in log.entries)
    run = Run(scenario, secrets, log.header)
    for entry in repaired(log.entries):
        if until is not None and entry.at > until:
            break
        _again(run, entry, checked=not has_repairs)
    if until is None:
        run.adopt(log)
    return run
