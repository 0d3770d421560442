"""Whatever the engine can say has words on the screens, in both languages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from pathlib import Path
from typing import get_args

import pytest

from docs.generator.client_texts import pairs
from sandbox.engine.alerts import RULES, TRAFFIC_DROP
from sandbox.kernel.lesson import ShockKind
from sandbox.kernel.messages import PLAYER_SEATS, Event, messages_of
from sandbox.kernel.scenario import PHASES, SOURCES, Channel, ProductRole
from sandbox.logistics import customs
from sandbox.roles.catalog import ROLES
from sandbox.roles.feed import FEED
from sandbox.roles.tally.orders import _STEPS, ENDED
from sandbox.roles.views.common import _numbers
from sandbox.service.commands import Action, Macro
from web.wire import EVENTS

ROOT = Path(__file__).resolve().parents[3]


def codes_of(*folders: str) -> set[str]:
    """Every code that a refusal is raised with."""
    found = set()
    for path in (path for folder in folders for path in (ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(getattr(node, "func", None), "id", "")
            if name in ("IllegalCommandError", "refuse", "RequestError") and isinstance(node.args[0], ast.Constant):
                found.add(node.args[0].value)
    return found


def without_words(area: str, names: Iterable[str], prefix: str = "") -> list[str]:
    """Names that *area* has no text for."""
    known = pairs(area)
    return sorted(name for name in names if re.sub(r"[.-]", "_", prefix + name) not in known)


def test_every_rule_that_refuses_is_explained():
    codes = codes_of("sandbox", "web")

    assert len(codes) > 40
    assert without_words("refusals", codes) == []


def test_every_event_of_the_feed_and_of_the_review_is_a_sentence():
    everything = {type_ for module in EVENTS for type_ in messages_of(module, Event)}

    assert without_words("events", FEED) == []
    assert without_words("events", everything) == ["livestream.tick", "payments.ledger_posted"]


def test_every_field_that_a_sentence_names_is_sent():
    holes = {type_: set(re.findall(r"{(\w+)}", " ".join(pairs("events")[type_.replace(".", "_")]))) for type_ in FEED}

    assert {type_: names - set(FEED[type_][1]) for type_, names in holes.items() if names - set(FEED[type_][1])} == {}


def test_every_figure_has_a_name_and_a_formula():
    ids = list(
        _numbers(
            dict.fromkeys(
                ["shows", "views", "organic", "watch_seconds", "interactions", "clicks", "orders", "gmv", "follows"], 1
            )
        )
    )

    assert without_words("kpis", ids) == []
    assert without_words("kpis", [f"{ident}_is" for ident in ids]) == []


def test_the_screens_are_tested_for_the_commands_of_their_seats():
    told = (ROOT / "web/client/tests/fixtures/commands.ts").read_text(encoding="utf-8")
    seats = dict(re.findall(r"^  (\w+): \[(.*?)\]", told, re.MULTILINE | re.DOTALL))

    assert {seat: set(re.findall(r"'([\w.]+)'", text)) for seat, text in seats.items()} == {
        str(seat): set(ROLES[seat].commands) for seat in PLAYER_SEATS
    }


@pytest.mark.parametrize(("prefix", "names"), [
    ("alert_", {rule.alert for rules in (*RULES.values(), TRAFFIC_DROP) for rule in rules}),
    ("seat_", [str(seat) for seat in PLAYER_SEATS]),
    ("phase_", PHASES), ("source_", SOURCES), ("channel_", get_args(Channel)), ("role_", get_args(ProductRole)),
    ("shock_", get_args(ShockKind)), ("state_", {*_STEPS.values(), *ENDED, "held", "exporting", "under_way"}),
    ("held_", ["hs_mismatch", *customs._OTHER_REASONS]), ("macro_", get_args(Macro)), ("action_", get_args(Action)),
])  # fmt: skip
def test_every_name_from_the_engine_is_a_term(prefix, names):
    assert without_words("terms", names, prefix) == []
