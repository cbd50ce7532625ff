"""Pictures: drawn at once, the same as text, stopped and gone on with, and off when they are not wanted."""

from datetime import date, timedelta

import pytest
from flet.canvas import Points

from app import words
from app.domain.check_in import CheckIn, FeltConnected
from app.domain.digest import Digest
from app.domain.picture import timeline
from app.session import Session
from app.session.patterns import Month
from app.store.check_in import CheckIns
from app.ui.screens import patterns as screens
from app.ui.widgets.picture_mood import _shapes
from tests.headless.client_tree import nodes_within
from tests.headless.kit import Headless
from tests.ui.screens.house import MORNING, House, is_on, unlock

said = words.patterns
A_MONTH_SECONDS = 1.0
LONG_ENOUGH_SECONDS = 40.0


def write(session: Session, days: int, *, step: int = 1) -> None:
    """A check-in every so many days, with someone and something, newest today."""
    ana = session.supports.add("Ana")
    with session._unlocked.vault.change():
        for place, day in enumerate(range(0, days, step)):
            CheckIns(session._unlocked.vault).put(
                CheckIn(
                    **session._unlocked.stamp(),
                    when=MORNING - timedelta(days=day),
                    mood=(4, 4, 2, 4, None)[place % 5],
                    feelings=("calm",),
                    felt_connected=FeltConnected.YES,
                    with_supports=(ana.id,),
                )
            )


@pytest.fixture
def written(house: House) -> House:
    with house.session() as session:
        write(session, 12)
    return house


@pytest.fixture
def years(house: House, monkeypatch: pytest.MonkeyPatch) -> House:
    """Two and a half years, looked at one month a second."""
    monkeypatch.setattr(screens, "BETWEEN_MONTHS_SECONDS", A_MONTH_SECONDS)
    with house.session() as session:
        write(session, 900, step=3)
    return house


async def at_the_pictures(screen: Headless) -> None:
    await unlock(screen)
    await screen.go("/patterns")


def drawn(screen: Headless) -> list[str]:
    """What each picture says to a screen reader."""
    return [
        str(node.get("label"))
        for node in nodes_within(screen.client.tree.page)
        if node["_c"] == "Semantics" and node.get("image") and node.get("label")
    ]


async def test_every_picture_says_its_facts_to_a_screen_reader(written: House) -> None:
    async with written.window() as screen:
        await at_the_pictures(screen)
        whole = "\n".join(drawn(screen))
        assert "21 November 2026: Good." in whole
        assert "calm: 12 times." in whole
        assert "November 2026: Yes 12." in whole
        assert "Morning: in 10 check-ins, the usual answer was “Good”." in whole
        assert "In the 10 check-ins with Ana, the usual answer was “Good”." in whole
        assert "9 November 2026" in whole
        assert len(drawn(screen)) == 5


async def test_as_text_the_same_facts_stand_there_for_everyone(written: House) -> None:
    async with written.window() as screen:
        await at_the_pictures(screen)
        facts = [fact for label in drawn(screen) for fact in label.split("\n")]
        await screen.tap(said.as_text)
        assert drawn(screen) == []
        shown = screen.texts()
        assert [fact for fact in facts if fact not in shown] == []
        await screen.go("/")
        await screen.go("/patterns")
        assert is_on(screen, said.as_text)
        await screen.tap(said.as_text)
        assert [fact for label in drawn(screen) for fact in label.split("\n")] == facts


@pytest.mark.parametrize("number", [0, 4])
async def test_with_fewer_than_five_check_ins_it_says_from_when_on_there_is_something(
    house: House, number: int
) -> None:
    with house.session() as session:
        write(session, number)
    async with house.window() as screen:
        await at_the_pictures(screen)
        assert screen.says("This is shown once there are 5 check-ins.")
        assert screen.says(said.so_far(number) if number else said.none_so_far)
        assert drawn(screen) == []
        await screen.tap(words.shell.to_today)
        assert screen.route == "/"


async def test_a_longer_time_shows_more(years: House) -> None:
    async with years.window() as screen:
        await at_the_pictures(screen)
        assert screen.says("10 check-ins on 10 days")
        await screen.tap(said.periods["year"])
        await screen.later(LONG_ENOUGH_SECONDS)
        assert screen.says("122 check-ins on 122 days")
        await screen.tap(said.periods["everything"])
        await screen.later(LONG_ENOUGH_SECONDS)
        assert screen.says("300 check-ins on 300 days")
        assert not screen.can_tap(words.at_work.stop)


async def test_of_everything_the_newest_months_are_drawn_at_once_and_older_ones_follow(years: House) -> None:
    async with years.window() as screen:
        await at_the_pictures(screen)
        await screen.tap(said.periods["everything"])
        assert screen.says("18 check-ins on 18 days")
        assert screen.can_tap(words.at_work.stop)
        await screen.later(A_MONTH_SECONDS * 4.5)
        assert screen.says("Looking further back: 6 of 30 months.")
        assert screen.says("38 check-ins on 38 days")


