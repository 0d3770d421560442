"""Tax schemes: what they cost, when they come, what they open."""

from __future__ import annotations

from sandbox.kernel.money import Money
from sandbox.logistics.columns import Lot
from sandbox.logistics.commands import RegisterTax
from sandbox.logistics.duty import Charges
from sandbox.logistics.trade_events import TaxRegistered, TaxRegistrationGranted
from tests.sandbox.harness import DAY
from tests.sandbox.logistics.builders import Yard, a_season, refusal_of, with_market

IOSS = RegisterTax(country="EU", scheme="ioss")


def unregistered() -> Yard:
    return Yard(with_market(a_season(), registrations=()))


def test_without_ioss_tax_is_due_at_the_border_and_with_it_at_sale() -> None:
    yard = unregistered()
    before = yard.logistics.landed("DE", "lamp", 2500)

    yard.send(IOSS)
    yard.advance_days(31)
    after = yard.logistics.landed("DE", "lamp", 2500)

    assert (before.vat_at_sale, before.vat_at_border > 0) == (0, True)
    assert (after.vat_at_sale > 0, after.vat_at_border) == (True, 0)


def test_a_scheme_costs_a_fee_and_is_granted_within_the_days_of_its_row() -> None:
    yard = unregistered()

    yard.send(IOSS)
    yard.advance_days(40)

    assert yard.world.of(TaxRegistered)[0].cost == 150_000
    [granted] = yard.world.at(TaxRegistrationGranted)
    assert 10 * DAY <= granted <= 31 * DAY


def test_registered_sellers_are_held_less_often() -> None:
    yard = unregistered()
    parcel = yard.logistics.parcels[yard.order(country="DE", service="de-line", currency="EUR")]
    nothing = Charges(currency="EUR")
    before = yard.customs.hold_probability(parcel, nothing)

    yard.send(IOSS)
    yard.advance_days(31)
    yard.logistics.offices.of["DE"].factor_ppm = 1_000_000

    assert yard.customs.hold_probability(parcel, nothing) < before


def test_schemes_that_cannot_be_joined_are_refused() -> None:
    yard = unregistered()
    assert refusal_of(lambda: yard.send(RegisterTax(country="EU", scheme="gst"))) == "unknown_scheme"
    assert refusal_of(lambda: yard.send(RegisterTax(country="QQ", scheme="ioss"))) == "unknown_scheme"
    yard.answers.cash = 10
    assert refusal_of(lambda: yard.send(IOSS)) == "not_enough_cash"
    yard.answers.cash = 10**6
    yard.send(IOSS)
    assert refusal_of(lambda: yard.send(IOSS)) == "already_registered"


def test_in_brazil_the_certified_programme_opens_the_lower_rate() -> None:
    yard = unregistered()
    schemes = yard.logistics.registrations
    value, freight = Money(2000, "USD"), Money(0, "USD")

    assert schemes.regime("BR", "courier", value, freight) == "courier"
    schemes.granted["BR", "remessa_conforme"] = None
    assert schemes.regime("BR", "courier", value, freight) == ""


def test_a_parcel_within_a_country_knows_no_import_regime() -> None:
    yard = unregistered()
    local = next(service for service in yard.scenario.services if service.id == "de-local")
    lot = Lot("lamp", 1, 2500, "EUR", 0)

    assert yard.logistics.registrations.regime("DE", "domestic", Money(2500, "EUR"), Money(0, "EUR")) == ""
    assert yard.logistics.chances(local.id, lot)[0] > 0
