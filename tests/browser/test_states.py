"""What a page shows when things are not as usual: refused, slow, paused, read-only, handed over."""

from __future__ import annotations

import pytest

from tests.browser.console import HOLD_MS, counted, do, start_class

PRICE = "tr[data-sku=speaker] [name=price]"
SET = "tr[data-sku=speaker] [data-set-price]"


@pytest.fixture
def operations(people):
    """Operations at a class that runs, before the show."""
    page = people.student("operations")
    teacher = people.teacher()
    start_class(teacher)
    page.wait_for_selector(PRICE)
    page.teacher = teacher
    return page


def test_a_refused_price_is_explained_at_its_field_and_passes_when_mended(operations):
    operations.fill(PRICE, "1.00")
    operations.click(SET)
    card = operations.locator(".rejected[data-code=below_floor_price]")
    card.wait_for()
    said = card.inner_text()
    card.locator(".primary").click()
    focused = operations.evaluate("() => document.activeElement.name")
    operations.fill(PRICE, "33.90")
    do(operations, SET)

    assert "falls below the agreed floor" in said
    assert "or more passes" in said
    assert focused == "price"
    assert card.count() == 0


def test_a_refusal_is_read_in_the_language_of_its_reader(operations):
    operations.click("[data-language]")
    operations.fill(PRICE, "1.00")
    operations.click(SET)
    card = operations.locator(".rejected")
    card.wait_for()

    assert "价格低于约定底价" in card.inner_text()
    assert "即可" in card.inner_text()


def test_a_server_that_hangs_is_shown_and_the_action_arrives_once(operations, people):
    before = counted(operations, "confirmed")
    operations.fill(PRICE, "33.90")
    with people.console.frozen():
        operations.click(SET)
        operations.wait_for_selector("[data-phase=slow]")
        operations.wait_for_selector("[data-state=slow], [data-state=reconnecting]")
    operations.wait_for_selector("[data-state=live]")
    operations.wait_for_selector("[data-waiting='0']")

    assert counted(operations, "confirmed") == before + 1
    assert counted(operations, "refused") == 0


def test_a_pause_stops_the_buttons_and_leaves_the_drafts(operations):
    operations.teacher.click("[data-control=pause]")
    operations.wait_for_selector("[data-banner=paused]")
    operations.fill(PRICE, "33.90")
    is_off = operations.is_disabled(SET)
    operations.teacher.click("[data-control=resume]")
    operations.wait_for_selector("[data-banner=paused]", state="detached")
    do(operations, SET)

    assert is_off
    assert operations.input_value(PRICE) == "33.90"


def test_a_second_tab_reads_only_until_it_takes_the_seat_over(operations, people):
    second = people.open(operations.context, operations.url)
    second.wait_for_selector("[data-banner=readonly]")
    second.fill(PRICE, "33.90")
    was_off = second.is_disabled(SET)
    second.click("[data-banner=readonly] button")
    operations.wait_for_selector("[data-banner=readonly]")
    do(second, SET)

    assert was_off
    assert operations.is_disabled(SET)


def test_a_seat_that_is_handed_to_a_bot_says_so(operations):
    operations.teacher.select_option("[data-seat=operations] select", "expert")
    closed = operations.locator(".closed[role=alert]")
    closed.wait_for()

    assert "handed to somebody else" in closed.inner_text()


def test_a_shock_reaches_the_seats_and_the_teacher_sees_it_done(operations):
    teacher = operations.teacher
    teacher.click("[data-tab=shocks]")
    teacher.locator("[data-inject]").click(delay=HOLD_MS)
    teacher.wait_for_selector("[data-shock-done]")
    operations.wait_for_selector("[data-alerts]")

    assert "Something happened" in operations.inner_text("[data-alerts]")


def test_a_class_is_made_in_the_browser_and_its_code_brings_people_in(people):
    teacher = people.teacher()
    teacher.click("header a")
    teacher.fill("[name=name]", "Evening class")
    teacher.fill("[name=teams]", "2")
    teacher.click("form .primary")
    teacher.wait_for_url("**/teach/*")
    code = teacher.locator("b.code").inner_text()
    student = people.page(f"{people.console.url}/join")
    student.fill("[name=code]", code)
    student.fill("[name=name]", "学生甲")
    student.click("form .primary")
    student.locator("[data-take=anchor]").last.click()
    student.wait_for_selector("[data-go]")

    teacher.wait_for_selector("option:text('学生甲')", state="attached")
    assert teacher.locator("tr[data-team]").count() == 2
