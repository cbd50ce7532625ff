"""One part of the plan: its lines, adding one, examples when stuck, and the part itself."""

from functools import partial
from typing import Any

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.ids import Id
from app.domain.kept import Share
from app.domain.safety_plan import PartType, PlanPart, Sign
from app.exports.document import heading_of
from app.session.safety_plan import SafetyPlanVerbs
from app.ui.screen import Host, Place, Screen
from app.ui.screens.safety_plan_adding import adding
from app.ui.screens.safety_plan_lines import PlanLines, saved
from app.ui.screens.safety_plan_offers import Offers
from app.ui.theme import INSIDE
from app.ui.widgets import button, choice
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.field import clear
from app.ui.widgets.text import body, heading, quiet

_SHARED, _KEPT_BACK = "shared", "only_me"


class PlanPartScreen(Screen):
    """Changes one part. Lines are added one by one; what stands in the field when the person leaves is added too."""

    place = Place.PLAN

    def __init__(self, host: Host, part: str) -> None:
        super().__init__(host)
        self._id = Id(part)
        self._key = f"safety_plan/{part}/"
        self._examples = stack(spacing=INSIDE)

    @property
    def _part(self) -> PlanPart | None:
        return self.host.session.safety_plan.part(self._id)

    @property
    def title(self) -> str:
        """The heading."""
        part = self._part
        return heading_of(part) if part else words.safety_plan.title

    def content(self) -> ft.Control:
        """Lay out the part."""
        part = self._part
        if part is None:
            return stack(
                body(words.shell.not_found), button.second_button(words.safety_plan.title, self._away)
            )
        self._lines = PlanLines(self.host, self._id, self._key)
        self._examples.controls = [
            button.buttons(
                button.quiet_button(
                    words.safety_plan.stuck, self._show_examples, icon=ft.Icons.LIGHTBULB_OUTLINE
                )
            )
        ]
        return stack(
            body(words.safety_plan.help[part.type]),
            self._lines.column,
            card(*self._add_form(part)),
            self._examples,
            Offers(self.host, self._id, self._lines.refresh).laid_out(),
            *adding(self.host, part, self._add_linked),
            button.buttons(button.main_button(words.shell.done, self._done)),
            *self._about_part(part),
        )

    @property
    def _verbs(self) -> SafetyPlanVerbs:
        return self.host.session.safety_plan

    # ------------------------------------------------------------ adding a line

    def _add_form(self, part: PlanPart) -> list[ft.Control]:
        said = words.plan_writing
        self._new = draft_field(
            self.host, self._key + "new", said.new_item, hint=said.new_item_hint, lines=1, submit=self._add
        )
        controls: list[ft.Control] = [self._new]
        if part.type is PartType.SIGNS:
            options = [(sign.value, words.safety_plan.signs[sign]) for sign in Sign] + [("", said.sign_none)]
            key = self._key + "sign"
            signs = choice.one_of(
                said.sign, options, self.host.draft(key), lambda value: self.host.keep_draft(key, value)
            )
            controls += [quiet(said.sign), signs]
        share_key = self._key + "share"
        controls.append(
            choice.yes_or_no(
                said.new_share,
                self.host.draft(share_key, _KEPT_BACK) == _SHARED,
                lambda on: self.host.keep_draft(share_key, _SHARED if on else _KEPT_BACK),
            )
        )
        return [
            *controls,
            button.buttons(button.second_button(words.shell.add, self._add, icon=ft.Icons.ADD)),
        ]

    def _add(self) -> bool:
        if not self._keep_new():
            return False
        clear(self._new)
        self._lines.refresh()
        return True

    def _keep_new(self) -> bool:
        part, key = self._part, self._key + "new"
        if part is None:
            return False
        sign = self.host.draft(self._key + "sign") if part.type is PartType.SIGNS else ""
        fields: dict[str, Any] = {"text": self.host.draft(key).strip(), "share": self._new_share}
        if sign:
            fields["sign"] = Sign(sign)
        if not saved(self.host, lambda: self._verbs.add_item(part, **fields), self._new):
            return False
        self.host.session.drafts.drop(key)
        return True

    @property
    def _new_share(self) -> Share:
        return Share.MAY_BE_SHARED if self.host.draft(self._key + "share") == _SHARED else Share.ONLY_ME

    def _show_examples(self) -> None:
        part = self._part
        if part is not None:
            uses = [
                button.quiet_button(
                    words.plan_writing.use_example.format(text=text), partial(self._use, text)
                )
                for text in words.safety_plan.examples(part.type)
            ]
            fill(self._examples, heading(words.plan_writing.examples), stack(*uses, spacing=0))

    def _use(self, text: str) -> None:
        self.host.keep_draft(self._key + "new", text)
        self._new.value = text
        self._new.update()

    def _add_linked(self, fields: dict[str, Any]) -> None:
        part = self._part
        if part is None:
            return
        verb = self._verbs.add_item
        if self.host.attempt(lambda: verb(part, **fields, share=self._new_share)) is not None:
            self._lines.refresh()

    # ------------------------------------------------------------ the part itself

    def _about_part(self, part: PlanPart) -> list[ft.Control]:
        said = words.plan_writing
        name = draft_field(
            self.host, self._key + "name", said.part_name, heading_of(part), left=self._keep_name
        )
        return [
            heading(said.part),
            name,
            choice.yes_or_no(said.hide_part, part.hidden, self._hide),
            button.buttons(
                button.second_button(said.part_up, lambda: self._move_part(-1), icon=ft.Icons.ARROW_UPWARD),
                button.second_button(
                    said.part_down, lambda: self._move_part(1), icon=ft.Icons.ARROW_DOWNWARD
                ),
                button.erase_button(said.delete_part, self._delete_part),
            ),
        ]

    def _keep_name(self) -> None:
        part, key = self._part, self._key + "name"
        if part is None:
            return
        name = self.host.draft(key, heading_of(part)).strip()
        ours = words.safety_plan.parts[part.type]
        title = "" if name == ours and part.type is not PartType.OWN else name
        if title != part.title:
            try:
                if self.host.attempt(lambda: self._verbs.change_part(part, title=title)) is None:
                    return
            except DomainError as error:
                blank = error.rule == "blank"
                self.host.say(words.plan_writing.own_blank if blank else words.shell.too_long)
                return
        self.host.session.drafts.drop(key)

    def _hide(self, on: bool) -> bool:
        part = self._part
        if part is None:
            return False
        return self.host.attempt(lambda: self._verbs.change_part(part, hidden=on)) is not None

    def _move_part(self, step: int) -> None:
        part = self._part
        if part is not None and self.host.attempt(lambda: self._verbs.move_part(part, step)) is not None:
            self.host.go("/plan")

    def _delete_part(self) -> None:
        part = self._part
        if part is None:
            return
        undo = self.host.attempt(lambda: self._verbs.remove_part(part))
        if undo is not None:
            self.host.session.drafts.drop(self._key)
            self._away()
            self.host.say(words.plan_writing.part_deleted, undo)

    # ------------------------------------------------------------ leaving

    def leave(self) -> None:
        """Save whatever was being typed."""
        if self._part is None:
            return
        self._lines.keep_edited()
        self._keep_name()
        if self.host.draft(self._key + "new").strip():
            self._keep_new()

    def _done(self) -> None:
        if self._lines.keep_edited() and (not self.host.draft(self._key + "new").strip() or self._keep_new()):
            self._away()

    def _away(self) -> None:
        self.host.go("/plan")
