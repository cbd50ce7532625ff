"""A session for tests: a cheap vault, a clock that tests turn, ids that can be had again, and what is remembered."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from app import session as sessions
from app.session import Session
from app.store.check_in import CheckIns
from app.vault import Disk, Vault
from tests.vault.disks import CheapDisk, seeded

PASSPHRASE = "passphrase"
MORNING = datetime(2026, 11, 21, 6, 34, tzinfo=UTC)


class Clock:
    """Stands still until it is turned."""

    def __init__(self) -> None:
        self.moment = MORNING

    def __call__(self) -> datetime:
        return self.moment

    def turn(self, **by: float) -> None:
        """Let time pass: ``turn(minutes=5)``."""
        self.moment += timedelta(**by)


class House:
    """A session that can be left and entered again."""

    def __init__(
        self, folder: Path, disk: Disk | None = None, *, seed: int = 1, passphrase: str = PASSPHRASE
    ) -> None:
        self.folder, self.disk, self._passphrase = folder, disk or CheapDisk(), passphrase
        self.clock, self._chance = Clock(), seeded(seed)
        there = Vault.exists(folder, disk=self.disk)
        self.session = self._enter(sessions.unlock if there else sessions.create)

    def come_back(self) -> Session:
        """Lock, and unlock again."""
        self.session.lock()
        return self.reopen()

    def reopen(self) -> Session:
        """Unlock after a lock."""
        self.session = self._enter(sessions.unlock)
        return self.session

    def _enter(self, how: Callable[..., Session]) -> Session:
        return how(
            self.folder, self._passphrase, clock=self.clock, chance=self._chance.randbytes, disk=self.disk
        )


def remembered(session: Session) -> dict[str, Any]:
    """Everything that a session holds in memory, but for a plan of which no word is saved: that one is made anew."""
    return {
        "check_ins": session.check_ins.recent,
        "own_words": session.own_words.all,
        "topics": session.topics.all,
        "mood_labels": session.mood_labels.all,
        "imports": session.imports.all,
        "supports": session.supports.all,
        "gone_names": session.gone_names.all,
        "past": sorted(session.supports.past.all, key=lambda one: one.id),
        "about_me": session.about_me._apart,
        "helpful_things": session.helpful_things.all,
        "referrals": session.referrals.all,
        "peer_pages": session.peer_page._apart,
        "page_copies": session.peer_page.copies,
        "coping_tools": session.coping_tools.all,
        "learnings": session.learnings.all,
        "reflections": session.reflections.all,
        "wins": session.wins.all,
        "goals": session.goals.all,
        "meetings": session.meetings.all,
        "keep_items": session.keep_items.all,
        "safety_net": session.safety_net.entries,
        "helplines": session.helplines.all,
        "safety_plan": session.safety_plan.plan if sealed_plan(session) else None,
        "plan_versions": session.plan_versions.all,
        "held_plans": session.held_plans.all,
        "trusted_peers": session.plan_copies.peers,
        "plan_copies": session.plan_copies.all,
        "drafts": dict(session.drafts._now),
        "lock_after": session.preferences.now.lock_after_minutes,
    }


def sealed(session: Session) -> dict[str, Any]:
    """The same as it stands in the vault now."""
    unlocked = session._unlocked
    again = Session(unlocked.vault, clock=unlocked.clock, chance=seeded(0).randbytes)
    return remembered(again)


def sealed_plan(session: Session) -> bool:
    """Whether a word of the plan was ever saved."""
    return len(session._unlocked.vault.collection("safety_plan").table("plans")) > 0


def every_check_in(session: Session) -> tuple[Any, ...]:
    """All check-ins, newest first."""
    return tuple(CheckIns(session._unlocked.vault).latest())
