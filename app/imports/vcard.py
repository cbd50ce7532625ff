"""Contacts from vCard files, 2.1 to 4.0: names, numbers, email addresses and notes. Nothing else of a card is read."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from app import words
from app.domain.kept import LONGEST_LINE, LONGEST_TEXT
from app.domain.support import SupportKind, WayKind
from app.imports.read import MOST_BYTES, Refusal, Refused
from app.imports.vcard_lines import Line, lines

MOST_CARDS = 5_000
MOST_WAYS = 50
"""The most numbers and addresses that are taken of one card."""
_MOST_LINES = 1_000

_WANTED = frozenset({"BEGIN", "END", "FN", "N", "NICKNAME", "ORG", "TEL", "EMAIL", "NOTE", "X-ABLABEL"})
_SKIPPED_TYPES = frozenset({"fax", "pager", "modem", "bbs", "textphone"})
_MOBILE = frozenset({"cell", "mobile", "iphone"})
_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s*BEGIN:VCARD\s", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([\\,;:nN])")
_LABEL_OF_APPLE = re.compile(r"^_\$!<(.*)>!\$_$")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Way:
    """A way to reach somebody as a card has it. ``note`` says what it is: its label, or where it belongs."""

    kind: WayKind
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Card:
    """One contact."""

    name: str
    ways: tuple[Way, ...] = ()
    note: str = ""
    kind: SupportKind = SupportKind.PERSON


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Cards:
    """The contacts of a file in its order. ``left_out`` counts those without a name, or with more than can be kept."""

    cards: tuple[Card, ...]
    left_out: int


def is_vcard(head: bytes) -> bool:
    """Whether a file that begins like this is one."""
    return _BEGINS.match(head) is not None


def cards(content: bytes, read: Callable[[int], None] = lambda _: None) -> Cards:
    """Return the contacts of a file. Refused, saying why, if it is none, or is damaged.

    ``read`` is told again and again how many more bytes were read; it may raise to end it.
    """
    if len(content) > MOST_BYTES:
        raise Refused(Refusal.TOO_LARGE)
    if not content.strip():
        raise Refused(Refusal.EMPTY)
    found, left_out = [], 0
    for properties in _each(content, read):
        card = _card(properties)
        if card is None:
            left_out += 1
        else:
            found.append(card)
        if len(found) + left_out > MOST_CARDS:
            raise Refused(Refusal.TOO_LARGE)
    if not found and not left_out:
        raise Refused(Refusal.UNKNOWN)
    return Cards(cards=tuple(found), left_out=left_out)


def _each(content: bytes, read: Callable[[int], None]) -> Iterator[list[Line]]:
    """The properties of each card. A card within a card (of an assistant, say) is passed over with all it holds."""
    depth = 0
    properties: list[Line] = []
    for line in lines(content, _WANTED, read):
        is_card = line.value.strip().upper() == "VCARD"
        if line.name == "BEGIN" and is_card:
            depth += 1
            if depth == 1:
                properties = []
        elif line.name == "END" and is_card:
            if depth == 0:
                raise Refused(Refusal.BROKEN)
            depth -= 1
            if depth == 0:
                yield properties
        elif depth == 1:
            properties.append(line)
            if len(properties) > _MOST_LINES:
                raise Refused(Refusal.TOO_LARGE)
    if depth:
        raise Refused(Refusal.CUT_OFF)


def _card(properties: list[Line]) -> Card | None:
    labels = {one.group: _label(one.value) for one in properties if one.name == "X-ABLABEL" and one.group}
    ways = tuple(dict.fromkeys(_ways(properties, labels)))[:MOST_WAYS]
    own, company = _own_name(properties), ", ".join(filter(None, _pieces(_first(properties, "ORG"))))
    name = own or company or (ways[0].value if ways else "")
    note = _plain(_first(properties, "NOTE")).strip()
    if not name or len(name) > LONGEST_LINE or len(note) > LONGEST_TEXT:
        return None
    is_company = bool(company) and own in {"", company} and not _structured_name(properties)
    return Card(
        name=name, ways=ways, note=note, kind=SupportKind.SERVICE if is_company else SupportKind.PERSON
    )


def _own_name(properties: list[Line]) -> str:
    """The name as it is shown, or else put together from its parts, or a nickname."""
    shown, nickname = _line_of(_first(properties, "FN")), _line_of(_first(properties, "NICKNAME"))
    return shown or _structured_name(properties) or nickname


def _structured_name(properties: list[Line]) -> str:
    family, given, more = [*_pieces(_first(properties, "N")), "", "", ""][:3]
    return " ".join(filter(None, (given, more, family)))


def _first(properties: list[Line], name: str) -> str:
    """The first value of this name that says something, as it is written."""
    return next((one.value for one in properties if one.name == name and one.value.strip(" ;")), "")


def _ways(properties: list[Line], labels: dict[str, str]) -> Iterator[Way]:
    """Numbers and addresses, preferred ones first, else as they stand. A mobile number is for calls and for texts."""
    found = [one for one in properties if one.name in {"TEL", "EMAIL"}]
    for one in sorted(found, key=lambda line: not _preferred(line)):
        value, note = _address(one), _note(one, labels)
        if not value or len(value) > LONGEST_LINE:
            continue
        if one.name == "EMAIL":
            yield Way(kind=WayKind.EMAIL, value=value, note=note)
            continue
        types = frozenset(one.types)
        if types & _SKIPPED_TYPES:
            continue
        if "text" not in types or types & _MOBILE or "voice" in types:
            yield Way(kind=WayKind.CALL, value=value, note=note)
        if types & _MOBILE or "text" in types:
            yield Way(kind=WayKind.TEXT, value=value, note=note)


def _preferred(line: Line) -> bool:
    return "pref" in line.types or line.params.get("PREF", ("",))[0] == "1"


def _address(line: Line) -> str:
    """The number or the address as it was typed. In 4.0 it may be a link (RFC 3966), with an extension after it."""
    value = _line_of(line.value)
    scheme, colon, rest = value.partition(":")
    if not colon or scheme.lower() not in {"tel", "mailto", "sms"}:
        return value
    number, *more = rest.split(";")
    extension = next((one[4:] for one in more if one.lower().startswith("ext=")), "")
    return unquote(number) + (f" ext {unquote(extension)}" if extension else "")


def _note(line: Line, labels: dict[str, str]) -> str:
    """What the person called it; or whether it is of home or work."""
    label = labels.get(line.group, "") if line.group else ""
    places = [words.contacts.places[one] for one in ("home", "work") if one in line.types]
    return (label or ", ".join(places))[:LONGEST_LINE]


def _label(value: str) -> str:
    """A label; those that come with Apple's address book stand between signs of its own."""
    text = _line_of(value)
    own = _LABEL_OF_APPLE.match(text)
    return own.group(1) if own else text


def _pieces(value: str) -> list[str]:
    """The parts of a value between semicolons, each as plain text."""
    out, piece, escaped = [], [], False
    for sign in value:
        if escaped or sign not in "\\;":
            piece.append(f"\\{sign}" if escaped else sign)
            escaped = False
        elif sign == "\\":
            escaped = True
        else:
            out.append("".join(piece))
            piece = []
    return [_line_of(one) for one in (*out, "".join(piece))]


def _plain(value: str) -> str:
    """A value without the backslashes that stand for a line's end or before a sign."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def _line_of(value: str) -> str:
    """The same on one line."""
    return " ".join(_plain(value).split("\n")).strip()
