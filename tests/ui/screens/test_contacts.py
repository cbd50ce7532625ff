"""Contacts from a file and into one: chosen one by one, shown before anything is saved, and taken back."""

from pathlib import Path

import pytest

from app import words
from app.domain.support import WayKind
from tests.canary import Canary
from tests.domain.sharing import MAY_BE_SHARED
from tests.headless.kit import Headless
from tests.imports.files import content
from tests.ui.screens.house import House, is_on, unlock

said = words.contacts


async def look(screen: Headless, file: Path | str) -> None:
    await screen.go("/supports")
    await screen.go("/supports/contacts")
    await screen.type(said.file, str(file))
    await screen.tap(said.look)


def written(folder: Path, raw: bytes) -> Path:
    path = folder / "them.vcf"
    path.write_bytes(raw)
    return path


async def test_a_contact_is_chosen_seen_and_saved_and_nobody_else(screen: Headless, tmp_path: Path) -> None:
    await screen.go("/supports")
    await screen.tap(said.way_in)
    await screen.type(said.file, str(written(tmp_path, content("ios.vcf"))))
    await screen.tap(said.look)
    assert screen.says("2 names in this file")
    assert screen.says("07911 123456")
    assert screen.says("Has a note in the file.")
    assert not is_on(screen, "Corner Clinic")
    await screen.tap("Zoë Ada Okonjo")
    assert screen.says("1 chosen")
    await screen.tap(said.bring)
    assert screen.route == "/supports"
    assert screen.says("1 support is saved.")
    assert screen.can_tap("Open Zoë Ada Okonjo, Person")
    assert not screen.says("Corner Clinic")


async def test_undo_takes_them_out_again(screen: Headless, tmp_path: Path) -> None:
    await look(screen, written(tmp_path, content("ios.vcf")))
    await screen.tap("Zoë Ada Okonjo")
    await screen.tap("Corner Clinic")
    await screen.tap(said.bring)
    await screen.tap("Undo")
    assert screen.says(words.support.empty)


async def test_what_is_here_already_is_told_and_not_ticked(screen: Headless, tmp_path: Path) -> None:
    file = written(tmp_path, content("ios.vcf"))
    await look(screen, file)
    await screen.tap("Corner Clinic")
    await screen.tap(said.bring)
    await look(screen, file)
    assert screen.texts().count(said.here) == 1
    assert not is_on(screen, "Corner Clinic")


async def test_nobody_chosen_is_told_and_changes_nothing(screen: Headless, tmp_path: Path) -> None:
    await look(screen, written(tmp_path, content("ios.vcf")))
    await screen.tap(said.bring)
    assert screen.says(said.nobody)
    await screen.tap("Corner Clinic")
    await screen.tap("Corner Clinic")
    await screen.tap(said.bring)
    assert screen.says(said.nobody)


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "empty"),
        (b"a,b\n1,2\n", "unknown"),
        (content("ios.vcf")[:-30], "cut_off"),
        (content("outlook.vcf").replace(b"windows-1252", b"utf-8"), "not_text"),
        (b"BEGIN:VCARD\nFN:a\nEND:VCARD\n" * 5_001, "too_large"),
        (b"END:VCARD\nBEGIN:VCARD\n", "broken"),
        (None, "not_there"),
    ],
)
async def test_a_file_that_is_no_good_says_why_and_what_to_do(
    screen: Headless, tmp_path: Path, raw: bytes | None, why: str
) -> None:
    await look(screen, tmp_path / "none" if raw is None else written(tmp_path, raw))
    assert screen.says(said.refusals[why])
    assert screen.can_tap(said.look)
    await screen.go("/supports")
    assert screen.says(words.support.empty)


async def test_no_file_is_told(screen: Headless) -> None:
    await look(screen, "")
    assert screen.says(said.file_empty)


async def test_many_contacts_are_shown_so_many_at_once_and_found_by_name(
    screen: Headless, tmp_path: Path
) -> None:
    many = b"".join(b"BEGIN:VCARD\nFN:Number %03d\nEND:VCARD\n" % n for n in range(301))
    await look(screen, written(tmp_path, many))
    assert screen.says("Number 019")
    assert not screen.says("Number 020")
    await screen.tap("Show 20 more")
    assert screen.says("Number 039")
    await screen.type(said.find, "number 30")
    assert screen.says("Number 300")
    assert not screen.says("Number 000")
    await screen.tap("Number 300")
    await screen.type(said.find, "nobody of that name")
    assert screen.says(said.none_found)
    await screen.type(said.find, "")
    assert screen.says("1 chosen")
    await screen.type(said.find, "300")
    assert is_on(screen, "Number 300")


