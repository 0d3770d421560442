"""Which service carries an order, on what terms and at what cost."""

from __future__ import annotations

from msgspec import Struct

from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.messages import Actor
from sandbox.kernel.money import PPM, Money, share
from sandbox.kernel.scenario import Service
from sandbox.logistics.acceptance import Acceptance
from sandbox.logistics.carriers import Carriers
from sandbox.logistics.chain import Chain
from sandbox.logistics.columns import Lot
from sandbox.logistics.commands import SetShipping
from sandbox.logistics.duty import Charges, Goods, Way, assess
from sandbox.logistics.events import ShippingChanged
from sandbox.logistics.rates import carriage
from sandbox.logistics.registrations import Registrations
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


class Choice(Struct, frozen=True):
    """The service, promise and terms chosen for a country (and a product)."""

    service: str
    promise_days: int
    fee: int
    """What the buyer pays for delivery, shop currency."""
    incoterm: str
    declared_ppm: int = PPM
    declare_battery: bool = True


class Shipping:
    """The team's choice of services.

    Args:
        chain: the shared state.
        carriers: surcharges of the day.
        acceptance: what a carrier takes.
        registrations: which import regimes are open.
    """

    def __init__(self, chain: Chain, carriers: Carriers, acceptance: Acceptance, registrations: Registrations) -> None:
        self._chain = chain
        self._carriers = carriers
        self._acceptance = acceptance
        self._registrations = registrations
        self._charges: dict[tuple[object, ...], Charges] = {}
        self._terms: dict[tuple[object, ...], Terms] = {}
        self._lots: dict[tuple[object, ...], Lot] = {}
        self._carriage: dict[tuple[object, ...], int] = {}
        self.choices: dict[tuple[str, str], Choice] = {}
        for country, service in chain.scenario.shop.default_services.items():
            self.choices[country, ""] = self._usual(chain.services[service])

    def set_shipping(self, command: SetShipping, actor: Actor) -> None:
        """Send orders of one country (and one product) another way from now on.

        Raises:
            IllegalCommandError: ``unknown_service``, ``unknown_sku``, ``goods_not_carried``,
                ``incoterm_not_offered`` or ``shipping_unchanged``.
        """
        service = self._service(command)
        row = self._chain.carrier(service)
        if command.sku is not None and command.declare_battery:
            self._acceptance.check(service, self._chain.product(command.sku).sku)
        elif command.sku is not None:
            self._chain.product(command.sku)
        incoterm = command.incoterm or service.incoterm
        if incoterm.lower() not in row.incoterms:
            offered = " or ".join(term.upper() for term in row.incoterms)
            message = f"expected {offered} with {service.id}, got {incoterm}"
            raise IllegalCommandError("incoterm_not_offered", message, offered=offered, service=service.id)
        fee = service.fee_charged if command.fee is None else command.fee
        chosen = Choice(
            service.id, command.promise_days, fee, incoterm, command.declared_ppm, command.declare_battery
        )
        key = (command.country, command.sku or "")
        if self.choices.get(key) == chosen:
            message = f"expected another service, promise, fee or term than {service.id}, {command.promise_days} days"
            raise IllegalCommandError("shipping_unchanged", message, service=service.id)
        self.choices[key] = chosen
        late = late_share_ppm(row, self._chain.country(service.country), command.promise_days)
        self._chain.world.emit(
            ShippingChanged(
                country=command.country,
                sku=command.sku or "",
                service=service.id,
                promise_days=command.promise_days,
                late_share_ppm=late,
                fee=fee,
                incoterm=incoterm,
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
        price = self._carriers.price_ppm(self._chain.services[choice.service])
        key = (sku, choice, price, self._chain.today)
        if key not in self._terms:
            self._terms[key] = self._offered(choice, sku)
        return self._terms[key]

    def lot(self, service: Service, sku: str, units: int, value: Money) -> Lot:
        """How an order is sent and declared if it is placed now and goes by *service*."""
        choice = self.choice(service.country, sku)
        key = (service.id, sku, units, value, choice, self._chain.today)
        if key not in self._lots:
            if choice.service != service.id:
                choice = self._usual(service)
            own = Money(choice.fee, self._chain.currency)
            freight = self._chain.rules.convert(own, value.currency, self._chain.today)
            hides = not choice.declare_battery and self._chain.goods(sku).battery
            self._lots[key] = Lot(
                sku, units, value.minor, value.currency, freight, choice.incoterm, choice.declared_ppm, hides
            )
        return self._lots[key]

    def landed(self, country: str, sku: str, price_minor: int) -> Charges:
        """Taxes on one unit sold now at *price_minor* (shop currency), by the service chosen now."""
        service = self._chain.services[self.choice(country, sku).service]
        currency = self._chain.currency
        choice = self.choice(country, sku)
        lot = Lot(sku, 1, price_minor, currency, choice.fee, choice.incoterm)
        return self.charges(service, lot)

    def charges(self, service: Service, lot: Lot, heading: str = "") -> Charges:
        """Taxes on a parcel that is sold, or imported, today.

        Args:
            service: how it goes.
            lot: what is in it, and how it is declared.
            heading: another heading than the declared one.
        """
        chain = self._chain
        declared = heading or chain.reads.declared_hs(chain.goods(lot.sku).sku)
        key = (service.id, declared, lot, chain.today, len(self._registrations.granted))
        if key not in self._charges:
            product = chain.goods(lot.sku)
            code = product.hs8.get(service.country, "")
            value = Money(share(lot.value_minor, lot.declared_ppm), lot.currency)
            freight = Money(lot.freight_minor, lot.currency)
            goods = Goods(code if code.startswith(declared) else declared, product.category, value, lot.units)
            channel = chain.carrier(service).channel
            regime = self._registrations.regime(service.country, channel, value, freight)
            way = Way(service.country, channel, lot.incoterm, freight, product.origin, regime)
            self._charges[key] = assess(chain.rules, chain.today, goods, way)
        return self._charges[key]

    def carriage_of(self, service: Service, lot: Lot) -> int:
        """What the carrier asks today for one parcel, shop currency."""
        price = self._carriers.price_ppm(service)
        key = (service.id, lot.sku, lot.units, lot.hides_battery, price, self._chain.today)
        if key not in self._carriage:
            product = self._chain.goods(lot.sku)
            row = self._chain.carrier(service)
            cost = carriage(service, row, product, lot.units, declared=not lot.hides_battery)
            self._carriage[key] = share(cost, price)
        return self._carriage[key]

    def cost_of(self, service: str, sku: str) -> int:
        """Carriage and packing of one unit by a service of the scenario, shop currency."""
        lot = Lot(sku, 1, 0, self._chain.currency, 0)
        return self.carriage_of(self._chain.services[service], lot) + self.handling()

    def handling(self, *, overtime: bool = False) -> int:
        """What packing one parcel costs, shop currency."""
        key = ("packing", overtime, self._chain.today)
        if key not in self._carriage:
            cost = self._chain.in_shop_currency(PACKING)
            self._carriage[key] = share(cost, OVERTIME_COST_PPM) if overtime else cost
        return self._carriage[key]

    def _usual(self, service: Service) -> Choice:
        return Choice(service.id, service.promise_days, service.fee_charged, service.incoterm)

    def _offered(self, choice: Choice, sku: str) -> Terms:
        service = self._chain.services[choice.service]
        return Terms(
            service=service.id,
            node=service.node,
            channel=service.channel,
            promise_days=choice.promise_days,
            incoterm=choice.incoterm,
            fee_charged=choice.fee,
            duty_paid=choice.incoterm == "DDP",
            free_shipping=choice.fee == 0,
            carriage=self.carriage_of(service, Lot(sku, 1, 0, self._chain.currency, 0)),
            handling=self.handling(),
        )

    def _service(self, command: SetShipping) -> Service:
        known = [service.id for service in self._chain.scenario.services if service.country == command.country]
        if command.service not in known:
            services = ", ".join(known) or "none"
            message = f"expected a service to {command.country}, one of {services}, got {command.service}"
            raise IllegalCommandError("unknown_service", message, service=command.service, country=command.country)
        return self._chain.services[command.service]
