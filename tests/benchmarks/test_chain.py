from benchmarks.chain import compare_ends, compare_live, compare_speed


def test_every_parcel_ends_at_the_second_it_ends_at_as_a_process_of_its_own():
    for orders in (50, 700):
        row = compare_ends(orders)

        assert row["equal"] == orders
        assert row["all_equal"]


def test_equal_ends_do_not_hang_on_one_secret():
    assert all(compare_ends(300, secret)["all_equal"] for secret in (5, 6))


def test_columns_beat_one_process_a_parcel_by_far_even_in_a_small_world():
    row = compare_speed(5_000, turns=3)

    assert row["simpy_measured_at"] == 5_000
    assert row["ratio"] > 3


def test_what_is_carried_over_says_where_it_was_measured(monkeypatch):
    monkeypatch.setattr("benchmarks.chain.MEASURED_TWIN", 500)

    assert compare_speed(2_000, turns=1)["simpy_measured_at"] == 500


def test_an_order_of_a_class_emits_five_events():
    assert 4.5 < compare_live(300)["events_per_parcel"] < 6
