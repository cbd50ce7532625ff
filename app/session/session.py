"""One unlocked vault and everything that can be done with it."""

from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from app.domain.coping_tool import CopingTool
from app.domain.ids import Id
from app.domain.map_fold import Fold, folded
from app.domain.peer_page import PageContent, page_content
from app.domain.support import Support
from app.exports.map_document import MapDocument, map_document
from app.recovery_words import key_of
from app.session.about_me import AboutMeVerbs
from app.session.backups import BackupVerbs, WriteBackup
from app.session.check_in import CheckInVerbs
from app.session.contacts import ContactVerbs
from app.session.coping_tool import CopingToolVerbs
from app.session.draft import DraftVerbs
from app.session.everything import EverythingVerbs
from app.session.gone_name import GoneNameVerbs
from app.session.held_plan import HeldPlanVerbs
from app.session.helpful_thing import helpful_thing_verbs
from app.session.helpline import HelplineVerbs
from app.session.history import HistoryVerbs
from app.session.hope import HopeVerbs
from app.session.housekeeping import Housekeeping
from app.session.imports import ImportVerbs
from app.session.keep_item import KeepItemVerbs
from app.session.keys import KeyVerbs
from app.session.meeting import MeetingVerbs
from app.session.merging import MergeVerbs
from app.session.one_change import one_change
from app.session.own_word import mood_label_verbs, own_word_verbs, topic_verbs
from app.session.patterns import PatternVerbs
from app.session.peer_page import PeerPageVerbs
from app.session.plan_copy import PlanCopyVerbs
from app.session.plan_version import PlanVersionVerbs
from app.session.practice import WinVerbs, goal_verbs, learning_verbs, reflection_verbs
from app.session.preferences import PreferenceVerbs
from app.session.referral import ReferralVerbs
from app.session.report import ReportVerbs
from app.session.safety_plan import SafetyPlanVerbs
from app.session.salvage import SalvageVerbs, made_usable
from app.session.support import SafetyNetVerbs, SupportVerbs
from app.session.tables import TableVerbs
from app.session.turn import Turn
from app.session.turns import TurnVerbs
from app.session.unlocked import Chance, Clock, Undo, Unlocked
from app.session.vocabulary import Vocabulary
from app.store.left_out import Unread
from app.vault import Disk, Notice, Vault, VaultError
from app.vault.pace import Progress, Stop
from app.words.name_order import by_name


def create(
    folder: Path, passphrase: str, *, clock: Clock, chance: Chance, disk: Disk | None = None
) -> "Session":
    """Make a vault and open it. Takes about a second of one core. VaultError says why it could not be made.

    Only tests give a ``disk``.
    """
    return Session(Vault.create(folder, passphrase, disk=disk), clock=clock, chance=chance)


def unlock(
    folder: Path, passphrase: str, *, clock: Clock, chance: Chance, disk: Disk | None = None
) -> "Session":
    """Open a vault. Takes about half a second of one core. VaultError says why it could not be opened."""
    return Session(Vault.unlock(folder, passphrase, disk=disk), clock=clock, chance=chance)


def unlock_with_device_key(
    folder: Path, key: bytes, *, clock: Clock, chance: Chance, disk: Disk | None = None
) -> "Session":
    """Open a vault with the key that this device keeps, at once. VaultError says why it could not be opened."""
    return Session(Vault.unlock_with_device_key(folder, key, disk=disk), clock=clock, chance=chance)


def recover(folder: Path, typed: str, *, clock: Clock, chance: Chance, disk: Disk | None = None) -> "Session":
    """Open a vault with the words of its recovery key, however they are typed.

    RecoveryWordsError says which words cannot be right; VaultError why the vault could not be opened.
    """
    key = key_of(typed)
    vault = Vault.unlock_with_recovery_key(folder, key, disk=disk)
    return Session(vault, clock=clock, chance=chance, recovered_with=key)


class _Stem(Protocol):
    """What is remembered of one kind."""

    def look(self) -> None:
        """Read again what is kept."""


class _Naming(_Stem, Protocol):
    """A stem whose things name supports."""

    def free_from(self, support: Support) -> Undo:
        """Let nothing name a support that goes away."""


