"""What stands around every screen: the top bar, the bar of places, and the width of the page."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from app import words
from app.ui import text_size
from app.ui.screen import Place
from app.ui.theme import AROUND, BETWEEN, INSIDE, TARGET
from app.ui.widgets import button, text

ICONS_FROM = 360
RAIL_FROM = 600
LABELS_FROM = 1100
WIDEST_TEXT = 640
NEAR_END = 600
"""So many pixels before its end a page is asked for more."""
SCROLL_MS = 200
BELOW = 48
"""Left free under the last thing on a page."""
RAIL_WIDTH = 96.0
WIDE_RAIL_WIDTH = 200.0

_ICONS = {
    Place.TODAY: (ft.Icons.WB_TWILIGHT_OUTLINED, ft.Icons.WB_TWILIGHT),
    Place.SUPPORTS: (ft.Icons.GROUPS_OUTLINED, ft.Icons.GROUPS),
    Place.PLAN: (ft.Icons.ARTICLE_OUTLINED, ft.Icons.ARTICLE),
    Place.PATTERNS: (ft.Icons.INSIGHTS_OUTLINED, ft.Icons.INSIGHTS),
    Place.GROWING: (ft.Icons.SPA_OUTLINED, ft.Icons.SPA),
}
ICONS_OF_PLACES = {place: icon for place, (icon, _) in _ICONS.items()}
"""The picture of each place where it is not the open one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What the shell of one screen shows. None for what the screen does without.

    ``note`` is a line below the top bar, or empty: what holds of every screen. ``end`` ends that. A ``bare`` one is the content and a way back.
    Where there is a ``foot`` it stands in the place of the bar, and the content has its own heading.
    """

    route: str
    title: str
    note: str
    width: float
    place: Place | None
    back: Callable[[], None] | None
    hard: Callable[[], None] | None
    hide: Callable[[], None] | None
    settings: Callable[[], None] | None
    to_place: Callable[[Place], None] | None
    end: Callable[[], None] | None = None
    at_end: Callable[[], object] | None = None
    bare: bool = False
    foot: ft.Control | None = None


@dataclass(slots=True)
class Built:
    """A view, and the parts of it that change while it stands: page, foot and rail by width, the content by what is shown."""

    view: ft.View
    page: ft.Container
    content: ft.Container
    foot: ft.Container | None = None
    rail: ft.NavigationRail | None = None


def layout_kind(width: float) -> int:
    """0 with a bar below, 1 with a rail beside, 2 with a rail whose labels stand beside the pictures: when it changes, views are rebuilt.

    What counts is how much text has room: a window with text twice as large is laid out as one half as wide.
    """
    room = width / text_size.times()
    return (room >= RAIL_FROM) + (room >= LABELS_FROM)


def alone(route: str, title: str, width: float, back: Callable[[], None], *, note: str) -> Frame:
    """What a bare screen shows: it stands alone."""
    return Frame(
        route=route, title=title, note=note, width=width, place=None, back=back,
        hard=None, hide=None, settings=None, to_place=None, bare=True,
    )  # fmt: skip


def view(frame: Frame, content: ft.Control) -> Built:
    """The whole view of a screen."""
    if frame.bare and frame.back is not None:
        return _bare(frame, content, frame.back)
    railed = frame.to_place is not None
    slot = ft.Container(content)
    inside = ft.Column(
        [
            *([text.title(frame.title)] if frame.foot is None else []),
            slot,
        ],
        spacing=BETWEEN,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    page = ft.Container(
        inside, width=text_width(frame.width, railed=railed), padding=_margins(frame.width, bottom=BELOW)
    )
    foot = _foot(frame)
    whole: ft.Control = ft.Column(
        [_top_bar(frame), *_note(frame), _scrolling(page, frame.at_end), *([_centred(foot)] if foot else [])],
        expand=True,
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    rail = _rail(frame) if railed and layout_kind(frame.width) > 0 else None
    if rail is not None:
        whole = ft.Row(
            [rail, whole], expand=True, spacing=0, vertical_alignment=ft.CrossAxisAlignment.STRETCH
        )
    top = ft.View(
        route=frame.route,
        controls=[ft.SafeArea(whole, expand=True)],
        navigation_bar=_bar(frame) if railed and rail is None and frame.foot is None else None,
        padding=0,
        on_confirm_pop=_dialogs_first,
    )
    return Built(top, page, slot, foot, rail)


def _foot(frame: Frame) -> ft.Container | None:
    if frame.foot is None:
        return None
    return ft.Container(
        frame.foot,
        width=text_width(frame.width, railed=frame.to_place is not None),
        padding=_margins(frame.width, top=INSIDE, bottom=INSIDE),
    )


def _margins(width: float, *, top: float = 0, bottom: float = 0) -> ft.Padding:
    side = AROUND if width >= RAIL_FROM else BETWEEN
    return ft.Padding.only(left=side, right=side, top=top, bottom=bottom)


def _centred(inside: ft.Container) -> ft.Control:
    return ft.Row([inside], alignment=ft.MainAxisAlignment.CENTER)


def _bare(frame: Frame, content: ft.Control, back: Callable[[], None]) -> Built:
    """The content, read first and alone, and below it within reach of a thumb the button that leaves."""
    slot = ft.Container(content)
    page = ft.Container(slot, width=text_width(frame.width, railed=False), padding=AROUND)
    foot = ft.Row(
        [button.main_button(words.shell.close, back, icon=ft.Icons.CLOSE)],
        alignment=ft.MainAxisAlignment.CENTER,
    )
    whole = ft.Column(
        [*_note(frame), ft.Semantics(content=_scrolling(page, _somebody_reads), label=frame.title, container=True, expand=True),
         ft.Container(foot, padding=BETWEEN)],
        expand=True, spacing=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )  # fmt: skip
    top = ft.View(
        route=frame.route,
        controls=[ft.SafeArea(whole, expand=True)],
        padding=0,
        on_confirm_pop=_dialogs_first,
    )
    return Built(top, page, slot)


def _dialogs_first() -> None:
    """It is never asked, since every view may be left: by the system’s gesture too, which on the lowest leaves the app.

    But by being there it keeps Flet 1.0.5 on Android from taking a view away beneath a dialog that is open on it.
    """


def _somebody_reads() -> None:
    """To be told of it is enough: whoever moves the page is there (app/ui/idle.py)."""


def fit(built: Built, width: float, *, railed: bool) -> None:
    """Make the page of a view, its foot and its rail as wide as the window and the size of text allow now."""
    if built.rail is not None:
        _widen(built.rail, width)
        built.rail.update()
    for part in (built.page, built.foot):
        if part is not None:
            part.width = text_width(width, railed=railed)
            if isinstance(part.padding, ft.Padding):  # a bare page has the same on each side
                part.padding = _margins(width, top=part.padding.top, bottom=part.padding.bottom)
            part.update()


def text_width(width: float, *, railed: bool) -> float:
    """How wide a page is in a window of that width, its margins included."""
    rail = _rail_width(width) if railed and layout_kind(width) > 0 else 0
    return min(width - rail, WIDEST_TEXT + 2 * AROUND)


def _top_bar(frame: Frame) -> ft.Control:
    left: list[ft.Control] = []
    if frame.back is not None:
        left.append(button.icon_button(ft.Icons.ARROW_BACK, words.shell.back, frame.back, grows=False))
    right: list[ft.Control] = []
    roomy = frame.width >= ICONS_FROM
    if frame.hard is not None:
        right.append(
            button.bar_button(
                words.shell.hard,
                frame.hard,
                ft.Icons.SUPPORT_OUTLINED if roomy else None,
                tip=words.shell.hard_keys,
            )
        )
    if frame.hide is not None:
        icon = ft.Icons.VISIBILITY_OFF_OUTLINED if roomy else None
        right.append(button.bar_button(words.shell.hide, frame.hide, icon, tip=words.shell.hide_keys))
    if frame.settings is not None:
        right.append(
            button.icon_button(ft.Icons.SETTINGS_OUTLINED, words.shell.settings, frame.settings, grows=False)
        )
    return ft.Container(
        ft.Row(
            [
                ft.Row(left, tight=True),
                ft.Row(
                    right,
                    wrap=True,
                    spacing=0,
                    run_spacing=0,
                    expand=True,
                    alignment=ft.MainAxisAlignment.END,
                ),
            ],
            spacing=0,
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
        padding=ft.Padding.symmetric(horizontal=INSIDE, vertical=4),
        height=None if right or left else TARGET,
    )


def _note(frame: Frame) -> list[ft.Control]:
    """What holds of every screen, in a line that stays while the page moves, and the button that ends it."""
    if not frame.note:
        return []
    end = [button.quiet_button(words.example.leave, frame.end)] if frame.end is not None else []
    line = ft.Row(
        [text.quiet(frame.note), *end],
        wrap=True,
        spacing=BETWEEN,
        run_spacing=0,
        alignment=ft.MainAxisAlignment.CENTER,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )
    return [
        ft.Container(
            line,
            bgcolor=ft.Colors.SURFACE_CONTAINER,
            padding=ft.Padding.symmetric(horizontal=BETWEEN, vertical=INSIDE // 2 if end else INSIDE),
            margin=ft.Margin.only(bottom=INSIDE),
        )
    ]


def _scrolling(page: ft.Container, at_end: Callable[[], object] | None) -> ft.Control:
    def scrolled(event: ft.OnScrollEvent) -> None:
        if at_end is not None and event.pixels > event.max_scroll_extent - NEAR_END:
            at_end()

    return ft.Column(
        [_centred(page)],
        scroll=ft.ScrollMode.AUTO,
        scroll_interval=SCROLL_MS,
        on_scroll=scrolled if at_end is not None else None,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _rail_width(width: float) -> float:
    return (WIDE_RAIL_WIDTH if layout_kind(width) > 1 else RAIL_WIDTH) * text_size.times()


def _bar(frame: Frame) -> ft.NavigationBar:
    places = list(Place)
    return ft.NavigationBar(
        destinations=[
            ft.NavigationBarDestination(
                icon=_mark(icon), selected_icon=_mark(selected), label=words.shell.places[place]
            )
            for place, (icon, selected) in _ICONS.items()
        ],
        selected_index=places.index(frame.place) if frame.place else 0,
        overlay_color={ft.ControlState.FOCUSED: ft.Colors.SURFACE_DIM},
        on_change=_chosen(frame),
    )


def _rail(frame: Frame) -> ft.NavigationRail:
    places = list(Place)
    wide = layout_kind(frame.width) > 1
    rail = ft.NavigationRail(
        destinations=[
            ft.NavigationRailDestination(
                icon=_mark(icon), selected_icon=_mark(selected), label=words.shell.places[place]
            )
            for place, (icon, selected) in _ICONS.items()
        ],
        selected_index=places.index(frame.place) if frame.place else None,
        extended=wide,
        label_type=None if wide else ft.NavigationRailLabelType.ALL,
        group_alignment=-0.9,
        on_change=_chosen(frame),
    )
    _widen(rail, frame.width)
    return rail


def _widen(rail: ft.NavigationRail, width: float) -> None:
    """Give larger names more room. What is wider than ``min_width`` is the room of names beside their pictures."""
    rail.min_width = RAIL_WIDTH * text_size.times()
    rail.width = rail.min_extended_width = _rail_width(width)


def _mark(icon: ft.IconData) -> ft.Icon:
    """The picture of a place: it fits its well, whatever the size of the words."""
    return ft.Icon(icon, apply_text_scaling=False)


def _chosen(frame: Frame) -> Callable[[ft.Event[ft.NavigationBar] | ft.Event[ft.NavigationRail]], None]:
    def chosen(event: ft.Event[ft.NavigationBar] | ft.Event[ft.NavigationRail]) -> None:
        if frame.to_place is not None:
            frame.to_place(list(Place)[int(event.control.selected_index or 0)])

    return chosen
