"""What the seats see of logistics: nodes, stock on its way, consignments, held parcels, export, tax schemes, carriers.

Pure functions of the facade; money in minor units of the shop's currency, times in seconds of the run. Luck that nobody
could know (fates on the last mile, odds of customs) is not in here.
"""

from __future__ import annotations

from msgspec import Struct

from sandbox.kernel.ids import to_text
from sandbox.logistics.export import HOME
from sandbox.logistics.model import Logistics


class NodeLine(Struct, frozen=True, kw_only=True):
    """A warehouse (operations, selection)."""

    node: str
    country: str
    kind: str
    platform: str
    packers: int
    packs_per_hour: int
    overtime: bool
    waiting: int
    backlog_hours: int
    litres: int
    room_m3: int
    rent_per_m3_day: int
    free: dict[str, int]
    reserved: dict[str, int]


class TransferLine(Struct, frozen=True, kw_only=True):
    """Stock on its way to a node (operations, selection)."""

    sku: str
    origin: str
    node: str
    units: int
    haul: str
    mode: str
    purchase: str
    planned_at: int
    """Second of arrival by the usual time of the haul; the real one is luck."""


class ConsignmentLine(Struct, frozen=True, kw_only=True):
    """A consignment that has not arrived (operations, service)."""

    consignment: str
    service: str
    country: str
    parcels: int
    leg: str
    mode: str
    is_complete: bool
    """False while order, payment and waybill data are missing."""


class HeldLine(Struct, frozen=True, kw_only=True):
    """A parcel customs hold, with the rule and what would help (operations, selection, service)."""

    order: str
    sku: str
    country: str
    service: str
    since: int
    reason: str
    rule: str
    law_en: str
    law_zh: str
    helps: tuple[str, ...]
    is_answered: bool


class ExportLine(Struct, frozen=True, kw_only=True):
    """The customs code of one lane out of China (operations)."""

    node: str
    country: str
    mode: str


class SummaryLine(Struct, frozen=True, kw_only=True):
    """A month under 9610: what a summary declaration claims (operations)."""

    month: str
    amount: int
    declared: bool


class SchemeLine(Struct, frozen=True, kw_only=True):
    """A tax scheme of a market the shop sells to (operations, selection)."""

    country: str
    scheme: str
    name_en: str
    name_zh: str
    fee_minor: int
    currency: str
    days_min: int
    days_max: int
    state: str
    """``open``, ``applied`` or ``held``."""


class CarrierLine(Struct, frozen=True, kw_only=True):
    """What a service asks and takes today (operations)."""

    service: str
    price_ppm: int
    is_closed: bool
    no_batteries: bool


def node_lines(logistics: Logistics) -> tuple[NodeLine, ...]:
    """Every warehouse."""
    chain = logistics.parts().chain
    lines = []
    for node, place in chain.warehouses.items():
        bench = logistics.bench(node)
        shelves = {sku: chain.inventory.shelves.get((node, sku)) for sku in chain.products}
        lines.append(
            NodeLine(
                node=node, country=place.country, kind=place.kind, platform=place.platform or "",
                packers=bench.packers, packs_per_hour=bench.packs_per_hour, overtime=bench.overtime,
                waiting=len(bench.queue), backlog_hours=bench.backlog_hours, litres=logistics.storage.litres(node),
                room_m3=place.capacity_m3, rent_per_m3_day=place.storage_per_m3_day,
                free={sku: shelf.free for sku, shelf in shelves.items() if shelf},
                reserved={sku: shelf.reserved for sku, shelf in shelves.items() if shelf and shelf.reserved},
            )
        )  # fmt: skip
    return tuple(lines)


def transfer_lines(logistics: Logistics) -> tuple[TransferLine, ...]:
    """Everything on its way to nodes, as planned."""
    moves = logistics.transfers().open
    return tuple(
        TransferLine(
            sku=move.sku, origin=move.origin, node=move.destination, units=move.units, haul=move.haul, mode=move.mode,
            purchase=move.purchase, planned_at=move.planned_at,
        )
        for _, move in sorted(moves.items(), key=lambda pair: (pair[1].planned_at, pair[0]))
    )  # fmt: skip


def consignment_lines(logistics: Logistics) -> tuple[ConsignmentLine, ...]:
    """Consignments on their way, oldest id first."""
    services = logistics.parts().chain.services
    held = sorted(logistics.consignments().items())
    return tuple(
        ConsignmentLine(
            consignment=to_text(ident), service=made.service, country=services[made.service].country,
            parcels=len(made.rows), leg=made.leg, mode=made.mode, is_complete=made.is_complete,
        )
        for ident, made in held if made.leg != "arrived"
    )  # fmt: skip


def held_lines(logistics: Logistics) -> tuple[HeldLine, ...]:
    """Parcels held now, longest first, each with its rule and what would help."""
    told = logistics.holds_told()
    held = (logistics.parcels[order] for order in told)
    return tuple(
        HeldLine(
            order=parcel.text, sku=parcel.sku, country=parcel.country, service=parcel.service, since=parcel.since,
            reason=told[parcel.order].reason, rule=told[parcel.order].rule, law_en=told[parcel.order].law_en,
            law_zh=told[parcel.order].law_zh, helps=told[parcel.order].helps, is_answered=parcel.is_answered,
        )
        for parcel in sorted(held, key=lambda parcel: (parcel.since, parcel.order))
    )  # fmt: skip


def export_lines(logistics: Logistics) -> tuple[ExportLine, ...]:
    """The mode of every lane out of China."""
    chain = logistics.parts().chain
    lanes: dict[tuple[str, str], None] = {}
    for service in chain.service_rows:
        if chain.warehouses[service.node].country == HOME and service.country != HOME:
            lanes[service.node, service.country] = None
    return tuple(
        ExportLine(node=node, country=country, mode=logistics.exports.mode_of(node, country)) for node, country in lanes
    )


def summary_lines(logistics: Logistics) -> tuple[SummaryLine, ...]:
    """Months with parcels under 9610."""
    exports = logistics.exports
    return tuple(
        SummaryLine(month=month, amount=amount, declared=month in exports.declared)
        for month, amount in sorted(exports.months.items())
    )


def scheme_lines(logistics: Logistics) -> tuple[SchemeLine, ...]:
    """Schemes of every market the scenario delivers to, each once."""
    chain = logistics.parts().chain
    lines: dict[tuple[str, str], SchemeLine] = {}
    for country in dict.fromkeys(service.country for service in chain.service_rows):
        for row in chain.rules.registrations(country, chain.today):
            lines[row.country, row.scheme] = SchemeLine(
                country=row.country, scheme=row.scheme, name_en=row.name_en, name_zh=row.name_zh,
                fee_minor=row.fee_minor, currency=row.currency, days_min=row.days_min, days_max=row.days_max,
                state=logistics.registrations.state(row),
            )  # fmt: skip
    return tuple(lines.values())


def carrier_lines(logistics: Logistics) -> tuple[CarrierLine, ...]:
    """Every service with its price of the day."""
    return tuple(
        CarrierLine(
            service=ident, price_ppm=carrier.price_ppm, is_closed=carrier.is_closed, no_batteries=carrier.no_batteries
        )
        for ident, carrier in logistics.carriers.of.items()
    )
