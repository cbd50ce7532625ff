"""What a person can do with things of one kind that stand in a list."""

from collections.abc import Callable
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
        self.look()

        def undo() -> None:
            self._keep(replace(gone, changed_at=self._unlocked.now()))

        return undo

    def one(self, thing: Id) -> K | None:
        """Return the one with that id, or None."""
        return next((one for one in self.all if one.id == thing), None)

    def look(self) -> None:
        """Read again what is kept."""
        self.all = tuple(sorted(self._kept.all(), key=self._key))

    def _keep(self, thing: K) -> K:
        self._kept.put(thing)
        self.look()
        return thing
