"""A card with a picture, and the same facts as text: for a screen reader always, for everyone if they like."""

from collections.abc import Callable, Iterable, Sequence

import flet as ft

from app import words
from app.session.pictures import Answered, Bar
from app.ui.screen import Host
from app.ui.stimulus import is_low
from app.ui.theme import BETWEEN, INSIDE
from app.ui.widgets.card import card, stack
from app.ui.widgets.mood import mood_mark
from app.ui.widgets.text import Style, body, heading, quiet

Draw = Callable[[], ft.Control]

YES, NO = "yes", "no"
"""What a draft holds once a person has said whether they want words in place of pictures."""

_BAR_HEIGHT = 12
_FACE = 36


def words_first(host: Host, key: str) -> bool:
    """Whether words stand in place of pictures: as the draft under ``key`` says, else only in low stimulus."""
    return host.draft(key, YES if is_low() else NO) == YES


def picture_card(
    title: str, facts: Sequence[str], draw: Draw, *, help_: str = "", as_text: bool
) -> ft.Control:
    """A card with a heading and a picture, or with its facts one below the other. ``help_`` says how to read a picture."""
    if as_text:
        return card(heading(title), *map(body, facts))
    told = "\n".join(facts)
    shown = ft.Semantics(content=draw(), label=told, image=True, container=True, exclude_semantics=True)
    return card(heading(title), *([quiet(help_)] if help_ else []), shown, spacing=INSIDE)


def bars(shown: Sequence[Bar]) -> ft.Control:
    """Words with how often they were picked, and a bar as long as that."""
    most = max(bar.count for bar in shown)
    return stack(*(_bar(bar, most) for bar in shown), spacing=INSIDE)


def _bar(bar: Bar, most: int) -> ft.Control:
    filled = ft.Container(
        bgcolor=ft.Colors.PRIMARY, height=_BAR_HEIGHT, border_radius=_BAR_HEIGHT / 2, expand=bar.count
    )
    rest = [ft.Container(expand=most - bar.count)] if most > bar.count else []
    label = ft.Row(
        [ft.Container(body(bar.name), expand=True), body(f"{bar.count}")],
        vertical_alignment=ft.CrossAxisAlignment.END,
    )
    return stack(label, ft.Row([filled, *rest], spacing=0), spacing=2)


def answered(
    shown: Iterable[Answered], level: Callable[[int], str], *, hints: Sequence[str] = ()
) -> ft.Control:
    """The usual answer at each time or around each thing, as faces with their words."""
    rows = list(shown)
    said = [*hints, *[""] * (len(rows) - len(hints))]
    return stack(
        *(_answered(one, hint, level) for one, hint in zip(rows, said, strict=True)), spacing=BETWEEN
    )


def _answered(one: Answered, hint: str, level: Callable[[int], str]) -> ft.Control:
    names = [level(each) for each in one.usual.levels]
    usual = words.patterns.neither
    if names:
        usual = names[0] if len(names) == 1 else words.patterns.either.format(answer=names[0], other=names[1])
    faces = [mood_mark(each, _FACE) for each in one.usual.levels]
    name = ft.Text(one.name, theme_style=Style.TITLE_MEDIUM)
    about = " · ".join(filter(None, (hint, words.patterns.check_ins(one.usual.of))))
    told = ft.Column([name, body(usual), quiet(about)], spacing=0, expand=True)
    return ft.Row(
        [ft.Row(faces, tight=True, spacing=-_FACE // 6, width=None), told],
        spacing=INSIDE + 4,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )
