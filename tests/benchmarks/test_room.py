from benchmarks.mesa_room import MesaRoom
from benchmarks.room import compare_funnels, compare_speed


def test_the_mesa_room_is_the_same_model():
    rows = compare_funnels(secrets=10, seconds=1800)

    assert [row["what"] for row in rows] == [
        "entry rate", "mean stay", "interaction", "click rate", "click to order",
    ]
    assert [row for row in rows if not row["agrees"]] == []


def test_skill_pays_in_the_mesa_room_too():
    good, poor = MesaRoom(1, quality=1.0).play(1800), MesaRoom(1, quality=0.2).play(1800)

    assert good["orders_ppm"] > 2 * poor["orders_ppm"]


def test_speeds_are_measured_side_by_side():
    row = compare_speed(1, 300)

    assert row["ours"] > 0
    assert row["mesa"] > 0
