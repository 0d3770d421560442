"""Policies that play a seat: from a view to commands."""
