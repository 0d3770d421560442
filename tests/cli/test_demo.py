"""`bordercast demo`: one command to a class that can be played."""

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
import requests

from tests.fixtures.databases import free_port
from tests.web.site import Browser

PATIENCE_SECONDS = 60


class Demo:
    """The demo as a person starts it: what it prints, and how it ends."""

    def __init__(self, data: Path, port: int) -> None:
        self._said = data / "said"
        command = [sys.executable, "-m", "web.cli.main", "demo", "--host", "127.0.0.1", "--data", str(data / "bc")]
        with self._said.open("wb") as out:
            self._process = subprocess.Popen(
                [*command, "--port", str(port)], stdout=out, stderr=subprocess.STDOUT, env={"PYTHONIOENCODING": "utf-8"}
            )

    def said(self) -> str:
        """Everything it printed, once it has printed its links and answers."""
        until = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < until and self._process.poll() is None:
            text = self._said.read_text(encoding="utf-8")
            if "Ctrl+C" in text and self._answers(text):
                return text
            time.sleep(0.05)
        raise AssertionError(self._said.read_text(encoding="utf-8"))

    def _answers(self, text: str) -> bool:
        try:
            return requests.get(f"{base(text)}/healthz", timeout=5).ok
        except requests.ConnectionError:
            return False

    def stop(self) -> int:
        """End it as ^C would; its exit status."""
        self._process.terminate()
        return self._process.wait(timeout=PATIENCE_SECONDS)


def base(text: str) -> str:
    return re.search(r"(http://\S+)/join/", text)[1]


@pytest.fixture
def demo(tmp_path):
    started = []

    def start(port: int) -> Demo:
        started.append(Demo(tmp_path, port))
        return started[-1]

    yield start
    for one in started:
        one.stop()


def links(text: str) -> dict[str, str]:
    """Every printed link by its first letter; the first one of each."""
    return {kind: f"{base(text)}/{kind}/{token}" for kind, token in reversed(re.findall(r"/([stp])/([a-z2-7]+)", text))}


def test_the_printed_links_lead_to_a_seat_the_teacher_and_the_projector(demo):
    text = demo(free_port()).said()
    found = links(text)

    browsers = {kind: Browser(base(text)).follow(link) for kind, link in found.items()}

    assert re.match(r"/run/[0-9a-f]+/anchor", browsers["s"].landed)
    assert browsers["t"].me["person"]["kind"] == "teacher"
    assert browsers["p"].landed.startswith("/projector/")
    assert "█" in text
    for browser in browsers.values():
        browser.close()


def test_a_second_start_has_the_same_class_and_kills_the_old_teacher_link(demo):
    port = free_port()
    first = demo(port)
    before = first.said()
    assert first.stop() == 0

    after = demo(port).said()

    code = r"code\D+([A-Z0-9]{6})"
    assert re.search(code, before)[1] == re.search(code, after)[1]
    assert links(before)["t"] != links(after)["t"]
    assert links(before)["s"] == links(after)["s"]


def test_a_taken_port_is_left_to_who_has_it(demo):
    port = free_port()
    demo(port).said()

    assert f"Port {port} is in use; taking" in demo(port).said()
