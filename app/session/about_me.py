"""What a person can do with what they say about themselves."""

from dataclasses import replace
from typing import Any

from app.domain.about_me import AboutMe, AboutPart, shown_of, together
from app.domain.ids import Id
from app.exports.about_said import lines_of
from app.session.unlocked import Unlocked
from app.store.about_me import about_me


class AboutMeVerbs:
    """The one thing that is said about oneself; an empty one until something is."""

    def __init__(self, unlocked: Unlocked) -> None:
        self._unlocked = unlocked
        self._kept = about_me(unlocked.vault, unlocked.left_out)
        self._apart: tuple[AboutMe, ...] = ()
        self.now = AboutMe(**unlocked.stamp())
        self.look()

    def look(self) -> None:
        """Read again what is kept. What devices have written apart is read as one."""
        self._apart = tuple(sorted(self._kept.all(), key=lambda one: (one.changed_at, one.id), reverse=True))
        self.now = together(self._apart) if self._apart else self.now

    @property
    def shown(self) -> AboutMe:
        """What another person may be shown: what is only me is empty in it, and no choice opens that."""
        return shown_of(self.now)

    def lines(self, part: AboutPart, *, shown: bool = False) -> tuple[str, ...]:
        """What is said of a part, in lines; with ``shown`` only if others may be shown it."""
        return lines_of(self.shown if shown else self.now, part)

    def one(self, _: Id) -> AboutMe:
        """Return the one that there is."""
        return self.now

    def change(self, _: AboutMe, /, **fields: Any) -> AboutMe:
        """Save it with other fields; DomainError for impossible ones, and nothing is changed then."""
        changed = replace(self.now, **fields, changed_at=self._unlocked.now())
        with self._unlocked.vault.change():
            self._kept.put(changed)
            for other in self._apart:
                if other.id != changed.id:
                    self._kept.remove(other.id, changed.changed_at)
        self.look()
        return changed
