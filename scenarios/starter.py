"""A scenario to begin from: a whole, working one under a name of its own."""

from __future__ import annotations

import re
from pathlib import Path

from scenarios.loader import DATA, FILE, load_scenario


def write_starter(folder: Path, like: str) -> Path:
    """Copy scenario *like* into the new *folder*, with the folder's name as its id.

    Returns:
        The file to edit.

    Raises:
        FileExistsError: the folder exists.
        ScenarioError: no scenario *like*.
    """
    model = load_scenario(like)
    text = (DATA / f"{model.id}@{model.version}" / FILE).read_text(encoding="utf-8")
    folder.mkdir(parents=True)
    own_id = re.sub(r"[^a-z0-9_.-]+", "-", folder.name.lower()).strip("-") or "my-scenario"
    text = re.sub(r"^id: .*$", f"id: {own_id}", text, count=1, flags=re.MULTILINE)
    text = re.sub(r"^version: .*$", "version: 1", text, count=1, flags=re.MULTILINE)
    path = folder / FILE
    path.write_text(text, encoding="utf-8")
    return path
