"""What views, screens and other domains may read of the shop's money. Nothing here changes anything."""

from __future__ import annotations

from sandbox.kernel.money import Rate
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import World
from sandbox.payments.bill import Reads
from sandbox.payments.cards import FeeCards
from sandbox.payments.disputes import Disputes
from sandbox.payments.exchange import Exchange
from sandbox.payments.goods import Goods
from sandbox.payments.monitoring import Monitoring
from sandbox.payments.offer import refusal_ppm
from sandbox.payments.payouts import Payouts
from sandbox.payments.posting import Books
from sandbox.payments.profit import Reports
from sandbox.payments.rates import Rates
from sandbox.payments.register import Register
from sandbox.payments.sales import Sales
from sandbox.payments.settings import Settings
from sandbox.payments.till import Till


class Money:
    """The parts of the shop's money, and every question about them.

    Args:
        world: time, chance and record.
        scenario: what is played.
        reads: what payments may ask of other domains.
    """

    def __init__(self, world: World, scenario: Scenario, reads: Reads) -> None:
        shop = scenario.shop
        countries = _countries(scenario)
        self.world = world
        self.rates = Rates(world, scenario)
        self.register = Register()
        self.books = Books(world, self.rates, self.register, shop.currency, shop.credit_line)
        self.cards = FeeCards(scenario, self.rates)
        self.goods = Goods(scenario, self.books)
        self.settings = Settings(world, self.rates, self.books, countries)
        self.monitoring = Monitoring(world, self.rates, self.books, countries)
        self.monitoring.on_loss = self.settings.lose_cards
        self.disputes = Disputes(world, self.rates, self.books, self.register, self.cards, self.monitoring, reads)
        self.sales = Sales(world, self.rates, self.books, self.cards, self.settings, self.goods)
        self.till = Till(world, self.register, self.settings, self.sales, self.disputes)
        self.exchange = Exchange(world, self.rates, self.books)
        self.payouts = Payouts(
            world, self.rates, self.books, self.register, self.cards, self.monitoring, self.exchange,
        )
        self.reports = Reports(self.rates, self.books)

    @property
    def currency(self) -> str:
        """The shop's own."""
        return self.books.currency

    def cash(self) -> int:
        """Cash at the bank in the shop's currency; below zero on overdraft."""
        return self.books.cash

    def can_spend(self) -> int:
        """Cash and what is left of the credit line; at zero nothing more can be bought."""
        return max(0, self.books.cash + self.books.credit_line)

    def can_purchase(self) -> int:
        """What may be spent on goods: cash alone, for suppliers are not paid from an overdraft."""
        return max(0, self.books.cash)

    def balances(self) -> dict[str, dict[str, int]]:
        """Currency, then account: debits less credits."""
        return self.books.ledger.balances()

    def trial_balance(self) -> dict[str, int]:
        """The sum of all accounts by currency: all zero, always."""
        return self.books.ledger.trial_balance()

    def receivable(self) -> dict[str, int]:
        """What platforms and carriers still have to pay out, by currency, tax to be handed on not counted."""
        return {currency: owed for currency, owed in self.books.owed().items() if owed}

    def foreign_money(self) -> dict[str, int]:
        """How much of each foreign currency could be changed now."""
        return {code: self.exchange.can_sell(code) for code in self.receivable() if code != self.currency}

    def profit_and_loss(self) -> dict[str, int]:
        """Account to what it brought (above zero) or cost, shop currency at the rates of the day."""
        return self.books.profit_and_loss()

    def order_profit(self, order: int) -> dict[str, int]:
        """Profit and loss of one order, by account; empty where nothing was booked."""
        bill = self.register.bills.get(order)
        return self.reports.of_order(bill) if bill is not None else {}

    def left_to_refund(self, order: int) -> int:
        """What could still be given back of an order, in the buyer's currency."""
        bill = self.register.bills.get(order)
        return bill.left if bill is not None and bill.state == "paid" else 0

    def is_cod(self, order: int) -> bool:
        """Whether the buyer pays at the door."""
        bill = self.register.bills.get(order)
        return bill is not None and bill.kind == "cod" and bill.state == "paid"

    def is_cod_confirmed(self, order: int) -> bool:
        """Whether the buyer of a cash-on-delivery order has been called."""
        return self.is_cod(order) and self.register.of(order).is_confirmed

    def cod_refusal_ppm(self, order: int) -> int:
        """Chance that the buyer refuses the parcel at the door and pays nothing; zero where it was paid before."""
        if not self.is_cod(order):
            return 0
        bill = self.register.of(order)
        row = next(row for row in self.settings.rows(bill.country) if row.method == bill.method)
        return refusal_ppm(row, is_confirmed=bill.is_confirmed)

    def open_bills(self) -> int:
        """Orders and forwards whose money still has to move: nothing is settled before this is zero."""
        return sum(1 for _ in self.register.moving()) + len(self.exchange.forwards)

    def rate(self, source: str, target: str) -> Rate:
        """Minor units of *target* for one of *source* today, shocks included."""
        return self.rates.rate(source, target)


def _countries(scenario: Scenario) -> tuple[str, ...]:
    """Where the shop sells: the rooms' audiences, and its accounts on platforms."""
    accounts = scenario.market.accounts if scenario.market else ()
    places = [*scenario.audience.countries, *(account.country for account in accounts)]
    for show in scenario.shows:
        places += show.audience.countries if show.audience else ()
    return tuple(dict.fromkeys(places))
