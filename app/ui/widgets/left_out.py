"""What was left out because it could not be read, in sentences: which kind, how many, and that it is kept."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

import flet as ft

from app import words
from app.store.check_in import PREFIX
from app.store.left_out import Unread
from app.ui.widgets import button
from app.ui.widgets.button import Press
from app.ui.widgets.card import card
from app.ui.widgets.text import announced, body, heading


def told(left_out: Iterable[Unread]) -> tuple[str, ...]:
    """Return a sentence for what cannot be read and one for what a newer version wrote, where there is such."""
    known = tuple(left_out)
    lines = []
    if things := _things(one for one in known if not one.newer):
        lines.append(words.left_out.unreadable.format(things=things))
    if things := _things(one for one in known if one.newer):
        lines.append(words.left_out.newer.format(things=things))
    return tuple(lines)


def left_out_card(left_out: Iterable[Unread], close: Press) -> ft.Control | None:
    """A card with these sentences and a way to put it aside; None where there is nothing to tell."""
    lines = told(tuple(left_out))
    if not lines:
        return None
    return card(
        heading(words.left_out.title),
        *map(announced, lines),
        body(words.left_out.kept),
        button.buttons(button.second_button(words.shell.close, close)),
    )


def _things(left_out: Iterable[Unread]) -> str:
    counts = Counter((one.stem, one.collection) for one in left_out)
    return ", ".join(_of_kind(*place, number) for place, number in sorted(counts.items()))


def _of_kind(stem: str, collection: str, number: int) -> str:
    things: str = getattr(words.left_out, stem, words.left_out.other)(number)
    if not collection.startswith(PREFIX):
        return things
    year, _, month = collection.removeprefix(PREFIX).partition("-")
    return words.left_out.of_month.format(
        things=things, month=words.moment.month(date(int(year), int(month), 1))
    )
