"""A thing in the keep box: words, a photo or a sound that matters, and who it is from."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.domain.errors import DomainError
from app.domain.ids import Id
from app.domain.kept import Kept, require_short, require_words
from app.domain.someone import Someone, require_once

PEOPLE = ("from_whom",)
"""The fields that name people."""

MOST_FILE_BYTES = 20 << 20
"""How large one photo or sound may be."""

MOST_BOX_BYTES = 200 << 20
"""How much all of them may take: every backup holds them all."""

_NAME = re.compile(r"[a-z2-7]{24}", re.ASCII)
_KEY = re.compile(r"[0-9a-f]{64}", re.ASCII)


class Medium(StrEnum):
    """What a file holds."""

    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    GIF = "gif"
    MP3 = "mp3"
    M4A = "m4a"
    OGG = "ogg"
    WAV = "wav"
    FLAC = "flac"

    @property
    def is_photo(self) -> bool:
        """Whether it can be seen; else it can be heard."""
        return self in {Medium.JPEG, Medium.PNG, Medium.WEBP, Medium.GIF}


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class KeptFile:
    """The file of a thing. ``name`` and ``key`` are what the vault finds and opens it by; ``size`` is in bytes."""

    name: str
    key: str
    size: int
    medium: Medium

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name) or not _KEY.fullmatch(self.key):
            raise DomainError("file", "unknown")
        if not 0 < self.size <= MOST_FILE_BYTES:
            raise DomainError("file", "too_large")

    def __repr__(self) -> str:
        return "<KeptFile>"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class KeepItem(Kept):
    """Something that matters. Only ``name`` is asked for: a line that says what it is, also to who cannot see a photo."""

    name: str
    words: str = ""
    from_whom: Someone | None = None
    topics: tuple[Id, ...] = ()
    file: KeptFile | None = None

    def __post_init__(self) -> None:
        super(KeepItem, self).__post_init__()
        require_words("name", self.name)
        require_short("words", self.words)
        require_once(self, "topics")


def bytes_of(things: Iterable[KeepItem]) -> int:
    """How many bytes the files of these things hold."""
    return sum(one.file.size for one in things if one.file is not None)
