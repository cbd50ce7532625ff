"""Daylio's backup: a ZIP with JSON in base64, read piece by piece. Its PIN is dropped while it is parsed."""

import base64
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, time, timedelta, timezone
from itertools import chain
from typing import Any

from app.domain.check_in import HARDEST_LEVEL, MOOD_LEVELS
from app.domain.import_record import FileKind
from app.domain.kept import LONGEST_LINE
from app.imports.daylio import FAMILY, titled
from app.imports.json_text import Part, compact, parts
from app.imports.moment import FIRST_YEAR, LAST_YEAR
from app.imports.read import MOST_ROWS, Problem, Read, Readable, Reason, Refusal, Refused, Row, WordList
from app.imports.source import PIECE_BYTES, Source

MOST_PACKED_BYTES = 2 << 30
"""The largest backup, pictures included."""

MOST_UNPACKED_BYTES = 256 << 20
MOST_FILES = 50_000
"""The most pictures and the like that a backup may have. None of them is unpacked."""

MOST_THINGS = 50_000
"""The most that any of its lists may hold, but for that of its check-ins."""

_INNER = "backup.daylio"
_ENTRIES, _MOODS, _TAGS, _PIN = "dayEntries", "customMoods", "tags", "pin"
_PREDEFINED = {1: "rad", 2: "good", 3: "meh", 4: "bad", 5: "awful"}
_ENTRY_OF_DIRECTORY = b"PK\x01\x02"


def is_zip(content: bytes) -> bool:
    """Whether a file begins like a ZIP."""
    return content.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def daylio_backup(source: Source) -> Readable:
    """The check-ins of a backup. Refused if it is none, unpacks to too much, or names files as none is named."""
    pins: list[bool] = []
    lists: set[str] = set()
    moods: dict[int, tuple[int | None, str]] = {}
    tags: dict[int, str] = {}
    total = 0
    for part in _parts(source, pins):
        if part.place == 0:
            lists.add(part.key)
        elif part.key == _ENTRIES:
            total = part.place or 0
        elif part.key == _MOODS and (found := _with_id(part)):
            moods[found["id"]] = _mood(found)
        elif part.key == _TAGS and (found := _with_id(part)):
            tags[found["id"]] = str(found.get("name", "")).strip()[: LONGEST_LINE + 1]
    if not lists >= {_ENTRIES, _MOODS, _TAGS}:
        raise Refused(Refusal.UNKNOWN)

    def rows() -> Iterator[Read]:
        for part in _parts(source, []):
            if part.key == _ENTRIES and part.place:
                yield _row(part.place, part.value, moods, tags)

    return Readable(kind=FileKind.DAYLIO_BACKUP, family=FAMILY, total=total, rows=rows, has_pin=any(pins))


