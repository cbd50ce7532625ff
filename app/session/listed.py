"""What a person can do with things of one kind that stand in a list."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, Generic, TypeVar

from app.domain.ids import Id
from app.domain.kept import Kept
from app.session.unlocked import Undo, Unlocked
from app.store.shelf import Shelf

K = TypeVar("K", bound=Kept)


class ListedVerbs(Generic[K]):
    """Things of ``kind`` on a shelf; ``all`` of them stand in the order that ``key`` gives."""

    def __init__(
        self, unlocked: Unlocked, shelf: Shelf[K], kind: type[K], key: Callable[[K], tuple[Any, ...]]
    ) -> None:
        self._unlocked, self._kept, self._kind, self._key = unlocked, shelf, kind, key
        self.all: tuple[K, ...] = ()
        self._by_id: dict[Id, K] = {}
        self.look()

    def add(self, **fields: Any) -> K:
        """Save a new one; DomainError for an impossible value."""
        return self._keep(self._kind(**self._unlocked.stamp(), **fields))

    def change(self, thing: K, /, **fields: Any) -> K:
        """Save it with other fields; DomainError for impossible ones, and nothing is changed then."""
        current = self.one(thing.id) or thing
        return self._keep(replace(current, **fields, changed_at=self._unlocked.now()))

    def remove(self, thing: K) -> Undo:
        """Delete it. The returned undo keeps it again."""
        gone = self.one(thing.id) or thing
        self._kept.remove(gone.id, self._unlocked.now())
        self._hold(one for one in self.all if one.id != gone.id)

        def undo() -> None:
            self._keep(replace(gone, changed_at=self._unlocked.now()))

        return undo

    def one(self, thing: Id) -> K | None:
        """Return the one with that id, or None."""
        return self._by_id.get(thing)

    def look(self) -> None:
        """Read again what is kept."""
        self._hold(self._kept.all())

    def _keep(self, thing: K) -> K:
        self._keep_all([thing])
        return thing

    def _keep_all(self, things: Sequence[K]) -> None:
        """Save several as they stand, all of them or none."""
        with self._unlocked.vault.change():
            for thing in things:
                self._kept.put(thing)
        self._hold((self._by_id | {thing.id: thing for thing in things}).values())

    def _hold(self, things: Iterable[K]) -> None:
        """Remember these and no others; nothing that lies sealed is read again for it."""
        self.all = tuple(sorted(things, key=self._key))
        self._by_id = {one.id: one for one in self.all}
