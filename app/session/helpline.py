"""What a person can do with the bundled helplines: hide, pin, check, and make one their own to correct it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Any

from app.domain.helpline import Helpline, HelplineMark
from app.domain.support import Support, SupportKind
from app.session.one_change import one_change
from app.session.support import SupportVerbs
from app.session.unlocked import Undo, Unlocked
from app.store.helpline import helpline_marks, helplines


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Marked:
    """A line and what the person says about it. ``own`` is the support that they made of it, if that is still here."""

    line: Helpline
    mark: HelplineMark | None = None
    own: Support | None = None

    @property
    def hidden(self) -> bool:
        """Whether it is put away."""
        return self.mark is not None and self.mark.hidden

    @property
    def pinned(self) -> bool:
        """Whether it stands before the others."""
        return self.mark is not None and self.mark.pinned


class HelplineVerbs:
    """What the person says about lines. Of two devices that each say something of one, the later counts.

    ``remove`` deletes a support with all that is linked to it.
    """

    def __init__(
        self,
        unlocked: Unlocked,
        supports: SupportVerbs,
        remove: Callable[[Support], Undo],
        look_again: Callable[[], None],
    ) -> None:
        self._unlocked, self._supports = unlocked, supports
        self._remove, self._look_again = remove, look_again
        self._kept = helpline_marks(unlocked.vault, unlocked.left_out)
        self.all: tuple[HelplineMark, ...] = ()
        self.look()

    def look(self) -> None:
        """Read again what is kept."""
        self.all = tuple(sorted(self._kept.all(), key=lambda one: (one.changed_at, one.id)))

    def of_region(self, region: str) -> tuple[Marked, ...]:
        """The lines of a region: own ones first, then pinned ones, then the others, and hidden ones last."""
        marks = {mark.line: mark for mark in self.all}
        marked = [self._marked(line, marks.get(line.key)) for line in helplines().get(region, ())]
        return tuple(sorted(marked, key=lambda one: (one.hidden, one.own is None, not one.pinned)))

    def _marked(self, line: Helpline, mark: HelplineMark | None) -> Marked:
        own = self._supports.one(mark.own) if mark is not None and mark.own else None
        return Marked(line=line, mark=mark, own=own)

    def hide(self, line: Helpline, *, hidden: bool = True) -> Undo:
        """Put a line away, or bring it back."""
        return self._change(line, hidden=hidden, pinned=False)

    def pin(self, line: Helpline, *, pinned: bool = True) -> Undo:
        """Let a line stand before the others, or among them again."""
        return self._change(line, pinned=pinned, hidden=False)

    def check(self, line: Helpline) -> Undo:
        """Note that the person checked its number today."""
        return self._change(line, checked_on=self._unlocked.now().date())

    def make_own(self, line: Helpline, note: str) -> tuple[Support, Undo]:
        """Make a support of a line, to be changed like any other; it stands in the line's place while it is here.

        The returned undo deletes it, unless it was changed since, and puts back what was said about the line.
        """
        ways = tuple(self._supports.way(way.kind, way.value) for way in line.ways)
        mark = self._mark_of(line)
        with self._one_change():
            own = self._supports.add(line.name, kind=SupportKind.HELPLINE, ways=ways, note=note)
            self._keep(replace(mark, own=own.id, hidden=False, changed_at=self._unlocked.now()))

        def undo() -> None:
            with self._one_change():
                if self._supports.one(own.id) == own:
                    self._remove(own)
                self._keep(replace(mark, changed_at=self._unlocked.now()))

        return own, undo

    def _change(self, line: Helpline, **fields: Any) -> Undo:
        before = self._mark_of(line)
        self._keep(replace(before, **fields, changed_at=self._unlocked.now()))
        return lambda: self._keep(replace(before, changed_at=self._unlocked.now()))

    def _mark_of(self, line: Helpline) -> HelplineMark:
        known = [mark for mark in self.all if mark.line == line.key]
        return known[-1] if known else HelplineMark(**self._unlocked.stamp(), line=line.key)

    def _keep(self, mark: HelplineMark) -> None:
        self._kept.put(mark)
        self.look()

    def _one_change(self) -> AbstractContextManager[None]:
        return one_change(self._unlocked, self._look_again)
