"""The five shocks a teacher or a scenario can inject: each is one logged command, so replay holds.

Default strengths come from real cases: parcels held two days by a customs system, a video seen a hundred times as
often, a host who does not appear, 45 one-star reviews in a day and a half, a currency that loses a third overnight.
"""

from __future__ import annotations

from collections.abc import Callable

from sandbox.engine.commands import InjectShock
from sandbox.engine.domains import Domains
from sandbox.engine.events import ShockInjected
from sandbox.engine.side import Side
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.lesson import ShockKind
from sandbox.kernel.scenario import Scenario

DEFAULT_HOURS: dict[ShockKind, int] = {
    "customs_delay": 48, "viral_spike": 0, "host_no_show": 0, "review_attack": 36, "currency_crash": 0,
}
DEFAULT_STRENGTH: dict[ShockKind, int] = {
    "customs_delay": 1_000_000, "viral_spike": 6_000_000, "host_no_show": 1_000_000, "review_attack": 45_000_000 // 10,
    "currency_crash": 650_000,
}
SPIKE_SECONDS = 1200
ABSENT_SECONDS = 600


def _customs(domains: Domains, shock: ShockInjected) -> None:
    domains.logistics.delay_customs(shock.country, shock.hours)


def _spike(domains: Domains, shock: ShockInjected) -> None:
    domains.room.spike(shock.strength_ppm, shock.hours * 3600 or SPIKE_SECONDS)


def _no_show(domains: Domains, shock: ShockInjected) -> None:
    domains.room.host_absent(shock.hours * 3600 or ABSENT_SECONDS)


def _reviews(domains: Domains, shock: ShockInjected) -> None:
    domains.shop.attack_reviews(shock.sku, shock.strength_ppm // 100_000)


def _crash(domains: Domains, shock: ShockInjected) -> None:
    domains.payments.move_rate(domains.currency_of(shock.country), shock.strength_ppm)


EFFECTS: dict[str, Callable[[Domains, ShockInjected], None]] = {
    "customs_delay": _customs, "viral_spike": _spike, "host_no_show": _no_show, "review_attack": _reviews,
    "currency_crash": _crash,
}


def _foreign_country(domains: Domains, scenario: Scenario) -> str:
    for country in scenario.audience.countries:
        if domains.currency_of(country) != scenario.shop.currency:
            return country
    return next(iter(scenario.audience.countries))


def inject(side: Side, scenario: Scenario, command: InjectShock, *, planned: bool) -> None:
    """Announce a shock to one team and let it act.

    Raises:
        IllegalCommandError: ``unknown_country``, ``unknown_sku``, or ``not_live`` for a shock that needs a live room.
    """
    kind, domains = command.kind, side.domains
    if command.country and command.country not in scenario.audience.countries:
        known = ", ".join(scenario.audience.countries)
        raise IllegalCommandError("unknown_country", f"expected one of {known}, got {command.country}")
    if command.sku and command.sku not in [product.sku for product in scenario.products]:
        raise IllegalCommandError("unknown_sku", f"expected a product of the scenario, got {command.sku}")
    if kind in ("viral_spike", "host_no_show") and not domains.room.is_live and not planned:
        raise IllegalCommandError("not_live", f"expected a live room for {kind}, the room is not live")
    default_country = "" if kind == "customs_delay" else _foreign_country(domains, scenario)
    shock = ShockInjected(
        kind=kind, country=command.country or default_country, hours=command.hours or DEFAULT_HOURS[kind],
        strength_ppm=command.strength_ppm or DEFAULT_STRENGTH[kind], sku=command.sku or scenario.products[0].sku,
        planned=planned,
    )
    side.world.emit(shock)
    EFFECTS[kind](domains, shock)
