"""Pictures, reports and tables in the four frames: what they look like, and what a screen reader and a thumb need of them."""

import json
import random
import secrets
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app import session as sessions
from app.domain.check_in import CheckIn, FeltConnected
from app.store.check_in import CheckIns
from app.store.settings import FILE_NAME
from app.words.pseudo import MIRRORED
from tests.browser.kit import Window
from tests.browser.process import AppProcess
from tests.browser.steps import PASSPHRASE, has, unlock
from tests.browser.test_gallery import LEFT_TO_RIGHT, RIGHT_TO_LEFT, Album, album
from tests.domain.sample import stamp

__all__ = ["album"]  # a fixture of the gallery

_DAYS = 400


def seed_years(folder: Path) -> None:
    """A bit more than a year, with days left out, someone with a long name, and every answer there is."""
    now, chance = datetime.now(UTC), random.Random(5)  # noqa: S311  # not for keeping anything secret
    session = sessions.create(folder, PASSPHRASE, clock=lambda: now, chance=secrets.token_bytes)
    ana = session.supports.add("Ana")
    group = session.supports.add("Anne-Marie Papadopoulou-Wołoszczyńska from the Thursday evening peer group")
    kept = CheckIns(session._unlocked.vault)
    with session._unlocked.vault.change():
        for day in range(_DAYS):
            for hour in chance.sample((1, 4, 7, 13), chance.randrange(3)):
                kept.put(
                    CheckIn(
                        **stamp(),
                        when=now - timedelta(days=day, hours=hour),
                        mood=chance.choice((None, 1, 2, 3, 4, 4, 5)),
                        feelings=tuple(chance.sample(("calm", "tired", "worried"), chance.randrange(3))),
                        body_signals=("heavy",) * chance.randrange(2),
                        felt_connected=chance.choice((None, *FeltConnected)),
                        with_supports=tuple(chance.sample((ana.id, group.id), chance.randrange(3))),
                        where=("home",) * chance.randrange(2),
                        note="Rain on the roof." * chance.randrange(2),
                    )
                )
    session.lock()


@pytest.fixture
def app_process(tmp_path: Path, request: pytest.FixtureRequest) -> AppProcess:
    _, frames = request.param
    app = AppProcess(tmp_path)
    seed_years(app.vault)
    if frames is RIGHT_TO_LEFT:
        (app.vault / FILE_NAME).write_text(json.dumps({"language": MIRRORED}), encoding="utf-8")
    return app


@pytest.mark.parametrize(
    "app_process",
    [
        pytest.param(("pictures", LEFT_TO_RIGHT), id="ltr"),
        pytest.param(("pictures", RIGHT_TO_LEFT), id="rtl", marks=pytest.mark.slow),
    ],
    indirect=True,
)
async def test_pictures_and_what_is_made_of_them(window: Window, album: Album) -> None:
    await unlock(window)
    await album.tap("Patterns", then="How it was")
    await album.look("weeks")
    await window.tap("Everything")
    await window.says("A column is a month.")
    await window.says_no_more("Looking further back")
    await album.look("everything")
    await window.tap("As text")
    await window.says("the usual answer was")
    await album.look("as-text")
    await album.tap("Report for someone", then="What they may read")
    await album.look("report")
    await album.tap("See what they will see", then="In short")
    await album.look("report-preview")
    await window.tap("Patterns")
    await has(window, "heading", "How it was")
    await album.tap("Take my check-ins along", then="What kind of file")
    await window.tap("Only from one day to another")
    await window.tap("Write the file")
    await window.says("First say where the file should go.")
    await album.look("along")
