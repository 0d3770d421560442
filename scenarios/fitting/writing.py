"""The scenario folder: ``scenario.yaml``, ``fit.json``, and the report in English and Chinese."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import yaml
from msgspec import to_builtins

from scenarios.fitting.case import Case
from scenarios.fitting.fit import Fit, day_text
from scenarios.fitting.report import report_text
from scenarios.loader import FILE, load_scenario

FIT_FILE = "fit.json"
REPORTS = {"en": "fit-report.md", "zh": "fit-report.zh-CN.md"}
_HEAD = (
    "# Made from order lines by: bordercast scenario from-orders. Money in minor units, ratios in parts per million.\n"
    "# What is assumed stands under provenance.changes; what was measured in fit.json and fit-report.md.\n"
)


def case_id(folder: str) -> str:
    """An id for a scenario from the name of its folder."""
    return re.sub(r"[^a-z0-9_.-]+", "-", folder.lower()).strip("-._")[:40] or "my-orders"


def write_case(folder: Path, fit: Fit, case: Case) -> list[Path]:
    """Write the folder and read the scenario back as a run would.

    Returns:
        The files written.

    Raises:
        FileExistsError: the folder exists.
        ScenarioError: the scenario would not pass its check.
    """
    folder.mkdir(parents=True)
    texts = {
        FILE: _HEAD + yaml.dump(case.file, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=120),
        FIT_FILE: json.dumps(fit_values(fit, case), ensure_ascii=False, indent=1) + "\n",
        **{name: report_text(fit, case, language) for language, name in REPORTS.items()},
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    load_scenario(folder)
    return [folder / name for name in texts]


class _Plain(yaml.SafeDumper):
    """No aliases: scenario files refuse them."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def fit_values(fit: Fit, case: Case) -> dict[str, Any]:
    """Everything measured, as plain values; no row of the file and no buyer is in it."""
    rhythm = fit.forecast.rhythm
    return {
        "rows": {"in_file": fit.lines.rows, "used": len(fit.lines.frame), "unusable": dict(fit.lines.unusable)},
        "columns": {"read": dict(fit.lines.columns), "not_read": list(fit.lines.dropped)},
        "days": {"first": day_text(fit.first_day), "held_out_from": day_text(fit.held_from),
                 "last": day_text(fit.last_day), "closed_in_fitted": fit.closed_days},
        "cannot_say": [to_builtins(one) for one in fit.verdicts if not one.can],
        "currency": fit.currency,
        "orders_per_day": {
            "all": round(fit.orders_per_day, 3), "of_the_case": round(case.orders_per_day, 3),
            "weekday_index_from_monday": rhythm.index(), "trend_per_day": round(rhythm.slope, 6),
            "overdispersion": round(rhythm.alpha, 5), "spread_of_forecast": round(fit.forecast.spread, 5),
            "half_life_days": rhythm.half_life, "tries": fit.forecast.tries,
        },
        "holdout": {"days": fit.held.days, "orders": fit.held.orders, "beats_naive": fit.held.beats_naive,
                    "model": to_builtins(fit.held.model), "naive": to_builtins(fit.held.naive)},
        "habits": to_builtins(fit.habits),
        "price_per_unit": fit.prices,
        "elasticity": [to_builtins(one) for one in fit.catalogue.elasticities],
        "catalogue": [
            {"sku": item.code, "revenue": item.revenue, "orders": item.orders, "category": item.goods.category,
             "guess": item.goods.sure}
            for item in fit.catalogue.items
        ],
        "shelf": to_builtins(case.shelf),
        "left_out_countries": dict(case.left_out),
    }
