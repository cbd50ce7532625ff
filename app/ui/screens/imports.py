"""Bringing in check-ins from another app: which file, what it says, what would come in, and then it comes in."""

from collections.abc import Callable, Sequence

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.import_record import ImportRecord
from app.imports.read import Refusal, Refused
from app.session.import_looking import Preview
from app.session.import_rows import Choices
from app.store.record import UnreadableRecord
from app.ui.brought_file import BroughtFile
from app.ui.screen import CONTACTS, MERGE, OPEN_HELD, Host
from app.ui.screens.imports_answers import Answers, Question
from app.ui.screens.imports_asking import (
    columns_asked,
    moods_asked,
    names_asked,
    offers_names,
    scale_asked,
    zone_asked,
)
from app.ui.screens.imports_past import PastImport, past_imports
from app.ui.screens.imports_telling import Told, told
from app.ui.screens.lasting import LastingScreen
from app.ui.widgets import button
from app.ui.widgets.at_work import at_work
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.place_field import PlaceField
from app.ui.widgets.shown import scroll_to_top
from app.ui.widgets.text import announced, body, heading, subheading
from app.vault import DiskFull, Stopped, VaultError

EXAMPLE = "~/daylio_export.csv"

_TROUBLE = (VaultError, UnreadableRecord, OSError, MemoryError)


