"""A file without check-ins, on the page for imports: it is said what it is, and it goes along to the screen that reads it."""

from pathlib import Path

import pytest

from app import words
from app.imports.read import Refusal
from tests.headless.kit import Headless
from tests.imports.files import content
from tests.ui.screens.bringing import look, said, written
from tests.ui.screens.house import spoken

GOLDEN = Path(__file__).parents[2] / "golden"
LOCKED_PAGE = GOLDEN / "locked-page-2.html"
BACKUP = GOLDEN / "backup-3.sealed"


async def test_people_from_a_phone_are_shown_at_once(screen: Headless, tmp_path: Path) -> None:
    file = written(tmp_path, content("ios.vcf"), "them.vcf")
    await look(screen, file)
    assert said.refusals[Refusal.CONTACTS] in spoken(screen)
    await screen.tap(words.contacts.way_in)
    assert screen.route == "/supports/contacts"
    assert screen.says("Corner Clinic")
    await screen.back()
    assert screen.route == "/supports"


@pytest.mark.parametrize(
    ("file", "way", "place"),
    [
        (LOCKED_PAGE, words.held_plan.open_one, words.held_plan.file),
        (BACKUP, words.merging.title, words.merging.file),
    ],
)
async def test_what_opens_with_words_stands_in_the_field_there(
    screen: Headless, file: Path, way: str, place: str
) -> None:
    await look(screen, file)
    await screen.tap(way)
    assert screen.value(place) == str(file)


async def test_anything_else_has_no_way_on(screen: Headless, tmp_path: Path) -> None:
    await look(screen, written(tmp_path, b"just some words"))
    ways = (words.contacts.way_in, words.held_plan.open_one, words.merging.title)
    assert not any(map(screen.can_tap, ways))
