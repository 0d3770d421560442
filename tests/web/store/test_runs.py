"""Logs are append-only, have one owner, and are checked when they are read."""

import pytest
from sqlalchemy import text, update
from sqlalchemy.exc import DBAPIError

from sandbox.kernel.errors import LogError
from sandbox.kernel.log import Header, Log
from tests.web.store.builders import a_class
from web.store import classes, runs
from web.store.runs import StaleEpochError
from web.store.tables import entries


@pytest.fixture
def begun(store):
    """A run with three entries on disk: (store, run, epoch, log)."""
    made = a_class(store)
    header = Header(
        run=made.run, scenario="x@1", scenario_hash="0", engine="0", group=made.group, commitment=made.commitment
    )
    log = Log(header)
    for at in (5, 10, 15):
        log.append("advanced", at=at, events=at, digest="d")
    epoch = store.write(runs.take_over, made.run)
    store.write(runs.begin, made.run, header)
    store.write(runs.append, made.run, epoch, log.entries)
    return store, made.run, epoch, log


def test_a_log_comes_back_as_it_was_appended(begun):
    store, run, _, log = begun

    loaded = store.read(runs.load, run)

    assert loaded.entries == log.entries
    assert loaded.head == log.head


def test_appending_again_after_a_lost_answer_changes_nothing(begun):
    store, run, epoch, log = begun

    store.write(runs.append, run, epoch, log.entries[1:])

    assert store.read(runs.load, run).head == log.head


def test_who_was_replaced_can_append_no_more(begun):
    store, run, epoch, log = begun
    store.write(runs.take_over, run)
    late = log.append("advanced", at=20, events=20, digest="d")

    with pytest.raises(StaleEpochError):
        store.write(runs.append, run, epoch, [late])
    assert len(store.read(runs.load, run).entries) == 3


def test_another_entry_under_a_taken_number_is_refused(begun):
    store, run, epoch, log = begun
    other = Log(log.header)
    other.append("advanced", at=99, events=1, digest="e")

    with pytest.raises(StaleEpochError):
        store.write(runs.append, run, epoch, other.entries)


@pytest.mark.parametrize("change", ["update entries set body = 'x'", "delete from entries"])
def test_the_database_itself_refuses_to_change_a_log(begun, change):
    store, _, _, _ = begun

    with pytest.raises(DBAPIError, match="append-only"), store.engine.begin() as connection:
        connection.execute(text(change))


def test_a_log_that_was_tampered_with_is_not_read(begun):
    store, run, _, _ = begun
    with store.engine.begin() as connection:
        names = ("no_update", "no_delete") if store.engine.dialect.name == "sqlite" else ("no_change",)
        on = "" if store.engine.dialect.name == "sqlite" else " on entries"
        for name in names:
            connection.execute(text(f"drop trigger entries_{name}{on}"))
        connection.execute(update(entries).where(entries.c.n == 2).values(body='{"n":2,"kind":"advanced","at":11}'))

    with pytest.raises(LogError, match="entry 2") as caught:
        store.read(runs.load, run)
    assert caught.value.entry == 2


def test_the_secret_lies_sealed_and_opens_when_all_have_ended(begun):
    store, run, _, log = begun
    group = log.header.group

    with store.engine.connect() as connection:
        sealed = connection.execute(text("select sealed from group_secrets")).scalar()
    assert store.read(runs.secret_of, store.key, group) not in bytes(sealed)
    assert not store.read(runs.all_over, group)

    store.write(runs.set_over, run)

    assert store.read(runs.all_over, group)


def test_a_header_with_a_secret_is_never_kept(begun):
    store, run, _, _ = begun
    open_header = Header(
        run=run, scenario="x@1", scenario_hash="0", engine="0", group="g", commitment="c", secret="00" * 32
    )

    with pytest.raises(ValueError, match="without the secret"):
        store.write(runs.begin, run, open_header)


def test_a_log_that_several_teams_share_ends_for_all_of_them(store):
    made = a_class(store)
    classroom = store.read(classes.find, made.class_id)
    second, third = (store.write(classes.add_team, classroom, at, "average", str(at), made.run) for at in (2, 3))

    store.write(runs.set_over, made.run)

    assert [team.run for team in store.read(classes.teams_in_log, made.run)] == [made.run, second.run, third.run]
    assert all(team.is_over for team in store.read(classes.teams_of, made.class_id))
