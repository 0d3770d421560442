"""What the shop offers buyers of each country, and what that does to its checkouts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.messages import Actor
from sandbox.kernel.money import as_text
from sandbox.kernel.rule_lookup import UnknownRuleError
from sandbox.kernel.rule_rows import PaymentMethod
from sandbox.kernel.world import World
from sandbox.payments.bill import NEVER
from sandbox.payments.commands import SetPayment
from sandbox.payments.events import PaymentSet
from sandbox.payments.offer import Choice, Offer, offer_of
from sandbox.payments.posting import Books
from sandbox.payments.rates import Rates
from sandbox.payments.screen import FALSE_ALARMS_PPM

CHECKED_TERRITORIES = ("EU", "GB")
"""Where law asks for strong customer authentication (EU 2018/389; in the UK since March 2022)."""
ACQUIRER_FEE, METHOD_FEE = 30_000, 5_000
"""US cents for a contract with a local acquirer, and for each method that is added: chosen."""


class Settings:
    """Payment settings of one shop.

    Args:
        world: where events go.
        rates: give the day and the rule book.
        books: pay the contracts.
        countries: where the shop sells.
    """

    def __init__(self, world: World, rates: Rates, books: Books, countries: Sequence[str]) -> None:
        self._world = world
        self._rates = rates
        self._books = books
        self.countries = tuple(countries)
        self._chosen: dict[str, Choice] = {}
        self._lost: set[str] = set()
        self._offers: dict[str, Offer] = {}
        self._offers_of = NEVER

    def choice(self, country: str) -> Choice:
        """What holds in *country*: by default all that its buyers use, and the bank's check where law asks for it."""
        if country in self._chosen:
            return self._chosen[country]
        checked = self._rates.book.country(country).territory in CHECKED_TERRITORIES
        methods = tuple(row.method for row in self.rows(country))
        return Choice(methods, False, "all" if checked else "off", FALSE_ALARMS_PPM)

    def rows(self, country: str) -> tuple[PaymentMethod, ...]:
        """Every way to pay in *country* today."""
        return self._rates.book.methods(country, self._rates.today)

    def offer(self, country: str) -> Offer:
        """What a checkout of today depends on."""
        if self._offers_of != self._rates.today:
            self._offers_of = self._rates.today
            self._offers.clear()
        if country not in self._offers:
            self._offers[country] = offer_of(
                self.rows(country), self.choice(country), self._rates.book.country(country),
                has_cards=self.has_cards(country),
            )
        return self._offers[country]

    def lose_cards(self, country: str) -> None:
        """The card schemes no longer take this shop's orders from *country*."""
        self._lost.add(country)
        self._offers.clear()

    def has_cards(self, country: str) -> bool:
        """Whether cards may still be taken."""
        return country not in self._lost

    def set(self, command: SetPayment, actor: Actor) -> None:
        """Change what is offered in one country.

        Raises:
            IllegalCommandError: ``unknown_country``, ``unknown_method``, ``no_method``, ``cards_lost``,
                ``authentication_required`` or ``not_enough_cash``.
        """
        self._check(command)
        old, new = self.choice(command.country), _as_choice(command)
        fee = self._contract_fee(old, new)
        if fee > self._books.cash + self._books.credit_line:
            need, have = (as_text(amount, self._books.currency) for amount in (fee, self._books.cash))
            raise IllegalCommandError(
                "not_enough_cash", f"expected {need} for the contracts, got {have}", fee=fee, cash=self._books.cash,
            )
        self._chosen[command.country] = new
        self._offers.clear()
        self._world.emit(PaymentSet(
            country=command.country, methods=new.methods, local_acquirer=new.local_acquirer, three_ds=new.three_ds,
            false_positive_ppm=new.false_positive_ppm, cost=fee,
        ))
        self._books.post("payment_contract", None, self._books.paid_in_cash(
            "payment_contracts", self._books.currency, fee,
        ))

    def state(self) -> list[Any]:
        """Everything that was chosen or lost, by country."""
        rows = [
            [country, choice.methods, choice.local_acquirer, choice.three_ds, choice.false_positive_ppm]
            for country, choice in sorted(self._chosen.items())
        ]
        return [rows, sorted(self._lost)]

    def _check(self, command: SetPayment) -> None:
        country = command.country
        if country not in self.countries:
            known = ", ".join(self.countries)
            raise IllegalCommandError("unknown_country", f"expected one of {known}, got {country}", country=country)
        known_rows = {row.method: row for row in self._rows_of(country)}
        for method in command.methods:
            if method not in known_rows:
                known = ", ".join(known_rows)
                raise IllegalCommandError(
                    "unknown_method", f"expected one of {known} for {country}, got {method}",
                    country=country, method=method, known=tuple(known_rows),
                )
        if not command.methods:
            raise IllegalCommandError("no_method", "expected at least one way to pay, got none", country=country)
        if not self.has_cards(country) and any(known_rows[method].kind == "card" for method in command.methods):
            raise IllegalCommandError(
                "cards_lost", f"expected no cards in {country} after the scheme's programme, got a card method",
                country=country,
            )
        territory = self._rates.book.country(country).territory
        if command.three_ds == "off" and command.local_acquirer and territory in CHECKED_TERRITORIES:
            raise IllegalCommandError(
                "authentication_required",
                f"expected 3-D Secure risky or all with an acquirer in {country}, where law asks for it, got off",
                country=country, three_ds=command.three_ds,
            )

    def _rows_of(self, country: str) -> tuple[PaymentMethod, ...]:
        try:
            return self.rows(country)
        except UnknownRuleError:
            return ()

    def _contract_fee(self, old: Choice, new: Choice) -> int:
        added = len([method for method in new.methods if method not in old.methods])
        acquirer = ACQUIRER_FEE if new.local_acquirer and not old.local_acquirer else 0
        return self._rates.exchange(METHOD_FEE * added + acquirer, "USD", self._books.currency)


def _as_choice(command: SetPayment) -> Choice:
    choice = Choice(command.methods, command.local_acquirer, command.three_ds, command.false_positive_ppm)
    return replace(choice, methods=tuple(dict.fromkeys(command.methods)))
