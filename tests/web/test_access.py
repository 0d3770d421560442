"""Nobody reads or does what is not theirs; what is not yours is not there."""

import pytest
import requests
import socketio

from tests.web.raw import RawSocket
from tests.web.site import RefusedError, Window
from web.opening import first_teacher_url


@pytest.fixture(params=["parallel", "shared"])
def rivals(site, request):
    """A running class of two teams of either kind: (classroom, player of the first, player of the second)."""
    return two_teams(site, request.param)


@pytest.fixture
def pair(site):
    """The same where the kind does not matter."""
    return two_teams(site, "parallel")


def two_teams(site, market):
    room = site.classroom(teams=2, market=market)
    players = room.student("operations", 0), room.student("operations", 1)
    room.start()
    return room, *players


def refusal(browser, path, **body):
    with pytest.raises(RefusedError) as caught:
        browser.post(path, **body) if body else browser.get(path)
    return caught.value


def test_a_student_cannot_look_at_another_teams_seat(rivals):
    room, player, _ = rivals

    ack = player.window().watch(room.run(1), "operations")

    assert (ack["ok"], ack["code"]) == (False, "not_found")


def test_a_student_cannot_look_at_a_team_mates_seat_or_at_the_teachers_view(rivals):
    room, player, _ = rivals
    window = player.window()

    for seat in ("anchor", "instructor"):
        assert window.watch(room.run(0), seat)["code"] == "not_found"
    assert window.call("watch", {"class_id": room.id, "as": "teacher"})["code"] == "not_found"


def test_a_student_cannot_act_for_another_team(rivals):
    room, player, _ = rivals

    ack = player.window().command(room.run(1), "operations", "livestream.cue", "foreign-1", cue="wrap_up")

    assert ack["code"] == "not_your_seat"


def test_what_one_team_does_reaches_no_window_of_the_other(rivals):
    room, player, rival = rivals
    watching = rival.window()
    watching.watch(room.run(1), "operations")
    acting = player.window()
    acting.watch(room.run(0), "operations")

    ack = acting.command(room.run(0), "operations", "market.set_price", "canary-1", sku="desk-lamp", price=3187)

    assert ack["ok"], ack
    acting.wait("view", lambda push: "'price': 3187" in str(push))
    watching.wait("view", lambda push: push["now"] > 2)
    assert "'price': 3187" not in str(watching.pushes)
    assert room.run(0) not in str(watching.pushes)


def test_a_student_cannot_use_the_teachers_controls(pair):
    room, player, _ = pair

    for what, body in {
        "control": {"action": "end"},
        "shock": {"kind": "viral_spike"},
        "bots": {"team": room.info["teams"][0]["id"], "seat": "anchor", "policy": "expert"},
        "roster": {"text": "1,A"},
        "invitations": {"kind": "teacher", "days": 1},
    }.items():
        assert refusal(player, f"/api/classes/{room.id}/{what}", **body).status == 403


def test_a_teacher_of_another_class_finds_nothing(pair, site):
    room, player, _ = pair
    stranger = site.browser()
    stranger.post("/api/join", code=site.classroom().info["code"], name="Stranger")

    assert refusal(stranger, f"/api/classes/{room.id}").code == "not_found"
    assert refusal(stranger, f"/api/runs/{room.run()}/result").code == "not_found"
    assert refusal(stranger, f"/api/people/{player.me['person']['id']}/erase", x=1).status in (403, 404)


def test_who_is_not_signed_in_gets_nothing(pair, site):
    room, _, _ = pair
    nobody = site.browser()

    for path in ("/api/classes", f"/api/classes/{room.id}", f"/api/runs/{room.run()}/events", "/api/scenarios"):
        assert refusal(nobody, path).code == "not_signed_in"


def test_only_the_teacher_sees_links(pair):
    room, player, _ = pair

    assert room.info["links"]["seats"]
    assert player.get(f"/api/classes/{room.id}").get("links") is None


def test_a_run_that_still_plays_shows_no_result_and_no_secret(rivals):
    room, player, _ = rivals
    run = room.run()

    assert refusal(player, f"/api/runs/{run}/result").code == "still_running"
    assert refusal(player, f"/api/runs/{run}/export.jsonl").code == "forbidden"
    assert b'"secret":""' in room.teacher.get(f"/api/runs/{run}/export.jsonl")


def test_a_socket_without_a_session_or_without_the_token_is_refused(pair):
    _, player, _ = pair
    stolen = f"bc_session={player.session.cookies['bc_session']}"

    for headers, auth in (({}, {"csrf": "x"}), ({"Cookie": stolen}, {"csrf": "x" * 32}), ({"Cookie": stolen}, None)):
        with pytest.raises(socketio.exceptions.ConnectionError):
            socketio.Client().connect(player.url, headers=headers, auth=auth, transports=["websocket"])


