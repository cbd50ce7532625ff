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

CARD_LINES = 3
LONGEST_CARD_LINE = 100
_CARD = "emergency_card"


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
    _keep(folder, kept, settings, _tries_in(kept))


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
    _keep(folder, kept, _settings_in(kept), tries)


def _whole(number: Any, most: int) -> int:
    return number if type(number) is int and 0 <= number <= most else 0


def _kept(folder: Path) -> Mapping[str, Any]:
    try:
        kept: Any = json.loads((folder / FILE_NAME).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _keep(folder: Path, kept: Mapping[str, Any], settings: Settings, tries: WrongTries) -> None:
    content = _content(settings, tries)
    if _version_of(kept) > VERSION:
        known = _content(_settings_in(kept), _tries_in(kept))
        changed = {name: value for name, value in content.items() if known.get(name) != value}
        turned_off = _CARD in known and _CARD not in content
        content = (_without_card(kept) if turned_off else dict(kept)) | changed
    _write(folder, content)


def _version_of(kept: Mapping[str, Any]) -> int:
    number = kept.get(_VERSION)
    return number if type(number) is int else 1


def _without_card(content: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in content.items() if name != _CARD}


def _content(settings: Settings, tries: WrongTries) -> dict[str, Any]:
    """All that stands in a file of this version. A card that is turned off is gone."""
    at = int(tries.last.timestamp()) if tries.last else 0
    told = {_VERSION: VERSION} | asdict(settings) | {"wrong_tries": tries.count, "wrong_try_at": at}
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
