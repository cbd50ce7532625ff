"""The lines of one part of the plan: reading, changing, marking, ordering and deleting them."""

from collections.abc import Callable
from functools import partial

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.ids import Id
from app.domain.kept import Share
from app.domain.safety_plan import PlanItem, PlanPart
from app.session.safety_plan import SafetyPlanVerbs
from app.ui.screen import Host
from app.ui.theme import INSIDE
from app.ui.widgets import button, choice
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.field import refuse
from app.ui.widgets.folded import folded
from app.ui.widgets.item import ShownItem, item_line, shown_items
from app.ui.widgets.text import quiet


def saved(host: Host, verb: Callable[[], object], beside: ft.TextField) -> bool:
    """Whether a line could be saved; what is wrong with its words is said beside their field."""
    try:
        return host.attempt(verb) is not None
    except DomainError as error:
        blank = error.rule == "blank"
        refuse(beside, words.plan_writing.item_blank if blank else words.shell.too_long)
        return False


class PlanLines:
    """The lines of a part as ``column`` shows them. ``key`` begins the drafts of lines that are being changed."""

    def __init__(self, host: Host, part: Id, key: str) -> None:
        self.host = host
        self.column = stack(spacing=INSIDE)
        self._id = part
        self._key = key
        self._editing = self._begun()
        self.lay_out()

    @property
    def _part(self) -> PlanPart | None:
        return self.host.session.safety_plan.part(self._id)

    def _begun(self) -> Id | None:
        """The line whose change was begun and not saved: its form stands open again."""
        items = self._part.items if self._part else ()
        return next((one.id for one in items if self.host.draft(self._key + one.id)), None)

    def lay_out(self) -> None:
        """Lay out the lines as they stand now."""
        part = self._part
        self.column.controls = self._listed(part) if part else []

    def refresh(self) -> None:
        """Show the lines as they stand now."""
        part = self._part
        if part is not None:
            fill(self.column, *self._listed(part))

    def _listed(self, part: PlanPart) -> list[ft.Control]:
        shown = shown_items(part.items, self.host.session)
        if not shown:
            return []
        last = len(shown) - 1
        lines = [self._line(one, first=index == 0, last=index == last) for index, one in enumerate(shown)]
        self._all = stack(self._mark_all_button(part))
        return [*lines, self._all, quiet(words.plan_writing.only_me_help)]

    def _mark_all_button(self, part: PlanPart) -> ft.Control:
        shared = all(item.share is Share.MAY_BE_SHARED for item in part.items)
        return button.buttons(
            button.quiet_button(
                words.plan_writing.share_none if shared else words.plan_writing.share_all,
                lambda: self._mark_all(Share.ONLY_ME if shared else Share.MAY_BE_SHARED),
            )
        )

    def _line(self, one: ShownItem, *, first: bool, last: bool) -> ft.Control:
        if one.item.id == self._editing:
            return self._edit_form(one)
        said, name = words.plan_writing, one.name
        mark = choice.yes_or_no(
            words.shell.may_be_shared,
            one.item.share is Share.MAY_BE_SHARED,
            lambda on: self._mark(one.item, on),
            name=said.share_item.format(text=name),
        )
        signs = [quiet(words.safety_plan.signs[one.item.sign])] if one.item.sign else []
        icons = ft.Row(
            [
                button.icon_button(
                    ft.Icons.EDIT_OUTLINED,
                    said.change_item.format(text=name),
                    lambda: self._edit(one.item.id),
                ),
                button.icon_button(
                    ft.Icons.ARROW_UPWARD,
                    said.up_item.format(text=name),
                    lambda: self._move(one.item, -1),
                    disabled=first,
                ),
                button.icon_button(
                    ft.Icons.ARROW_DOWNWARD,
                    said.down_item.format(text=name),
                    lambda: self._move(one.item, 1),
                    disabled=last,
                ),
                button.icon_button(
                    ft.Icons.DELETE_OUTLINE,
                    said.delete_item.format(text=name),
                    lambda: self._delete(one.item),
                ),
            ],
            spacing=0,
            tight=True,
        )
        below = ft.Row([mark, icons], wrap=True, alignment=ft.MainAxisAlignment.SPACE_BETWEEN, run_spacing=0)
        return card(*signs, item_line(self.host, one), below)

    def _edit_form(self, one: ShownItem) -> ft.Control:
        self._edited = draft_field(
            self.host,
            self._key + one.item.id,
            words.plan_writing.item_text,
            one.item.text,
            lines=2,
            left=self.keep_edited,
            autofocus=True,
        )
        save = button.main_button(words.shell.save, lambda: self._edit(None))
        return card(self._edited, *self._tools(one.item), button.buttons(save))

    def _tools(self, item: PlanItem) -> list[ft.Control]:
        """The coping tools that the line can name, those it names picked; nothing where there are none."""
        known = self.host.session.coping_tools.all
        options = [(one.id, one.name) for one in known if one.id in item.tools or not one.put_away]
        said = words.plan_writing
        if not options:
            return []

        def picked() -> frozenset[str]:
            now = self._now(item)
            return frozenset(now.tools if now else ())

        chips = folded(
            lambda: quiet(said.tools_of_line), said.choose_tools, options, picked, partial(self._pick, item)
        )
        return [chips]

    def _now(self, item: PlanItem) -> PlanItem | None:
        part = self._part
        return next((one for one in part.items if one.id == item.id), None) if part else None

    def _pick(self, item: PlanItem, tool: str, on: bool) -> bool:
        """Let the line name a tool, or not; False, said beside its field, where nothing else would be left of it."""
        part, now = self._part, self._now(item)
        if part is None or now is None:
            return False
        rest = tuple(one for one in now.tools if one != tool)
        tools = (*rest, Id(tool)) if on else rest
        return saved(self.host, lambda: self._verbs.change_item(part, now, tools=tools), self._edited)

    def _edit(self, item: Id | None) -> None:
        if self.keep_edited():
            self._editing = item
            self.refresh()

    def keep_edited(self) -> bool:
        """Save the line that is being changed; False, said beside the field, if it cannot be."""
        part, key = self._part, f"{self._key}{self._editing}"
        item = next((one for one in part.items if one.id == self._editing), None) if part else None
        if part is None or item is None:
            return True
        text = self.host.draft(key, item.text).strip()
        if text != item.text and not saved(
            self.host, lambda: self._verbs.change_item(part, item, text=text), self._edited
        ):
            return False
        self.host.session.drafts.drop(key)
        return True

    def _mark(self, item: PlanItem, on: bool) -> bool:
        share = Share.MAY_BE_SHARED if on else Share.ONLY_ME
        part = self._part
        known = next((one for one in part.items if one.id == item.id), None) if part else None
        if part is None or known is None:
            return False
        if self.host.attempt(lambda: self._verbs.change_item(part, known, share=share)) is None:
            return False
        now = self._part
        if now is not None:
            fill(self._all, self._mark_all_button(now))
        return True

    def _mark_all(self, share: Share) -> None:
        part = self._part
        if part is not None and self.host.attempt(lambda: self._verbs.mark_all(part, share)) is not None:
            self.refresh()

    def _move(self, item: PlanItem, step: int) -> None:
        part = self._part
        if (
            part is not None
            and self.host.attempt(lambda: self._verbs.move_item(part, item, step)) is not None
        ):
            self.refresh()

    def _delete(self, item: PlanItem) -> None:
        part = self._part
        if part is None:
            return
        undo = self.host.attempt(lambda: self._verbs.remove_item(part, item))
        if undo is not None:
            self.refresh()
            self.host.say(words.plan_writing.item_deleted, undo)

    @property
    def _verbs(self) -> SafetyPlanVerbs:
        return self.host.session.safety_plan
