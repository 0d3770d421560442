"""Checks of the tree itself, for `python3 dev.py lint` and for the tests."""
