"""What runs before pytest: browser packages, then the client's types and tests. ``python -m tests.tools.services``."""

import subprocess
import sys
import time
from collections.abc import Callable

from hatch_build import ROOT, install_packages, npm
from tests.fixtures import chromium

CLIENT = ROOT / "web" / "client"


def prepare_browser() -> None:
    """Fetch axe and, where it is needed, a browser."""
    install_packages(chromium.HERE)
    if not chromium.installed() and chromium.PACKED.is_dir():
        chromium.unpack()


def check_types() -> None:
    """Types of every script and template."""
    install_packages(CLIENT)
    npm(CLIENT, "run", "typecheck", "--silent")


def test_client() -> None:
    """The client's own tests."""
    npm(CLIENT, "run", "test", "--silent")


STEPS: dict[str, Callable[[], None]] = {
    "browser for tests": prepare_browser,
    "client types": check_types,
    "client tests": test_client,
}


def main() -> None:
    """Run the steps in order; the first that fails ends the test command."""
    for name, step in STEPS.items():
        began = time.monotonic()
        print(f"{name} ...", flush=True)
        try:
            step()
        except subprocess.CalledProcessError as error:
            sys.exit(f"{name}: failed ({error.returncode})")
        print(f"{name}: ok, {time.monotonic() - began:.1f} s", flush=True)


if __name__ == "__main__":
    main()
