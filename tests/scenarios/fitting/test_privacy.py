"""Nothing of a buyer leaves the reading: no name, no number, no cell so small that it points at somebody."""

from __future__ import annotations

from datetime import date

import pytest

from scenarios.fitting.case import Wish, case_of
from scenarios.fitting.coding import keyed
from scenarios.fitting.fit import Request, fit_orders
from scenarios.fitting.guessing import guess_goods
from scenarios.fitting.naming import both_names, clean_name
from scenarios.fitting.reading import read_table
from scenarios.fitting.writing import write_case
from tests.scenarios.fitting.files import HEADER, a_file, shop_rows

PLANTED = ("Anna Rosenzweig", "anna.rosenzweig@example.org", "+49 170 5550123", "Lindengasse 14", "王小明",
           "GIFT-FOR-ANNA")
WISH = Wish(id="private", author="a firm", on=date(2026, 1, 2))


def a_file_with_people(folder):
    """An order file whose buyers are told apart by e-mail, with everything about them beside it."""
    header = (*HEADER[:6], "Email", "Country", "Billing Name", "Phone", "Shipping Address1", "Notes")
    person = (PLANTED[0], PLANTED[2], PLANTED[3], PLANTED[4])
    rows = [[*row[:6], f"{row[6]}.{PLANTED[1]}", row[7], *person] for row in shop_rows()]
    rows += [["99001", PLANTED[5], f"Mug for {PLANTED[0]}", "1", "2025-03-09 10:00:00", "900", PLANTED[1], "Germany",
              *person]] * 2
    return a_file(folder, rows, header)


def everything_written(folder):
    return b"\n".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()).decode("utf-8")


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """All that a case made from such a file says."""
    folder = tmp_path_factory.mktemp("people")
    fit = fit_orders(Request(path=a_file_with_people(folder)))
    write_case(folder / "case", fit, case_of(fit, WISH))
    return everything_written(folder / "case")


@pytest.mark.parametrize("planted", PLANTED)
def test_no_person_of_the_file_is_in_the_folder(written, planted):
    assert planted.lower() not in written.lower()


def test_columns_about_people_are_never_read(tmp_path):
    raw = read_table(a_file_with_people(tmp_path))

    assert {"Billing Name", "Phone", "Shipping Address1", "Notes"} <= set(raw.dropped)
    assert not any(person in text for texts in raw.texts.values() for text in texts for person in PLANTED[1:4])


def test_buyers_are_numbers_in_the_order_of_their_first_row_whatever_the_salt(tmp_path):
    path = a_file_with_people(tmp_path)
    first, again = (read_table(path).codes["buyer"] for _ in range(2))

    assert (first == again).all()
    assert first[0] == 0


def test_a_hash_cannot_be_redone_without_its_salt():
    assert keyed(b"one salt")("b17@example.org") != keyed(b"another")("b17@example.org")


def test_countries_with_fewer_than_five_buyers_are_pooled(tmp_path):
    rows = shop_rows()
    for i in range(4):
        rows[i][6:] = [f"f{i}", "France"]
    habits = fit_orders(Request(path=a_file(tmp_path, rows))).habits

    assert list(habits.countries) == ["DE", "other"]


def test_a_product_of_four_buyers_is_not_in_the_catalogue(tmp_path):
    rows = shop_rows()
    for i in range(0, 160, 2):
        rows[i][1:3], rows[i][5:7] = ["SECRET", "Portrait of a customer"], ["500.00", f"b{i % 4}"]
    catalogue = fit_orders(Request(path=a_file(tmp_path, rows))).catalogue

    assert "secret" not in [item.code for item in catalogue.items]


@pytest.mark.parametrize(("name", "clean"), [
    ("BLUE MUG", "Blue mug"),
    ("Mug anna@example.org", "Mug"),
    ("Mug, call +49 170 5550123", "Mug, call"),
    ("Mug for Mrs Rosenzweig", "Mug"),
    ("iPhone Hülle", "iPhone Hülle"),
])
def test_names_of_products_lose_what_could_be_a_persons(name, clean):
    assert clean_name(name) == clean


def test_a_name_gets_the_noun_of_its_goods_in_the_other_language():
    assert both_names("BLUE MUG", guess_goods("blue mug"))["zh"] == "杯子（Blue mug）"
    assert both_names("红色马克杯", guess_goods("红色马克杯"))["en"] == "Mug (红色马克杯)"
