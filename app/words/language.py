"""Which language is spoken: its sentences, its days and numbers, and which way its pages are read."""

import gettext
from pathlib import Path

from app.words.direction import use_right_to_left
from app.words.moment import use_locale
from app.words.pseudo import EXPANDED, MIRRORED, Expanded
from app.words.said import use_catalogue

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "languages"

ENGLISH = "en"
OFFERED = {ENGLISH: "English", "de": "Deutsch", "es": "Español"}
"""The languages one can choose, each with its own name for itself, which is never translated."""

DRAFTS = frozenset(OFFERED) - {ENGLISH}
"""Translations that no speaker with experience of peer support has read through yet."""

SPOKEN = frozenset({*OFFERED, EXPANDED, MIRRORED})
_RIGHT_TO_LEFT = frozenset({MIRRORED})
_LOCALES = {ENGLISH: "en_GB", EXPANDED: "en_GB", MIRRORED: "en_GB"}
"""Where days and numbers of a language are written as in one of its countries, as long as no region is known."""

_spoken = ENGLISH


def speak(language: str, region: str = "") -> None:
    """From now on speak this language, one of ``SPOKEN``, with days and numbers as they are written in a region.

    ``region`` is a country code of two letters, or empty; one where the language has no form of its own changes nothing.
    """
    global _spoken  # noqa: PLW0603  # one person reads one language at a time
    _spoken = language
    use_catalogue(_catalogue(language))
    tongue = ENGLISH if language in _LOCALES else language
    use_locale(f"{tongue}_{region}", _LOCALES.get(language, language))
    use_right_to_left(language in _RIGHT_TO_LEFT)


def spoken() -> str:
    """Return the language in use, one of ``SPOKEN``."""
    return _spoken


def written() -> str:
    """Return the language that what is written now is in, as BCP 47 has it, for documents and pages: ``de``."""
    return _spoken if _spoken in OFFERED else ENGLISH


def _catalogue(language: str) -> gettext.NullTranslations:
    if language == EXPANDED:
        return Expanded()
    if language in DRAFTS:
        with (FOLDER / f"{language}.mo").open("rb") as file:
            return gettext.GNUTranslations(file)
    return gettext.NullTranslations()
