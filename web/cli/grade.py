"""``bordercast grade``: marks from a run file, each with the events behind it."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("run_file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--framework", default="xb-default", show_default=True, help="Competence framework.")
@click.option("--lang", type=click.Choice(["en", "zh"]), default="en", show_default=True)
@click.option("--scenario", help="Scenario folder, when it did not come with this product.")
@click.option("--secret", "secret_hex", help="The secret in hexadecimal, when the file does not hold it.")
@click.option("--team", help="Whose part, where several teams met in the run.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def grade(
    run_file: Path,
    framework: str,
    lang: str,
    scenario: str | None,
    secret_hex: str | None,
    team: str | None,
    as_json: bool,
) -> None:
    """Replay RUN_FILE and grade every person in it, or in one team of it."""
    from grading.export import as_json as json_text
    from grading.framework import load_framework
    from grading.grade import grade_run
    from grading.report import as_table
    from sandbox.engine.runfile import open_run_file
    from sandbox.kernel.errors import SandboxError
    from scenarios.loader import load_scenario

    try:
        run = open_run_file(
            run_file.read_bytes().splitlines(), lambda name: load_scenario(scenario or name), secret_hex or ""
        )
        rules = load_framework(framework)
        whose = _team(team, tuple(run.sides))
        result = grade_run(run.log.header, run.events, rules, log_digest=run.log.head, team=whose)
    except SandboxError as error:
        raise click.ClickException(str(error)) from None
    click.echo(json_text(result) if as_json else as_table(result, lang))


def _team(asked: str | None, known: tuple[str, ...]) -> str:
    """The team asked for; the one there is, if none was."""
    if asked is None and len(known) > 1:
        raise click.UsageError(f"--team: expected one of {', '.join(known)}, got none: several teams met in this run")
    return known[0] if asked is None else asked
