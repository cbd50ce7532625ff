"""What is asked about a file of another app: columns, moods, numbers, and where words go."""

from collections.abc import Callable

import flet as ft

from app import words
from app.domain.check_in import MOOD_LEVELS
from app.domain.own_word import WordKind
from app.imports.mapping import Target
from app.imports.moment import DateOrder
from app.imports.zone import zones
from app.session.import_looking import LabelFound, NameFound
from app.session.vocabulary import Vocabulary
from app.ui.screens.imports_answers import NO_MOOD, ROLES, Answers, plain_number
from app.ui.screens.imports_telling import OUT, place_of, scale_in_words
from app.ui.theme import INSIDE
from app.ui.widgets import choice, field
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.in_parts import in_parts
from app.ui.widgets.name_picker import name_picker
from app.ui.widgets.opening import opening
from app.ui.widgets.text import body, heading, own_words, quiet, subheading
from app.words.zone import zones_by_name

said = words.imports
_NUMBERS = "numbers"


# ------------------------------------------------------------ columns


def columns_asked(answers: Answers) -> list[ft.Control]:
    """Which column holds what, and how its days are written."""
    orders = [(one.value, said.orders[one]) for one in DateOrder]
    kinds = [(kind, said.mood_kinds[kind]) for kind in ("words", _NUMBERS)]
    day, *rest = [_role(answers, role) for role in ROLES]
    return [
        heading(said.columns),
        body(said.columns_what),
        day,
        card(
            subheading(said.order),
            choice.one_of(said.order, orders, answers.order, lambda order: setattr(answers, "order", order)),
        ),
        *rest[:2],
        card(
            subheading(said.mood_kind),
            choice.one_of(
                said.mood_kind,
                kinds,
                _NUMBERS if answers.mood_is_number else kinds[0][0],
                lambda kind: setattr(answers, "mood_is_number", kind == _NUMBERS),
            ),
        ),
        *rest[2:],
        field.field(said.between, answers.between, lambda text: setattr(answers, "between", text)),
    ]


def _role(answers: Answers, role: str) -> ft.Control:
    label = said.roles[role]

    def chosen() -> str:
        return answers.roles.get(role) or said.no_column

    def inside(changed: Callable[[], None]) -> ft.Control:
        def choose(heading: str) -> None:
            answers.roles[role] = heading
            changed()

        options = [(one, one) for one in answers.headings]
        return choice.one_of(
            label,
            [("", said.no_column), *options],
            answers.roles.get(role, ""),
            choose,
            named=lambda heading: said.means.format(name=label, level=heading),
        )

    return opening(
        lambda: body(label),
        chosen,
        lambda: said.means.format(name=label, level=chosen()),
        inside,
        opened=role == ROLES[0],
    )


# ------------------------------------------------------------ moods


def moods_asked(answers: Answers, vocabulary: Vocabulary) -> list[ft.Control]:
    """Every word for moods: open where nobody has said what it means, below those that are known."""
    labels = answers.preview.labels
    unknown = [label for label in labels if not label.known]
    known = [label for label in labels if label.known]
    return [
        heading(said.moods),
        body(said.moods_what),
        in_parts(unknown, lambda label: _label(answers, label, vocabulary), said.show_more),
        *(
            [
                heading(said.moods_known),
                in_parts(known, lambda label: _known_label(answers, label, vocabulary), said.show_more),
            ]
            if known
            else []
        ),
    ]


def _label(answers: Answers, label: LabelFound, vocabulary: Vocabulary) -> ft.Control:
    return card(
        own_words(label.name),
        quiet(said.times(label.count)),
        _levels(answers, label, vocabulary, lambda: None),
    )


def _known_label(answers: Answers, label: LabelFound, vocabulary: Vocabulary) -> ft.Control:
    def chosen() -> str:
        level = answers.level_of(label)
        return vocabulary.level(level) if level else said.no_mood

    return opening(
        lambda: own_words(label.name),
        chosen,
        lambda: said.means.format(name=label.name, level=chosen()),
        lambda changed: _levels(answers, label, vocabulary, changed),
    )


