"""Scenario files, their schema and the dated rule tables they stand on."""
