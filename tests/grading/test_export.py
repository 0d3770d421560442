import csv
import io
import json
from datetime import datetime, timedelta, timezone

import pytest

from grading.export import Person, as_json, evidence_long, grades_wide
from grading.plain import FORMAT, plain_grade
from grading.report import as_table
from sandbox.service.events import ReplySent, TicketClassified, TicketOpened, TicketResolved
from tests.grading.builders import Story, filled
from tests.grading.test_grade import a_desk_story

CHINA = timezone(timedelta(hours=8))
AT = datetime(2025, 10, 17, 9, 30, tzinfo=CHINA)
HUA = Person(student_id="007012", name="=1+1", class_name='电商 "3" 班')


def a_busy_desk():
    """Enough of a help desk for one axis to be drawn."""
    story = Story(service="hua")
    for i in range(20):
        ticket = f"t{i}"
        story.add(10 * i, filled(TicketOpened, ticket=ticket, kind="return", due=10 * i + 90))
        reply = filled(ReplySent, by="seat", first=True, latency_seconds=5, sla_seconds=90, language_right=True,
                       tone_ppm=800_000)
        story.add(10 * i + 1, reply, by="hua", seat="service")
        story.add(10 * i + 2, TicketClassified(ticket=ticket, category="return"), by="hua", seat="service")
        closed = filled(TicketResolved, ticket=ticket, kind="return", contacts=1, right="right", is_refund=True)
        story.add(10 * i + 3, closed, by="hua", seat="service")
    return story.grade(log_digest="abc123")


def rows(table):
    return list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")))


def test_X4_ids_keep_their_zeros_and_a_formula_stays_text():
    header, first, _ = rows(grades_wide(a_desk_story().grade(), {"hua": HUA}))

    assert dict(zip(header, first, strict=True))["student_id"] == "007012"
    assert first[1:3] == ["'=1+1", '电商 "3" 班']


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "＝"])
def test_a_text_that_would_run_gets_an_apostrophe(start):
    person = Person(student_id="1", name=f"{start}cmd", class_name="")

    assert rows(grades_wide(a_desk_story().grade(), {"hua": person}))[1][1] == f"'{start}cmd"


def test_tables_begin_with_a_byte_order_mark_and_end_lines_as_the_standard_says():
    table = grades_wide(a_desk_story().grade(), {"hua": HUA})

    assert table.startswith(b"\xef\xbb\xbf")
    assert table.count(b"\r\n") == table.count(b"\n") == 3


def test_an_axis_that_is_not_drawn_is_an_empty_cell_and_never_a_zero():
    header, row = rows(grades_wide(a_busy_desk(), {"hua": HUA}))
    cells = dict(zip(header, row, strict=True))

    assert float(cells["CS"]) > 60
    assert [cells[code] for code in ("EO", "PP", "SA", "NM", "MP", "DA", "overall")] == [""] * 7
    assert cells["warning"].startswith("Default framework, not validated.")


def test_the_long_table_has_one_row_for_each_indicator_with_evidence():
    header, *body = rows(evidence_long(a_busy_desk(), {"hua": HUA}, AT))
    found = [dict(zip(header, row, strict=True)) for row in body]

    assert [row["indicator"] for row in found] == ["EO-C1", "DA-C1", "CS-C1", "CS-C2", "CS-C4", "CS-C5"]
    assert {row["computed_at"] for row in found} == {"2025-10-17T09:30:00+08:00"}
    assert {(row["log_digest"], row["framework_version"]) for row in found} == {("abc123", "xb-default@1.0.0")}
    assert found[2]["n"] == "20.0"


def test_a_time_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="with its zone"):
        evidence_long(a_busy_desk(), {}, AT.replace(tzinfo=None))


def test_the_json_goes_through_json_and_carries_the_way_back():
    plain = json.loads(as_json(a_busy_desk()))
    [student] = plain["students"]
    replies = next(i for c in student["competences"] for i in c["indicators"] if i["id"] == "CS-C1")

    assert (plain["format"], plain["framework"]["status"]) == (FORMAT, "default-unvalidated")
    assert plain["warning"]["en"].startswith("Default framework, not validated.")
    assert replies["observations"][0]["citations"]["ok"]["first"][0] == {"seq": 3, "at": 1}
    assert "how many ticket.first_reply with latency_s <= sla_s" in replies["formula"]["en"]


def test_the_radar_draws_one_axis_and_leaves_the_others_open():
    [student] = plain_grade(a_busy_desk())["students"]
    axes = {axis["code"]: axis for axis in student["radar"]}

    assert axes["CS"]["low"] < axes["CS"]["value"] < axes["CS"]["high"]
    assert (axes["NM"]["open"], axes["NM"]["value"]) == (True, None)
    assert axes["NM"]["note"] == {"en": "no evidence yet: 0 of 8 sessions", "zh": "暂无证据：0/8 场"}


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ["Default framework, not validated", "CS Customer service", "provisional", "First reply"]),
        ("zh", ["默认评价框架，未经验证", "CS 客户服务", "暂定", "首次回复不超时"]),
    ],
)
def test_the_table_says_the_same_in_both_languages(lang, words):
    table = as_table(a_busy_desk(), lang)

    assert [word for word in words if word not in table] == []


def test_a_run_without_people_says_so():
    assert "nothing to grade" in as_table(Story().grade())
