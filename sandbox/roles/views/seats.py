"""Seat to view."""

from __future__ import annotations

from collections.abc import Callable

from sandbox.roles.seen import Seen
from sandbox.roles.view_parts import View
from sandbox.roles.views.anchor import anchor_view
from sandbox.roles.views.operations import operations_view
from sandbox.roles.views.selection import selection_view
from sandbox.roles.views.service import service_view
from sandbox.roles.views.traffic import traffic_view
from sandbox.roles.views.whole import instructor_view

VIEWS: dict[str, Callable[[Seen], View]] = {
    "anchor": anchor_view,
    "operations": operations_view,
    "selection": selection_view,
    "traffic": traffic_view,
    "service": service_view,
    "instructor": instructor_view,
}


def seat_view(seen: Seen, seat: str) -> View:
    """What *seat* may know. Raises KeyError for an unknown seat."""
    return VIEWS[seat](seen)
