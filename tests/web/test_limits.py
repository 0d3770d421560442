"""Who asks too much waits; who floods disturbs nobody."""

import time

import pytest

from tests.web.site import RefusedError
from web.errors import RequestError
from web.limits import Buckets


class Wall:
    """A clock set by hand."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


def taken(buckets, key, tries):
    count = 0
    for _ in range(tries):
        try:
            buckets.take(key)
        except RequestError:
            continue
        count += 1
    return count


def test_a_burst_is_let_through_and_then_the_rate_counts():
    wall = Wall()
    buckets = Buckets(per_second=10, burst=20, clock=wall)

    assert taken(buckets, "seat", 100) == 20
    wall.now = 1.0
    assert taken(buckets, "seat", 100) == 10


def test_one_seat_takes_nothing_from_another():
    buckets = Buckets(per_second=10, burst=20, clock=Wall())
    taken(buckets, "loud", 1000)

    assert taken(buckets, "quiet", 5) == 5


def test_the_refusal_says_when_to_come_again():
    buckets = Buckets(per_second=10, burst=1, clock=Wall())
    buckets.take("seat")

    with pytest.raises(RequestError) as caught:
        buckets.take("seat")

    assert (caught.value.code, caught.value.facts) == ("rate_limited", {"retry_ms": 101})


def test_a_flood_from_one_seat_is_answered_and_others_go_on(site):
    room = site.classroom(teams=2)
    loud, quiet = room.student("operations", 0).window(), room.student("operations", 1).window()
    room.start()
    body = {"run": room.run(0), "seat": "operations", "type": "livestream.cue", "args": {"cue": "wrap_up"}}

    codes = [loud.call("command", {**body, "cmd_id": f"flood-{i:05}"})["code"] for i in range(120)]
    ack = quiet.command(room.run(1), "operations", "logistics.set_overtime", "quiet-001", node="cn-yiwu", overtime=True)

    assert "rate_limited" in codes
    assert ack["ok"]


def test_a_password_is_not_guessed_twenty_one_times(site):
    guesser, codes, began = site.browser(), [], time.monotonic()
    while "rate_limited" not in codes and len(codes) < 40:
        with pytest.raises(RefusedError) as caught:
            guesser.post("/api/signin", name="nobody-is-called-so", password="guess")
        codes.append(caught.value.code)

    # Twenty, and one more for every five seconds that a slow machine needs for them: never a guess above that.
    guesses = 20 + int((time.monotonic() - began) / 5)
    assert codes[:20] == ["wrong_password"] * 20
    assert codes[-1] == "rate_limited"
    assert len(codes) - 1 <= guesses


def test_only_failures_count_where_only_failures_should():
    buckets = Buckets(per_second=0.1, burst=2, clock=Wall())
    for _ in range(50):
        buckets.check("door")
    for _ in range(2):
        buckets.take("door")

    with pytest.raises(RequestError):
        buckets.check("door")