def test_a_page_of_another_site_can_neither_connect_nor_post(pair):
    _, player, _ = pair
    with pytest.raises(Exception, match="400"):
        RawSocket(player, Origin="http://evil.example")

    headers = {"X-BC-CSRF": player.me["csrf"], "Origin": "http://evil.example"}
    answer = player.session.post(f"{player.url}/api/signout", json={}, headers=headers)

    assert answer.json()["error"]["code"] == "foreign_origin"


def test_a_change_without_the_token_is_refused(pair):
    room, _, _ = pair

    answer = room.teacher.session.post(f"{room.site.url}/api/classes", json={"name": "x", "scenario": "first-live"})

    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "bad_csrf")


def test_every_answer_carries_the_headers_that_protect_it(site):
    answer = requests.get(f"{site.url}/api/me", timeout=5)

    assert "script-src 'self';" in answer.headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert {"HttpOnly", "SameSite=Lax"} <= set(answer.headers["Set-Cookie"].split("; "))


def test_signing_out_closes_the_windows_and_ends_the_session(pair):
    _, player, _ = pair
    window = player.window()
    old = dict(player.session.cookies)

    player.post("/api/signout")

    assert window.wait("revoked")["reason"] == "signed_out"
    assert requests.get(f"{player.url}/api/me", cookies=old, timeout=5).json()["person"]["id"] is None


def test_a_revoked_seat_is_closed_at_once_and_its_link_is_dead(rivals):
    room, player, _ = rivals
    window = player.window()
    window.watch(room.run(), "operations")

    room.teacher_does("seats", team=room.info["teams"][0]["id"], seat="operations", action="leave")

    assert window.wait("revoked")["run"] == room.run()
    ack = window.command(room.run(), "operations", "livestream.cue", "too-late-1", cue="wrap_up")
    assert ack["code"] == "not_your_seat"
    assert window.watch(room.run(), "operations")["code"] == "not_found"


def test_a_seat_link_works_once_and_the_teacher_gets_a_new_one(site):
    room = site.classroom()
    link = room.seat_link("anchor")
    first = site.browser().follow(link)

    assert site.browser().follow(link).landed == "/join?problem=link_used"
    assert first.follow(link).landed == f"/run/{room.run()}/anchor"
    assert room.seat_link("anchor") != link


def test_a_new_link_hands_the_seat_over(site):
    room = site.classroom()
    first = room.student("anchor")
    window = first.window()
    window.watch(room.run(), "anchor")

    second = room.student("anchor")

    assert window.wait("revoked")["reason"] == "handed_over"
    assert [seat["seat"] for seat in second.me["seats"]] == ["anchor"]
    assert first.me["seats"] == []


@pytest.mark.parametrize(("kind", "door"), [("s", "/join"), ("t", "/signin"), ("p", "/signin")])
def test_a_made_up_link_leads_to_a_page_that_says_so(site, kind, door):
    stranger = site.browser().follow(f"/{kind}/aaaaaaaaaaaaaaaaaaaaaaaaaa")

    assert stranger.landed == f"{door}?problem=unknown_link"
    assert stranger.me["person"]["id"] is None


def test_a_teacher_link_that_was_replaced_leads_to_a_page_that_says_so(site):
    replaced = first_teacher_url(site.app)
    first_teacher_url(site.app)

    assert site.browser().follow(replaced).landed == "/signin?problem=link_revoked"


def test_a_path_that_is_not_there_is_still_answered_as_data(site):
    assert refusal(site.browser(), "/static/none.js").code == "not_found"


def test_looking_at_a_link_without_opening_it_does_not_use_it_up(site):
    room = site.classroom()
    link = room.seat_link("anchor")

    assert requests.head(link, timeout=5).status_code == 204
    assert site.browser().follow(link).me["seats"]


def test_one_person_sits_in_one_team_only(site):
    room = site.classroom(teams=2)
    player = room.student("anchor", 0)
    other = room.info["teams"][1]["id"]

    assert (
        refusal(player, f"/api/classes/{room.id}/seats", team=other, seat="anchor", action="take").code == "other_team"
    )


def test_one_person_may_hold_five_seats(site):
    room = site.classroom()
    player = site.browser()

    for seat in ("anchor", "operations", "selection", "traffic", "service"):
        player.follow(room.seat_link(seat))

    assert len(player.me["seats"]) == 5
    assert isinstance(player.window(), Window)


def test_a_connection_without_a_session_is_refused_before_it_costs_anything(site):
    with pytest.raises(Exception, match="401"):
        RawSocket(site.browser())


def test_one_session_may_not_open_connections_without_end(site):
    player = site.classroom().student("anchor")
    sockets = [RawSocket(player) for _ in range(20)]

    with pytest.raises(Exception, match="401"):
        RawSocket(player)

    for one in sockets:
        one.close()
