"""What a carrier takes, and which service an order goes by."""

from __future__ import annotations

from typing import NamedTuple

from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.rule_rows_trade import Certificate
from sandbox.kernel.scenario import Service
from sandbox.logistics.carriers import Carriers
from sandbox.logistics.chain import Chain


class Refusal(NamedTuple):
    """Why a carrier does not take goods."""

    code: str
    """``battery``, ``weight``, ``certificate`` or ``embargo``."""
    rule: str
    law_en: str
    law_zh: str
    helps: tuple[str, ...] = ()


class Acceptance:
    """The carriers' side of an order."""

    def __init__(self, chain: Chain, carriers: Carriers) -> None:
        self._chain = chain
        self._carriers = carriers
        self._choices = {
            chosen.id: (chosen, *(other for other in chain.service_rows if other.country == chosen.country))
            for chosen in chain.service_rows
        }

    def refusal(self, service: Service, sku: str, *, hides_battery: bool = False) -> Refusal | None:
        """Why the carrier of *service* does not take *sku* today; None when it does.

        Args:
            service: of the scenario.
            sku: product, or bundle.
            hides_battery: nobody tells the carrier of the battery.
        """
        row, product = self._chain.carrier(service), self._chain.goods(sku)
        if row.max_g and product.grams > row.max_g:
            return Refusal("weight", f"carrier-{row.service}", f"{row.name_en} takes parcels of up to {row.max_g} g.",
                           f"{row.name_zh}限重{row.max_g}克。")
        if product.battery and not hides_battery:
            if row.battery == "no":
                return Refusal("battery", f"carrier-{row.service}", f"{row.name_en} takes no batteries.",
                               f"{row.name_zh}不接收带电产品。")
            if row.channel != "domestic":
                paper = self.air_paper(sku, service.country)
                if paper is not None:
                    return Refusal("certificate", rule_id(paper), paper.rule_en, paper.rule_zh, (paper.code,))
        if self._carriers.refuses(service, battery=product.battery and not hides_battery):
            return Refusal("embargo", f"carrier-{row.service}", f"{row.name_en} takes nothing for now.",
                           f"{row.name_zh}暂停收货。")
        return None

    def missing(self, sku: str, country: str) -> tuple[Certificate, ...]:
        """Rows of the papers that a product, or a part of a bundle, needs in *country* and the shop does not hold."""
        chain = self._chain
        found: dict[str, Certificate] = {}
        for part, _ in chain.stock.parts(sku, 1):
            codes = chain.reads.missing_certificates(part, country)
            if codes:
                product = chain.products[part]
                rows = chain.rules.certificates(country, product.category, product.battery, chain.today)
                found.update((rule_id(row), row) for row in rows if row.code in codes)
        return tuple(found.values())

    def air_paper(self, sku: str, country: str) -> Certificate | None:
        """The first paper that is missing for carriage by air; None when nothing is."""
        return next((row for row in self.missing(sku, country) if row.effect == "refuse"), None)

    def check(self, service: Service, sku: str) -> None:
        """Refuse a service that does not take a product.

        Raises:
            IllegalCommandError: ``goods_not_carried``, with the rule.
        """
        found = self.refusal(service, sku)
        if found is not None and found.code != "embargo":
            needs = f"; it needs {', '.join(found.helps)}" if found.helps else ""
            message = f"expected a service that takes {sku}, got {service.id}: {found.law_en}{needs}"
            raise IllegalCommandError(
                "goods_not_carried", message, sku=sku, service=service.id, rule=found.rule, helps=found.helps
            )

    def way(self, service: str, sku: str, units: int, platform: str, *, hides_battery: bool) -> tuple[
        Service | None, Refusal | None
    ]:
        """The service an order goes by: the one it was sold with, else the first that has the goods and takes them.

        Returns:
            The service, or None with the reason why a carrier refused; no reason where nobody has the goods.
        """
        chain = self._chain
        reason = None
        for able in self._choices[service]:
            place = chain.warehouses[able.node]
            if place.kind == "platform" and platform != place.platform:
                continue
            if chain.stock.free_at(able.node, sku) < units:
                continue
            refusal = self.refusal(able, sku, hides_battery=hides_battery)
            if refusal is None:
                return able, None
            reason = reason or refusal
        return None, reason

    def within_reach(self, country: str, sku: str, platform: str) -> int:
        """Free units at nodes from which some service takes *sku* to *country* for an order of *platform*."""
        chain = self._chain
        nodes: list[str] = []
        for service in chain.service_rows:
            place = chain.warehouses[service.node]
            is_closed = place.kind == "platform" and platform != place.platform
            if service.country != country or is_closed or service.node in nodes:
                continue
            if self.refusal(service, sku) is None:
                nodes.append(service.node)
        return sum(chain.stock.free_at(node, sku) for node in nodes)


def rule_id(row: Certificate) -> str:
    """The name by which an event cites the row of a paper."""
    return f"certificate-{row.country.lower()}-{row.category}-{row.code}"
