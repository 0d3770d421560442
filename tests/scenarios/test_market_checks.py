"""The market section is checked as a whole; every complaint names the key, what was expected and what came."""

from __future__ import annotations

import pytest

from sandbox.kernel.errors import ScenarioError
from scenarios.loader import DATA, load_scenario

TEXTS = {name: (DATA / f"{name}@1" / "scenario.yaml").read_text(encoding="utf-8")
         for name in ("first-shop", "peak-season")}


def complaint(tmp_path, old, new, name="first-shop"):
    """What the check says of a copy of a scenario with one place changed."""
    assert old in TEXTS[name]
    (tmp_path / "scenario.yaml").write_text(TEXTS[name].replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ScenarioError) as caught:
        load_scenario(tmp_path)
    return str(caught.value)


LAMP = "{sku: desk-lamp, platform: bazaar, country: US, price: 31.90, language: en, keywords: [lamp, desk, office]"
WRONG = [
    ("- {platform: bazaar, country: DE}", "- {platform: bazaar, country: US}",
     "market.accounts: expected each once, got 'bazaar in US' twice"),
    ("- {platform: bazaar, country: DE}", "- {platform: bazaar, country: FR}",
     "market.accounts[3].country: expected one of US, DE, got 'FR'"),
    ("- {platform: seamart, country: DE}", "- {platform: riverside, country: DE}",
     "market.accounts[4].platform: expected"),
    ("categories: [home, e_accessory, toys]", "categories: [home, e_accessory]",
     "market.keywords.toys: expected one of home, e_accessory, got 'toys'"),
    (LAMP, LAMP.replace("desk-lamp", "floor-lamp"), "market.listings[0].sku: expected one of desk-lamp"),
    (LAMP, LAMP.replace("bazaar", "seamart"), "market.listings[0].platform: expected one of livefeed in US"),
    (LAMP, LAMP.replace("language: en", "language: fr"),
     "market.listings[0].language: expected one of de, en, got 'fr'"),
    (LAMP, LAMP.replace("office", "charger"), "market.listings[0].keywords: expected one of lamp, desk"),
    (LAMP, LAMP.replace("31.90", "13.90"),
     "market.listings[0].price: expected at least the floor price 2290, got 1390"),
    ("{sku: speaker, unit_cost: 6.19", "{sku: radio, unit_cost: 6.19",
     "market.suppliers[0].quotes[3].sku: expected one of desk-lamp"),
    ("claims: [food_contact, gpsr_rp]", "claims: [food_contact, iso9001]",
     "market.suppliers[0].quotes[0].claims: expected one of epr_packaging, food_contact, gpsr_rp, got 'iso9001'"),
    ("country: DE, categories: [toys], followers", "country: AT, categories: [toys], followers",
     "market.creators[2].country: expected one of US, DE, got 'AT'"),
    ("platform: bazaar, country: US, deadline_day: 3", "platform: seamart, country: US, deadline_day: 3",
     "market.campaigns[0].platform: expected one of"),
    ("deadline_day: 3, starts_day: 5", "deadline_day: 6, starts_day: 5",
     "market.campaigns[0].deadline_day: expected at most the first day 5, got 6"),
    ("starts_day: 8, days: 3", "starts_day: 8, days: 9",
     "market.campaigns[1].days: expected an end within the season of 14 days, got day 17"),
    ("{sku: desk-lamp, country: US, certificate: food_contact}", "{sku: desk-lamp, country: US, certificate: cpc}",
     "market.certificates[0].certificate: expected one of food_contact, got 'cpc'"),
    ("node: us-east, units: 35, arrives_day: 6", "node: us-west, units: 35, arrives_day: 6",
     "market.under_way[0].node: expected one of cn-yiwu, us-east, de-west, got 'us-west'"),
    ("units: 35, arrives_day: 6, haul: sea", "units: 35, arrives_day: 6, haul: rail",
     "market.under_way[0].haul: expected service rail_stock CN->US"),
    ("units: 35, arrives_day: 6", "units: 35, arrives_day: 20",
     "market.under_way[0].arrives_day: expected a day within the season of 14, got 20"),
    ("{sku: cable-kit, platform: bazaar, country: US, orders: 5}",
     "{sku: speaker, platform: bazaar, country: US, orders: 5}",
     "market.opening_orders[1]: expected one of desk-lamp on bazaar in US"),
    ("[[EU, ioss], [DE, de_vat]]", "[[EU, ioss], [DE, gst]]", "market.registrations[1]: expected one of"),
    ("storage_per_m3_day: 1.10, capacity_m3: 12", "storage_per_m3_day: 1.10, capacity_m3: 1",
     "warehouses[1].capacity_m3: expected room for the stock and what is under way"),
    ("starts_at: 655200", "starts_at: 245000",
     "more_shows[0].starts_at: expected a start after the show before ends, 246600, got 245000"),
    ("starts_at: 1022400", "starts_at: 1209000",
     "more_shows[1].starts_at: expected an end within play, 1209600, got 1210800"),
    ("max_shows: 4", "max_shows: 2", "max_shows: expected at least the 3 planned shows, got 2"),
    ("      - {sku: wooden-train, pitch", "      - {sku: plush-bear, pitch",
     "more_shows[1].rundown[0].sku: expected one of desk-lamp"),
    ("countries: {US: 25 %, DE: 75 %}", "countries: {US: 25 %, FR: 75 %}",
     "more_shows[0].audience.countries: expected one of US, DE, got 'FR'"),
    ("scene: studio", "scene: garden", "show.scene: expected one of studio, kitchen-table, play-room, got 'garden'"),
]


@pytest.mark.parametrize(("old", "new", "message"), WRONG)
def test_a_wrong_place_of_the_market_is_named(tmp_path, old, new, message):
    assert f"scenario.yaml: {message}" in complaint(tmp_path, old, new)


def test_a_platform_warehouse_belongs_to_a_platform_where_the_shop_sells(tmp_path):
    said = complaint(tmp_path, "kind: platform, platform: bazaar", "kind: platform, platform: riverside", "peak-season")

    assert "warehouses[2].platform: expected one of livefeed, bazaar, seamart, ownshop, got 'riverside'" in said


def test_every_country_of_an_account_needs_a_default_service(tmp_path):
    said = complaint(tmp_path, "{US: us-express, DE: de-post}", "{US: us-express}")

    assert "shop.default_services.DE: expected a service to DE, got 'none'" in said