class Session:
    """The hallway: what is remembered, by stem, and the verbs that touch several stems at once.

    Every verb that changes something raises VaultError where it could not be saved; then nothing has changed, neither
    on disk nor here.
    """

    def __init__(
        self, vault: Vault, *, clock: Clock, chance: Chance, recovered_with: bytes | None = None
    ) -> None:
        self._unlocked = Unlocked(vault, clock, chance)
        self._put_aside: tuple[Notice, ...] = ()
        self._unread_put_aside: tuple[Unread, ...] = ()
        self.keys = KeyVerbs(self._unlocked, recovered_with)
        self.salvage = SalvageVerbs(self._unlocked, self.look)
        self.merging = MergeVerbs(self._unlocked, self.look)
        self.everything = EverythingVerbs(self._unlocked)
        try:
            made_usable(vault)
            self.imports = ImportVerbs(self._unlocked, self.look)  # first: it takes back what was cut off
            self.check_ins = CheckInVerbs(self._unlocked)
            self.supports = SupportVerbs(self._unlocked)
            self.hopes = HopeVerbs(self._unlocked, self.supports)
            self._practise()
            self.safety_net = SafetyNetVerbs(self._unlocked)
            self.safety_plan = SafetyPlanVerbs(self._unlocked)
            self.plan_versions = PlanVersionVerbs(self._unlocked, self.safety_plan)
            self.held_plans = HeldPlanVerbs(self._unlocked)
            linked = (self._unlocked, self.supports, self.remove_support, self._look_at_linked)
            self.referrals = ReferralVerbs(*linked)
            self.contacts = ContactVerbs(*linked)
            self.helplines = HelplineVerbs(*linked)
            self.drafts = DraftVerbs(self._unlocked)
            self.turns = TurnVerbs(self.drafts, self.now)
            self.preferences = PreferenceVerbs(self._unlocked)
            self.plan_copies = PlanCopyVerbs(
                self._unlocked,
                self.safety_plan,
                self.supports,
                tools=self.coping_tools,
                preferences=self.preferences,
                about_me=self.about_me,
            )
            self.backups = BackupVerbs(self._unlocked)
            self.own_words = own_word_verbs(self._unlocked)
            self.topics = topic_verbs(self._unlocked)
            self.peer_page = PeerPageVerbs(self._unlocked, self._page_content, self.preferences)
            self.mood_labels = mood_label_verbs(self._unlocked)
            for needed in (self.coping_tools, self.own_words, self.topics, self.mood_labels):
                needed.read()  # for the first screen: trouble with these is told at the door
            self.vocabulary = Vocabulary(
                self.own_words,
                self.topics,
                self.mood_labels,
                self.preferences,
                supports=self.supports,
                coping_tools=self.coping_tools,
                gone_names=self.gone_names,
            )
            self.history = HistoryVerbs(self._unlocked, self.vocabulary)
            self.patterns = PatternVerbs(self._unlocked, self.history, self.vocabulary, self.preferences)
            self.reports = ReportVerbs(
                self._unlocked, self.history, self.vocabulary, self.patterns, self.preferences
            )
            self.tables = TableVerbs(self._unlocked, self.vocabulary, self.mood_labels)
        except BaseException:
            vault.close()
            raise

    def _practise(self) -> None:
        """What peer support is practised with."""
        self.coping_tools = CopingToolVerbs(self._unlocked)
        self.learnings = learning_verbs(self._unlocked)
        self.reflections = reflection_verbs(self._unlocked)
        self.wins = WinVerbs(self._unlocked)
        self.goals = goal_verbs(self._unlocked)
        self.meetings = MeetingVerbs(self._unlocked)
        self.about_me = AboutMeVerbs(self._unlocked)
        self.helpful_things = helpful_thing_verbs(self._unlocked)
        self.keep_items = KeepItemVerbs(self._unlocked)
        self.gone_names = GoneNameVerbs(self._unlocked)
        self.housekeeping = Housekeeping(self._unlocked, self.keep_items.clear, self.gone_names.tidy)

    def look(self) -> None:
        """Read again all that is remembered: something else than a verb of its stem has changed it."""
        stems: tuple[_Stem, ...] = (
            self.check_ins,
            self.supports,
            self.gone_names,
            *self._peopled,
            self.about_me,
            self.helpful_things,
            self.referrals,
            self.keep_items,
            self.peer_page,
            self.safety_net,
            self.safety_plan,
            self.plan_versions,
            self.held_plans,
            self.helplines,
            self.plan_copies,
            self.own_words,
            self.topics,
            self.mood_labels,
            self.preferences,
            self.imports,
        )
        for stem in stems:
            stem.look()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What was noticed about the vault's files while opening them, but for what was put aside."""
        return tuple(one for one in self._unlocked.vault.notices if one not in self._put_aside)

    def put_notices_aside(self) -> None:
        """Tell no more, until the next unlocking, of what was noticed so far."""
        self._put_aside = self._unlocked.vault.notices

    @property
    def left_out(self) -> tuple[Unread, ...]:
        """Records that were opened so far and could not be read, but for those that were put aside."""
        return tuple(one for one in self._unlocked.left_out.all if one not in self._unread_put_aside)

    def put_left_out_aside(self) -> None:
        """Tell no more, until the next unlocking, of what could not be read so far."""
        self._unread_put_aside = self._unlocked.left_out.all

    @property
    def turn(self) -> Turn:
        """Whose turn it is to work on the vault for long, in a thread of its own."""
        return self._unlocked.turn

    def now(self) -> datetime:
        """Return the present moment with its offset, in whole seconds."""
        return self._unlocked.now()

    def shapes(self, supports: Iterable[Support]) -> tuple[Support | Fold, ...]:
        """What the map draws for these supports: where there are many, some as one. Nobody of the safety net is folded."""
        return folded(supports, self.safety_net.numbers)

    def remove_support(self, support: Support) -> Undo:
        """Delete a support, its past, its place in the safety net and the links to it, as one change.

        Who has a copy of the plan, or is in a check-in, stays known by the name of the support. The returned undo puts all
        the rest back, as one change. What was changed since in lines, tools and all else that named it stays.
        """
        gone = self.supports.current(support)
        places = [entry for entry in self.safety_net.entries if entry.support == gone.id]
        past = self.supports.past.of(gone.id)
        with one_change(self._unlocked, self._look_at_linked):
            for entry in places:
                self.safety_net.forget(entry)
            for change in past:
                self.supports.past.forget(change)
            naming: list[_Naming] = [
                *(self.safety_plan, self.plan_versions),
                *(*self._peopled, self.referrals, self.keep_items),
            ]
            again = [stem.free_from(gone) for stem in naming]
            again.append(self.gone_names.keep_of(gone))
            self.plan_copies.free_from(gone)
            self.supports.forget(gone)

        def undo() -> None:
            now = self.now()
            with one_change(self._unlocked, self._look_at_linked):
                self.supports.keep(replace(gone, changed_at=now))
                for change in past:
                    self.supports.past.keep(replace(change, changed_at=now))
                for entry in places:
                    self.safety_net.keep(replace(entry, changed_at=now))
                for once_more in again:
                    once_more()

        return undo

    def remove_tool(self, tool: CopingTool) -> Undo:
        """Delete a coping tool and the links to it in the plan and its versions, as one change; its name stays there.

        The returned undo puts it all back, as one change. What was changed in lines since stays.
        """
        gone = self.coping_tools.one(tool.id) or tool
        with one_change(self._unlocked, self._look_at_linked):
            again = [stem.free_from(gone) for stem in (self.safety_plan, self.plan_versions)]
            again += [self.gone_names.keep_of(gone), self.coping_tools.remove(gone)]

        def undo() -> None:
            with one_change(self._unlocked, self._look_at_linked):
                for once_more in again:
                    once_more()

        return undo

    @property
    def _peopled(self) -> tuple[_Naming, ...]:
        """The stems whose things name people."""
        return (self.coping_tools, self.learnings, self.reflections, self.wins, self.goals, self.meetings)

    def _look_at_linked(self) -> None:
        """Read again supports and what is linked to them."""
        stems: tuple[_Stem, ...] = (
            self.safety_net,
            self.safety_plan,
            self.plan_versions,
            self.plan_copies,
            *self._peopled,
            self.referrals,
            self.keep_items,
            self.supports,
            self.gone_names,
            self.helplines,
        )
        for stem in stems:
            stem.look()

    def _page_content(self) -> PageContent:
        """All that could stand on the peer support page. Supports and hopes stand by name."""
        return page_content(
            topics=self.topics.all,
            supports=sorted(self.supports.all, key=lambda one: (by_name(one.name), one.id)),
            helpful=self.helpful_things.all,
            tools=self.coping_tools.all,
            learnings=self.learnings.all,
            about=self.about_me.now,
        )

    def map_copy(self, chosen: Collection[Id], *, named: bool, made_by: str = "") -> MapDocument:
        """Return the map as another person would see it: who was chosen, and of those nobody marked only me."""
        return map_document(
            self.supports.all,
            chosen,
            named=named,
            made_by=made_by,
            shown_on=self.now().date(),
            example=self.preferences.now.example,
        )

    def map_png(self, document: MapDocument) -> bytes:
        """Return the copy as a picture. Made in memory; may take some seconds."""
        from app.exports.map_png import map_png  # noqa: PLC0415  # an unlock can spare it

        return map_png(document)

    def map_pdf(self, document: MapDocument) -> bytes:
        """Return the copy as a PDF. Made in memory; may take a second."""
        from app.exports.map_pdf import map_pdf  # noqa: PLC0415  # an unlock can spare it

        return map_pdf(document)

    def sealed_anew(
        self, old: str, new: str, *, progress: Progress | None = None, stop: Stop | None = None
    ) -> "Session":
        """Seal everything again under new keys, for who says "my passphrase was seen". Returns the session that goes on.

        Blocks as long as the vault is large. What was being typed is sealed before. This session is of no use
        afterwards, and no recovery key and no device opens the vault any more. Errors as of Vault.rotate: then this
        session goes on as it was, or after ReadOnly can only be locked.
        """
        unlocked = self._unlocked
        with unlocked.turn.taken():
            self.drafts.seal()
            unlocked.vault.rotate(old, new, progress=progress, stop=stop)
            return Session(unlocked.vault, clock=unlocked.clock, chance=unlocked.chance)

    def lock(self) -> WriteBackup | None:
        """Seal what is being typed, close the vault and forget its keys. The session is of no use afterwards.

        Returns what writes an automatic backup, if one is due: to be called in a thread of its own, and waited for by
        nobody.
        """
        with self._unlocked.turn.last():
            try:
                self.drafts.seal()
                with suppress(VaultError):  # what is left over is found again at the next unlock
                    self.keep_items.clear(leaving=True)
                return self.backups.leave()
            finally:
                self._unlocked.vault.close()
