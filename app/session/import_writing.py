"""What an import writes, and how it is taken back: all of it or nothing, month by month where it is large."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from app.domain.check_in import CheckIn
from app.domain.ids import Id
from app.domain.import_record import ImportRecord, ImportState
from app.domain.mood_label import MoodLabel
from app.domain.own_word import OwnWord
from app.domain.topic import Topic
from app.session.unlocked import Unlocked
from app.store import import_record as kept
from app.store.own_word import mood_labels, own_words, topics
from app.store.record import UnreadableRecord, row_of
from app.store.shelf import Shelf
from app.vault import DiskFull, VaultError
from app.vault.pace import Pace, Progress, Stop

_ROOM_BESIDES_BYTES = 4 << 20
"""What a disk must have besides the check-ins, for the beginnings of files and what else is written meanwhile."""

Made = Mapping[Id, OwnWord | MoodLabel | Topic]
"""What check-ins need besides, by its id."""


class ImportWriting:
    """Writes imports to the vault. ``shelf`` holds the imports there were."""

    def __init__(self, unlocked: Unlocked, shelf: Shelf[ImportRecord]) -> None:
        self._unlocked, self._kept = unlocked, shelf

    def require_room(self, size: int) -> None:
        """DiskFull where so many bytes of check-ins seem not to fit. What fits into one change is tried in any case."""
        free = size + _ROOM_BESIDES_BYTES
        with suppress(OSError):  # where nobody tells how much room there is, it is tried
            free = shutil.disk_usage(self._unlocked.vault.place).free
        if size > kept.MOST_IN_ONE_CHANGE_BYTES and free < size + _ROOM_BESIDES_BYTES:
            raise DiskFull("there is too little room for this import")

    def write(self, record: ImportRecord, made: Made, fresh: Iterator[CheckIn]) -> ImportRecord:
        """Keep an import and its check-ins, as one change; more than one can hold month by month, which is taken back if it is cut off."""
        try:
            for part in kept.parts(fresh):
                record, needed = _with(record, part.check_ins, made)
                if part.whole:
                    record = replace(record, state=ImportState.BROUGHT)
                if record.added:
                    self._write_part(record, part, needed)
            if record.added and record.unfinished:
                record = replace(record, state=ImportState.BROUGHT)
                self._kept.put(record)
        except BaseException:
            with suppress(VaultError, UnreadableRecord):
                if self._kept.in_row(row_of(record.id)) is not None:
                    self.take_back(record)
            raise
        return record

    def _write_part(
        self, record: ImportRecord, part: kept.Part, needed: list[OwnWord | MoodLabel | Topic]
    ) -> None:
        """What check-ins need is there before them, and the import before either, so that a kill leaves nothing unknown."""
        vault = self._unlocked.vault
        with vault.visit(), vault.change():
            for thing in needed:
                self._keep(thing)
            self._kept.put(record)
            if part.whole:
                for month, those in part.by_month.items():
                    kept.add(vault, month, those)
                return
        for month, those in part.by_month.items():
            with vault.visit(), vault.change():
                kept.add(vault, month, those)

    def _keep(self, thing: OwnWord | MoodLabel | Topic) -> None:
        vault = self._unlocked.vault
        if isinstance(thing, OwnWord):
            own_words(vault).put(thing)
        elif isinstance(thing, MoodLabel):
            mood_labels(vault).put(thing)
        else:
            topics(vault).put(thing)

    def take_back(
        self, record: ImportRecord, progress: Progress | None = None, stop: Stop | None = None
    ) -> ImportRecord:
        """Forget what an import brought and nobody has changed since, and what it added for that alone.

        Stopped, and VaultError as of any write: then nothing has changed, or the import is kept as half taken back.
        """
        vault = self._unlocked.vault
        at = record.taken_back_at or max(self._unlocked.now(), record.created_at)
        pace = Pace(len(kept.months(vault)), progress, stop)
        found = kept.brought(vault, record, lambda: pace.step(1))
        record = replace(record, state=ImportState.TAKING_BACK, taken_back_at=at, changed_at=at)
        months = list(found.by_month)
        if not found.whole:
            self._kept.put(record)
            for month in months:
                with vault.visit():
                    with vault.change():
                        kept.take_back(vault, month, record, at)
                    vault.fold(month)  # on a full disk it makes the room that the next month needs
            months = []
        record = replace(record, state=ImportState.TAKEN_BACK)
        with vault.visit(), vault.change():
            for month in months:
                kept.take_back(vault, month, record, at)
            self._kept.put(record)
            self._let_go(record, found.used, at)
        return record

    def _let_go(self, record: ImportRecord, used: set[str], at: datetime) -> None:
        """Remove the words that it added, but for those that are used, or were changed since."""
        vault = self._unlocked.vault
        used = used | kept.named_elsewhere(vault)
        for ids, shelf in (
            (record.words, own_words(vault)),
            (record.labels, mood_labels(vault)),
            (record.topics, topics(vault)),
        ):
            for one in shelf.all():
                if one.id in ids and one.id not in used and one.changed_at == record.created_at:
                    shelf.remove(one.id, at)


def _with(
    record: ImportRecord, part: list[CheckIn], made: Made
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
