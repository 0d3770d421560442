"""Which ad valorem duty an HS code pays, and which line of the tariff says so."""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

import msgspec

from sandbox.kernel.rule_lookup import UnknownRuleError, first_in_force
from sandbox.kernel.rule_rows import CategoryDuty, DutyRate, HsSuccession

_LISTED = 8
_HEADING = 4
_SUBHEADING = 6
_CODE = re.compile(r"[0-9]{6,10}")


class Duty(NamedTuple):
    """An ad valorem rate, the row it came from and how that row was chosen."""

    ppm: int
    row: DutyRate | CategoryDuty
    choice: str

    @property
    def line(self) -> str:
        """Code of the tariff line, or name of the category."""
        return self.row.code if isinstance(self.row, DutyRate) else self.row.category


class Tariff(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """Tariff lines by territory; rough category rates where no table is carried."""

    lines: tuple[DutyRate, ...]
    categories: tuple[CategoryDuty, ...]
    successions: tuple[HsSuccession, ...]

    def duty(self, territory: str, code: str, on: int, *, origin: str = "CN", category: str = "") -> Duty:
        """The rate for a code of six to ten digits.

        The line itself if the code names one. Else, among the lines below the code, the one with the highest rate
        for *origin*, and of equals the lowest code: an importer who cannot say more is charged the dearest line.
        Beyond six digits codes are national: one that this territory does not know is looked up by its first six.
        Where the territory has no table, the rate of *category*.

        Raises:
            UnknownRuleError: ``hs_malformed``, ``hs_unknown``, ``duty_unsupported`` (not a plain percentage) or
                ``no_tariff``.
        """
        asked = (territory, code, on, origin, category)
        found = self._answers.get(asked)
        if found is None:
            found = self._answers[asked] = self._look_up(territory, code, on, origin, category)
        return found

    def _look_up(self, territory: str, code: str, on: int, origin: str, category: str) -> Duty:
        if not _CODE.fullmatch(code):
            raise UnknownRuleError("hs_malformed", f"expected an HS code of 6 to 10 digits, got {code!r}", got=code)
        table = self._tables.get(territory)
        if table is None:
            return self._of_category(territory, code, category, on)
        lines = [line for line in self._find(table, code) if line.holds(on)]
        if not lines:
            near = sorted(line.code for line in table.get(code[:_HEADING], ()))[:_LISTED]
            known = ", ".join(near) or "nothing"
            message = f"expected a tariff line of {territory}, got {code}; known under {code[:_HEADING]}: {known}"
            raise UnknownRuleError("hs_unknown", message, got=code, known=near)
        return _dearest(lines, territory, code, origin)

    @cached_property
    def _answers(self) -> dict[tuple[str, str, int, str, str], Duty]:
        """Rates already found: a run asks for the same few goods of a day for every parcel."""
        return {}

    @cached_property
    def _tables(self) -> dict[str, dict[str, list[DutyRate]]]:
        """Territory, then heading."""
        tables: dict[str, dict[str, list[DutyRate]]] = {}
        for line in self.lines:
            tables.setdefault(line.territory, {}).setdefault(line.code[:_HEADING], []).append(line)
        return tables

    def _find(self, table: dict[str, list[DutyRate]], code: str) -> list[DutyRate]:
        older = [row.hs2017 for row in self.successions if row.hs2022 == code[:_SUBHEADING]]
        for known in (code, code[:_SUBHEADING], *older):
            lines = _below(table, known)
            if lines:
                return lines
        return []

    def _of_category(self, territory: str, code: str, category: str, on: int) -> Duty:
        rows = [row for row in self.categories if row.territory == territory]
        fits = [row for row in rows if row.category == category]
        what = f"duty of {territory} for category {category or 'unnamed'} (code {code}; no tariff table is carried)"
        row = first_in_force(fits, on, "no_tariff", what, sorted({row.category for row in rows}))
        return Duty(row.duty_ppm, row, f"rate of the category {category}")


def _below(table: dict[str, list[DutyRate]], code: str) -> list[DutyRate]:
    """The line of that very code, else every line that begins with it."""
    lines = table.get(code[:_HEADING], [])
    return [line for line in lines if line.code == code] or [line for line in lines if line.code.startswith(code)]


def _dearest(lines: list[DutyRate], territory: str, code: str, origin: str) -> Duty:
    rated = [(ppm, line) for line in lines if (ppm := line.ppm(origin)) is not None]
    if not rated:
        text = lines[0].unsupported
        message = f"expected an ad valorem rate for {code} in {territory}, got {text!r} on line {lines[0].code}"
        raise UnknownRuleError("duty_unsupported", message, got=code, rate=text)
    ppm, line = min(rated, key=lambda pair: (-pair[0], pair[1].code))
    if len(lines) == 1:
        return Duty(ppm, line, f"line {line.code}" if line.code.startswith(code) else f"line {line.code} for {code}")
    aside = len(lines) - len(rated)
    left = f", {aside} without an ad valorem rate left aside" if aside else ""
    return Duty(ppm, line, f"highest of {len(rated)} lines for {code}{left}")
