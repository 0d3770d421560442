"""Order files for tests: a shop that sells the same few goods every day, with whatever the test wants changed."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from pathlib import Path

SAMPLE = Path(__file__).parent / "data" / "online_retail_sample.csv"
HEADER = ("Order ID", "SKU", "Product Name", "Quantity", "Created at", "Price", "Customer ID", "Country")
GOODS = (("MUG-1", "Blue mug", 9.5), ("BAG-2", "Canvas tote bag", 14.0), ("CBL-3", "USB cable 1 m", 6.25))
START = date(2025, 3, 3)


def shop_rows(days=56, a_day=6, buyers=80, country="Germany"):
    """Order lines, one each, more on Thursdays."""
    rows, number = [], 0
    for day in range(days):
        when = START + timedelta(days=day)
        for n in range(a_day + 4 * (when.weekday() == 3)):
            sku, name, price = GOODS[(number + n * n) % len(GOODS)]
            rows.append([f"{10_000 + number}", sku, name, str(1 + n % 2), f"{when} {9 + n % 10:02d}:15:00",
                         f"{price:.2f}", f"b{number * 7 % buyers}", country])
            number += 1
    return rows


def a_file(folder, rows=None, header=HEADER, delimiter=",", encoding="utf-8", name="orders.csv"):
    """Write an order file and return its path."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerow(header)
    writer.writerows(shop_rows() if rows is None else rows)
    path = folder / name
    path.write_bytes(text.getvalue().encode(encoding))
    return path
