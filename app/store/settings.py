"""The one small file that is not sealed: what must be known before the vault is opened. No free text."""

import json
import re
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any

from app.vault import Disk

FILE_NAME = "settings.json"
_REGION = re.compile("[A-Z]{2}|")

ENGLISH = "en"
MIRRORED = "ar-XB"
"""English laid out from right to left, to look at the layout. Not on offer in the app."""

RIGHT_TO_LEFT = frozenset({MIRRORED})
_LANGUAGES = frozenset({ENGLISH, MIRRORED})


class ThemeChoice(StrEnum):
    """Light, dark, or as the device says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The closed list. ``region`` is a country code of two letters, or empty while it was not asked.

    ValueError for any other region and for a language there is none of: nothing else ever stands in the file.
    """

    theme: ThemeChoice = ThemeChoice.SYSTEM
    region: str = ""
    language: str = ENGLISH

    def __post_init__(self) -> None:
        if not _REGION.fullmatch(self.region) or self.language not in _LANGUAGES:
            raise ValueError("no such setting")


def load(folder: Path) -> Settings:
    """Return the settings beside a vault. What is missing, damaged or unknown counts as not set."""
    try:
        kept: Any = json.loads((folder / FILE_NAME).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(kept, dict):
        return Settings()
    known = {
        field.name: kept[field.name] for field in fields(Settings) if isinstance(kept.get(field.name), str)
    }
    theme = known.get("theme", "")
    region = known.get("region", "")
    language = known.get("language", ENGLISH)
    return Settings(
        theme=ThemeChoice(theme) if theme in set(ThemeChoice) else ThemeChoice.SYSTEM,
        language=language if language in _LANGUAGES else ENGLISH,
        region=region if _REGION.fullmatch(region) else "",
    )


def save(folder: Path, settings: Settings) -> None:
    """Keep the settings beside a vault, whole or not at all. OSError if they could not be written."""
    disk, path = Disk(), folder / FILE_NAME
    disk.make_folder(folder)
    new = path.with_name(path.name + ".new")
    file = disk.create(new)
    try:
        disk.write_at(file, json.dumps(asdict(settings)).encode("utf-8"), 0)
        disk.sync(file)
    finally:
        disk.close(file)
    disk.replace(new, path)
    disk.sync_folder(folder)
