"""Every page that needs no choice before it, in the languages: a picture to look at, and nothing that sticks out or is cut."""

import asyncio
import json
from pathlib import Path

import pytest

from app import words
from app.store.settings import FILE_NAME
from app.ui.routes import ROUTES
from app.ui.screen import HOME
from app.words.language import DRAFTS, speak
from app.words.pseudo import EXPANDED
from tests.browser.frame import PHONE, PHONE_DARK_LARGE, Frame
from tests.browser.heard import TWO_PAINTS, faults
from tests.browser.kit import PATIENCE_SECONDS, Window
from tests.browser.process import AppProcess
from tests.browser.seeding import seed_usual
from tests.browser.steps import PASSPHRASE, has

SMALL = Frame(name="small", width=320, height=640)
FRAMES = {EXPANDED: SMALL, "de": PHONE_DARK_LARGE, "es": PHONE}
PATHS = tuple(route.path for route in ROUTES if "*" not in route.path and route.path != HOME)

_GO = """path => {
  const base = location.pathname.split('/').slice(0, 2).join('/');
  history.pushState(null, '', base + path);
  dispatchEvent(new PopStateEvent('popstate', { state: null }));
}"""


@pytest.fixture
def app_process(tmp_path: Path, request: pytest.FixtureRequest) -> AppProcess:
    app = AppProcess(tmp_path)
    seed_usual(app.vault)
    (app.vault / FILE_NAME).write_text(json.dumps({"language": request.param}), encoding="utf-8")
    return app


@pytest.mark.parametrize("app_process", [*sorted(DRAFTS), EXPANDED], indirect=True)
async def test_every_page_has_room_for_the_language(
    window: Window, app_process: AppProcess, request: pytest.FixtureRequest
) -> None:
    language = request.node.callspec.params["app_process"]
    speak(language)
    await window.frame(FRAMES[language])
    await has(window, "heading", words.unlock.title)
    await window.look(f"{language}-door")
    await window.submit(words.unlock.passphrase, PASSPHRASE)
    await has(window, "heading", words.check_in.question)
    wrong = []
    for path in PATHS:
        before = await window.texts()
        await window.page.evaluate(_GO, path)
        async with asyncio.timeout(PATIENCE_SECONDS):
            while await window.texts() == before:
                await window.page.evaluate(TWO_PAINTS)
        await window.look(f"{language}{path.replace('/', '-')}")
        found = await faults(window)
        await window.frame(FRAMES[language])
        wrong += [f"{path}: {fault}" for fault in found]
    assert not wrong, "\n".join(wrong)
