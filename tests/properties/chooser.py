"""Random commands that make sense often enough: values by a field's name where the run knows them, by type else."""

from __future__ import annotations

import random
from collections.abc import Callable
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from msgspec import Meta, Struct

from sandbox.engine.catalogue import COMMANDS
from sandbox.engine.run import Run
from sandbox.kernel.ids import to_text
from sandbox.roles.catalog import ROLES
from tests.properties.specials import Specials

SEATS = [seat for seat in ROLES if seat.value != "instructor"]
NOT_SENT = ("livestream.end_show",)
"""Ends too much too early; tests of their own send it."""


class Chooser:
    """Makes commands for one run.

    Args:
        run: what is played.
        chance: decides everything.
    """

    def __init__(self, run: Run, chance: random.Random) -> None:
        self._run = run
        self._chance = chance
        self._specials = Specials(run, chance)
        self._known: dict[str, Callable[[], Any]] = {
            "sku": self._sku, "skus": lambda: tuple(dict.fromkeys(self._sku() for _ in range(2))),
            "country": self._country, "node": self._node, "origin": self._node, "destination": self._node,
            "order": self._order, "ticket": lambda: self._of(self._tickets()),
            "listing": lambda: self._of(self._listings()),
            "service": lambda: self._of([one.id for one in run.scenario.services]),
            "platform": lambda: self._of(self._accounts()), "keywords": self._keywords,
            "supplier": lambda: self._of([one.id for one in self._market("suppliers")]),
            "creator": lambda: self._of([one.id for one in self._market("creators")]),
            "hs6": lambda: self._of(list(self._product().hs_choices) or ["940521"]),
            "point": lambda: self._of([one.id for one in self._product().points]),
            "points": lambda: tuple(one.id for one in self._product().points[:2]),
            "language": lambda: self._of(["en", "de"]), "currency": lambda: self._of(["EUR", "USD"]),
            "price": lambda: self._product().price * self._chance.randint(70, 130) // 100,
            "units": lambda: self._chance.randint(1, 30), "amount": lambda: self._chance.randint(1, 60_00),
            "comment": lambda: self._of(self._comments()), "promise_days": lambda: self._chance.randint(2, 30),
            "category": lambda: self._of(self._categories()), "starts_at": lambda: run.now + chance.randint(0, 40_000),
            "methods": lambda: tuple(dict.fromkeys(self._of(["card", "wallet", "bnpl", "bank"]) for _ in range(3))),
        }

    def command(self) -> tuple[str, str, dict[str, Any]]:
        """(seat, type, arguments) of something a seat might send."""
        seat = self._chance.choice(SEATS)
        name = self._chance.choice([name for name in ROLES[seat].commands if name not in NOT_SENT])
        special = self._specials.makers.get(name)
        fitting = special() if special is not None and self._chance.random() < 0.9 else None
        return seat.value, name, fitting or self._fields(COMMANDS[name])

    def _fields(self, kind: type[Struct]) -> dict[str, Any]:
        hints = get_type_hints(kind, include_extras=True)
        made = {}
        for field in kind.__struct_fields__:
            if field == "utterance" or field.endswith("talk_quality_ppm") or field == "features":
                continue
            value = self._value(field, hints[field])
            if value is not None:
                made[field] = value
        return made

    def _value(self, field: str, hint: Any) -> Any:
        if field in self._known and self._chance.random() < 0.97:
            return self._known[field]()
        return self._of_type(field, hint)

    def _of_type(self, field: str, hint: Any) -> Any:
        origin = get_origin(hint)
        if origin is Annotated:
            inner, *notes = get_args(hint)
            return self._bounded(field, inner, [note for note in notes if isinstance(note, Meta)])
        if origin is Literal:
            return self._chance.choice(get_args(hint))
        if origin in (UnionType, Union):
            choices = [one for one in get_args(hint) if one is not type(None)]
            return None if self._chance.random() < 0.4 else self._value(field, choices[0])
        if origin is tuple:
            return tuple(self._of_type(field, get_args(hint)[0]) for _ in range(self._chance.randint(1, 2)))
        if isinstance(hint, type) and issubclass(hint, Struct):
            return self._fields(hint)
        return {bool: self._chance.random() < 0.5, int: self._chance.randint(0, 1000), str: "none"}.get(hint)

    def _bounded(self, field: str, inner: Any, notes: list[Meta]) -> Any:
        if inner is not int:
            return self._of_type(field, inner)
        low = max((note.ge for note in notes if note.ge is not None), default=1)
        high = min((note.le for note in notes if note.le is not None), default=10_000)
        return self._chance.randint(low, min(high, low + 200_000))

    def _of(self, values: list[Any]) -> Any:
        return self._chance.choice(values) if values else "none"

    def _product(self) -> Any:
        return self._chance.choice(self._run.scenario.products)

    def _sku(self) -> str:
        return str(self._product().sku)

    def _country(self) -> str:
        return str(self._of(list(self._run.scenario.audience.countries)))

    def _node(self) -> str:
        return str(self._of([house.node for house in self._run.scenario.warehouses]))

    def _order(self) -> str:
        orders = self._run.domains.shop.orders()
        return to_text(self._of([order.order for order in orders])) if orders else "0" * 13

    def _tickets(self) -> list[str]:
        return [to_text(ticket.id) for ticket in self._run.domains.desk.open_tickets()]

    def _comments(self) -> list[str]:
        return [one.id for one in self._run.tallies.chat.recent("open")] or ["0" * 13]

    def _listings(self) -> list[str]:
        return [one.listing for one in self._run.domains.shop.shelf_side.listings()]

    def _market(self, name: str) -> tuple[Any, ...]:
        return tuple(getattr(self._run.scenario.market, name, ()))

    def _accounts(self) -> list[str]:
        return [one.platform for one in self._market("accounts")]

    def _categories(self) -> list[str]:
        return [product.category for product in self._run.scenario.products]

    def _keywords(self) -> tuple[str, ...]:
        words = getattr(self._run.scenario.market, "keywords", {})
        return tuple(words.get(self._of(self._categories()), ()))[:3]
