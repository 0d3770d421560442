"""The parts that other tests stand on do start, on this very machine."""

import redis
import sqlalchemy

from tests.fixtures.browser import accessibility_violations
from tests.fixtures.chromium import launch_arguments

NAMELESS_BUTTON = "<html lang='en'><title>Room</title><main><h1>Room</h1><button></button></main></html>"
GOOD_PAGE = "<html lang='zh-CN'><title>直播间</title><main><h1>直播间</h1><button>开播</button></main></html>"


def test_postgresql_answers_in_its_own_dialect(pg_url):
    engine = sqlalchemy.create_engine(pg_url)

    with engine.connect() as connection:
        version = connection.execute(sqlalchemy.text("show server_version_num")).scalar_one()
    engine.dispose()

    assert int(version) >= 160000


def test_redis_keeps_a_stream(redis_url):
    with redis.Redis.from_url(redis_url) as client:
        client.xadd("room", {"seq": 1})

        assert client.xlen("room") == 1


def test_chinese_characters_are_drawn_and_not_replaced_by_boxes(page):
    page.set_content("<i id='a' lang='zh-CN'>直播</i><br><i id='b' lang='zh-CN'>物流</i>")

    assert page.locator("#a").screenshot() != page.locator("#b").screenshot()


def test_axe_finds_the_button_without_a_name(page):
    page.set_content(NAMELESS_BUTTON)

    assert accessibility_violations(page) == ["button-name: <button></button>"]


def test_axe_is_content_with_a_good_page(page):
    page.set_content(GOOD_PAGE)

    assert accessibility_violations(page) == []


def test_a_named_browser_comes_before_every_other(monkeypatch):
    monkeypatch.setenv("CHROMIUM", "/opt/my/browser")

    assert launch_arguments()["executable_path"] == "/opt/my/browser"
