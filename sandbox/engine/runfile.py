"""Open a run file: read, find the scenario, replay, compare."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sandbox.engine.replay import rebuild
from sandbox.engine.run import Run
from sandbox.kernel.draws import Secrets
from sandbox.kernel.errors import LogError
from sandbox.kernel.log import read_log
from sandbox.kernel.scenario import Scenario


def open_run_file(lines: Iterable[str | bytes], find: Callable[[str], Scenario], secret_hex: str = "") -> Run:
    """The run of a file, replayed and compared entry by entry.

    Args:
        lines: the file.
        find: gives the scenario of ``id@version``.
        secret_hex: the secret, if the file does not hold it.

    Raises:
        LogError: damaged, without its secret, or replay differs; with the first entry.
        ScenarioError: the scenario is not here.
    """
    log = read_log(lines)
    secret = log.header.secret or secret_hex
    if not secret:
        message = "entry 0: expected the run's secret in the file or given, got none: it opens when the group ends"
        raise LogError(message, 0)
    try:
        group = bytes.fromhex(secret)
        secrets = Secrets(group)
    except ValueError as error:
        raise LogError(f"entry 0: expected a secret of 64 hexadecimal digits, {error}", 0) from None
    return rebuild(find(log.header.scenario), secrets, log)
