"""What was found, in words: problems that end a verb, damage by its place, and how much is in a backup."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import chain

from app.store.backup import Contents
from app.store.merge import Counts
from app.vault import (
    Check,
    CutShort,
    DiskFull,
    NoBackup,
    NotWritten,
    NoVault,
    ReadOnly,
    Stopped,
    TooLittleMemory,
    VaultDamaged,
    VaultError,
    VaultExists,
    VaultInUse,
    VaultUnsupported,
    WrongKey,
    WrongPassphrase,
)
from app.words import command_line as words
from app.words import moment

_MONTHLY = "check_ins/"
_PROBLEMS: dict[type[VaultError], str] = {
    WrongPassphrase: "wrong_passphrase",
    WrongKey: "wrong_key",
    VaultDamaged: "damaged",
    CutShort: "cut_short",
    VaultUnsupported: "unsupported",
    VaultInUse: "in_use",
    TooLittleMemory: "too_little_memory",
    NoVault: "no_vault",
    NoBackup: "no_backup",
    VaultExists: "exists",
    DiskFull: "disk_full",
    NotWritten: "not_written",
    ReadOnly: "other",
    Stopped: "stopped",
    VaultError: "other",
}


def problem(error: VaultError) -> str:
    """The sentence for what ended a verb."""
    kind = next(kind for kind in type(error).__mro__ if kind in _PROBLEMS)
    return words.problems[_PROBLEMS[kind]]


def damage(check: Check) -> Iterator[str]:
    """A sentence for each thing that a check noticed; none if there is nothing to say."""
    for notice in check.notices:
        yield words.findings[notice.kind.value].format(place=place(notice.collection))
    if check.unknown:
        yield words.unknown_files(check.unknown)
    if not check.sound:
        yield words.some_is_lost


def place(collection: str) -> str:
    """What a person calls a collection."""
    if collection in words.places.keys():  # noqa: SIM118  # it is no dictionary
        return words.places[collection]
    try:
        month = datetime.fromisoformat(collection.removeprefix(_MONTHLY) + "-01")
    except ValueError:
        return words.other_place
    return words.month_of_check_ins.format(month=moment.month(month))


def amount(contents: Contents) -> Iterator[str]:
    """How much is in a backup, and how new it is."""
    said = {
        "check_in": words.holds_check_ins,
        "support": words.holds_supports,
        "coping_tool": words.holds_coping_tools,
        "learning": words.holds_learnings,
        "reflection": words.holds_reflections,
        "win": words.holds_wins,
        "goal": words.holds_goals,
        "meeting": words.holds_meetings,
        "helpful_thing": words.holds_helpful_things,
        "referral": words.holds_referrals,
        "keep_item": words.holds_keep_items,
        "safety_net": words.holds_safety_net,
        "safety_plan_item": words.holds_plan_lines,
        "held_plan": words.holds_held_plans,
        "draft": words.holds_drafts,
    }
    counted = [
        how_many(contents.counts[stem]) for stem, how_many in said.items() if contents.counts.get(stem)
    ]
    times = ((words.made_at, contents.made_at), (words.newest, contents.newest))
    dated = [
        sentence.format(when=f"{moment.day(when)}, {moment.time_of_day(when)}")
        for sentence, when in times
        if when is not None
    ]
    yield from chain(counted or [words.holds_nothing], dated)


def merged(counts: Mapping[str, Counts], *, only_preview: bool) -> Iterator[str]:
    """What a merge brought in, by kind, or would bring in."""
    yield words.would_come_in if only_preview else words.came_in
    if not any(of_kind.changes for of_kind in counts.values()):
        yield words.nothing_newer
    for stem, of_kind in counts.items():
        said = (
            (of_kind.new, words.merged_new),
            (of_kind.newer, words.merged_newer),
            (of_kind.deleted, words.merged_deleted),
            (of_kind.older, words.merged_older),
        )
        parts = ", ".join(how_many(number) for number, how_many in said if number)
        if parts:
            known = stem in words.kinds.keys()  # noqa: SIM118  # it is no dictionary
            yield f"{words.kinds[stem] if known else words.other_kind}: {parts}"
