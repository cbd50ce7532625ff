"""Which way text runs in a line that mixes directions: the Unicode Bidirectional Algorithm (UAX 9), as fpdf2 has it."""

import unicodedata
from collections.abc import Sequence
from typing import Protocol, TypeVar

from app.exports.typeface import Face, as_set, clusters

_BACKWARD = frozenset({"R", "AL"})
_STRONG = _BACKWARD | {"L"}
_ARABIC_NUMBER = "AN"
_TURNED = dict(zip("()[]{}<>«»‹›", ")(][}{><»«›‹", strict=True))  # noqa: RUF001  # quotation marks, not comparisons


class Levelled(Protocol):
    """A stretch of a line, with how deep directions are nested there: an odd level runs from right to left."""

    @property
    def level(self) -> int:
        """The level of all of it."""


_Stretch = TypeVar("_Stretch", bound=Levelled)


def begins_backward(text: str) -> bool:
    """Whether a paragraph runs from right to left: its first letter says so."""
    kinds = (unicodedata.bidirectional(sign) for sign in text)
    return next((kind for kind in kinds if kind in _STRONG), "L") in _BACKWARD


def levels(text: str, *, is_backward: bool) -> Sequence[int]:
    """Return the level of each sign of a line, whose paragraph may run backward."""
    kinds = {unicodedata.bidirectional(sign) for sign in text}
    if not is_backward and not kinds & {*_BACKWARD, _ARABIC_NUMBER}:
        return [0] * len(text)
    from fpdf.bidi import BidiParagraph  # noqa: PLC0415  # a start without an export can spare it
    from fpdf.enums import TextDirection  # noqa: PLC0415  # as above

    base = TextDirection.RTL if is_backward else TextDirection.LTR
    paragraph = BidiParagraph(
        text, base_direction=base
    )  # of joiners it tells nothing: they stand as what they follow
    known = {
        one.character_index: one.embedding_level for one in paragraph.get_characters_with_embedding_level()
    }
    found: list[int] = []
    for place in range(len(text)):
        found.append(known.get(place, found[-1] if found else int(is_backward)))
    return found


def seen(stretches: Sequence[_Stretch]) -> list[_Stretch]:
    """Return the stretches of a line in the order in which they stand, from left to right (rule L2)."""
    order = list(stretches)
    for level in range(max((one.level for one in order), default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and order[end].level >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end + 1
    return order


def drawn(text: str, face: Face, level: int) -> str:
    """Return the signs to draw for a text in a face that is not shaped, as they stand from left to right."""
    signs = as_set(text, face)
    if level % 2 == 0:
        return signs
    return "".join(_TURNED.get(cluster, cluster) for cluster in reversed(list(clusters(signs))))
