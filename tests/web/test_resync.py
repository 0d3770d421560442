"""A gap is repaired by asking again, never papered over."""


def fold(version, view, push):
    """What the console does with a push: apply it, or notice a gap."""
    if push["version"] <= version:
        return version, view
    assert push["base"] == version, "a gap"
    return push["version"], {**view, **push["patch"]}


def test_what_was_pushed_adds_up_to_what_a_fresh_look_shows(site):
    room = site.classroom(speed=30, bots="average")
    player = room.student("operations")
    room.start()
    window = player.window()
    first = window.watch(room.run(), "operations")
    window.wait("view", lambda push: push["now"] > 90)
    room.teacher_does("control", action="pause")
    window.wait("control", lambda push: push["state"] == "paused")
    last = window.call("resync", {"run": room.run(), "seat": "operations"})

    version, view = first["version"], first["view"]
    for push in [data for event, data in window.pushes if event == "view" and data["version"] <= last["version"]]:
        version, view = fold(version, view, push)

    assert version == last["version"]
    assert view == last["view"]


def test_the_feed_goes_on_without_a_gap(site):
    room = site.classroom(speed=30, bots="average")
    player = room.student("operations")
    room.start()
    window = player.window()
    first = window.watch(room.run(), "operations")
    window.wait("view", lambda push: push["now"] > 120)

    numbers = [line["n"] for line in first["feed"]["events"]]
    for event, push in window.pushes:
        if event == "feed":
            assert push["from"] == push["events"][0]["n"]
            numbers += [line["n"] for line in push["events"]]

    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) > 5


def test_who_comes_back_after_a_gap_gets_the_whole_picture(site):
    room = site.classroom(speed=30)
    player = room.student("anchor")
    room.start()
    before = player.window()
    missed = before.watch(room.run(), "anchor")["version"]
    before.close()
    other = player.window()
    other.watch(room.run(), "anchor")
    other.wait("view", lambda push: push["now"] > 60)

    again = player.window().watch(room.run(), "anchor")

    assert again["version"] > missed
    assert again["view"]["common"]["clock"]["now"] > 30


def test_a_seat_may_be_watched_in_the_lobby_and_comes_alive_with_the_start(site):
    room = site.classroom()
    player = room.student("anchor")
    window = player.window()

    ack = window.watch(room.run(), "anchor")
    room.start()

    assert (ack["view"], ack["version"], ack["stage"]) == (None, 0, "lobby")
    assert window.wait("view")["base"] == 0
