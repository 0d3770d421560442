"""``bordercast hs``: find an HS code by words, Chinese or English, or by its first digits."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import click

from web.cli.refusing import refuse, today

_SHORT = 96


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--to", default="", help="Countries whose duty is shown, such as US,DE.")
@click.option("--from", "origin", default="CN", show_default=True, help="Country of origin.")
@click.option("--date", "on", default="", help="Day of the duty, such as 2026-07-02.  [default: today]")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1, 50), help="How many codes.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def hs(words: tuple[str, ...], to: str, origin: str, on: str, limit: int, as_json: bool) -> None:
    """Look for WORDS in the Harmonized System. Exit 1 when nothing was found, 2 when a country is not known."""
    from sandbox.kernel.rule_lookup import UnknownRuleError
    from scenarios.rules.hs_rates import as_answer, country_code, origin_code, rules_on
    from scenarios.rules.hs_search import hs_index

    query = " ".join(words)
    try:
        day = date.fromisoformat(on or today())
        book = rules_on(day) if to else None
        countries = [country_code(text, book) for text in to.split(",")] if book else []
        source = origin_code(origin)
    except ValueError:
        refuse(UnknownRuleError("bad_date", f"expected a day such as 2026-07-02, got {on!r}", got=on), as_json)
    except UnknownRuleError as error:
        refuse(error, as_json)
    found = [as_answer(hit, book, countries, source) for hit in hs_index().search(query, limit)]
    if as_json:
        click.echo(json.dumps({"query": query, "date": day.isoformat(), "results": found}, ensure_ascii=False))
    else:
        click.echo("\n".join(line for one in found for line in _lines(one)) or f"nothing found for {query!r}")
    if not found:
        raise SystemExit(1)


def _lines(one: dict[str, Any]) -> list[str]:
    code = one["code"]
    lines = [f"{code[:4]}.{code[4:]}  {_cut(one['description'])}"]
    lines.extend(f"         {above['code']:<6}{_cut(above['description'])}" for above in one["path"])
    if words := [*one["words"]["en"][:4], *one["words"]["zh"][:3]]:
        lines.append(f"         also called: {', '.join(words)}")
    for duty in one.get("duties", ()):
        if "error" in duty:
            lines.append(f"         {duty['country']}: {duty['message']}")
        else:
            rate = f"{duty['ppm'] / 10_000:g} %"
            lines.append(f"         {duty['country']}: {rate}, {duty['choice']} (confidence {duty['confidence']})")
    return lines


def _cut(text: str) -> str:
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"
