"""A copy of the map as a picture: a PNG, made in memory, with nothing in it but what is seen."""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from app.domain.map_figure import Figure, Point, Tone, painted
from app.domain.map_mark import DASHES
from app.exports import direction, shaping
from app.exports.line import Line, Run, Span, broken
from app.exports.map_document import MapDocument
from app.exports.map_picture import LEADING, Label, Picture, picture_of

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

TONES = {
    Tone.INK: (29, 43, 44),
    Tone.PAPER: (255, 255, 255),
    Tone.FILL: (213, 230, 225),
    Tone.LINE: (92, 102, 101),
    Tone.TIDE: (249, 244, 237),
    Tone.EDGE: (168, 170, 165),
    Tone.ME: (30, 95, 90),
}
"""Red, green and blue, for white paper."""
PIXELS = 1_600
"""How wide the picture is."""
_FINER = 2
"""So many times larger it is drawn first, for smooth edges."""
_HEAD, _FOOT = 30.0, 16.0
"""Sizes of the title and of the line below, in units of the map."""
_BASELINE = 0.754


def map_png(document: MapDocument) -> bytes:
    """Return the copy as a PNG, the same bytes for the same document; nothing is written anywhere."""
    from PIL import Image, ImageDraw  # noqa: PLC0415  # a start can spare it

    picture = picture_of(document)
    above, below = _texts(document, picture.side)
    scale = PIXELS * _FINER / picture.side
    top = sum(label.high * len(label.lines) for label in above)
    high = top + picture.side + sum(label.high * len(label.lines) for label in below)
    image = Image.new("RGB", (PIXELS * _FINER, round(high * scale)), TONES[Tone.PAPER])
    pen = _Pen(ImageDraw.Draw(image), scale, top)
    pen.draw(picture)
    for label in (*above, *below):
        pen.label(label, down=0)
    small = image.resize((PIXELS, round(high * scale / _FINER)), Image.Resampling.LANCZOS)
    out = BytesIO()
    small.save(out, format="PNG", optimize=True)
    return out.getvalue()


def _texts(document: MapDocument, side: float) -> tuple[list[Label], list[Label]]:
    """The title above the map; below it by whom, and when."""
    head = _row(document.title, _HEAD, side, 0)
    said = "   ".join(filter(None, (document.in_words.made_by, document.in_words.dated)))
    return [head], [_row(said, _FOOT, side, side + head.high * len(head.lines))]


def _row(said: str, size: float, side: float, top: float) -> Label:
    lines = broken([Span(text=said, size=size, bold=size == _HEAD)], side - 2 * size)
    high = size * LEADING * 1.3
    return Label(lines=lines, x=side / 2, y=top + high * len(lines) / 2, high=high)


class _Pen:
    """Draws on an image, ``scale`` pixels to a unit, the map ``top`` units below its upper edge."""

    def __init__(self, drawing: "ImageDraw", scale: float, top: float) -> None:
        self._drawing, self._scale, self._top = drawing, scale, top

    def draw(self, picture: Picture) -> None:
        """Draw the figures, and the labels over them."""
        for figure in picture.figures:
            self._paint(figure)
        for label in picture.labels:
            self.label(label, down=self._top)

    def label(self, label: Label, *, down: float) -> None:
        """Draw lines of type around their point."""
        top = label.y + down - label.high * len(label.lines) / 2
        for number, line in enumerate(label.lines):
            self._line(line, label, top + label.high * (number + _BASELINE))

    def _line(self, line: Line, label: Label, baseline: float) -> None:
        from PIL import ImageFont  # noqa: PLC0415  # as above

        left = label.x - sum(run.width for run in line) / 2
        for run in direction.seen(line):
            size, fill = run.size * self._scale, TONES[label.tone]
            file = shaping.by_number(run.face.file)() if run.face.is_shaped else run.face.file
            font = ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)
            for right, up, text in _placed(run):
                at = (left + right * run.size) * self._scale, (baseline - up * run.size) * self._scale
                self._drawing.text(at, text, font=font, fill=fill, anchor="ls")
            left += run.width

    def _paint(self, figure: Figure) -> None:
        for one in painted(figure, DASHES):
            points, colour = self._pixels(one.points), TONES[one.tone]
            if one.width:
                wide = max(1, round(one.width * self._scale))
                self._drawing.line(points, fill=colour, width=wide, joint="curve")
            else:
                self._drawing.polygon(points, fill=colour)

    def _pixels(self, points: tuple[Point, ...]) -> list[Point]:
        return [(x * self._scale, (y + self._top) * self._scale) for x, y in points]


def _placed(run: Run) -> Iterator[tuple[float, float, str]]:
    """What is to be drawn of a run, from left to right: how far right and up, in parts of its size, and the text."""
    if not run.face.is_shaped:
        yield 0, 0, direction.drawn(run.text, run.face, run.level)
        return
    reached = 0.0
    for shape in shaping.shapes(run.text, run.face.file):
        yield (reached + shape.right) / 1000, shape.up / 1000, shape.sign
        reached += shape.advance
