"""A recovery key as words that can be printed and typed, and back."""

import hashlib
import unicodedata
from functools import cache
from pathlib import Path
from re import findall, search

from app.domain.errors import DomainError

KEY_BYTES = 16
"""The length of a recovery key: 128 bits, drawn at random by the vault."""

WORDS = 14
"""How many words a key makes. A word of 1,024 is worth 10 bits: thirteen would leave a checksum of 2 bits, fourteen
leave one of 12, so that of 4,096 slips that make other words of the list, or another order, one goes unnoticed."""

LETTERS_ENOUGH = 3
"""No two words begin with the same three letters."""

_LIST = Path(__file__).resolve().parents[1] / "assets" / "recovery_words" / "words.txt"
_WORD_BITS = 10
_CHECK_BITS = WORDS * _WORD_BITS - KEY_BYTES * 8
_MOST_SUGGESTED = 8
_LEAST_BEGUN = 2
_LAST_LETTERS = r"[^\W\d_]+$"
_DOTLESS_I = str.maketrans("\u0131", "i")  # what a Turkish keyboard makes of I


class RecoveryWordsError(DomainError):
    """These are not the words of a recovery key. ``field`` is "recovery_key", and ``rule`` is one of three:

    "word": the words at ``places``, counted from 1, are not on the list. "count": all are, and there are ``count`` of
    them instead of WORDS. "checksum": there are WORDS of the list, and at least one is not the one that was printed,
    or they stand in another order. It never holds what was typed.
    """

    def __init__(self, rule: str, *, places: tuple[int, ...] = (), count: int = WORDS) -> None:
        super().__init__("recovery_key", rule)
        self.places = places
        self.count = count


@cache
def word_list() -> tuple[str, ...]:
    """Return the 1,024 words, sorted: part of the EFF's second short list (assets/recovery_words/SOURCES.md)."""
    return tuple(_LIST.read_text(encoding="utf-8").split())


def words_of(key: bytes) -> tuple[str, ...]:
    """Return the 14 words of a key of 16 bytes (docs/vault-format.md, "A recovery key in words"). ValueError otherwise."""
    if len(key) != KEY_BYTES:
        raise ValueError("a recovery key has 16 bytes")
    number = int.from_bytes(key, "big") << _CHECK_BITS | _checksum(key)
    ends = range((WORDS - 1) * _WORD_BITS, -1, -_WORD_BITS)
    return tuple(word_list()[number >> end & (1 << _WORD_BITS) - 1] for end in ends)


def key_of(typed: str) -> bytes:
    """Return the 16 bytes of a key from its words as a person types them; RecoveryWordsError says what is wrong.

    Case, accents, numbers before the words and whatever stands between them make no difference. The first three
    letters of a word, or more of them, are as good as the word.
    """
    parts = _parts(typed)
    places = [_place(part) for part in parts]
    unknown = tuple(number for number, place in enumerate(places, 1) if place is None)
    if unknown:
        raise RecoveryWordsError("word", places=unknown)
    if len(places) != WORDS:
        raise RecoveryWordsError("count", count=len(places))
    number = 0
    for place in places:
        number = number << _WORD_BITS | (place or 0)
    key = (number >> _CHECK_BITS).to_bytes(KEY_BYTES, "big")
    if _checksum(key) != number & (1 << _CHECK_BITS) - 1:
        raise RecoveryWordsError("checksum")
    return key


def suggestions(beginning: str) -> tuple[str, ...]:
    """Return up to eight words that begin so; if none does, up to three that are spelled much like it; of nothing, none."""
    parts = _parts(beginning)
    if len(parts) != 1:
        return ()
    begin_so = tuple(word for word in word_list() if word.startswith(parts[0]))
    from difflib import get_close_matches  # noqa: PLC0415  # a start can spare it

    return begin_so[:_MOST_SUGGESTED] or tuple(get_close_matches(parts[0], word_list(), 3))


def offered(typed: str) -> tuple[str, ...]:
    """Return the words that may be meant by the letters that ``typed`` ends with; none for a single letter or a whole word."""
    begun = search(_LAST_LETTERS, unicodedata.normalize("NFC", typed))
    if begun is None or len(begun[0]) < _LEAST_BEGUN or _parts(begun[0])[:1] == [*suggestions(begun[0])[:1]]:
        return ()
    return suggestions(begun[0])


def completed(typed: str, word: str) -> str:
    """Return what was typed with this word, and a space, in the place of the letters it ends with."""
    typed = unicodedata.normalize("NFC", typed)
    begun = search(_LAST_LETTERS, typed)
    return f"{typed[: begun.start()] if begun else typed}{word} "


def _checksum(key: bytes) -> int:
    digest = hashlib.sha256(b"recovery words" + key).digest()
    return int.from_bytes(digest[:2], "big") >> 16 - _CHECK_BITS


def _parts(typed: str) -> list[str]:
    """The runs of letters, without case, accents, and marks that cannot be seen."""
    plain = unicodedata.normalize("NFKD", typed.casefold()).translate(_DOTLESS_I)
    bare = "".join(sign for sign in plain if unicodedata.category(sign) not in {"Mn", "Cf"})
    return findall(r"[^\W\d_]+", bare)


def _place(part: str) -> int | None:
    if len(part) < LETTERS_ENOUGH:
        return None
    place = _beginnings().get(part[:LETTERS_ENOUGH])
    return place if place is not None and word_list()[place].startswith(part) else None


@cache
def _beginnings() -> dict[str, int]:
    return {word[:LETTERS_ENOUGH]: place for place, word in enumerate(word_list())}
