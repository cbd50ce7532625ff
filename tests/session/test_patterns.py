"""Pictures agree with a slow look at all check-ins, over any time; and without them nothing is counted."""

from collections import Counter
from datetime import date, timedelta

import pytest

from app import words
from app.domain.check_in import CheckIn, FeltConnected
from app.domain.digest import AROUND, digest_of, together
from app.domain.patterns import FEWEST
from app.session import Session
from app.session.patterns import Period, since
from app.session.pictures import Pictures, bar_facts, pictures
from app.store.check_in import CheckIns
from app.vault import VaultError
from tests.session.house import MORNING, House, every_check_in
from tests.vault.disks import seeded

said = words.patterns
TODAY = MORNING.date()


@pytest.fixture
def lived(house: House) -> Session:
    """Two years, with some days left out."""
    session, chance = house.session, seeded(11)
    ana, ben = session.supports.add("Ana"), session.supports.add("Ben")
    topic = session.topics.add(name="the new job")
    with session._unlocked.vault.change():
        for day in range(730):
            for _ in range(chance.choice((0, 0, 1, 2))):
                one = CheckIn(
                    **session._unlocked.stamp(),
                    when=MORNING - timedelta(days=day, minutes=chance.randrange(400)),
                    time_known=chance.random() < 0.9,
                    mood=chance.choice((None, 1, 2, 3, 4, 5)),
                    feelings=tuple(chance.sample(("calm", "sad", "tired"), chance.randrange(3))),
                    body_signals=("heavy",) * chance.randrange(2),
                    felt_connected=chance.choice((None, *FeltConnected)),
                    with_supports=tuple(chance.sample((ana.id, ben.id), chance.randrange(3))),
                    what_helped=(ben.id,) * chance.randrange(2),
                    where=tuple(chance.sample(("home", "work"), chance.randrange(2))),
                    doing=("music",) * chance.randrange(2),
                    topics=(topic.id,) * chance.randrange(2),
                )
                CheckIns(session._unlocked.vault).put(one)
    session.look()
    return session


def seen(session: Session, period: Period) -> Pictures:
    """The pictures as the screen makes them."""
    found = [month.digest for month in session.patterns.look(period) if month.digest is not None]
    verbs, first = session.patterns, since(period, TODAY)
    return pictures(together(found), first, TODAY, name=verbs.name, level=verbs.level)


def wanted(session: Session, period: Period) -> list[CheckIn]:
    """The check-ins of a period, by a slow look at all of them."""
    first = since(period, TODAY) or date.min
    return [one for one in every_check_in(session) if first <= one.when.date() <= TODAY]


@pytest.mark.parametrize("period", Period)
def test_pictures_of_any_time_are_those_of_a_slow_look_at_all_check_ins(
    lived: Session, period: Period
) -> None:
    verbs = lived.patterns
    slow = digest_of(wanted(lived, period))
    assert seen(lived, period) == pictures(
        slow, since(period, TODAY), TODAY, name=verbs.name, level=verbs.level
    )
    assert seen(lived, period).check_ins == len(wanted(lived, period)) > 0


def test_so_they_are_after_digests_were_kept_and_a_check_in_of_long_ago_was_changed(
    house: House, lived: Session
) -> None:
    seen(lived, Period.EVERYTHING)
    session = house.come_back()
    old = every_check_in(session)[-3]
    CheckIns(session._unlocked.vault).remove(old, MORNING)
    assert seen(session, Period.EVERYTHING).check_ins == len(every_check_in(session))


@pytest.mark.parametrize("period", Period)
def test_the_facts_say_what_a_slow_count_says(lived: Session, period: Period) -> None:
    shown, check_ins = seen(lived, period), wanted(lived, period)
    feelings = Counter(key for one in check_ins for key in one.feelings)
    called = words.check_in.feeling
    assert set(bar_facts(shown.feelings)) == {
        said.fact.format(name=called[key], said=said.times(n)) for key, n in feelings.items()
    }
    days = {one.when.date() for one in check_ins}
    assert said.check_ins(len(check_ins)) in shown.in_all
    assert said.days(len(days)) in shown.in_all
    for field in AROUND:
        told = {one.name: one.usual.of for one in shown.around[field]}
        slow = Counter(
            lived.patterns.name(field, key)
            for one in check_ins
            if one.mood is not None
            for key in getattr(one, field)
        )
        assert told == {name: n for name, n in slow.items() if n >= FEWEST}


def test_a_day_is_told_with_each_of_its_answers_and_days_without_one_as_what_they_are(
    session: Session,
) -> None:
    for day, mood in ((2, 4), (2, 2), (4, None)):
        made = session.check_ins.record(mood=mood)
        session.check_ins.change(made, when=MORNING - timedelta(days=day, minutes=mood or 0))
    facts = seen(session, Period.WEEKS).mood_facts
    assert facts == (
        "25 October 2026 to 16 November 2026: no check-in.",
        "17 November 2026: No mood.",
        "18 November 2026: no check-in.",
        "19 November 2026: Good, Hard.",
        "20 November 2026 to 21 November 2026: no check-in.",
    )


