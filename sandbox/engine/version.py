"""The engine version of a run file. It changes when an old log would give other events; see CHANGELOG, part Replay."""

ENGINE_VERSION = "0.1.0"
