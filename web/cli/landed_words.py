"""A landed cost in words: each amount with its base and its rate, then the rules, as a person would explain it."""

from __future__ import annotations

from sandbox.kernel.money import as_text
from sandbox.kernel.rule_rows import ImportRegime, iso
from sandbox.logistics.duty import Step
from scenarios.rules.hs_search import SUBHEADING, hs_index
from scenarios.rules.landed import Landed

NAMES = {"duty": "Duty", "vat": "VAT", "fees": "Fees", "sales_tax": "Sales tax"}
_WIDTH = 10
_SHORT = 70


def in_words(found: Landed) -> str:
    """The whole explanation, lines joined."""
    return "\n".join([*_question(found), "", *_sums(found), "", *_rules(found), *_notes(found)])


def _question(found: Landed) -> list[str]:
    way = found.way
    lines = [f"From {way.origin} to {found.country} on {found.on.isoformat()}, {way.incoterm}, by {way.channel}"]
    for lot in found.goods:
        code = lot.hs[:SUBHEADING]
        what = hs_index().row(code).description if hs_index().knows(code) else "a code of the edition before 2022"
        lines.append(f"  {lot.hs}  {as_text(*lot.value)}  {_cut(what)}")
    lines.append(f"  freight {as_text(*way.freight)}")
    asked = "as asked" if way.regime == found.base.regime else "the ordinary one of a registered online seller"
    return [*lines, f"Scheme: {found.base.regime}, {found.name.name_en} ({asked})"]


def _sums(found: Landed) -> list[str]:
    charges, currency = found.assessment.charges, found.currency
    vat = charges.vat_at_sale + charges.vat_at_border
    total = charges.duty + vat + charges.fees
    lines: list[str] = []
    for part, amount in (("duty", charges.duty), ("vat", vat), ("fees", charges.fees)):
        lines.append(f"{NAMES[part]:<{_WIDTH}}{as_text(amount, currency):>16}")
        lines.extend(f"    {_working(step, found)}" for step in found.assessment.steps if step.part == part)
    when = {"at_sale": "VAT is collected at checkout", "at_border": "VAT is due on import", "none": "no VAT"}
    lines.append(f"{'Total':<{_WIDTH}}{as_text(total, currency):>16}   paid by the {charges.payer}; ")
    lines[-1] += when[found.base.vat_kind]
    value = sum(lot.value.minor for lot in found.goods)
    landed = value + found.way.freight.minor + total
    lines.append(f"{'Landed':<{_WIDTH}}{as_text(landed, currency):>16}   goods, freight, duty, VAT and fees")
    if charges.sales_tax:
        tax = as_text(charges.sales_tax, currency)
        lines.append(f"The platform adds sales tax of about {tax} at checkout; it is not part of the total.")
    return lines


def _working(step: Step, found: Landed) -> str:
    currency = found.currency
    base = f"{as_text(step.base, currency)} ({' + '.join(step.on)})"
    percent = _percent(step.ppm)
    less = f", less {as_text(step.less, currency)}" if step.less else ""
    said = {
        "free": "nothing is due",
        "rate": f"{percent} of {base}{less}",
        "gross_up": f"{percent} inside the price: {percent} / (100 % - {percent}) of {base}",
        "each": f"{step.times} x {_unit(step, found)}",
        "fixed": "once a parcel",
    }[step.how]
    choice = f", {step.choice}" if step.choice else ""
    return f"{as_text(step.amount, currency)} = {said}   [{step.rule}{choice}]"


def _unit(step: Step, found: Landed) -> str:
    row = found.assessment.rows[step.rule]
    if not isinstance(row, ImportRegime):
        return as_text(step.amount, found.currency)
    each = {"specific_per_heading": "each HS subheading", "specific_per_item": "each parcel"}
    return f"{as_text(row.duty_specific_minor, row.currency)} for {each.get(row.duty_kind, 'each')}"


def _rules(found: Landed) -> list[str]:
    lines = ["Rules used (confidence H: statute, M: good sources, L: typical value)"]
    for name, row in found.assessment.rows.items():
        end = "still in force" if row.effective_to is None else iso(row.effective_to)
        lines.append(f"  {name}  {row.confidence}  {iso(row.effective_from)} .. {end}")
        lines.append(f"      {row.source}" + (f": {row.note}" if row.note else ""))
    for one in found.exchange:
        ratio = f"{one.rate.numerator / one.rate.denominator:.6g}"
        lines.append(f"  fx {one.other}/{found.currency}  {one.confidence}  {ratio} (minor units), {iso(one.rate.day)}")
        lines.append(f"      {one.source}")
    return lines


def _notes(found: Landed) -> list[str]:
    return ["", *(f"Note: {note}" for note in found.notes)] if found.notes else []


def _percent(ppm: int) -> str:
    return f"{ppm / 10_000:g} %"


def _cut(text: str) -> str:
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"
