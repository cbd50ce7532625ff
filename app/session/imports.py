"""Check-ins brought in from the files of other apps: looked at first, brought as a whole, taken back for 30 days."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from app.domain.check_in import CheckIn
from app.domain.errors import DomainError
from app.domain.ids import Id
from app.domain.import_record import FileKind, ImportRecord, ImportState, Mapped
from app.domain.mood_label import MoodLabel
from app.domain.own_word import OwnWord
from app.domain.topic import Topic
from app.imports.detect import readable
from app.imports.read import Aside, Problem, Readable
from app.session.file_content import File, content_of
from app.session.import_looking import Looked, Preview, each_row
from app.session.import_rows import Around, Choices, Making
from app.session.unlocked import Unlocked
from app.store import import_record as kept
from app.store.own_word import mood_labels, own_words, topics
from app.store.record import UnreadableRecord
from app.store.support import supports
from app.vault import VaultError
from app.vault.pace import Pace, Progress, Stop


class ImportVerbs:
    """Imports; ``all`` there were, the newest first. ``look_again`` reads anew all that an import may have changed.

    Verbs may take long, and are to be called where nothing else touches the vault. Where they raise, everything is as
    it was; an import that a kill cut off is taken back when the vault is next opened.
    """

    def __init__(self, unlocked: Unlocked, look_again: Callable[[], None]) -> None:
        self._unlocked, self._look_again = unlocked, look_again
        self._kept = kept.import_records(unlocked.vault, unlocked.left_out)
        self.all: tuple[ImportRecord, ...] = ()
        self.look()
        self._settle()

    def look(self) -> None:
        """Read again what is kept."""
        self.all = tuple(sorted(self._kept.all(), key=lambda one: (one.created_at, one.id), reverse=True))

    def can_undo(self, record: ImportRecord) -> bool:
        """Whether all of it can still be taken back."""
        return record.state is ImportState.BROUGHT and self._unlocked.now() <= record.can_undo_until

    def preview(
        self,
        file: File,
        choices: Choices | None = None,
        *,
        progress: Progress | None = None,
        stop: Stop | None = None,
    ) -> Preview:
        """Say what a file is and what bringing it in would do. Refused, saying why; Stopped; VaultError."""
        chosen = choices or Choices()
        looked = self._looked(_read(file, chosen), chosen, self._begun(""), progress, stop)
        return looked.preview()

    def bring(
        self,
        file: File,
        file_name: str,
        choices: Choices | None = None,
        *,
        progress: Progress | None = None,
        stop: Stop | None = None,
    ) -> ImportRecord:
        """Bring in what is not here yet, all of it or nothing. Returns the import, which is kept if it added something.

        DomainError for ``levels`` or ``scale`` if a mood is not mapped; Refused, Stopped, and VaultError as of any
        write: then nothing has changed.
        """
        chosen = choices or Choices()
        told = _read(file, chosen)
        halves = Halves(progress)
        record = replace(self._begun(file_name), kind=told.kind)
        looked = self._looked(told, chosen, record, halves.first, stop)
        if any(not looked.making.levels.knows(name) for name in looked.labels):
            raise DomainError("levels", "unmapped")
        if looked.values and chosen.scale is None:
            raise DomainError("scale", "unmapped")
        mapped = [(looked.spelt[name], looked.making.levels.of(name)) for name in looked.labels]
        record = replace(
            record,
            here=len(looked.here),
            problems=looked.problem_count,
            mapped=tuple(Mapped(name=name, level=level) for name, level in mapped if level is not None),
        )
        making = Making(record, chosen, self._around())
        made = (check_in for _, check_in in each_row(told, making, Pace(told.total, halves.second, stop)))
        try:
            return self._write(
                record,
                making,
                (one for one in made if isinstance(one, CheckIn) and one.id not in looked.here),
            )
        finally:
            self._look_again()

    def undo(
        self, record: ImportRecord, *, progress: Progress | None = None, stop: Stop | None = None
    ) -> ImportRecord:
        """Take back an import: its check-ins that nobody has changed since, and what it added for them alone.

        DomainError once the 30 days are over, or if it was taken back before; Stopped, and VaultError as of any write:
        then nothing has changed, or the rest follows when the vault is next opened.
        """
        current = next((one for one in self.all if one.id == record.id), record)
        if not self.can_undo(current):
            raise DomainError("can_undo_until", "over")
        try:
            return self._take_back(current, progress, stop)
        finally:
            self._look_again()

    # ------------------------------------------------------------ looking

    def _begun(self, file_name: str) -> ImportRecord:
        """An import of this moment, later than whatever was taken back: it may bring that again."""
        stamp = self._unlocked.stamp()
        at = max([stamp["created_at"], *(moment + timedelta(seconds=1) for moment in self._taken_back())])
        stamp["created_at"] = stamp["changed_at"] = at
        return ImportRecord(**stamp, file_name=file_name, kind=FileKind.CSV, state=ImportState.BRINGING)

    def _taken_back(self) -> list[datetime]:
        return [one.taken_back_at for one in self.all if one.taken_back_at is not None]

    def _around(self) -> Around:
        vault = self._unlocked.vault
        return Around(
            words=own_words(vault).all(),
            labels=mood_labels(vault).all(),
            topics=topics(vault).all(),
            supports=supports(vault).all(),
        )

    def _looked(
        self,
        told: Readable,
        choices: Choices,
        record: ImportRecord,
        progress: Progress | None,
        stop: Stop | None,
    ) -> Looked:
        """Go through a file once, changing nothing."""
        looked = Looked(told, Making(record, choices, self._around()))
        for row, found in each_row(told, looked.making, Pace(told.total, progress, stop)):
            if isinstance(found, Problem):
                looked.problem(found)
            elif isinstance(found, Aside):
                looked.aside[found.what] += 1
            elif row is not None:
                looked.take(row, found.id)
        looked.here = kept.here(self._unlocked.vault, looked.by_month, self._taken_back())
        if told.kind is FileKind.OWN_CSV:  # its check-ins may have been moved to other months
            there = kept.anywhere(self._unlocked.vault)
            looked.here |= {one for month in looked.by_month.values() for one in month if one in there}
        return looked

    # ------------------------------------------------------------ writing

    def _write(self, record: ImportRecord, making: Making, fresh: Iterator[CheckIn]) -> ImportRecord:
        """Write what is new, as one change; more than one can hold as several, which are taken back if one cannot be."""
        vault, written = self._unlocked.vault, False
        parts = kept.parts(fresh)
        part: list[CheckIn] | None = next(parts)
        try:
            while part is not None:
                following = next(parts, None)
                state = ImportState.BROUGHT if following is None else ImportState.BRINGING
                record, needed = _with(record, part, making.made)
                record = replace(record, state=state)
                if not record.added:
                    break
                with vault.visit(), vault.change():
                    for thing in needed:
                        self._keep(thing)
                    self._kept.put(record)
                    kept.add(vault, part)
                written, part = True, following
        except BaseException:
            if written:
                with suppress(VaultError):
                    self._take_back(record)
            raise
        return record

    def _keep(self, thing: OwnWord | MoodLabel | Topic) -> None:
        vault = self._unlocked.vault
        if isinstance(thing, OwnWord):
            own_words(vault).put(thing)
        elif isinstance(thing, MoodLabel):
            mood_labels(vault).put(thing)
        else:
            topics(vault).put(thing)

    def _take_back(
        self, record: ImportRecord, progress: Progress | None = None, stop: Stop | None = None
    ) -> ImportRecord:
        vault = self._unlocked.vault
        at = record.taken_back_at or max(self._unlocked.now(), record.created_at)
        pace = Pace(len(kept.months(vault)), progress, stop)
        found = kept.brought(vault, record, lambda: pace.step(1))
        parts = found.parts()
        part: dict[str, list[int]] | None = next(parts)
        while part is not None:
            following = next(parts, None)
            state = ImportState.TAKEN_BACK if following is None else ImportState.TAKING_BACK
            record = replace(record, state=state, taken_back_at=at, changed_at=at)
            with vault.visit(), vault.change():
                kept.take_back(vault, part, at)
                self._kept.put(record)
                if following is None:
                    self._let_go(record, found.used, at)
            part = following
        return record

    def _let_go(self, record: ImportRecord, used: set[str], at: datetime) -> None:
        """Remove the words that it added, but for those that are used, or were changed since."""
        vault = self._unlocked.vault
        used = used.union(topic for support in supports(vault).all() for topic in support.topics)
        for ids, shelf in (
            (record.words, own_words(vault)),
            (record.labels, mood_labels(vault)),
            (record.topics, topics(vault)),
        ):
            for one in shelf.all():
                if one.id in ids and one.id not in used and one.changed_at == record.created_at:
                    shelf.remove(one.id, at)

    def _settle(self) -> None:
        """Take back what was cut off. Where that cannot be, it waits for the next time."""
        for record in self.all:
            if record.unfinished:
                with suppress(VaultError, UnreadableRecord):
                    self._take_back(record)
                self.look()


class Halves:
    """Tells of two passes as one way."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress

    def first(self, done: int, total: int) -> None:
        """So much of the first pass is done."""
        if self._progress is not None:
            self._progress(done, 2 * total)

    def second(self, done: int, total: int) -> None:
        """So much of the second pass is done."""
        if self._progress is not None:
            self._progress(total + done, 2 * total)


def _read(file: File, choices: Choices) -> Readable:
    return readable(content_of(file), choices.columns)


def _with(
    record: ImportRecord, part: list[CheckIn], made: Mapping[Id, OwnWord | MoodLabel | Topic]
) -> tuple[ImportRecord, list[OwnWord | MoodLabel | Topic]]:
    """The import with what one more part adds; and the words that must be kept for it."""
    before = {*record.words, *record.labels, *record.topics}
    used = kept.used_by(part)
    needed = [thing for thing in made.values() if thing.id in used and thing.id not in before]

    def ids(kind: type[OwnWord | MoodLabel | Topic]) -> tuple[Id, ...]:
        return tuple(thing.id for thing in needed if isinstance(thing, kind))

    return (
        replace(
            record,
            added=record.added + len(part),
            words=record.words + ids(OwnWord),
            labels=record.labels + ids(MoodLabel),
            topics=record.topics + ids(Topic),
        ),
        needed,
    )
