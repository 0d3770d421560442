"""Compile the hot kernels with numba where it works; run the same source in plain Python where it does not.

A kernel is written once. numba compiles it without fast-math, so that ``+ - * / sqrt floor`` give the same bits as
the interpreter does. ``BORDERCAST_JIT=off`` chooses the interpreter, which is how tests compare the two.

The compile cache is keyed by a hash over every simulator source, because numba itself does not notice a change in
an imported file.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])


def engine_sources_key() -> str:
    """Sixteen hex digits over all simulator sources, in path order: also the engine version of a run file."""
    root = Path(__file__).resolve().parent.parent
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*.py")):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _cache_folder() -> Path:
    base = os.environ.get("BORDERCAST_CACHE") or os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "bordercast" / "kernels" / engine_sources_key()


def _load_numba() -> Any:
    if os.environ.get("BORDERCAST_JIT", "on") == "off":
        return None
    os.environ.setdefault("NUMBA_CACHE_DIR", str(_cache_folder()))
    try:
        import numba
    except Exception:
        return None
    return numba


_numba = _load_numba()
IS_COMPILED = _numba is not None


def njit(function: F) -> F:
    """Compile *function* for speed; its results are the same to the bit either way."""
    if _numba is None:
        return function
    compiled: F = _numba.njit(cache=True, fastmath=False, nogil=True, error_model="numpy")(function)
    return compiled
