"""An order file of unknown origin is read, or refused with the way out."""

from __future__ import annotations

import gzip
from datetime import date

import numpy as np
import pytest

from sandbox.kernel.errors import ScenarioError
from scenarios.fitting.columns import choose_columns, parse_override, recognise
from scenarios.fitting.dates import read_dates
from scenarios.fitting.lines import read_lines
from scenarios.fitting.numbers import read_numbers
from scenarios.fitting.opening import layout_of
from scenarios.fitting.reading import read_table
from scenarios.rules.tables import load_rules
from tests.scenarios.fitting.files import HEADER, SAMPLE, a_file, shop_rows

RULES = load_rules(date(2025, 6, 2))
SHOPIFY = ("Name", "Email", "Financial Status", "Currency", "Created at", "Lineitem quantity", "Lineitem name",
           "Lineitem price", "Lineitem sku", "Billing Name", "Shipping Country", "Cancelled at")
TIKTOK = ("Order ID", "Order Status", "SKU ID", "Seller SKU", "Product Name", "Quantity", "SKU Subtotal After Discount",
          "Created Time", "Buyer Username", "Country", "Phone #")
CHINESE = ("订单编号", "商家编码", "宝贝标题", "购买数量", "订单创建时间", "单价", "买家会员名", "收货国家", "订单状态")


def lines_of(path, **said):
    return read_lines(read_table(path), RULES, file=path.name, **said)


@pytest.mark.parametrize(("header", "wanted"), [
    (SHOPIFY, {"order": "Name", "name": "Lineitem name", "sku": "Lineitem sku", "country": "Shipping Country"}),
    (TIKTOK, {"order": "Order ID", "sku": "Seller SKU", "total": "SKU Subtotal After Discount"}),
    (CHINESE, {"order": "订单编号", "sku": "商家编码", "buyer": "买家会员名", "status": "订单状态"}),
    (("หมายเลขคำสั่งซื้อ (order id)", "จำนวน (qty)"), {"order": "หมายเลขคำสั่งซื้อ (order id)", "quantity": "จำนวน (qty)"}),
])
def test_usual_names_of_columns_are_recognised(header, wanted):
    assert wanted.items() <= recognise(header).items()


def test_a_missing_column_is_named_with_what_was_recognised():
    with pytest.raises(ScenarioError, match=r"expected columns for quantity; recognised order=Order ID.*--columns"):
        choose_columns(("Order ID", "SKU", "Created at", "Price", "Pieces"), {})


def test_the_authors_word_for_a_column_wins():
    chosen = choose_columns(("Order ID", "SKU", "Created at", "Price", "Pieces"), parse_override("quantity=Pieces"))

    assert chosen["quantity"] == "Pieces"


@pytest.mark.parametrize(("encoding", "name"), [
    ("utf-8-sig", "蓝色马克杯"), ("gb18030", "蓝色马克杯"), ("cp1252", "Käsebrett à 3"),
])
def test_encodings_are_told_apart(tmp_path, encoding, name):
    rows = [[*row[:2], name, *row[3:]] for row in shop_rows()]
    lines = lines_of(a_file(tmp_path, rows, encoding=encoding))

    assert name in lines.names.values()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters_are_told_apart(tmp_path, delimiter):
    assert layout_of(a_file(tmp_path, delimiter=delimiter)).delimiter == delimiter


def test_lines_before_the_header_are_skipped(tmp_path):
    path = a_file(tmp_path)
    path.write_bytes(b"Report of all transactions\nIncludes fees\n\n" + path.read_bytes())

    assert len(lines_of(path).frame) == len(shop_rows())


def test_a_packed_file_reads_like_the_plain_one(tmp_path):
    packed = tmp_path / "orders.csv.gz"
    packed.write_bytes(gzip.compress(SAMPLE.read_bytes()))

    assert lines_of(packed).frame.equals(lines_of(SAMPLE).frame)


def test_a_picture_is_refused(tmp_path):
    path = tmp_path / "orders.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00")

    with pytest.raises(ScenarioError, match="expected a text file"):
        read_table(path)


@pytest.mark.parametrize(("texts", "numbers"), [
    (["1,234.50", "12.00"], [1234.5, 12.0]),
    (["1.234,50", "12,00"], [1234.5, 12.0]),
    (["(12.00)", "£3.10"], [-12.0, 3.1]),
    (["1,250", "3,100"], [1250.0, 3100.0]),
    (["¥19.90", "12 元"], [19.9, 12.0]),
])
def test_numbers_are_read_with_one_decimal_mark(texts, numbers):
    assert read_numbers(texts).values.tolist() == numbers


