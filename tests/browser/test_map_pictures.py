"""The map with nobody, one, some and many, light and dark: what it looks like, and what a screen reader and a thumb need of it."""

from itertools import cycle
from pathlib import Path

import pytest

from app.domain.exchange import Direction
from app.domain.support import Ring, Strain, Strength, SupportKind, SupportState
from tests.browser.frame import DESKTOP, PHONE, Frame
from tests.browser.kit import Window
from tests.browser.process import AppProcess
from tests.browser.seeding import fresh
from tests.browser.steps import has, unlock
from tests.browser.test_gallery import Album

COUNTS = (0, 1, 12, 60, 300)
FRAMES = (PHONE, Frame(name="phone-dark", width=390, height=844, dark=True), DESKTOP)
NAMES = ("Zoë", "Łukasz", "Ñandú choir", "The bench by the river", "Ελένη", "Aunt Marguerite", "Тишина")


def seed(folder: Path, count: int) -> None:
    """So many supports of every kind, in every ring, with every line there is; two of them in the safety net."""
    session = fresh(folder)
    many = zip(
        range(count),
        cycle(NAMES),
        cycle(SupportKind),
        cycle(Ring),
        cycle((None, *Strength)),
        cycle((None, *Direction)),
        cycle((None, None, None, Strain.SOME, None, Strain.A_LOT)),
        cycle((SupportState.HERE_NOW,) * 4 + (SupportState.GROWING, SupportState.HOPED_FOR)),
        strict=False,
    )
    for n, name, kind, ring, strength, direction, strain, state in many:
        support = session.supports.add(
            name if n < len(NAMES) else f"{name} {n}",
            kind=kind,
            ring=ring,
            strength=strength,
            set_direction=direction,
            strain=strain,
            state=state,
        )
        if n in (0, 5):
            session.safety_net.add(support.id)
    session.lock()


@pytest.fixture
def app_process(tmp_path: Path, request: pytest.FixtureRequest) -> AppProcess:
    app = AppProcess(tmp_path)
    seed(app.vault, request.param)
    return app


@pytest.mark.slow
@pytest.mark.parametrize("app_process", COUNTS, indirect=True)
async def test_the_map_with_few_and_with_many(window: Window, request: pytest.FixtureRequest) -> None:
    count = request.node.callspec.params["app_process"]
    album = Album(window, "map", FRAMES)
    await unlock(window)
    await window.tap("Supports")
    await window.tap("Map")
    await has(window, "heading", "Map")
    await album.look(f"with-{count}")
    assert album.wrong == []
