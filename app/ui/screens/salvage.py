"""What could not be read: looked for in a backup, or left aside so that one can go on."""

from dataclasses import dataclass
from functools import partial

import flet as ft

from app import words
from app.session import Session
from app.session.salvage import Searched
from app.ui.outside import Files
from app.ui.screen import Host, Screen
from app.ui.theme import INSIDE
from app.ui.widgets import button
from app.ui.widgets.at_work import at_work
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.noticed import said_place
from app.ui.widgets.place_field import PlaceField
from app.ui.widgets.text import announced, body, heading, quiet, subheading
from app.vault import NoBackup, SetAside, Stopped, VaultError

_WHERE = "salvage/where"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """One place of which something could not be read. ``aside`` is what can be let go, where there is that."""

    place: str
    said: str
    aside: SetAside | None = None


def unread(session: Session) -> tuple[Unread, ...]:
    """Gather what the screen shows: first what keeps from writing, then what was set aside."""
    missing = session.salvage.missing
    damaged = [
        Unread(
            place=said_place(name),
            said=words.salvage.missing if name in missing else words.salvage.damaged,
        )
        for name in session.salvage.damaged
    ]
    lost = [
        Unread(place=said_place(name), said=words.salvage.file_lost) for name in session.salvage.of_lost_files
    ]
    try:
        aside = [_aside(session, one) for one in session.salvage.set_aside()]
    except VaultError:
        aside = []
    return (*damaged, *lost, *aside)


def _aside(session: Session, one: SetAside) -> Unread:
    day = words.moment.day((one.since or session.now()).astimezone(session.now().tzinfo))
    said = words.salvage.aside.format(day=day) if one.size else words.salvage.gone.format(day=day)
    return Unread(place=said_place(one.collection), said=said, aside=one)


class SalvageScreen(Screen):
    """Names what could not be read, and offers the two ways on."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._all = stack()
        self._outcome = stack()
        self._told: tuple[str, ...] = ()
        handed = host.outside.files is Files.HANDED
        self._where = PlaceField(
            host,
            words.salvage.where,
            hint=words.backups.where_help,
            folder=not handed,
            value=host.draft(_WHERE, host.session.backups.folder),
            keep=lambda text: host.keep_draft(_WHERE, text),
            submit=self._look,
        )

    @property
    def title(self) -> str:
        """The heading."""
        return words.salvage.title

    def content(self) -> ft.Control:
        """Lay out the places and what can be done."""
        if not self.host.door.working:
            self._outcome.controls = [announced(line) for line in self._told]
        self._all.controls = self._laid_out()
        return self._all

    def carry_on_from(self, before: Screen) -> None:
        """Take over the search that is going on, or what came of the last press."""
        if isinstance(before, SalvageScreen):
            self._all, self._outcome = before._all, before._outcome  # noqa: SLF001  # of its own kind
            self._told = before._told  # noqa: SLF001

    def _laid_out(self) -> list[ft.Control]:
        shown = unread(self.host.session)
        if not shown:
            return [self._outcome, body(words.salvage.nothing)]
        return [
            body(words.salvage.intro),
            *(card(subheading(one.place[:1].upper() + one.place[1:]), body(one.said)) for one in shown),
            *self._backup(),
            self._outcome,
            *(self._carry_on() if self.host.session.salvage.damaged else []),
            *self._let_go([one for one in shown if one.aside]),
        ]

    def _tell(self, *lines: str) -> None:
        """Say what came of a press, and show how things are now."""
        self._told = lines
        self._outcome.controls = [announced(line) for line in lines]
        fill(self._all, *self._laid_out())

    # ------------------------------------------------------------ in a backup

    def _backup(self) -> list[ft.Control]:
        said = words.salvage
        return [
            heading(said.in_backup),
            stack(body(said.in_backup_help), quiet(said.nothing_older), spacing=INSIDE),
            self._where.laid_out(),
            button.buttons(button.main_button(said.look, self._look)),
        ]

    async def _look(self) -> None:
        where = self._where.path
        if where is None:
            self._tell(words.salvage.where_empty)
            return
        bring_back = partial(self.host.session.salvage.bring_back, where)
        try:
            found = await at_work(self.host, self._outcome, words.salvage.looking, bring_back)
        except NoBackup:
            self._tell(words.salvage.no_backup)
        except Stopped:
            if self.host.unlocked:
                self._tell(words.salvage.stopped)
        except (VaultError, OSError):
            self._tell(words.shell.not_saved)
        else:
            self._tell(*outcome(found))

    # ------------------------------------------------------------ without it

    def _carry_on(self) -> list[ft.Control]:
        said = words.salvage
        return [
            heading(said.without),
            stack(body(said.without_help), quiet(said.still_look), spacing=INSIDE),
            button.buttons(button.second_button(said.carry_on, self._do_carry_on)),
        ]

    def _do_carry_on(self) -> None:
        if self.host.attempt(self.host.session.salvage.carry_on) is not None:
            self._tell(words.salvage.carried_on)

    # ------------------------------------------------------------ erasing

    def _let_go(self, aside: list[Unread]) -> list[ft.Control]:
        if not aside:
            return []
        buttons = [
            button.erase_button(words.salvage.let_go_one.format(place=one.place), partial(self._ask, one))
            for one in aside
        ]
        return [
            heading(words.salvage.let_go),
            body(words.salvage.let_go_help),
            *(button.buttons(one) for one in buttons),
        ]

    def _ask(self, one: Unread) -> None:
        def erase() -> None:
            self.host.close()
            aside = one.aside
            if aside is not None and self.host.attempt(lambda: self.host.session.salvage.let_go(aside)):
                self._tell(words.salvage.gone_now)

        self.host.show(
            ft.AlertDialog(
                title=ft.Text(words.salvage.let_go_ask),
                content=ft.Text(words.salvage.let_go_help),
                actions=[
                    button.erase_button(words.salvage.let_go_yes, erase),
                    button.main_button(words.salvage.let_go_no, self.host.close),
                ],
            )
        )


def outcome(found: Searched) -> tuple[str, ...]:
    """What came of a search, in sentences."""
    if not found.brought and found.foreign == found.copies:
        return (words.salvage.another_key,)
    if not found.brought:
        return (words.salvage.not_found(found.copies - found.foreign),)
    lines = []
    for one in found.brought:
        things = words.salvage.things(one.things)
        lines.append(words.salvage.brought.format(place=said_place(one.collection), things=things))
        if one.made_at is not None:
            lines.append(words.salvage.brought_from.format(day=words.moment.day(one.made_at)))
    return tuple(lines)
