"""A locked page of someone else's plan (docs/locked-page.md): the file's bytes in, what it says out. No script is run."""

import json
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar
from unicodedata import category

from app.domain.errors import DomainError
from app.domain.held_plan import (
    MOST_LINES,
    HeldCopy,
    HeldGroup,
    HeldLine,
    HeldPart,
    HeldSupport,
    HeldTool,
    HeldWay,
)
from app.domain.kept import LONGEST_LINE, LONGEST_TEXT
from app.domain.safety_plan import PartType
from app.domain.support import WayKind
from app.imports.read import Refused
from app.imports.source import File, Source

MOST_BYTES = 4 << 20
MOST_CONTENT_BYTES = 1 << 20
"""Some fifty times what a long plan takes."""

_BEFORE = b'<pre id="sealed" hidden>'
_SEALED = re.compile(_BEFORE + rb"([^<]*)</pre>")
_KINDS = {"tel": WayKind.CALL, "sms": WayKind.TEXT, "mailto": WayKind.EMAIL, "https": WayKind.MESSAGE_APP}
_LINES = "\n\t"

T = TypeVar("T")

Open = Callable[[str], bytes]
"""Opens a locked line with the words that were typed (``app.vault.locked_line``); raises its own errors."""


class Why(StrEnum):
    """Why a file is not held."""

    NOT_THERE = "not_there"
    TOO_LARGE = "too_large"
    PDF = "pdf"
    UNKNOWN = "unknown"
    BROKEN = "broken"


class NotHeld(Exception):  # noqa: N818  # named for what happened, as all our errors are
    """A file that cannot be held. ``why`` is a key of our own; nothing of the file is quoted."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Found:
    """What a page says, and what stands for its plan in all copies for one peer; that is empty in an old page."""

    copy: HeldCopy
    copy_of: str = ""


def is_locked_page(source: Source) -> bool:
    """Whether this is a page, and a locked one, of whatever version and however damaged."""
    return source.size <= MOST_BYTES and source.head().startswith(b"<") and source.count(_BEFORE) > 0


def found_in(file: File, opened: Open) -> Found:
    """Return what a locked page says. NotHeld, saying why; the errors of ``opened``; OSError where it cannot be read."""
    content = opened(_line_in(file))
    if len(content) > MOST_CONTENT_BYTES:
        raise NotHeld(Why.TOO_LARGE)
    try:
        return _found(json.loads(content))
    except DomainError as error:
        why = Why.TOO_LARGE if error.rule in {"too_many", "too_long"} else Why.BROKEN
    except (ValueError, TypeError, KeyError, RecursionError):
        why = Why.BROKEN
    raise NotHeld(why)  # outside: what was caught may quote the plan


def _line_in(file: File) -> str:
    try:
        content = Source(file).head(MOST_BYTES + 1)
    except Refused:
        raise NotHeld(Why.NOT_THERE) from None
    if b"%PDF-" in content[:1024]:
        raise NotHeld(Why.PDF)
    if len(content) > MOST_BYTES:
        raise NotHeld(Why.TOO_LARGE)
    sealed = _SEALED.search(content)
    if sealed is None:
        raise NotHeld(Why.UNKNOWN)
    return sealed[1].decode("latin-1").strip()


def _found(page: Any) -> Found:
    origin = page.get("origin") or {} if isinstance(page, dict) else None
    if not isinstance(origin, dict):
        raise TypeError
    known = bool(origin)
    told = [_text(page, key) for key in ("made_by", "dated", "version")]
    copy = HeldCopy(
        title=_text(page, "title"),
        one_line=_text(page, "one_line"),
        told=() if known else tuple(filter(None, told)),
        closing=_text(page, "closing"),
        parts=_each(page, "parts", _part),
        called=_text(origin, "called", most=LONGEST_LINE),
        version=_whole_number(origin["version"]) if known else None,
        made_on=date.fromisoformat(origin["on"]) if known else None,
    )
    return Found(copy=copy, copy_of=_text(origin, "copy_of", most=LONGEST_LINE))


def _part(told: dict[str, Any]) -> HeldPart:
    about = None
    with suppress(ValueError):  # a type that only a newer version knows
        about = PartType(told["about"]) if told.get("about") else None
    return HeldPart(
        heading=_text(told, "heading"),
        groups=_each(told, "groups", _group),
        about=about,
        after=_texts(told, "after"),
    )


def _group(told: dict[str, Any]) -> HeldGroup:
    return HeldGroup(heading=_text(told, "heading"), lines=_each(told, "lines", _line))


def _line(told: dict[str, Any]) -> HeldLine:
    return HeldLine(
        text=_text(told, "text"),
        tools=_each(told, "tools", _tool),
        supports=_each(told, "supports", _support),
    )


def _tool(told: dict[str, Any]) -> HeldTool:
    return HeldTool(name=_text(told, "name"), steps=_texts(told, "steps"))


def _support(told: dict[str, Any]) -> HeldSupport:
    return HeldSupport(name=_text(told, "name"), ways=_each(told, "ways", _way))


def _way(told: dict[str, Any]) -> HeldWay:
    """The kind is told by the address alone, which is made anew from what is read: a file cannot show one number and
    call another."""
    scheme = _text(told, "link").partition(":")[0]
    value = "".join(sign for sign in _text(told, "value") if category(sign) != "Cf")
    way = HeldWay(label=_text(told, "label"), value=value, kind=_KINDS.get(scheme))
    return way if way.contact else HeldWay(label=way.label, value=value)


def _each(told: dict[str, Any], key: str, made: Callable[[dict[str, Any]], T]) -> tuple[T, ...]:
    listed = told.get(key, [])
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        raise TypeError
    if len(listed) > MOST_LINES:
        raise DomainError("parts", "too_many")
    return tuple(map(made, listed))


def _texts(told: dict[str, Any], key: str) -> tuple[str, ...]:
    listed = told.get(key, [])
    if not isinstance(listed, list):
        raise TypeError
    if len(listed) > MOST_LINES:
        raise DomainError("parts", "too_many")
    return tuple(_text({key: one}, key) for one in listed)


def _text(told: dict[str, Any], key: str, *, most: int = LONGEST_TEXT) -> str:
    """A text without signs that no one can see, and halves of signs."""
    text = told.get(key, "")
    if not isinstance(text, str):
        raise TypeError
    if len(text) > most:
        raise DomainError("text", "too_long")
    return "".join(_seen(sign) for sign in text).strip()


def _seen(sign: str) -> str:
    match category(sign):
        case "Cc":
            return sign if sign in _LINES else ""
        case "Cs":
            return "\ufffd"
        case _:
            return sign


def _whole_number(number: Any) -> int:
    if type(number) is not int or number > 1 << 31:
        raise TypeError
    return number
