"""Housekeeping: deleted words leave the files, and files do not grow with what is gone from them."""

from collections.abc import Callable, Iterator
from contextlib import suppress

from app.session.unlocked import Unlocked
from app.vault import Notice, NoticeKind, VaultDamaged, VaultUnsupported

PRESENT_MONTH_FRAMES = 128
"""How many changes of the present month may stay unfolded: each of them is opened again at every unlock."""


class Housekeeping:
    """What is done by itself while a vault is open and nobody waits for anything.

    ``clear`` removes files of nothing, ``tidy`` names of nothing, in steps of its own.
    """

    def __init__(
        self, unlocked: Unlocked, clear: Callable[[], None], tidy: Callable[[], Iterator[None]]
    ) -> None:
        self._unlocked, self._clear, self._tidy = unlocked, clear, tidy

    def steps(self) -> Iterator[None]:
        """One pass: a short piece of work before each step, at most one collection folded.

        Everything that has changed since it was last folded is folded; the present month, which is written to all the
        time, only where it has grown long. The rest of writes that never returned goes after 30 days, a photo or sound
        that belongs to nothing at once, as does a name that nothing has any more. To be given up at any step; VaultError ends the pass.
        """
        vault = self._unlocked.vault
        vault.salvage.clear_torn(self._unlocked.now())
        yield
        with suppress(VaultDamaged, VaultUnsupported):
            self._clear()
        yield
        for name in vault.collections():
            self._fold(name)
            yield
        yield from self._tidy()

    def _fold(self, name: str) -> None:
        """Fold a collection that needs it, but for one that is damaged, or older than it was: its file is what tells so."""
        vault, few = self._unlocked.vault, 0 if self._closed(name) else PRESENT_MONTH_FRAMES
        with suppress(VaultDamaged, VaultUnsupported):  # it stays as it is, and the others have their turn
            if vault.folded(name, but_for=few):
                return
            vault.collection(name)
            if Notice(NoticeKind.ROLLED_BACK, name) not in vault.notices:
                vault.fold(name)

    def _closed(self, name: str) -> bool:
        """Whether this is not a month that is still going on, or one to come."""
        _, by_month, month = name.rpartition("/")
        return not by_month or month < f"{self._unlocked.now():%Y-%m}"
