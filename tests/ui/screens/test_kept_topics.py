"""What a thing is about: one line on the page of each kind, opened by a press, and never in the way of adding one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from app.session import Session
from tests.headless.kit import Headless
from tests.ui.screens.house import House, lock, unlock


@dataclass(frozen=True, slots=True)
class Kind:
    """How one is added, where its topics are picked, and where they are read."""

    add: Callable[[Session], Any]
    kept: Callable[[Session], tuple[Any, ...]]
    page: str
    read: str
    title: str = "What it is about"


KINDS = {
    "learning": Kind(
        lambda session: session.learnings.add(text="Tea first"),
        lambda session: session.learnings.all,
        "/learning/",
        "/learnings",
    ),
    "win": Kind(
        lambda session: session.wins.add(text="Tea first"), lambda session: session.wins.all, "/win/", "/wins"
    ),
    "goal": Kind(
        lambda session: session.goals.add(text="Tea first"),
        lambda session: session.goals.all,
        "/goal/",
        "/goals",
    ),
    "reflection": Kind(
        lambda session: session.reflections.add(text="Tea first"),
        lambda session: session.reflections.all,
        "/reflection/",
        "/reflections",
    ),
    "meeting": Kind(
        lambda session: session.meetings.add(received="Tea first"),
        lambda session: session.meetings.all,
        "/meeting/",
        "/meetings",
    ),
    "keep_item": Kind(
        lambda session: session.keep_items.add(name="Tea first"),
        lambda session: session.keep_items.all,
        "/keep/change/",
        "/keep-box",
    ),
    "coping_tool": Kind(
        lambda session: session.coping_tools.add(name="Tea first"),
        lambda session: session.coping_tools.all,
        "/tool/change/",
        "/tool/{id}",
        "What it helps with",
    ),
}


def begun(house: House, kind: Kind) -> tuple[str, str]:
    """Keep one, and a topic. Return the paths where topics are picked and read."""
    with house.session() as session:
        session.topics.add(name="Grief")
        thing = kind.add(session)
        return f"{kind.page}{thing.id}", kind.read.format(id=thing.id)


def names(house: House, kind: Kind) -> list[str]:
    with house.session() as session:
        return [session.vocabulary.topic(one) for one in kind.kept(session)[0].topics]


def picked(screen: Headless) -> list[str]:
    chips = (seen.node for seen in screen._in_reach() if seen.kind == "Chip")
    return sorted(str(node["label"]["value"]) for node in chips if node.get("selected"))


async def arrive(screen: Headless, path: str) -> None:
    await unlock(screen)
    await screen.go(path)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
async def test_topics_are_one_line_until_they_are_wanted_and_then_picked_or_added(
    house: House, kind: Kind
) -> None:
    path, read = begun(house, kind)
    async with house.window() as screen:
        await arrive(screen, path)
        assert not screen.says("Grief"), "nothing is asked"
        assert not screen.can_tap("Add topic")
        await screen.tap(kind.title)
        await screen.resize(1280, 800)
        await screen.toggle("Grief")
        await screen.submit("Another topic", "A new job")
        assert picked(screen) == ["A new job", "Grief"]
        await screen.go(read)
        assert screen.says("Grief, A new job")
        await screen.go(path)
        await screen.tap(f"{kind.title}: Grief, A new job")
        await screen.toggle("Grief")
        await lock(screen)
    assert names(house, kind) == ["A new job"]


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
async def test_a_topic_that_was_begun_is_in_sight_again(house: House, kind: Kind) -> None:
    path, _ = begun(house, kind)
    async with house.window() as screen:
        await arrive(screen, path)
        await screen.tap(kind.title)
        await screen.type("Another topic", "A new j")
        await screen.resize(1280, 800)
        assert screen.value("Another topic") == "A new j"
        await screen.type("Another topic", "grief")
        await screen.tap("Add topic")
        assert picked(screen) == ["Grief"], "the one of that name, not another"
        await lock(screen)
    assert names(house, kind) == ["Grief"]


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
async def test_a_topic_that_another_device_took_away_leaves_the_thing_and_is_not_offered(
    house: House, kind: Kind
) -> None:
    with house.session() as session:
        gone = session.topics.add(name="Grief")
        thing = kind.add(session)
    path, read = f"{kind.page}{thing.id}", kind.read.format(id=thing.id)
    async with house.window() as screen:
        await arrive(screen, path)
        await screen.tap(kind.title)
        await screen.toggle("Grief")
        await lock(screen)
        with house.session() as session:
            session.topics.remove(gone)
        await arrive(screen, read)
        assert screen.says("Tea first")
        assert not screen.can_tap("Narrow down")
