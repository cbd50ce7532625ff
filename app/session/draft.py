"""Drafts: what is being typed, kept outside every screen and sealed before it can be lost."""

from app.session.unlocked import Unlocked
from app.store.draft import Drafts


class DraftVerbs:
    """Words begun and not yet saved, by the key of their field. A blank draft is one: its field was emptied."""

    def __init__(self, unlocked: Unlocked) -> None:
        self._kept = Drafts(unlocked.vault, unlocked.left_out)
        self._sealed = self._kept.load()
        self._now = dict(self._sealed)

    def read(self, key: str, otherwise: str = "") -> str:
        """Return the words of a draft, or ``otherwise`` if there are none."""
        return self._now.get(key, otherwise)

    def keep(self, key: str, text: str) -> None:
        """Remember the words of a draft. They are sealed by ``seal``."""
        self._now[key] = text

    def drop(self, *keys: str) -> None:
        """Forget drafts whose words were saved or given up. A key that ends in ``/`` stands for all that begin so."""
        for key in keys:
            gone = [
                known for known in self._now if known == key or (key.endswith("/") and known.startswith(key))
            ]
            for known in gone:
                del self._now[known]

    @property
    def unsealed(self) -> bool:
        """Whether any draft has changed since the last ``seal``."""
        return self._now != self._sealed

    def seal(self) -> None:
        """Bring every changed draft to the disk, sealed."""
        if self.unsealed:
            self._kept.save(self._now, was=self._sealed)
            self._sealed = dict(self._now)
