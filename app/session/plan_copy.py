"""What a person can do with copies of the plan: say who is shown what, make a copy, and remember who has which."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from app.domain.agreement import NOTHING_AGREED, Agreement, may_be_told
from app.domain.coping_tool import MayPassOn
from app.domain.ids import Id
from app.domain.plan_copy import Form, PlanCopy, TrustedPeer, copies_for
from app.domain.safety_plan import may_be_chosen
from app.domain.support import Support
from app.exports.document import PlanDocument, left_out, lines_of, mark_of, plan_document, tools_asked_about
from app.exports.form import file_name, plan_copy
from app.session.about_me import AboutMeVerbs
from app.session.coping_tool import CopingToolVerbs
from app.session.preferences import PreferenceVerbs
from app.session.safety_plan import SafetyPlanVerbs
from app.session.support import SupportVerbs
from app.session.unlocked import Undo, Unlocked
from app.store.plan_copy import plan_copies, trusted_peers
from app.vault import locked_line
from app.words.name_order import by_name


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Since:
    """Lines that a copy would say now and did not, and lines that it said and would not say now."""

    new: tuple[str, ...]
    gone: tuple[str, ...]


class PlanCopyVerbs:
    """Those who are shown the plan, by name, and the copies that were made for them, newest first."""

    def __init__(
        self,
        unlocked: Unlocked,
        plan: SafetyPlanVerbs,
        supports: SupportVerbs,
        *,
        tools: CopingToolVerbs,
        preferences: PreferenceVerbs,
        about_me: AboutMeVerbs,
    ) -> None:
        self._unlocked, self._plan, self._supports, self._tools = unlocked, plan, supports, tools
        self._preferences, self._about_me = preferences, about_me
        self._peers = trusted_peers(unlocked.vault, unlocked.left_out)
        self._copies = plan_copies(unlocked.vault, unlocked.left_out)
        self._known: tuple[TrustedPeer, ...] = ()
        self.all: tuple[PlanCopy, ...] = ()
        self.look()

    def look(self) -> None:
        """Read again what is kept."""
        self._known = self._peers.all()
        self.all = tuple(sorted(self._copies.all(), key=lambda one: (one.created_at, one.id), reverse=True))

    # ------------------------------------------------------------ who is shown what

    @property
    def peers(self) -> tuple[TrustedPeer, ...]:
        """Everyone whom the plan is shown to, by name."""
        return tuple(sorted(self._known, key=lambda one: (by_name(self.name_of(one)), one.id)))

    def peer(self, peer: Id) -> TrustedPeer | None:
        """Return the peer with that id, or None."""
        return next((known for known in self._known if known.id == peer), None)

    def name_of(self, peer: TrustedPeer) -> str:
        """Return what the peer is called now: as a support, if they are one still."""
        support = self._supports.one(peer.id)
        return peer.name if support is None else support.name

    def add(self, name: str) -> TrustedPeer:
        """Save someone who is no support; DomainError for a blank name. Nothing is chosen for them.

        They call the person what others may call them, until something else is said.
        """
        return self._keep(TrustedPeer(**self._unlocked.stamp(), name=name, called=self._called))

    def add_support(self, support: Support) -> TrustedPeer:
        """Save a support as someone whom the plan is shown to, with nothing chosen; who is one already stays as they are."""
        stamp = self._unlocked.stamp()
        stamp["id"] = support.id
        return self.peer(support.id) or self._keep(
            TrustedPeer(**stamp, name=support.name, called=self._called)
        )

    @property
    def _called(self) -> str:
        return self._about_me.shown.called

    def change(self, peer: TrustedPeer, **fields: Any) -> TrustedPeer:
        """Save the peer with other fields; DomainError for impossible ones, and nothing is changed then."""
        return self._keep(replace(self._current(peer), **fields, changed_at=self._unlocked.now()))

    def offered(self, peer: TrustedPeer) -> frozenset[Id]:
        """Return what may be chosen for the peer; their own id stands for what was agreed with them."""
        support = self._supports.one(peer.id)
        agreed = support is not None and may_be_told(support.agreement)
        return may_be_chosen(self._plan.plan).union([peer.id] if agreed else ())

    def chosen(self, peer: TrustedPeer) -> frozenset[Id]:
        """Return what is chosen for the peer and may be shown now."""
        return self.offered(peer).intersection(self._current(peer).chosen)

    def on_card(self, peer: TrustedPeer) -> frozenset[Id]:
        """Return what of that stands on their card."""
        return self.chosen(peer).intersection(self._current(peer).on_card)

    def choose(self, peer: TrustedPeer, items: Collection[Id], *, on: bool) -> TrustedPeer:
        """Let the peer see these items from now on, or not."""
        now = self.chosen(peer)
        return self.change(peer, chosen=tuple(sorted(now.union(items) if on else now.difference(items))))

    def put_on_card(self, peer: TrustedPeer, items: Collection[Id], *, on: bool) -> TrustedPeer:
        """Let these items stand on the peer's card from now on, or not."""
        now = self.on_card(peer)
        return self.change(peer, on_card=tuple(sorted(now.union(items) if on else now.difference(items))))

    def forget(self, peer: TrustedPeer) -> Undo:
        """Delete a peer, what was chosen for them, and the record of their copies. The returned undo puts it all back."""
        gone, copies, now = self._current(peer), self.of(peer), self._unlocked.now()
        with self._unlocked.vault.change():
            self._peers.remove(gone.id, now)
            for copy in copies:
                self._copies.remove(copy.id, now)
        self.look()

        def undo() -> None:
            again = self._unlocked.now()
            with self._unlocked.vault.change():
                self._peers.put(replace(gone, changed_at=again))
                for copy in copies:
                    self._copies.put(replace(copy, changed_at=again))
            self.look()

        return undo

    def free_from(self, support: Support) -> None:
        """Let a peer who was a support go on under the name they had, once that support goes away."""
        peer = self.peer(support.id)
        if peer is not None:
            self.change(peer, name=support.name)

    # ------------------------------------------------------------ a copy

    def document(self, peer: TrustedPeer, form: Form = Form.PDF) -> PlanDocument:
        """Return the plan as the peer would see it: what was chosen for them, and of that nothing marked only me.

        As a card it holds what is to stand on that.
        """
        chosen = self._chosen_for(peer, form)
        return plan_document(
            self._plan.plan,
            chosen,
            self._supports.by_id,
            self._tools.by_id,
            agreed=self._agreed(peer) if peer.id in chosen else NOTHING_AGREED,
            called=self._current(peer).called,
            shown_on=self._unlocked.now().date(),
            example=self._preferences.now.example,
            copy_of=copies_for(self._plan.plan.id, peer.id),
        )

    def _chosen_for(self, peer: TrustedPeer, form: Form) -> frozenset[Id]:
        return self.on_card(peer) if form is Form.CARD else self.chosen(peer)

    def _agreed(self, peer: TrustedPeer) -> Agreement:
        support = self._supports.one(peer.id)
        return NOTHING_AGREED if support is None else support.agreement

    def tools_asked_about(self, peer: TrustedPeer, answer: MayPassOn) -> tuple[str, ...]:
        """Return the names of the coping tools in what the peer would see of which this was said."""
        return tools_asked_about(self._plan.plan, self.chosen(peer), self._tools.by_id, answer)

    def made(self, document: PlanDocument, form: Form, passphrase: str = "") -> bytes:
        """Return a copy in that form, locked with the passphrase where the form is a locked one. May take seconds.

        It is made in memory. UnusablePassphrase where a PDF cannot be locked with it; TooLong for a card or codes that
        would not hold all of it.
        """
        return plan_copy(document, form, passphrase=passphrase, lock=locked_line)

    def file_name(self, document: PlanDocument, form: Form) -> str:
        """Return what the file of a copy is called: nothing but the month and its kind."""
        return file_name(form, document.shown_on)

    def record(self, peer: TrustedPeer, document: PlanDocument, form: Form) -> PlanCopy:
        """Remember that this copy was made for the peer. That it was given is for the person to say."""
        plan = self._plan.plan
        copy = PlanCopy(
            **self._unlocked.stamp(),
            peer=peer.id,
            form=form,
            version=plan.version,
            mark=mark_of(document),
            says=lines_of(document),
            left_out=sum(one.count for one in left_out(plan, self._chosen_for(peer, form))),
        )
        self._keep_copy(copy)
        return copy

    def say_given(self, copy: PlanCopy, *, given: bool) -> PlanCopy:
        """Remember that the peer has this copy since today, or that they do not have it."""
        now = self._unlocked.now()
        changed = replace(copy, given_on=now.date() if given else None, changed_at=now)
        self._keep_copy(changed)
        return changed

    def of(self, peer: TrustedPeer) -> tuple[PlanCopy, ...]:
        """Return the copies that were made for the peer, newest first."""
        return tuple(copy for copy in self.all if copy.peer == peer.id)

    def is_older(self, copy: PlanCopy, peer: TrustedPeer) -> bool:
        """Whether a copy that is made for the peer now would say something else."""
        return copy.mark != mark_of(self.document(peer, copy.form))

    def since(self, copy: PlanCopy, peer: TrustedPeer) -> Since:
        """What a copy that is made for the peer now would say anew, and what it would not say any more."""
        now = lines_of(self.document(peer, copy.form))
        return Since(
            new=tuple(line for line in now if line not in copy.says),
            gone=tuple(line for line in copy.says if line not in now),
        )

    def _current(self, peer: TrustedPeer) -> TrustedPeer:
        return self.peer(peer.id) or peer

    def _keep(self, peer: TrustedPeer) -> TrustedPeer:
        self._peers.put(peer)
        self.look()
        return peer

    def _keep_copy(self, copy: PlanCopy) -> None:
        self._copies.put(copy)
        self.look()
