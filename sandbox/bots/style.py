"""Three styles of play: one code, three sets of numbers.

The weak one is the floor every team beats, the average one is the trained hand that fills an empty seat, the expert one
is the reference of the score scale.

Sources: the talk, reply and promotion habits follow the trade's own run-of-show practice (hook, pain, demo, trust,
offer, close; one product three to five minutes; giveaways at sag points) and seller rules (answer within 24 hours,
promise what four of five parcels keep). What they do around the shows of a season stands in :mod:`sandbox.bots.season`.
"""

from __future__ import annotations

from msgspec import Struct

from sandbox.bots.policy import Passport

Script = tuple[tuple[str, int], ...]
_FULL: Script = (("hook", 20), ("pain", 30), ("demo", 60), ("trust", 30), ("offer", 40), ("close", 30))
_SHORT: Script = (("hook", 20), ("offer", 40), ("close", 30))


class Style(Struct, frozen=True, kw_only=True):
    """Everything that differs between the three."""

    passport: Passport
    quality_ppm: int
    """Talk quality of the anchor."""
    intensity_ppm: int
    script: Script
    reply_ppm: int
    """Share of comments answered within a minute."""
    stays_on_one_product: bool
    price_change_ppm: int
    bag_marks_ppm: tuple[int, ...]
    """Shares of the show at which a lucky bag opens; empty for "only when the room sags"."""
    bags_when_sagging: bool
    release_below: int
    """Show more units when fewer are left; 0 never."""
    channels: tuple[str, ...]
    """Delivery channels in the order of preference, as far as stock lies there."""
    papers: tuple[str, ...]
    """Sent for a held parcel."""
    watches_backlog: bool
    """Lets the warehouse work longer when too much waits."""
    boost_share_ppm: int
    """Part of the cash spent on paid traffic."""
    stops_bad_boost: bool
    notifies: bool
    teaser_hook: str
    """Empty for no teaser."""
    samples: bool
    desk_every_hours: int
    refunds_everything: bool
    tells_first: bool


_PRACTICE = ("run-of-show practice of the trade; published seller service rules; around the shows rules of thumb of "
             "cover and return on ads (weak, average), revenue management and the newsvendor's order (expert)")


def _passport(name: str, en: str, zh: str) -> Passport:
    return Passport(id=name, version=2, en=en, zh=zh, source=_PRACTICE)


STYLES: dict[str, Style] = {
    style.passport.id: style
    for style in (
        Style(
            passport=_passport("weak", "Beginner bot", "新手机器人"),
            quality_ppm=350_000,
            intensity_ppm=450_000,
            script=_SHORT,
            reply_ppm=0,
            stays_on_one_product=True,
            price_change_ppm=-200_000,
            bag_marks_ppm=(),
            bags_when_sagging=False,
            release_below=0,
            channels=("post",),
            papers=(),
            watches_backlog=False,
            boost_share_ppm=20_000,
            stops_bad_boost=False,
            notifies=False,
            teaser_hook="",
            samples=False,
            desk_every_hours=12,
            refunds_everything=True,
            tells_first=False,
        ),
        Style(
            passport=_passport("average", "Trained hand", "熟手机器人"),
            quality_ppm=600_000,
            intensity_ppm=450_000,
            script=_FULL,
            reply_ppm=700_000,
            stays_on_one_product=False,
            price_change_ppm=0,
            bag_marks_ppm=(200_000, 500_000, 800_000),
            bags_when_sagging=False,
            release_below=8,
            channels=("line", "local"),
            papers=("invoice",),
            watches_backlog=False,
            boost_share_ppm=10_000,
            stops_bad_boost=False,
            notifies=True,
            teaser_hook="price",
            samples=False,
            desk_every_hours=6,
            refunds_everything=False,
            tells_first=False,
        ),
        Style(
            passport=_passport("expert", "Reference bot", "高手机器人"),
            quality_ppm=900_000,
            intensity_ppm=430_000,
            script=_FULL,
            reply_ppm=950_000,
            stays_on_one_product=False,
            price_change_ppm=0,
            bag_marks_ppm=(),
            bags_when_sagging=True,
            release_below=15,
            channels=("local", "line"),
            papers=("invoice", "payment_proof", "description"),
            watches_backlog=True,
            boost_share_ppm=12_000,
            stops_bad_boost=True,
            notifies=True,
            teaser_hook="problem",
            samples=True,
            desk_every_hours=2,
            refunds_everything=False,
            tells_first=True,
        ),
    )
}
