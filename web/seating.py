"""Who sits where: taking, leaving and handing over seats, also in the middle of a run, where the log records it."""

from __future__ import annotations

import secrets

from sqlalchemy import Connection

from sandbox.kernel.messages import CommandEnvelope, Seat
from web.errors import RequestError, not_found
from web.server import Server
from web.store import audit, classes, links, people, seats
from web.store.classes import Classroom, Team
from web.store.links import Link
from web.store.seats import SeatRow
from web.watching import drop


def act(
    server: Server, classroom: Classroom, team_id: str, seat: str, action: str, person: str, other: str | None
) -> None:
    """Do what *person* wants with a seat.

    Raises:
        RequestError: why not.
    """
    team = server.store.read(_team, classroom.id, team_id)
    is_teacher = server.store.read(classes.role_in, classroom.id, person) == "teacher"
    row = seat_of(server, team.run, seat)
    holder = row.holder
    if action == "take":
        target: str | None = person
        if holder not in (None, person):
            raise RequestError("seat_taken", "expected an empty seat, got one that somebody holds", 409)
    else:
        if holder != person and not is_teacher:
            raise RequestError("not_your_seat", "expected a seat you hold, or a teacher", 403)
        target = other if action == "give" else None
        if action == "give" and not other:
            raise RequestError("nobody_named", "expected the person to give the seat to", 400)
    if target:
        server.store.read(_check_member, classroom, team, target)
    move(server, classroom, team, row, target, person)


def seat_of(server: Server, run: str, seat: str) -> SeatRow:
    """The seat as it is now. Raises RequestError ``not_found``."""
    row = server.store.read(seats.find, run, seat)
    if row is None:
        raise not_found("seat")
    return row


def _team(connection: Connection, class_id: str, team_id: str) -> Team:
    team = next((team for team in classes.teams_of(connection, class_id) if team.id == team_id), None)
    if team is None:
        raise not_found("team")
    return team


def _check_member(connection: Connection, classroom: Classroom, team: Team, person: str) -> None:
    role = classes.role_in(connection, classroom.id, person)
    if role is None:
        raise not_found("person")
    elsewhere = [
        one for one in seats.held_by(connection, person) if one.class_id == classroom.id and one.team != team.id
    ]
    if elsewhere and role != "teacher":
        raise RequestError("other_team", "expected one team for each person, got a second one", 409)


def move(server: Server, classroom: Classroom, team: Team, before: SeatRow, holder: str | None, by: str) -> None:
    """Put *holder* into a seat (None: its bot), lock the old holder out at once, and let the log know.

    Args:
        server: the server.
        classroom: the class.
        team: the team.
        before: the seat as it was when *by* was allowed to do this; nothing is done if it changed hands since.
        holder: who sits there from now on.
        by: who wants it.

    Raises:
        RequestError: ``seat_taken`` when somebody was quicker.
    """
    seat = before.seat
    server.store.write(_give, team.run, seat, before.holder, holder, by)
    place = (team.run, seat)
    if before.holder and before.holder != holder:
        revoke(server, place, before.holder, "handed_over")
    if server.live.state(team.log) and not team.is_over:
        policy = before.policy if holder is None else None
        note(server, team, seat, holder or f"bot:{before.policy}", by)
        server.live.put_bot(team, seat, policy)
    server.pushes.class_changed(classroom.id)


def _give(connection: Connection, run: str, seat: str, before: str | None, holder: str | None, by: str) -> None:
    if not seats.give(connection, run, seat, before, holder):
        raise RequestError("seat_taken", "expected an empty seat, got one that somebody holds", 409)
    audit.note(connection, by, "seat.given", f"{run}/{seat}", holder=holder or "")


def revoke(server: Server, place: tuple[str, str], person: str, reason: str) -> None:
    """Tell every window of *person* at *place* that the seat is gone. They were locked out before."""
    server.leases.free(place)
    for viewer in server.viewers.at(place):
        if viewer.person == person:
            drop(server, viewer, place)
            server.pushes.revoked(viewer.sid, reason, place)


def note(server: Server, team: Team, seat: str, subject: str, by: str) -> None:
    """Log who holds a seat from this second on."""
    envelope = CommandEnvelope(
        cmd_id=f"seat-{secrets.token_hex(12)}",
        seat=Seat.INSTRUCTOR,
        type="run.take_seat",
        args={"seat": seat, "subject": "" if subject == "bot:autopilot" else subject},
        subject=by,
    )
    told = server.live.submit(team, envelope)
    if not told.answer.ok:
        raise RequestError(told.answer.code, told.answer.message, 409, **told.answer.facts)


def set_policy(server: Server, classroom: Classroom, team_id: str, seat: str, policy: str, by: str) -> None:
    """Choose who plays a seat while nobody holds it.

    Raises:
        RequestError: ``not_found``.
    """
    team = server.store.read(_team, classroom.id, team_id)
    server.store.write(seats.set_policy, team.run, seat, policy)
    row = server.store.read(seats.find, team.run, seat)
    if row and row.holder is None and server.live.state(team.log) and not team.is_over:
        note(server, team, seat, f"bot:{policy}", by)
        server.live.put_bot(team, seat, policy)
    server.pushes.class_changed(classroom.id)


def by_link(server: Server, link: Link, person: str | None) -> str:
    """Sit down by a seat link; returns the person, who is new if nobody was signed in.

    Raises:
        RequestError: ``link_used`` or ``link_revoked``.
    """
    place = (link.run or "", link.seat or "")
    if link.used_by and person != link.used_by:
        raise RequestError("link_used", "expected a fresh link, got one that another browser used", 410)
    if not link.used_by and not link.is_valid:
        raise RequestError("link_revoked", "expected a link that is valid, got one that was replaced", 410)
    if link.used_by:
        return link.used_by
    sitter = server.store.write(_use, server.store.key, link, person)
    classroom, team = server.store.read(_where, link)
    move(server, classroom, team, seat_of(server, *place), sitter, sitter)
    return sitter


def _use(connection: Connection, key: bytes, link: Link, person: str | None) -> str:
    sitter = person or people.add(connection, key, "guest", "").id
    if not links.use(connection, link, sitter):
        raise RequestError("link_used", "expected a fresh link, got one that another browser used", 410)
    links.renew(connection, key, "seat", class_id=link.class_id, run=link.run, seat=link.seat)
    if link.class_id and classes.role_in(connection, link.class_id, sitter) is None:
        classes.enrol(connection, link.class_id, sitter, "guest")
    return sitter


def _where(connection: Connection, link: Link) -> tuple[Classroom, Team]:
    classroom = classes.find(connection, link.class_id or "")
    team = classes.team_of_run(connection, link.run or "")
    if classroom is None or team is None:
        raise not_found("seat")
    return classroom, team
