"""Bytes as QR codes (ISO/IEC 18004): one code, or a text as a short series of them. Made in memory."""

from dataclasses import dataclass
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING

from app import words
from app.exports.typeface import clusters

if TYPE_CHECKING:
    from segno import QRCode

MOST_BYTES = 300
"""What one code holds at most, so that a phone reads it from a screen: 69 squares a side at level M."""
MOST_CODES = 8
"""As many as a person will scan with patience."""
QUIET = 4
"""Squares of white around a code (ISO/IEC 18004, 9.1)."""
_PIXELS = 10


class TooLong(ValueError):  # noqa: N818  # named for what happened, as all our errors are
    """More bytes than one code may hold. It quotes none of them."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Piece:
    """A part of a text in one code. ``nth`` says which of how many it is, and stands before ``text`` in the code."""

    nth: str
    text: str

    def __repr__(self) -> str:
        return "<Piece>"

    @property
    def content(self) -> bytes:
        """What the code holds, in UTF-8."""
        return f"{self.nth}\n{self.text}".encode()


def png(content: bytes) -> bytes:
    """Return the code as a picture in black and white with its quiet zone, nothing else in it; TooLong."""
    out = BytesIO()
    _code(content).save(out, kind="png", scale=_PIXELS, border=QUIET)
    return out.getvalue()


def series(text: str) -> tuple[Piece, ...]:
    """Return a text in pieces, each with its place in front. Their texts put together are the whole text again.

    There may be more than ``MOST_CODES``: that is for the caller to see. No letter is parted from its marks.
    """
    room = MOST_BYTES - len(f"{_nth(99, 99)}\n".encode())
    pieces = _cut(text, room)
    return tuple(Piece(nth=_nth(n, len(pieces)), text=piece) for n, piece in enumerate(pieces, start=1))


def _code(content: bytes) -> "QRCode":
    import segno  # noqa: PLC0415  # a start can spare it

    if len(content) > MOST_BYTES:
        raise TooLong
    return segno.make_qr(content, error="m", mode="byte", boost_error=False)


def _nth(n: int, total: int) -> str:
    return words.qr.nth.format(n=n, total=total)


def _cut(text: str, room: int) -> list[str]:
    """The text in as many pieces as are needed, about evenly long, each at most ``room`` bytes."""
    if not text:
        return []
    whole = len(text.encode())
    aim = ceil(whole / ceil(whole / room))
    pieces, piece = [], ""
    for word in _steps(text, room):
        size = len(piece.encode())
        if piece and (size >= aim or size + len(word.encode()) > room):
            pieces.append(piece)
            piece = ""
        piece += word
    return [*pieces, piece]


def _steps(text: str, room: int) -> list[str]:
    """What is not parted: a word with the blank or line break after it, or, where a word is long, its letters."""
    steps = []
    word = ""
    for cluster in clusters(text):
        word += cluster
        if cluster[-1].isspace():
            steps += _whole(word, room)
            word = ""
    return steps + _whole(word, room)


def _whole(word: str, room: int) -> list[str]:
    few = room // 4
    if len(word.encode()) <= few:
        return [word] if word else []
    return [
        part
        for cluster in clusters(word)
        for part in ([cluster] if len(cluster.encode()) <= few else cluster)
    ]
