"""What a shop does with the wish to send something back: a label near or far, no return, or a part of the price."""

from __future__ import annotations

from collections.abc import Callable

from sandbox.kernel.detmath import logistic
from sandbox.kernel.errors import IllegalCommandError
from sandbox.kernel.messages import Actor
from sandbox.kernel.money import PPM
from sandbox.logistics.chain import Chain
from sandbox.logistics.commands import ChooseReturn
from sandbox.logistics.parcel import Parcel
from sandbox.logistics.trade_events import ReturnClosed, ReturnOfferDeclined, ReturnWayChosen

ACCEPTS, ACCEPTS_BY_SHARE = -2.2, 6.0
"""A buyer takes a part of the price with probability logistic(-2.2 + 6 share). Chosen: 40 % at .3, 86 % at .67."""


class ReturnWays:
    """The shop's rule for returns, and its choice for single orders.

    Args:
        chain: the shared state.
        start: sends a label to a node.
    """

    def __init__(self, chain: Chain, start: Callable[[Parcel, str], None]) -> None:
        self._chain = chain
        self._start = start
        self.rule: tuple[str, int] | None = None
        """(way, offer) for every later wish; None while the help desk decides each."""
        self._offer = chain.world.stream("out.logistics.return_offer")

    def choose(self, command: ChooseReturn, actor: Actor) -> None:
        """Choose for one order whose buyer asked, or for all from now on.

        Raises:
            IllegalCommandError: ``unknown_order``, ``no_return_wanted``, ``no_local_node``, ``offer_too_small`` or
                ``return_rule_unchanged``.
        """
        if command.way == "partial" and command.offer_ppm == 0:
            raise IllegalCommandError("offer_too_small", "expected an offer above 0 % of the price, got 0 %")
        if command.order is None:
            self._choose_for_all(command)
            return
        parcel = self._chain.parcel(command.order)
        if parcel.stage != "delivered" or not 0 < parcel.asks_at <= self._chain.world.now:
            message = f"expected a delivered order whose buyer wants to return it, got one at stage {parcel.stage}"
            raise IllegalCommandError("no_return_wanted", message, stage=parcel.stage)
        if command.way == "local_label" and not self.near(parcel.country):
            raise self._no_local_node(parcel.country)
        self._tell(command)
        self._carry_out(parcel, command.way, command.offer_ppm)

    def asked(self, parcel: Parcel) -> None:
        """A buyer asked: carry out the rule, if there is one."""
        if self.rule is not None:
            self._carry_out(parcel, *self.rule)

    def near(self, country: str) -> str:
        """A warehouse of our own in *country*, or nothing."""
        places = self._chain.warehouses.items()
        return next((node for node, place in places if place.country == country and place.kind != "platform"), "")

    def _choose_for_all(self, command: ChooseReturn) -> None:
        chosen = command.way, command.offer_ppm
        if self.rule == chosen:
            raise IllegalCommandError("return_rule_unchanged", f"expected another way than {command.way}")
        countries = dict.fromkeys(service.country for service in self._chain.service_rows)
        if command.way == "local_label" and not any(self.near(country) for country in countries):
            raise self._no_local_node(", ".join(countries))
        self.rule = chosen
        self._tell(command)

    def _tell(self, command: ChooseReturn) -> None:
        self._chain.world.emit(
            ReturnWayChosen(way=command.way, order=command.order or "", offer_ppm=command.offer_ppm)
        )

    def _carry_out(self, parcel: Parcel, way: str, offer_ppm: int) -> None:
        world = self._chain.world
        if way == "no_return":
            parcel.asks_at = 0
            world.emit(ReturnClosed(order=parcel.text, way=way, refund_ppm=PPM))
        elif way == "partial" and self._accepts(parcel, offer_ppm):
            parcel.asks_at = 0
            world.emit(ReturnClosed(order=parcel.text, way=way, refund_ppm=offer_ppm))
        else:
            if way == "partial":
                world.emit(ReturnOfferDeclined(order=parcel.text, offer_ppm=offer_ppm))
            origin = self._home(parcel)
            self._start(parcel, origin if way == "to_origin" else self.near(parcel.country) or origin)

    def _accepts(self, parcel: Parcel, offer_ppm: int) -> bool:
        chance = logistic(ACCEPTS + ACCEPTS_BY_SHARE * offer_ppm / PPM)
        return self._offer.happens(chance, parcel.order, parcel.attempt)

    def _home(self, parcel: Parcel) -> str:
        """The node in the country the goods came from."""
        places = self._chain.warehouses
        abroad = (node for node, place in places.items() if place.country != parcel.country)
        return next(abroad, parcel.node) if places[parcel.node].country == parcel.country else parcel.node

    def _no_local_node(self, where: str) -> IllegalCommandError:
        nodes = ", ".join(f"{node} ({place.country})" for node, place in self._chain.warehouses.items())
        message = f"expected a warehouse of our own in {where} for a local label; there are {nodes}"
        return IllegalCommandError("no_local_node", message, country=where)
