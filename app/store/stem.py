"""Every kind of thing that is remembered, and where: the list that exports, counts and merges go by."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from app.domain.about_me import AboutMe
from app.domain.check_in import CheckIn
from app.domain.coping_tool import CopingTool
from app.domain.goal import Goal
from app.domain.gone_name import GoneName
from app.domain.held_plan import HeldPlan
from app.domain.helpful_thing import HelpfulThing
from app.domain.helpline import HelplineMark
from app.domain.import_record import ImportRecord
from app.domain.keep_item import KeepItem
from app.domain.learning import Learning
from app.domain.meeting import Meeting
from app.domain.mood_label import MoodLabel
from app.domain.own_word import OwnWord
from app.domain.peer_page import PageCopy, PeerPage
from app.domain.plan_copy import PlanCopy, TrustedPeer
from app.domain.plan_version import PlanVersion
from app.domain.preferences import Preferences
from app.domain.referral import Referral
from app.domain.reflection import Reflection
from app.domain.safety_net import SafetyNetEntry
from app.domain.safety_plan import PlanItem, PlanPart, SafetyPlan
from app.domain.support import Support
from app.domain.support_past import StateChange
from app.domain.topic import Topic
from app.domain.win import Win
from app.store.draft import is_draft
from app.store.record import UnreadableRecord, from_row
from app.store.shelf import DELETED_AT


@dataclass(frozen=True, slots=True, kw_only=True)
class Stem:
    """A kind of thing. ``collection`` is a name, or ends in ``/`` where things are kept by month.

    ``kind`` is its domain type, None for drafts; ``elsewhere`` are fields of the type that its records do not have,
    ``besides`` fields of its records that the type does not have, with their types. ``counted`` says whether a person
    would count it, ``exported`` whether an export of everything has it.
    """

    name: str
    collection: str
    table: str
    kind: type[Any] | None
    elsewhere: tuple[str, ...] = ()
    besides: Mapping[str, type] = field(default_factory=dict)
    counted: bool = True
    exported: bool = True

    def holds(self, collection: str) -> bool:
        """Whether a collection is one of this stem's."""
        if self.collection.endswith("/"):
            return collection.startswith(self.collection)
        return collection == self.collection

    def can_read(self, row: int, record: Mapping[str, Any]) -> bool:
        """Whether a row of this stem's tables is a thing of its kind, a draft, or what a deletion left."""
        if self.kind is None:
            return is_draft(record)
        if DELETED_AT in record:
            return True
        with suppress(UnreadableRecord):
            from_row(self.kind, row, dict(record), elsewhere=self.elsewhere, besides=self.besides)
            return True
        return False


DIGESTS = "digests/"
"""The collections of what is derived from check-ins, by year. They are no stem: what is lost of them is counted anew."""

PLACED: Mapping[str, type] = {"in": str, "order": int}
"""Where a part or an item stands: in the thing with that id, the smallest order first."""

STEMS = (
    Stem(name="check_in", collection="check_ins/", table="check_ins", kind=CheckIn),
    Stem(name="own_word", collection="own_words", table="own_words", kind=OwnWord, counted=False),
    Stem(name="topic", collection="topics", table="topics", kind=Topic, counted=False),
    Stem(name="mood_label", collection="mood_labels", table="mood_labels", kind=MoodLabel, counted=False),
    Stem(name="import_record", collection="imports", table="imports", kind=ImportRecord, counted=False),
    Stem(name="support", collection="supports", table="supports", kind=Support),
    Stem(name="support_state", collection="supports", table="states", kind=StateChange, counted=False),
    Stem(name="gone_name", collection="supports", table="gone_names", kind=GoneName, counted=False),
    Stem(name="about_me", collection="about_me", table="about_me", kind=AboutMe, counted=False),
    Stem(name="helpful_thing", collection="helpful_things", table="helpful_things", kind=HelpfulThing),
    Stem(name="referral", collection="referrals", table="referrals", kind=Referral),
    Stem(name="coping_tool", collection="coping_tools", table="coping_tools", kind=CopingTool),
    Stem(name="learning", collection="learnings", table="learnings", kind=Learning),
    Stem(name="reflection", collection="reflections", table="reflections", kind=Reflection),
    Stem(name="win", collection="wins", table="wins", kind=Win),
    Stem(name="goal", collection="goals", table="goals", kind=Goal),
    Stem(name="meeting", collection="meetings", table="meetings", kind=Meeting),
    Stem(name="keep_item", collection="keep_items+files", table="keep_items", kind=KeepItem),
    Stem(name="peer_page", collection="peer_page", table="pages", kind=PeerPage, counted=False),
    Stem(name="page_copy", collection="peer_page", table="copies", kind=PageCopy, counted=False),
    Stem(name="safety_net", collection="safety_net", table="entries", kind=SafetyNetEntry),
    Stem(
        name="safety_plan",
        collection="safety_plan",
        table="plans",
        kind=SafetyPlan,
        elsewhere=("parts",),
        counted=False,
    ),
    Stem(
        name="safety_plan_part",
        collection="safety_plan",
        table="parts",
        kind=PlanPart,
        elsewhere=("items",),
        besides=PLACED,
        counted=False,
    ),
    Stem(name="safety_plan_item", collection="safety_plan", table="items", kind=PlanItem, besides=PLACED),
    Stem(name="plan_version", collection="plan_versions", table="versions", kind=PlanVersion, counted=False),
    Stem(name="held_plan", collection="held_plans", table="held_plans", kind=HeldPlan, exported=False),
    Stem(name="helpline_mark", collection="helplines", table="marks", kind=HelplineMark, counted=False),
    Stem(name="trusted_peer", collection="plan_copies", table="peers", kind=TrustedPeer, counted=False),
    Stem(name="plan_copy", collection="plan_copies", table="copies", kind=PlanCopy, counted=False),
    Stem(
        name="preferences",
        collection="preferences",
        table="preferences",
        kind=Preferences,
        counted=False,
    ),
    Stem(name="draft", collection="drafts", table="drafts", kind=None),
)

AT_THE_DOOR = frozenset(stem.collection for stem in STEMS if not stem.collection.endswith("/"))
"""The collections that are known not to be newer before a vault counts as open, though most are read when they are wanted.

Of months there are as many as a life has: each is asked when it is read.
"""

COPIES = "copies"
"""The collection of what is of this device alone: it is no stem, and is neither exported nor merged."""
