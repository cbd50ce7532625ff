"""Showing the plan to someone: choose, see exactly what they will see, then save a copy."""

import asyncio
from collections.abc import Iterable
from functools import partial

import flet as ft

from app import words
from app.domain.ids import Id
from app.domain.kept import Share
from app.domain.safety_plan import PlanPart, SafetyPlan, may_be_chosen
from app.exports.document import PlanDocument, ShownLine, ShownPart, file_name, heading_of, left_out
from app.exports.pdf import missing_characters
from app.ui.screen import Host, Place, Screen
from app.ui.theme import INSIDE
from app.ui.widgets import button, choice
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.item import shown_items
from app.ui.widgets.text import announced, body, heading, number, own_words, quiet, subheading
from app.ui.widgets.waiting import waiting

_CHOSEN, _CALLED = "plan_copy/chosen", "plan_copy/called"


def chosen(host: Host) -> frozenset[Id]:
    """What has been chosen and may still be: a draft, like words that are being typed. It starts empty."""
    marked = {Id(one) for one in host.draft(_CHOSEN).split()}
    return may_be_chosen(host.session.safety_plan.plan) & marked


class PlanSharingScreen(Screen):
    """Chooses parts and items. What is marked only me is counted, never offered."""

    place = Place.PLAN

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._body = stack()

    @property
    def title(self) -> str:
        """The heading."""
        return words.export.title

    def content(self) -> ft.Control:
        """Lay out the choice."""
        self._body.controls = self._laid_out()
        return self._body

    def _laid_out(self) -> list[ft.Control]:
        plan = self.host.session.safety_plan.plan
        open_ids = may_be_chosen(plan)
        if not open_ids:
            doors = [
                button.second_button(
                    words.plan_writing.open_part.format(name=heading_of(part)),
                    partial(self.host.go, f"/plan/part/{part.id}"),
                )
                for part in plan.parts
                if part.items
            ]
            nothing = words.plan_writing.nothing_shareable if doors else words.plan_writing.nothing_to_read
            return [body(nothing), button.buttons(*doors)]
        taken = chosen(self.host)
        everything = taken == open_ids
        all_or_none = button.second_button(
            words.plan_writing.take_none if everything else words.plan_writing.take_all,
            lambda: self._take(open_ids, on=not everything),
        )
        self._below = stack(self._onward())
        return [
            body(words.export.intro),
            button.buttons(all_or_none),
            *self._one_line(plan, open_ids, taken),
            *(self._part(part, open_ids, taken) for part in plan.parts if part.items and not part.hidden),
            heading(words.export.called),
            draft_field(self.host, _CALLED, words.export.called),
            quiet(words.export.called_help),
            self._below,
        ]

    def _onward(self) -> ft.Control:
        return button.buttons(
            button.main_button(words.plan_writing.preview, self._preview, icon=ft.Icons.VISIBILITY_OUTLINED)
        )

    def _one_line(self, plan: SafetyPlan, open_ids: frozenset[Id], taken: frozenset[Id]) -> list[ft.Control]:
        if plan.id not in open_ids:
            return []
        return [
            card(
                subheading(words.safety_plan.one_line),
                choice.check(plan.one_line, plan.id in taken, partial(self._tick, plan.id)),
            )
        ]

    def _part(self, part: PlanPart, open_ids: frozenset[Id], taken: frozenset[Id]) -> ft.Control:
        shown = shown_items(part.items, self.host.session.supports.by_id)
        offered = [one for one in shown if one.item.id in open_ids]
        ids = [one.item.id for one in offered]
        back = sum(one.item.share is Share.ONLY_ME for one in shown)
        name = heading_of(part)
        lines: list[ft.Control] = [subheading(name)]
        if len(offered) > 1:
            whole = words.plan_writing.whole_part.format(name=name)
            lines.append(choice.check(whole, taken.issuperset(ids), lambda on: self._take(ids, on=on)))
        lines += [
            choice.check(
                one.name,
                one.item.id in taken,
                partial(self._tick, one.item.id),
            )
            for one in offered
        ]
        if back:
            lines.append(quiet(words.plan_writing.stay_back(back)))
        return card(*lines, spacing=4)

    def _tick(self, one: Id, on: bool) -> None:
        """Choose one thing or not; the box that was pressed shows it already."""
        now = chosen(self.host)
        self.host.keep_draft(_CHOSEN, " ".join(sorted(now | {one} if on else now - {one})))

    def _take(self, ids: Iterable[Id], *, on: bool) -> None:
        for one in ids:
            self._tick(one, on)
        fill(self._body, *self._laid_out())

    def _preview(self) -> None:
        if chosen(self.host):
            self.host.go("/plan/share/preview")
        else:
            fill(self._below, announced(words.plan_writing.choose_first), self._onward())


