"""Check-ins brought in from the files of other apps: looked at first, brought as a whole, taken back for 30 days."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import chain

from app.domain.check_in import CheckIn
from app.domain.errors import DomainError
from app.domain.import_record import FileKind, ImportRecord, ImportState, Mapped
from app.domain.seen import Seen
from app.imports.read import Aside, Problem, Readable
from app.imports.source import File, Source
from app.session.import_looking import Looked, Preview, each_row
from app.session.import_rows import Around, Choices, Making
from app.session.import_writing import ImportWriting
from app.session.unlocked import Unlocked
from app.store import import_record as kept
from app.store.coping_tool import coping_tools
from app.store.own_word import mood_labels, own_words, topics
from app.store.record import UnreadableRecord, row_of
from app.store.support import supports
from app.vault import Stopped, VaultError
from app.vault.pace import Pace, Progress, Stop


class ImportVerbs:
    """Imports; ``all`` there were, the newest first. ``look_again`` reads anew all that an import may have changed.

    Verbs may take long, and are to be called where nothing else touches the vault. Where they raise, everything is as
    it was; an import that a kill cut off is taken back when the vault is next opened.
    """

    def __init__(self, unlocked: Unlocked, look_again: Callable[[], None]) -> None:
        self._unlocked, self._look_again = unlocked, look_again
        self._kept = kept.import_records(unlocked.vault, unlocked.left_out)
        self._writing = ImportWriting(unlocked, self._kept)
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
        from app.imports.detect import readable  # noqa: PLC0415  # an unlock can spare it

        chosen = choices or Choices()
        told = readable(Source(file, _ending(stop)), chosen.columns)
        looked = self._looked(told, chosen, self._begun(""), progress, stop)
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

        DomainError for ``levels`` or ``scale`` if a mood is not mapped; ValueError if the file is changed meanwhile;
        Refused, Stopped, and VaultError as of any write: then nothing has changed, or, where ``all`` has an unfinished
        import, what came of it goes when the vault is next opened.
        """
        from app.imports.detect import readable  # noqa: PLC0415  # as above

        chosen, source = choices or Choices(), Source(file, _ending(stop))
        before, told = source.fingerprint(), readable(source, chosen.columns)
        halves = Halves(progress)
        record = replace(self._begun(file_name), kind=told.kind)
        looked = self._looked(told, chosen, record, halves.first, stop)
        mapped = _mapped(looked, chosen)
        record = replace(record, here=len(looked.here), problems=looked.problem_count, mapped=mapped)
        self._writing.require_room(looked.bytes_to_write)
        making = Making(record, chosen, self._around())

        def fresh() -> Iterator[CheckIn]:
            for _, one in each_row(told, making, Pace(told.total, halves.second, stop)):
                if isinstance(one, CheckIn) and row_of(one.id) not in looked.here:
                    yield one
            if source.fingerprint() != before:
                raise ValueError("the file has changed")

        try:
            return self._writing.write(record, making.made, fresh())
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
            return self._writing.take_back(current, progress, stop)
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
            coping_tools=coping_tools(vault).all(),
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
                looked.put_aside(found)
            elif row is not None:
                looked.take(row, found.id, kept.size_of(found))
        there = kept.here(self._unlocked.vault, looked.by_month, self._taken_back())
        if told.kind is FileKind.OWN_CSV:  # its check-ins may have been moved to other months
            wanted = Seen(row for month in looked.by_month.values() for row in month)
            there = chain(there, kept.anywhere(self._unlocked.vault, wanted))
        looked.here = Seen(there)
        return looked

    # ------------------------------------------------------------ what was cut off

    def _settle(self) -> None:
        """Take back what was cut off. Where that cannot be, it waits for the next time."""
        for record in self.all:
            if record.unfinished:
                with suppress(VaultError, UnreadableRecord):
                    self._writing.take_back(record)
                self.look()


def _mapped(looked: Looked, choices: Choices) -> tuple[Mapped, ...]:
    """The level of each word for a mood. DomainError for ``levels`` or ``scale`` if a mood is not mapped."""
    levels = looked.making.levels
    if not all(map(levels.knows, looked.labels)):
        raise DomainError("levels", "unmapped")
    if looked.values and choices.scale is None:
        raise DomainError("scale", "unmapped")
    mapped = [(looked.spelt[name], levels.of(name)) for name in looked.labels]
    return tuple(Mapped(name=name, level=level) for name, level in mapped if level is not None)


def _ending(stop: Stop | None) -> Callable[[], None]:
    """What to call while a file is read that nobody can say the length of: Stopped if that was asked for."""

    def step() -> None:
        if stop is not None and stop():
            raise Stopped("it was stopped")

    return step


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
