"""The rules, and the names that each of them bans."""


def words(text: str) -> frozenset[str]:
    """The words of *text*."""
    return frozenset(text.split())


RULES = {
    "clock": "wall time never enters the engine: use the simulation clock",
    "chance": "chance is a keyed draw: use sandbox.kernel.draws",
    "hash": "differs from process to process: use the ids and digests of sandbox.kernel",
    "set-order": "the order of a set differs from process to process: sort it, or keep a dict or a list",
    "libm": "the last bit differs between machines: use sandbox.kernel.detmath",
    "power": "a power goes through libm: multiply, or use sandbox.kernel.detmath",
    "float-order": "the order of float additions differs between machines: add integers, or add in a plain loop",
    "unstable-sort": "ties come in any order: sort by unique keys with kind='stable'",
    "threads": "threads and fast-math change the last bits: compile without them",
    "files": "the simulator knows no files, processes or environment: hand the value in",
}

MODULES = {
    "clock": {"time", "sched"},
    "chance": {"random", "secrets", "uuid"},
    "libm": {"cmath"},
    "files": {"glob", "io", "os", "pathlib", "shutil", "socket", "sqlite3", "subprocess", "tempfile"},
    "threads": {"asyncio", "concurrent", "multiprocessing", "threading"},
}

# math functions that IEEE 754 or plain integers define to the last bit; every other one is libm's
EXACT_MATH = words(
    "ceil comb copysign e fabs factorial floor fmod frexp gcd inf isfinite isinf isnan isqrt lcm ldexp modf nan perm pi"
    " sqrt tau trunc"
)
NUMPY_LIBM = words(
    "acos acosh arccos arccosh arcsin arcsinh arctan arctan2 arctanh asin asinh atan atan2 atanh cbrt cos cosh exp exp2"
    " expm1 float_power hypot i0 log log10 log1p log2 logaddexp logaddexp2 pow power sin sinc sinh tan tanh"
)
NUMPY_FLOAT_ORDER = words(
    "average convolve corrcoef correlate cov dot einsum fft inner linalg matmul mean nanmean nanstd nanvar polyfit"
    " std tensordot trapezoid vdot var"
)

NAMES = {
    "clock": {"datetime.datetime.now", "datetime.datetime.utcnow", "datetime.datetime.today", "datetime.date.today"},
    "chance": {"numpy.random"},
    "libm": {f"numpy.{name}" for name in NUMPY_LIBM},
    "power": {"operator.pow"},
    "float-order": {f"numpy.{name}" for name in NUMPY_FLOAT_ORDER},
    "unstable-sort": {"numpy.argpartition", "numpy.partition"},
    "threads": {"numba.prange"},
}

BUILTINS = {"hash": {"hash", "id"}, "power": {"pow"}, "files": {"open", "input", "print"}}

# of any object: the generator that Mesa hands to every agent and model, and reductions of arrays
ATTRIBUTES = {"chance": {"random"}}
METHODS = {
    "chance": {"shuffle", "shuffle_do"},
    "float-order": {"dot", "mean", "std", "var"},
    "unstable-sort": {"argpartition"},
}


def rule_of_module(name: str) -> str | None:
    """The rule against importing module *name*, if there is one."""
    top = name.partition(".")[0]
    return next((rule for rule, modules in MODULES.items() if top in modules), rule_of_name(name))


def rule_of_name(dotted: str) -> str | None:
    """The rule against the resolved name *dotted*, or against something that it is part of."""
    parts = dotted.split(".")
    if parts[0] == "math" and len(parts) > 1 and parts[1] not in EXACT_MATH:
        return "libm"
    leading = {".".join(parts[:length]) for length in range(1, len(parts) + 1)}
    return next((rule for rule, names in NAMES.items() if leading & names), None)
