"""What a product costs on air: list price, flash price, coupon, and how they stack.

One coupon an order. A coupon counts on top of a flash price too, but never below the agreed floor price.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from msgspec import Struct

from sandbox.kernel import ids
from sandbox.kernel.messages import Actor
from sandbox.livestream.commands import IssueCoupon, StartFlash
from sandbox.livestream.offer_events import CouponClosed, CouponIssued, FlashEnded, FlashStarted
from sandbox.livestream.stage import Stage, refuse

FLASHES_PER_HOUR = 3


class Flash(Struct):
    """A flash price that is running."""

    price: int
    until: int


class Coupon(Struct):
    """A coupon that is out."""

    id: str
    sku: str
    amount: int
    minimum: int
    left: int
    used: int
    until: int


class PriceTag(NamedTuple):
    """The price of one unit now, shop currency, minor units."""

    price: int
    """Before the coupon: flash or list price."""
    discount: int
    """Of the coupon, 0 for none."""
    coupon: Coupon | None
    is_flash: bool

    @property
    def to_pay(self) -> int:
        """After the coupon."""
        return self.price - self.discount


class Offers:
    """Flash prices and coupons of one room."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.flashes: dict[str, Flash] = {}
        self.coupons: list[Coupon] = []
        self._flash_starts: list[int] = []
        self._issued = 0

    def start_flash(self, command: StartFlash, actor: Actor) -> None:
        """Begin a flash price.

        Raises:
            IllegalCommandError: ``not_live``, ``unknown_sku``, ``not_on_sale``, ``not_lower_than_price``,
                ``below_floor_price``, ``flash_running`` or ``too_many_flash``.
        """
        self._stage.require_live()
        product = self._stage.require_product(command.sku)
        price = self._stage.reads.list_price(command.sku)
        if command.price >= price:
            refuse("not_lower_than_price", f"{command.sku}: expected less than {price}, got {command.price}",
                   sku=command.sku, limit=price, price=command.price)
        if command.price < product.floor_price:
            refuse("below_floor_price", f"{command.sku}: expected at least {product.floor_price}, got {command.price}",
                   sku=command.sku, floor=product.floor_price, price=command.price)
        self._require_flash_free(command.sku)
        until = self._stage.now + command.seconds
        self.flashes[command.sku] = Flash(command.price, until)
        self._flash_starts.append(self._stage.now)
        self._stage.board_is_stale = True
        self._stage.emit(FlashStarted(sku=command.sku, price=command.price, until=until))

    def _require_flash_free(self, sku: str) -> None:
        if sku in self.flashes:
            refuse("flash_running", f"{sku}: expected no flash price, got one until {self.flashes[sku].until}",
                   sku=sku, until=self.flashes[sku].until)
        recent = [at for at in self._flash_starts if at > self._stage.now - 3600]
        if len(recent) >= FLASHES_PER_HOUR:
            refuse("too_many_flash", f"expected at most {FLASHES_PER_HOUR} flash prices an hour, got one more",
                   limit=FLASHES_PER_HOUR, free_at=recent[0] + 3600)

    def issue_coupon(self, command: IssueCoupon, actor: Actor) -> None:
        """Give everybody in the room a coupon.

        Raises:
            IllegalCommandError: ``not_live``, ``unknown_sku``, ``not_on_sale`` or ``below_floor_price`` (no product
                that it names could be sold with it).
        """
        self._stage.require_live()
        if command.sku is not None:
            self._stage.require_product(command.sku)
        coupon = Coupon(
            id=ids.to_text(ids.child(self._stage.room, "coupon", self._issued)), sku=command.sku or "",
            amount=command.amount, minimum=command.minimum, left=command.copies, used=0,
            until=self._stage.now + command.seconds,
        )
        if not any(self._fits(coupon, sku, self._price(sku)) for sku in self._stage.products):
            refuse("below_floor_price", f"expected a coupon that leaves the floor price, got {command.amount} off",
                   sku=coupon.sku, amount=command.amount, minimum=command.minimum)
        self._issued += 1
        self.coupons.append(coupon)
        self._stage.board_is_stale = True
        self._stage.emit(CouponIssued(coupon=coupon.id, sku=coupon.sku, amount=coupon.amount, minimum=coupon.minimum,
                                      copies=coupon.left, until=coupon.until))

    def _price(self, sku: str) -> int:
        flash = self.flashes.get(sku)
        return flash.price if flash else self._stage.reads.list_price(sku)

    def _fits(self, coupon: Coupon, sku: str, price: int) -> bool:
        floor = self._stage.products[sku].floor_price
        return coupon.sku in ("", sku) and price >= coupon.minimum and price - coupon.amount >= floor

    def tag(self, sku: str) -> PriceTag:
        """The price of *sku* now, with the best coupon that may be used."""
        price = self._price(sku)
        fitting = [coupon for coupon in self.coupons if coupon.left > 0 and self._fits(coupon, sku, price)]
        best = max(fitting, key=lambda coupon: coupon.amount, default=None)
        return PriceTag(price, best.amount if best else 0, best, sku in self.flashes)

    def use(self, coupon: Coupon, copies: int) -> None:
        """Take copies of a coupon that orders have used."""
        coupon.left -= copies
        coupon.used += copies
        self._stage.board_is_stale = True

    def expire(self) -> None:
        """End what has run out of time or copies."""
        now = self._stage.now
        for sku in [sku for sku, flash in self.flashes.items() if flash.until <= now]:
            self._end_flash(sku)
        for coupon in [coupon for coupon in self.coupons if coupon.until <= now or coupon.left <= 0]:
            self._close(coupon)

    def end_all(self) -> None:
        """The show is over, and its offers with it."""
        for sku in list(self.flashes):
            self._end_flash(sku)
        for coupon in list(self.coupons):
            self._close(coupon)

    def _end_flash(self, sku: str) -> None:
        del self.flashes[sku]
        self._stage.board_is_stale = True
        self._stage.emit(FlashEnded(sku=sku))

    def _close(self, coupon: Coupon) -> None:
        self.coupons.remove(coupon)
        self._stage.board_is_stale = True
        self._stage.emit(CouponClosed(coupon=coupon.id, used=coupon.used))

    def state(self) -> list[Any]:
        """What decides the future, as plain data."""
        return [sorted(self.flashes.items()), self.coupons, self._flash_starts, self._issued]
