import json

from benchmarks import market
from benchmarks.market import Day, day_row, law_row, mesa_row, numpy_row, stock_row, switch_row
from benchmarks.market_mesa import MesaMarket, RacingShopper


def a_day():
    return Day(shoppers=50_000, listings=60)


def test_the_day_is_measured_beside_a_bare_pass_and_plain_agents():
    day = a_day()
    row = day_row(day)

    assert row["buyers"] > 4_000
    assert numpy_row(day)["ratio"] > 1
    assert mesa_row(day, 2_000)["ratio"] > 1


def test_the_agents_buy_as_our_shoppers_do():
    day = a_day()
    day.cell.weigh()
    plain = MesaMarket(1, 40_000, day.cell.weights.tolist(), day.cell.outside.tolist())
    bought = plain.play_day()
    best = max(range(60), key=lambda row: plain.orders[row])
    share = plain.orders[best] / bought
    plain.forget()

    who, what = day.play()
    assert abs(bought / 40_000 - len(who) / 50_000) < 0.008
    assert abs(share - (what == best).mean()) < 0.03


def test_racing_agents_buy_as_often_as_plain_ones():
    day = Day(shoppers=20_000, listings=20)
    day.cell.weigh()
    race = MesaMarket(1, 4_000, day.cell.weights.tolist(), day.cell.outside.tolist(), RacingShopper)
    bought = race.play_day()
    race.forget()

    assert abs(bought / 4_000 - len(day.play()[0]) / 20_000) < 0.02


def test_nobody_moves_but_those_who_choose_the_changed_listing():
    day = a_day()

    rows = [law_row(day), switch_row(day, 0.9), switch_row(day, 0.4), stock_row(day)]
    assert [row["ok"] for row in rows] == [True] * 4


def test_the_rows_are_printed_as_json_too(capsys, monkeypatch):
    monkeypatch.setattr(market, "bench_market", lambda: [{"what": "one market day", "milliseconds": 1.0}])

    market.main(["--json"])
    assert json.loads(capsys.readouterr().out)[0]["what"] == "one market day"
    market.main([])
    assert capsys.readouterr().out == "what one market day  milliseconds 1.0\n"
