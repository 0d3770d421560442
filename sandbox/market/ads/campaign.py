"""One campaign: what was asked for, today's plan, and the books. Amounts that accrue are in millionths (``micro``)."""

from __future__ import annotations

from msgspec import Struct, field

from sandbox.kernel.money import PPM

WEEK = 7
LEARNING_ORDERS = 50
"""A campaign has learnt whom to show itself to after so many orders: the rule of thumb of the large feeds."""


class Books(Struct):
    """What was shown, clicked, paid and is expected of it; all in millionths."""

    impressions: int = 0
    clicks: int = 0
    spend: int = 0
    visitors: int = 0
    """People who land on the listing and would not have come by themselves."""
    orders: int = 0
    """Expected orders that the platform counts as the campaign's."""
    gmv: int = 0
    extra_orders: int = 0
    """Expected orders that would not be there without it."""
    extra_gmv: int = 0

    def add(self, day: Books, share_ppm: int) -> None:
        """Add a share of a whole day."""
        for name in self.__struct_fields__:
            setattr(self, name, getattr(self, name) + getattr(day, name) * share_ppm // PPM)

    def plus(self, day: Books, share_ppm: int) -> Books:
        """The same, into new books."""
        total = Books(*(getattr(self, name) for name in self.__struct_fields__))
        total.add(day, share_ppm)
        return total


class Plan(Struct):
    """What a whole day would bring as things are, paced to the budget."""

    day: Books
    win_ppm: int = 0
    throttle_ppm: int = 0
    attention_ppm: int = 0
    """Extra attention on the shelf."""
    price_milli: int = 0
    """Of a click (search) or of a thousand impressions (feed), thousandths of a minor unit."""
    because: tuple[tuple[str, int], ...] = ()
    credit_ppm: int = 0
    """Share of the listing's shelf orders whose buyer had clicked the sponsored slot."""
    knows_extra: bool = True
    """False until the shelf was asked what a search campaign really adds."""


class Creative(Struct):
    """A picture or video."""

    hook: str
    claims: tuple[str, ...]
    strength_ppm: int
    """Clicks when it is new, against a plain one."""
    since: int
    """Second at which it began to run; for one in review, when the review ends."""
    is_tired: bool = False


class Campaign(Struct, kw_only=True):
    """One campaign of one team."""

    id: str
    key: int
    """The id as a number, for draws."""
    label: int
    team: str
    kind: str
    country: str
    platform: str
    sku: str
    category: str
    listing: str
    keywords: tuple[str, ...]
    relevant: int
    audience: str
    bid: int
    target_roas_ppm: int
    daily_budget: int
    starts: int
    ends: int
    price: int = 0
    creative: Creative
    waiting: Creative | None = None
    """In review."""
    status: str = "running"
    """``running``, ``paused``, ``stopped`` (no money) or ``ended``."""
    changed_at: int
    unlearnt_ppm: int = 0
    """Expected orders up to the last reset of learning."""
    views: int = 0
    """Of a short video, in all."""
    today: Books = field(default_factory=Books)
    total: Books = field(default_factory=Books)
    """Of the days before today."""
    week: tuple[int, ...] = (0,) * WEEK
    """Impressions of the last seven days, newest last."""
    plan: Plan | None = None
    counted_to: int = 0
    """Second up to which the books hold."""
    sent: int = 0
    """Visitors handed on so far."""

    @property
    def is_on(self) -> bool:
        """Whether it takes part in auctions."""
        return self.status == "running"

    @property
    def place(self) -> tuple[str, str]:
        """Its key among all campaigns of a run."""
        return self.team, self.id

    @property
    def learnt_orders(self) -> int:
        """Expected orders since learning began; expected, so that luck does not move the auctions."""
        return (self.total.orders + self.today.orders - self.unlearnt_ppm) // PPM

    @property
    def is_learning(self) -> bool:
        """Whether it still guesses whom to show itself to."""
        return self.kind in ("feed", "live") and self.learnt_orders < LEARNING_ORDERS

    def spent(self) -> int:
        """Spend so far up to ``counted_to``, minor units."""
        return self.spent_before() + self.today.spend // PPM

    def spent_before(self) -> int:
        """Spend of the days before today, minor units."""
        return self.total.spend // PPM
