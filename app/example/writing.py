"""Writing an example into a new vault, a month at a time."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import TypeVar

from app.domain.check_in import CheckIn
from app.domain.kept import Kept
from app.domain.meeting import Meeting
from app.example.day import check_ins
from app.example.meeting import meetings
from app.example.person import Person, person
from app.store.about_me import about_me
from app.store.check_in import CheckIns
from app.store.coping_tool import coping_tools
from app.store.draft import Drafts
from app.store.helpful_thing import helpful_things
from app.store.helpline import helpline_marks
from app.store.keep_item import keep_items
from app.store.meeting import meetings as kept_meetings
from app.store.own_word import mood_labels, own_words, topics
from app.store.plan_version import plan_versions
from app.store.practice import goals, learnings, reflections, wins
from app.store.preferences import preferences
from app.store.referral import referrals
from app.store.safety_plan import SafetyPlans
from app.store.shelf import Shelf
from app.store.support import safety_net, state_changes, supports
from app.vault import Vault

K = TypeVar("K", bound=Kept)

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
    _write_meetings(vault, meetings(first, until, someone))
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


def _write_meetings(vault: Vault, some: Iterator[Meeting]) -> None:
    with vault.change():
        _put(kept_meetings(vault), some)


def _write_person(vault: Vault, someone: Person) -> None:
    with vault.change():
        preferences(vault).put(someone.preferences)
        about_me(vault).put(someone.about_me)
        _put(supports(vault), someone.supports)
        _put(state_changes(vault), someone.past)
        _put(coping_tools(vault), someone.tools)
        _put(learnings(vault), someone.practised.learnings)
        _put(reflections(vault), someone.practised.reflections)
        _put(wins(vault), someone.practised.wins)
        _put(goals(vault), someone.practised.goals)
        _put(keep_items(vault), someone.keep_items)
        _put(helpful_things(vault), someone.helpful)
        _put(referrals(vault), someone.referrals)
        _put(safety_net(vault), someone.net)
        _put(own_words(vault), someone.own_words)
        _put(topics(vault), someone.topics)
        _put(mood_labels(vault), someone.labels)
        _put(helpline_marks(vault), someone.helplines)
        SafetyPlans(vault).save(someone.plan, was=None, at=someone.plan.created_at)
        plan_versions(vault).put(someone.plan_version)
        Drafts(vault).save(someone.drafts, was={})


def _put(shelf: Shelf[K], things: Iterable[K]) -> None:
    for thing in things:
        shelf.put(thing)
