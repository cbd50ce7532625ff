"""What a newer Holdfast wrote, on every screen that can meet it: one sentence says so and what to do, nothing is changed."""

from pathlib import Path
from typing import Any

import pytest

from app import VERSION, words
from app.imports.read import Refusal
from app.session import Session
from app.store import settings
from app.store.record import row_of
from app.store.settings import Settings
from app.ui.screen import HOW, OPEN_HELD
from tests.headless.kit import Headless
from tests.ui.screens.bringing import look as bring_in
from tests.ui.screens.bringing import written
from tests.ui.screens.house import PASSPHRASE, House, spoken, unlock
from tests.ui.screens.lived_in import live_in
from tests.ui.screens.test_backups_restoring import look_into
from tests.ui.screens.test_merging import look as look_to_merge
from tests.years import newer
from tests.years.goldens import FOLDER, tree

TOO_NEW = words.unlock.problems["unsupported"]
CARD = ("Ana 020 7946 0958",)


@pytest.fixture
def lived_in(house: House) -> House:
    """A house in which someone has lived, with a card that shows before the door."""
    live_in(house)
    settings.save(house.folder, Settings(region="GB", emergency_card=CARD))
    return house


@pytest.mark.parametrize("what", ["vault.key", ".marks", "supports", "held_plans", "check_ins/2026-11"])
async def test_the_door_says_that_it_is_newer_and_what_to_do_and_touches_nothing(
    lived_in: House, what: str
) -> None:
    async with lived_in.window() as screen:
        if what == "vault.key":
            newer.write_newer_key_files(lived_in.folder)
        else:
            newer.write_newer_log(lived_in.folder, what, PASSPHRASE)
        before = tree(lived_in.folder.parent)
        for _ in range(2):
            await unlock(screen)
            assert screen.says("This was made by a newer version of Holdfast. Nothing was changed.")
            assert screen.says("Update the app, then try again.")
        assert tree(lived_in.folder.parent) == before
        await screen.tap("When it’s hard")
        assert screen.says("020 7946 0958")
        await screen.back()
        await screen.submit("Passphrase", "not this one")
        if what == "vault.key":  # else it is a wrong passphrase, and is counted
            assert tree(lived_in.folder.parent) == before


async def test_what_is_set_at_the_door_of_a_newer_vault_loses_nothing_of_what_stood_there(
    lived_in: House,
) -> None:
    newer.write_newer_key_files(lived_in.folder)
    path = lived_in.folder / settings.FILE_NAME
    content = '{"version": 9, "theme": "dusk", "language": "tlh", "emergency_card": ["Ana 1", "b", "c", "d"], "more": 1}'
    path.write_text(content, "utf-8")
    before = tree(lived_in.folder)
    async with lived_in.window() as screen:
        assert screen.says(words.unlock.unlock)
        await unlock(screen)
        assert screen.says(TOO_NEW)
    assert tree(lived_in.folder) == before


def _newer_backup(tmp_path: Path, how: str, patch: pytest.MonkeyPatch) -> Path:
    if how == "logs":
        return newer.backup_of_newer_logs(tmp_path, PASSPHRASE, patch)
    made = {"backup": newer.backup, "key file": newer.backup_with_newer_key_file}[how]
    path = tmp_path / "newer.sealed"
    path.write_bytes(made((FOLDER / "backup-2.sealed").read_bytes()))
    return path


@pytest.mark.parametrize("how", ["backup", "key file", "logs"])
async def test_a_newer_backup_is_neither_tested_nor_merged_nor_restored(
    lived_in: House, tmp_path: Path, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "copies"
    place.mkdir()
    file = _newer_backup(place, how, monkeypatch)
    backups = tree(place)
    async with lived_in.window(web=True) as screen:
        await unlock(screen)
        await screen.go("/settings/backups/test")
        await look_into(screen, file)
        assert screen.says(TOO_NEW)
        await look_to_merge(screen, file)
        assert screen.says(TOO_NEW)
        await screen.go("/supports")
        assert screen.says("Ana")
    vault = tree(lived_in.folder)
    async with lived_in.window(web=True) as screen:
        await screen.tap(words.backups.restore)
        await look_into(screen, file)
        assert screen.says(TOO_NEW)
        assert not screen.can_tap(words.backups.restore_now)
    assert tree(lived_in.folder) == vault
    assert tree(place) == backups


async def test_a_newer_locked_page_is_not_held_and_says_so(lived_in: House, tmp_path: Path) -> None:
    said = words.held_plan
    file = tmp_path / "plan.html"
    file.write_bytes(newer.page((FOLDER / "locked-page-1.html").read_bytes()))
    before = file.read_bytes(), file.stat().st_mtime_ns
    with lived_in.session() as session:
        held = session.held_plans.all
    async with lived_in.window(web=True) as screen:
        await unlock(screen)
        await screen.go(OPEN_HELD)
        await screen.type(said.file, str(file))
        await screen.type(said.passphrase, "the words")
        await screen.tap(said.look)
        assert said.too_new in spoken(screen)
    with lived_in.session() as session:
        assert session.held_plans.all == held
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before


@pytest.mark.parametrize("version", [1, 9])
async def test_an_export_of_everything_is_known_for_what_it_is_in_whatever_version(
    screen: Headless, tmp_path: Path, version: int
) -> None:
    raw = (
        b'{\n"format": "holdfast-export",\n"schema_version": %d,\n"check_in": [\n{"id": "a"}]\n}\n' % version
    )
    await bring_in(screen, written(tmp_path, raw))
    assert words.imports.refusals[Refusal.EVERYTHING] in spoken(screen)


def _record(session: Session) -> dict[str, Any]:
    """Ana’s, as it lies there."""
    tables = session._unlocked.vault.tables("supports")
    (found,) = (one for one in tables["supports"].values() if one.get("name") == "Ana")
    return dict(found)


async def test_a_record_that_a_newer_version_wrote_is_told_of_and_stays(lived_in: House) -> None:
    with lived_in.session() as session:
        table = session._unlocked.vault.collection("supports").table("supports")
        table.update({"shape": 9}, doc_ids=[row_of(_record(session)["id"])])
        before = _record(session)
    async with lived_in.window() as screen:
        await unlock(screen)
        assert screen.says("A newer Holdfast wrote this: 1 support. Update the app to see it.")
        await screen.go("/supports")
        assert not screen.says("Ana")
    with lived_in.session() as session:
        assert _record(session) == before
        assert before["shape"] == 9


async def test_the_help_says_which_holdfast_this_is(empty: House) -> None:
    async with empty.window() as screen:
        await screen.go(HOW)
        assert screen.says(f"Holdfast {VERSION}")
