"""How a sentence is kept: marked for translation where it is written, translated when it is read.

The same English may need different words in another language. So each sentence is looked up together with the name of
the module it stands in, which a catalogue calls its context.
"""

import gettext
from collections.abc import Callable, Mapping

from app.words.number import number

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use_catalogue(catalogue: gettext.NullTranslations) -> None:
    """From now on every sentence is read in the language of this catalogue. English needs none."""
    global _catalogue  # noqa: PLW0603  # one person reads one language at a time
    _catalogue = catalogue


class _Marked:
    """What stands in a class of sentences, and so knows its module."""

    context = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.context = owner.__module__.rpartition(".")[2]

    def _read(self, text: str) -> str:
        return _catalogue.pgettext(self.context, text)

    def sources(self) -> tuple[tuple[str, ...], ...]:
        """The English to translate: for each sentence a tuple of one, or of singular and plural."""
        raise NotImplementedError


class Said(_Marked):
    """A sentence as a class attribute; reading it gives its translation.

    Places to fill are named in braces and filled by the reader: ``words.export.saved.format(name=...)``.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    def __get__(self, instance: object, owner: type | None = None) -> str:
        return self._read(self._text)

    def sources(self) -> tuple[tuple[str, ...], ...]:
        """The one sentence."""
        return ((self._text,),)


class Lines(_Marked):
    """Several sentences in a row; reading them gives their translations."""

    def __init__(self, *texts: str) -> None:
        self._texts = texts

    def __get__(self, instance: object, owner: type | None = None) -> tuple[str, ...]:
        return tuple(map(self._read, self._texts))

    def sources(self) -> tuple[tuple[str, ...], ...]:
        """Each of the sentences."""
        return tuple((text,) for text in self._texts)


class Counted(_Marked):
    """A sentence that depends on a whole number ``n``; reading it gives a function from the number to the sentence."""

    def __init__(self, one: str, many: str) -> None:
        self._one, self._many = one, many

    def __get__(self, instance: object, owner: type | None = None) -> Callable[[int], str]:
        return lambda n: _catalogue.npgettext(self.context, self._one, self._many, n).format(n=number(n))

    def sources(self) -> tuple[tuple[str, ...], ...]:
        """Singular and plural."""
        return ((self._one, self._many),)


class Choices(_Marked):
    """Words for each of a closed list of keys, such as the values of an enumeration; KeyError for any other key."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = dict(texts)

    def __getitem__(self, key: str) -> str:
        return self._read(self._texts[key])

    def keys(self) -> frozenset[str]:
        """Every key there are words for."""
        return frozenset(self._texts)

    def sources(self) -> tuple[tuple[str, ...], ...]:
        """The words of each key."""
        return tuple((text,) for text in self._texts.values())
