"""Breaking text into lines: between words, never inside a number that fits, inside a word only where it must."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from app.exports import direction
from app.exports.typeface import Face, clusters, in_faces, printable, width

_SEPARATORS = " \u00a0\u2009\u202f()./\u2010\u2011\u2012\u2013-"
_NUMBER = rf"[+(]{{0,2}}\d(?:[{re.escape(_SEPARATORS)}]{{0,3}}\d)+"
_EACH = "\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60"
_OPENING = "「『（〈《【［｛"  # noqa: RUF001  # Japanese brackets
_CLOSING = "、。，．！？：；・）」』】〉》］｝々ーぁぃぅぇぉっゃゅょァィゥェォッャュョ"  # noqa: RUF001  # Japanese stops
"""In Chinese and Japanese a line may end after each sign, but for these."""
_PIECE = re.compile(rf"((?:{_NUMBER}|[^ \n{_EACH}])+|[{_OPENING}]*[{_EACH}][{_CLOSING}]*)( *)|( +)")
_GAP = re.compile(r"([^ ]+)( *)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Text of one look. ``size`` is in points; ``whole`` text stays on one line if one line can hold it."""

    text: str
    size: float
    bold: bool = False
    whole: bool = False

    def __repr__(self) -> str:
        return "<Span>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of a line in one face; ``width`` and ``size`` are in points.

    ``text`` is in the order in which it is read. An odd ``level`` says that it runs from right to left; see
    ``app.exports.direction``.
    """

    text: str
    face: Face
    size: float
    width: float
    level: int = 0

    def __repr__(self) -> str:
        return "<Run>"


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class _Piece:
    """What stays together, and the blanks after it, which a line's end swallows."""

    text: str
    gap: str
    span: Span

    @property
    def width(self) -> float:
        return _width(self.text, self.span)

    def __repr__(self) -> str:
        return "<Piece>"


def broken(spans: Sequence[Span], room: float) -> tuple[Line, ...]:
    """Return the spans as lines at most ``room`` points wide. Line breaks that were typed are kept; no sign is lost."""
    is_backward = direction.begins_backward("".join(span.text for span in spans))
    lines: list[list[_Piece]] = [[]]
    used = 0.0
    for piece in (fitting for whole in _pieces(spans) for fitting in _fitting(whole, room)):
        if piece.gap == "\n" or (lines[-1] and used + piece.width > room):
            lines.append([])
            used = 0.0
        if piece.gap != "\n":
            lines[-1].append(piece)
            used += piece.width + _width(piece.gap, piece.span)
    return tuple(_runs(line, is_backward=is_backward) for line in lines)


def _pieces(spans: Sequence[Span]) -> Iterator[_Piece]:
    for span in spans:
        for index, text in enumerate(printable(span.text).split("\n")):
            if index:
                yield _Piece(text="", gap="\n", span=span)
            if span.whole:
                yield _Piece(text=text.rstrip(" "), gap=" " * (len(text) - len(text.rstrip(" "))), span=span)
            else:
                for found in _PIECE.finditer(text):
                    yield _Piece(text=found[1] or "", gap=found[2] or found[3] or "", span=span)


def _fitting(piece: _Piece, room: float) -> Iterator[_Piece]:
    if piece.gap == "\n" or piece.width <= room:
        yield piece
        return
    words = _GAP.findall(piece.text)
    for index, (text, gap) in enumerate(words):
        word = replace(piece, text=text, gap=gap if index < len(words) - 1 else piece.gap)
        if word.width <= room:
            yield word
        else:
            yield from _chopped(word, room)


def _chopped(piece: _Piece, room: float) -> Iterator[_Piece]:
    start, text = "", piece.text
    for cluster in clusters(text):
        if start and _width(start + cluster, piece.span) > room:
            yield replace(piece, text=start, gap="")
            start = ""
        start += cluster
    yield replace(piece, text=start)


def _runs(pieces: Sequence[_Piece], *, is_backward: bool) -> Line:
    texts = [piece.text + (piece.gap if piece is not pieces[-1] else "") for piece in pieces]
    levels = iter(direction.levels("".join(texts), is_backward=is_backward))
    signs = [
        ((face, piece.span.size, next(levels)), sign)
        for piece, text in zip(pieces, texts, strict=True)
        for stretch, face in in_faces(text, bold=piece.span.bold)
        for sign in stretch
    ]
    runs = ((look, "".join(sign for _, sign in group)) for look, group in groupby(signs, key=itemgetter(0)))
    return tuple(
        Run(text=text, face=face, size=size, width=width(text, face, size), level=level)
        for (face, size, level), text in runs
    )


def _width(text: str, span: Span) -> float:
    return sum(width(stretch, face, span.size) for stretch, face in in_faces(text, bold=span.bold))
