"""Every screen, in both languages, wide and narrow: nobody is shut out and nothing is cut off."""

from __future__ import annotations

import pytest

from tests.browser.console import (
    PHONE,
    SCREEN,
    SEATS,
    Console,
    People,
    in_language,
    keep_picture,
    problems,
    set_speed,
    start_class,
)

LANGUAGES = ("en", "zh-CN")
ON_PHONES = ("anchor", "service")
TABS = "[role=tab]"


def look(page, name, language):
    """Problems of a page as it stands, in one language; keeps a picture where asked."""
    in_language(page, language)
    keep_picture(page, f"{name}-{language}-{page.viewport_size['width']}")
    return [f"{name} {language}: {problem}" for problem in problems(page)]


def look_at_tabs(page, name, language):
    """The same for every tab of a page."""
    found = look(page, name, language)
    for tab in page.locator(TABS).all():
        tab.click()
        found += look(page, f"{name}-{tab.get_attribute('data-tab')}", language)
    return found


@pytest.fixture(scope="module")
def live_class(chromium, tmp_path_factory):
    """A class in the middle of its show, with one person in every seat."""
    console = Console(tmp_path_factory.mktemp("live"))
    people = People(chromium, console)
    pages = {seat: people.student(seat) for seat in SEATS}
    pages["teacher"], pages["projector"] = people.teacher(), people.projector()
    start_class(pages["teacher"])
    set_speed(pages["teacher"], 30)
    pages["anchor"].wait_for_selector("[data-comment]")
    pages["operations"].wait_for_selector("[data-marks], .trend svg")
    set_speed(pages["teacher"], 1)
    yield pages
    people.go_home()
    console.stop()
    assert people.uncaught == []


@pytest.fixture
def live(live_class):
    """The pages of that class, at the size of a school's screen."""
    for page in live_class.values():
        page.set_viewport_size(SCREEN)
    return live_class


@pytest.mark.parametrize("language", LANGUAGES)
def test_screens_of_a_live_class_are_accessible_and_fit(live, language):
    found = []
    for name, page in live.items():
        found += look_at_tabs(page, name, language)

    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_a_seat_needs_is_below_the_fold(live, language):
    for seat in SEATS:
        in_language(live[seat], language)
    below = "() => { const main = document.querySelector('main'); return main.scrollHeight - main.clientHeight }"

    assert {seat: live[seat].evaluate(below) for seat in SEATS} == dict.fromkeys(SEATS, 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_phones_show_what_they_can_and_say_what_they_cannot(live, language):
    found = []
    for name, page in live.items():
        page.set_viewport_size(PHONE)
        found += look(page, f"{name}-phone", language) if name != "projector" else []
    hints = {seat: live[seat].locator(".narrow").count() for seat in SEATS}

    assert found == []
    assert hints == {seat: int(seat not in ON_PHONES) for seat in SEATS}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("viewport", [{"width": 1366, "height": 768}, PHONE])
def test_the_way_in_is_accessible_and_fits(people, language, viewport):
    page = people.page(people.console.join_url, viewport=viewport)
    page.wait_for_selector("form")
    found = look(page, "join", language)
    page.goto(f"{people.console.url}/signin")
    page.wait_for_selector("form")
    found += look(page, "signin", language)
    student = people.student("service", viewport=viewport)
    found += look(student, "waiting", language)
    student.go_back()
    student.wait_for_selector("[data-go]")
    found += look(student, "lobby", language)
    teacher = people.teacher(viewport=viewport)
    found += look(teacher, "teacher-lobby", language)
    teacher.goto(f"{people.console.url}/teach")
    teacher.wait_for_selector("form")
    found += look(teacher, "classes", language)

    assert found == []
    assert people.uncaught == []
