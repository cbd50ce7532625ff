"""The cards of the pictures: which there are, in which order, and what each says as text."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import flet as ft

from app import words
from app.domain.digest import AROUND
from app.domain.patterns import PARTS_OF_DAY
from app.session.pictures import Bar, Pictures, bar_facts
from app.ui.widgets.picture_card import answered, bars, picture_card
from app.ui.widgets.picture_connected import connected_picture
from app.ui.widgets.picture_mood import mood_picture
from app.words.direction import left_to_right


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How pictures are drawn: what levels are called, the room in logical pixels, text instead, and from right to left."""

    level: Callable[[int], str]
    width: float
    as_text: bool
    mirrored: bool


def cards(seen: Pictures, look: Look) -> Iterator[ft.Control]:
    """Yield a card for each picture that has something to say."""
    said = words.patterns
    yield picture_card(
        said.mood,
        seen.mood_facts,
        lambda: mood_picture(seen.mood, look.width, mirrored=look.mirrored),
        help_=said.mood_help[seen.mood.unit],
        as_text=look.as_text,
    )
    yield from _bars(said.feelings, seen.feelings, look)
    yield from _bars(said.body_signals, seen.body_signals, look)
    yield from _connected(seen, look)
    yield from _parts(seen, look)
    for field in AROUND:
        found = seen.around[field]
        if found:
            yield picture_card(
                said.around[field],
                [one.fact for one in found],
                lambda found=found: answered(found, look.level),  # type: ignore[misc]  # bound now, not when drawn
                help_=said.around_help,
                as_text=look.as_text,
            )


def _bars(title: str, shown: tuple[Bar, ...], look: Look) -> Iterator[ft.Control]:
    if shown:
        yield picture_card(title, bar_facts(shown), lambda: bars(shown), as_text=look.as_text)


def _connected(seen: Pictures, look: Look) -> Iterator[ft.Control]:
    connected = seen.connected
    if connected is not None:
        yield picture_card(
            words.patterns.connected,
            seen.connected_facts,
            lambda: connected_picture(connected, look.width, mirrored=look.mirrored),
            help_=words.patterns.connected_help[connected.unit],
            as_text=look.as_text,
        )


def _parts(seen: Pictures, look: Look) -> Iterator[ft.Control]:
    said = words.patterns
    if seen.parts:
        hours = {said.parts[part]: left_to_right(said.hours[part]) for part in PARTS_OF_DAY}
        hints = [hours[one.name] for one in seen.parts]
        yield picture_card(
            said.time_of_day,
            [one.fact for one in seen.parts],
            lambda: answered(seen.parts, look.level, hints=hints),
            as_text=look.as_text,
        )
