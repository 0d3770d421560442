"""The domains of one team, made and joined: each is handed what it may ask of the others."""

from __future__ import annotations

from collections.abc import Mapping

from sandbox.engine.arena import Arena
from sandbox.engine.asks import AdsAsks, DeskAsks, LogisticsAsks, PaymentAsks, RoomAsks, ShopAsks, SupplyAsks
from sandbox.engine.trade import Trade
from sandbox.kernel.messages import Command
from sandbox.kernel.scenario import Scenario
from sandbox.kernel.world import Domain, Handler, World
from sandbox.livestream.broadcasts import Broadcasts
from sandbox.logistics.model import Logistics
from sandbox.market.ads.ads import Ads
from sandbox.market.shop import Shop
from sandbox.market.supply.supply import Supply
from sandbox.payments.payments import Payments
from sandbox.service.desk import Desk


class Domains(Trade):
    """Makes the domains of one team.

    Args:
        world: time, chance and record of the team.
        scenario: what is played.
        arena: what all teams share.
    """

    def __init__(self, world: World, scenario: Scenario, arena: Arena) -> None:
        super().__init__(world, scenario, arena)
        self.payments = Payments(world, scenario, PaymentAsks(self))
        self.logistics = Logistics(world, scenario, LogisticsAsks(self))
        self.shop = Shop(world, scenario, ShopAsks(self))
        self.desk = Desk(world, scenario, DeskAsks(self))
        self.room = Broadcasts(world, scenario, RoomAsks(self))
        self.supply = None
        self.ads = None
        if scenario.market is not None and arena.exchange is not None:
            self.supply = Supply(world, scenario, SupplyAsks(self))
            arena.join(self.team, self.shop.shelf_side)
            self.ads = Ads(world, scenario, arena.exchange, AdsAsks(self))
            self.shop.credit_orders(self.ads.credit)

    def all(self) -> tuple[Domain, ...]:
        """In a fixed order."""
        parts = (self.room, self.shop, self.supply, self.ads, self.logistics, self.payments, self.desk)
        return tuple(part for part in parts if part is not None)

    def handlers(self) -> Mapping[type[Command], Handler]:
        """Every command of the trade and what decides it."""
        merged: dict[type[Command], Handler] = {}
        for domain in self.all():
            merged.update(domain.handlers())
        return merged

    def close_for_good(self) -> None:
        """Play is over: nobody decides any more, and what costs money by the day stops."""
        self.room.close_for_good()
        self.shop.close_for_good()
        self.payments.close_for_good()
        self.desk.close_for_good()
        self.logistics.close_for_good()
        self.arena.close()
