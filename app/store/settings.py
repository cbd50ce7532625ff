"""The one small file that is not sealed: what must be known before the vault is opened.

No free text, but for the emergency card while the person has turned it on.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from app.domain.wrong_tries import MOST_COUNTED, WrongTries
from app.words.language import ENGLISH, SPOKEN

FILE_NAME = "settings.json"
BESIDE = frozenset({FILE_NAME})
"""The small files that lie unsealed beside a vault."""

VERSION = 1
"""Of the file. It grows with each new field and each new value of one (docs/changing-formats.md). None means 1."""

_VERSION = "version"
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
    return _settings_in(_kept(folder))


def _settings_in(kept: Mapping[str, Any]) -> Settings:
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
    """Keep the settings beside a vault, whole or not at all. OSError if they could not be written.

    In a file of a newer version only what is changed by that changes: what this version does not know stays.
    """
    kept = _kept(folder)
    _keep(folder, kept, settings, _tries_in(kept), _window_in(kept))


def forget_card(folder: Path) -> None:
    """Turn the emergency card off, if there is one; all else stays as it is. OSError if that could not be written."""
    kept = _kept(folder)
    if _CARD in kept:
        _write(folder, _without_card(kept))


def load_tries(folder: Path) -> WrongTries:
    """Return the wrong tries that are counted beside a vault. What is missing, damaged or unknown counts as none."""
    return _tries_in(_kept(folder))


def _tries_in(kept: Mapping[str, Any]) -> WrongTries:
    count, at = _whole(kept.get("wrong_tries"), MOST_COUNTED), _whole(kept.get("wrong_try_at"), _LAST_SECOND)
    return WrongTries(count=count, last=datetime.fromtimestamp(at, UTC)) if count and at else WrongTries()


def save_tries(folder: Path, tries: WrongTries) -> None:
    """Keep the count of wrong tries beside a vault, whole or not at all. OSError if it could not be written."""
    kept = _kept(folder)
    _keep(folder, kept, _settings_in(kept), tries, _window_in(kept))


def load_window(folder: Path) -> WindowBounds | None:
    """Return where the window was. None where that is missing, damaged or impossible."""
    return _window_in(_kept(folder))


def _window_in(kept: Mapping[str, Any]) -> WindowBounds | None:
    told = kept.get(_WINDOW)
    try:
        return WindowBounds(**told) if isinstance(told, dict) else None
    except (TypeError, ValueError):
        return None


def save_window(folder: Path, window: WindowBounds | None) -> None:
    """Keep beside a vault where the window is, whole or not at all; None forgets it. OSError if it could not be written."""
    kept = _kept(folder)
    _keep(folder, kept, _settings_in(kept), _tries_in(kept), window)


def _whole(number: Any, most: int) -> int:
    return number if type(number) is int and 0 <= number <= most else 0


def _kept(folder: Path) -> Mapping[str, Any]:
    try:
        kept: Any = json.loads((folder / FILE_NAME).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _keep(
    folder: Path,
    kept: Mapping[str, Any],
    settings: Settings,
    tries: WrongTries,
    window: WindowBounds | None,
) -> None:
    content = _content(settings, tries, window)
    if _version_of(kept) > VERSION:
        known = _content(_settings_in(kept), _tries_in(kept), _window_in(kept))
        changed = {name: value for name, value in content.items() if known.get(name) != value}
        gone = known.keys() - content.keys()
        content = {name: value for name, value in kept.items() if name not in gone} | changed
    _write(folder, content)


def _version_of(kept: Mapping[str, Any]) -> int:
    number = kept.get(_VERSION)
    return number if type(number) is int else 1


def _without_card(content: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in content.items() if name != _CARD}


def _content(settings: Settings, tries: WrongTries, window: WindowBounds | None) -> dict[str, Any]:
    """All that stands in a file of this version. A card that is turned off is gone, and so is a place that is not known."""
    at = int(tries.last.timestamp()) if tries.last else 0
    told: dict[str, Any] = (
        {_VERSION: VERSION} | asdict(settings) | {"wrong_tries": tries.count, "wrong_try_at": at}
    )
    if window is not None:
        told[_WINDOW] = asdict(window)
    return told if settings.emergency_card else _without_card(told)


def _write(folder: Path, content: Mapping[str, Any]) -> None:
    from app.vault import Disk  # noqa: PLC0415  # reading them is the first thing of all, and needs no vault

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
