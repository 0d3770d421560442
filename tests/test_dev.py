"""The one command, as far as it can be shown without making an environment."""

import re
import subprocess
import sys

import dev


def start(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "dev.py", *arguments], cwd=dev.ROOT, capture_output=True, text=True)


def test_an_unknown_word_is_answered_with_the_usage():
    result = start("rum")

    assert result.returncode == 1
    assert result.stderr.strip() == dev.USAGE


def test_both_locks_name_hashes_and_no_address():
    for lock in (dev.RUN, dev.DEV):
        text = lock.read_text(encoding="utf-8")

        assert text.count("--hash=sha256:") > text.count("==") > 20
        assert "://" not in text


def test_the_developer_lock_holds_every_package_of_the_run_lock():
    run, everything = (set(re.findall(r"^\S+==\S+", lock.read_text(), re.M)) for lock in (dev.RUN, dev.DEV))

    assert run <= everything


def test_the_two_locks_are_told_apart_by_their_keys():
    assert dev.key(dev.RUN).split()[0] == "run"
    assert dev.key(dev.RUN) != dev.key(dev.DEV)


def test_npm_locks_hold_no_address_to_download_from():
    for folder in ("web/client", "tests/browser"):
        lock = (dev.ROOT / folder / "package-lock.json").read_text(encoding="utf-8")

        assert lock.count('"integrity"') > 2
        assert '"resolved"' not in lock