def _levels(
    answers: Answers, label: LabelFound, vocabulary: Vocabulary, changed: Callable[[], None]
) -> ft.Control:
    options = [(str(level), vocabulary.level(level)) for level in reversed(MOOD_LEVELS)]

    def choose(level: str) -> None:
        answers.levels[label.name] = int(level)
        changed()

    now = answers.level_of(label)
    return choice.one_of(
        said.label.format(name=label.name, times=said.times(label.count)),
        [*options, (str(NO_MOOD), said.no_mood)],
        "" if now is None else str(now),
        choose,
        named=lambda level: said.means.format(name=label.name, level=level),
    )


# ------------------------------------------------------------ numbers


def scale_asked(answers: Answers, vocabulary: Vocabulary, submit: Callable[[], object]) -> list[ft.Control]:
    """The two ends of the numbers, begun with a first guess, and what they mean."""
    guess = answers.preview.scale
    if guess is not None and not answers.hardest and not answers.best:
        answers.hardest, answers.best = plain_number(guess.hardest), plain_number(guess.best)
    means = stack(spacing=INSIDE)

    def tell() -> None:
        scale = answers.scale_said()
        fill(means, *map(body, scale_in_words(scale, vocabulary) if scale else (said.scale_open,)))

    def keep(end: str) -> Callable[[str], None]:
        def typed(text: str) -> None:
            setattr(answers, end, text)
            tell()

        return typed

    def asked(label: str, end: str) -> ft.Control:
        keyboard = ft.KeyboardType.TEXT  # that for numbers has no minus sign on every phone
        return field.field(label, getattr(answers, end), keep(end), keyboard=keyboard, submit=submit)

    tell()
    return [
        heading(said.scale),
        body(said.scale_what),
        asked(said.hardest, "hardest"),
        asked(said.best, "best"),
        card(means),
    ]


# ------------------------------------------------------------ time zone


def zone_asked(chosen: Callable[[str], object]) -> list[ft.Control]:
    """A place to find by typing; ``chosen`` gets the name of its time zone, empty for that of this device."""
    known = zones()
    places = [(zone, place) for zone, place in zones_by_name() if zone in known]
    return [
        heading(said.zone),
        body(said.zone_what),
        name_picker(said.zone_find, places, chosen, always=[("", said.zone_device)]),
    ]


# ------------------------------------------------------------ words


def names_asked(answers: Answers) -> list[ft.Control]:
    """Every word that may be sent elsewhere, the most frequent first."""
    names = [one for one in answers.preview.names if one.target is not None]
    return [
        heading(said.names),
        body(said.names_what),
        in_parts(names, lambda one: _name(answers, one), said.show_more),
    ]


def _name(answers: Answers, one: NameFound) -> ft.Control:
    times = said.times(one.count)

    def place() -> str:
        return place_of(one.of, answers.target_of(one))

    def inside(changed: Callable[[], None]) -> ft.Control:
        def choose(key: str) -> None:
            kind = None if key == OUT else WordKind(key)
            same = one.target is not None and one.target.kind is kind
            answers.targets[one.of, one.name] = one.target if same and one.target else Target(kind=kind)
            changed()

        keys = [*(kind.value for kind in (WordKind.DOING, WordKind.FEELING)), WordKind.BODY_SIGNAL.value]
        return choice.one_of(
            said.name_asks.format(name=one.name),
            [(key, said.places[key]) for key in (*keys, WordKind.WHERE.value, OUT)],
            place(),
            choose,
            named=lambda where: said.means.format(name=one.name, level=where),
        )

    return opening(
        lambda: own_words(one.name),
        lambda: said.name_at.format(times=times, place=said.places[place()]),
        lambda: said.name_row.format(name=one.name, times=times, place=said.places[place()]),
        inside,
    )


def offers_names(answers: Answers) -> bool:
    """Whether there are words that may be sent elsewhere."""
    return any(one.target is not None for one in answers.preview.names)
