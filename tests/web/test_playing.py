"""A class is started, watched, played and ended, over real HTTP and real sockets."""

RELEASE = "livestream.release_stock"


def test_a_started_class_shows_its_seat_and_keeps_showing(site):
    room = site.classroom(speed=60)
    player = room.student("anchor")
    window = player.window()
    room.start()

    ack = window.watch(room.run(), "anchor")

    assert ack["ok"]
    assert ack["writer"]
    assert window.wait("view", lambda push: push["now"] > 60)["seat"] == "anchor"


def test_a_command_is_confirmed_with_its_place_in_the_log(site):
    room = site.classroom()
    window = room.student("operations").window()
    room.start()

    ack = window.command(
        room.run(), "operations", "logistics.set_overtime", "overtime-1", node="cn-yiwu", overtime=True
    )

    head = site.server.live.state(room.run())
    assert ack["ok"], ack
    assert head.entry >= ack["entry"]
    assert len(ack["head8"]) == 8
