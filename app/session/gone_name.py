"""What a person can do with the names of supports and coping tools that are gone and stand in check-ins."""

from collections.abc import Iterator

from app.domain.coping_tool import CopingTool
from app.domain.gone_name import GoneName
from app.domain.support import Support
from app.session.listed import ListedVerbs
from app.session.unlocked import Undo, Unlocked
from app.store.check_in import PREFIX, helpers_named
from app.store.support import gone_names
from app.words.name_order import by_name


class GoneNameVerbs(ListedVerbs[GoneName]):
    """Names of what is gone, by the alphabet. To remove one is to forget it in every check-in."""

    def __init__(self, unlocked: Unlocked) -> None:
        super().__init__(unlocked, gone_names, GoneName, lambda one: (by_name(one.name), one.id))
        self._seen: set[str] = set()

    def keep_of(self, gone: Support | CopingTool) -> Undo:
        """Keep the name of what goes away. The returned undo lets it go."""
        if not self._shelf.takes(gone.id):
            return lambda: None
        now = self._unlocked.now()
        kept = self._keep(GoneName(id=gone.id, created_at=now, changed_at=now, name=gone.name))

        def undo() -> None:
            self.remove(kept)

        return undo

    def tidy(self) -> Iterator[None]:
        """Let go of names that no check-in has, looking through one month before each step. VaultError ends it.

        A name that was found is not looked for again until the next unlock. Where anything was saved meanwhile nothing is
        let go: a check-in may have moved to a month that was looked through.
        """
        vault, unseen = self._unlocked.vault, {str(one.id) for one in self.all} - self._seen
        if not unseen:
            return
        state = vault.state()
        for month in reversed(vault.collections(PREFIX)):
            if not unseen:
                return
            found = helpers_named(vault, month) & unseen
            self._seen |= found
            unseen -= found
            yield
        if unseen and vault.state() == state:
            for one in self.all:
                if one.id in unseen:
                    self.remove(one)
