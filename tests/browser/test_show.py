"""Five people play a show to its end in five browsers, with a teacher and a wall beside them."""

from __future__ import annotations

from tests.browser.console import (
    SEATS,
    answer_a_comment,
    do,
    in_language,
    keep_picture,
    problems,
    set_speed,
    start_class,
)


def anchor_plays(page):
    do(page, "[data-phase-go=hook]")
    do(page, "[data-point]")
    page.fill("[name=say]", "Hello everybody, welcome to the show")
    do(page, "form.say .act")
    do(page, "[data-act='livestream.call_to_action']")


def operations_plays(page):
    do(page, "[data-cue=push_offer]")
    do(page, "tr[data-sku=earbuds] [data-pin]")
    page.fill("tr[data-sku=speaker] [name=price]", "35.90")
    do(page, "tr[data-sku=speaker] [data-set-price]")
    do(page, "tr[data-sku=speaker] [data-release]")
    page.click("[data-tab=offers]")
    do(page, "[data-issue]")


def selection_plays(page):
    page.click("tr[data-sku=desk-lamp]")
    do(page, "[data-sample]")
    page.click("[data-tab=hs]")
    do(page, "[data-classify]")
    page.click("[data-tab=card]")
    page.locator("[role=tabpanel] [type=checkbox]").last.click()
    do(page, "[data-save-card]")


def traffic_plays(page):
    do(page, "[data-notify]")
    do(page, "[data-teaser]")
    do(page, "[data-boost]")


def service_plays(page):
    page.click("[data-tab=notices]")
    page.check("[role=tabpanel] [type=checkbox]")
    do(page, "[data-policy]")
    page.locator("[role=tabpanel] select").last.select_option("deadline")
    do(page, "[data-policy]")


def test_five_people_play_a_show_to_its_end(people):
    pages = {seat: people.student(seat) for seat in SEATS}
    teacher, wall = people.teacher(), people.projector()
    assert wall.inner_text("[data-code]") in people.console.join_url

    start_class(teacher)
    selection_plays(pages["selection"])
    service_plays(pages["service"])
    set_speed(teacher, 10)
    pages["anchor"].wait_for_selector("[data-stage]:text('On air')")
    anchor_plays(pages["anchor"])
    operations_plays(pages["operations"])
    traffic_plays(pages["traffic"])
    pages["anchor"].wait_for_selector("[data-comment] [data-answer=price]")
    answer_a_comment(pages["anchor"])
    set_speed(teacher, 60)

    for page in pages.values():
        page.wait_for_selector("[data-banner=ended]", timeout=120_000)
    assert int(wall.inner_text("[data-orders]").replace(",", "")) > 0
    assert "Ended" in teacher.inner_text("[data-class-state]")
    opens_a_point_of_the_radar(pages["anchor"])
    assert people.uncaught == []


def opens_a_point_of_the_radar(page):
    page.click("[data-banner=ended] a")
    page.wait_for_selector("[data-radar] svg", timeout=90_000)
    for axis in page.locator("[data-axis]").all():
        axis.click()
        page.wait_for_selector("[data-axis-detail]")
        if page.locator("[data-moment]").count():
            break
    page.locator("[data-moment]").first.click()
    here = page.locator("[data-events] [aria-current]")
    here.wait_for()
    assert "step" in here.inner_text()
    assert page.locator("[data-outcome=completed]").count() == 1
    assert len(page.inner_text("[data-digest]")) >= 32
    for language in ("en", "zh-CN"):
        in_language(page, language)
        keep_picture(page, f"result-{language}")
        assert problems(page) == []
