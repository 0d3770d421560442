"""Folds of a run's events into the numbers that views show. A fold adds up what happened; it decides nothing."""
