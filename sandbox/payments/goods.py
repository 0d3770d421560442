"""Postings of goods: bought, brought in, lost, sold, back."""

from __future__ import annotations

from sandbox.kernel.money import half_up, share
from sandbox.kernel.scenario import Scenario
from sandbox.payments.bill import Bill
from sandbox.payments.ledger import Line
from sandbox.payments.posting import Books
from sandbox.payments.stock import Purchase, Stock


class Goods:
    """Keeps the inventory account equal to the value of what is in :class:`Stock`."""

    def __init__(self, scenario: Scenario, books: Books) -> None:
        self._books = books
        self.stock = Stock()
        self.opening = sum(
            self.stock.open(product.sku, product.unit_cost, sum(at.units for at in product.stock))
            for product in scenario.products
        )
        """Value of the goods the scenario starts with, those that are on their way between nodes too."""
        for row in scenario.market.under_way if scenario.market else ():
            value = row.units * scenario.product(row.sku).unit_cost
            self.stock.bins[row.sku].put(row.units, value)
            self.opening += value

    def ordered(self, purchase: str, sku: str, deposit: int) -> None:
        """A deposit went to a supplier."""
        self.stock.purchases[purchase] = Purchase(sku, deposit)
        self._post("purchase", ("supplier_deposits", deposit), ("cash", -deposit))

    def bought(self, purchase: str, units: int, rest: int) -> None:
        """The supplier handed *units* over and got the rest of the price."""
        bought = self.stock.purchases[purchase]
        value = bought.deposit + rest
        self._post("goods_bought", ("goods_on_the_way", value), ("supplier_deposits", -bought.deposit), ("cash", -rest))
        bought.deposit, bought.units, bought.value = 0, bought.units + units, bought.value + value

    def received(self, purchase: str, units: int) -> None:
        """Units of a purchase are in a warehouse; what did not come of it stays on the way until it is lost."""
        bought = self.stock.purchases[purchase]
        value = half_up(bought.value * units, bought.units) if 0 < units < bought.units else bought.value
        bought.units, bought.value = max(0, bought.units - units), bought.value - value
        self.stock.bins[bought.sku].put(units, value)
        self._post("goods_received", ("inventory", value), ("goods_on_the_way", -value))
        self._close(purchase)

    def lost_on_the_way(self, purchase: str, units: int) -> None:
        """Units of a purchase will never come in."""
        bought = self.stock.purchases[purchase]
        value = half_up(bought.value * units, bought.units) if 0 < units < bought.units else bought.value
        bought.units, bought.value = max(0, bought.units - units), bought.value - value
        self._post("goods_lost", ("goods_lost", value), ("goods_on_the_way", -value))
        self._close(purchase)

    def cancelled(self, purchase: str, refund: int) -> None:
        """A purchase ended without goods: *refund* of the deposit came back, the supplier kept the rest."""
        bought = self.stock.purchases.pop(purchase)
        lost = bought.deposit - refund
        self._post(
            "purchase_cancelled", ("cash", refund), ("deposits_lost", lost), ("supplier_deposits", -bought.deposit),
        )

    def landed(self, sku: str, amount: int, reason: str) -> None:
        """Freight, duty or a fee that brought goods to where they are sold becomes part of their cost."""
        self.stock.bins[sku].put(0, amount)
        self._post(reason, ("inventory", amount), ("cash", -amount))

    def lost(self, sku: str, units: int, reason: str) -> int:
        """Units that will not be sold: lost, scrapped, recalled; returns what they had cost."""
        value = self.stock.bins[sku].take(units)
        self._post(reason, ("goods_lost", value), ("inventory", -value))
        return value

    def sold(self, bill: Bill) -> list[Line]:
        """The goods of an order are no longer the shop's to sell: the lines for its posting."""
        bill.goods_costs = self.stock.take(bill.parts)
        return self._cost_lines(sum(bill.goods_costs))

    def sent_again(self, bill: Bill) -> int:
        """The goods of an order leave a second time; returns what they cost, shop currency."""
        cost = sum(self.stock.take(bill.parts))
        self._books.post("goods_sent_again", bill, self._cost_lines(cost))
        return cost

    def back(self, bill: Bill, value_ppm: int) -> None:
        """The goods are back and worth *value_ppm* of their cost; only the first time counts."""
        if bill.goods_back or bill.state != "paid":
            return
        bill.goods_back = True
        worth = 0
        for (sku, units), cost in zip(bill.parts, bill.goods_costs, strict=True):
            value = share(cost, value_ppm)
            worth += value
            if value_ppm:
                self.stock.bins[sku].put(units, value)
        self._books.post("goods_back", bill, self._cost_lines(-worth))

    def _close(self, purchase: str) -> None:
        bought = self.stock.purchases[purchase]
        if not (bought.units or bought.value or bought.deposit):
            del self.stock.purchases[purchase]

    def _cost_lines(self, cost: int) -> list[Line]:
        return [("goods_sold", self._books.currency, cost), ("inventory", self._books.currency, -cost)]

    def _post(self, reason: str, *lines: tuple[str, int]) -> None:
        self._books.post(reason, None, [(account, self._books.currency, amount) for account, amount in lines])
