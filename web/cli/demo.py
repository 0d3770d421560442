"""``bordercast demo``: the server with a class that is ready to play."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from web.cli.options import server_options

if TYPE_CHECKING:
    from web.opening import Opened

SEATS = {
    "anchor": ("anchor", "主播"),
    "operations": ("operations", "运营"),
    "selection": ("selection", "选品"),
    "traffic": ("traffic", "投流"),
    "service": ("service", "客服"),
}


@click.command()
@server_options
def demo(host: str, port: int, data: Path, database_url: str, public_url: str) -> None:
    """Start a server with a demo class: one team, bots in the empty seats, links to everything."""
    from web.cli.start import running
    from web.opening import demo_class
    from web.serving import serve

    app, config = running(host, port, data, database_url, public_url)
    click.echo(_invitation(demo_class(app)))
    serve(app, config.host, config.port)


def _invitation(opened: Opened) -> str:
    from web.addresses import qr_text

    info = opened.info
    assert info.links is not None
    lines = [
        "",
        f"  Join 加入      {info.join_url}    code 班级码 {info.code}",
        f"  Teacher 教师   {opened.teacher_url}",
        f"  Projector 投影 {info.links.projector}",
        "",
        "  Seats 席位 (each link works once; the teacher's page has new ones 每个链接用一次，教师页有新的)",
        *(f"    {SEATS[one.seat][1]} {SEATS[one.seat][0]:<11}{one.url}" for one in info.links.seats),
        "",
        "  1. Open a seat.  2. Open the teacher's page and press start.  3. Play; bots fill the other seats.",
        "  1. 打开席位链接。2. 打开教师页，点“开始”。3. 开播；空席位由机器人补位。",
        "  Each person needs a browser of their own, or a private window: the teacher's link signs that browser in as",
        "  the teacher. 每个人要用各自的浏览器或无痕窗口：打开教师链接的浏览器会以教师身份登录。",
        "  Stop 停止: Ctrl+C",
        "",
    ]
    if (sys.stdout.encoding or "").lower().startswith("utf"):
        lines.insert(2, "\n".join("  " + line for line in qr_text(info.join_url).splitlines()))
    return "\n".join(lines)
