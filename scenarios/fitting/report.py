"""The fit report for people: rows, the test beside the naive guess, what the data say and what they cannot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from scenarios.fitting.case import Case
from scenarios.fitting.fit import Fit, day_text
from scenarios.fitting.holdout import Errors
from scenarios.fitting.provenance import money_text
from scenarios.fitting.report_texts import QUANTITIES, REASONS, TEXTS, WHY

LANGUAGES = ("en", "zh")
MEASURES = ("orders_wape", "orders_bias", "revenue_wape", "revenue_bias", "product_mix", "country_mix", "coverage")


class _Words:
    """Texts in one language."""

    def __init__(self, language: str) -> None:
        self._at = LANGUAGES.index(language)

    def __call__(self, key: str, **facts: Any) -> str:
        text = TEXTS[key][self._at]
        return text.format(**facts) if facts else text

    def pick(self, pair: tuple[str, str]) -> str:
        return pair[self._at]

    def of(self, table: dict[str, tuple[str, str]], key: str) -> str:
        return table[key][self._at]


def report_text(fit: Fit, case: Case, language: str) -> str:
    """The whole report as Markdown, in ``en`` or ``zh``."""
    say = _Words(language)
    parts = [
        f"# {say('title')}", say("how"), *_rows(fit, say), *holdout_part(fit, say), *_cannot(fit, say),
        *_rhythm(fit, case, say), *_habits(fit, say), *_elasticity(fit, say), *_shelf(case, say),
    ]
    return "\n\n".join(parts) + "\n"


def error_table(fit: Fit, language: str = "en") -> str:
    """The errors on the held-out days beside the naive guess, as Markdown."""
    return "\n\n".join(holdout_part(fit, _Words(language))[1:])


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _rows(fit: Fit, say: _Words) -> list[str]:
    lines = fit.lines
    rows = [(say("in_file"), f"{lines.rows:,}"), (say("used"), f"{len(lines.frame):,}")]
    rows += [(say.of(REASONS, reason), f"{count:,}") for reason, count in lines.unusable.items()]
    read = ", ".join(f"{field} = {header}" for field, header in lines.columns.items())
    return [f"## {say('rows')}", table(("", say("rows")), rows), f"{say('read')}{say('colon')}{read}",
            f"{say('not_read')}{say('colon')}{', '.join(lines.dropped) or '-'}"]


def holdout_part(fit: Fit, say: _Words) -> list[str]:
    """The section about the held-out days."""
    held = fit.held
    span = say("span", first=day_text(fit.first_day), fitted=day_text(fit.held_from - 1),
               held=day_text(fit.held_from), last=day_text(fit.last_day), days=held.days, orders=held.orders)
    rows = [(say(key), _share(held.model, key), _share(held.naive, key)) for key in MEASURES]
    found = [f"## {say('holdout')}", span, table((say("measure"), say("model"), say("naive")), rows)]
    return found if held.beats_naive else [*found, say("warning")]


def _share(errors: Errors, key: str) -> str:
    value = getattr(errors, key)
    if value is None:
        return "-"
    return f"{value:+.1%}" if key.endswith("bias") else f"{value:.1%}"


def _cannot(fit: Fit, say: _Words) -> list[str]:
    poor = [one for one in fit.verdicts if not one.can]
    rows = [(say.of(QUANTITIES, one.quantity), say.pick(one.needs), say.pick(one.has)) for one in poor]
    body = table((say("measure"), say("needs"), say("has")), rows) if rows else say("nothing")
    return [f"## {say('cannot')}", body]


def _rhythm(fit: Fit, case: Case, say: _Words) -> list[str]:
    rhythm = fit.forecast.rhythm
    facts = say("per_day", all=f"{fit.orders_per_day:.1f}", case=f"{case.orders_per_day:.1f}",
                alpha=f"{rhythm.alpha:.3f}", trend=f"{rhythm.slope:+.3%}", closed=fit.closed_days)
    week = table(say("weekdays").split(","), [[f"{factor:.2f}" for factor in rhythm.index()]])
    return [f"## {say('rhythm')}", facts, week]


def _habits(fit: Fit, say: _Words) -> list[str]:
    habits = fit.habits
    parts = [f"## {say('habits')}", say(
        "basket", lines=habits.lines_per_order["mean"], units=habits.units_per_line["mean"],
        value=money_text(habits.order_value["median"], fit.currency),
    )]
    if habits.returned is not None:
        cancelled = "-" if habits.cancelled is None else f"{habits.cancelled:.1%}"
        parts.append(say("cancel", cancelled=cancelled, returned=f"{habits.returned:.1%}"))
    if habits.repeat is not None and habits.repeat_days is not None:
        parts.append(say("repeat", repeat=f"{habits.repeat:.0%}", days=f"{habits.repeat_days:.0f}"))
    shares = ", ".join(f"{code} {share:.1%}" for code, share in habits.countries.items())
    return [*parts, f"{say('mix')}{say('colon')}{shares}"]


def _elasticity(fit: Fit, say: _Words) -> list[str]:
    rows = [
        (one.category, "-" if one.value is None else f"{one.value:.2f} ± {one.error:.2f}", say.of(WHY, one.why))
        for one in fit.catalogue.elasticities
    ]
    return [f"## {say('elasticity')}", table((say("category"), say("value"), say("note")), rows)]


def _shelf(case: Case, say: _Words) -> list[str]:
    rows = [
        (code, str(len(one.skus)), f"{sum(one.reviews) / len(one.reviews):.0f}", f"{one.expected:.2f}",
         f"{one.target:.2f}", f"{one.mix_distance:.1%}")
        for code, one in case.shelf.countries.items()
    ]
    return [f"## {say('shelf')}", table(say("shelf_head").split(","), rows)]
