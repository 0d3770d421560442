"""The shocks a teacher or a scenario can inject: each is one logged command, so replay holds.

Default strengths come from real cases: parcels held two days by a customs system, a video seen a hundred times as
often, a host who does not appear, 45 one-star reviews in a day and a half, a currency that loses a third overnight.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sandbox.engine.commands import InjectShock
from sandbox.engine.domains import Domains
from sandbox.engine.events import ShockInjected
from sandbox.engine.side import Side
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.lesson import ShockKind
from sandbox.kernel.scenario import Scenario


class Size(NamedTuple):
    """How large a shock is where nobody says."""

    hours: int = 0
    strength_ppm: int = 0
    needs: str = ""
    """``live``, ``shelf`` or empty: what has to be there."""
    place: str = "foreign"
    """``foreign``: the first market in another currency; ``all``: every market."""


SIZES: dict[ShockKind, Size] = {
    "customs_delay": Size(48, 1_000_000, place="all"),
    "viral_spike": Size(0, 6_000_000, "live"),
    "host_no_show": Size(0, 1_000_000, "live"),
    "review_attack": Size(36, 4_500_000),
    "currency_crash": Size(0, 650_000),
    "lane_jam": Size(288, 1_600_000, place="all"),
    "postal_suspension": Size(336, 0, "shelf", "all"),
    "fraud_wave": Size(168, 5_000_000, place="all"),
    "safety_alert": Size(48, 0, "shelf"),
    "price_war": Size(0, 150_000, "shelf", "all"),
    "price_rise": Size(0, 120_000, "shelf", "all"),
    "platform_label": Size(0, 0, "shelf", "all"),
    "news": Size(place="all"),
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


def _jam(domains: Domains, shock: ShockInjected) -> None:
    for country in domains.countries(shock.country):
        domains.logistics.slow_lane(country, shock.strength_ppm, shock.hours)


def _no_post(domains: Domains, shock: ShockInjected) -> None:
    for country in domains.countries(shock.country):
        domains.logistics.suspend_post(country, shock.hours)


def _fraud(domains: Domains, shock: ShockInjected) -> None:
    domains.payments.fraud_wave(shock.country, shock.strength_ppm, shock.hours)


def _alert(domains: Domains, shock: ShockInjected) -> None:
    if domains.supply is not None:
        domains.supply.safety_alert(shock.sku)


def _war(domains: Domains, shock: ShockInjected) -> None:
    domains.arena.provoke("price_war", domains.now, shock.country, cut_ppm=shock.strength_ppm)


def _rise(domains: Domains, shock: ShockInjected) -> None:
    domains.arena.provoke("price_war", domains.now, shock.country, cut_ppm=-shock.strength_ppm)


def _label(domains: Domains, shock: ShockInjected) -> None:
    domains.arena.provoke("platform_own_label", domains.now, shock.country)


def _news(domains: Domains, shock: ShockInjected) -> None:
    """The announcement is the event."""


EFFECTS: dict[str, Callable[[Domains, ShockInjected], None]] = {
    "customs_delay": _customs, "viral_spike": _spike, "host_no_show": _no_show, "review_attack": _reviews,
    "currency_crash": _crash, "lane_jam": _jam, "postal_suspension": _no_post, "fraud_wave": _fraud,
    "safety_alert": _alert, "price_war": _war, "price_rise": _rise,
    "platform_label": _label, "news": _news,
}


def _foreign_country(domains: Domains, scenario: Scenario) -> str:
    for country in scenario.audience.countries:
        if domains.currency_of(country) != scenario.shop.currency:
            return country
    return next(iter(scenario.audience.countries))


def inject(side: Side, scenario: Scenario, command: InjectShock, *, planned: bool) -> None:
    """Announce a shock to one team and let it act.

    Raises:
        IllegalCommandError: ``unknown_country``, ``unknown_sku``, ``not_live`` or ``no_market`` where a shock needs
            a live room or a shelf.
    """
    kind, domains = command.kind, side.domains
    if command.country and command.country not in scenario.audience.countries:
        known = ", ".join(scenario.audience.countries)
        raise IllegalCommandError("unknown_country", f"expected one of {known}, got {command.country}")
    if command.sku and command.sku not in [product.sku for product in scenario.products]:
        raise IllegalCommandError("unknown_sku", f"expected a product of the scenario, got {command.sku}")
    size = SIZES[kind]
    if size.needs == "live" and not domains.room.is_live and not planned:
        raise IllegalCommandError("not_live", f"expected a live room for {kind}, the room is not live")
    if size.needs == "shelf" and scenario.market is None:
        raise IllegalCommandError("no_market", f"expected a scenario with a shelf market for {kind}, got one without")
    default_country = "" if size.place == "all" else _foreign_country(domains, scenario)
    shock = ShockInjected(
        kind=kind, country=command.country or default_country, hours=command.hours or size.hours,
        strength_ppm=command.strength_ppm or size.strength_ppm, sku=command.sku or scenario.products[0].sku,
        planned=planned,
    )
    side.world.emit(shock)
    EFFECTS[kind](domains, shock)