@pytest.mark.parametrize(
    ("moods", "ending"),
    [
        ((4, 4, 4, 2, 1, 4), "the usual answer was “Good”."),
        ((4, 4, 4, 2, 2, 2), "the usual answer was “Good” or “Hard”."),
        ((4, 4, 2, 2, 1, 1), "no answer came more often than others."),
    ],
)
def test_the_usual_answer_around_someone_is_said_with_how_many_it_is_of(
    session: Session, moods: tuple[int, ...], ending: str
) -> None:
    ana = session.supports.add("Ana {name}")
    for mood in moods:
        session.check_ins.change(session.check_ins.record(mood=mood), with_supports=(ana.id,))
    (fact,) = (one.fact for one in seen(session, Period.WEEKS).around["with_supports"])
    assert fact == f"In the 6 check-ins with Ana {{name}}, {ending}"


@pytest.mark.parametrize("number", [0, FEWEST - 1, FEWEST])
def test_of_fewer_than_five_check_ins_nothing_is_said(session: Session, number: int) -> None:
    ana = session.supports.add("Ana")
    for _ in range(number):
        made = session.check_ins.record(mood=3)
        session.check_ins.change(made, with_supports=(ana.id,), felt_connected=FeltConnected.YES)
    shown = seen(session, Period.EVERYTHING)
    enough = number == FEWEST
    assert shown.enough is enough
    assert bool(shown.around["with_supports"]) is enough
    assert bool(shown.parts) is enough
    assert (shown.connected is not None) is enough


def test_who_is_no_longer_there_is_not_named_and_not_counted_as_someone_else(session: Session) -> None:
    ana = session.supports.add("Ana")
    for _ in range(6):
        session.check_ins.change(session.check_ins.record(mood=3), with_supports=(ana.id,))
    session.remove_support(ana)
    assert seen(session, Period.WEEKS).around["with_supports"] == ()


def test_a_topic_that_is_no_longer_there_is_not_named(session: Session) -> None:
    topic = session.topics.add(name="the new job")
    for _ in range(6):
        session.check_ins.change(session.check_ins.record(mood=3), topics=(topic.id,))
    session.topics.remove(topic)
    assert seen(session, Period.WEEKS).around["topics"] == ()


def test_what_is_dated_after_today_counts_in_everything_alone(session: Session) -> None:
    session.check_ins.record(mood=3)
    later = session.check_ins.record(mood=3)
    session.check_ins.change(later, when=MORNING + timedelta(days=3))
    assert [seen(session, period).check_ins for period in Period] == [1, 1, 1, 2]


def test_the_first_step_reads_the_newest_month_and_no_other(lived: Session) -> None:
    first = next(lived.patterns.look(Period.EVERYTHING))
    assert first.done == 1
    assert first.of == len(lived.history.months())
    assert first.digest is not None
    assert {day[:7] for day in first.digest.days} == {f"{TODAY:%Y-%m}"}


def test_with_pictures_switched_off_nothing_is_counted(
    lived: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    going = lived.patterns.look(Period.EVERYTHING)
    next(going)
    lived.preferences.change(patterns=False)
    monkeypatch.setattr(lived.history, "month", lambda _: pytest.fail("a month was counted"))
    monkeypatch.setattr(lived.patterns, "_part_of", lambda *_: pytest.fail("a month was counted"))
    assert list(going) == []
    assert list(lived.patterns.look(Period.EVERYTHING)) == []
    assert list(lived.patterns.look(Period.WEEKS)) == []


def test_a_month_that_cannot_be_read_is_told_and_the_others_are_counted(
    lived: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, read = seen(lived, Period.EVERYTHING), lived.history.month

    def damaged(month: str) -> object:
        if month == "2026-03":
            raise VaultError("damaged")
        return read(month)

    monkeypatch.setattr(lived.history, "month", damaged)
    months = list(lived.patterns.look(Period.EVERYTHING))
    assert [month.digest is None for month in months].count(True) == 1
    lost = [one for one in every_check_in(lived) if f"{one.when:%Y-%m}" == "2026-03"]
    assert seen(lived, Period.EVERYTHING).check_ins == whole.check_ins - len(lost) < whole.check_ins


@pytest.mark.parametrize(
    ("period", "today", "first"),
    [
        (Period.WEEKS, date(2026, 11, 21), date(2026, 10, 25)),
        (Period.MONTHS, date(2026, 11, 21), date(2026, 8, 22)),
        (Period.MONTHS, date(2026, 5, 31), date(2026, 3, 1)),
        (Period.MONTHS, date(2026, 1, 15), date(2025, 10, 16)),
        (Period.MONTHS, date(2026, 3, 31), date(2026, 1, 1)),
        (Period.YEAR, date(2024, 2, 29), date(2023, 3, 1)),
        (Period.YEAR, date(2026, 12, 31), date(2026, 1, 1)),
        (Period.EVERYTHING, date(2026, 11, 21), None),
    ],
)
def test_a_period_ends_today_and_begins_the_day_after_the_same_day_before(
    period: Period, today: date, first: date | None
) -> None:
    assert since(period, today) == first
