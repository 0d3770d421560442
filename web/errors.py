"""What can go wrong on the way in, and how it is told: always ``{"error": {code, message, facts}}``."""

from __future__ import annotations

import logging
import secrets
from typing import Any

import msgspec
from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from sandbox.kernel.errors import CommandError, ScenarioError
from web.shapes import ErrorBody, ErrorDetail
from web.store.writer import StorageFaultError

log = logging.getLogger(__name__)


class RequestError(Exception):
    """A request or a socket event is refused.

    Args:
        code: stable name of the reason.
        message: one English sentence: expected X, got Y.
        status: HTTP status.
        facts: what the sentence is made of.
    """

    def __init__(self, code: str, message: str, status: int = 400, **facts: Any) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.status = status
        self.facts = facts


def not_found(what: str) -> RequestError:
    """Nothing there, or nothing for you: the answer is the same."""
    return RequestError("not_found", f"expected an existing {what} of yours, got none", 404, what=what)


def detail_of(error: Exception) -> tuple[ErrorDetail, int]:
    """What to tell about an error, and its HTTP status. Unknown errors tell a number that stands in the log too."""
    match error:
        case RequestError():
            return ErrorDetail(error.code, error.message, error.facts), error.status
        case CommandError():
            return ErrorDetail(error.code, error.message, dict(error.facts)), 400
        case ScenarioError():
            return ErrorDetail("bad_scenario", str(error)), 400
        case StorageFaultError():
            return ErrorDetail("storage_fault", "the storage refuses; nothing was changed"), 503
        case HTTPException():
            code = (error.name or "error").lower().replace(" ", "_")
            return ErrorDetail(code, f"expected another request: {error.name}"), error.code or 500
    incident = secrets.token_hex(4)
    log.error("incident %s: %s", incident, type(error).__name__, exc_info=error)
    return ErrorDetail("incident", f"something failed on our side; it is noted as {incident}", {"id": incident}), 500


def json_response(data: Any, status: int = 200) -> Response:
    """*data* as JSON."""
    return Response(msgspec.json.encode(data), status, mimetype="application/json")


def install(app: Flask) -> None:
    """Tell every error of *app* in the one form."""

    @app.errorhandler(Exception)
    def tell(error: Exception) -> Response | HTTPException:
        if isinstance(error, HTTPException) and not request.path.startswith("/api/") and (error.code or 500) < 400:
            return error  # a redirect is not an error
        detail, status = detail_of(error)
        return json_response(ErrorBody(detail), status)
