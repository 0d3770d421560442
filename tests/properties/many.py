"""``python3 dev.py property``: thousands of random sequences on every core, with progress and a figure at the end."""

from __future__ import annotations

import argparse
import os
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context

import click

from tests.properties.scenarios import a_small_season
from tests.properties.sequences import Sequence, play_sequence

SEQUENCES, COMMANDS, BATCH = 10_000, 50, 25
FIRST = 100_000
"""Numbers of the sequences begin here: none is played that the tests play already."""


def _batch(first: int, count: int, commands: int) -> tuple[list[Sequence], list[str]]:
    played, failed = [], []
    for number in range(first, first + count):
        try:
            played.append(play_sequence(a_small_season(days=2, shoppers=20_000), number, commands))
        except Exception as error:
            failed.append(f"{number}: {type(error).__name__}: {str(error)[:300]}")
    return played, failed


def main() -> int:
    """Play the sequences; 1 if any of them fails."""
    parser = argparse.ArgumentParser(prog="property", description=__doc__)
    parser.add_argument("--sequences", type=int, default=SEQUENCES)
    parser.add_argument("--commands", type=int, default=COMMANDS, help="accepted commands in each")
    parser.add_argument("--first", type=int, default=FIRST, help="number of the first sequence")
    wanted = parser.parse_args()
    began, accepted, done, failures = time.monotonic(), 0, 0, []
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        starts = range(wanted.first, wanted.first + wanted.sequences, BATCH)
        last = wanted.first + wanted.sequences
        jobs = [pool.submit(_batch, start, min(BATCH, last - start), wanted.commands) for start in starts]
        for job in as_completed(jobs):
            played, failed = job.result()
            accepted += sum(one.accepted for one in played)
            done += len(played) + len(failed)
            failures += failed
            for line in failed:
                click.echo(line)
            left = (time.monotonic() - began) / done * (wanted.sequences - done)
            state = f"{done} of {wanted.sequences}, {accepted} commands, {len(failures)} failed"
            click.echo(f"\r  {state}, {left:.0f} s left   ", nl=False, err=True)
    click.echo(err=True)
    seconds = time.monotonic() - began
    click.echo(f"{done} sequences, {accepted} accepted commands, {len(failures)} failed, {seconds:.0f} s")
    return 1 if failures else 0


if __name__ == "__main__":
    raise SystemExit(main())
