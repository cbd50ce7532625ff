"""The app is made once, while the window opens, and a page that comes early waits for it."""

import asyncio
import threading
from collections.abc import Generator
from typing import cast

import flet as ft
import pytest

from app.ui.failures import Show
from app.ui.loading import Meanwhile
from app.ui.logs import quiet_logs

PAGE = cast("ft.Page", object())


@pytest.fixture(autouse=True)
def quiet() -> Generator[None]:
    put_back = quiet_logs()
    yield
    put_back()


class Makes:
    """Makes what runs with a page, as often as it is asked, once it may; fails as often as it is told."""

    def __init__(self, fails: int = 0) -> None:
        self.may, self.tried = threading.Event(), threading.Event()
        self.made, self.fails = 0, fails
        self.pages: list[ft.Page] = []

    def __call__(self) -> Show:
        assert self.may.wait(20)
        self.made += 1
        self.tried.set()
        if self.made <= self.fails:
            raise ValueError("canary")

        async def show(page: ft.Page) -> None:
            self.pages.append(page)

        return show


async def test_it_is_made_once_for_all_pages_and_the_first_one_waits_for_it() -> None:
    makes = Makes()
    app = Meanwhile(makes)
    app.begin()
    makes.may.set()
    await app(PAGE)
    await app(PAGE)
    assert (makes.made, makes.pages) == (1, [PAGE, PAGE])


async def test_whoever_waits_for_it_goes_on_once_it_is_made_and_also_where_it_could_not_be_made() -> None:
    makes = Makes(fails=1)
    waiting = asyncio.ensure_future(Meanwhile(makes).done())
    for _ in range(20):
        await asyncio.sleep(0)
    assert not waiting.done()
    makes.may.set()
    await waiting
    assert makes.made == 1


async def test_nothing_is_made_before_somebody_begins_or_a_page_comes() -> None:
    makes = Makes()
    app = Meanwhile(makes)
    assert makes.made == 0
    makes.may.set()
    await app(PAGE)
    assert makes.made == 1


async def test_what_fails_is_logged_by_its_kind_alone_and_tried_once_more_for_a_page(
    capfd: pytest.CaptureFixture[str],
) -> None:
    makes = Makes(fails=1)
    app = Meanwhile(makes)
    app.begin()
    makes.may.set()
    assert makes.tried.wait(20)
    await app(PAGE)
    assert (makes.made, makes.pages) == (2, [PAGE])
    for one in threading.enumerate():
        if one.name == "loading":
            one.join()
    assert capfd.readouterr().err.startswith("ERROR app.ui.logs ValueError (")
