"""Which service carries an order, on what terms and at what cost."""

from __future__ import annotations

from msgspec import Struct

from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.messages import Actor
from sandbox.kernel.money import PPM, Money, half_up, share
from sandbox.kernel.rule_rows import CarrierService
from sandbox.kernel.scenario import Product, Service
from sandbox.logistics.chain import Chain
from sandbox.logistics.commands import SetShipping
from sandbox.logistics.duty import Charges, Goods, Way, assess
from sandbox.logistics.events import ShippingChanged
from sandbox.logistics.transit import late_share_ppm

PACKING = Money(60, "USD")
"""Pick, pack and material for one parcel."""
OVERTIME_COST_PPM = 1_185_000
"""A parcel packed in overtime: 30 % more parcels, those at 1.8 times the wage, (1 + .3 * 1.8) / 1.3."""


class Terms(Struct, frozen=True, kw_only=True):
    """What a buyer of one country is offered for one product, and what it costs. Shop currency."""

    service: str
    node: str
    channel: str
    promise_days: int
    incoterm: str
    fee_charged: int
    duty_paid: bool
    free_shipping: bool
    carriage: int
    handling: int


class Choice(Struct):
    """The service and promise chosen for a country (and a product)."""

    service: str
    promise_days: int


class Shipping:
    """The team's choice of services."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain
        self._charges: dict[tuple[object, ...], Charges] = {}
        self._terms: dict[tuple[object, ...], Terms] = {}
        self.choices: dict[tuple[str, str], Choice] = {}
        for country, service in chain.scenario.shop.default_services.items():
            self.choices[country, ""] = Choice(service, chain.services[service].promise_days)

    def set_shipping(self, command: SetShipping, actor: Actor) -> None:
        """Send orders of one country (and one product) another way from now on.

        Raises:
            IllegalCommandError: ``unknown_service``, ``unknown_sku``, ``goods_not_carried`` or ``shipping_unchanged``.
        """
        service = self._service(command)
        if command.sku is not None:
            self._check_carried(service, self._chain.product(command.sku))
        chosen = Choice(service.id, command.promise_days)
        key = (command.country, command.sku or "")
        if self.choices.get(key) == chosen:
            message = f"expected another service or promise than {service.id}, {command.promise_days} days"
            raise IllegalCommandError("shipping_unchanged", message, service=service.id)
        self.choices[key] = chosen
        row = self._chain.carrier(service)
        late = late_share_ppm(row, self._chain.rules.country(service.country), command.promise_days)
        self._chain.world.emit(
            ShippingChanged(
                country=command.country,
                sku=command.sku or "",
                service=service.id,
                promise_days=command.promise_days,
                late_share_ppm=late,
            )
        )

    def choice(self, country: str, sku: str) -> Choice:
        """The choice for a product, else that of its country.

        Raises:
            KeyError: the scenario does not deliver to *country*.
        """
        return self.choices.get((country, sku)) or self.choices[country, ""]

    def terms(self, country: str, sku: str) -> Terms:
        """What holds now for one country and product."""
        choice = self.choice(country, sku)
        key = (sku, choice.service, choice.promise_days, self._chain.today)
        if key not in self._terms:
            self._terms[key] = self._offered(choice, sku)
        return self._terms[key]

    def _offered(self, choice: Choice, sku: str) -> Terms:
        service = self._chain.services[choice.service]
        return Terms(
            service=service.id,
            node=service.node,
            channel=service.channel,
            promise_days=choice.promise_days,
            incoterm=service.incoterm,
            fee_charged=service.fee_charged,
            duty_paid=service.incoterm == "DDP",
            free_shipping=service.fee_charged == 0,
            carriage=self.carriage(service, self._chain.products[sku], 1),
            handling=self.handling(),
        )

    def landed(self, country: str, sku: str, price_minor: int) -> Charges:
        """Taxes on one unit sold now at *price_minor* (shop currency), by the service chosen now."""
        service = self._chain.services[self.choice(country, sku).service]
        freight = Money(service.fee_charged, self._chain.currency)
        return self.charges(service, sku, Money(price_minor, self._chain.currency), freight)

    def charges(self, service: Service, sku: str, value: Money, freight: Money, heading: str = "") -> Charges:
        """Taxes on a parcel that is sold, or imported, today.

        Args:
            service: how it goes.
            sku: what is in it.
            value: price of the goods.
            freight: what the buyer pays for delivery.
            heading: another heading than the declared one.
        """
        chain = self._chain
        declared = heading or chain.reads.declared_hs(sku)
        key = (service.id, declared, sku, value, freight, chain.today)
        if key not in self._charges:
            product = chain.products[sku]
            code = product.hs8.get(service.country, "")
            goods = Goods(code if code.startswith(declared) else declared, product.category, value)
            way = Way(service.country, chain.carrier(service).channel, service.incoterm, freight)
            self._charges[key] = assess(chain.rules, chain.today, goods, way)
        return self._charges[key]

    def carriage(self, service: Service, product: Product, units: int) -> int:
        """What the carrier asks for one parcel, shop currency: by weight or volume, whichever is more."""
        row = self._chain.carrier(service)
        grams = max(0, chargeable_grams(row, product, units) - row.included_g)
        cost = service.base_fee + half_up(service.per_kg_fee * grams, 1000)
        if product.battery and row.battery == "surcharge":
            cost = share(cost, PPM + row.battery_extra_ppm)
        return cost

    def handling(self, *, overtime: bool = False) -> int:
        """What packing one parcel costs, shop currency."""
        cost = self._chain.in_shop_currency(PACKING)
        return share(cost, OVERTIME_COST_PPM) if overtime else cost

    def able(self, country: str, service: str, sku: str, units: int) -> Service | None:
        """The service an order goes by: the one it was sold with, else the first that has the goods, else None."""
        chosen = self._chain.services[service]
        others = [service for service in self._chain.scenario.services if service.country == country]
        product = self._chain.products[sku]
        for able in (chosen, *others):
            if self._chain.inventory.free_at(able.node, sku) >= units and self.carries(able, product):
                return able
        return None

    def carries(self, service: Service, product: Product) -> bool:
        """Whether the carrier takes this product."""
        row = self._chain.carrier(service)
        takes_battery = not product.battery or row.battery != "no"
        return takes_battery and (row.max_g == 0 or product.grams <= row.max_g)

    def _service(self, command: SetShipping) -> Service:
        known = [service.id for service in self._chain.scenario.services if service.country == command.country]
        if command.service not in known:
            services = ", ".join(known) or "none"
            message = f"expected a service to {command.country}, one of {services}, got {command.service}"
            raise IllegalCommandError("unknown_service", message, service=command.service, country=command.country)
        return self._chain.services[command.service]

    def _check_carried(self, service: Service, product: Product) -> None:
        if not self.carries(service, product):
            message = f"expected a service that takes {product.sku} (battery or weight), got {service.id}"
            raise IllegalCommandError("goods_not_carried", message, sku=product.sku, service=service.id)


def chargeable_grams(row: CarrierService, product: Product, units: int) -> int:
    """Weight a carrier charges: real, or volume over the row's divisor, whichever is more."""
    if not row.volumetric_divisor:
        return product.grams * units
    return units * max(product.grams, half_up(product.volume_cm3 * 1000, row.volumetric_divisor))
