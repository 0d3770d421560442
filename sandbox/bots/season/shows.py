"""When the next broadcast begins, so that a bot that looks rarely is there in time."""

from __future__ import annotations

from sandbox.roles.season_parts import ShowLine, StagePart


def until_show(stage: StagePart, now: int) -> int:
    """Seconds until the first second of the next broadcast that waits; very many without one."""
    starts = [show.starts_at for show in stage.shows if show.state == "waiting" and show.starts_at >= now]
    return min(starts) - now + 1 if starts else 10**9


def next_show(stage: StagePart, now: int) -> ShowLine | None:
    """The next broadcast that waits, or None."""
    waiting = [show for show in stage.shows if show.state == "waiting" and show.starts_at >= now]
    return min(waiting, key=lambda show: show.starts_at, default=None)


def current_show(stage: StagePart, now: int) -> int:
    """Ordinal of the broadcast that runs, -1 without one."""
    return next((show.ordinal for show in stage.shows if show.starts_at <= now < show.ends_at), -1)
