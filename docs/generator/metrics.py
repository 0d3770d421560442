"""The page of the figures that dashboards and grading share."""

from __future__ import annotations

from docs.generator.markdown import intro


def page() -> str:
    """The whole page."""
    return intro("metrics")
