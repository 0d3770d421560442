"""The server dies in the middle of a show. Nobody reloads, nothing is lost, and the show is finished."""

from __future__ import annotations

from tests.browser.console import SEATS, counted, do, set_speed, start_class

LIVE = "[data-state=live]"


def remember(page, name):
    """Mark a page, so that a reload would show."""
    page.evaluate("name => (window.mark = name)", name)


def test_a_killed_server_comes_back_and_every_page_goes_on(people, console):
    pages = {seat: people.student(seat) for seat in SEATS}
    teacher, wall = people.teacher(), people.projector()
    start_class(teacher)
    set_speed(teacher, 10)
    for name, page in {**pages, "teacher": teacher, "wall": wall}.items():
        remember(page, name)
    anchor, operations = pages["anchor"], pages["operations"]
    anchor.wait_for_selector("[data-stage]:text('On air')")
    do(operations, "tr[data-sku=speaker] [data-pin]")
    anchor.wait_for_selector("[data-now][data-sku=speaker]")

    console.kill()
    for page in pages.values():
        page.wait_for_selector("[data-banner=reconnecting]")
    before = counted(operations, "confirmed")
    operations.locator("[data-cue=push_offer]").click()
    operations.locator("[data-cue=wrap_up]").click()
    operations.wait_for_selector("[data-waiting='2']")
    assert "2 actions waiting" in operations.inner_text("[data-banner=reconnecting]")
    console.start()

    for page in (*pages.values(), teacher):
        page.wait_for_selector(LIVE)
    operations.wait_for_selector("[data-waiting='0']")
    assert counted(operations, "confirmed") == before + 2
    anchor.wait_for_selector("[data-cue]:text('Wrap up')")
    assert anchor.get_attribute("[data-now]", "data-sku") is not None
    set_speed(teacher, 60)
    for page in pages.values():
        page.wait_for_selector("[data-banner=ended]", timeout=120_000)

    marks = [page.evaluate("() => window.mark") for page in (*pages.values(), teacher, wall)]
    assert marks == [*SEATS, "teacher", "wall"]
    assert people.uncaught == []


def test_an_action_that_waits_in_a_closed_tab_is_sent_when_the_seat_is_opened_again(people, console):
    page = people.student("operations")
    teacher = people.teacher()
    start_class(teacher)
    page.wait_for_selector("tr[data-sku=speaker]")
    console.kill()
    page.wait_for_selector("[data-banner=reconnecting]")
    page.fill("tr[data-sku=speaker] [name=price]", "35.90")
    page.click("tr[data-sku=speaker] [data-set-price]")
    page.wait_for_selector("[data-waiting='1']")
    url, context = page.url, page.context
    page.close()
    console.start()

    again = people.open(context, url)

    again.wait_for_selector(LIVE)
    again.wait_for_function("() => document.querySelector('[data-confirmed]')?.dataset.confirmed === '1'")
    assert counted(again, "waiting") == 0
    again.wait_for_function("() => document.querySelector('tr[data-sku=speaker] [name=price]').value === '35.90'")
