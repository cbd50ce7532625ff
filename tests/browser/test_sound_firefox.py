"""Firefox writes a sound that stands in its address into a temporary file: the window gives it none, and lets none in."""

import os
from base64 import b64encode
from pathlib import Path

import pytest

from tests.browser.firefox import firefox, in_the_window, page_in_firefox
from tests.browser.process import AppProcess
from tests.browser.sample_sound import hum

_PLAYED = """new Promise(done => {
  const one = new Audio();
  one.muted = true;
  one.onplaying = () => done(one.src.split(":")[0]);
  one.onerror = () => done("refused");
  const sound = "data:audio/mpeg;base64,%s";
  %s;
  one.play().catch(() => {});
})"""
AS_THE_CLIENT_DOES = "one.src = sound"
PAST_OUR_PAGE = "one.setAttribute('src', sound)"


@pytest.mark.skipif(firefox() is None, reason="no Firefox here: name one in HOLDFAST_FIREFOX")
@pytest.mark.skipif(os.name == "nt", reason="its launcher there does not say where it listens")
async def test_a_sound_plays_from_memory_in_firefox(app_process: AppProcess, tmp_path: Path) -> None:
    found = firefox()
    assert found is not None
    sound = b64encode(hum(2)).decode()
    await app_process.start()
    try:
        async with page_in_firefox(found, tmp_path) as page:
            await page.open(app_process.address)
            await in_the_window(page)
            assert await page.evaluate(_PLAYED % (sound, AS_THE_CLIENT_DOES)) == "blob"
            assert await page.evaluate(_PLAYED % (sound, PAST_OUR_PAGE)) == "refused"
    finally:
        await app_process.end()
