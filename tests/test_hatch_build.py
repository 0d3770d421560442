"""The console is rebuilt when, and only when, something that the build reads has changed."""

import pytest

from hatch_build import digest, is_stale


@pytest.fixture
def built(tmp_path):
    """A checkout whose console is up to date."""
    client = tmp_path / "web" / "client"
    (client / "src").mkdir(parents=True)
    (client / "src" / "main.ts").write_text("start()\n", encoding="utf-8")
    (tmp_path / "web" / "static").mkdir()
    (tmp_path / "web" / "static" / ".source-sha256").write_text(digest(client), encoding="utf-8")
    return tmp_path


def test_a_built_console_is_not_stale(built):
    assert not is_stale(built)


def test_an_edit_makes_the_console_stale(built):
    (built / "web/client/src/main.ts").write_text("stop()\n", encoding="utf-8")

    assert is_stale(built)


def test_a_renamed_source_makes_the_console_stale(built):
    (built / "web/client/src/main.ts").rename(built / "web/client/src/start.ts")

    assert is_stale(built)


def test_installed_packages_do_not_make_the_console_stale(built):
    (built / "web/client/node_modules").mkdir()
    (built / "web/client/node_modules/vue.js").write_text("", encoding="utf-8")

    assert not is_stale(built)


def test_a_missing_build_is_stale(built):
    (built / "web/static/.source-sha256").unlink()

    assert is_stale(built)
