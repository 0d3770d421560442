"""The page of the scenario format: fields from the types, spelling rules from the reader itself."""

from __future__ import annotations

from msgspec import inspect as mi

from docs.generator.commands import field_table
from docs.generator.markdown import intro, join, table
from docs.generator.types import about, structs_below
from sandbox.kernel.errors import ScenarioError
from sandbox.kernel.lesson import Record
from sandbox.kernel.scenario import Scenario
from scenarios import strict_yaml
from scenarios.schema import ScenarioFile

SPELLINGS = ("250000", "12.5 %", "100%", "19.90", "0", "1e3", "12.5", "1,000", '"12"', ".nan")


class Sample(Record, frozen=True):
    """One integer."""

    value: int


def _read(text: str) -> str:
    try:
        return f"`{strict_yaml.read_yaml(f'value: {text}', Sample, 'scenario.yaml').value}`"
    except ScenarioError as error:
        return f"refused: {str(error).partition('value: ')[2]}"


def page() -> str:
    """The whole page."""
    info = mi.type_info(ScenarioFile)
    parts = [cls for cls in structs_below([info]) if cls is not ScenarioFile]
    return join([
        intro("scenario", bytes=f"{strict_yaml.MAX_BYTES:,}", depth=strict_yaml.MAX_DEPTH,
              nodes=f"{strict_yaml.MAX_NODES:,}"),
        "Where an integer is wanted. Parts per million for ratios, minor units (cents) for money:",
        table(("written", "read as"), [(f"`{text}`", _read(text)) for text in SPELLINGS]),
        "## The file",
        "Money is in minor units of `shop.currency`, ratios in parts per million, times in seconds of the run.",
        field_table(ScenarioFile, Scenario),
        "## Its parts",
        *(join([f"### {cls.__name__}", about(cls), field_table(cls)]) for cls in parts),
    ])
