"""What a scenario holds for teaching: shocks, tasks, the pass mark, where the case comes from. Types only, no files."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from sandbox.kernel.messages import Code, Count, Seconds

ShockKind = Literal[
    "customs_delay", "viral_spike", "host_no_show", "review_attack", "currency_crash", "lane_jam", "postal_suspension",
    "fraud_wave", "safety_alert", "price_war", "price_rise", "platform_label", "news",
]


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of everything a scenario is made of."""


class Text(Record):
    """One text in both languages."""

    en: Annotated[str, Meta(min_length=1, max_length=4000)]
    zh: Annotated[str, Meta(min_length=1, max_length=4000)]


class Injection(Record):
    """A shock at a set time; the teacher can also inject one by hand."""

    at: Seconds
    kind: ShockKind
    params: dict[str, int | str] = {}
    announce: Text | None = None


class Task(Record, kw_only=True):
    """Something the players are asked to do, with a check that events decide."""

    id: Code
    seat: Literal["anchor", "operations", "selection", "traffic", "service", "team"]
    title: Text
    hint: Text | None = None
    check: Annotated[str, Meta(min_length=1, max_length=300)]
    """An expression over event counts, in the evidence language."""
    by: Seconds = 0
    """Deadline in seconds of the run; 0 for none."""


class PassMark(Record):
    """U(weak) + .6 (U(average) - U(weak)) over 50 secrets, with the engine it was measured on."""

    value: int
    weak: int
    average: int
    secrets: Count
    engine: str


class Provenance(Record):
    """Where the case comes from: who, when, what was changed."""

    author: str
    on: Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    source: Text
    changes: tuple[str, ...] = ()
