"""Who may do what in a class. Deny by default; what is not yours is not there."""

from __future__ import annotations

from sqlalchemy import Connection

from web.errors import RequestError, not_found
from web.store import classes, people, seats
from web.store.classes import Classroom, Team

TEACHES = frozenset({"teacher"})
LOOKS_ON = frozenset({"teacher", "mentor", "assessor"})
READS_RESULTS = frozenset({"teacher", "mentor", "assessor", "enterprise"})
BELONGS = frozenset({"student", "guest", *READS_RESULTS})


def classroom_for(connection: Connection, class_id: str, person: str, roles: frozenset[str] = BELONGS) -> Classroom:
    """The class, if *person* belongs to it in one of *roles* today.

    Raises:
        RequestError: ``not_found`` for a stranger, ``forbidden`` for another role.
    """
    role = classes.role_in(connection, class_id, person)
    classroom = classes.find(connection, class_id) if role else None
    if classroom is None:
        raise not_found("class")
    if role not in roles:
        raise RequestError("forbidden", f"expected {' or '.join(sorted(roles))} of this class, got {role}", 403)
    return classroom


def team_for_results(connection: Connection, run: str, person: str) -> tuple[Team, set[str] | None]:
    """The team of a run whose results *person* may see, and as whom.

    Returns:
        The team, and the subject ids of the person; None in place of them for those who may see everybody.

    Raises:
        RequestError: ``not_found``.
    """
    team = classes.team_of_run(connection, run)
    role = classes.role_in(connection, team.class_id, person) if team else None
    if team is None or role is None:
        raise not_found("run")
    if role in READS_RESULTS:
        return team, None
    return team, set(people.subjects_of(connection, person))


def may_play(connection: Connection, run: str, seat: str, person: str | None) -> bool:
    """True while *person* holds the seat."""
    return person is not None and seats.is_held_by(connection, run, seat, person)


def may_look(connection: Connection, run: str, person: str | None) -> bool:
    """True for those who may look over a team's shoulder, and see what no team sees."""
    team = classes.team_of_run(connection, run)
    return bool(team and person and classes.role_in(connection, team.class_id, person) in LOOKS_ON)
