"""Looking for an HS code, for everybody who belongs to a class."""

from __future__ import annotations

from datetime import UTC, date, datetime

from flask import Blueprint, Response, request

from web import auth
from web.errors import RequestError, json_response
from web.limits import Buckets
from web.server import server
from web.store import classes

MAX_QUERY = 100
MOST = 50
MAX_COUNTRIES = 12
hs_routes = Blueprint("hs", __name__, url_prefix="/api")
_asked = Buckets(per_second=5, burst=30)
"""Questions, by person: a search is quick, but the rates of another day are read from the tables."""


@hs_routes.get("/hs")
def search() -> Response:
    """Codes for the words or digits of ``q``; with ``to``, the duty of these countries on day ``on``."""
    from sandbox.kernel.rule_lookup import UnknownRuleError
    from scenarios.rules.hs_rates import as_answer, country_code, origin_code, rules_on
    from scenarios.rules.hs_search import hs_index  # the nomenclature is read when somebody looks for a code

    _check_belongs(auth.person_id())
    query, limit, day, wanted = _words(), _limit(), _day(), request.args.get("to", "")
    try:
        book = rules_on(day) if wanted else None
        countries = [country_code(text, book) for text in wanted.split(",")[:MAX_COUNTRIES]] if book else []
        origin = origin_code(request.args.get("from", "CN"))
    except UnknownRuleError as error:
        raise RequestError(error.code, error.message, 400, **error.facts) from None
    found = [as_answer(hit, book, countries, origin) for hit in hs_index().search(query, limit)]
    return json_response({"query": query, "date": day.isoformat(), "results": found})


def _check_belongs(person: str) -> None:
    if not server().store.read(classes.of_person, person):
        raise RequestError("forbidden", "expected somebody who belongs to a class, got none", 403)
    _asked.take(person)


def _words() -> str:
    text = " ".join(request.args.get("q", "").split())
    if not 0 < len(text) <= MAX_QUERY:
        message = f"expected q as words or digits, up to {MAX_QUERY} characters, got {len(text)}"
        raise RequestError("bad_request", message, 400, got=len(text), most=MAX_QUERY)
    return text


def _limit() -> int:
    text = request.args.get("limit", "10")
    if not (text.isdecimal() and text.isascii() and 1 <= int(text[:4]) <= MOST):
        raise RequestError("bad_request", f"expected limit from 1 to {MOST}, got {text[:20]!r}", 400, most=MOST)
    return int(text)


def _day() -> date:
    text = request.args.get("on", "")
    try:
        return date.fromisoformat(text) if text else datetime.now(UTC).date()
    except ValueError:
        raise RequestError("bad_date", f"expected a day such as 2026-07-02, got {text[:20]!r}", 400) from None
