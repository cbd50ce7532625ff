"""JSON of other apps, read with limits, one part after the other."""

import codecs
import json
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import chain
from typing import Any, NamedTuple

from app.imports.read import Refusal, Refused

MOST_OF_ONE = 1 << 20
"""The most characters of one part: what is made of it takes many times that memory."""

_LONGEST_WORD = 16
_READ_AT_ONCE = 1 << 16
_BLANKS = re.compile(r"[ \t\r\n]*")

Pairs = Callable[[list[tuple[str, Any]]], Any]
"""Makes an object of its pairs."""


class Part(NamedTuple):
    """What stands outermost: under ``key``, which is empty where that is a list.

    ``place`` is 0 where a list begins, from 1 on that of an element in it, and None for a value that is no list.
    """

    key: str
    place: int | None
    value: Any = None


def parts(pieces: Iterable[bytes], pairs: Pairs | None = None) -> Iterator[Part]:
    """What stands in a JSON text in UTF-8, of which only a part is in memory.

    Refused, where that is reached, if it is none, breaks off, is too deep, or a part of it is too large.
    """
    window = _Window(_text(pieces), pairs)
    if window.taken("[", "{") == "[":
        yield from _elements(window, "")
    elif window.next == "}":
        window.taken("}")
    else:
        going = ","
        while going == ",":
            key = window.key()
            if window.next == "[":
                window.taken("[")
                yield from _elements(window, key)
            else:
                yield Part(key, None, window.value())
            going = window.taken(",", "}")
    if window.next:
        raise Refused(Refusal.BROKEN)


def compact(value: Any) -> str:
    """Return a JSON value as one line of text."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _elements(window: "_Window", key: str) -> Iterator[Part]:
    yield Part(key, 0)
    if window.next == "]":
        window.taken("]")
        return
    place, going = 0, ","
    while going == ",":
        place += 1
        yield Part(key, place, window.value())
        going = window.taken(",", "]")


def _text(pieces: Iterable[bytes]) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    for piece in chain(pieces, (None,)):
        text = "\0"
        with suppress(UnicodeDecodeError):
            text = decoder.decode(piece or b"", final=piece is None)
        if "\0" in text:
            raise Refused(Refusal.NOT_TEXT)
        yield text


class _Window:
    """The piece of a text in which something is read."""

    def __init__(self, text: Iterator[str], pairs: Pairs | None) -> None:
        self._more = text
        self._decoder = json.JSONDecoder(object_pairs_hook=pairs)
        self._text, self._at, self._over = "", 0, False

    @property
    def next(self) -> str:
        """The next sign that is no blank; none at the end."""
        while True:
            blanks = _BLANKS.match(self._text, self._at)
            self._at = blanks.end() if blanks else self._at
            if self._at < len(self._text) or self._over:
                return self._text[self._at : self._at + 1]
            self._read_on()

    def taken(self, *wanted: str) -> str:
        """The next sign, which is one of these."""
        found = self.next
        if found not in wanted:
            raise Refused(Refusal.BROKEN if found else Refusal.CUT_OFF)
        self._at += 1
        return found

    def key(self) -> str:
        """The name of what follows."""
        if self.next not in {'"', ""}:
            raise Refused(Refusal.BROKEN)
        key = str(self.value())
        self.taken(":")
        return key

    def value(self) -> Any:
        """The next value."""
        _ = self.next
        while True:
            refusal, found = self._decoded()
            if refusal is None:
                return found
            if refusal is Refusal.BROKEN or self._over:
                raise Refused(refusal)
            if len(self._text) - self._at > MOST_OF_ONE:
                raise Refused(Refusal.TOO_LARGE)
            self._read_on()

    def _decoded(self) -> tuple[Refusal | None, Any]:
        """The value that begins here; CUT_OFF if there may be more of it."""
        refusal = Refusal.CUT_OFF
        try:
            value, end = self._decoder.raw_decode(self._text, self._at)
            if end < len(self._text) or self._over:  # else it may be the beginning of a number
                self._at = end
                return None, value
        except json.JSONDecodeError as error:
            # a word such as "true" that is only begun here is told by its beginning
            last = 0 if self._over else _LONGEST_WORD
            within = error.pos + last < len(self._text.rstrip())
            if within and not error.msg.startswith("Unterminated"):
                refusal = Refusal.BROKEN
        except (ValueError, RecursionError):  # a number of thousands of digits; too deep
            refusal = Refusal.BROKEN
        return refusal, None

    def _read_on(self) -> None:
        """At least double what is left, so that a long value costs what it is long."""
        left = self._text[self._at :]
        found, size = [left], 0
        while size <= max(len(left), _READ_AT_ONCE) and not self._over:
            piece = next(self._more, None)
            self._over = piece is None
            found.append(piece or "")
            size += len(piece or "")
        self._text, self._at = "".join(found), 0
