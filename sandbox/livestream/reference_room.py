"""The default room on which the model is measured: two hours, eight goods, a scripted anchor of constant skill.

It drives the very same :class:`LiveRoom` as a class does. What is varied is what a team could vary.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from sandbox.kernel.draws import Secrets, Stream, group_secret
from sandbox.kernel.ids import from_text
from sandbox.kernel.lesson import Provenance, Text
from sandbox.kernel.messages import Actor, Command, Event, Seat
from sandbox.kernel.money import PPM
from sandbox.kernel.scenario import (
    Audience,
    Desk,
    Drawing,
    Phase,
    PitchPhase,
    Product,
    RundownItem,
    Scenario,
    SellingPhase,
    SellingPoint,
    Shop,
    Show,
    StockAt,
)
from sandbox.livestream.chat import FITTING, QUESTIONS
from sandbox.livestream.commands import (
    BoostRoom,
    NotifyFollowers,
    ReplyComment,
    SetIntensity,
    SpeakPhase,
    StartLuckyBag,
)
from sandbox.livestream.equations import TICK
from sandbox.livestream.events import CommentPosted, TickAggregated
from sandbox.livestream.figures import Totals
from sandbox.livestream.pitch import Pitch
from sandbox.livestream.room import LiveRoom
from sandbox.livestream.solo import SoloReads, SoloWorld

SCRIPT: tuple[tuple[Phase, int], ...] = (
    ("hook", 20), ("pain", 30), ("demo", 60), ("trust", 30), ("offer", 40), ("close", 30),
)
"""A full pitch: 210 seconds."""
GOODS = (("traffic-1", 1200, 1500, 450), *((f"hero-{n}", 2500, 3200, 450) for n in (1, 2, 3)),
         *((f"profit-{n}", 3900, 4500, 440) for n in (1, 2, 3, 4)))
"""Name, list price, struck price, stars."""
SELLING: tuple[SellingPhase, ...] = ("hook", "pain", "demo", "trust", "offer")
ANCHOR = Actor(seat=Seat.ANCHOR, subject="bot:reference")
HELPER = Actor(seat=Seat.TRAFFIC, subject="bot:reference")
REPLY_AFTER = 20
"""Seconds until the scripted anchor answers."""
REPEAT_AFTER = 60
"""Seconds; long phases are spoken again, so that the rundown does not take over."""


def a_text(words: str) -> Text:
    """The same words for both languages; nobody reads the default room."""
    return Text(en=words, zh=words)


def a_product(sku: str, price: int, reference: int, rating: int) -> Product:
    """One of the eight goods."""
    points = tuple(SellingPoint(id=f"{phase}-1", phase=phase, text=a_text(phase)) for phase in SELLING)
    return Product(
        sku=sku, name=a_text(sku), category="home", hs6="732393", unit_cost=price // 2, price=price,
        reference_price=reference, floor_price=price // 2, grams=400, volume_cm3=1000, quality=700_000, fit=500_000,
        defect=20_000, rating=rating, reviews=100, role="hero", stock=(StockAt(node="home", units=1_000_000),),
        released=1_000_000, points=points, drawing=Drawing(kind="mug", color="#335577", accent="#ddaa33"),
    )


def pitch_of(script: Iterable[tuple[Phase, int]], scale: float = 1.0) -> tuple[PitchPhase, ...]:
    """A planned pitch, its phases stretched by *scale* and rounded to whole ticks."""
    return tuple(
        PitchPhase(phase=phase, seconds=max(TICK, int(seconds * scale / TICK + 0.5) * TICK))
        for phase, seconds in script
    )


def reference_scenario(
    *, seconds: int = 7200, size: int = 1, pitch_scale: float = 1.0, script: Iterable[tuple[Phase, int]] = SCRIPT
) -> Scenario:
    """The default room as a scenario.

    Args:
        seconds: length of the show.
        size: times as many shows and followers.
        pitch_scale: stretches every pitch.
        script: phases of every pitch with their seconds.
    """
    pitch = pitch_of(script, pitch_scale)
    products = tuple(a_product(*good) for good in GOODS)
    return Scenario(
        id="reference-room", version=1, title=a_text("The default room"), brief=a_text("Two hours, eight goods."),
        mode="demo", market_starts="2025-10-06T00:00Z",
        shop=Shop(
            name=a_text("Reference"), currency="USD", platform="livefeed", account_score=60, cash=10_000_000,
            credit_line=0, default_services={},
        ),
        products=products,
        audience=Audience(
            countries={"US": 700_000, "DE": 300_000}, shows_per_window=6000 * size, entry_rate=55_000,
            followers=20_000 * size, shop_visitors_per_hour=36 * size,
        ),
        show=Show(
            starts_at=0, seconds=seconds, boost_cpm=600,
            rundown=tuple(RundownItem(sku=product.sku, pitch=pitch) for product in products),
        ),
        days=0, warehouses=(), services=(), desk=Desk(reply_target_hours=24, refund_limit=5000),
        provenance=Provenance(author="Bordercast", on="2025-10-01", source=a_text("Calibrated default room.")),
    )


class Plan(Struct, kw_only=True):
    """What the scripted team does.

    Attributes:
        quality: talk quality, 0 to 1; None leaves the room to the autopilot.
        intensity: excitement, 0 to 1.
        reply_share: part of the questions that are answered, after twenty seconds.
        bags: seconds at which lucky bags of five minutes are opened.
        boost: money for paid impressions over the whole show, minor units.
        discount_ppm: off every list price, all show long.
        penalty: begin and end of a traffic penalty in seconds, or None.
        notify: whether followers are told at the start.
    """

    quality: float | None = 0.6
    intensity: float = 0.45
    reply_share: float = 0.7
    bags: tuple[int, ...] = ()
    boost: int = 0
    discount_ppm: int = 0
    penalty: tuple[int, int] | None = None
    notify: bool = True


class ScriptedTeam:
    """Plays a plan in a room: phases as planned, answers after twenty seconds, bags and boost on time."""

    def __init__(self, plan: Plan, room: LiveRoom, replies: Stream) -> None:
        self._plan = plan
        self._room = room
        self._handlers = room.handlers()
        self._replies = replies
        self._answers: list[tuple[int, CommentPosted]] = []
        self._spoken: tuple[int, str] = (-1, "")
        self._spoken_at = 0

    def hear(self, event: Event, now: int) -> None:
        """Decide once whether a question will be answered."""
        if not isinstance(event, CommentPosted) or event.kind not in QUESTIONS:
            return
        if self._replies.happens(self._plan.reply_share, from_text(event.comment)):
            self._answers.append((now + REPLY_AFTER, event))

    def _send(self, command: Command, actor: Actor = ANCHOR) -> None:
        self._handlers[type(command)](command, actor)

    def open(self) -> None:
        """What is done in the first second. The platform's limit of bags is lifted: its reason is measured here."""
        self._room.bags.per_hour = 60
        self._send(SetIntensity(intensity_ppm=int(self._plan.intensity * PPM + 0.5)))
        if self._plan.notify:
            self._send(NotifyFollowers(), HELPER)

    def act(self, now: int) -> None:
        """What is done in one second, one after each tick."""
        plan = self._plan
        self._answer(now)
        if plan.boost and now % 3600 == 1:
            self._book_boost(plan.boost, self._room.stage.show.seconds, now - 1)
        if any(start < now <= start + TICK for start in plan.bags):
            self._send(StartLuckyBag(prizes=5, seconds=300))
        if plan.penalty is not None and plan.penalty[0] < now <= plan.penalty[0] + TICK:
            self._room.compliance.penalise(plan.penalty[1])
        if plan.quality is not None and self._room.director.pitch is not None:
            self._speak(plan.quality, self._room.director.pitch, now)

    def _answer(self, now: int) -> None:
        while self._answers and self._answers[0][0] <= now:
            question = self._answers.pop(0)[1]
            answer: Any = FITTING[question.kind][0]
            self._send(ReplyComment(comment=question.comment, answer=answer))

    def _book_boost(self, money: int, seconds: int, second: int) -> None:
        length = min(3600, seconds - second)
        if length >= 300:
            self._send(BoostRoom(amount=money * length // seconds, minutes=length // 60), HELPER)

    def _speak(self, quality: float, pitch: Pitch, now: int) -> None:
        wanted = (pitch.at, _planned_phase(pitch.plan, now - 1 - pitch.at))
        if wanted != self._spoken or now - self._spoken_at >= REPEAT_AFTER:
            self._spoken, self._spoken_at = wanted, now
            self._send(SpeakPhase(phase=wanted[1], talk_quality_ppm=int(quality * PPM + 0.5)))


def _planned_phase(plan: tuple[PitchPhase, ...], seconds: int) -> Phase:
    for step in plan:
        seconds -= step.seconds
        if seconds < 0:
            return step.phase
    return plan[-1].phase


class Play(Struct):
    """A played default room."""

    totals: Totals
    online: list[int]
    """At the end of each tick."""
    room: LiveRoom
    world: SoloWorld

    @property
    def peak_to_mean(self) -> float:
        """Highest online count against the mean of the show (PCU over ACU)."""
        return max(self.online) * len(self.online) / sum(self.online)


def play(scenario: Scenario, plan: Plan, secret: int) -> Play:
    """Play *plan* on *scenario* under a numbered practice secret, to the end of the show."""
    secrets = Secrets(group_secret(secret))
    world = SoloWorld(secrets, listener=lambda event: team.hear(event, world.now))
    room = LiveRoom(world, scenario, SoloReads(scenario, plan.discount_ppm))
    team = ScriptedTeam(plan, room, world.stream("bot.reference.reply"))
    world.advance(1)
    team.open()
    for now in range(1, scenario.show.seconds, TICK):
        world.advance(now)
        team.act(now)
    world.advance(scenario.show.seconds + 1)
    online = [event.online for event in world.events if isinstance(event, TickAggregated)]
    return Play(room.figures.totals, online, room, world)


def play_reference_room(
    secret: int,
    quality: float | None = 0.6,
    intensity: float = 0.45,
    reply_share: float = 0.7,
    *,
    seconds: int = 7200,
    size: int = 1,
    pitch_scale: float = 1.0,
    script: Iterable[tuple[Phase, int]] = SCRIPT,
    bags: tuple[int, ...] = (),
    boost: int = 0,
    discount_ppm: int = 0,
    penalty: tuple[int, int] | None = None,
) -> Play:
    """Play the default room with one thing or another changed; the arguments are those of the scenario and of Plan."""
    scenario = reference_scenario(seconds=seconds, size=size, pitch_scale=pitch_scale, script=script)
    plan = Plan(
        quality=quality, intensity=intensity, reply_share=reply_share, bags=bags, boost=boost,
        discount_ppm=discount_ppm, penalty=penalty,
    )
    return play(scenario, plan, secret)
