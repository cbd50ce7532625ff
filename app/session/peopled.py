"""What a person can do with things of one kind that name people."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from app.domain.ids import Id
from app.domain.kept import Kept
from app.domain.someone import without_support
from app.domain.support import Support
from app.session.listed import ListedVerbs, ShelfOf
from app.session.unlocked import Undo, Unlocked

K = TypeVar("K", bound=Kept)


class PeopledVerbs(ListedVerbs[K]):
    """Things of ``kind`` on a shelf, in the order that ``key`` gives. ``people`` are their fields that name people."""

    def __init__(
        self,
        unlocked: Unlocked,
        shelf: ShelfOf[K],
        kind: type[K],
        key: Callable[[K], tuple[Any, ...]],
        people: tuple[str, ...],
    ) -> None:
        self.people = people
        super().__init__(unlocked, shelf, kind, key)

    def alter(self, thing: K, /, **fields: Any) -> Undo:
        """Save it with other fields, as ``change`` does. The returned undo puts back those fields and no others."""
        return self._changed({thing.id: fields})

    def free_from(self, support: Support) -> Undo:
        """Let nothing name a support that goes away; its name stays as words.

        The returned undo names the support again, but where people were changed since.
        """
        now = self._unlocked.now()
        freed = [
            (one, then)
            for one in self.all
            if (then := without_support(one, self.people, support.id, support.name, now)) is not one
        ]
        self._keep_all([then for _, then in freed])

        def undo() -> None:
            again = ((self.one(was.id), was, then) for was, then in freed)
            self._changed({now.id: self._named_again(now, was, then) for now, was, then in again if now})

        return undo

    def _named_again(self, current: K, was: K, then: K) -> dict[str, Any]:
        """The people as they were before they were freed, but for what was changed since."""
        return {
            name: getattr(was, name) for name in self.people if getattr(current, name) == getattr(then, name)
        }

    def _changed(self, changes: Mapping[Id, Mapping[str, Any]]) -> Undo:
        """Change fields of several things as one change. The returned undo puts back those fields and no others."""
        now = self._unlocked.now()
        current = {thing: one for thing in changes if (one := self.one(thing)) is not None}
        before = {
            thing: {name: getattr(one, name) for name in changes[thing]} for thing, one in current.items()
        }
        self._keep_all([replace(one, **changes[thing], changed_at=now) for thing, one in current.items()])

        def undo() -> None:
            self._changed(before)

        return undo
