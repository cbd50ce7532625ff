"""Contacts as a vCard file: version 3.0 (RFC 2426), which every phone reads. Names and ways to call, text or email."""

from collections.abc import Iterator, Sequence

from app.domain.support import ContactWay, Support, WayKind

FILE_NAME = "contacts.vcf"

_LINE_BYTES = 75
_PROPERTIES = {
    WayKind.CALL: "TEL;TYPE=VOICE",
    WayKind.TEXT: "TEL;TYPE=TEXT",
    WayKind.EMAIL: "EMAIL;TYPE=INTERNET",
}
_CALL_AND_TEXT = "TEL;TYPE=CELL"


def copied_ways(support: Support) -> tuple[ContactWay, ...]:
    """The ways of a support that a contact has a place for."""
    return tuple(way for way in support.ways if way.kind in _PROPERTIES)


def vcard(supports: Sequence[Support]) -> bytes:
    """Return one contact for each support, in their order: its name, and its ways with their notes as labels."""
    return "".join(
        f"{folded}\r\n" for support in supports for line in _lines(support) for folded in _folded(line)
    ).encode("utf-8")


def _lines(support: Support) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield f"N:;{_escaped(support.name)};;;"
    yield f"FN:{_escaped(support.name)}"
    for place, (name, way) in enumerate(_properties(copied_ways(support)), start=1):
        if way.note:
            yield f"item{place}.{name}:{_escaped(way.value)}"
            yield f"item{place}.X-ABLabel:{_escaped(way.note)}"
        else:
            yield f"{name}:{_escaped(way.value)}"
    yield "END:VCARD"


def _properties(ways: Sequence[ContactWay]) -> Iterator[tuple[str, ContactWay]]:
    """Each way and what it is called; a number for calls and right after it for texts stands there once."""
    rest = list(ways)
    while rest:
        way = rest.pop(0)
        both = way.kind is WayKind.CALL and rest and _texts_too(way, rest[0])
        if both:
            rest.pop(0)
        yield _CALL_AND_TEXT if both else _PROPERTIES[way.kind], way


def _texts_too(call: ContactWay, other: ContactWay) -> bool:
    return other.kind is WayKind.TEXT and (other.value, other.note) == (call.value, call.note)


def _escaped(text: str) -> str:
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 bytes; no letter is cut. All but the first begin with a space."""
    piece, length = "", 0
    for sign in line:
        more = len(sign.encode("utf-8"))
        if length + more > _LINE_BYTES:
            yield piece
            piece, length = " ", 1
        piece, length = piece + sign, length + more
    yield piece
