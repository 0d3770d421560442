"""What scenarios there are: for the teacher's list and the command line."""

from __future__ import annotations

from msgspec import Struct

from sandbox.kernel.calendar import DAY
from sandbox.kernel.lesson import Text
from sandbox.kernel.scenario import Scenario
from scenarios.loader import DATA, FILE, load_scenario


class ScenarioLine(Struct, frozen=True, kw_only=True):
    """One scenario in a list."""

    id: str
    version: int
    title: Text
    brief: Text
    mode: str
    level: str
    minutes: int
    """Real minutes at normal speed."""
    countries: tuple[str, ...]
    products: int


def minutes_of(scenario: Scenario) -> int:
    """Real minutes of a run: shows second by second, market days at their own pace."""
    on_air = sum(show.seconds for show in scenario.shows)
    if scenario.season_days:
        return round((on_air + (scenario.play_ends - on_air) * scenario.day_seconds / DAY) / 60)
    return round((scenario.show_ends + scenario.days * scenario.day_seconds) / 60)


def list_scenarios() -> list[ScenarioLine]:
    """All scenarios that came with the product, by id."""
    lines = []
    for folder in sorted(DATA.iterdir()):
        if (folder / FILE).is_file():
            scenario = load_scenario(folder)
            lines.append(ScenarioLine(
                id=scenario.id, version=scenario.version, title=scenario.title, brief=scenario.brief,
                mode=scenario.mode, level=scenario.level, minutes=minutes_of(scenario),
                countries=tuple(scenario.audience.countries), products=len(scenario.products),
            ))
    return lines
