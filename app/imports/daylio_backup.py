"""Daylio's backup: a ZIP with JSON in base64. The PIN that it holds is dropped while it is parsed."""

import base64
import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, time, timedelta, timezone
from typing import Any

from app.domain.check_in import HARDEST_LEVEL, MOOD_LEVELS
from app.domain.import_record import FileKind
from app.imports.daylio import FAMILY, titled
from app.imports.json_text import compact, parsed
from app.imports.moment import FIRST_YEAR, LAST_YEAR
from app.imports.read import Problem, Read, Readable, Reason, Refusal, Refused, Row, WordList

MOST_UNPACKED_BYTES = 64 << 20
MOST_FILES = 50_000
"""The most pictures and the like that a backup may have. None of them is unpacked."""

_INNER = "backup.daylio"
_WANTED = ("dayEntries", "customMoods", "tags")
_PREDEFINED = {1: "rad", 2: "good", 3: "meh", 4: "bad", 5: "awful"}
_ENTRY_OF_DIRECTORY = b"PK\x01\x02"


def is_zip(content: bytes) -> bool:
    """Whether a file begins like a ZIP."""
    return content.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def daylio_backup(content: bytes) -> Readable:
    """The check-ins of a backup. Refused if it is none, unpacks to too much, or names files as none is named."""
    pins: list[bool] = []

    def without_pin(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        pins.extend(bool(value) for key, value in pairs if key == "pin")
        return {key: value for key, value in pairs if key != "pin"}

    told = parsed(_json(_unpacked(content)), without_pin)
    if not isinstance(told, dict) or not all(isinstance(told.get(name), list) for name in _WANTED):
        raise Refused(Refusal.UNKNOWN)
    entries = told["dayEntries"]
    moods = {key: _mood(one) for key, one in _by_id(told["customMoods"]).items()}
    tags = {key: str(one.get("name", "")).strip() for key, one in _by_id(told["tags"]).items()}

    def rows() -> Iterator[Read]:
        for place, entry in enumerate(entries, start=1):
            yield _row(place, entry, moods, tags)

    return Readable(
        kind=FileKind.DAYLIO_BACKUP, family=FAMILY, total=len(entries), rows=rows, has_pin=any(pins)
    )


def _unpacked(content: bytes) -> bytes:
    """The one file that is read; as little of it as tells that it is too large."""
    if content.count(_ENTRY_OF_DIRECTORY) > MOST_FILES:
        raise Refused(Refusal.TOO_LARGE)
    refusal = Refusal.BROKEN
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            inner = [one for one in packed.infolist() if one.filename == _INNER]
            if any(_tricky(one.filename) for one in packed.infolist()) or len(inner) > 1:
                pass
            elif not inner:
                refusal = Refusal.UNKNOWN
            elif inner[0].file_size > MOST_UNPACKED_BYTES:
                refusal = Refusal.TOO_LARGE
            else:
                with packed.open(inner[0]) as file:
                    return file.read(MOST_UNPACKED_BYTES + 1)
    except (zipfile.BadZipFile, EOFError):
        refusal = Refusal.CUT_OFF
    except (zlib.error, OSError, RuntimeError, ValueError, LookupError, OverflowError, MemoryError):
        pass
    raise Refused(refusal)


def _tricky(name: str) -> bool:
    """Whether a name would lead out of the folder it is unpacked in."""
    return name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/")


def _json(packed: bytes) -> bytes:
    if packed.lstrip().startswith(b"{"):
        return packed
    with suppress(ValueError):
        return base64.b64decode(b"".join(packed.split()), validate=True)
    raise Refused(Refusal.BROKEN)


def _by_id(things: list[Any]) -> dict[int, dict[str, Any]]:
    return {one["id"]: one for one in things if isinstance(one, dict) and isinstance(one.get("id"), int)}


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
