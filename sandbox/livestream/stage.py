"""The broadcast as every part of the room sees it: its time, its products, what is on screen."""

from __future__ import annotations

from typing import Any, Literal, NoReturn

from sandbox.kernel import ids
from sandbox.kernel.draws import Stream
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.messages import Event
from sandbox.kernel.scenario import PHASES, Phase, Product, Scenario, Show
from sandbox.kernel.world import World
from sandbox.livestream.crowd import Crowd
from sandbox.livestream.equations import TICK
from sandbox.livestream.reads import Reads

Status = Literal["waiting", "live", "over"]


def refuse(code: str, message: str, **facts: Any) -> NoReturn:
    """Say no to a command.

    Raises:
        IllegalCommandError: always.
    """
    raise IllegalCommandError(code, message, **facts)


class Stage:
    """What the parts of one room share.

    Args:
        world: time, chance and events.
        scenario: the products, and the show where *show* is not given.
        reads: the rest of the trade.
        show: which broadcast.
        ordinal: its place among the broadcasts of the run; each has viewers of its own.
    """

    def __init__(
        self, world: World, scenario: Scenario, reads: Reads, show: Show | None = None, ordinal: int = 0
    ) -> None:
        self.world = world
        self.scenario = scenario
        self.show = show or scenario.show
        self.audience = self.show.audience or scenario.audience
        self.ordinal = ordinal
        self.scene = self.show.scene
        self.scene_quality = self.show.scene_quality
        self.followers = self.audience.followers
        """Followers when the show opens."""
        self.reads = reads
        self.products: dict[str, Product] = {product.sku: product for product in scenario.products}
        self.places = {sku: place for place, sku in enumerate(self.products)}
        self.crowd = Crowd(self.stream, self.audience.countries)
        self.room = ids.child(0, "live_session", ordinal)
        self.status: Status = "waiting"
        self.pinned = ""
        self.phase: Phase = PHASES[0]
        self.phase_at = 0
        self.board_is_stale = True
        """Whether price, rating or terms of the pinned product may have changed."""

    @property
    def now(self) -> int:
        """Second of the run."""
        return self.world.now

    @property
    def second(self) -> int:
        """Second of the show; negative before it."""
        return self.world.now - self.show.starts_at

    @property
    def is_live(self) -> bool:
        """Whether the room is on air."""
        return self.status == "live"

    @property
    def is_last_tick(self) -> bool:
        """Whether no whole tick fits any more."""
        return self.second + TICK > self.show.seconds

    def stream(self, name: str) -> Stream:
        """The named stream of this broadcast: who comes to the second show is somebody else."""
        return self.world.stream(f"{name}#{self.ordinal}" if self.ordinal else name)

    def emit(self, event: Event) -> int:
        """Record what happened."""
        return self.world.emit(event)

    def require_live(self) -> None:
        """Refuse with ``not_live`` before and after the show."""
        if not self.is_live:
            refuse("not_live", f"expected a room on air, got one that is {self.status}", status=self.status)

    def require_not_over(self) -> None:
        """Refuse with ``already_ended`` after the show."""
        if self.status == "over":
            refuse("already_ended", "expected a show to come or on air, got one that has ended")

    def require_pinned(self) -> str:
        """The product on screen; refuses with ``nothing_pinned``."""
        if not self.pinned:
            refuse("nothing_pinned", "expected a product on screen, got none")
        return self.pinned

    def require_product(self, sku: str) -> Product:
        """The product of that name, on sale; refuses with ``unknown_sku`` or ``not_on_sale``."""
        if sku not in self.products:
            refuse("unknown_sku", f"expected a product of this shop, got {sku!r}", sku=sku)
        if not self.reads.on_sale(sku):
            refuse("not_on_sale", f"expected a product on sale, got {sku!r}, which is not", sku=sku)
        return self.products[sku]

    def require_cash(self, amount: int) -> None:
        """Refuse with ``no_cash`` what the shop cannot pay."""
        cash = self.reads.cash()
        if cash < amount:
            refuse("no_cash", f"expected at most {cash} in hand, got a cost of {amount}", cash=cash, cost=amount)

    def viewer_text(self, viewer: int) -> str:
        """The id of a viewer as events carry it."""
        return ids.to_text(ids.child(self.room, "viewer", viewer))

    def state(self) -> list[Any]:
        """What decides the future, as plain data."""
        return [self.status, self.pinned, self.phase, self.phase_at, self.board_is_stale, self.scene,
                self.scene_quality, self.followers]
