"""One tick of everybody present: a few comparisons each, and work only where a clock has run out."""

from __future__ import annotations

from typing import Any

from sandbox.kernel.detmath import logistic
from sandbox.kernel.draws import exponential, unit
from sandbox.kernel.jit import njit
from sandbox.livestream.arrivals import NEVER, admit, expect
from sandbox.livestream.columns import COMMENT, LOST_CLICK, ORDER, Board, Record, Viewers
from sandbox.livestream.equations import (
    AGAIN,
    BAG,
    DESIRE,
    HUNTER,
    HUNTER_SOCIAL,
    NEED,
    PAID,
    PHASE_GAIN,
    REASSURANCE,
    SATED,
    SOLD_OUT_ENERGY,
    STAYER,
    TICK,
    UNDERSTANDING,
    URGENCY,
    bouncer_leave_rate,
    click_rate,
    comment_rate,
    follow_rate,
    hunter_leave_rate,
    like_rate,
    persuasion_step,
    stayer_leave_rate,
    talk_lean,
    turnover,
)
from sandbox.livestream.memory import rescaled


@njit
def persuade(mood: Record, dials: Record, counts: Record) -> None:
    """Build up the pitch in the room, and beside it the same pitch at a talk quality of one half."""
    came = 0
    for source in range(BAG):
        came += counts["entrants"][source]
    renewal = turnover(came, mood["online"])
    for part in range(5):
        gain = PHASE_GAIN[dials["phase"], part] if dials["product"] >= 0 else 0.0
        mood["persuasion"][part] = persuasion_step(mood["persuasion"][part], gain, dials["quality"], renewal)
        mood["plain"][part] = persuasion_step(mood["plain"][part], gain, 0.5, renewal)


@njit
def clicks_per_tick(state: Any, dials: Record) -> float:
    """Hazard of a click in this tick for a stayer of plain taste, at the persuasion *state*."""
    rate = click_rate(state[NEED], state[UNDERSTANDING], state[DESIRE], dials["phase"], dials["bag"])
    return rate * TICK * dials["call_click"]


@njit
def pitch_lean(state: Any, dials: Record) -> float:
    """What the pitch adds to the log-odds of buying, at the persuasion *state*."""
    urgency = state[URGENCY] * dials["belief"]
    return talk_lean(
        state[UNDERSTANDING], state[REASSURANCE], state[DESIRE], urgency, dials["intensity"], dials["swings"]
    )


@njit
def comments_per_tick(mood: Record, dials: Record) -> float:
    """Hazard of a comment of a stayer in this tick."""
    return comment_rate(mood["energy"], dials["bag"]) * TICK * dials["call_comment"]


@njit
def add_hazards(mood: Record, dials: Record, board: Board) -> None:
    """Let this tick's hazards pass for everybody, except leaving, which is dated inside the tick."""
    mood["social"][STAYER] += comments_per_tick(mood, dials) + like_rate(mood["energy"]) * TICK
    mood["social"][HUNTER] += HUNTER_SOCIAL * TICK
    reassurance = mood["persuasion"][REASSURANCE]
    mood["follow"] += follow_rate(mood["energy"], reassurance) * TICK * dials["call_follow"]
    if dials["product"] >= 0:
        hazard = clicks_per_tick(mood["persuasion"], dials)
        for sense in range(4):
            mood["click"][sense] += hazard * board.appeal[sense]


@njit
def note(rows: Any, counts: Record, what: int, viewers: Viewers, row: int, ordinal: int, coupon: int) -> None:
    """Keep one happening for the events of the tick."""
    line = rows[counts["rows"]]
    line[0] = what
    line[1] = viewers.id[row]
    line[2] = viewers.country[row]
    line[3] = viewers.source[row]
    line[4] = ordinal
    line[5] = coupon
    counts["rows"] += 1


@njit
def socialise(viewers: Viewers, row: int, mood: Record, dials: Record, keys: Record, counts: Record, rows: Any) -> None:
    """Comments and likes of one viewer whose clock has run out; what finds no space waits for the next tick."""
    viewer, habit = viewers.id[row], viewers.habit[row]
    comments = comments_per_tick(mood, dials)
    share = comments / (comments + like_rate(mood["energy"]) * TICK) if habit == STAYER else 0.0
    while viewers.social[row] <= mood["social"][habit] and counts["rows"] < len(rows):
        viewers.socials[row] += 1
        ordinal = viewers.socials[row]
        viewers.social[row] += exponential(keys["social"], viewer, ordinal)
        if unit(keys["kind"], viewer, ordinal) < share:
            counts["comments"] += 1
            note(rows, counts, COMMENT, viewers, row, ordinal, 0)
        else:
            counts["likes"] += 1


@njit
def expected_ppm(lean: float, weight: float) -> int:
    """Chance of an order at the log-odds *lean*, in parts per million, times *weight*."""
    return int(weight * logistic(lean) * 1_000_000.0 + 0.5)


@njit
def decide(viewers: Viewers, row: int, mood: Record, dials: Record, board: Board, keys: Record, counts: Record,
           rows: Any) -> None:
    """Does this click buy? Counts the chance beside the outcome."""
    plain_price = 0 if dials["coupons"] > 0 else 1
    own = viewers.lean[row] + board.lean[plain_price, viewers.sense[row], viewers.country[row]]
    chance = expected_ppm(own + pitch_lean(mood["persuasion"], dials), 1.0)
    price = dials["price_plain"] if plain_price else dials["price_with_coupon"]
    counts["orders_ppm"] += chance
    counts["gmv_ppm"] += chance * price
    if viewers.source[row] == PAID:
        counts["paid_gmv_ppm"] += chance * price
    weight = clicks_per_tick(mood["plain"], dials) / clicks_per_tick(mood["persuasion"], dials)
    counts["plain_ppm"] += expected_ppm(own + pitch_lean(mood["plain"], dials), weight)
    if unit(keys["order"], viewers.id[row], viewers.clicks[row]) * 1_000_000.0 < chance:
        counts["orders"] += 1
        counts["gmv"] += price
        dials["stock"] -= 1
        dials["coupons"] -= 1 - plain_price
        note(rows, counts, ORDER, viewers, row, viewers.clicks[row], 1 - plain_price)


