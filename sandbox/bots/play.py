"""Let policies play: fill seats, look when they want to, send what they wish through the same door as people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sandbox.bots.anchor import AnchorBot
from sandbox.bots.operations import OperationsBot
from sandbox.bots.policy import Policy
from sandbox.bots.selection import SelectionBot
from sandbox.bots.service import ServiceBot
from sandbox.bots.style import STYLES, Style
from sandbox.bots.traffic import TrafficBot
from sandbox.engine.run import Run
from sandbox.kernel.ids import child, to_text
from sandbox.kernel.messages import PLAYER_SEATS, CommandEnvelope, Seat

_MAKERS: Mapping[Seat, Callable[[Style], Any]] = {
    Seat.ANCHOR: AnchorBot, Seat.OPERATIONS: OperationsBot, Seat.SELECTION: SelectionBot, Seat.TRAFFIC: TrafficBot,
    Seat.SERVICE: ServiceBot,
}
FAR = 10**9
AUTOPILOT = "autopilot"


def make_policy(name: str, seat: Seat) -> Policy:
    """The bot of one style for one seat.

    Raises:
        KeyError: no such style; the message lists them.
    """
    if name not in STYLES:
        raise KeyError(f"expected one of {', '.join(STYLES)}, got {name!r}")
    policy: Policy = _MAKERS[seat](STYLES[name])
    return policy


class BotTable:
    """The bots of one team, by seat. Their commands carry ``bot:<style>`` as the person.

    Args:
        run: the run the team plays in.
        team: its name there, empty where it is alone.
    """

    def __init__(self, run: Run, team: str = "") -> None:
        self._run = run
        self._team = team
        self._bots: dict[Seat, Policy] = {}
        self._next: dict[Seat, int] = {}

    def put(self, seat: str, name: str | None) -> None:
        """Put a bot into a seat, or take it out (None or ``autopilot``)."""
        place = Seat(seat)
        if name is None or name == AUTOPILOT:
            self._bots.pop(place, None)
            self._next.pop(place, None)
            return
        self._bots[place] = make_policy(name, place)
        self._next[place] = self._run.now

    def names(self) -> dict[str, str]:
        """Seat to ``style@version`` of the bots that are in."""
        return {seat.value: f"{bot.passport.id}@{bot.passport.version}" for seat, bot in self._bots.items()}

    def due(self) -> int:
        """The next second at which a bot wants to look; far away when there is none."""
        return min(self._next.values(), default=FAR) if self._is_playing else FAR

    def act(self) -> None:
        """Let every due bot look once and send its commands, in the fixed order of seats."""
        for seat in PLAYER_SEATS:
            if self._next.get(seat, FAR) <= self._run.now and self._is_playing:
                self._look(seat, self._bots[seat])

    @property
    def _is_playing(self) -> bool:
        """Others may go on when this team cannot pay any more."""
        side = self._run.sides.get(self._team)
        return self._run.stage not in ("settling", "over") and not (side and side.is_bankrupt)

    def _look(self, seat: Seat, bot: Policy) -> None:
        # The same chance for every team: bots of one style that see the same do the same.
        chance = self._run.kit.stream(f"bot.{seat.value}")
        look = bot.look(self._run.view(seat.value, self._team), chance)
        mark = f"bot-{self._team}-" if self._team else "bot-"
        for i, one in enumerate(look.wishes):
            number = child(self._run.now * 16 + PLAYER_SEATS.index(seat), "bot", i)
            self._run.submit(CommandEnvelope(
                cmd_id=f"{mark}{to_text(number)}", seat=seat, type=one.type, args=dict(one.args),
                subject=f"bot:{bot.passport.id}", team=self._team, based_on=len(self._run.events),
            ))
        self._next[seat] = self._run.now + max(1, look.again_in)


def play_out(run: Run, bots: Mapping[str, str], teams: Mapping[str, Mapping[str, str]] | None = None) -> Run:
    """Play a whole run with bots alone: seat by seat names, to the last order.

    Args:
        run: at second 0, with one team or several.
        bots: seat to style; seats left out run on autopilot.
        teams: by team name, the bots of those that play otherwise than the rest.
    """
    tables = [_seated(run, team, (teams or {}).get(team, bots)) for team in run.sides]
    _act(tables)
    while run.stage not in ("settling", "over"):
        run.advance(min(run.scenario.play_ends + 1, *(table.due() for table in tables)))
        _act(tables)
    run.settle()
    return run


def _seated(run: Run, team: str, bots: Mapping[str, str]) -> BotTable:
    table = BotTable(run, team)
    for seat, name in bots.items():
        run.submit(CommandEnvelope(
            cmd_id=f"seat-{seat}-{len(run.log.entries)}", seat=Seat.INSTRUCTOR, type="run.take_seat", team=team,
            args={"seat": seat, "subject": f"bot:{name}"}, subject="system",
        ))
        table.put(seat, name)
    return table


def _act(tables: Iterable[BotTable]) -> None:
    for table in tables:
        table.act()