class PlanPreviewScreen(Screen):
    """Shows the copy word for word, and how much is left out and why; then makes it."""

    place = Place.PLAN

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._below = stack()
        self._given = False

    @property
    def title(self) -> str:
        """The heading."""
        return words.export.shown

    def content(self) -> ft.Control:
        """Lay out the copy and what it leaves out."""
        taken = chosen(self.host)
        document = self.host.session.plan_copy(taken, called=self.host.draft(_CALLED))
        if document.is_empty:
            return stack(body(words.export.nothing_chosen))
        self._below.controls = self._onward(document)
        return stack(_copy(document), *self._left_out(taken), *self._warnings(document), self._below)

    def _left_out(self, taken: frozenset[Id]) -> list[ft.Control]:
        left = left_out(self.host.session.safety_plan.plan, taken)
        if not left:
            return []
        lines = [
            ft.Column(
                [
                    body(one.heading),
                    quiet(f"{words.export.left_out_items(one.count)} · {words.export.reasons[one.reason]}"),
                ],
                spacing=0,
            )
            for one in left
        ]
        return [heading(words.export.left_out), card(*lines)]

    def _warnings(self, document: PlanDocument) -> list[ft.Control]:
        missing = missing_characters(document)
        signs = [body(words.export.missing.format(signs=missing))] if missing else []
        return [card(*signs, *map(body, words.export.not_locked))]

    def leave(self) -> None:
        """Once a copy was given, the choice for the next one starts empty."""
        if self._given:
            self.host.session.drafts.drop(_CHOSEN, _CALLED)

    # ------------------------------------------------------------ making it

    def _onward(self, document: PlanDocument) -> list[ft.Control]:
        async def save() -> None:
            await self._save(document)

        return [
            button.buttons(button.main_button(words.export.save, save, icon=ft.Icons.PICTURE_AS_PDF_OUTLINED))
        ]

    async def _save(self, document: PlanDocument) -> None:
        fill(self._below, waiting(words.plan_writing.making))
        said = words.export.not_saved
        try:
            content = await asyncio.to_thread(self.host.session.plan_pdf, document)
            if not self.host.unlocked:
                return  # locked while it was being made: nothing of it may be offered now
            saved = await self.host.save_file(file_name(document.shown_on), content)
            said = words.export.saved if saved else words.export.not_given
            self._given = self._given or saved
        except (OSError, RuntimeError):
            pass  # RuntimeError is how Flet tells of a dialog that failed
        fill(self._below, announced(said), *self._onward(document))


def _copy(document: PlanDocument) -> ft.Control:
    """The copy as it will be read."""
    lines: list[ft.Control] = [heading(document.title)]
    lines += [own_words(document.one_line, large=True)] if document.one_line else []
    for part in document.parts:
        lines += _copied_part(part)
    lines += [
        quiet(line) for line in (document.made_by, document.dated, document.version, document.closing) if line
    ]
    paper = card(*lines)
    paper.bgcolor, paper.border = ft.Colors.SURFACE, ft.Border.all(1, ft.Colors.OUTLINE)
    return paper


def _copied_part(part: ShownPart) -> list[ft.Control]:
    lines: list[ft.Control] = [subheading(part.heading)]
    for group in part.groups:
        lines += [quiet(group.heading)] if group.heading else []
        for line in group.lines:
            lines += _copied_line(line)
    return lines


def _copied_line(line: ShownLine) -> list[ft.Control]:
    said: list[ft.Control] = [own_words(line.text)] if line.text else []
    for support in line.supports:
        said.append(own_words(support.name))
        said += [
            ft.Row(
                [quiet(words.export.way.format(label=way.label)), number(way.value)], wrap=True, run_spacing=0
            )
            for way in support.ways
        ]
    return [ft.Column(said, spacing=INSIDE // 2)]