async def test_it_can_be_stopped_and_gone_on_with(years: House) -> None:
    async with years.window() as screen:
        await at_the_pictures(screen)
        await screen.tap(said.periods["everything"])
        await screen.later(A_MONTH_SECONDS * 4.5)
        await screen.tap(words.at_work.stop)
        assert screen.says("Stopped. The pictures show the newest 6 of 30 months.")
        assert screen.says("58 check-ins on 58 days")
        await screen.later(LONG_ENOUGH_SECONDS)
        assert screen.says("Stopped. The pictures show the newest 6 of 30 months.")
        await screen.tap(said.go_on)
        await screen.later(LONG_ENOUGH_SECONDS)
        assert screen.says("300 check-ins on 300 days")


async def test_nothing_is_counted_any_more_once_the_page_is_left_or_locked(
    years: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[object] = []
    step = screens._Looking.step

    def counted(looking: screens._Looking) -> bool:
        steps.append(looking)
        return step(looking)

    monkeypatch.setattr(screens._Looking, "step", counted)
    async with years.window() as screen:
        await at_the_pictures(screen)
        await screen.tap(said.periods["everything"])
        await screen.go("/supports")
        before = len(steps)
        await screen.later(LONG_ENOUGH_SECONDS)
        assert len(steps) == before
        await screen.go("/patterns")
        await screen.go("/settings")
        await screen.tap(words.settings.lock)
        before = len(steps)
        await screen.later(LONG_ENOUGH_SECONDS)
        assert len(steps) == before


async def test_in_a_window_that_grew_wide_one_look_goes_on_and_not_two(
    years: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[object] = []
    step = screens._Looking.step

    def counted(looking: screens._Looking) -> bool:
        steps.append(looking)
        return step(looking)

    async with years.window() as screen:
        await at_the_pictures(screen)
        await screen.tap(said.periods["everything"])
        monkeypatch.setattr(screens._Looking, "step", counted)
        await screen.resize(1280, 800)
        await screen.later(LONG_ENOUGH_SECONDS)
        assert screen.says("300 check-ins on 300 days")
        assert len({id(looking) for looking in steps}) == 1


async def test_a_check_in_can_be_saved_while_older_months_are_looked_at(years: House) -> None:
    async with years.window() as screen:
        await at_the_pictures(screen)
        await screen.tap(said.periods["everything"])
        await screen.go("/")
        await screen.tap("Very good")
        assert screen.says(words.check_in.saved)
        await screen.go("/patterns")
        await screen.later(LONG_ENOUGH_SECONDS)
        assert screen.says("301 check-ins on 300 days")


async def test_they_are_off_when_they_are_not_wanted_and_stay_so(
    written: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with written.window() as screen:
        await at_the_pictures(screen)
        await screen.tap(said.show)
        assert screen.says(said.off)
        assert drawn(screen) == []
        monkeypatch.setattr(screens, "together", lambda _: pytest.fail("something was counted"))
        monkeypatch.setattr(screens._Looking, "step", lambda _: pytest.fail("something was counted"))
        await screen.go("/settings")
        assert not is_on(screen, said.show)
        await screen.go("/patterns")
        assert screen.says(said.off)
        monkeypatch.undo()
        await screen.go("/settings")
        await screen.tap(said.show)
        await screen.go("/patterns")
        assert len(drawn(screen)) == 5


async def test_months_that_could_not_be_read_are_told(
    written: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with written.window() as screen:
        await at_the_pictures(screen)
        look = screen_session_look(written)
        monkeypatch.setattr("app.session.patterns.PatternVerbs.look", look)
        await screen.tap(said.periods["everything"])
        await screen.later(1)
        assert screen.says(said.unread(1))


def screen_session_look(_: House) -> object:
    """A look back in which one of two months could not be read."""
    return lambda *_: iter(Month(digest=None, done=done, of=2) for done in (1, 2) if done == 1)


async def test_settings_say_that_there_are_no_reminders_and_what_to_do_instead(screen: Headless) -> None:
    await screen.go("/settings")
    assert screen.says(said.reminders)
    assert all(screen.says(line) for line in said.no_reminders)


def test_on_a_page_read_from_right_to_left_time_goes_that_way_too() -> None:
    days = {"2026-11-01": (4,), "2026-11-03": (2, 1)}
    mood = timeline(Digest(days=days), date(2026, 11, 1), date(2026, 11, 10))
    plain, mirrored = (_shapes(mood, [4, 2, 1], 300, mirrored=one) for one in (False, True))
    for one, other in zip(plain, mirrored, strict=True):
        if isinstance(one, Points) and isinstance(other, Points):
            assert [(round(300 - x, 1), y) for x, y in ends(one)] == ends(other)
    assert sum(isinstance(one, Points) for one in plain) == 6


def ends(points: Points) -> list[tuple[float, float]]:
    return [one for one in points.points or () if isinstance(one, tuple)]


@pytest.mark.parametrize("width", [320, 390, 1280])
async def test_a_drawing_is_made_again_for_the_room_it_is_given(written: House, width: int) -> None:
    async with written.window(width=width) as screen:
        await at_the_pictures(screen)
        canvas = next(
            node
            for node in nodes_within(screen.client.tree.page)
            if node["_c"] == "Canvas" and node.get("on_resize")
        )
        screen.client.tell(canvas, "resize", {"w": 200.0, "h": 200.0})
        await screen.settle()
        ends = [x for node in nodes_within(canvas) if node["_c"] == "Points" for x, _ in node["points"]]
        assert ends
        assert all(0 <= x <= 200 for x in ends)
        assert max(ends) > 190
