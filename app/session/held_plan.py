"""What a person can do with plans that they hold for others."""

from dataclasses import dataclass, replace
from hashlib import sha256

from app.domain.held_plan import HeldCopy, HeldPlan, Standing, standing
from app.domain.ids import ID_SOURCE_BYTES, Id, id_from
from app.exports.locked_page import folded
from app.imports.held_plan import found_in
from app.imports.source import File
from app.session.listed import ListedVerbs
from app.session.unlocked import Undo, Unlocked
from app.store.held_plan import held_plans
from app.vault import opened_line
from app.words.name_order import by_name


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Opened:
    """A copy that was opened and is not kept yet. ``id`` is None where it does not say which plan it is of.

    ``held`` is the copy of the same plan that is held already, and ``standing`` how this one stands to it.
    """

    copy: HeldCopy
    id: Id | None
    held: HeldPlan | None

    @property
    def standing(self) -> Standing:
        """Whether it is new, newer or older."""
        return standing(self.copy, self.held)


class HeldPlanVerbs(ListedVerbs[HeldPlan]):
    """Plans held for others, by the name of whose they are. They are read, given back, and never changed."""

    def __init__(self, unlocked: Unlocked) -> None:
        super().__init__(unlocked, held_plans, HeldPlan, lambda one: (by_name(one.name), one.id))

    def open(self, file: File, typed: str) -> Opened:
        """Open a locked page with the words that were told; nothing is kept. May take some seconds.

        NotHeld, saying why; WrongPassphrase, VaultDamaged, VaultUnsupported; OSError.
        """
        found = found_in(file, lambda line: opened_line(line, folded(typed)))
        held = _id_for(found.copy_of) if found.copy_of else None
        same = (one for one in self.all if (one.copy == found.copy if held is None else one.id == held))
        return Opened(copy=found.copy, id=held, held=next(same, None))

    def hold(self, opened: Opened, name: str) -> tuple[HeldPlan, Undo]:
        """Keep a copy, in place of the one of the same plan. DomainError for a blank name.

        Where that one cannot be read, it stays as it is, and this one is kept beside it.
        The returned undo puts back the one that was there, or gives this one back.
        """
        stamp = self._unlocked.stamp()
        before = self.one(opened.id) if opened.id else None
        if opened.id is not None and self._shelf.takes(opened.id):
            stamp["id"] = opened.id
        if before is not None:
            stamp["created_at"] = before.created_at
        kept = self._keep(HeldPlan(**stamp, name=name.strip(), copy=opened.copy))

        def undo() -> None:
            if before is None:
                self.remove(kept)
            else:
                self._keep(replace(before, changed_at=self._unlocked.now()))

        return kept, undo


def _id_for(copy_of: str) -> Id:
    """An id of our own for what a file calls itself, whatever that is."""
    return id_from(sha256(copy_of.encode("utf-8")).digest()[:ID_SOURCE_BYTES])
