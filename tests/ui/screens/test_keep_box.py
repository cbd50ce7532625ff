"""The keep box: a list that shows no photo, one thing on a page of its own, and files only when they are asked for."""

import errno
from pathlib import Path

import pytest

from app import words
from app.domain.someone import Someone
from app.session import keep_item as verbs
from app.ui.screens.keep_box import Line, box
from tests.headless.client_tree import nodes_within
from tests.headless.kit import Headless
from tests.imports.test_kept_file import png
from tests.ui.screens.house import House, unlock
from tests.ui.screens.lived_in import photo_of_the_sea

PHOTO = png(40, 30) + bytes(range(256)) * 300
SOUND = b"ID3" + bytes(5_000)
said = words.keep_box


def photos(screen: Headless) -> list[bytes]:
    """What every picture that the client was sent is made of."""
    found = [node for root in screen._roots() for node in nodes_within(root) if node["_c"] == "Image"]
    return [node["src"] for node in found]


def put_in(house: House, tmp_path: Path, content: bytes = PHOTO, name: str = "The sea") -> str:
    """Keep a file. Returns the path of its page."""
    (tmp_path / "chosen").write_bytes(content)
    with house.session() as session:
        return f"/keep/{session.keep_items.keep(tmp_path / 'chosen', name=name).id}"


def test_the_list_says_what_each_is_and_who_it_is_from(house: House, tmp_path: Path) -> None:
    put_in(house, tmp_path)
    put_in(house, tmp_path, SOUND, "A hum")
    with house.session() as session:
        ana = session.supports.add("Ana")
        card = session.keep_items.add(name="A card", from_whom=Someone(support=ana.id))
        lines = box(session)
        assert lines[0] == Line(id=card.id, name="A card", about="Words · From Ana")
        assert [line.about for line in lines[1:]] == ["Sound", "Photo"]
        session.keep_items.change(card, from_whom=Someone(support=session._unlocked.new_id()))
        assert box(session)[0].about == "Words"


async def test_words_are_put_in_and_linked_with_a_support_of_that_name(house: House) -> None:
    with house.session() as session:
        ana = session.supports.add("Ana")
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/keep-box")
        assert screen.says(said.empty)
        await screen.tap(said.add)
        await screen.tap(said.save)
        assert screen.says(said.blank)
        await screen.type(said.name, "A card")
        await screen.type(said.words, "Come when you can")
        await screen.type(said.from_whom, " ana ")
        await screen.tap(said.save)
        assert screen.says("Come when you can")
        assert not screen.can_tap(said.take_out)
        await screen.tap("From Ana")
        assert screen.route == f"/support/{ana.id}"
        await screen.go("/keep-box")
        await screen.tap("A card, Words · From Ana")
        assert screen.says("Come when you can")
        await screen.go("/keep/new")
        assert screen.value(said.name) == ""
    with house.session() as session:
        assert session.keep_items.all[0].from_whom == Someone(support=ana.id)


async def test_an_example_can_be_used(screen: Headless) -> None:
    await screen.go("/keep/new")
    await screen.tap(words.safety_plan.stuck)
    await screen.tap(words.plan_writing.use_example.format(text=said.examples[0]))
    await screen.tap(said.save)
    assert screen.says(said.examples[0])


async def test_a_photo_shows_itself_only_when_it_is_asked_for(house: House, tmp_path: Path) -> None:
    (tmp_path / "sea.png").write_bytes(PHOTO)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/keep/new")
        await screen.type(said.name, "The sea, grey")
        await screen.type(said.file_where, str(tmp_path / "sea.png"))
        await screen.tap(said.save)
        assert photos(screen) == []
        await screen.go("/keep-box")
        assert screen.says("Photo")
        assert photos(screen) == []
        await screen.tap("The sea, grey, Photo")
        assert photos(screen) == []
        await screen.tap(said.show_photo)
        assert photos(screen) == [PHOTO]
        await screen.resize(844, 390)
        assert photos(screen) == [PHOTO], "a phone was turned to see it better"
        await screen.tap(said.hide_photo)
        assert photos(screen) == []
        await screen.tap(said.show_photo)
        await screen.back()
        await screen.tap("The sea, grey, Photo")
        assert photos(screen) == [], "not even once it was shown"


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"", "empty"), (b"<svg>", "unknown"), (png(60_000, 60_000), "cannot_show"), (None, "cannot_read")],
    ids=["empty", "unknown", "vast", "nowhere"],
)
async def test_a_file_that_is_not_kept_is_told_why_and_no_word_is_lost(
    house: House, tmp_path: Path, content: bytes | None, why: str
) -> None:
    if content is not None:
        (tmp_path / "chosen").write_bytes(content)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/keep/new")
        await screen.type(said.name, "The sea")
        await screen.type(said.file_where, str(tmp_path / "chosen"))
        await screen.tap(said.save)
        assert screen.says(said.not_kept[why])
        assert screen.value(said.name) == "The sea"
        await screen.type(said.file_where, "")
        await screen.tap(said.save)
        assert screen.says("The sea")
        assert screen.can_tap(said.delete)


