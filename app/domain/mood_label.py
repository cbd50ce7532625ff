"""A person's own word and face for a mood level."""

from dataclasses import dataclass

from app.domain.check_in import MOOD_LEVELS
from app.domain.errors import DomainError
from app.domain.kept import Kept, require_words

LONGEST_LABEL = 40

_FACES = "very_good good in_between hard very_hard sun cloud rain storm moon wave leaf stone"

FACES = tuple(_FACES.split())
"""Pictures to choose from. Keys for ever; what they look like is for the screen to say."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class MoodLabel(Kept):
    """One of the words for a level from 1 (hardest) to 5 (best). The first by ``order`` names the level.

    ``face`` is a key of ``FACES``, or empty for the level's own. ``import_names`` are what other apps call it. A
    ``hidden`` one is offered no more and stays where it was picked.
    """

    level: int
    words: str
    order: int
    face: str = ""
    import_names: tuple[str, ...] = ()
    hidden: bool = False

    def __post_init__(self) -> None:
        super(MoodLabel, self).__post_init__()
        if self.level not in MOOD_LEVELS:
            raise DomainError("level", "no_such_level")
        require_words("words", self.words, most=LONGEST_LABEL)
        if self.face and self.face not in FACES:
            raise DomainError("face", "unknown")
        for name in self.import_names:
            require_words("import_names", name)
