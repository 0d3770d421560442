"""People, links, sessions and invitations."""

import pytest

from tests.web.store.builders import a_class
from web.store import classes, invitations, links, people, sessions, texts
from web.store import roster as roster_store
from web.store.roster import RosterLine
from web.store.seal import SealError, load_or_make_key, seal, unseal


def test_a_student_number_is_text(store):
    made = a_class(store)
    lines = [RosterLine("007", "Bond"), RosterLine("7", "Seven")]

    added = store.write(roster_store.enrol_all, store.key, made.class_id, lines)

    assert (added.new, added.known) == (2, 0)
    assert store.read(people.find_by_number, "007").name == "Bond"


def test_a_known_number_keeps_its_person(store):
    made = a_class(store)
    store.write(roster_store.enrol_all, store.key, made.class_id, [RosterLine("007", "Bnod")])
    before = store.read(people.find_by_number, "007")

    added = store.write(roster_store.enrol_all, store.key, made.class_id, [RosterLine("007", "Bond")])

    assert (added.new, added.known) == (0, 1)
    assert store.read(people.find, before.id).name == "Bond"


def test_what_a_guest_did_counts_as_the_students_once_claimed(store):
    student = store.write(people.add, store.key, "student", "Wang", "001")
    guest = store.write(people.add, store.key, "guest", "W")

    store.write(people.claim, guest.id, student.id)

    assert set(store.read(people.subjects_of, student.id)) == {student.id, guest.id}


def test_a_session_ends_when_its_person_signs_out_everywhere(store):
    person = store.write(people.add, store.key, "student", "Wang")
    ref = store.write(sessions.start, person.id)
    assert store.read(sessions.find, ref).person == person.id

    store.write(sessions.end_all_of, person.id)

    assert store.read(sessions.find, ref) is None


def test_the_database_keeps_no_reference_and_no_token(store):
    made = a_class(store)
    ref = store.write(sessions.start, made.teacher)
    token = store.write(links.renew, store.key, "projector", class_id=made.class_id)

    with store.engine.connect() as connection:
        kept = [str(connection.exec_driver_sql(f"select * from {table}").all()) for table in ("web_sessions", "links")]

    assert ref not in kept[0]
    assert token not in kept[1]


def test_a_renewed_link_kills_the_one_before(store):
    made = a_class(store)
    first = store.write(links.renew, store.key, "projector", class_id=made.class_id)

    second = store.write(links.renew, store.key, "projector", class_id=made.class_id)

    assert not store.read(links.find, first).is_valid
    assert store.read(links.current, store.key, "projector", class_id=made.class_id) == second


def test_an_invitation_is_taken_up_once_and_ends(store):
    made = a_class(store)
    token, _ = store.write(invitations.add, "mentor", made.teacher, 30, [made.class_id])
    invitation = store.read(invitations.find, token)
    mentor = store.write(people.add, store.key, "mentor", "M")

    store.write(invitations.use, invitation, mentor.id)
    store.write(classes.enrol, made.class_id, mentor.id, "mentor", 1)

    assert invitation.classes == [made.class_id]
    assert store.read(invitations.find, token) is None
    assert store.read(classes.role_in, made.class_id, mentor.id) is None


def test_a_text_opens_only_with_the_key_of_its_writer(store):
    made = a_class(store)
    writer = store.write(people.add, store.key, "student", "Wang")
    key = store.read(people.key_of, store.key, writer.id)

    store.write(texts.keep, key, made.run, "cmd-1", writer.id, "an unguessable sentence")

    assert store.read(texts.of_run, store.key, made.run) == {"cmd-1": "an unguessable sentence"}
    with store.engine.connect() as connection:
        assert "unguessable" not in str(connection.exec_driver_sql("select * from texts").all())


def test_sealed_bytes_open_for_their_owner_only(tmp_path):
    key = load_or_make_key(tmp_path / "server.key")
    assert load_or_make_key(tmp_path / "server.key") == key
    sealed = seal(key, b"plain", "anna")

    with pytest.raises(SealError):
        unseal(key, sealed, "berta")
    with pytest.raises(SealError):
        unseal(bytes(32), sealed, "anna")


def test_a_damaged_key_file_is_named(tmp_path):
    (tmp_path / "server.key").write_bytes(b"short")

    with pytest.raises(SealError, match=r"server\.key: expected a key of 32 bytes, got 5"):
        load_or_make_key(tmp_path / "server.key")
