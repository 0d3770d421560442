"""The run: commands in, events out, log and replay."""
