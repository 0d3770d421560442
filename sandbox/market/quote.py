"""What one order costs its buyer and brings its shop, put together from what other domains know."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from sandbox.kernel.money import Rate, convert, share
from sandbox.kernel.rule_rows import PlatformFee


class Offer(Protocol):
    """Delivery as the buyer is offered it (logistics.Terms), shop currency."""

    @property
    def service(self) -> str:
        """The service chosen now."""

    @property
    def promise_days(self) -> int:
        """Days the buyer is told."""

    @property
    def fee_charged(self) -> int:
        """What the buyer pays for delivery."""

    @property
    def carriage(self) -> int:
        """What the carrier asks."""

    @property
    def handling(self) -> int:
        """What packing costs."""


class Taxes(Protocol):
    """What the state takes (logistics.Charges), currency of the country."""

    @property
    def currency(self) -> str:
        """Of all amounts."""

    @property
    def at_sale(self) -> int:
        """Collected from the buyer at checkout."""

    @property
    def at_border(self) -> int:
        """Duty, VAT and fees on import."""

    @property
    def payer(self) -> str:
        """``seller`` or ``buyer``: who bears what is due at the border."""


class Quote(Struct, frozen=True, kw_only=True):
    """One unit for one country. Amounts of the buyer first, then those of the shop, each in its own currency."""

    currency: str
    goods: int
    delivery: int
    tax: int
    """Collected at sale."""
    service: str
    promise_days: int
    delivery_shop: int
    """What the shop gets for delivery."""
    paid_shop: int
    """All the buyer pays, in the shop's currency."""
    costs_shop: int
    """Expected costs of the order but for the goods: carriage, packing, duty the seller bears, platform and payment."""

    @property
    def paid(self) -> int:
        """What the buyer pays in all."""
        return self.goods + self.delivery + self.tax


def compose(price_shop: int, offer: Offer, taxes: Taxes, rate: Rate, fees_shop: int) -> Quote:
    """One unit at one price.

    Args:
        price_shop: price after discount, shop currency.
        offer: how it is delivered.
        taxes: what the state takes, at sale and at the border.
        rate: from the shop's currency to the buyer's, minor units.
        fees_shop: expected platform and payment fees, shop currency.
    """
    back = Rate(rate.denominator, rate.numerator)
    border = convert(taxes.at_border, back) if taxes.payer == "seller" else 0
    return Quote(
        currency=taxes.currency,
        goods=convert(price_shop, rate),
        delivery=convert(offer.fee_charged, rate),
        tax=taxes.at_sale,
        service=offer.service,
        promise_days=offer.promise_days,
        delivery_shop=offer.fee_charged,
        paid_shop=price_shop + offer.fee_charged + convert(taxes.at_sale, back),
        costs_shop=offer.carriage + offer.handling + border + fees_shop,
    )


def expected_fees(card: PlatformFee, sale_shop: int, fixed_shop: int = 0) -> int:
    """Commission, transaction and payment share of one sale, tax left out; *fixed_shop* is the fee per payment."""
    return share(sale_shop, card.commission_ppm + card.transaction_ppm + card.payment_ppm) + fixed_shop
