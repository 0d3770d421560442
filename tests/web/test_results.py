"""Results are replayed in a process of their own; a run that cannot be replayed is in nobody's way."""

import multiprocessing
from concurrent.futures import ThreadPoolExecutor

import pytest
from msgspec import structs

from tests.web.site import RefusedError
from web.store import runs


@pytest.fixture
def ended(own_site):
    """Two classes that have ended: (good, bad)."""
    rooms = own_site.classroom(), own_site.classroom()
    for room in rooms:
        room.start()
        window = room.teacher.window()
        window.call("watch", {"class_id": room.id, "as": "teacher"})
        room.teacher_does("control", action="end")
        window.wait("control", lambda push: push["state"] == "ended")
    return rooms


def result(room):
    return room.teacher.get(f"/api/runs/{room.run()}/result")


def refused(room):
    with pytest.raises(RefusedError) as caught:
        result(room)
    return caught.value


def spoil(room, is_chained):
    """Append an entry that records other events than there were; with *is_chained* its hash is right all the same."""
    store, run = room.site.server.store, room.run()
    log = store.read(runs.load, run)
    end = log.entries[-1]
    added = log.append("advanced", at=end.at, events=end.events, digest="0" * 64)
    added = added if is_chained else structs.replace(added, digest="1" * 64)
    store.write(lambda connection: runs.append(connection, run, runs.take_over(connection, run), [added]))
    return added.n


@pytest.mark.parametrize("is_chained", [True, False])
def test_a_run_that_replays_differently_says_where_and_blocks_no_other(ended, is_chained):
    good, bad = ended
    entry = spoil(bad, is_chained)

    error = refused(bad)

    assert (error.status, error.code, error.facts) == (409, "replay_differs", {"entry": entry})
    assert result(good)["result"]["clock"]["stage"] == "over"


def test_good_and_bad_runs_that_are_asked_for_at_once_are_all_answered(ended):
    good, bad = ended
    spoil(bad, is_chained=True)

    with ThreadPoolExecutor(4) as asking:
        found = [asking.submit(*one) for one in ((refused, bad), (result, good), (refused, bad), (result, good))]

    assert [one.result().code for one in found[::2]] == ["replay_differs"] * 2
    assert all(one.result()["grade"] for one in found[1::2])


def test_results_come_after_the_process_that_replays_was_killed(ended):
    good, _ = ended
    before = set(multiprocessing.active_children())
    first = result(good)
    started = set(multiprocessing.active_children()) - before
    for process in started:
        process.kill()
        process.join()

    assert started
    assert result(good) == first
