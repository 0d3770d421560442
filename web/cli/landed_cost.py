"""``bordercast landed-cost``: duty, VAT and fees of one parcel on one day, and the rules that say so."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from web.cli.refusing import refuse, today

if TYPE_CHECKING:
    from scenarios.rules.landed import Landed


@click.command("landed-cost")
@click.option("--to", required=True, help="Country the parcel goes to, such as DE.")
@click.option("--hs", required=True, help="HS code of the goods, six to ten digits; see: bordercast hs WORDS.")
@click.option("--value", required=True, help="Value of the goods, such as 45 or 19.99.")
@click.option("--currency", default="", help="Currency of all amounts.  [default: that of the country]")
@click.option("--freight", default="0", show_default=True, help="What the buyer pays for delivery.")
@click.option("--date", "on", default="", help="Day of sale or import, such as 2026-07-02.  [default: today]")
@click.option("--from", "origin", default="CN", show_default=True, help="Country of origin.")
@click.option(
    "--regime",
    default="",
    help="Scheme: ioss, remessa, postal, courier ...  [default: that of a registered online seller]",
)
@click.option("--incoterm", default="ddp", show_default=True, help="ddp: the seller pays duty; dap: the buyer.")
@click.option("--also", multiple=True, metavar="HS=VALUE", help="A further heading in the parcel; may be repeated.")
@click.option("--pieces", default=1, show_default=True, type=click.IntRange(1), help="Pieces in the parcel.")
@click.option("--bought-this-year", default="0", help="What the buyer imported this year, where the law limits it.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object, amounts in minor units.")
def landed_cost(hs: str, value: str, also: tuple[str, ...], on: str, as_json: bool, **asked: Any) -> None:
    """What a parcel costs to import on a day, with every rule that was used. Exit 2 when something is not known."""
    from sandbox.kernel.rule_lookup import UnknownRuleError
    from scenarios.rules.landed import Asked
    from scenarios.rules.landed import landed_cost as work_out

    try:
        goods = ((hs, value), *(_further(text) for text in also))
        found = work_out(Asked(goods=goods, on=on or today(), **asked))
    except UnknownRuleError as error:
        refuse(error, as_json)
    if as_json:
        click.echo(json.dumps(as_answer(found), ensure_ascii=False))
    else:
        from web.cli.landed_words import in_words

        click.echo(in_words(found))


def as_answer(found: Landed) -> dict[str, Any]:
    """The answer as plain data, money in minor units of ``currency``; ``total`` is duty, VAT and fees."""
    charges = found.assessment.charges
    vat = charges.vat_at_sale + charges.vat_at_border
    total = charges.duty + vat + charges.fees
    value = sum(lot.value.minor for lot in found.goods)
    return {
        "to": found.country,
        "from": found.way.origin,
        "date": found.on.isoformat(),
        "hs": [lot.hs for lot in found.goods],
        "currency": found.currency,
        "value": value,
        "freight": found.way.freight.minor,
        "regime": found.base.regime,
        "regime_name": {"en": found.name.name_en, "zh": found.name.name_zh},
        "incoterm": found.way.incoterm.lower(),
        "duty": charges.duty,
        "vat": vat,
        "fees": charges.fees,
        "total": total,
        "landed": value + found.way.freight.minor + total,
        "payer": charges.payer,
        "vat_collected": found.base.vat_kind,
        "sales_tax": charges.sales_tax,
        "steps": [_step(step) for step in found.assessment.steps],
        "rules": rules_used(found),
        "notes": list(found.notes),
    }


def rules_used(found: Landed) -> list[dict[str, Any]]:
    """Every row that was used, in its order, then the exchange rates."""
    from sandbox.kernel.rule_rows import iso

    rows = []
    for name, row in found.assessment.rows.items():
        rows.append(
            {
                "id": name,
                "kind": type(row).__name__,
                "regime": getattr(row, "regime", ""),
                "source": row.source,
                "licence": row.licence,
                "effective_from": iso(row.effective_from),
                "effective_to": None if row.effective_to is None else iso(row.effective_to),
                "confidence": row.confidence,
                "note": row.note,
            }
        )
    for one in found.exchange:
        rows.append(
            {
                "id": f"fx-{one.other.lower()}-{found.currency.lower()}",
                "kind": "Exchange",
                "regime": "",
                "source": one.source,
                "licence": one.licence,
                "effective_from": iso(one.rate.day),
                "effective_to": None,
                "confidence": one.confidence,
                "note": f"{one.rate.numerator}/{one.rate.denominator} for {one.other}, in minor units",
            }
        )
    return rows


def _step(step: Any) -> dict[str, Any]:
    plain = step._asdict()
    plain["on"] = list(step.on)
    return {name: value for name, value in plain.items() if value not in (0, "", []) or name == "amount"}


def _further(text: str) -> tuple[str, str]:
    code, mark, value = text.partition("=")
    if not mark:
        raise click.UsageError(f"--also: expected HS=VALUE such as 610990=20, got {text!r}")
    return code, value
