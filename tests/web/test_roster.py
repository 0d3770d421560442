"""Rosters as schools have them."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from web.errors import RequestError
from web.roster import read_roster


def rows(data):
    return [(line.student_number, line.name) for line in read_roster(data)]


def sheet(*lines):
    book, out = Workbook(), io.BytesIO()
    for line in lines:
        book.active.append(line)
    book.save(out)
    return out.getvalue()


WANTED = [("007", "王敏"), ("0042", "Li Wei")]
PLAIN = "学号,姓名\n007,王敏\n0042,Li Wei\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_every_usual_encoding_is_read(encoding):
    assert rows(PLAIN.encode(encoding)) == WANTED


@pytest.mark.parametrize(
    "text",
    ["007\t王敏\n0042\tLi Wei", "007;王敏\r\n0042;Li Wei\r\n\r\n", "Name,Class,Number\n王敏,A,007\nLi Wei,A,0042"],
)
def test_pasted_tables_are_read_with_or_without_titles(text):
    assert rows(text.encode()) == WANTED


def test_a_sheet_keeps_leading_zeros_of_text_and_drops_the_point_of_numbers():
    assert rows(sheet(["学号", "姓名"], ["007", "王敏"], [42.0, "Li Wei"])) == [("007", "王敏"), ("42", "Li Wei")]


def formatted(form, value):
    book, out = Workbook(), io.BytesIO()
    book.active.append([value, "Li Wei"])
    book.active["A1"].number_format = form
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("form", "value", "shown"),
    [("0000", 42, "0042"), ("0000", 42.0, "0042"), ("0", 42, "42"), ("0.00", 42, "42"), ("0000", "7", "7")],
)
def test_a_number_format_of_zeros_fills_numbers_up_and_leaves_text_alone(form, value, shown):
    assert rows(formatted(form, value)) == [(shown, "Li Wei")]


def test_a_number_too_long_for_a_sheet_is_refused_with_its_line_and_kept_as_text():
    with pytest.raises(RequestError, match="line 2: expected at most 15 digits") as caught:
        read_roster(sheet(["1", "A"], [2024010112345678, "B"]))

    assert (caught.value.code, caught.value.facts) == ("long_number", {"line": 2})
    assert rows(sheet(["2024010112345678", "B"], [202401011234567, "C"])) == [
        ("2024010112345678", "B"),
        ("202401011234567", "C"),
    ]


def test_marks_that_turn_text_around_are_taken_out():
    assert rows("1,\u202eevil\u0000".replace("\u0000", "\u0007").encode()) == [("1", "evil")]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n",
        b"only-one-column\n",
        b"1,A\n2,\n",
        b"number,other\n1,A",
        b"1," + b"x" * 300,
        b"\x00\x01",
        b"PK broken",
    ],
)
def test_a_bad_roster_is_refused_with_a_reason(data):
    with pytest.raises(RequestError) as caught:
        read_roster(data)

    assert caught.value.code == "bad_roster"


def test_a_line_without_a_name_is_named():
    with pytest.raises(RequestError, match="line 2: expected a student number and a name"):
        read_roster(b"1,A\n2,\n")


def test_a_sheet_that_unpacks_to_too_much_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 30_000_000)

    with pytest.raises(RequestError, match="unpacks to too much"):
        read_roster(out.getvalue())


def test_a_sheet_with_entities_is_refused():
    source, out = zipfile.ZipFile(io.BytesIO(sheet(["1", "A"]))), io.BytesIO()
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
    with zipfile.ZipFile(out, "w") as archive:
        for name in source.namelist():
            archive.writestr(name, bomb if name.endswith("sheet1.xml") else source.read(name))

    with pytest.raises(RequestError, match="broken one"):
        read_roster(out.getvalue())


def test_a_roster_is_imported_over_the_wire_as_text_and_as_a_file(site):
    room = site.classroom()
    headers = {"X-BC-CSRF": room.teacher.me["csrf"]}
    path = f"{site.url}/api/classes/{room.id}/roster"

    first = room.teacher_does("roster", text=PLAIN)
    second = room.teacher.session.post(path, files={"file": ("r.xlsx", sheet(["007", "王敏"]))}, headers=headers)

    assert first == {"added": 2, "known": 0}
    assert second.json() == {"added": 0, "known": 1}
    assert [one["name"] for one in room.info["members"] if one["kind"] == "student"]