@pytest.mark.parametrize(("number", "told"), [(errno.ENOSPC, "disk_full"), (errno.EIO, "cannot_save")])
async def test_a_disk_that_refuses_is_told_and_nothing_is_kept(
    house: House, tmp_path: Path, number: int, told: str
) -> None:
    (tmp_path / "chosen").write_bytes(PHOTO)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/keep/new")
        await screen.type(said.name, "The sea")
        await screen.type(said.file_where, str(tmp_path / "chosen"))
        await screen.later(5)
        house.disk.sick = number
        await screen.tap(said.save)
        house.disk.sick = 0
        assert screen.says({"disk_full": said.disk_full, "cannot_save": said.cannot_save}[told])
    with house.session() as session:
        assert session.keep_items.all == ()


async def test_a_full_box_is_told(house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_in(house, tmp_path)
    monkeypatch.setattr(verbs, "MOST_BOX_BYTES", len(PHOTO))
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/keep/new")
        await screen.type(said.name, "Another")
        await screen.type(said.file_where, str(tmp_path / "chosen"))
        await screen.tap(said.save)
        assert screen.says(said.not_kept["box_full"])


async def test_a_photo_is_chosen_in_the_window_of_the_system(house: House, tmp_path: Path) -> None:
    file = tmp_path / "sea.png"
    file.write_bytes(PHOTO)
    async with house.window(platform="android") as screen:
        await unlock(screen)
        await screen.go("/keep/new")
        await screen.type(said.name, "The sea")
        screen.replies["pick_files"] = [{"id": 1, "name": file.name, "size": 1, "path": str(file)}]
        await screen.tap(said.choose_file)
        await screen.tap(said.save)
        await screen.tap(said.show_photo)
        assert photos(screen) == [PHOTO]


async def test_a_sound_can_be_taken_out(house: House, tmp_path: Path) -> None:
    path = put_in(house, tmp_path, SOUND, "A hum")
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(path)
        assert screen.says(said.sound_here)
        assert not screen.can_tap(said.show_photo)
        assert screen.says(said.take_out_help)
        await screen.tap(said.take_out)
        (asked,) = screen.called("save_file")
        assert (asked["file_name"], asked["src_bytes"]) == ("sound.mp3", SOUND)
        assert screen.says(said.taken_out)


async def test_a_copy_that_was_given_no_place_is_told(house: House, tmp_path: Path) -> None:
    path = put_in(house, tmp_path)
    async with house.window(platform="android") as screen:
        await unlock(screen)
        await screen.go(path)
        screen.replies["save_file"] = None
        await screen.tap(said.take_out)
        assert screen.says(said.not_taken_out)
        screen.replies["save_file"] = RuntimeError("no zenity")
        await screen.tap(said.take_out)
        assert screen.says(said.cannot_take_out)


async def test_a_photo_that_is_lost_is_told_and_brought_back_from_a_backup(
    house: House, tmp_path: Path
) -> None:
    path = put_in(house, tmp_path)
    with house.session() as session:
        session.backups.make(tmp_path / "copy.sealed")
    for file in house.folder.glob("*.file"):
        file.write_bytes(file.read_bytes()[:-1])
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(path)
        await screen.tap(said.show_photo)
        assert photos(screen) == []
        assert screen.says(said.file_lost)
        await screen.tap(said.look_in_backup)
        assert screen.says("Your keep box")
        assert screen.says(words.salvage.file_lost)
        await screen.type(words.salvage.where, str(tmp_path / "copy.sealed"))
        await screen.tap(words.salvage.look)
        assert screen.says("Brought back of your keep box: 1 thing.")
        await screen.go(path)
        await screen.tap(said.show_photo)
        assert photos(screen) == [PHOTO]


async def test_what_says_that_it_is_a_photo_and_is_none_is_not_shown(house: House) -> None:
    with house.session() as session:
        real = photo_of_the_sea(session)
        sealed = session._unlocked.vault.files.keep(iter([b"<svg onload=x>"]))
        kept = type(real)(name=sealed.name, key=sealed.key, size=sealed.size, medium=real.medium)
        thing = session.keep_items.add(name="The sea", file=kept)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(f"/keep/{thing.id}")
        await screen.tap(said.show_photo)
        assert photos(screen) == []
        assert screen.says(said.cannot_show)


async def test_words_are_changed_and_the_photo_stays(house: House, tmp_path: Path) -> None:
    path = put_in(house, tmp_path)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(path)
        await screen.tap(said.change)
        await screen.type(said.name, "The harbour")
        await screen.type(said.from_whom, "Zoë")
        await screen.tap("Done")
        assert screen.says("From Zoë")
        await screen.back()
        await screen.tap("The harbour, Photo · From Zoë")
        await screen.tap(said.change)
        await screen.type(said.from_whom, "")
        await screen.type(said.name, " ")
        await screen.tap("Done")
        assert screen.says(said.blank)
        await screen.go(path)
        await screen.tap(said.show_photo)
        assert photos(screen) == [PHOTO]
        assert not screen.says("From Zoë")


async def test_what_is_deleted_can_be_put_back(house: House, tmp_path: Path) -> None:
    path = put_in(house, tmp_path)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(path)
        await screen.tap(said.delete)
        assert screen.says(said.empty)
        await screen.tap("Undo")
        await screen.tap("The sea, Photo")
        await screen.tap(said.show_photo)
        assert photos(screen) == [PHOTO]
