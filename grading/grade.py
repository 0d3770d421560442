"""Grade one run, or many: evidence, observations, estimates, standing.

Nothing here reads a file or a clock. The same events and the same framework give the same grade, to the bit.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import msgspec

from grading.citation import cite
from grading.errors import EvidenceError
from grading.estimator import Score, Weighted, combine, estimate
from grading.evidence import Evidence
from grading.framework import Framework, default_framework
from grading.indicator import Gap, Indicator, Measurement, Part
from grading.projection import PROJECTIONS, evidence_of
from grading.query import Shelf
from grading.results import (
    CompetenceGrade,
    Grade,
    IndicatorGrade,
    Observation,
    SessionInfo,
    Standing,
    StudentGrade,
)
from grading.run_events import RunEvents


class Session:
    """One run, or one team's part of it, ready to be graded.

    Args:
        header: entry 0 of the run file, as a struct or a dict with ``run``, ``scenario`` and ``engine``.
        events: event envelopes of the run in order, as structs or dicts.
        log_digest: hash that names the log, printed in exports.
        week: teaching week in which it was played.
        team: whose, where several teams meet in the run.

    Raises:
        EvidenceError: the events cannot be those of one run, or the run has no such team.
    """

    def __init__(
        self, header: Any, events: Iterable[Any], *, log_digest: str = "", week: float = 0.0, team: str = ""
    ) -> None:
        plain: Mapping[str, Any] = header if isinstance(header, Mapping) else msgspec.to_builtins(header)
        known = tuple(plain.get("teams", ("",)))
        if team not in known:
            names = ", ".join(name or "one without a name" for name in known)
            raise EvidenceError("unknown_team", f"expected a team of this run ({names}), got {team!r}")
        self.info = SessionInfo(
            run=str(plain["run"]),
            team=team,
            scenario=str(plain.get("scenario", "")),
            engine=str(plain.get("engine", "")),
            log_digest=log_digest,
            week=week,
        )
        self.run = RunEvents(events, team)
        self._evidence = evidence_of(self.run)
        self._shelves: dict[tuple[str, str], Shelf] = {}

    def seats_of(self, subject: str) -> tuple[str, ...]:
        """Seats *subject* held at any time, in the order in which they were taken."""
        return tuple(dict.fromkeys(tenure.seat for tenure in self.run.tenures if tenure.holder == subject))

    def shelf(self, subject: str, seat: str = "") -> Shelf:
        """Evidence of what *subject* did; with *seat*, of what happened in it while *subject* held it."""
        key = (subject, seat)
        if key not in self._shelves:
            counts = self._while_held(subject, seat) if seat else lambda evidence: evidence.subject == subject
            self._shelves[key] = {kind: [e for e in found if counts(e)] for kind, found in self._evidence.items()}
        return self._shelves[key]

    def _while_held(self, subject: str, seat: str) -> Callable[[Evidence], bool]:
        spans = [(t.since, t.until) for t in self.run.tenures if t.holder == subject and t.seat == seat]
        return lambda evidence: (
            evidence.seat in ("", seat) and any(since <= evidence.at < until for since, until in spans)
        )


def grade_run(
    header: Any,
    events: Iterable[Any],
    framework: Framework | None = None,
    *,
    log_digest: str = "",
    week: float = 0.0,
    team: str = "",
) -> Grade:
    """Grade one run as one session. Arguments as of :class:`Session`; the default framework if none is given.

    Raises:
        EvidenceError: the events cannot be those of one run, or the run has no such team.
    """
    return grade_sessions([Session(header, events, log_digest=log_digest, week=week, team=team)], framework)


def grade_sessions(
    sessions: Sequence[Session], framework: Framework | None = None, *, as_of_week: float | None = None
) -> Grade:
    """Grade every person of some sessions together; where only bots played, the bots, so that policies compare.

    Args:
        sessions: runs with their teaching weeks, in any order.
        framework: the default framework if None.
        as_of_week: the week the estimates are for; the last session's if None.
    """
    framework = framework or default_framework()
    week = as_of_week if as_of_week is not None else max((s.info.week for s in sessions), default=0.0)
    people = {subject for session in sessions for subject in session.run.people}
    graded = people or {tenure.holder for session in sessions for tenure in session.run.tenures if tenure.holder}
    return Grade(
        framework=framework,
        as_of_week=week,
        sessions=tuple(session.info for session in sessions),
        students=tuple(_student(subject, sessions, framework, week) for subject in sorted(graded)),
    )


def _student(subject: str, sessions: Sequence[Session], framework: Framework, week: float) -> StudentGrade:
    held = {seat for session in sessions for seat in session.seats_of(subject)}
    competences = tuple(_competence(code, subject, sessions, framework, week) for code in framework.competences)
    return StudentGrade(
        subject=subject,
        seats=tuple(role for role in framework.roles if role in held),
        competences=competences,
        overall=_overall(competences, framework),
    )


def _competence(
    code: str, subject: str, sessions: Sequence[Session], framework: Framework, week: float
) -> CompetenceGrade:
    grades = tuple(_indicator(i, subject, sessions, framework, week) for i in framework.of_competence(code))
    parts = [Weighted(grade.indicator.w, grade.estimate) for grade in grades if grade.estimate]
    total = math.fsum(grade.indicator.w for grade in grades)
    return CompetenceGrade(
        code=code,
        standing=_standing(parts, total, framework),
        sessions=len({observation.run for grade in grades for observation in grade.observations}),
        indicators=grades,
    )


def _overall(competences: Sequence[CompetenceGrade], framework: Framework) -> Standing:
    parts = [
        Weighted(framework.competences[grade.code].weight, grade.standing.estimate)
        for grade in competences
        if grade.standing.estimate and grade.standing.state.is_drawn
    ]
    return _standing(parts, 1.0, framework)


def _standing(parts: Sequence[Weighted], total_weight: float, framework: Framework) -> Standing:
    value = combine(parts, framework.estimator.indicator_error_correlation)
    coverage = math.fsum(part.weight for part in parts) / total_weight
    state = framework.states.state_of(value, coverage)
    return Standing(estimate=value, coverage=coverage, state=state, level=framework.levels.level_of(value, state))


def _indicator(
    indicator: Indicator, subject: str, sessions: Sequence[Session], framework: Framework, week: float
) -> IndicatorGrade:
    found = {s.info.run: _observe(indicator, subject, s, framework) for s in sessions}
    observations = tuple(o for o in found.values() if isinstance(o, Observation) and o.week <= week)
    scores = [Score(o.week, o.y, o.n) for o in observations]
    return IndicatorGrade(
        indicator=indicator,
        estimate=estimate(scores, week, framework.estimator),
        observations=observations,
        gaps={run: gap for run, gap in found.items() if isinstance(gap, Gap)},
    )


def _observe(indicator: Indicator, subject: str, session: Session, framework: Framework) -> Observation | Gap:
    if any(event not in PROJECTIONS for event in indicator.events):
        return Gap.NOT_RECORDED
    shelf = session.shelf(subject, indicator.role if indicator.by == "role" else "")
    is_empty = not any(shelf[event] for event in indicator.events)
    if is_empty and indicator.role not in session.seats_of(subject):
        return Gap.OTHER_SEAT
    if _is_unearned(indicator, subject, session):
        return Gap.IDLE
    found = indicator.measure(shelf, framework.estimator.n_cap)
    if not isinstance(found, Measurement):
        return found.gap
    return Observation(
        run=session.info.run,
        week=session.info.week,
        x=found.x,
        n=found.n,
        y=found.y,
        lets={name: answer.value for name, answer in found.answers.items()},
        citations={
            name: cite((seq for e in answer.evidence for seq in e.seqs), session.run.at_of)
            for name, answer in found.answers.items()
        },
    )


def _is_unearned(indicator: Indicator, subject: str, session: Session) -> bool:
    """Whether the world's own defaults brought what the indicator looks at, because *subject* did nothing.

    Only outcomes: what a seat should have done and did not is seen by its process, and counts.
    """
    is_outcome = indicator.part is Part.OUTCOME and indicator.by == "role"
    return is_outcome and not session.run.acted(subject, indicator.role)
