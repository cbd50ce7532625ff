"""The lines of a vCard file (RFC 2426, RFC 6350, and 2.1 before them): unfolded, decoded, taken apart.

Read by hand: the library at hand, vobject, gives up a whole file for one broken line, recurses as deep as a file says,
and takes for ever over some lines (docs/decisions/contacts.md). Everything here is done in one pass.
"""

import codecs
import io
import quopri
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from app.imports.read import Refusal, Refused

_CHARSETS = frozenset(
    codecs.lookup(name).name
    for name in (
        *("ascii", "utf-8", "big5", "euc-jp", "euc-kr", "gb2312", "gbk", "gb18030", "iso-2022-jp", "koi8-r", "koi8-u"),
        *("shift_jis", *(f"cp125{n}" for n in range(9)), *(f"iso8859-{n}" for n in (*range(1, 12), *range(13, 17)))),
    )
)  # fmt: skip
"""What a line may say that it is written in. No other name is looked up: Python has codecs that are no characters."""

MOST_HEAD_BYTES = 4_096
MOST_VALUE_BYTES = 1 << 20
"""The longest value that is looked into: many times the longest note that can be kept."""

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BARE_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT"})
_CONTROLS = {code: None for code in (*range(0x20), 0x7F) if code not in (0x09, 0x0A)}


@dataclass(frozen=True, slots=True, repr=False)
class Line:
    """One property of a card: its group, its name in capitals, its parameters in capitals, and its value as written.

    Backslashes still stand in the value. Values of ``TYPE`` are in small letters, its other parameters as written.
    """

    name: str
    value: str
    group: str = ""
    params: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def types(self) -> tuple[str, ...]:
        """What kind of number or address it is said to be."""
        return self.params.get("TYPE", ())


def lines(content: bytes, wanted: frozenset[str], read: Callable[[int], None]) -> Iterator[Line]:
    """The lines of the properties that are wanted, without their values' encoding. Others are not looked into.

    Refused if a line that is wanted is no text in what it says it is written in, or is absurdly long. What is no line
    is left out. ``read`` is told again and again how many more bytes were read.
    """
    for raw in _unfolded(_in_bytes(content), read):
        line = _line(raw, wanted)
        if line is not None:
            yield line


def _in_bytes(content: bytes) -> bytes:
    """The same in UTF-8, or in what its lines say, without a mark at its beginning."""
    if content.startswith(_UTF_16):
        try:
            return content.decode("utf-16").encode("utf-8")
        except UnicodeError:
            raise Refused(Refusal.NOT_TEXT) from None
    return content.removeprefix(codecs.BOM_UTF8)


def _unfolded(content: bytes, read: Callable[[int], None]) -> Iterator[bytes]:
    """Whole lines: what was folded between two bytes of one letter is one letter again."""
    if b"\n" not in content:
        content = content.replace(b"\r", b"\n")
    parts: list[bytes] = []
    soft = False
    for physical in io.BytesIO(content):
        read(len(physical))
        piece = physical.rstrip(b"\r\n")
        if soft:
            parts.append(b"\n" + piece)  # a line that ends in "=" goes on: quopri takes both away
        elif piece[:1] in (b" ", b"\t") and parts:
            parts.append(piece[1:])
        else:
            if parts:
                yield b"".join(parts)
            parts = [piece]
        soft = piece.endswith(b"=") and b"QUOTED-PRINTABLE" in _begin(parts[0]).partition(b":")[0].upper()
    if parts:
        yield b"".join(parts)


def _names(head: str) -> tuple[str, str]:
    """The group and the name, in capitals, with which a line begins."""
    group, dot, name = head.partition(";")[0].strip().rpartition(".")
    return (group if dot else "").upper(), name.upper()


def _begin(raw: bytes) -> bytes:
    """As much of a line as its name and its parameters may take."""
    return raw[:MOST_HEAD_BYTES]


def _line(raw: bytes, wanted: frozenset[str]) -> Line | None:
    begin = _begin(raw).decode(
        "latin-1"
    )  # a letter a byte: where the value begins in one, it does in the other
    group, name = _names(begin.partition(":")[0])
    head = _head(begin) if name in wanted else None
    if head is None:
        return None
    value, params = raw[len(head) + 1 :], _params(head)
    if len(value) > MOST_VALUE_BYTES:
        raise Refused(Refusal.TOO_LARGE)
    if "QUOTED-PRINTABLE" in params.get("ENCODING", ()):
        value = quopri.decodestring(value)
    return Line(name, _text(value, params.get("CHARSET", ("utf-8",))[0]), group, params)


def _head(begin: str) -> str | None:
    """What stands before the first colon outside quotation marks. None where there is no colon."""
    inside = False
    for place, sign in enumerate(begin):
        if sign == '"':
            inside = not inside
        elif sign == ":" and not inside:
            return begin[:place]
    return None


def _params(head: str) -> dict[str, tuple[str, ...]]:
    """The parameters. In 2.1 a value may stand without the name of its parameter."""
    found: dict[str, tuple[str, ...]] = {}
    for piece in _split(head, ";")[1:]:
        name, equals, value = piece.partition("=")
        name = name.strip().upper()
        if not equals:
            name, value = ("ENCODING" if name in _BARE_ENCODINGS else "TYPE"), name
        values = tuple(one.strip().strip('"') for one in _split(value.strip().strip('"'), ","))
        if name == "TYPE":
            values = tuple(one.lower() for one in values)
        elif name == "ENCODING":
            values = tuple(one.upper() for one in values)
        found[name] = found.get(name, ()) + values
    return found


def _split(text: str, at: str) -> list[str]:
    """The pieces between signs that stand outside quotation marks."""
    pieces, inside, begin = [], False, 0
    for place, sign in enumerate(text):
        if sign == '"':
            inside = not inside
        elif sign == at and not inside:
            pieces.append(text[begin:place])
            begin = place + 1
    return [*pieces, text[begin:]]


def _text(value: bytes, charset: str) -> str:
    try:
        if codecs.lookup(charset).name not in _CHARSETS:
            raise Refused(Refusal.NOT_TEXT)
        text = value.decode(charset)
    except (LookupError, ValueError):
        raise Refused(Refusal.NOT_TEXT) from None
    if "\0" in text:
        raise Refused(Refusal.NOT_TEXT)
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS)
