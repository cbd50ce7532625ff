"""What a person can do with their peer support page: choose what stands on it, make a copy, and remember who has one."""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

from app.domain.about_me import shown_of
from app.domain.peer_page import PageContent, PageCopy, PageHeading, PeerPage, may_be_shown
from app.domain.plan_copy import Form
from app.exports.document import PlanDocument, mark_of
from app.exports.form import plan_copy
from app.exports.peer_page import page_file_name, peer_page_document
from app.session.preferences import PreferenceVerbs
from app.session.unlocked import Undo, Unlocked
from app.store.peer_page import page_copies, peer_pages
from app.vault import locked_line


class PeerPageVerbs:
    """The one page, with nothing chosen until something is, and its copies, newest first."""

    def __init__(
        self,
        unlocked: Unlocked,
        content: Callable[[], PageContent],
        preferences: PreferenceVerbs,
    ) -> None:
        self._unlocked, self._content, self._preferences = unlocked, content, preferences
        self._pages = peer_pages(unlocked.vault, unlocked.left_out)
        self._copies = page_copies(unlocked.vault, unlocked.left_out)
        self._apart: tuple[PeerPage, ...] = ()
        self.now = PeerPage(**unlocked.stamp())
        self.copies: tuple[PageCopy, ...] = ()
        self.look()

    def look(self) -> None:
        """Read again what is kept. Where devices have chosen apart, what was chosen last holds."""
        self._apart = tuple(sorted(self._pages.all(), key=lambda one: (one.changed_at, one.id)))
        self.now = self._apart[-1] if self._apart else self.now
        newest = sorted(self._copies.all(), key=lambda one: (one.created_at, one.given_to, one.id))
        self.copies = tuple(reversed(newest))

    # ------------------------------------------------------------ what stands on it

    @property
    def content(self) -> PageContent:
        """All that could stand on the page, only me or not."""
        return self._content()

    @property
    def offered(self) -> frozenset[str]:
        """What may be chosen."""
        shown = may_be_shown(self.content)
        return frozenset(key for heading in PageHeading for key in shown.keys(heading))

    @property
    def chosen(self) -> frozenset[str]:
        """What is chosen and may be shown now."""
        return self.offered.intersection(self.now.chosen)

    def choose(self, keys: Collection[str], *, on: bool) -> PeerPage:
        """Let these things stand on the page from now on, or not. What may not be shown is not chosen."""
        offered, now = self.offered, self.chosen
        chosen = now.union(offered.intersection(keys)) if on else now.difference(keys)
        return self.change(chosen=tuple(sorted(chosen)))

    @property
    def called(self) -> str:
        """The name on a copy: what was said for the page, or else what others may know."""
        said = self.now.called
        return shown_of(self.content.about).called if said is None else said

    def change(self, **fields: Any) -> PeerPage:
        """Save the page with other fields; DomainError for impossible ones, and nothing is changed then."""
        changed = replace(self.now, **fields, changed_at=self._unlocked.now())
        with self._unlocked.vault.change():
            self._pages.put(changed)
            for other in self._apart:
                if other.id != changed.id:
                    self._pages.remove(other.id, changed.changed_at)
        self.look()
        return changed

    # ------------------------------------------------------------ a copy

    def document(self) -> PlanDocument:
        """Return the page as another person would see it: what was chosen, and of that nothing marked only me."""
        return peer_page_document(
            self.content,
            self.chosen,
            called=self.called,
            shown_on=self._unlocked.now().date(),
            example=self._preferences.now.example,
        )

    def made(self, document: PlanDocument, form: Form) -> bytes:
        """Return a copy in that form, not locked. Made in memory; may take a second."""
        return plan_copy(document, form, passphrase="", lock=locked_line)

    def file_name(self, document: PlanDocument, form: Form) -> str:
        """Return what the file of a copy is called: nothing but the month and its kind."""
        return page_file_name(form, document.shown_on)

    def record(self, document: PlanDocument, form: Form, given_to: str = "") -> PageCopy:
        """Remember that this copy was saved, and for whom; DomainError for a name that is too long."""
        stamp = self._unlocked.stamp()
        copy = PageCopy(**stamp, form=form, mark=mark_of(document), given_to=given_to.strip())
        self._keep(copy)
        return copy

    def forget(self, copy: PageCopy) -> Undo:
        """Remember a copy no more. The returned undo remembers it again."""
        self._copies.remove(copy.id, self._unlocked.now())
        self.look()

        def undo() -> None:
            self._keep(replace(copy, changed_at=self._unlocked.now()))

        return undo

    def _keep(self, copy: PageCopy) -> None:
        self._copies.put(copy)
        self.look()
