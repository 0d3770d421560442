"""A draw is a pure function of its key."""

from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
import pytest

from sandbox.kernel.draws import Secrets, Stream, exponential, group_secret, normal, unit, units

SECRETS = Secrets(group_secret(1))
STREAM = SECRETS.stream("ctx.room.leave")


def test_a_draw_does_not_depend_on_what_was_drawn_before():
    alone = Stream(STREAM).unit(42, 3)
    stream = Stream(STREAM)
    for entity in range(100):
        stream.unit(entity)

    assert stream.unit(42, 3) == alone


def test_the_column_twin_gives_the_same_bits():
    entities = np.arange(2000, dtype=np.uint64) * np.uint64(977)
    one_by_one = [unit(np.uint64(STREAM), entity, np.uint64(5)) for entity in entities]

    assert units(STREAM, entities, 5).tolist() == one_by_one


def test_the_interpreter_gives_the_same_bits_as_the_compiled_code():
    code = (
        "from sandbox.kernel.draws import *; s = Secrets(group_secret(1)).stream('ctx.room.leave');"
        "print([repr(f(s, e, c)) for f in (unit, exponential, normal) for e in (0, 7, 2**63 + 5) for c in (0, 3)])"
    )
    env = {**os.environ, "BORDERCAST_JIT": "off", "PYTHONPATH": "."}
    plain = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, check=True).stdout

    here = [repr(f(np.uint64(STREAM), np.uint64(e), np.uint64(c)))
            for f in (unit, exponential, normal) for e in (0, 7, 2**63 + 5) for c in (0, 3)]
    assert plain.strip() == str(here)


def test_a_known_draw_stays_what_it_is():
    assert Stream(1).unit(2, 3) == 0.07329395603334582


def test_draws_are_uniform_and_neighbours_are_unrelated():
    values = units(STREAM, np.arange(200_000, dtype=np.uint64), 0)
    shifted = np.roll(values, 1)

    assert abs(values.mean() - 0.5) < 0.002
    assert abs(values.var() - 1 / 12) < 0.001
    assert abs(np.corrcoef(values, shifted)[0, 1]) < 0.01


def test_exponentials_have_mean_one_and_normals_unit_variance():
    gaps = [exponential(np.uint64(STREAM), np.uint64(i), np.uint64(0)) for i in range(20_000)]
    bells = [normal(np.uint64(STREAM), np.uint64(i), np.uint64(1)) for i in range(20_000)]

    assert abs(np.mean(gaps) - 1) < 0.03
    assert abs(np.std(bells) - 1) < 0.02


def test_a_better_chance_never_turns_a_yes_into_a_no():
    stream = Stream(STREAM)

    assert all(stream.happens(0.3, i) <= stream.happens(0.4, i) for i in range(500))


def test_redrawing_outcomes_leaves_the_context_alone():
    redrawn = Secrets(group_secret(1), out=group_secret(2))

    assert redrawn.stream("ctx.room.leave") == SECRETS.stream("ctx.room.leave")
    assert redrawn.stream("out.room.order") != SECRETS.stream("out.room.order")
    assert redrawn.stream("bot.anchor") == SECRETS.stream("bot.anchor")


def test_a_name_outside_the_three_families_is_an_error():
    with pytest.raises(KeyError):
        SECRETS.stream("misc.anything")


def test_a_secret_of_the_wrong_length_is_refused():
    with pytest.raises(ValueError, match="32 bytes, got 5"):
        Secrets(b"short")