async def test_more_than_can_be_saved_at_once_is_told_and_stays_chosen(
    screen: Headless, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.screens.contacts.MOST_AT_ONCE", 1)
    await look(screen, written(tmp_path, content("ios.vcf")))
    await screen.tap("Zoë Ada Okonjo")
    await screen.tap("Corner Clinic")
    await screen.tap(said.bring)
    assert screen.says(said.too_many.format(n=1))
    await screen.tap("Corner Clinic")
    await screen.tap(said.bring)
    assert screen.says("1 support is saved.")


async def test_the_same_name_twice_is_told_apart_by_a_number(screen: Headless, tmp_path: Path) -> None:
    one, other = (b"BEGIN:VCARD\nFN:Ana\nTEL:%d\nEND:VCARD\n" % n for n in (11, 22))
    await look(screen, written(tmp_path, one + other + one))
    assert not is_on(screen, "Ana, 11 (2)")
    await screen.tap("Ana, 22")
    await screen.tap(said.bring)
    await screen.go("/supports")
    assert screen.can_tap("Open Ana, Person")


async def test_notes_come_along_only_when_that_is_turned_on(house: House, tmp_path: Path) -> None:
    file = written(tmp_path, content("ios.vcf"))
    async with house.window() as screen:
        await unlock(screen)
        await look(screen, file)
        await screen.tap(said.notes)
        await screen.tap("Zoë Ada Okonjo")
        await screen.tap(said.bring)
    with house.session() as session:
        assert [one.note for one in session.supports.all] == ["Met at the choir.\nLikes tea; not coffee."]


async def test_a_full_disk_keeps_what_was_chosen(house: House, tmp_path: Path) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await look(screen, written(tmp_path, content("ios.vcf")))
        await screen.tap("Corner Clinic")
        with house.full():
            await screen.tap(said.bring)
            assert screen.says(words.shell.disk_full)
        assert is_on(screen, "Corner Clinic")
        await screen.tap(said.bring)
        assert screen.says("1 support is saved.")


async def test_what_stands_in_a_file_is_in_no_log(house: House, tmp_path: Path, canary: Canary) -> None:
    folder = tmp_path.parent / f"{tmp_path.name}-elsewhere"
    folder.mkdir()
    phrase = str(canary)
    good = f"BEGIN:VCARD\nFN:{phrase}\nNOTE:{phrase}\nTEL:1{phrase}\nEND:VCARD\n".encode()
    async with house.window() as screen:
        await unlock(screen)
        for raw in (good, good[:-5], good + f"BEGIN:VCARD\nFN;CHARSET={phrase}:a".encode()):
            await look(screen, written(folder, raw))
        await look(screen, written(folder, good))
        await screen.tap(phrase)
        await screen.tap(said.bring)
        assert screen.says("1 support is saved.")


# ---------------------------------------------------------------- and back


def _two(house: House) -> None:
    with house.session() as session:
        for name, number in (("Ana", "020 7946 0958"), ("Bo", "020 7946 0959")):
            support = session.supports.add(name, note="a private note", **MAY_BE_SHARED)
            session.supports.change(support, ways=(session.supports.way(WayKind.CALL, number, "after six"),))
        session.supports.add("The park")


async def test_a_copy_holds_only_whom_was_chosen_and_is_said_to_be_unlocked(house: House) -> None:
    _two(house)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/supports")
        await screen.tap(said.way_out)
        assert screen.says(said.not_locked[0])
        assert not is_on(screen, "Ana")
        assert not is_on(screen, "Bo")
        assert not screen.says("The park")
        await screen.tap(said.copy_save)
        assert screen.says(said.nobody)
        assert screen.called("save_file") == []
        await screen.tap("Bo")
        screen.replies["save_file"] = "/home/ana/contacts.vcf"
        await screen.tap(said.copy_save)
        assert screen.says(said.copy_saved)
        saved = screen.called("save_file")[0]
        assert saved["file_name"] == "contacts.vcf"
        assert b"FN:Bo\r\n" in saved["src_bytes"]
        assert b"after six" in saved["src_bytes"]
        assert b"Ana" not in saved["src_bytes"]
        assert b"private" not in saved["src_bytes"]


async def test_a_copy_that_was_not_given_a_place_is_told(house: House) -> None:
    _two(house)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/supports/contacts/copy")
        await screen.tap("Ana")
        screen.replies["save_file"] = None
        await screen.tap(said.copy_save)
        assert screen.says(said.copy_not_given)


async def test_where_nobody_can_be_copied_that_is_said(screen: Headless) -> None:
    await screen.go("/supports/contacts/copy")
    assert screen.says(said.copy_nobody)
    await screen.go("/supports")
    assert not screen.can_tap(said.way_out)
