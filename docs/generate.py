"""Write the reference pages: ``python -m docs.generate``.

Each page is read from the source it describes and comes out the same every time. ``tests/docs`` compares the pages that
stand here with what would be written now, so a change of the source and of its page travel in one commit.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from docs.generator import bots, cli, commands, errors, events, frameworks, metrics, scenario, seats

REFERENCE = Path(__file__).resolve().parent / "reference"
NOTE = "<!-- Written by `python -m docs.generate` from the source: change that, then generate. -->\n\n"
PAGES: dict[str, Callable[[], str]] = {
    "commands.md": commands.page,
    "events.md": events.page,
    "seats.md": seats.page,
    "bots.md": bots.page,
    "metrics.md": metrics.page,
    "frameworks.md": frameworks.page,
    "scenario.md": scenario.page,
    "errors.md": errors.page,
    "cli.md": cli.page,
}


def pages() -> dict[str, str]:
    """Every reference page as it should stand now, by file name."""
    return {name: NOTE + page().rstrip() + "\n" for name, page in PAGES.items()}


def main() -> None:
    """Write the pages that changed and name them."""
    REFERENCE.mkdir(exist_ok=True)
    for name, text in pages().items():
        path = REFERENCE / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"docs/reference/{name}")


if __name__ == "__main__":
    main()
