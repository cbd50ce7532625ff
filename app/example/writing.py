"""Writing an example into a new vault, a month at a time."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from itertools import groupby

from app.domain.check_in import CheckIn
from app.example.day import check_ins
from app.example.person import Person, person
from app.store.check_in import CheckIns
from app.store.coping_tool import coping_tools
from app.store.draft import Drafts
from app.store.helpline import helpline_marks
from app.store.keep_item import keep_items
from app.store.own_word import mood_labels, own_words, topics
from app.store.plan_version import plan_versions
from app.store.preferences import preferences
from app.store.safety_plan import SafetyPlans
from app.store.support import safety_net, state_changes, supports
from app.vault import Vault

MOST_YEARS = 60
MOST_A_DAY = 50
_DAYS_A_YEAR = 365

Progress = Callable[[int, int], None]
"""Told how many months are done, and of how many."""


def write(
    vault: Vault, until: datetime, *, years: int, per_day: int, progress: Progress | None = None
) -> int:
    """Fill an empty vault with so many years up to a moment, marked as an example. Returns how many check-ins.

    The same arguments give the same content. Each month is one change, and of check-ins no more than one month is in
    memory. VaultError as of any write.
    """
    first = until.date() - timedelta(days=years * _DAYS_A_YEAR - 1)
    someone = person(datetime.combine(first, datetime.min.time(), until.tzinfo))
    _write_person(vault, someone)
    days = (first + timedelta(days=number) for number in range(years * _DAYS_A_YEAR))
    months = [list(month) for _, month in groupby(days, key=lambda day: (day.year, day.month))]
    written = 0
    for done, month in enumerate(months, start=1):
        written += _write_month(vault, _of(month, until, someone, per_day))
        if progress is not None:
            progress(done, len(months))
    return written


def _of(month: list[date], until: datetime, someone: Person, per_day: int) -> Iterator[CheckIn]:
    zone = until.tzinfo
    if zone is None:
        raise ValueError("a moment needs its offset")
    return (one for day in month for one in check_ins(day, zone, someone, per_day) if one.when <= until)


def _write_month(vault: Vault, month: Iterator[CheckIn]) -> int:
    kept, written = CheckIns(vault), 0
    with vault.visit(), vault.change():
        for check_in in month:
            kept.put(check_in)
            written += 1
    return written


def _write_person(vault: Vault, someone: Person) -> None:
    with vault.change():
        preferences(vault).put(someone.preferences)
        for support in someone.supports:
            supports(vault).put(support)
        for change in someone.past:
            state_changes(vault).put(change)
        for tool in someone.tools:
            coping_tools(vault).put(tool)
        for thing in someone.keep_items:
            keep_items(vault).put(thing)
        for entry in someone.net:
            safety_net(vault).put(entry)
        for word in someone.own_words:
            own_words(vault).put(word)
        for topic in someone.topics:
            topics(vault).put(topic)
        for label in someone.labels:
            mood_labels(vault).put(label)
        for mark in someone.helplines:
            helpline_marks(vault).put(mark)
        SafetyPlans(vault).save(someone.plan, was=None, at=someone.plan.created_at)
        plan_versions(vault).put(someone.plan_version)
        Drafts(vault).save(someone.drafts, was={})
