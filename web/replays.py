"""The process that replays finished runs for result pages. It keeps the last few, for those who open many points."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from grading.export import Person, grades_wide
from grading.grade import grade_run
from grading.plain import plain_grade
from sandbox.engine.replay import rebuild
from sandbox.engine.run import Run
from sandbox.kernel.codec import to_plain
from sandbox.kernel.draws import Secrets
from sandbox.kernel.log import read_log
from scenarios.loader import load_scenario

AROUND_SECONDS = 30
_LINES: dict[str, tuple[str, bytes, list[bytes]]] = {}


def answer(question: str, head: str, scenario: str, secret: bytes, lines: list[bytes], team: str, *about: Any) -> Any:
    """Answer one question about one team of the run whose log ends with *head*."""
    _LINES[head] = scenario, secret, lines
    try:
        return QUESTIONS[question](head, team, *about)
    finally:
        _LINES.pop(head, None)


@lru_cache(maxsize=8)
def _run(head: str) -> Run:
    scenario, secret, lines = _LINES[head]
    return rebuild(load_scenario(scenario), Secrets(secret), read_log(lines))


@lru_cache(maxsize=40)
def _grade(head: str, team: str) -> Any:
    run = _run(head)
    return grade_run(run.log.header, run.events, log_digest=head, team=team)


def _outcome(head: str, team: str) -> dict[str, Any]:
    run = _run(head)
    return {
        "result": to_plain(run.result(team)),
        "grade": plain_grade(_grade(head, team)),
        "head": head,
        "events": len(run.events),
    }


def _events(head: str, team: str, first: int, last: int, seq: int) -> list[Any]:
    theirs = [event for event in _run(head).events if event.team in ("", team)]
    if seq:
        at = next((event.at for event in theirs if event.seq == seq), 0)
        first, last = at - AROUND_SECONDS, at + AROUND_SECONDS
    return [to_plain(event) for event in theirs if first <= event.at <= last]


def _grades_csv(head: str, team: str, people: dict[str, tuple[str, str, str]]) -> bytes:
    known = {
        subject: Person(student_id=number, name=name, class_name=class_name)
        for subject, (number, name, class_name) in people.items()
    }
    return grades_wide(_grade(head, team), known)


QUESTIONS: dict[str, Any] = {"outcome": _outcome, "events": _events, "grades_csv": _grades_csv}