@pytest.mark.parametrize(("text", "moment"), [
    ("2025-03-09T14:05:00Z", "2025-03-09T14:05"),
    ("2025年3月9日 下午2:05", "2025-03-09T14:05"),
    ("25/03/2025 14:05", "2025-03-25T14:05"),
    ("3/25/25 2:05 PM", "2025-03-25T14:05"),
    ("25.03.2025", "2025-03-25T00:00"),
    ("Mar 25, 2025 12:10 AM", "2025-03-25T00:10"),
    ("25-Mar-2025", "2025-03-25T00:00"),
    ("20250325", "2025-03-25T00:00"),
])
def test_dates_are_read_as_they_are_written(text, moment):
    assert read_dates([text])[0] == np.datetime64(moment)


def test_a_date_that_can_be_read_two_ways_is_refused_with_both_readings():
    with pytest.raises(ScenarioError) as caught:
        read_dates(["03/04/2025 10:00", "05/06/2025 11:00"], file="orders.csv")

    assert "2025-04-03 (--dates dmy) or 2025-03-04 (--dates mdy)" in str(caught.value)


def test_the_author_can_say_how_dates_are_read():
    assert read_dates(["03/04/2025"], "dmy")[0] == np.datetime64("2025-04-03")


def test_every_row_is_used_or_counted_under_a_reason(tmp_path):
    good = shop_rows()
    bad = [
        ["1", "", "", "1", "2025-03-09", "5", "b1", "Germany"],
        ["2", "X", "x", "none", "2025-03-09", "5", "b1", "Germany"],
        ["3", "X", "x", "1", "soon", "5", "b1", "Germany"], ["4", "X", "x", "1", "2025-03-09", "0", "b1", "Germany"],
        ["5", "POST", "POSTAGE", "1", "2025-03-09", "5", "b1", "Germany"], ["6", *good[0][1:], "one cell too many"],
    ]
    lines = lines_of(a_file(tmp_path, good + bad))

    assert dict(lines.unusable) == {"broken": 1, "no_article": 1, "bad_quantity": 1, "bad_date": 1, "free": 1,
                                    "not_goods": 1}
    assert len(lines.frame) + sum(lines.unusable.values()) == lines.rows


def test_credit_notes_and_cancelled_orders_are_no_sales(tmp_path):
    rows = shop_rows(country="Germany")
    rows.append(["C10001", "MUG-1", "Blue mug", "-1", "2025-03-09", "9.50", "b1", "Germany"])
    header = (*HEADER, "Order Status")
    path = a_file(tmp_path, [[*row, "已取消" if i == 3 else "completed"] for i, row in enumerate(rows)], header)
    kinds = lines_of(path).frame["kind"].value_counts().to_dict()

    assert kinds == {0: len(rows) - 2, 1: 1, 2: 1}


def test_what_stands_on_the_first_row_of_an_order_holds_for_all_its_rows(tmp_path):
    rows = shop_rows()
    more = [row[0], *rows[1][1:4], "", rows[1][5], "", ""] if (row := rows[0]) else []
    lines = lines_of(a_file(tmp_path, [rows[0], more, *rows[1:]]))

    assert lines.frame.loc[[0, 1], ["day", "buyer", "country"]].nunique().tolist() == [1, 1, 1]


def test_other_currencies_are_changed_into_the_one_most_rows_have(tmp_path):
    rows = [[*row, "USD" if i == 0 else "EUR"] for i, row in enumerate(shop_rows())]
    lines = lines_of(a_file(tmp_path, rows, (*HEADER, "Currency")))

    assert lines.currency == "EUR"
    assert 0.8 < lines.frame["price"][0] / float(rows[0][5]) < 1.0


def test_an_export_of_a_shop_system_is_read_as_it_comes(tmp_path):
    rows = [
        ["#1001", "a@example.org", "paid", "EUR", "2025-03-09 10:15 +0100", "2", "Blue mug", "9.50", "MUG-1", "A", "DE",
         ""],
        ["#1001", "a@example.org", "", "", "", "1", "Canvas tote bag", "14.00", "BAG-2", "", "", ""],
        ["#1002", "b@example.org", "refunded", "EUR", "2025-03-10 09:00 +0100", "1", "Blue mug", "9.50", "MUG-1", "B",
         "DE", "2025-03-11 08:00 +0100"],
    ]
    frame = lines_of(a_file(tmp_path, rows, SHOPIFY)).frame

    assert frame["kind"].tolist() == [0, 0, 1]
    assert frame["country"].tolist() == ["DE"] * 3
    assert frame["buyer"].tolist() == [0, 0, 1]
