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


def answer(question: str, head: str, scenario: str, secret: bytes, lines: list[bytes], *about: Any) -> Any:
    """Answer one question about the run whose log ends with *head*."""
    _LINES[head] = scenario, secret, lines
    try:
        return QUESTIONS[question](head, *about)
    finally:
        _LINES.pop(head, None)


@lru_cache(maxsize=8)
def _run(head: str) -> Run:
    scenario, secret, lines = _LINES[head]
    return rebuild(load_scenario(scenario), Secrets(secret), read_log(lines))


@lru_cache(maxsize=8)
def _grade(head: str) -> Any:
    run = _run(head)
    return grade_run(run.log.header, run.events, log_digest=head)


def _outcome(head: str) -> dict[str, Any]:
    run = _run(head)
    return {
        "result": to_plain(run.result()),
        "grade": plain_grade(_grade(head)),
        "head": head,
        "events": len(run.events),
    }


def _events(head: str, first: int, last: int, seq: int) -> list[Any]:
    run = _run(head)
    if seq:
        at = next((event.at for event in run.events if event.seq == seq), 0)
        first, last = at - AROUND_SECONDS, at + AROUND_SECONDS
    return [to_plain(event) for event in run.events if first <= event.at <= last]


def _grades_csv(head: str, people: dict[str, tuple[str, str, str]]) -> bytes:
    known = {
        subject: Person(student_id=number, name=name, class_name=class_name)
        for subject, (number, name, class_name) in people.items()
    }
    return grades_wide(_grade(head), known)


QUESTIONS: dict[str, Any] = {"outcome": _outcome, "events": _events, "grades_csv": _grades_csv}
