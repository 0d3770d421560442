"""The real console: a server process on its own port, and the pages of people who use it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.fixtures.browser import accessibility_violations
from tests.fixtures.databases import await_port, free_port

ROOT = Path(__file__).resolve().parents[2]
SEATS = ("anchor", "operations", "selection", "traffic", "service")
SCREEN = {"width": 1366, "height": 768}
PHONE = {"width": 360, "height": 800}
PATIENCE_MS = 45_000
"""Two slow cores may be starting an engine, a browser and six pages at once."""
HOLD_MS = 1500
"""What cannot be taken back wants its button held for a second."""


class Console:
    """A demo class on a server of its own, which can be killed and started again on the same data."""

    def __init__(self, data: Path) -> None:
        self.data, self.port = data, free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.join_url = self.teacher_url = self.projector_url = ""
        self.start()

    def start(self) -> None:
        """Start the server and read its links; the engine goes on where the log ends."""
        command = [sys.executable, "-m", "web.cli.main", "demo", "--host", "127.0.0.1", "--port", str(self.port)]
        self._process = subprocess.Popen(
            [*command, "--data", str(self.data)], cwd=ROOT, start_new_session=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
            env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1"},
        )  # fmt: skip
        self._said: list[str] = []
        for line in self._process.stdout or ():
            self._said.append(line)
            if "Ctrl+C" in line:
                break
        self._drain = threading.Thread(target=lambda: self._said.extend(self._process.stdout or ()), daemon=True)
        self._drain.start()
        await_port(self.port, self._process)
        said = "".join(self._said)
        self.join_url, self.teacher_url, self.projector_url = (
            re.search(rf"http\S+/{kind}/\w+", said)[0]
            for kind in ("join", "t", "p")  # type: ignore[index]
        )

    def kill(self) -> None:
        """Pull the plug: the server and its engine die without a word."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._drain.join()
        if self._process.stdout:
            self._process.stdout.close()

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """The server hangs for a while: sockets stay open, nobody answers."""
        os.killpg(self._process.pid, signal.SIGSTOP)
        try:
            yield
        finally:
            os.killpg(self._process.pid, signal.SIGCONT)

    def stop(self) -> None:
        """End it, however it stands."""
        if self._process.poll() is None:
            self.kill()

    @property
    def said(self) -> str:
        """Everything the server printed."""
        return "".join(self._said)


class People:
    """Browsers of their own, one for each person; errors that no script caught are remembered."""

    def __init__(self, chromium: Any, console: Console) -> None:
        self._chromium, self.console = chromium, console
        self._contexts: list[Any] = []
        self.uncaught: list[str] = []

    def page(self, url: str, viewport: dict[str, int] = SCREEN, locale: str = "en-US") -> Any:
        """A page in a browser of its own."""
        context = self._chromium.new_context(viewport=viewport, reduced_motion="reduce", locale=locale)
        context.set_default_timeout(PATIENCE_MS)
        self._contexts.append(context)
        return self.open(context, url)

    def open(self, context: Any, url: str) -> Any:
        """One more tab in a browser."""
        page = context.new_page()
        page.on("pageerror", lambda error: self.uncaught.append(f"{page.url}: {error}"))
        page.goto(url)
        return page

    def student(self, seat: str, **how: Any) -> Any:
        """Somebody comes in through the join page and takes a seat."""
        page = self.page(self.console.join_url, **how)
        page.fill("[name=name]", f"Student {seat}")
        page.click("form .primary")
        page.click(f"[data-take={seat}]")
        page.click("[data-go]")
        page.wait_for_url(f"**/{seat}")
        return page

    def teacher(self, **how: Any) -> Any:
        """The teacher, by the printed link."""
        page = self.page(self.console.teacher_url, **how)
        page.wait_for_selector("[data-control=start], [data-control=pause]")
        return page

    def projector(self, **how: Any) -> Any:
        """The wall."""
        return self.page(self.console.projector_url, **how)

    def go_home(self) -> None:
        """Close every browser."""
        while self._contexts:
            self._contexts.pop().close()


def start_class(teacher: Any) -> None:
    """Hold the start button."""
    teacher.locator("[data-control=start]").click(delay=HOLD_MS)
    teacher.wait_for_selector("[data-control=pause]")


def set_speed(teacher: Any, speed: int) -> None:
    """Choose a speed and see it taken."""
    with teacher.expect_response("**/control"):
        teacher.select_option("[name=speed]", str(speed))


def counted(page: Any, what: str) -> int:
    """How many actions of this page are ``confirmed``, ``refused`` or ``waiting``."""
    return int(page.get_attribute(f"[data-{what}]", f"data-{what}"))


def do(page: Any, control: str) -> None:
    """Press a control and see its action confirmed."""
    assert was_confirmed(page, control), page.locator(".rejected").first.inner_text()


def was_confirmed(page: Any, control: str) -> bool:
    """Press a control and wait for its answer: confirmed, or refused."""
    before = [counted(page, what) for what in ("confirmed", "refused")]
    page.locator(control).first.click()
    page.wait_for_function(
        """([confirmed, refused]) => {
            const now = document.querySelector('[data-confirmed]').dataset
            return +now.confirmed > confirmed || +now.refused > refused
        }""",
        arg=before,
    )
    return counted(page, "refused") == before[1]


def answer_a_comment(page: Any) -> None:
    """Answer until one answer comes in time: the room is fast, and others answer too."""
    while not was_confirmed(page, "[data-comment] [data-answer=price]"):
        page.locator(".rejected .tiny").last.click()


def overflow(page: Any) -> int:
    """Pixels by which the page is wider than its window."""
    return page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")


def in_language(page: Any, language: str) -> None:
    """Switch to ``en`` or ``zh-CN`` if the page is not there yet."""
    if page.evaluate("() => document.documentElement.lang") != language:
        page.click("[data-language]")
        page.wait_for_function(f"document.documentElement.lang === '{language}'")


def keep_picture(page: Any, name: str) -> None:
    """Keep a picture of the whole page in ``$BORDERCAST_SCREENSHOTS``, where that is set."""
    if folder := os.environ.get("BORDERCAST_SCREENSHOTS"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def problems(page: Any) -> list[str]:
    """What a reader with other senses or another screen would stumble over."""
    wide = overflow(page)
    return accessibility_violations(page) + ([f"{wide} px too wide"] if wide > 0 else [])
