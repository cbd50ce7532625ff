"""How hard a text is to read, by the public formula of each language, and its parts: sentences, words, syllables.

English: the school grade of Flesch and Kincaid (Kincaid, Fishburne, Rogers and Chissom 1975). German: the fourth
Vienna formula (Bamberger and Vanecek 1984), a school grade too. Spanish: the ease of Szigriszt-Pazos (1993), where
more is easier, read on the scale INFLESZ (Barrio-Cantalejo and others 2008).
"""

import re
from collections.abc import Iterable

FEWEST_WORDS = 5
"""What is shorter is a label: it would flatter a screen."""

_COUNTED_OUT = {
    **dict.fromkeys(("centre", "choir", "evening", "evenings", "fire", "hour", "hours", "legged", "mrs"), 2),
    **dict.fromkeys(("our", "ours", "pm", "safety", "several", "tired", "wednesdays", "housework"), 2),
    **dict.fromkeys(("anyone", "beforehand", "csv", "curious", "differently", "earlier", "easier"), 3),
    **dict.fromkeys(("everything", "idea", "interested", "pdf", "recovery", "whoever"), 3),
    **dict.fromkeys(("accordion", "experience", "html"), 4),
}
"""English words of ours that the rules below get wrong, as a dictionary of pronunciation has them."""


def sentences(text: str) -> list[str]:
    """The sentences of a text, and each line by itself."""
    return [one for one in re.split(r"(?<=[.?:])\s+|\n+", text) if one.strip()]


def words_of(text: str) -> list[str]:
    """Its words, small, without numbers and without marks inside."""
    return [one.lower() for one in re.findall(r"[^\W\d_]+", re.sub("[’\u00ad]", "", text))]


def long_enough(texts: Iterable[str]) -> list[str]:
    """The sentences that are more than a label, each once."""
    every = dict.fromkeys(one for text in texts for one in sentences(text))
    return [one for one in every if len(words_of(one)) >= FEWEST_WORDS]


def syllables(word: str) -> int:
    """How many syllables an English word has: its groups of vowels, less those that are silent."""
    if word in _COUNTED_OUT:
        return _COUNTED_OUT[word]
    silent = (
        r"(?<=[^aeiouy])e(?=(?:ly|ful|ment|less|thing|one|where|body|time)$)",  # something
        r"(?<=[^aeiouy])(?<![^aeiouylr]l)e$",  # time, not table
        r"(?<=[^aeiouydt])(?<![^aeiouylr]l)ed$",  # locked, not noted
        r"(?<=[^aeiouycsgxz])(?<!sh)(?<!ch)(?<![^aeiouylr]l)es$",  # takes, not pages
    )
    for end in silent:
        word = re.sub(end, "", word)
    apart = re.findall(r"i(?:a(?!n?t?io)|o(?!n|us)|um|et)|[aeo]ing|(?<![qg])ua(?!r)|eo(?!p)|yi", word)
    swallowed = re.search(r"[^aeiouy]sm$|[ds]nt$", word)  # the last of “rhythm”, “didn’t”
    return max(1, len(re.findall(r"[aeiouy]+", word)) + len(apart) + bool(swallowed))


def german_syllables(word: str) -> int:
    """How many syllables a German word has: its vowels, where two may sound as one."""
    return max(1, len(re.findall(r"aa|ee|oo|ai|ei|ey|au|äu|eu|ie|[aeiouyäöü]", word)))


def spanish_syllables(word: str) -> int:
    """How many syllables a Spanish word has: its strong vowels, each with the weak ones beside it."""
    heard = re.sub(r"(?<=[qg])u(?=[eéií])", "", word)
    return max(1, len(re.findall(r"[iuü]?[aeoáéó](?:[iu](?![aeoáéó])|y$)?|[íú]|[iuü]{1,2}(?:y$)?|y$", heard)))


def flesch_kincaid(texts: Iterable[str]) -> float:
    """The years of school that an English text asks for."""
    every = long_enough(texts)
    spoken = [word for one in every for word in words_of(one)]
    return 0.39 * len(spoken) / len(every) + 11.8 * sum(map(syllables, spoken)) / len(spoken) - 15.59


def vienna(texts: Iterable[str]) -> float:
    """The years of school that a German text asks for."""
    every = long_enough(texts)
    spoken = [word for one in every for word in words_of(one)]
    long = sum(german_syllables(word) >= 3 for word in spoken)
    return 0.2656 * len(spoken) / len(every) + 27.44 * long / len(spoken) - 1.693


def szigriszt(texts: Iterable[str]) -> float:
    """How easy a Spanish text is: above 80 very easy, above 65 easy, above 55 as a newspaper."""
    every = long_enough(texts)
    spoken = [word for one in every for word in words_of(one)]
    return 206.835 - 62.3 * sum(map(spanish_syllables, spoken)) / len(spoken) - len(spoken) / len(every)
