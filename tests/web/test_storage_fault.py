"""A full disk: nobody is told what is not kept, everybody is told why, and it goes on when there is room again."""

from contextlib import contextmanager

from sqlalchemy import event

from web.store import runs


@contextmanager
def full_disk(store):
    """SQLite may not grow any more: a real "database or disk is full"."""

    def stop_growing(connection, _record, _proxy):
        connection.execute("PRAGMA max_page_count = 1")  # as small as it is now

    def grow(connection, _record, _proxy):
        connection.execute("PRAGMA max_page_count = 1073741823")

    event.listen(store.engine, "checkout", stop_growing)
    try:
        yield
    finally:
        event.remove(store.engine, "checkout", stop_growing)
        event.listen(store.engine, "checkout", grow)


def test_a_full_disk_confirms_nothing_and_loses_nothing(own_site):
    room = own_site.classroom(speed=5)
    player = room.student("operations")
    room.start()
    run, window = room.run(), player.window()
    window.watch(run, "operations")
    body = (run, "operations", "logistics.set_overtime", "full-disk-1")

    with full_disk(own_site.server.store):
        fault = window.wait("fault")
        while (refused := window.command(*body, node="cn-yiwu", overtime=True))["code"] == "rate_limited":
            pass
        on_disk = own_site.server.store.read(runs.last_entry, run)[0]

    assert window.wait("fault", lambda push: push["recovered"])["run"] == run
    again = window.command(*body, node="cn-yiwu", overtime=True)
    log = own_site.server.store.read(runs.load, run)
    assert not fault["recovered"]
    assert fault["safe_entry"] == on_disk
    assert refused["code"] == "busy"
    assert again["ok"]
    assert [entry.cmd_id for entry in log.entries].count("full-disk-1") == 1


def test_a_request_that_cannot_be_kept_is_told_so(own_site):
    room = own_site.classroom()
    token = room.teacher.me["csrf"]

    with full_disk(own_site.server.store):
        answers = [
            room.teacher.session.post(
                f"{own_site.url}/api/classes",
                json={"name": "x" * 50, "scenario": "first-live", "teams": 40},
                headers={"X-BC-CSRF": token},
            )
            for _ in range(2)
        ]

    assert {answer.json()["error"]["code"] for answer in answers} == {"storage_fault"}
