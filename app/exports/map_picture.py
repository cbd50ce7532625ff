"""A copy of the map as figures and lines of type on a sheet, before it is a page or a picture."""

from dataclasses import dataclass, replace

from app import words
from app.domain.ids import Id
from app.domain.map_figure import Figure, Points, Tone, moved
from app.domain.map_fold import Fold
from app.domain.map_mark import MIDDLE_DOWN, fold_mark, mark, me, tides
from app.domain.map_name import NAME_LINES, Box, mark_radius, named, ring_boxes
from app.domain.map_tie import leading_to, plain_tie, tie
from app.domain.support import Ring
from app.domain.support_map import Placed
from app.exports.line import Line, Span, broken
from app.exports.map_document import MapDocument
from app.exports.support_said import name_of

_AROUND = 26.0
"""Around the outermost ring, for half a name."""
_SIZES = (1.5, 1.3, 1.15, 1.0)
"""How large names may be beside marks: the first at which all have room; at the last all have."""
_SIZE = 14.0
LEADING = 1.2
_AIR = 3.0


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Label:
    """Lines of type around a point, one below the other, the rows ``high`` each. One ``on_mark`` needs no paper below."""

    lines: tuple[Line, ...]
    x: float
    y: float
    high: float
    tone: Tone = Tone.INK
    on_mark: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Picture:
    """A square sheet, its length in units of its own; what is drawn first lies below."""

    side: float
    figures: tuple[Figure, ...]
    labels: tuple[Label, ...]


def picture_of(document: MapDocument) -> Picture:
    """Return the map of a copy. Every mark has its name."""
    text, names = _names(document)
    figures, labels = tides(document.shown, 1.0), _ring_names(document, names, text)
    for place in document.shown.placed:
        shape = document.shapes[place.id]
        along = leading_to(place.x, place.y, 1.0, names[place.id])
        figures += plain_tie(along) if isinstance(shape, Fold) else tie(shape, along)
    for place in document.shown.placed:
        figures += _mark(document, place)
        labels += _labels(document, place, names[place.id], text)
    figures.append(me(1.0))
    labels.append(_label(words.support_map.me, (-27, -20, 27, 20), 1.0, on_mark=True, tone=Tone.PAPER))
    figures += [_ground(label) for label in labels if not label.on_mark]
    half = document.shown.radius + _AROUND
    return Picture(
        side=2 * half,
        figures=tuple(replace(one, outline=moved(one.outline, half, half)) for one in figures),
        labels=tuple(replace(one, x=one.x + half, y=one.y + half) for one in labels),
    )


def _names(document: MapDocument) -> tuple[float, dict[Id, Box]]:
    """The size of the names, and where they stand from the person."""
    texts = {known: name_of(shape) for known, shape in document.shapes.items()}
    half = document.shown.radius + _AROUND
    within = (-half, -half, half, half)
    for text in _SIZES:
        names = named(document.shown, texts, 1.0, within, text=text)
        if len(names) == len(texts):
            break
    return text, names


def _mark(document: MapDocument, place: Placed) -> list[Figure]:
    shape, radius = document.shapes[place.id], mark_radius(1.0)
    if isinstance(shape, Fold):
        return fold_mark(shape.kind, place.x, place.y, radius)
    return mark(shape.kind, shape.state, place.x, place.y, radius)


def _labels(document: MapDocument, place: Placed, box: Box, text: float) -> list[Label]:
    shape = document.shapes[place.id]
    labels = [_label(name_of(shape), box, text)]
    if isinstance(shape, Fold):
        down = place.y + MIDDLE_DOWN.get(shape.kind, 0) * mark_radius(1.0)
        around = place.x - 20, down - 20, place.x + 20, down + 20
        labels.append(_label(str(len(shape.members)), around, 1.15, on_mark=True))
    return labels


def _ring_names(document: MapDocument, names: dict[Id, Box], text: float) -> list[Label]:
    texts = {ring: words.support.rings[ring] for ring in Ring}
    boxes = ring_boxes(document.shown, texts, names.values(), 1.0, text=text)
    return [_label(texts[ring], box, text, tone=Tone.LINE) for ring, box in boxes.items()]


def _label(said: str, box: Box, text: float, *, on_mark: bool = False, tone: Tone = Tone.INK) -> Label:
    size, room = _SIZE * text, box[2] - box[0] + 2 * _AIR
    lines, kept = _lines(said, size, room, strong=on_mark), said
    while len(lines) > NAME_LINES:
        kept = kept[:-1].rstrip()
        lines = _lines(f"{kept}…", size, room, strong=on_mark)
    return Label(
        lines=lines,
        x=(box[0] + box[2]) / 2,
        y=(box[1] + box[3]) / 2,
        high=size * LEADING,
        tone=tone,
        on_mark=on_mark,
    )


def _lines(said: str, size: float, room: float, *, strong: bool) -> tuple[Line, ...]:
    return broken([Span(text=said, size=size, bold=strong)], room)


def _ground(label: Label) -> Figure:
    """Paper below the lines of a label, so that a line of the map below them does not disturb."""
    wide = max(sum(run.width for run in line) for line in label.lines) / 2 + _AIR
    high = label.high * len(label.lines) / 2
    (left, right), (top, low) = (label.x - wide, label.x + wide), (label.y - high, label.y + high)
    tone = Tone.TIDE if label.tone is Tone.LINE else Tone.PAPER
    return Figure(outline=Points(((left, top), (right, top), (right, low), (left, low))), fill=tone)
