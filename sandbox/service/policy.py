"""Which action is right for which ticket: the first row of the matrix that fits decides.

A row names its conditions, what is right, what is acceptable (everything else is wrong), and the sentence a teacher
would read out. Law is named with its source; the rest is the platform's and the shop's own policy.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from sandbox.service.commands import Action
from sandbox.service.kinds import Stage, TicketKind

Verdict = Literal["right", "acceptable", "wrong"]
SMALL_VALUE = 2000
"""Up to this order value (shop currency, minor units) sending goods back costs more than they are worth."""
WITHDRAWAL_TERRITORIES = ("EU", "GB")
"""Where the law gives fourteen days to withdraw from a distance purchase."""


class Situation(NamedTuple):
    """What counts about a ticket at the moment of the decision."""

    kind: TicketKind
    law: Literal["eu", "other"]
    stage: Stage
    late_days: int
    """Whole days after the promised day; zero or less while in time."""
    days_here: int
    """Whole days since delivery; 0 before it."""
    has_photo: bool
    value: int
    """Shop currency."""
    is_refunded: bool = False
    """All the money went back before."""
    country: str = ""
    right_days: int = 0
    """Days in which the law of the country lets buyers send goods back without a reason; 0 for no such law."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyRow:
    """One row of the matrix; an empty condition fits everything."""

    id: str
    kind: TicketKind | None = None
    right: tuple[Action, ...]
    acceptable: tuple[Action, ...] = ()
    law: Literal["", "eu", "other"] = ""
    stages: tuple[Stage, ...] = ()
    late_over: int | None = None
    """Late by more than so many days."""
    here_over: int | None = None
    """Delivered more than so many days ago."""
    photo: bool | None = None
    small: bool | None = None
    countries: tuple[str, ...] = ()
    may_withdraw: bool | None = None
    """The law lets the buyer send the goods back without a reason now."""
    refunded: bool = False
    """Only where all the money went back before."""
    en: str
    zh: str
    source: str

    def fits(self, case: Situation) -> bool:
        """Whether every condition of the row holds."""
        return (
            self.kind in (None, case.kind)
            and self.law in ("", case.law)
            and (not self.stages or case.stage in self.stages)
            and (self.late_over is None or case.late_days > self.late_over)
            and (self.here_over is None or case.days_here > self.here_over)
            and (self.photo is None or self.photo == case.has_photo)
            and (self.small is None or self.small == (case.value <= SMALL_VALUE))
            and (case.is_refunded or not self.refunded)
            and (not self.countries or case.country in self.countries)
            and (self.may_withdraw is None or self.may_withdraw == (case.days_here < case.right_days))
        )

    def verdict(self, action: Action) -> Verdict:
        """What the row says of *action*."""
        if action in self.right:
            return "right"
        return "acceptable" if action in self.acceptable else "wrong"


def by_kind(matrix: tuple[PolicyRow, ...], kinds: tuple[TicketKind, ...]) -> dict[TicketKind, tuple[PolicyRow, ...]]:
    """The rows that can fit a ticket of each kind, in their order."""
    return {kind: tuple(row for row in matrix if row.kind in (None, kind)) for kind in kinds}


def judge(matrix: tuple[PolicyRow, ...], case: Situation, action: Action) -> tuple[Verdict, PolicyRow]:
    """The verdict on *action* and the row that gives it.

    Raises:
        LookupError: no row fits; every kind must end with a row without conditions.
    """
    for row in matrix:
        if row.fits(case):
            return row.verdict(action), row
    raise LookupError(f"expected a policy row for {case}")
