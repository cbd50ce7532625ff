"""After a lock nothing that was typed is held by any object of the process, as far as Python lets one look.

The bytes of freed strings stay in memory until they are used again: only the end of the process clears those.
"""

import gc
from collections.abc import Iterator
from types import FrameType
from typing import Any

import pytest

from tests.headless.kit import Headless
from tests.session.lived_in import move_in
from tests.ui.screens.house import House, lock, unlock

PHRASE = "otters under the " + "harbour"


def holding(phrase: str, *, but: set[int]) -> list[str]:
    """The types of all objects that hold the phrase, but for some."""
    gc.collect()
    found = []
    for one in gc.get_objects():  # a comprehension's cell would hold the phrase
        if id(one) not in but and not isinstance(one, FrameType) and _holds(one, phrase):
            found.append(f"{type(one).__module__}.{type(one).__name__}")  # noqa: PERF401
    return found


def _holds(one: object, phrase: str) -> bool:
    for inner in gc.get_referents(one):
        if isinstance(inner, str) and phrase in inner:
            return True
        if isinstance(inner, bytes) and phrase.encode() in inner:
            return True
    return False


def of_the_fake_client(screen: Headless) -> set[int]:
    """What stands for another process: the client keeps what it was once sent."""
    seen: set[int] = set()
    waiting: list[Any] = [vars(screen.client.tree), screen.client.calls, screen.client._open]
    while waiting:
        one = waiting.pop()
        if id(one) not in seen:
            seen.add(id(one))
            waiting += [inner for inner in gc.get_referents(one) if isinstance(inner, (dict, list, tuple))]
    return seen


def paths(house: House) -> Iterator[str]:
    """Every screen that shows something of what was typed."""
    yield from (
        "/",
        "/supports",
        "/supports/map",
        "/safety-net",
        "/safety-net/order",
        "/plan",
        "/plan/read",
        "/plan/share",
        "/hard",
    )
    with house.session() as session:
        yield from [
            f"/support/{page}{one.id}" for one in session.supports.all for page in ("", "between/", "agreed/")
        ]
        yield from [f"/support/way/{one.id}.{way.id}" for one in session.supports.all for way in one.ways]
        yield from [
            f"/safety-net/{page}{one.id}" for one in session.safety_net.entries for page in ("", "words/")
        ]
        yield from [
            f"/plan/share/{page}{one.id}"
            for one in session.plan_copies.peers
            for page in ("", "preview/", "copy/")
        ]
        yield from [f"/plan/part/{one.id}" for one in session.safety_plan.plan.parts]
        yield from [f"/check-in/{one.id}" for one in session.check_ins.recent]
        yield from [f"/check-in/list/{one.id}-feelings" for one in session.check_ins.recent]
    yield from ("/words/feeling", "/moods/2")


@pytest.mark.parametrize("how", ["Lock now", "Hide now"])
async def test_what_was_typed_is_forgotten_with_the_lock(house: House, how: str) -> None:
    with house.session() as session:
        move_in(session, PHRASE)
    del session
    everywhere = list(paths(house))
    ours = set(map(id, (globals(), PHRASE)))
    async with house.window() as screen:
        await unlock(screen)
        for path in everywhere:
            await screen.go(path)
        assert holding(PHRASE, but=ours | of_the_fake_client(screen))
        if how == "Lock now":
            await lock(screen)
        else:
            await screen.tap(how)
        await screen.settle()
        left = holding(PHRASE, but=ours | of_the_fake_client(screen))
        assert left == []
