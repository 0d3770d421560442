"""One command for everything: ``python3 dev.py run`` and ``python3 dev.py test``.

Needs Python 3.11 and nothing else. The first start makes ``.venv`` from a lock file, builds the console and says
what it is doing; every later start only compares two stamps.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

USAGE = """usage: python3 dev.py COMMAND [arguments]

  run  [arguments]   start the demo, or `bordercast ARGUMENTS`
  test [arguments]   all tests, client and server; arguments go to pytest
  property           ten thousand random sequences of commands against the books
  lint               ruff, mypy and the import contracts
  docs               generate the reference pages
  lock               renew requirements/*.lock from pyproject.toml (needs uv)"""

if sys.version_info < (3, 11):  # noqa: UP036 - read by whatever Python the person has
    sys.exit(f"expected Python 3.11 or newer, got {sys.version.split()[0]}: try python3.11 dev.py, or python3.12")

OFFLINE = "this needs the package registries once: check the network or proxy, then start again; nothing is lost"

ROOT = Path(__file__).resolve().parent
VENV = Path(os.environ.get("BORDERCAST_VENV", ROOT / ".venv"))
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
RUN, DEV = ROOT / "requirements/run.lock", ROOT / "requirements/dev.lock"


def say(text: str) -> None:
    """Talk to the person; stdout stays free for the command's own output."""
    print(f"dev.py: {text}", file=sys.stderr, flush=True)


def call(*command: object, advice: str = "") -> None:
    """Run *command* in the checkout, or leave with its exit code after giving *advice*."""
    code = subprocess.run([str(part) for part in command], cwd=ROOT).returncode
    if code and advice:
        say(advice)
    if code:
        sys.exit(code)


def count_along(total: int, *command: object) -> None:
    """Run pip and show how many packages it has looked at, so that nobody takes a slow line for a standstill."""
    done = 0
    with subprocess.Popen([str(part) for part in command], cwd=ROOT, stdout=subprocess.PIPE, text=True) as pip:
        for line in pip.stdout:
            done += line.startswith(("Collecting", "Ignoring", "Requirement already"))
            stage = "unpacking" if line.startswith("Installing") else f"{min(done, total)} of {total}"
            print(f"\r  {stage}   ", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    if pip.returncode:
        say(OFFLINE)
        sys.exit(pip.returncode)


def become(*arguments: str) -> None:
    """Hand this process over to the environment's Python."""
    command = [str(PYTHON), *arguments]
    if os.name == "nt":  # there execv returns to the shell at once
        sys.exit(subprocess.run(command).returncode)
    os.execv(command[0], command)


def key(lock: Path) -> str:
    """Names what is installed from *lock*; changes when the lock or the project's metadata do."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    metadata = repr([project["build-system"], project["project"]]).encode()
    return f"{lock.stem} {hashlib.sha256(lock.read_bytes() + metadata).hexdigest()}"


def make_environment(uv: str | None) -> None:
    """Make an empty environment, or say how to get what is missing."""
    say(f"making the environment {VENV.name} ...")
    if uv:
        call(uv, "venv", "-q", "--seed", "--clear", "--python", sys.executable, VENV)
        return
    try:
        import ensurepip  # noqa: F401 - Debian packs it apart, and venv needs it
        import venv
    except ImportError:
        sys.exit(
            "dev.py: this Python comes without the venv module.\n"
            "  Debian, Ubuntu:  sudo apt-get install python3-venv\n"
            "  or install uv, and start again"
        )
    venv.create(VENV, with_pip=True, clear=True, symlinks=os.name != "nt")


def install(lock: Path, uv: str | None) -> None:
    """Install every package of *lock*, checked by hash, and the project itself."""
    pip = [uv, "pip", "install", "--python", PYTHON] if uv else [PYTHON, "-m", "pip", "install"]
    count = sum("==" in line for line in lock.read_text().splitlines())
    size = {RUN: "0.8 GB", DEV: "1.3 GB"}[lock]
    say(f"installing {count} Python packages (once; one to three minutes, {size} on disk) ...")
    if uv or not sys.stderr.isatty():
        call(*pip, "-q", "--require-hashes", "-r", lock, advice=OFFLINE)
    else:
        count_along(count, *pip, "--require-hashes", "-r", lock)
    build_console()  # before the hook of the next line would, in silence
    call(*pip, "-q", "--no-deps", "--no-build-isolation", "-e", ROOT)


def build_console() -> None:
    """Rebuild the console when its sources changed."""
    sys.path.insert(0, str(ROOT))
    from hatch_build import is_stale

    if is_stale():
        say("building the console (about 20 seconds the first time, 5 later) ...")
        call(PYTHON, "hatch_build.py")


def prepare(lock: Path) -> None:
    """Make sure that *lock* is installed."""
    began, stamp, uv = time.monotonic(), VENV / ".installed", shutil.which("uv")
    wanted = {key(lock), key(DEV)}  # the dev lock holds everything of the run lock
    if stamp.is_file() and PYTHON.exists() and stamp.read_text() in wanted:
        return
    if not (stamp.is_file() and PYTHON.exists()):  # an interrupted first start is begun anew
        make_environment(uv)
    elif stamp.read_text().startswith(DEV.stem):
        lock = DEV  # never take the developer's tools away
    install(lock, uv)
    stamp.write_text(key(lock))
    say(f"ready after {time.monotonic() - began:.0f} s; the next start is quick")


def lock_packages() -> None:
    """Resolve pyproject.toml into lock files of names and hashes, without any address."""
    uv = shutil.which("uv") or sys.exit("dev.py: lock needs uv (pip install uv)")
    options = ["--python-version=3.11", "--universal", "--generate-hashes", "--no-annotate", "--no-header", "-q"]
    extra = {RUN: ["--group", "build"], DEV: ["--group", "build", "--group", "test", "--extra", "scale"]}
    for lock, groups in extra.items():
        call(uv, "pip", "compile", "pyproject.toml", *options, *groups, "-o", lock.relative_to(ROOT))


def main(command: str = "run", *arguments: str) -> None:
    """Do what the first word says."""
    if command == "run":
        prepare(RUN)
        build_console()
        become("-m", "web.cli.main", *(arguments or ("demo",)))
    elif command == "lock":
        lock_packages()
    elif command in ("test", "property", "lint", "docs"):
        prepare(DEV)
        if command == "test":
            build_console()
            call(PYTHON, "-m", "tests.tools.services")
            arguments = arguments or ("-n", str(min(4, os.cpu_count() or 1)), "--dist=worksteal")
        modules = {"test": "pytest", "property": "tests.properties.many", "lint": "tools.lint", "docs": "docs.generate"}
        module = modules[command]
        become("-m", module, *arguments)
    else:
        sys.exit(USAGE)


if __name__ == "__main__":
    os.chdir(ROOT)
    try:
        main(*sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(130)
