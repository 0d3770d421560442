"""A console for one test, and the people in front of it."""

from collections.abc import Iterator

import pytest

from tests.browser.console import Console, People


@pytest.fixture
def console(tmp_path) -> Iterator[Console]:
    started = Console(tmp_path / "data")
    yield started
    started.stop()


@pytest.fixture
def people(chromium, console) -> Iterator[People]:
    those = People(chromium, console)
    yield those
    those.go_home()
