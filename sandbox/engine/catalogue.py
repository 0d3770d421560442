"""Every command and event of the simulator, by type string. The only list; reference pages are generated from it."""

from __future__ import annotations

from sandbox.engine import commands as run_commands
from sandbox.engine import events as run_events
from sandbox.kernel.codec import from_plain
from sandbox.kernel.errors import InvalidCommandError
from sandbox.kernel.messages import Command, Event, messages_of
from sandbox.livestream import commands as livestream_commands
from sandbox.livestream import craft_events, offer_events
from sandbox.livestream import events as livestream_events
from sandbox.logistics import commands as logistics_commands
from sandbox.logistics import events as logistics_events
from sandbox.logistics import trade_events
from sandbox.market import commands as market_commands
from sandbox.market import events as market_events
from sandbox.market.ads import commands as ads_commands
from sandbox.market.ads import events as ads_events
from sandbox.market.shelf import events as shelf_events
from sandbox.market.supply import commands as supply_commands
from sandbox.market.supply import events as supply_events
from sandbox.payments import commands as payments_commands
from sandbox.payments import events as payments_events
from sandbox.service import commands as service_commands
from sandbox.service import events as service_events

_COMMAND_MODULES = (
    run_commands, livestream_commands, market_commands, supply_commands, ads_commands, logistics_commands,
    payments_commands, service_commands,
)
_EVENT_MODULES = (
    run_events, livestream_events, offer_events, craft_events, market_events, shelf_events, supply_events, ads_events,
    logistics_events, trade_events, payments_events, service_events,
)

COMMANDS: dict[str, type[Command]] = {
    name: kind for module in _COMMAND_MODULES for name, kind in messages_of(module, Command).items()
    if kind.type
}
EVENTS: dict[str, type[Event]] = {
    name: kind for module in _EVENT_MODULES for name, kind in messages_of(module, Event).items()
}


def parse_command(type_name: str, args: dict[str, object]) -> Command:
    """Read the arguments of a command strictly.

    Raises:
        InvalidCommandError: ``unknown_type`` or ``bad_shape``.
    """
    kind = COMMANDS.get(type_name)
    if kind is None:
        raise InvalidCommandError("unknown_type", f"expected a command type of this version, got {type_name[:60]!r}")
    return from_plain(args, kind, type_name)
