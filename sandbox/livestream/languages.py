"""Which language an audience speaks, and which it follows."""

from __future__ import annotations

from sandbox.kernel.messages import Country, Language
from sandbox.kernel.money import PPM

SPOKEN: dict[Country, Language] = {
    "US": "en", "GB": "en", "AU": "en", "CA": "en", "NZ": "en", "IE": "en", "SG": "en",
    "DE": "de", "AT": "de", "CH": "de", "FR": "fr", "BE": "fr", "IT": "it", "ES": "es", "NL": "nl",
    "BR": "pt", "PT": "pt", "MX": "es", "JP": "ja", "KR": "ko", "CN": "zh", "TW": "zh", "HK": "zh",
    "SA": "ar", "AE": "ar", "TH": "th", "VN": "vi", "ID": "id", "PL": "pl", "SE": "sv",
}
"""First language of most viewers of a country; English elsewhere."""
ENGLISH_FOLLOWED = 700_000
"""How much of an English pitch reaches people of another language, ppm."""


def language_of(country: Country) -> Language:
    """The language in which people of *country* write."""
    return SPOKEN.get(country, "en")


def reach(language: Language, countries: dict[Country, int]) -> int:
    """How much of an audience follows *language*, in ppm: all of its own speakers, 70 % of others if it is English."""
    other = ENGLISH_FOLLOWED if language == "en" else 0
    return sum(
        share * (PPM if language_of(country) == language else other) // PPM for country, share in countries.items()
    )
