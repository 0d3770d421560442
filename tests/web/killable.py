"""A server in processes of its own, to be killed without warning."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import requests

from tests.fixtures.databases import free_port
from tests.web.site import PATIENCE, Browser, Site


class Killable:
    """``bordercast serve`` on a data folder; may be killed and started again."""

    def __init__(self, data: Path) -> None:
        self.data, self.port = data, free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.teacher_link = ""
        self._process: subprocess.Popen[bytes] | None = None
        self._browsers: list[Browser] = []

    browser = Site.browser
    send_home = Site.send_home

    def start(self) -> None:
        """Start it and wait until its engine is there."""
        said = self.data / "stderr"
        command = [sys.executable, "-m", "web.cli.main", "serve", "--host", "127.0.0.1"]
        with said.open("wb") as file:
            self._process = subprocess.Popen(
                [*command, "--port", str(self.port), "--data", str(self.data)], stderr=file, start_new_session=True
            )
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self._process.poll() is None:
            try:
                if requests.get(f"{self.url}/healthz", timeout=1).json()["engine"]:
                    break
            except requests.ConnectionError:
                time.sleep(0.05)
        else:
            raise AssertionError(said.read_text())
        if link := re.search(r"http\S+/t/\S+", said.read_text()):
            self.teacher_link = link.group()

    def kill(self) -> None:
        """Kill everything at once, as a power cut would."""
        assert self._process
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    @property
    def pid(self) -> int:
        """Process id of the server."""
        assert self._process
        return self._process.pid

    def kill_server_alone(self) -> None:
        """Kill the server, and none of the processes it started."""
        assert self._process
        self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        """End it."""
        self.send_home()
        with contextlib.suppress(ProcessLookupError):
            self.kill()