class ImportScreen(LastingScreen):
    """Asks for a file, then for what only the person knows about it, and brings it in."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._path = ""
        self._answers: Answers | None = None
        self._below = stack()
        self._foot: Callable[[], list[ft.Control]] = list

    @property
    def title(self) -> str:
        """The heading."""
        return words.imports.title

    def take(self, file: BroughtFile) -> None:
        """Look at the file that was dragged into the window."""
        if not self.host.door.working:
            self._fill(*self._ask())  # what is said of it is in sight then, in large text too
            self._file.bring(file)
            self.host.run(self._look)

    def leave(self) -> None:
        """Forget the file and what was said about it."""
        super().leave()
        self._answers = None

    # ------------------------------------------------------------ the file

    def _begin(self) -> list[ft.Control]:
        return [card(*map(body, words.imports.what)), *self._ask(), *past_imports(self.host)]

    def _ask(self) -> list[ft.Control]:
        self._answers = None
        self._file = PlaceField(
            self.host,
            words.imports.file,
            hint=words.imports.file_help.format(example=EXAMPLE),
            value=self._path,
            keep=self._keep_path,
            submit=self._look,
        )
        self._foot = lambda: [button.main_button(words.imports.look, self._look)]
        self._below.controls = [button.buttons(*self._foot())]
        return [self._file.laid_out(), self._below]

    def _keep_path(self, text: str) -> None:
        self._path = text

    async def _look(self) -> None:
        file = self._file.file
        if file is None:
            self._say(words.imports.file_empty)
            return
        preview = await self._examined(file, Choices())
        if preview is not None:
            self._answers = Answers(file=file, preview=preview)
            self._go_on(self._answers)

    async def _examined(self, file: BroughtFile, choices: Choices) -> Preview | None:
        """What the file says; None if it could not be said, which is shown."""
        if self.host.door.working:
            return None
        verbs = self.host.session.imports
        try:
            return await at_work(
                self.host,
                self._below,
                words.imports.looking,
                lambda progress, stop: verbs.preview(file.content, choices, progress=progress, stop=stop),
            )
        except Stopped:
            said = words.imports.stopped
        except Refused as refused:
            self._say(words.imports.refusals[refused.why], *self._to_reader(refused.why, file))
            return None
        except ValueError:  # its columns are others by now
            said = words.imports.changed_meanwhile
        except _TROUBLE:
            said = words.imports.cannot_look
        self._say(said)
        return None

    def _to_reader(self, why: Refusal, file: BroughtFile) -> list[ft.Control]:
        """The ways on from a file that another screen reads: there, and it goes along, or here with another; none for other files."""
        match why:
            case Refusal.CONTACTS:
                label, route = words.contacts.way_in, CONTACTS
            case Refusal.LOCKED_PAGE:
                label, route = words.held_plan.open_one, OPEN_HELD
            case Refusal.BACKUP:
                label, route = words.merging.title, MERGE
            case _:
                return []

        def go() -> None:
            self.host.jump(route, file)

        return [
            button.main_button(label, go),
            button.second_button(words.imports.look, self._look),
        ]

    # ------------------------------------------------------------ questions

    def _go_on(self, answers: Answers) -> None:
        """Ask what is still to be asked, or show what would come in."""
        asked = answers.next
        if asked is Question.COLUMNS:
            self._ask_columns(answers)
        elif not answers.preview.check_ins:
            self._nothing(answers, words.imports.nothing_read)
        elif not answers.fresh:
            self._nothing(answers, words.imports.nothing_new)
        elif asked is Question.MOODS:
            self._ask_moods(answers)
        elif asked is Question.SCALE:
            self._ask_scale(answers)
        else:
            self._show_preview(answers)

    def _ask_columns(self, answers: Answers) -> None:
        async def go_on() -> None:
            columns = answers.columns_said()
            if columns is None:
                self._say(words.imports.columns_open)
                return
            answers.take_columns(columns)
            await self._look_again(answers)

        self._page(columns_asked(answers), self._going_on(answers, go_on, columns=False))

    def _ask_moods(self, answers: Answers) -> None:
        def go_on() -> None:
            if answers.open_labels:
                self._say(words.imports.moods_open(answers.open_labels))
                return
            answers.moods_done = True
            self._go_on(answers)

        asked = moods_asked(answers, self.host.session.vocabulary)
        self._page([_found(answers), *asked], self._going_on(answers, go_on))

    def _ask_scale(self, answers: Answers) -> None:
        async def go_on() -> None:
            scale = answers.scale_said()
            if scale is None:
                self._say(words.imports.scale_open)
                return
            answers.scale = scale
            await self._look_again(answers)

        asked = scale_asked(answers, self.host.session.vocabulary, go_on)
        self._page([_found(answers), *asked], self._going_on(answers, go_on))

    def _ask_names(self, answers: Answers) -> None:
        self._page(
            names_asked(answers),
            lambda: [button.main_button(words.imports.go_on, lambda: self._go_on(answers))],
        )

    def _ask_zone(self, answers: Answers) -> None:
        async def chosen(zone: str) -> None:
            if not self.host.door.working:
                answers.zone = zone
                await self._look_again(answers)

        self._page(
            zone_asked(chosen),
            lambda: [button.main_button(words.imports.go_on, lambda: self._go_on(answers))],
        )

    async def _look_again(self, answers: Answers) -> None:
        preview = await self._examined(answers.file, answers.choices)
        if preview is not None:
            answers.preview = preview
            self._go_on(answers)

    def _going_on(
        self, answers: Answers, go_on: button.Press, *, columns: bool = True
    ) -> Callable[[], list[ft.Control]]:
        """The buttons of a question. Where the columns may be wrong, back to them."""
        return lambda: [
            button.main_button(words.imports.go_on, go_on),
            *(self._to_columns(answers) if columns else []),
            self._to_begin(),
        ]

    def _to_columns(self, answers: Answers) -> list[ft.Control]:
        return (
            [self._way(words.imports.columns_change, self._ask_columns, answers)]
            if answers.is_any_table
            else []
        )

    def _way(self, name: str, go: Callable[[Answers], None], answers: Answers) -> ft.Control:
        """A way back to a question; it leads nowhere while work goes on that shows itself here."""
        return button.second_button(name, lambda: None if self.host.door.working else go(answers))

    def _to_begin(self) -> ft.Control:
        return button.second_button(words.imports.another, self._again)

    # ------------------------------------------------------------ what would come in

    def _show_preview(self, answers: Answers) -> None:
        preview = told(answers, self.host.session.vocabulary)
        said, more = words.imports, []
        if offers_names(answers):
            more.append(self._way(said.names_change, self._ask_names, answers))
        if answers.preview.labels:
            moods = [self._way(said.moods_change, self._ask_moods, answers)]
        else:
            moods = [self._way(said.scale_change, self._ask_scale, answers)] if answers.scale else []
        self._page(
            [heading(said.preview), _summary(preview)],
            lambda: [
                button.main_button(said.bring, self._bring),
                button.second_button(said.not_now, self.host.back),
            ],
            [
                *_part(said.said_times, preview.times, self._way(said.zone_change, self._ask_zone, answers)),
                *_part(said.said_moods, preview.moods, *moods),
                *_part(said.said_names, preview.names, *more),
                *_part(said.problems, preview.problems),
                button.buttons(*self._to_columns(answers), self._to_begin()),
            ],
        )

    def _nothing(self, answers: Answers, said: str) -> None:
        preview = told(answers, self.host.session.vocabulary)
        off_scale = answers.scale is not None and not answers.preview.check_ins
        ways = [self._way(words.imports.scale_change, self._ask_scale, answers)] if off_scale else []
        self._page(
            [announced(said), _summary(preview)],
            lambda: [
                button.main_button(words.shell.done, self.host.back),
                *ways,
                *self._to_columns(answers),
                self._to_begin(),
            ],
            _part(words.imports.problems, preview.problems),
        )

    async def _bring(self) -> None:
        answers = self._answers
        if answers is None or self.host.door.working:
            return
        verbs = self.host.session.imports
        file, choices = answers.file, answers.choices
        try:
            record = await at_work(
                self.host,
                self._below,
                words.imports.bringing,
                lambda progress, stop: verbs.bring(
                    file.content, file.name, choices, progress=progress, stop=stop
                ),
            )
        except Stopped:
            said = words.imports.stopped
        except Refused as refused:
            said = words.imports.refusals[refused.why]
        except DiskFull:
            said = words.imports.too_little_room
        except (DomainError, ValueError):  # the file has other moods or columns by now
            said = words.imports.changed_meanwhile
        except _TROUBLE:
            said = words.imports.cannot
        else:
            self._done(record)
            return
        rests = any(one.unfinished for one in verbs.all)
        self._say(words.imports.rests if rests else said)

    def _done(self, record: ImportRecord) -> None:
        if not record.added:
            said: list[ft.Control] = [announced(words.imports.nothing_new)]
        else:
            said = [announced(words.imports.done(record.added))]
        if record.problems:
            said.append(body(words.imports.done_problems(record.problems)))
        if record.added:
            said.append(PastImport(self.host, record).laid_out())
        self._page(said, lambda: [button.main_button(words.shell.done, self.host.back)])

    # ------------------------------------------------------------ the page

    def _page(
        self,
        shown: list[ft.Control],
        foot: Callable[[], list[ft.Control]],
        more: Sequence[ft.Control] = (),
    ) -> None:
        """Show a page from its top: what is said, its buttons, which give way to work, and what can be read besides."""
        self._foot = foot
        self._below = stack(button.buttons(*foot()))
        self._fill(*shown, self._below, *more)
        self.host.run(lambda: scroll_to_top(self._body))

    def _say(self, text: str, *ways: ft.Control) -> None:
        fill(self._below, announced(text), button.buttons(*(ways or self._foot())))

    def _again(self) -> None:
        if not self.host.door.working:
            self._fill(*self._begin())


def _found(answers: Answers) -> ft.Control:
    return body(
        words.imports.found.format(
            kind=words.imports.kinds[answers.preview.kind],
            check_ins=words.imports.check_ins(answers.preview.check_ins),
        )
    )


def _summary(preview: Told) -> ft.Control:
    return card(subheading(preview.kind), *map(body, preview.counts), *map(body, preview.remarks))


def _part(title: str, lines: tuple[str, ...], *ways: ft.Control) -> list[ft.Control]:
    """Lines under a heading, and the ways to have them otherwise."""
    below = [button.buttons(*ways)] if ways else []
    return [card(subheading(title), *map(body, lines), *below)] if lines else []
