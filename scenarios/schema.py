"""The documented scenario format: what an author writes, and its published JSON Schema.

``ScenarioFile`` is the Scenario of the simulator without what the loader computes. The schema is generated from the
very types that the simulator uses (``python -m scenarios.schema``), so the two cannot drift apart.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
from msgspec import defstruct, structs

from sandbox.kernel.lesson import Record
from sandbox.kernel.rulebook import RuleBook
from sandbox.kernel.scenario import Scenario

COMPUTED = ("content_hash", "rules")
SCHEMA_FILE = Path(__file__).resolve().parent / "scenario.schema.json"


def _fields() -> list[tuple[str, Any, Any] | tuple[str, Any]]:
    made: list[tuple[str, Any, Any] | tuple[str, Any]] = []
    for field in structs.fields(Scenario):
        if field.name in COMPUTED:
            continue
        made.append((field.name, field.type) if field.required else (field.name, field.type, field.default))
    return made


ScenarioFile: Any = defstruct(
    "ScenarioFile", _fields(), bases=(Record,), kw_only=True, frozen=True, forbid_unknown_fields=True,
    module=__name__,
)


def as_scenario(file: Any, rules: RuleBook) -> Scenario:
    """The author's file with its rules."""
    return Scenario(**{name: getattr(file, name) for name in file.__struct_fields__}, rules=rules)


def _friendly(node: Any) -> Any:
    """Integers may also be written as a percentage or with two decimals; say so to editors."""
    if isinstance(node, list):
        return [_friendly(inner) for inner in node]
    if not isinstance(node, dict):
        return node
    node = {key: _friendly(value) for key, value in node.items()}
    if node.get("type") == "integer":
        return {"anyOf": [node, {"type": "number"},
                          {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]{1,4})? ?%$"}]}
    return node


def json_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of a scenario file."""
    schema = msgspec.json.schema(ScenarioFile)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Bordercast scenario, format 1",
        **_friendly(schema),
    }


def schema_text() -> str:
    """The published file, to the byte."""
    return json.dumps(json_schema(), indent=1, sort_keys=True, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    SCHEMA_FILE.write_text(schema_text(), encoding="utf-8")
