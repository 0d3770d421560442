"""Fee cards by platform, country and category, looked up once a day."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from sandbox.kernel.money import Money, convert, share
from sandbox.kernel.rule_lookup import within
from sandbox.kernel.rule_rows import PlatformFee
from sandbox.kernel.scenario import Scenario
from sandbox.payments.bill import Bill
from sandbox.payments.rates import Rates


class FeeCards:
    """Which row of the fee table an order falls under.

    Args:
        scenario: names the shop's own platform, its accounts and the categories.
        rates: give the day and the rule book.
    """

    def __init__(self, scenario: Scenario, rates: Rates) -> None:
        self._scenario = scenario
        self._rates = rates
        self._day = -1
        self._cards: dict[tuple[str, str, str], tuple[PlatformFee, ...]] = {}
        accounts = scenario.market.accounts if scenario.market else ()
        self._new = {(account.platform, account.country) for account in accounts if account.new_seller}
        self.platforms = tuple(sorted({scenario.shop.platform, *(account.platform for account in accounts)}))
        """Every platform the shop has an account on."""

    @cached_property
    def categories(self) -> Mapping[str, str]:
        """Product to trade category."""
        return {product.sku: product.category for product in self._scenario.products}

    def of(self, bill: Bill) -> PlatformFee:
        """The row for this order today; a row that names the country or the category wins over ``any``.

        Raises:
            UnknownRuleError: ``no_fee_card``.
        """
        if self._rates.today != self._day:
            self._day, self._cards = self._rates.today, {}
        key = (bill.platform, bill.country, bill.category)
        rows = self._cards.get(key)
        if rows is None:
            rows = self._cards[key] = self._find(*self._profile(key))
        if len(rows) == 1 and rows[0].price_to_minor is None and not rows[0].price_from_minor:
            return rows[0]
        price = max(0, bill.paid - bill.tax)
        for row in rows:
            value = convert(price, self._rates.published(bill.currency, row.currency))
            if within(value, row.price_from_minor, row.price_to_minor):
                return row
        book = self._rates.book
        return book.platform_fee(*self._profile(key), Money(price, bill.currency), self._rates.today)

    def subscription(self, platform: str) -> PlatformFee | None:
        """The row that names the monthly fee of a platform; None where it has none."""
        rows = [row for row in self._rates.book.platform_fees if row.profile == platform.upper()]
        return next((row for row in rows if row.monthly_minor and row.holds(self._rates.today)), None)

    def settlement_days(self, bill: Bill, card: PlatformFee) -> int:
        """Days until an order may be paid out, counted from payment or delivery as the card says."""
        extra = card.new_seller_extra_days if (bill.platform, bill.country) in self._new else 0
        return card.settlement_days + extra

    def _find(self, profile: str, country: str, category: str) -> tuple[PlatformFee, ...]:
        fits = [
            row for row in self._rates.book.platform_fees
            if row.profile == profile and row.country in (country, "any") and row.category in (category, "any")
            and row.holds(self._day)
        ]
        fits.sort(key=lambda row: (row.country == "any", row.category == "any", row.price_from_minor))
        if fits and fits[0].price_to_minor is None and not fits[0].price_from_minor:
            fits = fits[:1]
        return tuple(fits)

    @staticmethod
    def _profile(key: tuple[str, str, str]) -> tuple[str, str, str]:
        platform, country, category = key
        return platform.upper(), country, category


def charge(card: PlatformFee, bill: Bill, fixed: int, *, is_foreign_card: bool) -> int:
    """Note on *bill* what the fee card takes, in the buyer's currency; returns the sum.

    Commission is reckoned on what was paid less tax, the payment fee on all that was paid, the creator's share on
    the net as well. Cash at the door passes no payment service.

    Args:
        card: the row for this order.
        bill: the order.
        fixed: the card's fixed payment fee in the buyer's currency.
        is_foreign_card: a card that is not acquired in its own country costs more.
    """
    net = bill.paid - bill.tax
    bill.commission = share(net, card.commission_ppm + card.transaction_ppm)
    if bill.creator_ppm:
        bill.creator = share(net, bill.creator_ppm)
    payment_ppm = card.payment_ppm + (card.foreign_card_ppm if is_foreign_card else 0)
    if bill.kind != "cod" and (payment_ppm or fixed):
        bill.payment_fee = share(bill.paid, payment_ppm) + fixed
    return bill.commission + bill.creator + bill.payment_fee
