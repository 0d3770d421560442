"""``bordercast scenario``: begin a scenario of your own, make one from order lines, and check it."""

from __future__ import annotations

import json
import sys
from contextlib import ExitStack
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click


@click.group()
def scenario() -> None:
    """Write and check scenarios."""


@scenario.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def list_all(as_json: bool) -> None:
    """The scenarios that came with the product."""
    from sandbox.kernel.codec import to_plain
    from scenarios.index import list_scenarios

    lines = list_scenarios()
    if as_json:
        click.echo(json.dumps([to_plain(line) for line in lines], ensure_ascii=False))
        return
    for line in lines:
        click.echo(f"{line.id}@{line.version}  {line.minutes} min  {line.title.en} · {line.title.zh}")


@scenario.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--like", default="first-live", show_default=True, help="Scenario to begin from.")
def new(folder: Path, like: str) -> None:
    """Make FOLDER with a whole, working scenario to change."""
    from scenarios.starter import write_starter

    try:
        written = write_starter(folder, like)
    except FileExistsError:
        raise click.ClickException(f"expected a new folder, got {folder}, which exists") from None
    click.echo(f"-> {written}\nnext: edit it, then: bordercast scenario check {folder}")


@scenario.command()
@click.argument("folder")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def check(folder: str, as_json: bool) -> None:
    """Read the scenario in FOLDER as strictly as a run does. Exit 1 when something is wrong."""
    from sandbox.kernel.errors import ScenarioError
    from scenarios.index import minutes_of
    from scenarios.loader import load_scenario

    try:
        found = load_scenario(folder)
    except ScenarioError as error:
        click.echo(json.dumps({"ok": False, "message": str(error)}) if as_json else f"error: {error}", err=not as_json)
        raise SystemExit(1) from None
    summary = {
        "ok": True,
        "id": found.id,
        "version": found.version,
        "hash": found.content_hash,
        "products": len(found.products),
        "countries": list(found.audience.countries),
        "minutes": minutes_of(found),
    }
    click.echo(
        json.dumps(summary)
        if as_json
        else f"ok: {found.id}@{found.version}, {len(found.products)} products, {summary['minutes']} minutes, "
        f"fingerprint {found.content_hash[:16]}"
    )


@scenario.command("from-orders")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("-o", "--out", "folder", required=True, type=click.Path(path_type=Path), help="New folder to write.")
@click.option("--holdout", default=0.3, show_default=True, help="Share of the days, the last ones, kept for the test.")
@click.option("--columns", "--map", "columns", default="", metavar="FIELD=HEADER,...",
              help="Columns that are not recognised: order, sku, name, quantity, when, price, total, buyer, country, "
              "currency, status, cancelled, returned, cost.")
@click.option("--dates", type=click.Choice(["dmy", "mdy"]), help="Order of day and month, where the file cannot say.")
@click.option("--encoding", default="", help="Encoding of the file, where it is guessed wrong.")
@click.option("--currency", default="", help="Currency of the prices, such as GBP, where no column says.")
@click.option("--country", default="", help="Country of all buyers, such as GB, where no column says.")
@click.option("--platform", type=click.Choice(["bazaar", "seamart"]), default="bazaar", show_default=True,
              help="Where the shop's listings stand.")
@click.option("--vat-included", is_flag=True, help="The prices hold the tax of the country with most orders.")
@click.option("--days", default=14, show_default=True, type=click.IntRange(3, 60), help="Length of play.")
@click.option("--starts", type=click.DateTime(["%Y-%m-%d"]), help="First market day, one the rule tables cover.")
@click.option("--author", default="unnamed", show_default=True, help="Who vouches for the data, for the provenance.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def from_orders(file: Path, folder: Path, **options: Any) -> None:
    """Make the scenario folder DIR from order lines in FILE (CSV or the like, .gz too).

    Buyers are made anonymous while the file is read. Prices, products, countries and the week are fitted; the last
    days are kept back and forecast, and the errors printed beside those of a naive guess.
    """
    from scenarios.fitting.case import Wish, case_of
    from scenarios.fitting.columns import parse_override
    from scenarios.fitting.fit import Request, fit_orders
    from scenarios.fitting.writing import case_id, write_case

    if folder.exists():
        raise click.ClickException(f"expected a new folder, got {folder}, which exists")
    request = Request(
        path=file, holdout=options["holdout"], columns=parse_override(options["columns"]), encoding=options["encoding"],
        dates=options["dates"] or "", currency=options["currency"].upper(), country=options["country"].upper(),
    )
    with ExitStack() as stack:
        fit = fit_orders(request, _reading_bar(stack, file))
    starts: datetime | None = options["starts"]
    wish = Wish(id=case_id(folder.name), author=options["author"], on=_today(), platform=options["platform"],
                vat_included=options["vat_included"], days=options["days"], starts=starts.date() if starts else None)
    case = case_of(fit, wish)
    _say_case(fit, case, write_case(folder, fit, case), options["as_json"])


def _today() -> date:
    return datetime.now(UTC).date()


def _reading_bar(stack: ExitStack, file: Path) -> Any:
    """A progress bar on stderr, and the function that moves it."""
    bar: Any = click.progressbar(
        length=file.stat().st_size, label=f"reading {file.name}", file=sys.stderr
    )
    moving = stack.enter_context(bar)
    return lambda read, _: moving.update(read)


def _say_case(fit: Any, case: Any, written: list[Path], as_json: bool) -> None:
    """What was read, how well it fits, and where it is."""
    from scenarios.fitting.report import error_table
    from scenarios.fitting.report_texts import QUANTITIES, REASONS
    from scenarios.fitting.writing import fit_values

    if as_json:
        found = {"ok": True, "folder": str(written[0].parent), **fit_values(fit, case)}
        click.echo(json.dumps(found, ensure_ascii=False))
        return
    left = ", ".join(f"{count:,} {REASONS[reason][0]}" for reason, count in fit.lines.unusable.items()) or "none"
    poor = ", ".join(QUANTITIES[one.quantity][0] for one in fit.verdicts if not one.can) or "nothing asked"
    click.echo(f"{len(fit.lines.frame):,} of {fit.lines.rows:,} rows used; left out: {left}\n"
               f"the data cannot say: {poor}\n\n{error_table(fit)}\n")
    click.echo("\n".join(f"-> {path}" for path in written))
    click.echo(f"next: bordercast scenario check {written[0].parent}; bordercast play {written[0].parent}")
