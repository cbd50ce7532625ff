"""Looking back: the same as a slow look at everything, page by page, and no more in memory than a month."""

from datetime import datetime, timedelta
from itertools import islice

import pytest

from app.domain.check_in import CheckIn
from app.domain.digest import digest_of
from app.domain.history import Order, Wanted, order
from app.session import Session
from app.session.history import Looked
from tests.session.house import MORNING, House, every_check_in
from tests.vault.disks import seeded

WISHES = [
    Wanted(),
    Wanted(words="SEA"),
    Wanted(words="tired"),
    Wanted(words="ana"),
    Wanted(words="the sea", levels=frozenset({1, 2, 3})),
    Wanted(feelings=frozenset({"sad", "calm"})),
    Wanted(levels=frozenset({0})),
    Wanted(since=(MORNING - timedelta(days=90)).date(), until=(MORNING - timedelta(days=30)).date()),
    Wanted(hours=frozenset(range(6, 12)), levels=frozenset({4, 5})),
    Wanted(words="nothing that anybody wrote"),
]


@pytest.fixture
def lived(house: House) -> Session:
    """Half a year, with some days left out."""
    session, chance = house.session, seeded(7)
    ana = session.supports.add("Ana")
    topic = session.topics.add(name="the new job")
    for day in range(180):
        for _ in range(chance.choice((0, 0, 1, 2))):
            when = MORNING - timedelta(days=day, minutes=chance.randrange(600))
            mood = chance.choice((None, 1, 2, 3, 4, 5))
            made = session.check_ins.record(mood=mood)
            session.check_ins.change(
                made,
                when=when,
                note=chance.choice(("", "by the sea", "a hill")),
                feelings=tuple(chance.sample(("calm", "sad", "tired"), chance.randrange(3))),
                with_supports=(ana.id,) * chance.randrange(2),
                topics=(topic.id,) * chance.randrange(2),
            )
    return session


def slow(session: Session, wanted: Wanted) -> list[CheckIn]:
    """Every check-in that is wanted, by looking at all of them."""
    found = [one for one in every_check_in(session) if wanted.holds(one, session.history.texts)]
    return sorted(found, key=order, reverse=True)


def paged(session: Session, wanted: Wanted, most: int) -> list[CheckIn]:
    """The same, page by page."""
    found: list[CheckIn] = []
    after: Order | None = None
    while True:
        page = [one for one in session.history.search(wanted, most, after) if isinstance(one, CheckIn)]
        if not page:
            return found
        assert len(page) <= most
        found += page
        after = order(page[-1])


@pytest.mark.parametrize("wanted", WISHES, ids=range(len(WISHES)))
@pytest.mark.parametrize("most", [1, 7, 1000])
def test_pages_are_together_what_a_slow_look_finds(lived: Session, wanted: Wanted, most: int) -> None:
    assert paged(lived, wanted, most) == slow(lived, wanted)


def test_the_first_page_opens_the_newest_months_only(lived: Session) -> None:
    looked = list(lived.history.search(Wanted(), 5))
    assert len(looked) == 5
    assert not any(isinstance(one, Looked) for one in looked)


def test_it_says_how_far_it_is_and_can_be_given_up(lived: Session) -> None:
    wanted = Wanted(words="nothing that anybody wrote")
    steps = list(islice(lived.history.search(wanted, 5), 2))
    months = lived.history.months()
    assert (
        steps
        == [
            Looked(month=month, months=number, of=len(months))
            for number, month in enumerate(reversed(months), start=1)
        ][:2]
    )
    assert lived.check_ins.record(mood=3).mood == 3


def test_a_search_holds_no_more_months_than_before(house: House, lived: Session) -> None:
    session = house.come_back()
    opened = session._unlocked.vault._open.opened()
    slow_words = Wanted(words="nothing that anybody wrote")
    assert list(session.history.search(slow_words, 5))
    assert session._unlocked.vault._open.opened() == opened


def test_it_can_go_on_after_a_lock_because_it_knows_only_where_it_was(house: House, lived: Session) -> None:
    first = [one for one in lived.history.search(Wanted(), 5) if isinstance(one, CheckIn)]
    session = house.come_back()
    then = [one for one in session.history.search(Wanted(), 5, order(first[-1])) if isinstance(one, CheckIn)]
    assert [*first, *then] == slow(session, Wanted())[:10]


def test_a_month_adds_up_to_what_is_in_it(lived: Session) -> None:
    for month in lived.history.months():
        there = [one for one in every_check_in(lived) if one.when.date().isoformat()[:7] == month]
        assert lived.history.month(month).days == digest_of(there).days


def test_what_an_import_kept_as_it_was_is_found_too(house: House) -> None:
    made = house.session.check_ins.record(mood=3)
    house.session.check_ins.change(made, source_text="2019-01-02,rad,swimming")
    assert [one.id for one in slow(house.session, Wanted(words="swimming"))] == [made.id]


def test_a_moment_of_another_offset_stands_on_its_own_day(house: House) -> None:
    west = house.session.check_ins.record(mood=1)
    moment = datetime.fromisoformat("2026-10-31T23:30:00-10:00")
    house.session.check_ins.change(west, when=moment)
    east = house.session.check_ins.record(mood=2)
    house.session.check_ins.change(east, when=datetime.fromisoformat("2026-11-01T00:10:00+14:00"))
    found = [one.mood for one in house.session.history.search(Wanted(), 9) if isinstance(one, CheckIn)]
    assert found == [2, 1]
