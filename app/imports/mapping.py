"""What a name or a number in a file means here: what is known, and what only the person can say."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from app import words
from app.domain.check_in import BEST_LEVEL, HARDEST_LEVEL
from app.domain.circumstance import DOING, WHERE
from app.domain.feeling import BODY_SIGNALS, FEELING_KEYS
from app.domain.own_word import OwnWord, WordKind
from app.imports.read import WordList

_ENGLISH = {"rad": 5, "good": 4, "meh": 3, "bad": 2, "awful": 1}
_GERMAN = {"super": 5, "gut": 4, "ok": 3, "schlecht": 2, "lausig": 1}

_LEVELS: Mapping[str, int] = _ENGLISH | _GERMAN
"""The names that Daylio begins with, in English and German."""

_KINDS = {
    WordList.FEELING: WordKind.FEELING,
    WordList.BODY_SIGNAL: WordKind.BODY_SIGNAL,
    WordList.WHERE: WordKind.WHERE,
    WordList.DOING: WordKind.DOING,
    WordList.ACTIVITY: WordKind.DOING,
}
_SCALES = ((5, 1), (10, 1), (100, 0))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Target:
    """Where a name goes: to a key of ours or the id of an own word, or to a new own word where ``key`` is empty.

    Without a ``kind`` it is left out; it still stands in the row as it was.
    """

    kind: WordKind | None
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Numbers from the ``hardest`` to the ``best``; ValueError if they are the same. The best may be the smaller one."""

    hardest: Fraction
    best: Fraction

    def __post_init__(self) -> None:
        if self.hardest == self.best:
            raise ValueError("a scale has two ends")

    def level(self, value: Fraction) -> int | None:
        """The level of a value: the nearest, halves away from the middle; None if it is not on the scale."""
        place = (value - self.hardest) / (self.best - self.hardest)
        if not 0 <= place <= 1:
            return None
        from_middle = (place - Fraction(1, 2)) * (BEST_LEVEL - HARDEST_LEVEL)
        steps = math.floor(abs(from_middle) + Fraction(1, 2))
        middle = (BEST_LEVEL + HARDEST_LEVEL) // 2
        return middle + (steps if from_middle > 0 else -steps)


def scale_of(least: Fraction, most: Fraction) -> Scale:
    """The usual scale that holds these values: a first guess, to be shown and confirmed."""
    for best, hardest in _SCALES:
        if most <= best:
            return Scale(hardest=min(Fraction(hardest), Fraction(math.floor(least))), best=Fraction(best))
    return Scale(hardest=min(Fraction(0), Fraction(math.floor(least))), best=Fraction(math.ceil(most)))


def plainly(name: str) -> str:
    """A name as it is compared with others: without case, and with single spaces."""
    return " ".join(name.split()).casefold()


def known_level(label: str) -> int | None:
    """The level of a name that Daylio begins with; None for any other: nobody guesses."""
    return _LEVELS.get(plainly(label))


def ours() -> dict[tuple[WordKind, str], str]:
    """Our own words and keys, as they are compared, with their keys."""
    said = words.check_in
    lists: tuple[tuple[WordKind, Iterable[str], Mapping[str, str] | object], ...] = (
        (WordKind.FEELING, sorted(FEELING_KEYS), said.feeling),
        (WordKind.BODY_SIGNAL, BODY_SIGNALS, said.body_signal),
        (WordKind.WHERE, WHERE, said.place),
        (WordKind.DOING, DOING, said.deed),
    )
    found: dict[tuple[WordKind, str], str] = {}
    for kind, keys, texts in lists:
        for key in keys:
            found[kind, plainly(texts[key])] = key  # type: ignore[index]  # Choices are read by key
            found[kind, key] = key
    return found


class Vocabulary:
    """The words that there are to pick from: ours, and those of a person."""

    def __init__(self, own_words: Iterable[OwnWord]) -> None:
        self._known: dict[tuple[WordKind, str], str] = dict(ours())
        for one in own_words:
            self._known.setdefault((one.kind, plainly(one.word)), one.id)

    def target(self, of: WordList, name: str) -> Target | None:
        """Where a name goes if nobody says otherwise; None for the lists of topics and supports.

        An activity goes where there is such a word, a feeling before anything else, and else becomes a doing.
        """
        if of not in _KINDS:
            return None
        kinds = tuple(WordKind) if of is WordList.ACTIVITY else (_KINDS[of],)
        for kind in kinds:
            if (kind, plainly(name)) in self._known:
                return Target(kind=kind, key=self._known[kind, plainly(name)])
        return Target(kind=_KINDS[of])

    def key(self, kind: WordKind, name: str) -> str | None:
        """The key or id of a word of this list; None if there is none."""
        return self._known.get((kind, plainly(name)))
