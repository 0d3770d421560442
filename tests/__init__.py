"""Tests: they mirror the tree, and each name is a sentence of the specification."""
