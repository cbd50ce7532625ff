"""The one small file that is not sealed: what must be known before the vault is opened.

No free text, but for the emergency card while the person has turned it on.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from app.domain.wrong_tries import MOST_COUNTED, WrongTries
from app.vault import Disk
from app.words.language import ENGLISH, SPOKEN

FILE_NAME = "settings.json"
_REGION = re.compile("[A-Z]{2}|")

_LAST_SECOND = 2**33  # in the year 2242

SMALLEST_WINDOW = (320, 480)
_LARGEST_WINDOW = 16_384
_FARTHEST = 32_767
"""As far as any system can tell where a window is, in any direction."""

CARD_LINES = 3
LONGEST_CARD_LINE = 100
_CARD = "emergency_card"
_WINDOW = "window"


class ThemeChoice(StrEnum):
    """Light, dark, or as the device says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The closed list. ``region`` is a country code of two letters, or empty while it was not asked.
    ``language`` is one that the app speaks (app/words/language.py).

    ``emergency_card`` are up to three lines of the person's own words, the only ones that lie outside the vault; none
    while it is off. ValueError for what is in no list, and for a line that is blank, of more than 100 characters or more
    than one line: nothing else ever stands in the file.
    """

    theme: ThemeChoice = ThemeChoice.SYSTEM
    less_movement: bool = False
    low_stimulus: bool = False
    region: str = ""
    language: str = ENGLISH
    emergency_card: tuple[str, ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        card = self.emergency_card
        if not _REGION.fullmatch(self.region) or self.language not in SPOKEN:
            raise ValueError("no such setting")
        if len(card) > CARD_LINES or not all(map(_is_card_line, card)):
            raise ValueError("no such card")


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowBounds:
    """Where a window of a desktop was, in logical pixels, and whether it filled its screen. ValueError for what none can be."""

    left: int
    top: int
    width: int
    height: int
    maximized: bool = False

    def __post_init__(self) -> None:
        numbers = (self.left, self.top, self.width, self.height)
        if any(type(number) is not int for number in numbers) or type(self.maximized) is not bool:
            raise ValueError("no such window")
        if any(abs(number) > _FARTHEST for number in (self.left, self.top)):
            raise ValueError("no such window")
        if not all(
            least <= size <= _LARGEST_WINDOW
            for size, least in zip((self.width, self.height), SMALLEST_WINDOW, strict=True)
        ):
            raise ValueError("no such window")


def _is_card_line(line: object) -> bool:
    return (
        isinstance(line, str)
        and line.isprintable()
        and 0 < len(line.strip()) <= len(line) <= LONGEST_CARD_LINE
    )


def load(folder: Path) -> Settings:
    """Return the settings beside a vault. What is missing, damaged or unknown counts as not set."""
    kept = _kept(folder)
    known = {one.name: kept[one.name] for one in fields(Settings) if isinstance(kept.get(one.name), str)}
    theme = known.get("theme", "")
    region = known.get("region", "")
    language = known.get("language", ENGLISH)
    return Settings(
        theme=ThemeChoice(theme) if theme in set(ThemeChoice) else ThemeChoice.SYSTEM,
        less_movement=kept.get("less_movement") is True,
        low_stimulus=kept.get("low_stimulus") is True,
        language=language if language in SPOKEN else ENGLISH,
        region=region if _REGION.fullmatch(region) else "",
        emergency_card=_card(kept.get(_CARD)),
    )


def _card(kept: Any) -> tuple[str, ...]:
    """The lines that are lines, as many as a card has."""
    return tuple(filter(_is_card_line, kept))[:CARD_LINES] if isinstance(kept, list) else ()


def save(folder: Path, settings: Settings) -> None:
    """Keep the settings beside a vault, whole or not at all. OSError if they could not be written."""
    _write(folder, settings, load_tries(folder), load_window(folder))


def forget_card(folder: Path) -> None:
    """Turn the emergency card off, if it is on; all else stays as it is. OSError if that could not be written."""
    settings = load(folder)
    if settings.emergency_card:
        save(folder, replace(settings, emergency_card=()))


def load_tries(folder: Path) -> WrongTries:
    """Return the wrong tries that are counted beside a vault. What is missing, damaged or unknown counts as none."""
    kept = _kept(folder)
    count, at = _whole(kept.get("wrong_tries"), MOST_COUNTED), _whole(kept.get("wrong_try_at"), _LAST_SECOND)
    return WrongTries(count=count, last=datetime.fromtimestamp(at, UTC)) if count and at else WrongTries()


def save_tries(folder: Path, tries: WrongTries) -> None:
    """Keep the count of wrong tries beside a vault, whole or not at all. OSError if it could not be written."""
    _write(folder, load(folder), tries, load_window(folder))


def load_window(folder: Path) -> WindowBounds | None:
    """Return where the window was. None where that is missing, damaged or impossible."""
    kept = _kept(folder).get(_WINDOW)
    try:
        return WindowBounds(**kept) if isinstance(kept, dict) else None
    except (TypeError, ValueError):
        return None


def save_window(folder: Path, window: WindowBounds | None) -> None:
    """Keep beside a vault where the window is, whole or not at all; None forgets it. OSError if it could not be written."""
    _write(folder, load(folder), load_tries(folder), window)


def _whole(number: Any, most: int) -> int:
    return number if type(number) is int and 0 <= number <= most else 0


def _kept(folder: Path) -> Mapping[str, Any]:
    try:
        kept: Any = json.loads((folder / FILE_NAME).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _write(folder: Path, settings: Settings, tries: WrongTries, window: WindowBounds | None) -> None:
    at = int(tries.last.timestamp()) if tries.last else 0
    content = {**asdict(settings), "wrong_tries": tries.count, "wrong_try_at": at}
    if window is not None:
        content[_WINDOW] = asdict(window)
    if not settings.emergency_card:
        del content[_CARD]  # turned off is gone
    disk, path = Disk(), folder / FILE_NAME
    disk.make_folder(folder)
    new = path.with_name(path.name + ".new")
    file = disk.create(new)
    try:
        disk.write_at(file, json.dumps(content).encode("utf-8"), 0)
        disk.sync(file)
    finally:
        disk.close(file)
    disk.replace(new, path)
    disk.sync_folder(folder)
