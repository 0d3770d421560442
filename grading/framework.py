"""A competence framework: what counts as evidence, how it becomes a score, and what the scores are called.

Frameworks are YAML files that schools and firms write. :func:`load_framework` reads one and checks all of it before a
single run is graded: names, weights, formulas, anchors; a mistake is told with file, line and key.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from grading.competence import LevelScale, StateRules, Threshold
from grading.errors import FrameworkError
from grading.estimator import Parameters
from grading.indicator import Indicator, Words
from grading.indicator_file import read_indicator
from grading.reading import Place, read_file

DEFAULT = "xb-default"
DATA = Path(__file__).resolve().parent / "data" / "frameworks"
STATUSES = ("default-unvalidated", "site-unvalidated", "validated")
WEIGHT_TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Competence:
    """One axis of the radar."""

    code: str
    title: Words
    weight: float
    """In the one overall number; the weights of a framework sum to 1."""
    alignments: Mapping[str, tuple[str, ...]]
    """Codes in public classifications, by the name of the classification."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """A whole framework, checked."""

    id: str
    version: str
    title: Words
    uuid_namespace: str
    status: str
    """One of ``default-unvalidated``, ``site-unvalidated`` and ``validated``."""
    roles: Mapping[str, Words]
    cn_work_types: Mapping[str, Words]
    estimator: Parameters
    states: StateRules
    levels: LevelScale
    level_titles: Mapping[str, Words]
    events: Mapping[str, tuple[str, ...]]
    """Types of evidence a formula may read, with their fields."""
    competences: Mapping[str, Competence]
    """By code, in the order of the radar's axes."""
    indicators: Mapping[str, Indicator]
    """By id, in the order of the file."""

    @property
    def name(self) -> str:
        """``id@version``."""
        return f"{self.id}@{self.version}"

    def of_competence(self, code: str) -> tuple[Indicator, ...]:
        """The indicators of one competence, in the order of the file."""
        return tuple(indicator for indicator in self.indicators.values() if indicator.c == code)


def default_framework() -> Framework:
    """The framework that ships with the product."""
    return load_framework(DEFAULT)


def load_framework(name: str | Path) -> Framework:
    """Read and check a framework.

    Args:
        name: id of one that ships with the product, or the path of a framework file.

    Raises:
        FrameworkError: ``unknown_framework``; or with file, line, key, what was expected and what stands there.
    """
    shipped = sorted(folder.name for folder in DATA.iterdir() if folder.is_dir())
    path = DATA / name / "framework.yaml" if name in shipped else Path(name)
    if not path.is_file():
        expected = f"expected one of {', '.join(shipped)} or a framework file"
        raise FrameworkError("unknown_framework", f"{expected}, got {str(name)!r}")
    return _load(path)


@functools.lru_cache(maxsize=16)
def _load(path: Path) -> Framework:
    return read_framework(read_file(path))


def read_framework(root: Place) -> Framework:
    """Check the root of a framework file and make a :class:`Framework` of it. Raises as :func:`load_framework`."""
    parts = root.fields(
        ["framework", "roles", "cn_work_types", "estimator", "states", "levels", "competences", "events", "indicators"]
    )
    head = parts["framework"].fields(["id", "version", "title", "uuid_namespace", "status"])
    levels, level_titles = _levels(parts["levels"])
    roles, work_types = _titles(parts["roles"]), _titles(parts["cn_work_types"])
    events = {name: place.texts() for name, place in parts["events"].entries().items()}
    competences = _competences(parts["competences"])
    return Framework(
        id=head["id"].text(),
        version=head["version"].text(),
        title=words(head["title"]),
        uuid_namespace=head["uuid_namespace"].text(),
        status=head["status"].choice(STATUSES),
        roles=roles,
        cn_work_types=work_types,
        estimator=_estimator(parts["estimator"]),
        states=_states(parts["states"]),
        levels=levels,
        level_titles=level_titles,
        events=events,
        competences=competences,
        indicators=_indicators(parts["indicators"], roles, work_types, events, competences),
    )


def words(place: Place) -> Words:
    """A text in both languages."""
    return {language: text.text() for language, text in place.fields(["en", "zh"]).items()}


def _titles(place: Place) -> dict[str, Words]:
    return {name: words(entry) for name, entry in place.entries().items()}


def _estimator(place: Place) -> Parameters:
    numbers = {
        "prior_mean": (0, 100),
        "prior_sd": (0.1, 100),
        "between_session_sd": (0, 100),
        "within_opportunity_sd": (0, 100),
        "n_cap": (1, 1e6),
        "indicator_error_correlation": (0, 1),
        "interval_z": (0, 5),
    }
    found = place.fields([*numbers, "half_life_weeks"])
    values = {name: found[name].number(low, high) for name, (low, high) in numbers.items()}
    half_life = found["half_life_weeks"]
    return Parameters(**values, half_life_weeks=None if half_life.is_null else half_life.number(0.1, 1000))


def _states(place: Place) -> StateRules:
    found = place.fields(["insufficient", "provisional", "sessions_wanted"])
    return StateRules(
        insufficient=_threshold(found["insufficient"]),
        provisional=_threshold(found["provisional"]),
        sessions_wanted=int(found["sessions_wanted"].number(1, 100)),
    )


def _threshold(place: Place) -> Threshold:
    found = place.fields(["sd_above", "coverage_below"])
    return Threshold(sd_above=found["sd_above"].number(0, 100), coverage_below=found["coverage_below"].number(0, 1))


def _levels(place: Place) -> tuple[LevelScale, dict[str, Words]]:
    found = place.fields(["bound_z", "steps"])
    steps = [step.fields(["id", "min_score", "en", "zh"]) for step in found["steps"].items(least=1)]
    scores = [step["min_score"].number(0, 100) for step in steps]
    if scores[0] != 0 or scores != sorted(set(scores)):
        raise found["steps"].refuse("min_score rising from 0", str(scores))
    names = [step["id"].text() for step in steps]
    scale = LevelScale(names=names, min_score=scores, bound_z=found["bound_z"].number(0, 5))
    titles = [{"en": step["en"].text(), "zh": step["zh"].text()} for step in steps]
    return scale, dict(zip(names, titles, strict=True))


def _competences(place: Place) -> dict[str, Competence]:
    found = {code: _competence(code, entry) for code, entry in place.entries().items()}
    total = sum(competence.weight for competence in found.values())
    if abs(total - 1) > WEIGHT_TOLERANCE:
        raise place.refuse("weights that sum to 1", f"{total:g}", "bad_weights")
    return found


def _competence(code: str, place: Place) -> Competence:
    found = place.fields(["en", "zh", "weight"], ["onet", "esco"])
    return Competence(
        code=code,
        title={"en": found["en"].text(), "zh": found["zh"].text()},
        weight=found["weight"].number(0, 1),
        alignments={name: found[name].texts() for name in ("onet", "esco") if name in found},
    )


def _indicators(
    place: Place,
    roles: Mapping[str, Words],
    work_types: Mapping[str, Words],
    events: Mapping[str, tuple[str, ...]],
    competences: Mapping[str, Competence],
) -> dict[str, Indicator]:
    found: dict[str, Indicator] = {}
    for item in place.items(least=1):
        indicator = read_indicator(item, tuple(roles), tuple(work_types), events, tuple(competences))
        if indicator.id in found:
            raise item.refuse("each id once", f"{indicator.id!r} again", "duplicate_id")
        found[indicator.id] = indicator
    bare = [code for code in competences if all(indicator.c != code for indicator in found.values())]
    if bare:
        raise place.refuse(f"one or more for {bare[0]}", "none", "no_indicator")
    return found
