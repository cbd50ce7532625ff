"""What was noticed about the vault's files, in sentences: what happened, what it is about, and that nothing was erased."""

from collections.abc import Iterable
from datetime import date

import flet as ft

from app import words
from app.store.check_in import PREFIX
from app.ui.widgets import button
from app.ui.widgets.button import Press
from app.ui.widgets.card import card
from app.ui.widgets.text import announced, body, heading
from app.vault import Notice, NoticeKind

_SAID = (
    (NoticeKind.DAMAGED, "damaged"),
    (NoticeKind.MISSING, "missing"),
    (NoticeKind.ROLLED_BACK, "rolled_back"),
    (NoticeKind.TORN_TAIL, "set_aside"),
)


def noticed(notices: Iterable[Notice]) -> tuple[str, ...]:
    """Return a sentence for each kind of notice, the gravest first. What was healed cost nothing and is not told."""
    lines = []
    for kind, key in _SAID:
        places = dict.fromkeys(_place(one.collection) for one in notices if one.kind is kind)
        if places:
            lines.append(words.unlock.notices[key].format(places=", ".join(places)))
    return tuple(lines)


def notice_card(notices: Iterable[Notice], close: Press) -> ft.Control | None:
    """A card with these sentences and a way to put it aside; None where there is nothing to tell."""
    lines = noticed(tuple(notices))
    if not lines:
        return None
    return card(
        heading(words.unlock.noticed),
        announced(" ".join(lines)) if len(lines) == 1 else ft.Column([announced(one) for one in lines]),
        body(words.unlock.nothing_erased),
        button.buttons(button.second_button(words.shell.close, close)),
    )


def _place(collection: str) -> str:
    if collection.startswith(PREFIX):
        year, _, month = collection.removeprefix(PREFIX).partition("-")
        return words.unlock.check_ins_of.format(month=words.moment.month(date(int(year), int(month), 1)))
    known = words.unlock.places.keys()
    return words.unlock.places[collection if collection in known else "files"]
