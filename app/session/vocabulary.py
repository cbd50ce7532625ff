"""What things in a check-in are called, and what there is to pick: our words, the person's own, and what they hid."""

from collections.abc import Iterable
from dataclasses import dataclass

from app import words
from app.domain.check_in import CheckIn
from app.domain.circumstance import DOING, WHERE
from app.domain.feeling import BODY_SIGNALS, FEELINGS, Family
from app.domain.gone_name import GoneName
from app.domain.ids import Id
from app.domain.mood_label import MoodLabel
from app.domain.own_word import OwnWord, WordKind
from app.domain.someone import Someone
from app.domain.topic import Topic
from app.session.coping_tool import CopingToolVerbs
from app.session.listed import ListedVerbs
from app.session.preferences import PreferenceVerbs
from app.session.support import SupportVerbs

_FAMILY = {feeling.key: feeling.family for feeling in FEELINGS}


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Word:
    """One word of a list. ``key`` is ours or an id, ``mine`` says which; a ``hidden`` one is not offered."""

    key: str
    text: str
    family: Family | None = None
    mine: bool = False
    hidden: bool = False


class Vocabulary:
    """The lists of a check-in, and the names of the five levels, as they are now."""

    def __init__(
        self,
        own: ListedVerbs[OwnWord],
        topics: ListedVerbs[Topic],
        labels: ListedVerbs[MoodLabel],
        preferences: PreferenceVerbs,
        *,
        supports: SupportVerbs,
        coping_tools: CopingToolVerbs,
        gone_names: ListedVerbs[GoneName],
    ) -> None:
        self._own, self._topics, self._labels, self._preferences = own, topics, labels, preferences
        self._supports, self._coping_tools, self._gone = supports, coping_tools, gone_names

    # ------------------------------------------------------------ lists

    def list(self, kind: WordKind) -> tuple[Word, ...]:
        """Every word of a list, hidden ones too: ours in our order, then the person's own by the alphabet."""
        hidden = self._preferences.now.hidden_words
        ours = (
            Word(
                key=key,
                text=_ours(kind, key),
                family=_FAMILY.get(key) if kind is WordKind.FEELING else None,
                hidden=_place(kind, key) in hidden,
            )
            for key in _KEYS[kind]
        )
        mine = (
            Word(key=own.id, text=own.word, family=own.family, mine=True, hidden=own.hidden)
            for own in self._own.all
            if own.kind is kind
        )
        return (*ours, *mine)

    def word(self, kind: WordKind, key: str) -> str:
        """What a key or an id in a check-in is called."""
        if key in _KEYS[kind]:
            return _ours(kind, key)
        own = self._own.one(Id(key))
        return own.word if own is not None else words.check_in.unknown_word

    def topic(self, topic: Id) -> str:
        """What a topic is called."""
        known = self._topics.one(topic)
        return known.name if known is not None else words.check_in.unknown_word

    def helper(self, thing: Id) -> str:
        """What a support or a coping tool is called, or was called; empty if nobody knows any more."""
        known = self._gone.one(thing)
        return self.helper_here(thing) or (known.name if known is not None else "")

    def helper_here(self, thing: Id) -> str:
        """What a support or a coping tool is called; empty if it is gone."""
        known = self._supports.one(thing) or self._coping_tools.one(thing)
        return known.name if known is not None else ""

    def someone(self, one: Someone) -> str:
        """What someone is called; empty where another device has deleted the support and kept no name."""
        return one.name if one.support is None else self.helper(one.support)

    def named(self, people: Iterable[Someone]) -> str:
        """The names of people in a row, without those that nobody knows any more."""
        return ", ".join(filter(None, map(self.someone, people)))

    def is_support(self, thing: Id) -> bool:
        """Whether it is a support that is here."""
        return self._supports.one(thing) is not None

    def show(self, kind: WordKind, key: str, *, hidden: bool) -> None:
        """Offer a word, or offer it no more. Where it was picked it stays."""
        if key not in _KEYS[kind]:
            own = self._own.one(Id(key))
            if own is not None:
                self._own.change(own, hidden=hidden)
            return
        rest = tuple(one for one in self._preferences.now.hidden_words if one != _place(kind, key))
        self._preferences.change(hidden_words=(*rest, _place(kind, key)) if hidden else rest)

    # ------------------------------------------------------------ levels

    def labels(self, level: int) -> tuple[MoodLabel, ...]:
        """The person's own names of a level that are offered, the first first."""
        return tuple(label for label in self._labels.all if label.level == level and not label.hidden)

    def level(self, level: int) -> str:
        """What a level is called."""
        own = self.labels(level)
        return own[0].words if own else words.check_in.moods[str(level)]

    def face(self, level: int, label: Id | None = None) -> str:
        """The picture that the person chose for a label, or else for the level; empty if none."""
        own = self._label(label) or next(iter(self.labels(level)), None)
        return own.face if own is not None else ""

    def mood(self, check_in: CheckIn) -> str:
        """What a check-in says of the mood."""
        if check_in.mood is None:
            return words.check_in.cannot_name if check_in.cannot_name else words.check_in.nothing_said
        label = self._label(check_in.label)
        return label.words if label is not None else self.level(check_in.mood)

    def _label(self, label: Id | None) -> MoodLabel | None:
        return self._labels.one(label) if label is not None else None


_KEYS: dict[WordKind, tuple[str, ...]] = {
    WordKind.FEELING: tuple(_FAMILY),
    WordKind.BODY_SIGNAL: BODY_SIGNALS,
    WordKind.WHERE: WHERE,
    WordKind.DOING: DOING,
}


def _ours(kind: WordKind, key: str) -> str:
    texts = {
        WordKind.FEELING: words.check_in.feeling,
        WordKind.BODY_SIGNAL: words.check_in.body_signal,
        WordKind.WHERE: words.check_in.place,
        WordKind.DOING: words.check_in.deed,
    }
    return texts[kind][key]


def _place(kind: WordKind, key: str) -> str:
    return f"{kind}:{key}"
