import pytest

from grading.framework import default_framework
from grading.projection import PROJECTIONS
from grading.projections import desk, room
from sandbox.engine.catalogue import EVENTS
from sandbox.livestream import chat
from sandbox.service.kinds import KINDS


def test_every_event_that_evidence_reads_exists_in_the_simulator():
    assert {kind for p in PROJECTIONS.values() for kind in p.reads if kind not in EVENTS} == set()


def test_evidence_has_exactly_the_fields_the_default_framework_declares():
    declared = default_framework().events

    assert {kind: p.fields for kind, p in PROJECTIONS.items()} == {kind: declared[kind] for kind in PROJECTIONS}


def test_kinds_of_comments_and_tickets_are_the_simulators():
    assert room.QUESTIONS == chat.QUESTIONS
    assert set(desk.REFUND_KINDS) <= set(KINDS)


@pytest.mark.parametrize("seat", ["anchor", "operations", "selection", "traffic", "service"])
def test_every_seat_has_indicators_the_simulator_already_feeds(seat):
    indicators = [i for i in default_framework().indicators.values() if i.role == seat]

    assert any(all(event in PROJECTIONS for event in i.events) for i in indicators)
