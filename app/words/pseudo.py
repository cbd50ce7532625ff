"""Two languages nobody speaks, to look at what a translation does to a screen. Neither is on offer in the app.

Their codes are those that Unicode's language data keeps for this: ``en-XA`` is longer and has marks on its letters,
``ar-XB`` is read from right to left.
"""

import gettext
import re

EXPANDED = "en-XA"
MIRRORED = "ar-XB"

OPEN, CLOSE = "‹", "›"  # noqa: RUF001  # the fonts have them, and no sentence does
"""Stand around every sentence in the expanded language: what stands outside of them was never marked for translation."""

_PLACE = re.compile(r"(\{[^}]*\})")
_MARKED = str.maketrans("AEIOUaeiouyncs", "ÅÉÎÖÛåéîöûýñçš")
_LONGER = " ~"
_LETTERS_TO_A_MARK = 5


def expanded(text: str) -> str:
    """Return a sentence about two fifths longer, its letters marked, its places to fill as they were."""
    marked = "".join(part if part.startswith("{") else part.translate(_MARKED) for part in _PLACE.split(text))
    return f"{OPEN}{marked}{_LONGER * (1 + len(text) // _LETTERS_TO_A_MARK)}{CLOSE}"


class Expanded(gettext.NullTranslations):
    """Gives every sentence longer and with marks."""

    def pgettext(self, context: str, message: str) -> str:
        """Return the sentence, longer."""
        return expanded(super().pgettext(context, message))

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """Return singular or plural, longer."""
        return expanded(super().npgettext(context, msgid1, msgid2, n))
