"""What a person can do with things of one kind that stand in a list."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Generic, TypeVar

from app.domain.ids import Id
from app.domain.kept import Kept
from app.session.unlocked import Undo, Unlocked
from app.store.left_out import LeftOut
from app.store.shelf import Shelf
from app.vault import Vault

K = TypeVar("K", bound=Kept)


ShelfOf = Callable[[Vault, LeftOut], Shelf[K]]
"""Gives the shelf of one kind in a vault: a function of app/store."""


class ListedVerbs(Generic[K]):
    """Things of ``kind`` on a shelf; ``all`` of them stand in the order that ``key`` gives.

    They are read when one of them is first wanted, so that unlocking does not wait for the years, and then held in
    memory as they were saved: a save costs the same however many there are.
    """

    def __init__(
        self, unlocked: Unlocked, shelf: ShelfOf[K], kind: type[K], key: Callable[[K], tuple[Any, ...]]
    ) -> None:
        self._unlocked, self._shelf_of, self._kind, self._key = unlocked, shelf, kind, key
        self._by_id: dict[Id, K] | None = None
        self._in_order: tuple[K, ...] | None = None

    @property
    def all(self) -> tuple[K, ...]:
        """All of them, in order."""
        if self._in_order is None:
            self._in_order = tuple(sorted(self._held.values(), key=self._key))
        return self._in_order

    def add(self, **fields: Any) -> K:
        """Save a new one; DomainError for an impossible value."""
        return self._keep(self._kind(**self._unlocked.stamp(), **fields))

    def change(self, thing: K, /, **fields: Any) -> K:
        """Save it with other fields; DomainError for impossible ones, and nothing is changed then."""
        current = self.one(thing.id) or thing
        return self._keep(replace(current, **fields, changed_at=self._unlocked.now()))

    def remove(self, thing: K) -> Undo:
        """Delete it. The returned undo keeps it again."""
        held, gone = self._held, self.one(thing.id) or thing
        self._shelf.remove(gone.id, self._unlocked.now())
        held.pop(gone.id, None)
        self._in_order = None

        def undo() -> None:
            self._keep(replace(gone, changed_at=self._unlocked.now()))

        return undo

    def one(self, thing: Id) -> K | None:
        """Return the one with that id, or None."""
        return self._held.get(thing)

    def look(self) -> None:
        """Read again what is kept, when it is next wanted."""
        self._by_id = self._in_order = None

    def read(self) -> None:
        """Read what is kept now."""
        self.look()
        self._held  # noqa: B018  # that reads it

    @property
    def _shelf(self) -> Shelf[K]:
        return self._shelf_of(self._unlocked.vault, self._unlocked.left_out)

    @property
    def _held(self) -> dict[Id, K]:
        if self._by_id is None:
            self._by_id = {one.id: one for one in self._shelf.all()}
        return self._by_id

    def _keep(self, thing: K) -> K:
        self._keep_all([thing])
        return thing

    def _keep_all(self, things: Sequence[K]) -> None:
        """Save several as they stand, all of them or none; nothing that lies sealed is read again for it."""
        held, shelf = self._held, self._shelf
        with self._unlocked.vault.change():
            for thing in things:
                shelf.put(thing)
        held |= {thing.id: thing for thing in things}
        self._in_order = None
