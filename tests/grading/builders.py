"""Evidence and runs for tests: a test says only what it is about."""

from collections import defaultdict

from grading.evidence import Evidence
from grading.framework import default_framework
from grading.indicator import Measurement


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
