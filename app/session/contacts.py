"""Contacts of a phone brought in as supports, chosen one by one; and a copy of chosen supports for a phone."""

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.errors import DomainError
from app.domain.ids import Id
from app.domain.kept import Share
from app.domain.support import PHONE_KINDS, ContactWay, Support, WayKind, dialled
from app.exports.vcard import copied_ways, vcard
from app.imports.read import MOST_BYTES
from app.imports.source import File, Source
from app.session.one_change import one_change
from app.session.phone_number import as_dialled_anywhere
from app.session.support import SupportVerbs
from app.session.unlocked import Undo, Unlocked
from app.vault.pace import Pace, Progress, Stop

if TYPE_CHECKING:
    from app.imports.vcard import Card

MOST_AT_ONCE = 60
"""More than most people have: so few are taken back while one waits, and are one change with the longest notes."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Found:
    """A contact of a file. ``ways`` are those that can be kept, ``unusable`` counts the others.

    ``here`` says that a support with its name and one of its numbers or addresses is here, ``twice`` that the file has
    such a contact before this one.
    """

    card: "Card"
    ways: tuple[ContactWay, ...]
    unusable: int
    here: bool
    twice: bool


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class FoundAll:
    """Every contact of a file, and how many have no name to keep them by."""

    contacts: tuple[Found, ...]
    left_out: int


class ContactVerbs:
    """Reads files of contacts and writes them. ``remove`` deletes a support with all that is linked to it."""

    def __init__(
        self,
        unlocked: Unlocked,
        supports: SupportVerbs,
        remove: Callable[[Support], Undo],
        look_again: Callable[[], None],
    ) -> None:
        self._unlocked, self._supports = unlocked, supports
        self._remove, self._look_again = remove, look_again

    def look(
        self, file: File, region: str, *, progress: Progress | None = None, stop: Stop | None = None
    ) -> FoundAll:
        """Say what a file holds; nothing is changed. Numbers are compared as they are dialled in ``region``.

        Refused, saying why; Stopped.
        """
        from app.imports.vcard import cards  # noqa: PLC0415  # an unlock can spare it

        content = Source(file).head(MOST_BYTES + 1)
        pace = Pace(len(content), progress, stop)
        told = cards(content, pace.step)
        here = {key for one in self._supports.all for key in _keys(one.name, one.ways, region)}
        before: set[str] = set()
        found = []
        for card in told.cards:
            pace.step(0)  # comparing many numbers takes its time, too
            ways = self._ways(card)
            keys = _keys(card.name, ways, region)
            found.append(
                Found(
                    card=card,
                    ways=ways,
                    unusable=len(card.ways) - len(ways),
                    here=not keys.isdisjoint(here),
                    twice=not keys.isdisjoint(before),
                )
            )
            before |= keys
        return FoundAll(contacts=tuple(found), left_out=told.left_out)

    def _ways(self, card: "Card") -> tuple[ContactWay, ...]:
        ways = []
        for way in card.ways:
            with suppress(DomainError):
                ways.append(self._supports.way(way.kind, way.value, way.note))
        return tuple(ways)

    def bring(self, chosen: Sequence[Found], *, notes: bool) -> Undo:
        """Save chosen contacts as supports, all of them or none. ``notes`` says whether their notes come along.

        The returned undo deletes those that nobody has changed since. DomainError for more than MOST_AT_ONCE.
        """
        if len(chosen) > MOST_AT_ONCE:
            raise DomainError("chosen", "too_many")
        added = [
            Support(
                **self._unlocked.stamp(),
                name=one.card.name,
                kind=one.card.kind,
                ways=one.ways,
                note=one.card.note if notes else "",
            )
            for one in chosen
        ]
        self._supports.keep_all(added)

        def undo() -> None:
            with one_change(self._unlocked, self._look_again):
                for one in added:
                    if self._supports.one(one.id) == one:
                        self._remove(one)

        return undo

    @property
    def offered(self) -> tuple[Support, ...]:
        """Supports that a contact can be made of: those with a number or an email address, but for *only me*."""
        return tuple(one for one in self._with_ways if one.share is Share.MAY_BE_SHARED)

    @property
    def kept_back(self) -> int:
        """How many would be offered if they were not marked *only me*."""
        return len(self._with_ways) - len(self.offered)

    @property
    def _with_ways(self) -> tuple[Support, ...]:
        return tuple(one for one in self._supports.all if copied_ways(one))

    def code(self, support: Support, ways: Collection[Id]) -> bytes:
        """Return what a code of a support holds: a vCard of its name and of those ways, without what was noted of them.

        Nothing for one that is marked *only me*, or where none of the ways is chosen.
        """
        taken = tuple(replace(way, note="") for way in copied_ways(support) if way.id in ways)
        if support.share is Share.ONLY_ME or not taken:
            return b""
        return vcard([replace(support, ways=taken)])

    def copy(self, chosen: Collection[Id]) -> bytes:
        """Return a file with the chosen ones among those that are offered. It is not locked."""
        return vcard([one for one in self.offered if one.id in chosen])


def _keys(name: str, ways: Sequence[ContactWay], region: str) -> set[str]:
    """What a contact is known again by: its name with each of its numbers and addresses, or alone if it has none."""
    folded = " ".join(name.casefold().split())
    reached = {_reached(way, region) for way in ways if way.kind in {*PHONE_KINDS, WayKind.EMAIL}}
    return {f"{folded}\n{one}" for one in reached or {""}}


def _reached(way: ContactWay, region: str) -> str:
    """The number or address in one form, however it was typed."""
    if way.kind is WayKind.EMAIL:
        return way.value.strip().casefold()
    return as_dialled_anywhere(dialled(way.value), region)
