"""What a person can do with supports and with their order in the safety net."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from app.domain.ids import Id
from app.domain.safety_net import SafetyNetEntry, in_order, moved
from app.domain.support import ContactWay, Ring, Support, WayKind
from app.domain.support_filter import Wanted
from app.domain.support_map import room_at, turned
from app.session.one_change import one_change
from app.session.support_past import SupportPastVerbs
from app.session.unlocked import Undo, Unlocked
from app.store.support import safety_net, supports
from app.words.name_order import by_name


class SupportVerbs:
    """Supports, by ring and then by name."""

    def __init__(self, unlocked: Unlocked) -> None:
        self._unlocked = unlocked
        self._kept = supports(unlocked.vault, unlocked.left_out)
        self.past = SupportPastVerbs(unlocked)
        self.wanted = Wanted()
        self.all: tuple[Support, ...] = ()
        self.look()

    @property
    def shown(self) -> tuple[Support, ...]:
        """Those that the person wants to see now. ``wanted`` holds until the vault is locked."""
        return tuple(one for one in self.all if self.wanted.takes(one))

    def add(self, name: str, **fields: Any) -> Support:
        """Save a new support; DomainError for an impossible value."""
        support = Support(**self._unlocked.stamp(), name=name, **fields)
        self.keep(support)
        return support

    def change(self, support: Support, /, **fields: Any) -> Support:
        """Save the support with other fields; DomainError for impossible ones, and nothing is changed then.

        A change of its state is noted in its past.
        """
        before = self.current(support)
        changed = replace(before, **fields, changed_at=self._unlocked.now())
        if changed.state is before.state:
            self.keep(changed)
            return changed
        with one_change(self._unlocked, self.look):
            self.past.note(changed.id, changed.state)
            self.keep(changed)
        return changed

    def way(self, kind: WayKind, value: str, note: str = "", **fields: Any) -> ContactWay:
        """Return a new way to reach a support, saved with the support that gets it; DomainError if impossible."""
        return ContactWay(id=self._unlocked.new_id(), kind=kind, value=value, note=note, **fields)

    def move(self, support: Support, step: int) -> Undo:
        """Move a support by so many rings, below 0 closer, held at either end. The returned undo moves it back."""
        rings, now = tuple(Ring), self.current(support)
        place = max(0, min(len(rings) - 1, rings.index(now.ring) + step))
        return self.put(now, rings[place], now.angle)

    def turn(self, support: Support, angle: int, step: int) -> Undo:
        """Turn a support that stands at an angle by so many degrees, below 0 to the left. The returned undo turns it back."""
        now = self.current(support)
        return self._stand(now, angle=turned(self._on_map, now, angle, step))

    def put(self, support: Support, ring: Ring, angle: int | None) -> Undo:
        """Put a support into a ring, as near to an angle as there is room beside those that were put there.

        Without an angle it finds its place by itself. The returned undo puts it back.
        """
        now = self.current(support)
        room = angle if angle is None else room_at(self._on_map, now.id, ring, angle)
        return self._stand(now, ring=ring, angle=room)

    def _stand(self, now: Support, **fields: Any) -> Undo:
        self.change(now, **fields)
        return lambda: self._put_back(now, **{name: getattr(now, name) for name in fields})

    @property
    def _on_map(self) -> list[Support]:
        return [one for one in self.all if one.on_map]

    def _put_back(self, support: Support, **fields: Any) -> None:
        if self.one(support.id) is not None:
            self.change(support, **fields)

    def one(self, support: Id) -> Support | None:
        """Return the support with that id, or None."""
        return self.by_id.get(support)

    @property
    def by_id(self) -> dict[Id, Support]:
        """Every support by its id."""
        return {support.id: support for support in self.all}

    def current(self, support: Support) -> Support:
        """Return the support as it is now: a screen may still hold an earlier one."""
        return self.one(support.id) or support

    def keep(self, support: Support) -> None:
        """Save a support as it stands."""
        self.keep_all([support])

    def keep_all(self, supports: Sequence[Support]) -> None:
        """Save several as they stand, all of them or none."""
        with self._unlocked.vault.change():
            for support in supports:
                self._kept.put(support)
        kept = {support.id for support in supports}
        self._hold([*(one for one in self.all if one.id not in kept), *supports])

    def forget(self, support: Support) -> None:
        """Delete a support and nothing else: ``Session.remove_support`` also frees what is linked to it."""
        self._kept.remove(support.id, self._unlocked.now())
        self._hold([one for one in self.all if one.id != support.id])

    def look(self) -> None:
        """Read again what is kept."""
        self.past.look()
        self._hold(self._kept.all())

    def _hold(self, supports: Iterable[Support]) -> None:
        rings = {"close": 0, "around_me": 1, "further_out": 2}
        self.all = tuple(sorted(supports, key=lambda one: (rings[one.ring], by_name(one.name), one.id)))


class SafetyNetVerbs:
    """The safety net, in order.

    Two devices may each have put the same support in: then it is there once, where it was put in first, and taking it
    out takes out both.
    """

    def __init__(self, unlocked: Unlocked) -> None:
        self._unlocked = unlocked
        self._kept = safety_net(unlocked.vault, unlocked.left_out)
        self.entries: tuple[SafetyNetEntry, ...] = ()
        self.look()

    def add(self, support: Id) -> SafetyNetEntry:
        """Put a support at the end of the net; one that is there already stays where it is."""
        known = self.of(support)
        if known is not None:
            return known
        last = self.entries[-1].order if self.entries else -1
        entry = SafetyNetEntry(**self._unlocked.stamp(), order=last + 1, support=support)
        self.keep(entry)
        return entry

    def change(self, entry: SafetyNetEntry, **fields: Any) -> SafetyNetEntry:
        """Save an entry with other fields; DomainError for impossible ones, and nothing is changed then."""
        changed = replace(self._current(entry), **fields, changed_at=self._unlocked.now())
        self.keep(changed)
        return changed

    def move(self, entry: SafetyNetEntry, step: int) -> tuple[int, Undo]:
        """Move an entry by so many places, held at either end, as one change.

        Return its new place, from 0, and an undo that moves it back to the place where it was.
        """
        before = self._place(entry)
        self._save_order(moved(self.entries, before, step))

        def undo() -> None:
            if any(known.id == entry.id for known in self.entries):
                now = self._place(entry)
                self._save_order(moved(self.entries, now, before - now))

        return self._place(entry), undo

    def move_to(self, entry: SafetyNetEntry, other: SafetyNetEntry) -> Undo:
        """Move an entry to the place of another. The returned undo moves it back."""
        return self.move(entry, self._place(other) - self._place(entry))[1]

    def remove(self, entry: SafetyNetEntry) -> Undo:
        """Take an entry out of the net; the support stays. The returned undo puts it back in its place."""
        gone = self._current(entry)
        self.forget(gone)
        return lambda: self.keep(replace(gone, changed_at=self._unlocked.now()))

    def of(self, support: Id) -> SafetyNetEntry | None:
        """Return the support's place in the net, or None."""
        return next((entry for entry in self.entries if entry.support == support), None)

    @property
    def numbers(self) -> dict[Id, int]:
        """The place of each support in the net, from 1."""
        return {entry.support: place for place, entry in enumerate(self.entries, start=1)}

    def keep(self, entry: SafetyNetEntry) -> None:
        """Save an entry as it stands."""
        self._kept.put(entry)
        self.look()

    def forget(self, entry: SafetyNetEntry) -> None:
        """Delete an entry, and any other of the same support."""
        now = self._unlocked.now()
        with self._unlocked.vault.change():
            for known in self._kept.all():
                if known.support == entry.support:
                    self._kept.remove(known.id, now)
        self.look()

    def _place(self, entry: SafetyNetEntry) -> int:
        return [known.id for known in self.entries].index(entry.id)

    def _current(self, entry: SafetyNetEntry) -> SafetyNetEntry:
        return next((known for known in self.entries if known.id == entry.id), entry)

    def _save_order(self, entries: Sequence[SafetyNetEntry]) -> None:
        now = self._unlocked.now()
        with self._unlocked.vault.change():
            for order, entry in enumerate(entries):
                if entry.order != order:
                    self._kept.put(replace(entry, order=order, changed_at=now))
        self.look()

    def look(self) -> None:
        """Read again what is kept."""
        first: dict[Id, SafetyNetEntry] = {}
        for entry in sorted(self._kept.all(), key=lambda one: (one.created_at, one.id)):
            first.setdefault(entry.support, entry)
        self.entries = in_order(tuple(first.values()))
