"""Files of other apps, with made-up content."""

import base64
import io
import json
import zipfile
from pathlib import Path
from typing import Any

from app.imports.any_csv import Columns
from app.imports.detect import readable
from app.imports.read import Read, Readable, Row
from app.imports.source import Source

FILES = Path(__file__).parent / "files"


def content(name: str) -> bytes:
    """A file beside this module."""
    return (FILES / name).read_bytes()


def rows(raw: bytes, columns: Columns | None = None) -> list[Row]:
    """The rows of a file that are check-ins."""
    return [row for row in every(raw, columns) if isinstance(row, Row)]


def every(raw: bytes, columns: Columns | None = None) -> list[Read]:
    """All that is read of a file."""
    return list(known(raw, columns).rows())


def known(raw: bytes, columns: Columns | None = None) -> Readable:
    """What a file is."""
    return readable(Source(raw), columns)


def backup(**changes: Any) -> bytes:
    """A backup of Daylio."""
    return zipped({"backup.daylio": base64.b64encode(json.dumps(told(**changes)).encode())})


def told(**changes: Any) -> dict[str, Any]:
    """What stands in a backup of Daylio."""
    moods = [
        {"id": 1, "custom_name": "", "mood_group_id": 1, "predefined_name_id": 1},
        {"id": 5, "custom_name": "", "mood_group_id": 5, "predefined_name_id": 5},
        {"id": 9, "custom_name": "sparkling", "mood_group_id": 2, "predefined_name_id": -1},
    ]
    entry = {
        "id": 3,
        "minute": 30,
        "hour": 20,
        "day": 2,
        "month": 2,
        "year": 2026,
        "timeZoneOffset": 3_600_000,
    }
    entries = [
        {
            **entry,
            "mood": 1,
            "tags": [1, 2],
            "note": "First line second &amp; bold <3",
            "note_title": "A title",
        },
        {**entry, "mood": 9, "tags": [], "note": "", "note_title": "", "day": 1},
        {**entry, "mood": 77, "tags": [], "day": 3},
        {**entry, "mood": 5, "tags": [], "month": 12},
    ]
    tags = [{"id": 1, "name": "walk"}, {"id": 2, "name": "tea"}]
    return {"version": 15, "dayEntries": entries, "customMoods": moods, "tags": tags, "pin": "", **changes}


def zipped(files: dict[str, bytes]) -> bytes:
    """A ZIP of these files, the same bytes whenever it is made: tests are named by them."""
    told = io.BytesIO()
    with zipfile.ZipFile(told, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, raw in files.items():
            packed.writestr(zipfile.ZipInfo(name), raw, zipfile.ZIP_DEFLATED)
    return told.getvalue()
