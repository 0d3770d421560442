"""The simulator holds nothing that could make two replays differ, and the lint that says so finds each such thing."""

from pathlib import Path

import pytest

from tools.determinism.banned import RULES
from tools.determinism.check import check_source, check_tree

ROOT = Path(__file__).resolve().parents[2]

PLANTED = [
    ("clock", "import time"),
    ("clock", "from time import monotonic"),
    ("clock", "from datetime import datetime\nnow = datetime.now()"),
    ("clock", "import datetime as dt\nnow = dt.datetime.utcnow()"),
    ("clock", "from datetime import date\ntoday = date.today()"),
    ("chance", "import random"),
    ("chance", "from secrets import token_hex"),
    ("chance", "import uuid"),
    ("chance", "from numpy.random import default_rng"),
    ("chance", "import numpy as np\nx = np.random.default_rng(7)"),
    ("chance", "from numpy import random as chance\nx = chance.rand()"),
    ("chance", "def step(agent):\n    return agent.random.choice([1, 2])"),
    ("chance", "def step(agents):\n    agents.shuffle_do('decide')"),
    ("hash", "key = hash('room')"),
    ("hash", "order = sorted(['a', 'b'], key=hash)"),
    ("hash", "key = id(object())"),
    ("set-order", "for sku in {'mug', 'lamp'}:\n    pass"),
    ("set-order", "rows = [sku for sku in set('ab')]"),
    ("set-order", "rows = list(frozenset('ab'))"),
    ("set-order", "text = ', '.join({'a', 'b'})"),
    ("set-order", "first, second = {1, 2}"),
    ("set-order", "rows = [*{1, 2}]"),
    ("set-order", "seen = set()\nseen.add(1)\nlast = seen.pop()"),
    ("set-order", "def f(seen: set[int]):\n    return sum(x for x in seen)"),
    ("set-order", "def f(seen: 'frozenset[int] | None'):\n    yield from seen"),
    ("set-order", "class Room:\n    seats: set[str]\n\n    def walk(self):\n        return [s for s in self.seats]"),
    ("set-order", "def present() -> set[str]:\n    return {'a'}\n\nrows = tuple(present())"),
    ("set-order", "a, b = {}, {}\nfor key in a.keys() - b.keys():\n    pass"),
    ("set-order", "late = {1} | {2}\nworst = max(late, key=str)"),
    ("libm", "import math\nx = math.exp(1.0)"),
    ("libm", "from math import log\nx = log(2.0)"),
    ("libm", "import math as m\nx = m.pow(2.0, 0.5)"),
    ("libm", "import numpy as np\nx = np.exp(1.0)"),
    ("libm", "import numpy\nx = numpy.log1p(1.0)"),
    ("libm", "from numpy import power"),
    ("power", "def f(x):\n    return x ** 0.5"),
    ("power", "def f(x):\n    return x ** 2"),
    ("power", "def f(x):\n    x **= 2\n    return x"),
    ("power", "x = pow(2.0, 0.5)"),
    ("power", "x = 2 ** -1"),
    ("power", "def f(a, b):\n    return 10 ** (a - b)"),
    ("power", "x = 10 ** 0.5"),
    ("float-order", "import numpy as np\nx = np.mean([1.0, 2.0])"),
    ("float-order", "def f(column):\n    return column.mean()"),
    ("float-order", "def f(a, b):\n    return a @ b"),
    ("float-order", "import numpy as np\nx = np.linalg.norm([1.0])"),
    ("unstable-sort", "import numpy as np\nx = np.argsort([2, 1])"),
    ("unstable-sort", "def f(column):\n    return column.argsort(kind='quicksort')"),
    ("unstable-sort", "import numpy as np\nx = np.argpartition([2, 1], 1)"),
    ("threads", "import threading"),
    ("threads", "from numba import njit\n\n@njit(fastmath=True)\ndef f(x):\n    return x"),
    ("threads", "from numba import njit\n\n@njit(parallel=True)\ndef f(x):\n    return x"),
    ("threads", "import numba\nfor i in numba.prange(3):\n    pass"),
    ("files", "from pathlib import Path"),
    ("files", "import os"),
    ("files", "text = open('scenario.yaml').read()"),
]
HARMLESS = [
    "import math\nx = math.sqrt(2.0) + math.floor(2.5) + math.pi",
    "import numpy as np\nx = np.sqrt(np.arange(3)).astype(np.int64).sum()",
    "import numpy as np\nx = np.argsort([2, 1], kind='stable')",
    "scale = 10 ** 6\ndef f(digits):\n    return 10 ** digits + 10 ** (4 + digits)",
    "seen = {1, 2}\nrows = sorted(seen)\nfound = 1 in seen and len(seen) > 1",
    "seen = {1, 2}\nlatest = max(seen)\nmore = {x + 1 for x in seen}",
    "seen = {1, 2}\nrows = sorted((x, -x) for x in seen)",
    "prices = {'mug': 5}\nfor sku, price in prices.items():\n    pass",
    "from datetime import date, datetime\nday = date(2026, 1, 5)\nat = datetime.fromtimestamp",
    "class Row:\n    id: str\n    hash: str = ''\n\n    def label(self):\n        return self.id + self.hash",
    "def spread(figures):\n    return figures.std",
    "from sandbox.kernel.jit import njit\n\n@njit\ndef f(x):\n    return x * x",
]


def test_the_simulator_breaks_no_rule():
    assert list(map(str, check_tree(ROOT))) == []


@pytest.mark.parametrize(("rule", "source"), PLANTED)
def test_a_planted_violation_is_found(rule, source):
    assert rule in {finding.rule for finding in check_source("planted.py", source)}


@pytest.mark.parametrize("source", HARMLESS)
def test_a_harmless_line_is_left_alone(source):
    assert check_source("harmless.py", source) == []


def test_every_rule_has_a_planted_violation():
    assert {rule for rule, _ in PLANTED} == set(RULES)


def test_a_finding_names_file_line_rule_and_remedy():
    [finding] = check_source("sandbox/market/demand.py", "import numpy as np\nprice = np.log(2.0)")

    assert str(finding) == (
        "sandbox/market/demand.py:2: libm: np.log: the last bit differs between machines: use sandbox.kernel.detmath"
    )


def planted_tree(folder: Path, allowance: str) -> dict:
    (folder / "sandbox").mkdir()
    (folder / "sandbox" / "clock.py").write_text("import time\n", encoding="utf-8")
    (folder / "allowed.toml").write_text(allowance, encoding="utf-8")
    return {"root": folder, "allowed": folder / "allowed.toml"}


def test_a_file_with_a_violation_fails_the_tree(tmp_path):
    assert [finding.rule for finding in check_tree(**planted_tree(tmp_path, ""))] == ["clock"]


def test_an_allowance_with_a_reason_covers_its_file_and_rule(tmp_path):
    assert check_tree(**planted_tree(tmp_path, '["sandbox/clock.py"]\nclock = "shown, never kept"')) == []


@pytest.mark.parametrize(
    ("allowance", "rules"),
    [
        ('["sandbox/clock.py"]\nclock = ""', ["clock", "clock"]),
        ('["sandbox/clock.py"]\nchance = "wrong rule"', ["clock", "chance"]),
        ('["sandbox/other.py"]\nclock = "wrong file"', ["clock", "clock"]),
    ],
)
def test_an_allowance_that_covers_nothing_is_a_finding(tmp_path, allowance, rules):
    assert [finding.rule for finding in check_tree(**planted_tree(tmp_path, allowance))] == rules
