"""A scenario folder becomes a Scenario: read strictly, checked as a whole, narrowed to its rules, fingerprinted."""

from __future__ import annotations

import hashlib
from datetime import date
from functools import cache
from pathlib import Path

from msgspec import structs

from sandbox.kernel.codec import to_bytes
from sandbox.kernel.errors import ScenarioError
from sandbox.kernel.scenario import Scenario
from scenarios.checks import check_scenario
from scenarios.narrow import narrow_rules
from scenarios.rules.tables import load_rules
from scenarios.schema import ScenarioFile, as_scenario
from scenarios.strict_yaml import read_yaml

DATA = Path(__file__).resolve().parent / "data"
FILE = "scenario.yaml"


def load_scenario(name: str | Path) -> Scenario:
    """Load a scenario by id (``first-live``), by id and version (``first-live@1``) or by folder.

    Raises:
        ScenarioError: unknown scenario, or ``file:line: key: expected X, got Y``.
    """
    return _load(_folder(name))


@cache
def _load(folder: Path) -> Scenario:
    path = folder / FILE
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ScenarioError(f"{FILE}:1: file: expected UTF-8, got {error.reason} at byte {error.start}") from None
    file = read_yaml(text, ScenarioFile, FILE)
    scenario = as_scenario(file, narrow_rules(load_rules(_market_day(file.market_starts)), file))
    check_scenario(scenario, FILE)
    return structs.replace(scenario, content_hash=fingerprint(scenario))


def _market_day(text: str) -> date:
    try:
        return date.fromisoformat(text[:10])
    except ValueError as error:
        raise ScenarioError(f"{FILE}: market_starts: expected a calendar date, got {text!r}: {error}") from None


def fingerprint(scenario: Scenario) -> str:
    """SHA-256 over the whole value, the rule rows it may use included; a comment in the file changes nothing."""
    bare = structs.replace(scenario, content_hash="", pass_mark=None, teacher_notes=None)
    return hashlib.sha256(to_bytes(bare)).hexdigest()


def _folder(name: str | Path) -> Path:
    given = Path(name)
    if given.name == FILE and given.is_file():
        return given.parent.resolve()
    if (given / FILE).is_file():
        return given.resolve()
    known = {folder.name: folder for folder in sorted(DATA.iterdir()) if (folder / FILE).is_file()}
    wanted = str(name)
    if wanted in known:
        return known[wanted]
    versions = [folder for folder in known if folder.split("@")[0] == wanted]
    if versions:
        return known[max(versions, key=lambda folder: int(folder.split("@")[1]))]
    raise ScenarioError(f"{wanted}: expected a scenario folder or one of {', '.join(known)}, got {wanted!r}")
