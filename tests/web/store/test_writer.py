"""One writer, many changes, one commit."""

import threading

import pytest
from sqlalchemy import event, select

from web.store import people
from web.store.tables import people as table

KEY = bytes(range(32))


def names(store):
    return sorted(store.read(lambda c: c.execute(select(table.c.name)).scalars().all()))


def test_a_change_that_fails_takes_no_other_with_it(store):
    gate = threading.Event()
    store.writer.submit(lambda c: gate.wait(5))
    good = store.writer.submit(lambda c: people.add(c, KEY, "student", "good"))
    bad = store.writer.submit(lambda c: people.add(c, KEY, "student", "bad") and 1 / 0)
    also = store.writer.submit(lambda c: people.add(c, KEY, "student", "also"))
    gate.set()

    with pytest.raises(ZeroDivisionError):
        bad.result(5)
    assert good.result(5).name == "good"
    assert also.result(5).name == "also"
    assert names(store) == ["also", "good"]


def test_what_waits_is_committed_together(store):
    commits = []
    event.listen(store.engine, "commit", lambda c: commits.append(1))
    gate = threading.Event()
    store.writer.submit(lambda c: gate.wait(5))
    waiting = [store.writer.submit(lambda c, i=i: people.add(c, KEY, "student", str(i))) for i in range(100)]
    gate.set()

    assert {future.result(5).name for future in waiting} == {str(i) for i in range(100)}
    assert len(commits) <= 2


def test_changes_are_made_in_the_order_in_which_they_came(store):
    made = [store.writer.submit(lambda c, i=i: people.add(c, KEY, "student", f"{i:03}").name) for i in range(300)]

    assert [future.result(10) for future in made] == [f"{i:03}" for i in range(300)]


def test_a_change_waits_for_the_disk_before_it_returns(store):
    store.write(people.add, KEY, "student", "kept")

    with store.engine.connect() as other:
        assert other.execute(select(table.c.name)).scalars().all() == ["kept"]