@njit
def click(viewers: Viewers, row: int, mood: Record, dials: Record, board: Board, keys: Record, counts: Record,
          rows: Any) -> None:
    """One click on the pinned product; lost when it is sold out."""
    bit = 1 << dials["product"]
    viewers.clicks[row] += 1
    gap = exponential(keys["click"], viewers.id[row], viewers.clicks[row]) / viewers.pace[row]
    if dials["stock"] <= 0:
        counts["lost"] += 1
        mood["energy"] = max(0.0, mood["energy"] - SOLD_OUT_ENERGY)
        note(rows, counts, LOST_CLICK, viewers, row, viewers.clicks[row], 0)
    else:
        counts["clicks"] += 1
        decide(viewers, row, mood, dials, board, keys, counts, rows)
        if viewers.seen[row] & bit == 0:
            viewers.seen[row] |= bit
            viewers.leave[row] = rescaled(viewers.leave[row], mood["leave"][STAYER], 1.0 / SATED)
    viewers.click[row] += gap / AGAIN if viewers.seen[row] & bit else gap


@njit
def act(viewers: Viewers, row: int, mood: Record, dials: Record, board: Board, keys: Record, counts: Record,
        rows: Any) -> None:
    """Whatever the viewer in *row* does in this tick besides leaving."""
    if viewers.social[row] <= mood["social"][viewers.habit[row]]:
        socialise(viewers, row, mood, dials, keys, counts, rows)
    if viewers.follow[row] <= mood["follow"]:
        counts["follows"] += 1
        viewers.follow[row] = NEVER
    if dials["product"] >= 0:
        while viewers.click[row] <= mood["click"][viewers.sense[row]] and counts["rows"] < len(rows):
            click(viewers, row, mood, dials, board, keys, counts, rows)


@njit
def see_off(viewers: Viewers, row: int, seconds: float, mood: Record, counts: Record) -> None:
    """The viewer in *row* leaves after *seconds*; the last one takes the row."""
    counts["leaves"] += 1
    counts["below_10_s"] += seconds < 10.0
    counts["above_60_s"] += seconds > 60.0
    counts["above_10_min"] += seconds > 600.0
    mood["stayers"] -= viewers.habit[row] == STAYER
    mood["hunters"] -= viewers.habit[row] == HUNTER
    mood["online"] -= 1
    move_row(viewers, mood["online"], row)


@njit
def move_row(viewers: Viewers, origin: int, target: int) -> None:
    """Copy the whole row *origin* over the row *target*."""
    viewers.id[target] = viewers.id[origin]
    viewers.leave[target] = viewers.leave[origin]
    viewers.click[target] = viewers.click[origin]
    viewers.social[target] = viewers.social[origin]
    viewers.follow[target] = viewers.follow[origin]
    viewers.pace[target] = viewers.pace[origin]
    viewers.lean[target] = viewers.lean[origin]
    viewers.seen[target] = viewers.seen[origin]
    viewers.entered[target] = viewers.entered[origin]
    viewers.clicks[target] = viewers.clicks[origin]
    viewers.socials[target] = viewers.socials[origin]
    viewers.habit[target] = viewers.habit[origin]
    viewers.source[target] = viewers.source[origin]
    viewers.country[target] = viewers.country[origin]
    viewers.sense[target] = viewers.sense[origin]


@njit
def play_tick(viewers: Viewers, mood_: Any, dials_: Any, board: Board, keys_: Any, limits: Any, counts_: Any,
              rows: Any) -> None:
    """Admit the counted, move the room on by one tick, and let everybody act and leave.

    Args:
        viewers: columns with space for all entrants.
        mood_: array of one ``columns.MOOD`` record.
        dials_: array of one ``columns.DIALS`` record.
        board: the pinned product (ignored while nothing is pinned).
        keys_: array of one ``columns.KEYS`` record.
        limits: cumulative shares of the countries (C,).
        counts_: array of one ``columns.COUNTS`` record that holds the entrants, the rest zero.
        rows: space for single happenings (R, 6).
    """
    mood, dials, keys, counts = mood_[0], dials_[0], keys_[0], counts_[0]
    admit(viewers, mood, dials, keys, limits, counts)
    expect(mood, counts)
    persuade(mood, dials, counts)
    counts["watch"] = mood["online"] * TICK
    add_hazards(mood, dials, board)
    passing = (
        bouncer_leave_rate() * TICK,
        stayer_leave_rate(mood["energy"], dials["bag_pull"], dials["after_bag"]) * TICK,
        hunter_leave_rate(dials["bag"]) * TICK,
    )
    social, clicks, follow, leave = mood["social"], mood["click"], mood["follow"], mood["leave"]
    row, second = 0, dials["tick"] * TICK
    while row < mood["online"]:
        habit, sense = viewers.habit[row], viewers.sense[row]
        if viewers.social[row] <= social[habit] or viewers.click[row] <= clicks[sense] or viewers.follow[row] <= follow:
            act(viewers, row, mood, dials, board, keys, counts, rows)
        beyond = viewers.leave[row] - leave[habit]
        if beyond <= passing[habit]:
            see_off(viewers, row, second - viewers.entered[row] + TICK * beyond / passing[habit], mood, counts)
        else:
            row += 1
    for habit in range(3):
        mood["leave"][habit] += passing[habit]
