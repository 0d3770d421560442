"""Duty, VAT and fees of one parcel, from the dated rows of the rule book. No country is named here.

One base row of the book decides how a parcel of that value, channel and day is treated; every extra row is added. The
rows say which base a rate is taken of; this module only carries that out, and names each row it used.
"""

from __future__ import annotations

from sandbox.kernel.money import PPM, Money, as_text, half_up, share
from sandbox.kernel.rule_lookup import UnknownRuleError
from sandbox.kernel.rule_rows import Dated, ImportRegime, iso
from sandbox.kernel.rulebook import RuleBook
from sandbox.logistics.duty_terms import Assessment, Charges, Goods, Step, Way

__all__ = ["Assessment", "Charges", "Goods", "Step", "Way", "assess", "work_out"]
_HEADING = 6
_BASES = {
    "none": (),
    "goods": ("goods",),
    "cif": ("goods", "freight"),
    "cif_duty": ("goods", "freight", "duty"),
    "gross_up": ("goods", "freight", "duty"),
}


def assess(rules: RuleBook, on: int, goods: Goods, way: Way) -> Charges:
    """What is due for a parcel, in the currency of the country it goes to; arguments as in :func:`work_out`."""
    return work_out(rules, on, goods, way, rules.country(way.country).currency).charges


def work_out(rules: RuleBook, on: int, goods: Goods, way: Way, currency: str) -> Assessment:
    """What is due for a parcel, and how it comes about.

    Args:
        rules: the book of the run.
        on: ordinal day of sale (for a quote) or of import.
        goods: the declared goods; their value in any currency the book can convert.
        way: country, channel, terms and freight.
        currency: of all amounts of the answer.

    Raises:
        UnknownRuleError: the book has no rule for this parcel, or the law does not let it in (``over_order_limit``,
            ``over_year_limit``).
    """
    parcel = _Parcel(rules, on, goods, way, currency)
    if way.channel == "domestic":
        parcel.stay()
    else:
        parcel.come_in()
    return parcel.answer()


