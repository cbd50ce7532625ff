"""How a sentence is kept: marked for translation where it is written, translated when it is read."""

import gettext
from collections.abc import Callable, Mapping

_language: gettext.NullTranslations = gettext.NullTranslations()


def use_language(language: gettext.NullTranslations) -> None:
    """From now on every sentence is read in this language. English needs no catalogue."""
    global _language  # noqa: PLW0603  # one person reads one language at a time
    _language = language


class Said:
    """A sentence as a class attribute; reading it gives its translation.

    Places to fill are named in braces and filled by the reader: ``words.export.saved.format(name=...)``.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    def __get__(self, instance: object, owner: type | None = None) -> str:
        return _language.gettext(self._text)


class Lines:
    """Several sentences in a row; reading them gives their translations."""

    def __init__(self, *texts: str) -> None:
        self._texts = texts

    def __get__(self, instance: object, owner: type | None = None) -> tuple[str, ...]:
        return tuple(map(_language.gettext, self._texts))


class Counted:
    """A sentence that depends on a number ``n``; reading it gives a function from the number to the sentence."""

    def __init__(self, one: str, many: str) -> None:
        self._one, self._many = one, many

    def __get__(self, instance: object, owner: type | None = None) -> Callable[[int], str]:
        return lambda n: _language.ngettext(self._one, self._many, n).format(n=n)


class Choices:
    """Words for each of a closed list of keys, such as the values of an enumeration; KeyError for any other key."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = dict(texts)

    def __getitem__(self, key: str) -> str:
        return _language.gettext(self._texts[key])

    def keys(self) -> frozenset[str]:
        """Every key there are words for."""
        return frozenset(self._texts)
