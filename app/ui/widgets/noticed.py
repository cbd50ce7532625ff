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
    (NoticeKind.FILE_LOST, "file_lost"),
    (NoticeKind.REBUILT, "rebuilt"),
    (NoticeKind.ROLLED_BACK, "rolled_back"),
    (NoticeKind.TORN_TAIL, "set_aside"),
)
_OURS = {".marks": "list", ".intent": "change"}
_CAN_BE_LOOKED_FOR = {NoticeKind.DAMAGED, NoticeKind.MISSING, NoticeKind.FILE_LOST, NoticeKind.REBUILT}


def noticed(notices: Iterable[Notice]) -> tuple[str, ...]:
    """Return a sentence for each kind of notice, the gravest first. What was healed cost nothing and is not told."""
    told = tuple(notices)
    lines = []
    for kind, key in _SAID:
        of_kind = dict.fromkeys(one.collection for one in told if one.kind is kind)
        if kind is NoticeKind.REBUILT and of_kind.pop(".marks", True) is None:
            lines.append(words.salvage.notices["list"])
        if of_kind:
            lines.append(
                words.salvage.notices[key].format(places=_listed([said_place(one) for one in of_kind]))
            )
    return tuple(lines)


def can_be_looked_for(notices: Iterable[Notice]) -> bool:
    """Whether a backup may have what some notice is about."""
    return any(one.kind in _CAN_BE_LOOKED_FOR and not one.collection.startswith(".") for one in notices)


def notice_card(
    notices: Iterable[Notice], close: Press, *, look: Press, carry_on: Press | None
) -> ft.Control | None:
    """A card with these sentences and what can be done; None where there is nothing to tell.

    ``look`` leads to where a backup is looked into; ``carry_on`` is None where nothing keeps from writing.
    """
    told = tuple(notices)
    lines = noticed(told)
    if not lines:
        return None
    helps = [button.second_button(words.salvage.see, look)] if can_be_looked_for(told) else []
    on = [button.second_button(words.salvage.carry_on, carry_on)] if carry_on is not None else []
    return card(
        heading(words.salvage.noticed),
        announced(" ".join(lines)) if len(lines) == 1 else ft.Column([announced(one) for one in lines]),
        body(words.salvage.nothing_erased),
        button.buttons(*helps, *on, button.quiet_button(words.shell.close, close)),
    )


def said_place(collection: str) -> str:
    """What a person calls a collection, within a sentence."""
    if collection.startswith(PREFIX):
        year, _, month = collection.removeprefix(PREFIX).partition("-")
        return words.salvage.check_ins_of.format(month=words.moment.month(date(int(year), int(month), 1)))
    key = _OURS.get(collection, collection)
    return words.salvage.places[key if key in words.salvage.places.keys() else "other"]  # noqa: SIM118  # no dictionary


def _listed(places: list[str]) -> str:
    *first, last = places
    return words.salvage.and_more.format(first=", ".join(first), last=last) if first else last
