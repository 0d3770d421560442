"""What a trained person knows without a screen: languages, words, headings. Small and general, not of one scenario."""

from __future__ import annotations

from collections.abc import Mapping

from sandbox.roles.view_parts import ProductCard

LANGUAGES = {"US": "en", "GB": "en", "AU": "en", "DE": "de", "FR": "fr", "JP": "ja", "BR": "pt", "MX": "es",
             "SA": "ar", "AE": "ar", "TH": "th"}
"""What a country's shoppers read."""
HEADINGS: dict[str, tuple[str, ...]] = {
    "lamp": ("940521",), "bottle": ("961700",), "storage": ("392490",), "boxes": ("392490",), "earbuds": ("851830",),
    "charger": ("850440",), "speaker": ("851821",), "cable": ("854442",), "tiles": ("950300",), "plush": ("950300",),
    "train": ("950300",), "t-shirt": ("610910",), "dress": ("620442",), "cardigan": ("611020",),
    "scarf": ("621430",), "cream": ("330499",), "lip": ("330410",),
}
"""Word of a product's English name to its headings of the Harmonized System, best first (nomenclature of 2022)."""


def heading_of(name: str, choices: tuple[str, ...]) -> str:
    """The heading a trained classifier takes among *choices*; empty when the name says nothing."""
    words = name.lower().replace(",", " ").split()
    for word, headings in HEADINGS.items():
        if word in words:
            return next((code for code in headings if code in choices), "")
    return ""


def category_of(card: ProductCard, keywords: Mapping[str, tuple[str, ...]]) -> str:
    """The category whose search words fit the product's name best; empty when none does."""
    name = f"{card.sku} {card.name.en}".lower()
    hits = {category: sum(word.rstrip("s") in name for word in words) for category, words in keywords.items()}
    best = max(hits, key=lambda category: (hits[category], category), default="")
    return best if best and hits[best] else ""


def words_for(card: ProductCard, keywords: Mapping[str, tuple[str, ...]], most: int) -> tuple[str, ...]:
    """Search words of the product's category, those in its name first."""
    name = f"{card.sku} {card.name.en}".lower()
    words = keywords.get(category_of(card, keywords), ())
    return tuple(sorted(words, key=lambda word: (word.rstrip("s") not in name, words.index(word))))[:most]
