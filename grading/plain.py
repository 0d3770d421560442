"""A grade as plain data: dicts, lists, texts and numbers, nothing rounded."""

from __future__ import annotations

from typing import Any

from grading.citation import Citation
from grading.estimator import Estimate
from grading.framework import Framework
from grading.radar import Axis, radar_of, warning_of
from grading.results import Grade, IndicatorGrade, Observation, SessionInfo, Standing, StudentGrade
from grading.wording import formula

FORMAT = "bordercast-grade/1"


def plain_grade(grade: Grade) -> dict[str, Any]:
    """The whole grade, every observation with its citations."""
    framework = grade.framework
    return {
        "format": FORMAT,
        "framework": {"id": framework.id, "version": framework.version, "status": framework.status},
        "warning": dict(warning_of(framework)),
        "as_of_week": grade.as_of_week,
        "sessions": [_session(info) for info in grade.sessions],
        "students": [plain_student(student, framework) for student in grade.students],
    }


def _session(info: SessionInfo) -> dict[str, Any]:
    return {
        "run": info.run,
        "team": info.team,
        "scenario": info.scenario,
        "engine": info.engine,
        "log_digest": info.log_digest,
        "week": info.week,
    }


def plain_student(student: StudentGrade, framework: Framework) -> dict[str, Any]:
    """Everything about one student: the radar as drawn, and every number down to its events."""
    z = framework.estimator.interval_z
    return {
        "subject": student.subject,
        "seats": list(student.seats),
        "overall": _standing(student.overall, z),
        "radar": [_axis(axis) for axis in radar_of(student, framework).axes],
        "competences": [
            {
                "code": competence.code,
                "title": dict(framework.competences[competence.code].title),
                "sessions": competence.sessions,
                **_standing(competence.standing, z),
                "indicators": [_indicator(result, z) for result in competence.indicators],
            }
            for competence in student.competences
        ],
    }


def _axis(axis: Axis) -> dict[str, Any]:
    return {
        "code": axis.code,
        "title": dict(axis.title),
        "open": axis.is_open,
        "value": axis.value,
        "low": axis.low,
        "high": axis.high,
        "note": dict(axis.note),
    }


def _standing(standing: Standing, z: float) -> dict[str, Any]:
    return {
        **_estimate(standing.estimate, z),
        "coverage": standing.coverage,
        "state": standing.state.value,
        "level": standing.level,
    }


def _estimate(estimate: Estimate | None, z: float) -> dict[str, Any]:
    if estimate is None:
        return {"mean": None, "sd": None, "interval": None}
    return {"mean": estimate.mean, "sd": estimate.sd, "interval": list(estimate.interval(z))}


def _indicator(result: IndicatorGrade, z: float) -> dict[str, Any]:
    indicator = result.indicator
    return {
        "id": indicator.id,
        "title": dict(indicator.title),
        "role": indicator.role,
        "cn_work_type": indicator.cn_work_type,
        "part": indicator.part.value,
        "weight": indicator.w,
        "formula": dict(formula(indicator)),
        **_estimate(result.estimate, z),
        "observations": [_observation(observation) for observation in result.observations],
        "gaps": {run: gap.value for run, gap in result.gaps.items()},
    }


def _observation(observation: Observation) -> dict[str, Any]:
    return {
        "run": observation.run,
        "week": observation.week,
        "x": observation.x,
        "n": observation.n,
        "score": observation.y,
        "lets": dict(observation.lets),
        "citations": {name: _citation(citation) for name, citation in observation.citations.items()},
    }


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "count": citation.count,
        "first": [{"seq": moment.seq, "at": moment.at} for moment in citation.first],
        "ranges": [list(pair) for pair in citation.ranges],
    }
