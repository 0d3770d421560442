"""Marks with evidence, read from a run's log and its replays."""
