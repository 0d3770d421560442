"""Every check that needs no running product: ``python3 dev.py lint``. The tests run the same ones."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CHECKS = {
    "ruff": ["-m", "ruff", "check", "--quiet", "--output-format=concise", "."],
    "mypy": ["-m", "mypy"],
    "imports": ["-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-logo", "--no-cache"],
    "determinism": ["-m", "tools.determinism"],
}


def run(name: str, root: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run one check in *root*; its text is in ``stdout``."""
    command = [sys.executable, *CHECKS[name]]
    return subprocess.run(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def main() -> None:
    """Run all checks and leave with 1 when one of them fails."""
    failed = []
    for name in CHECKS:
        result = run(name)
        print(f"{name}: {'failed' if result.returncode else 'ok'}", flush=True)
        if result.returncode:
            failed.append(name)
            print(result.stdout)
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