def _parts(source: Source, pins: list[bool]) -> Iterator[Part]:
    """What stands outermost in the backup, but for PINs: of each only whether there was one goes to ``pins``.

    Refused where a list is too long.
    """

    def without_pin(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        pins.extend(bool(value) for key, value in pairs if key == _PIN)
        return {key: value for key, value in pairs if key != _PIN}

    for part in parts(_json(_unpacked(source)), without_pin):
        if (part.place or 0) > (MOST_ROWS if part.key == _ENTRIES else MOST_THINGS):
            raise Refused(Refusal.TOO_LARGE)
        if part.key == _PIN:
            pins.append(bool(part.value))
        else:
            yield part


def _with_id(part: Part) -> dict[str, Any] | None:
    """A thing that others name by its number; None if it is none."""
    thing = part.value
    return thing if isinstance(thing, dict) and isinstance(thing.get("id"), int) else None


def _unpacked(source: Source) -> Iterator[bytes]:
    """The one file that is read, piece by piece; as little of it as tells that it is too large."""
    if source.size > MOST_PACKED_BYTES or source.count(_ENTRY_OF_DIRECTORY) > MOST_FILES:
        raise Refused(Refusal.TOO_LARGE)
    refusal: Refusal | None = Refusal.BROKEN
    try:
        with source.open() as file, zipfile.ZipFile(file) as packed:
            refusal = _against(packed)
            if refusal is None:
                with packed.open(_INNER) as inner:
                    left = MOST_UNPACKED_BYTES
                    while left >= 0 and (piece := inner.read(PIECE_BYTES)):
                        source.step()
                        left -= len(piece)
                        yield piece
                refusal = Refusal.TOO_LARGE if left < 0 else None
    except (zipfile.BadZipFile, EOFError):
        refusal = Refusal.CUT_OFF
    except (zlib.error, OSError, RuntimeError, ValueError, LookupError, OverflowError, MemoryError):
        refusal = Refusal.BROKEN
    if refusal is not None:
        raise Refused(refusal)


def _against(packed: zipfile.ZipFile) -> Refusal | None:
    """What speaks against reading a ZIP, by its list of files; None if nothing does."""
    inner = [one for one in packed.infolist() if one.filename == _INNER]
    if any(_tricky(one.filename) for one in packed.infolist()) or len(inner) > 1:
        return Refusal.BROKEN
    if not inner:
        return Refusal.UNKNOWN
    return Refusal.TOO_LARGE if inner[0].file_size > MOST_UNPACKED_BYTES else None


def _tricky(name: str) -> bool:
    """Whether a name would lead out of the folder it is unpacked in."""
    return name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/")


def _json(packed: Iterator[bytes]) -> Iterator[bytes]:
    """The JSON, which may be in base64."""
    first = next(packed, b"").lstrip()
    told = chain((first,), packed)
    return told if first.startswith(b"{") else _of_base64(told)


def _of_base64(pieces: Iterable[bytes]) -> Iterator[bytes]:
    rest, padded = b"", False
    for piece in pieces:
        rest += b"".join(piece.split())
        whole = len(rest) // 4 * 4
        decoded = None if padded and rest else _decoded(rest[:whole])
        if decoded is None:
            raise Refused(Refusal.BROKEN)
        yield decoded
        padded, rest = padded or rest[:whole].endswith(b"="), rest[whole:]
    if rest:
        raise Refused(Refusal.BROKEN)


def _decoded(packed: bytes) -> bytes | None:
    with suppress(ValueError):
        return base64.b64decode(packed, validate=True)
    return None


def _mood(mood: Mapping[str, Any]) -> tuple[int | None, str]:
    """Its level, which the backup knows, and what it is called."""
    group, name = mood.get("mood_group_id"), mood.get("custom_name")
    level = (
        max(MOOD_LEVELS) + HARDEST_LEVEL - group if isinstance(group, int) and group in MOOD_LEVELS else None
    )
    told = name.strip() if isinstance(name, str) else ""
    return level, told or _PREDEFINED.get(mood.get("predefined_name_id", 0), "")


def _row(
    place: int, entry: Any, moods: Mapping[int, tuple[int | None, str]], tags: Mapping[int, str]
) -> Read:
    if not isinstance(entry, dict):
        return Problem(place, Reason.COLUMNS)
    day, clock = _day(entry), _clock(entry)
    if day is None:
        return Problem(place, Reason.DATE)
    if clock is None:
        return Problem(place, Reason.TIME)
    mood = entry.get("mood")
    level, label = moods.get(mood, (None, "")) if isinstance(mood, int) else (None, "")
    if mood is not None and level is None and not label:
        return Problem(place, Reason.MOOD)
    picked = entry.get("tags") if isinstance(entry.get("tags"), list) else []
    names = [tags.get(tag, "") for tag in picked or () if isinstance(tag, int)]
    return Row(
        line=place,
        day=day,
        clock=clock,
        zone=_zone(entry.get("timeZoneOffset")),
        level=level,
        label=label,
        names=tuple((WordList.ACTIVITY, name) for name in names if name),
        note=titled(_text(entry.get("note_title")), _text(entry.get("note"))),
        source_text=compact(entry),
    )


def _day(entry: Mapping[str, Any]) -> date | None:
    numbers = [entry.get(name) for name in ("year", "month", "day")]
    with suppress(ValueError, OverflowError):
        if all(type(number) is int for number in numbers):
            year, month, day = map(int, numbers)  # type: ignore[arg-type]  # they are integers
            return date(year, month + 1, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    return None


def _clock(entry: Mapping[str, Any]) -> time | None:
    hour, minute = entry.get("hour"), entry.get("minute")
    with suppress(ValueError, OverflowError):
        if type(hour) is int and type(minute) is int:
            return time(hour, minute)
    return None


def _zone(offset: Any) -> timezone | None:
    """The offset, which is in milliseconds."""
    with suppress(ValueError, OverflowError):
        if type(offset) is int:
            return timezone(timedelta(minutes=offset // 60_000))
    return None


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
