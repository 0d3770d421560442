"""Fact 29 and the doorstep's part of 33: disputes over cards, and parcels refused at the door."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import fmean

from sandbox.kernel.draws import Secrets, group_secret
from sandbox.payments.measures import chargebacks, refusals
from sandbox.proving.cases import MARKET_DAY, Cases, Measure
from sandbox.proving.fact import Row
from sandbox.proving.shelf import peaks
from sandbox.proving.whole import live_against_shelf

MOST_BATCHES = 4
"""A batch is some ten thousand card orders."""


def _disputes(secrets: int, cases: Cases) -> Iterable[Row]:
    rules = cases.rules(MARKET_DAY)
    found = [chargebacks(rules, Secrets(group_secret(secret))) for secret in range(min(secrets, MOST_BATCHES))]
    normal, wave, checked, strict = (fmean(column) / 1e6 for column in zip(*found, strict=True))
    yield "29a", "chargebacks over settled card orders", 0.003, 0.008, normal
    yield "29b", "in a wave of fraud (3 % of attempts)", 0.012, None, wave
    yield "29c", "in the wave, 3-D Secure for all", None, 0.008, checked
    yield "29d", "in the wave, a screen of 4 % false positives: against none", 0.5, 0.99, strict / wave


def _returns_and_doors(secrets: int, cases: Cases) -> Iterable[Row]:
    yield from peaks(secrets, cases)
    yield "33c", "returns of live orders against shelf orders", 1.3, 3.0, live_against_shelf(secrets, cases)
    doors = refusals(cases.rules(MARKET_DAY))
    yield "33d", "refused at the door, cash on delivery", 0.10, 0.25, doors.unconfirmed / 1e6
    yield "33e", "the same after a call, ratio", 0.3, 0.8, doors.confirmed / doors.unconfirmed


FACTS: dict[int, Measure] = {29: _disputes, 33: _returns_and_doors}
