"""Coming in by code, by password, by invitation; and who a guest turns out to be."""

import pytest

from tests.web.site import RefusedError
from web.store import audit


def test_a_phone_is_in_the_class_with_a_code_and_a_name(site):
    room, phone = site.classroom(), site.browser()

    info = phone.post("/api/join", code=room.info["code"].lower(), name="  Chen\u202e  Yu ")["class"]

    assert info["id"] == room.id
    assert phone.me["person"] == {**phone.me["person"], "name": "Chen Yu", "kind": "guest"}
    assert phone.me["classes"] == [room.id]


def test_a_name_of_spaces_alone_is_refused_for_people_and_classes(site):
    room, phone = site.classroom(), site.browser()
    url = room.teacher_does("invitations", kind="mentor", days=30)["url"]
    guest = {"token": url.rsplit("/", 1)[1], "login": f"s-{room.id}", "password": "a long enough one"}
    tries = [
        (phone, "/api/join", {"code": room.info["code"], "name": " \u202e "}),
        (phone, "/api/invitations/accept", {**guest, "name": "   "}),
        (phone, "/api/invitations/accept", {**guest, "name": "M", "login": "    "}),
        (room.teacher, "/api/me", {"name": "  "}),
        (room.teacher, "/api/classes", {"name": "\t ", "scenario": "first-live"}),
    ]

    for browser, path, body in tries:
        with pytest.raises(RefusedError) as caught:
            browser.post(path, **body)
        assert caught.value.code == "blank_name"
    assert phone.me["person"]["id"] is None


def test_coming_in_twice_is_one_person(site):
    room, phone = site.classroom(), site.browser()
    for name in ("Chen", "Chen Yu"):
        phone.post("/api/join", code=room.info["code"], name=name)

    assert [one["name"] for one in room.info["members"] if one["kind"] == "guest"] == ["Chen Yu"]


def test_a_wrong_code_is_refused(site):
    with pytest.raises(RefusedError) as caught:
        site.browser().post("/api/join", code="AAAAAA", name="x")

    assert (caught.value.status, caught.value.code) == (404, "unknown_code")


def test_a_teacher_signs_in_with_a_password_and_with_no_other(site):
    teacher = site.classroom().teacher
    login = f"teacher-{teacher.me['csrf'][:8]}"
    invited = site.browser()
    url = teacher.post(f"/api/classes/{teacher.me['classes'][0]}/invitations", kind="teacher", days=7)["url"]
    body = {"token": url.rsplit("/", 1)[1], "name": "Frau Weber", "login": login, "password": "a long enough one"}
    invited.post("/api/invitations/accept", **body)

    other = site.browser()
    assert other.post("/api/signin", name=login.upper(), password="a long enough one")["person"]["kind"] == "teacher"
    for name, password in ((login, "another long one"), ("nobody-at-all", "a long enough one")):
        with pytest.raises(RefusedError) as caught:
            site.browser().post("/api/signin", name=name, password=password)
        assert (caught.value.status, caught.value.code) == (401, "wrong_password")


def test_an_invitation_is_limited_to_its_classes_and_works_once(site):
    room, elsewhere = site.classroom(), site.classroom()
    url = room.teacher_does("invitations", kind="mentor", days=30)["url"]
    body = {"token": url.rsplit("/", 1)[1], "name": "M", "login": f"m-{room.id}", "password": "a long enough one"}
    mentor = site.browser()
    mentor.post("/api/invitations/accept", **body)

    assert mentor.me["classes"] == [room.id]
    assert mentor.window().call("watch", {"class_id": room.id, "as": "teacher"})["ok"]
    assert mentor.window().call("watch", {"class_id": elsewhere.id, "as": "teacher"})["code"] == "not_found"
    with pytest.raises(RefusedError) as caught:
        site.browser().post("/api/invitations/accept", **{**body, "login": f"n-{room.id}"})
    assert caught.value.code == "unknown_invitation"


def test_a_mentor_looks_on_but_controls_nothing(site):
    room = site.classroom()
    url = room.teacher_does("invitations", kind="mentor", days=30)["url"]
    mentor = site.browser()
    body = {"token": url.rsplit("/", 1)[1], "name": "M", "login": f"c-{room.id}", "password": "a long enough one"}
    mentor.post("/api/invitations/accept", **body)

    with pytest.raises(RefusedError) as caught:
        mentor.post(f"/api/classes/{room.id}/control", action="start")

    assert caught.value.code == "forbidden"
    assert mentor.get(f"/api/classes/{room.id}").get("links") is None


def test_a_guest_is_claimed_as_a_student_of_the_roster(site):
    room, phone = site.classroom(), site.browser()
    phone.post("/api/join", code=room.info["code"], name="W")
    room.teacher_does("roster", text=f"00{room.id[:6]},Wang Min")
    student = next(one for one in room.info["members"] if one["kind"] == "student")

    claimed = room.teacher.post(f"/api/people/{phone.me['person']['id']}/claim", student=student["id"])

    assert claimed == {"claimed": True}


def test_a_reference_is_worth_nothing_after_signing_in_anew(site):
    room, phone = site.classroom(), site.browser()
    phone.post("/api/join", code=room.info["code"], name="W")
    before = phone.session.cookies["bc_session"]

    phone.follow(room.info["links"]["projector"])
    site.browser().follow(room.seat_link("anchor"))
    phone.post("/api/signout")

    assert phone.session.cookies["bc_session"] != before


def test_who_came_in_and_who_was_refused_is_noted_by_id_alone(site):
    room, phone = site.classroom(), site.browser()
    phone.post("/api/join", code=room.info["code"], name="Unmistakable Name")

    noted = site.server.store.read(audit.lines, "class.joined")

    assert (phone.me["person"]["id"], room.id) in noted
    assert "Unmistakable" not in str(noted)
