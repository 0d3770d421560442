"""A lint that keeps clocks, chance, set order and libm out of the simulator: ``python -m tools.determinism``.

ADR and docs say why; each rule's sentence says what to write instead. Exceptions stand in ``allowed.toml``, per file
and rule, with a reason, and an exception that nothing needs any more is itself a finding.
"""
