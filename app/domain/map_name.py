"""Which names have room on the map at a scale, and where: they keep their size, so that they can be read at every scale."""

from collections.abc import Iterable, Iterator, Mapping
from math import cos, inf, radians, sin
from unicodedata import category, east_asian_width

from app.domain.ids import Id
from app.domain.support import Ring
from app.domain.support_map import SupportMap

MARK = 22.0
"""Radius of a mark at scale 1, in logical pixels."""
NAME_WIDTH = 80.0
NAME_LINE = 16.5
NAME_LINES = 2
NAME_AIR = 3.0
"""Between a mark and its name."""
PERSON = 27.0
"""Radius of the person's own mark at scale 1."""
CLEAR = 3.0
"""Between a line and what it leads to, or ends at."""
SHORTEST = 8.0
"""A shorter line is none to see."""
_MARK_IN_UNITS = 34.0
_SIGN = 7.6
"""About how wide a sign of a name is; some are wider."""

_WIDE = frozenset("mwMW@\u0436\u0444\u043c\u0448\u0449\u044b\u044e\u0416\u0424\u041c\u0428\u0429\u042b\u042e")
_CYRILLIC = frozenset(map(chr, range(0x400, 0x500)))

_OVER_OTHERS = frozenset({"Mn", "Me", "Cf"})
"""Categories of marks over or under letters, and of signs that are not seen."""
_PICTURE = 2.4
_FIRST_OF_OTHER_SCRIPTS, _LATIN_AGAIN, _OTHER_SCRIPTS = "\u0530", "\u1e00", 1.5
"""Armenian, Hebrew, Arabic, Hindi, Thai and what else stands there; to fit most of their letters."""

_EDGE_ANGLES = (0, 180, 20, -20, 160, -160, 40, -40, 140, -140)

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in logical pixels from the person."""

EVERYWHERE: Box = (-inf, -inf, inf, inf)


def mark_radius(scale: float, at_full: float = MARK) -> float:
    """How large a mark is drawn at a scale, in logical pixels. Marks never touch."""
    return min(at_full, _MARK_IN_UNITS * scale * at_full / MARK)


def named(
    shown: SupportMap,
    names: Mapping[Id, str],
    scale: float,
    within: Box = EVERYWHERE,
    besides: Iterable[Box] = (),
    *,
    text: float = 1.0,
) -> dict[Id, Box]:
    """Where the names stand that have room, the nearest first. ``text`` is how large the reader has set text, from 1.

    Where the scale is at least that all have, each below its mark. At smaller scales none stands out of the box
    ``within``, or over one of the boxes ``besides``.
    """
    radius = mark_radius(scale)
    places = {one.id: (one.x * scale, one.y * scale) for one in shown.placed}
    if scale >= text:
        return {known: name_boxes(names[known], *place, radius, text)[0] for known, place in places.items()}
    with_a_line = mark_radius(scale, PERSON) + CLEAR + SHORTEST + CLEAR
    taken = [*besides, _square(0, 0, with_a_line)]  # a name nearer to the person leaves none of its own
    taken += [_square(*place, radius) for place in places.values()]
    found: dict[Id, Box] = {}
    for known, place in places.items():
        for box in name_boxes(names[known], *place, radius, text):
            if _inside(box, within) and not any(touch(box, other) for other in taken):
                taken.append(box)
                found[known] = box
                break
    return found


def ring_boxes(
    shown: SupportMap, texts: Mapping[Ring, str], names: Iterable[Box], scale: float, *, text: float = 1.0
) -> dict[Ring, Box]:
    """Where the names of the rings have room on the outer edge of each, the top first."""
    taken = [*names, _square(0, 0, mark_radius(scale, PERSON))]
    taken += [_square(one.x * scale, one.y * scale, mark_radius(scale)) for one in shown.placed]
    found: dict[Ring, Box] = {}
    for band in shown.bands:
        half, edge = _SIGN * text * _signs(texts[band.ring]) / 2, band.outer * scale
        for angle in _EDGE_ANGLES:
            x, y = edge * sin(radians(angle)), -edge * cos(radians(angle))
            box = x - half, y - NAME_LINE * text / 2, x + half, y + NAME_LINE * text / 2
            if not any(touch(box, other) for other in taken):
                taken.append(box)
                found[band.ring] = box
                break
    return found


def name_boxes(name: str, x: float, y: float, radius: float, text: float = 1.0) -> tuple[Box, ...]:
    """About where a name of at most two lines can stand by a mark: below, above, to the right, to the left."""
    lines = list(_lines(name))
    wide = min(NAME_WIDTH, _SIGN * max(map(_signs, lines))) * text
    high = min(NAME_LINES, len(lines)) * NAME_LINE * text
    away = radius + NAME_AIR
    return (
        (x - wide / 2, y + away, x + wide / 2, y + away + high),
        (x - wide / 2, y - away - high, x + wide / 2, y - away),
        (x + away, y - high / 2, x + away + wide, y + high / 2),
        (x - away - wide, y - high / 2, x - away, y + high / 2),
    )


def touch(one: Box, other: Box) -> bool:
    """Whether two boxes lie over each other."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _inside(box: Box, around: Box) -> bool:
    return box[0] >= around[0] and box[1] >= around[1] and box[2] <= around[2] and box[3] <= around[3]


def _lines(name: str) -> Iterator[str]:
    """About the lines a name is broken into."""
    line = ""
    for word in name.split():
        longer = f"{line} {word}".strip()
        if line and _signs(longer) * _SIGN > NAME_WIDTH:
            yield line
            longer = word
        line = longer
    over = _signs(line) * _SIGN > NAME_WIDTH
    yield line
    if over:
        yield ""


def _signs(text: str) -> float:
    """How wide a text is, in signs of usual width."""
    return sum(map(_wide, text))


def _wide(sign: str) -> float:
    if category(sign) in _OVER_OTHERS:
        return 0
    if category(sign) == "So":
        return _PICTURE
    if east_asian_width(sign) in "WF":
        return 2
    if sign in _WIDE:
        return 1.5
    if _FIRST_OF_OTHER_SCRIPTS <= sign < _LATIN_AGAIN:
        return _OTHER_SCRIPTS
    return 1.15 if sign in _CYRILLIC else 1


def _square(x: float, y: float, radius: float) -> Box:
    return x - radius, y - radius, x + radius, y + radius