class _Parcel:
    """One parcel on its way through the rules, with the working so far."""

    def __init__(self, rules: RuleBook, on: int, goods: Goods, way: Way, currency: str) -> None:
        self._rules, self._on, self._way, self._currency = rules, on, way, currency
        lots = (goods, *goods.others)
        self._lots = [lot._replace(value=Money(rules.convert(lot.value, currency, on), currency)) for lot in lots]
        self._freight = rules.convert(way.freight, currency, on)
        self._value = sum(lot.value.minor for lot in self._lots)
        self._steps: list[Step] = []
        self._rows: dict[str, Dated] = {}
        self._payer, self._at_sale = "seller", True

    def stay(self) -> None:
        """Goods already in free circulation: only the tax at sale."""
        self._sales_tax()
        if not self._rows:
            row = self._rules.vat(self._way.country, self._on)
            self._percent("vat", self._vat_id(row), row, row.ppm, ("goods", "freight"))

    def come_in(self) -> None:
        """Goods from abroad: the base row, what is added to it, VAT on what the base row says."""
        way, total = self._way, Money(self._value, self._currency)
        self._check_quota()
        base = self._rules.regime(
            way.country,
            self._on,
            way.channel,
            total,
            freight_minor=self._freight,
            origin=way.origin,
            regime=way.regime,
        )
        extras = self._rules.extras(
            way.country, self._on, way.channel, total, freight_minor=self._freight, origin=way.origin
        )
        for row in (base, *extras):
            self._duty(row)
            if row.fee_minor:
                self._note("fees", row.id, row, "fixed", self._local(row, row.fee_minor))
        self._vat(base)
        self._sales_tax()
        self._at_sale = base.vat_kind == "at_sale"
        self._payer = {"DDP": "seller", "DAP": "buyer"}[way.incoterm] if base.payer == "incoterm" else base.payer

    def answer(self) -> Assessment:
        """Everything added up."""
        vat = self._sum("vat")
        charges = Charges(
            currency=self._currency,
            duty=self._sum("duty"),
            vat_at_sale=vat if self._at_sale else 0,
            sales_tax=self._sum("sales_tax"),
            vat_at_border=0 if self._at_sale else vat,
            fees=self._sum("fees"),
            payer=self._payer,
            rules=tuple(self._rows),
        )
        return Assessment(charges, tuple(self._steps), self._rows)

    def _duty(self, row: ImportRegime) -> None:
        part = "fees" if row.layer == "levy" else "duty"
        parts = _BASES[row.duty_base]
        if row.duty_kind == "none":
            self._note(part, row.id, row, "free", 0)
        elif row.duty_kind == "ad_valorem_hs":
            self._tariff(row, parts)
        elif row.duty_kind == "ad_valorem_ppm":
            base, less = self._base(parts), self._local(row, row.duty_less_minor)
            amount = max(0, share(base, row.duty_ppm) - less)
            self._note(part, row.id, row, "rate", amount, base=base, ppm=row.duty_ppm, less=less, on=parts)
        else:
            headings = len({lot.hs[:_HEADING] for lot in self._lots})
            times = headings if row.duty_kind == "specific_per_heading" else 1
            # Converted once for all headings: three times a rounded euro is not three euros.
            amount = self._local(row, row.duty_specific_minor * times)
            self._note(part, row.id, row, "each", amount, times=times)

    def _tariff(self, row: ImportRegime, parts: tuple[str, ...]) -> None:
        """Each heading pays its own rate on its own value and its share of the freight."""
        self._rows[row.id] = row
        seen = carried = 0
        for lot in self._lots:
            category = lot.category or self._rules.category_of(lot.hs)
            found = self._rules.duty(self._way.country, lot.hs, self._on, origin=self._way.origin, category=category)
            seen += lot.value.minor
            freight = half_up(self._freight * seen, self._value) if self._value else self._freight
            base = lot.value.minor + (freight - carried if "freight" in parts else 0)
            carried = freight
            rule = f"tariff-{found.row.territory.lower()}-{found.line}"
            self._note(
                "duty",
                rule,
                found.row,
                "rate",
                share(base, found.ppm),
                base=base,
                ppm=found.ppm,
                on=parts,
                choice=found.choice,
            )

    def _vat(self, row: ImportRegime) -> None:
        if row.vat_kind == "none":
            return
        if row.vat_ppm is None:
            vat = self._rules.vat(self._way.country, self._on)
            rule, source, ppm = self._vat_id(vat), vat, vat.ppm
            self._percent("vat", rule, source, ppm, _BASES[row.vat_base], inside=row.vat_base == "gross_up")
        else:
            self._percent("vat", row.id, row, row.vat_ppm, _BASES[row.vat_base], inside=row.vat_base == "gross_up")

    def _sales_tax(self) -> None:
        row = self._rules.country(self._way.country)
        if row.sales_tax_ppm:
            rule = f"sales-tax-{self._way.country.lower()}"
            self._percent("sales_tax", rule, row, row.sales_tax_ppm, ("goods", "freight"))

    def _percent(
        self, part: str, rule: str, row: Dated, ppm: int, parts: tuple[str, ...], *, inside: bool = False
    ) -> None:
        base = self._base(parts)
        amount = half_up(base * ppm, PPM - ppm) if inside else share(base, ppm)
        self._note(part, rule, row, "gross_up" if inside else "rate", amount, base=base, ppm=ppm, on=parts)

    def _check_quota(self) -> None:
        """Whether the buyer's country limits what one person may import in one order and in one year."""
        quota = self._rules.buyer_quota(self._way.country, self._on)
        if quota is None:
            return
        cif = self._rules.convert(Money(self._value + self._freight, self._currency), quota.currency, self._on)
        if cif > quota.order_minor and sum(lot.pieces for lot in self._lots) > 1:
            limit = as_text(quota.order_minor, quota.currency)
            message = f"expected an order of up to {limit}, or a single piece, got {as_text(cif, quota.currency)}"
            raise UnknownRuleError("over_order_limit", f"{message}; {quota.note}", got=cif, limit=quota.order_minor)
        before = self._way.bought_this_year or Money(0, quota.currency)
        year = cif + self._rules.convert(before, quota.currency, self._on)
        if year > quota.year_minor:
            limit = as_text(quota.year_minor, quota.currency)
            message = f"expected up to {limit} a person and year, got {as_text(year, quota.currency)}"
            raise UnknownRuleError("over_year_limit", f"{message}; {quota.note}", got=year, limit=quota.year_minor)

    def _base(self, parts: tuple[str, ...]) -> int:
        amounts = {"goods": self._value, "freight": self._freight, "duty": self._sum("duty")}
        return sum(amounts[part] for part in parts)

    def _local(self, row: ImportRegime, minor: int) -> int:
        return self._rules.convert(Money(minor, row.currency), self._currency, self._on)

    def _note(self, part: str, rule: str, row: Dated, how: str, amount: int, **working: object) -> None:
        self._rows[rule] = row
        self._steps.append(Step(part, rule, how, amount, **working))  # type: ignore[arg-type]

    def _sum(self, part: str) -> int:
        return sum(step.amount for step in self._steps if step.part == part)

    def _vat_id(self, row: Dated) -> str:
        return f"vat-{self._way.country.lower()}-{iso(row.effective_from)}"
