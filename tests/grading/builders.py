"""Evidence and runs for tests: a test says only what it is about."""

from collections import defaultdict
from typing import get_origin, get_type_hints

from grading.evidence import Evidence
from grading.framework import default_framework
from grading.grade import grade_run
from grading.indicator import Measurement
from grading.projection import evidence_of
from grading.run_events import RunEvents
from sandbox.engine.events import SeatTaken
from sandbox.kernel.messages import EventEnvelope


def a_shelf(*groups):
    """Evidence by type from ``(type, count, fields)`` groups."""
    shelf = defaultdict(list)
    seq = 0
    for kind, count, fields in groups:
        for _ in range(count):
            seq += 1
            shelf[kind].append(Evidence(type=kind, at=seq, seqs=(seq,), data=fields))
    return shelf


def measured(indicator_id, *groups):
    """What the default framework's indicator makes of these groups; fails unless it is a measurement."""
    framework = default_framework()
    found = framework.indicators[indicator_id].measure(a_shelf(*groups), framework.estimator.n_cap)
    assert isinstance(found, Measurement), found
    return found


def gap(indicator_id, *groups):
    """Why the default framework's indicator makes nothing of these groups."""
    framework = default_framework()
    return framework.indicators[indicator_id].measure(a_shelf(*groups), framework.estimator.n_cap).gap


HEADER = {"run": "run-1", "scenario": "first-live@1", "engine": "test"}


class Story:
    """A run told event by event, with the simulator's own event classes."""

    def __init__(self, **seats):
        """Take these seats at second 0: ``Story(anchor="lin")``."""
        self.envelopes = []
        for seat, holder in seats.items():
            self.add(0, SeatTaken(seat=seat, holder=holder))

    def add(self, at, event, by="", seat="", cause=0):
        """Let *event* happen at second *at*, sent by the person *by*; returns its ``seq``."""
        seq = len(self.envelopes) + 1
        self.envelopes.append(
            EventEnvelope(seq=seq, at=at, type=event.type, data=event, seat=seat, subject=by, cause=cause)
        )
        return seq

    def evidence(self, kind):
        """All evidence of one type that the story gives."""
        return list(evidence_of(RunEvents(self.envelopes))[kind])

    def grade(self, **options):
        """The grading of the story."""
        return grade_run(HEADER, self.envelopes, **options)


def result(grade, subject, indicator_id):
    """The result of one indicator of one student."""
    [student] = [student for student in grade.students if student.subject == subject]
    results = [result for competence in student.competences for result in competence.indicators]
    return next(result for result in results if result.indicator.id == indicator_id)


def filled(kind, /, **values):
    """An event of *kind* whose other fields are 0, False, empty or made-up texts."""
    blanks = {int: 0, bool: False, str: "x", tuple: ()}
    hints = get_type_hints(kind)
    names = [name for name in kind.__struct_fields__ if name not in values]
    return kind(**values, **{name: blanks.get(get_origin(hints[name]) or hints[name], "x") for name in names})
