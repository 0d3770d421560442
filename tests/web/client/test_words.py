"""Whatever the engine can say has words on the screens, in both languages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from docs.generator.client_texts import pairs
from sandbox.engine.alerts import RULES, TRAFFIC_DROP
from sandbox.kernel.lesson import ShockKind
from sandbox.kernel.messages import PLAYER_SEATS, Event, messages_of
from sandbox.kernel.scenario import PHASES, SOURCES, Channel, ProductRole
from sandbox.livestream.commands import ShowDemo
from sandbox.logistics.holds import RIGHT_PAPER
from sandbox.market import commands as market_commands
from sandbox.market.ads.commands import AttributionView, AudienceKind, CampaignKind, FeeKind, Hook
from sandbox.payments import commands as money_commands
from sandbox.roles.catalog import ROLES
from sandbox.roles.feed import FEED
from sandbox.roles.tally.orders import _STEPS, ENDED
from sandbox.roles.tally.shop import MARKS
from sandbox.roles.views.common import _numbers
from sandbox.service.commands import Action, Macro
from sandbox.service.culture import CULTURES
from sandbox.service.forbidden_rows import FORBIDDEN
from sandbox.service.kinds import KINDS, STAGES
from web.wire import EVENTS

ROOT = Path(__file__).resolve().parents[3]
RAISED = ("IllegalCommandError", "refuse", "RequestError")


def codes_of(*folders: str) -> set[str]:
    """Every code that a refusal is raised with."""
    found = set()
    for path in (path for folder in folders for path in (ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(getattr(node, "func", None), "id", "")
            if name in RAISED and node.args and isinstance(node.args[0], ast.Constant):
                found.add(str(node.args[0].value))
    return found


def texts(area: str) -> dict[str, tuple[str, str]]:
    """All texts of an area; those of a season stand in a file of their own."""
    return pairs(area) | pairs(f"{area}_season")


def without_words(area: str, names: Iterable[str], prefix: str = "") -> list[str]:
    """Names that *area* has no text for."""
    known = texts(area)
    return sorted(name for name in names if re.sub(r"[.-]", "_", prefix + name) not in known)


def test_every_rule_that_refuses_is_explained():
    codes = codes_of("sandbox", "web")

    assert len(codes) > 150
    assert without_words("refusals", codes) == []


def test_every_event_of_the_feed_and_of_the_review_is_a_sentence():
    everything = {type_ for module in EVENTS for type_ in messages_of(module, Event)}

    assert without_words("events", FEED) == []
    assert without_words("events", everything) == ["livestream.tick", "payments.ledger_posted"]


def test_every_field_that_a_sentence_names_is_sent():
    holes = {type_: set(re.findall(r"{(\w+)}", " ".join(texts("events")[type_.replace(".", "_")]))) for type_ in FEED}

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
    ("held_", [*RIGHT_PAPER, "wrong_mode", "three_orders"]), ("macro_", get_args(Macro)), ("action_", get_args(Action)),
    ("ticket_", KINDS), ("parcel_", STAGES), ("rule_", [rule.id for rule in FORBIDDEN]),
    ("sign_", {sign for culture in CULTURES.values() for sign in culture.checklist}),
    ("campaign_", get_args(CampaignKind)), ("audience_", get_args(AudienceKind)), ("hook_", get_args(Hook)),
    ("fee_", get_args(FeeKind)), ("attribution_", get_args(AttributionView)),
    ("demo_", get_args(get_type_hints(ShowDemo)["action"])), ("marker_", {kind for kind, _ in MARKS.values()}),
    ("proof_", [*get_args(market_commands.Proof), *get_args(money_commands.Proof)]),
])  # fmt: skip
def test_every_name_from_the_engine_is_a_term(prefix, names):
    assert without_words("terms", names, prefix) == []
