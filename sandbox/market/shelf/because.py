"""Why a listing sells as it does: its own terms against those of a usual listing, the largest first."""

from __future__ import annotations

from sandbox.kernel.detmath import det_log
from sandbox.market.shelf import laws
from sandbox.market.shelf.cell import Cell
from sandbox.market.shelf.listing import ShelfListing

USUAL_ATTENTION = 0.08
"""Of a listing in the middle of the first page."""
USUAL_REVIEWS = 150.0
SHOWN = 3


def because(cell: Cell, row: int, listing: ShelfListing) -> tuple[tuple[str, int], ...]:
    """Up to three (term, ppm of a log unit): attention, price, stars, reviews, page, promise, usual_price, delivery."""
    terms = cell.terms[:, row]
    look = terms[laws.ATTENTION]
    if look <= 0.0:
        return (("not_found", -1_000_000),)
    usual = float(terms[laws.USUAL])
    parts = {
        "attention": det_log(look / USUAL_ATTENTION),
        "price": -cell.elasticity * terms[laws.PRICE],
        "stars": 2.0 * laws.STARS_PART * laws.STARS * terms[laws.STAR],
        "reviews": laws.REVIEWS * (terms[laws.KNOWN] - det_log(1.0 + USUAL_REVIEWS)),
        "page": terms[laws.CONTENT],
        "promise": laws.DAYS * terms[laws.TIME],
        "usual_price": (laws.GAIN if usual > 0.0 else laws.LOSS) * usual,
        "delivery": terms[laws.PLUS],
    }
    ordered = sorted(parts.items(), key=lambda part: (-abs(part[1]), part[0]))
    return tuple((name, int(value * 1e6)) for name, value in ordered[:SHOWN] if abs(value) >= 0.005)
