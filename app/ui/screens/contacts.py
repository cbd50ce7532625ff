"""Bringing in contacts from a phone's file: which file, whom of it, and then they are supports."""

from collections import Counter
from collections.abc import Sequence
from functools import partial

import flet as ft

from app import words
from app.imports.read import Refused
from app.imports.source import File
from app.session.contacts import MOST_AT_ONCE, Found, FoundAll
from app.ui.brought_file import BroughtFile
from app.ui.screen import Host, Place
from app.ui.screens.lasting import LastingScreen
from app.ui.theme import INSIDE
from app.ui.widgets import button, choice, field
from app.ui.widgets.at_work import at_work
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.contact import contact
from app.ui.widgets.place_field import PlaceField
from app.ui.widgets.shown import scroll_to_top
from app.ui.widgets.text import announced, body, heading, quiet
from app.vault import Stopped, VaultError

EXAMPLE = "~/contacts.vcf"

_A_PAGE = 20


class ContactsScreen(LastingScreen):
    """Asks for a file, shows every contact in it, and saves those that are chosen."""

    place = Place.SUPPORTS

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._path, self._below = "", stack()

    @property
    def title(self) -> str:
        """The heading."""
        return words.contacts.title

    def take(self, file: BroughtFile) -> None:
        """Look at the file."""
        if not self.host.door.working:
            self._again()
            self._file.bring(file)
            self.host.run(self._look)

    def _begin(self) -> list[ft.Control]:
        said = words.contacts
        self._file = PlaceField(
            self.host,
            said.file,
            hint=said.file_help.format(example=EXAMPLE),
            value=self._path,
            keep=self._keep_path,
            submit=self._look,
        )
        self._below.controls = [self._look_button()]
        return [card(*map(body, said.what)), self._file.laid_out(), self._below]

    def _look_button(self) -> ft.Control:
        return button.pile(button.main_button(words.contacts.look, self._look))

    def _keep_path(self, text: str) -> None:
        self._path = text

    async def _look(self) -> None:
        file = self._file.file
        if file is None:
            self._say(words.contacts.file_empty)
        elif not self.host.door.working:
            found = await self._looked(file.content)
            if found is not None:
                choosing = _Choosing(self.host, found, self._again)
                self._fill(*choosing.laid_out())
                self.host.run(lambda: scroll_to_top(self._body))

    async def _looked(self, file: File) -> FoundAll | None:
        """What the file holds; None if that could not be said, which is shown."""
        verbs, region = self.host.session.contacts, self.host.settings.region
        try:
            return await at_work(
                self.host,
                self._below,
                words.contacts.looking,
                lambda progress, stop: verbs.look(file, region, progress=progress, stop=stop),
            )
        except Stopped:
            self._say(words.contacts.stopped)
        except Refused as refused:
            self._say(words.contacts.refusals[refused.why])
        except (VaultError, OSError, MemoryError):
            self._say(words.contacts.cannot_look)
        return None

    def _say(self, text: str) -> None:
        fill(self._below, announced(text), self._look_button())

    def _again(self) -> None:
        self._fill(*self._begin())


class _Choosing:
    """The contacts of a file, to be ticked one by one, and saved. ``again`` asks for another file."""

    def __init__(self, host: Host, found: FoundAll, again: button.Press) -> None:
        self._host, self._found, self._again = host, found, again
        self._names = _told_apart(found.contacts)
        self._chosen: set[int] = set()
        self._notes, self._wanted, self._upto = False, "", _A_PAGE
        self._list, self._foot = stack(spacing=INSIDE), stack(spacing=INSIDE)

    def laid_out(self) -> list[ft.Control]:
        """The file's contacts, how to find one, and what to do with those that are ticked."""
        said, found = words.contacts, self._found
        shown: list[ft.Control] = [heading(said.found(len(found.contacts)))]
        shown += [quiet(said.left_out(found.left_out))] if found.left_out else []
        if len(found.contacts) > _A_PAGE:
            shown.append(field.field(said.find, "", self._find))
        self._list.controls, self._foot.controls = self._rows(), self._buttons()
        shown.append(self._list)
        if any(one.card.note for one in found.contacts):
            notes = choice.yes_or_no(said.notes, self._notes, self._take_notes)
            shown.append(card(notes, quiet(said.notes_help), spacing=0))
        return [*shown, self._foot]

    def _rows(self) -> list[ft.Control]:
        wanted = self._wanted.strip().casefold()
        places = [
            place for place, one in enumerate(self._found.contacts) if wanted in one.card.name.casefold()
        ]
        rows = [self._row(place) for place in places[: self._upto]]
        if len(places) > self._upto:
            more = min(_A_PAGE, len(places) - self._upto)
            rows.append(button.buttons(button.second_button(words.contacts.more(more), self._more)))
        return rows or [body(words.contacts.none_found)] if self._found.contacts else []

    def _row(self, place: int) -> ft.Control:
        one = self._found.contacts[place]
        return contact(
            self._names[place],
            one.ways,
            _remarks(one),
            self._host.settings.region,
            ticked=place in self._chosen,
            changed=partial(self._tick, place),
        )

    def _buttons(self) -> list[ft.Control]:
        said = words.contacts
        save = button.main_button(said.bring, self._save)
        another = button.second_button(said.another, self._again)
        return [body(said.chosen(len(self._chosen))), button.pile(save, another)]

    def _tick(self, place: int, on: bool) -> None:
        self._chosen = self._chosen | {place} if on else self._chosen - {place}
        fill(self._foot, *self._buttons())

    def _take_notes(self, on: bool) -> None:
        self._notes = on

    def _find(self, text: str) -> None:
        self._wanted, self._upto = text, _A_PAGE
        fill(self._list, *self._rows())

    def _more(self) -> None:
        self._upto += _A_PAGE
        fill(self._list, *self._rows())

    def _save(self) -> None:
        chosen = [self._found.contacts[place] for place in sorted(self._chosen)]
        said = words.contacts
        if not chosen or len(chosen) > MOST_AT_ONCE:
            refused = said.too_many.format(n=MOST_AT_ONCE) if chosen else said.nobody
            fill(self._foot, announced(refused), *self._buttons())
            return
        undo = self._host.attempt(lambda: self._host.session.contacts.bring(chosen, notes=self._notes))
        if undo is not None:
            self._host.go("/supports")
            self._host.say(said.brought(len(chosen)), undo)


def _told_apart(contacts: Sequence[Found]) -> list[str]:
    """The name of each; with a number or address where another has the same, and counted where that is the same, too."""
    same = Counter(one.card.name for one in contacts)
    names = [
        f"{one.card.name}, {one.ways[0].value}" if same[one.card.name] > 1 and one.ways else one.card.name
        for one in contacts
    ]
    seen: Counter[str] = Counter()
    for place, name in enumerate(names):
        seen[name] += 1
        names[place] = f"{name} ({seen[name]})" if seen[name] > 1 else name
    return names


def _remarks(one: Found) -> list[str]:
    said = words.contacts
    return [
        *([said.here] if one.here else []),
        *([said.twice] if one.twice else []),
        *([said.unusable(one.unusable)] if one.unusable else []),
        *([said.has_note] if one.card.note else []),
    ]
