"""The keep box: words, photos and sounds are kept whole or not at all, opened when asked for, and lost by nothing."""

import errno
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import DomainError
from app.domain.keep_item import MOST_BOX_BYTES, MOST_FILE_BYTES, KeepItem, KeptFile, Medium
from app.domain.someone import Someone
from app.session import Session
from app.session import keep_item as verbs
from app.session.keep_item import MOST_DOTS, NotKept, Why, can_be_shown
from app.vault import DiskFull, NoticeKind, ReadOnly, Stopped, VaultDamaged, VaultError, finish_erasing
from tests.canary import Canary
from tests.imports.test_kept_file import jpeg, png
from tests.session.house import PASSPHRASE, House
from tests.session.two_devices import both_ways, take
from tests.vault.disks import CheapDisk, ModelDisk, PowerCut, seeded

PHOTO = png(40, 30) + bytes(range(256)) * 900
SOUND = b"ID3" + bytes(70_000)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path / "vault")


def put_in(
    session: Session, folder: Path, content: bytes = PHOTO, name: str = "The sea", **fields: Any
) -> KeepItem:
    """Keep a file, which is written beside the vault first."""
    path = folder / "chosen"
    path.write_bytes(content)
    return session.keep_items.keep(path, name=name, **fields)


def content(session: Session, name: str = "The sea") -> bytes:
    (thing,) = (one for one in session.keep_items.all if one.name == name)
    assert thing.file is not None
    return session.keep_items.content(thing.file)


def sealed(folder: Path) -> int:
    """How many sealed files lie in a vault's folder."""
    return len(list(folder.glob("*.file")))


# ------------------------------------------------------------------ kept


@pytest.mark.parametrize(
    ("kept", "medium"), [(PHOTO, Medium.PNG), (SOUND, Medium.MP3)], ids=["photo", "sound"]
)
def test_what_was_put_in_is_there_as_it_was(
    house: House, tmp_path: Path, kept: bytes, medium: Medium
) -> None:
    thing = put_in(house.session, tmp_path, kept, words="from the pier", from_whom=Someone(name="Ana"))
    assert thing.file is not None
    assert (thing.file.medium, thing.file.size) == (medium, len(kept))
    assert (tmp_path / "chosen").read_bytes() == kept
    session = house.come_back()
    assert session.keep_items.all == (thing,)
    assert content(session) == kept
    session.lock()


def test_words_need_no_file_and_stand_by_the_alphabet(house: House) -> None:
    for name in ("tea", "Ana’s card", "Zoo"):
        house.session.keep_items.keep(None, name=name)
    assert [one.name for one in house.session.keep_items.all] == ["Ana’s card", "tea", "Zoo"]
    house.session.lock()


def test_it_can_be_changed_without_its_file(house: House, tmp_path: Path) -> None:
    thing = put_in(house.session, tmp_path)
    house.session.keep_items.change(thing, name="The harbour", words="at noon")
    assert content(house.come_back(), "The harbour") == PHOTO
    house.session.lock()


@pytest.mark.parametrize(
    ("kept", "why"),
    [
        (b"", Why.EMPTY),
        (b"<html>", Why.UNKNOWN),
        (b"ID3".ljust(MOST_FILE_BYTES + 1, b"\0"), Why.TOO_LARGE),
        (png(MOST_DOTS, 2), Why.CANNOT_SHOW),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), Why.CANNOT_SHOW),
    ],
    ids=lambda one: one.value if isinstance(one, Why) else "",
)
def test_what_is_not_kept_says_why_and_leaves_nothing(
    house: House, tmp_path: Path, kept: bytes, why: Why
) -> None:
    with pytest.raises(NotKept) as refused:
        put_in(house.session, tmp_path, kept)
    assert refused.value.why is why
    assert house.session.keep_items.all == ()
    assert sealed(house.folder) == 0
    assert not house.session._unlocked.vault.read_only
    house.session.lock()


def test_a_file_that_cannot_be_read_is_no_fault_of_the_vault(house: House, tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere", tmp_path):
        with pytest.raises(NotKept) as refused:
            house.session.keep_items.keep(path, name="x")
        assert refused.value.why is Why.CANNOT_READ
    assert house.session.keep_items.keep(None, name="x").name == "x"
    house.session.lock()


def test_a_box_that_is_full_says_so(house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verbs, "MOST_BOX_BYTES", len(PHOTO) + 10)
    assert MOST_BOX_BYTES >= 2 * MOST_FILE_BYTES
    put_in(house.session, tmp_path)
    with pytest.raises(NotKept) as refused:
        put_in(house.session, tmp_path, SOUND)
    assert refused.value.why is Why.BOX_FULL
    house.session.lock()


def test_an_impossible_thing_is_not_sealed_first(house: House, tmp_path: Path) -> None:
    with pytest.raises(DomainError):
        put_in(house.session, tmp_path, name=" ")
    assert sealed(house.folder) == 0
    house.session.lock()


def test_it_can_be_stopped(house: House, tmp_path: Path) -> None:
    (tmp_path / "chosen").write_bytes(PHOTO)
    with pytest.raises(Stopped):
        house.session.keep_items.keep(tmp_path / "chosen", name="x", stop=lambda: True)
    assert house.session.keep_items.all == ()
    assert list(house.folder.glob("*.file*")) == []
    house.session.lock()


def test_only_what_is_a_photo_of_bearable_size_is_shown() -> None:
    assert can_be_shown(PHOTO, Medium.PNG)
    assert can_be_shown(jpeg(8_000, 6_000), Medium.JPEG)
    assert not can_be_shown(jpeg(60_000, 60_000), Medium.JPEG)
    assert not can_be_shown(PHOTO, Medium.GIF)
    assert not can_be_shown(b"<svg>", Medium.PNG)


@pytest.mark.parametrize(
    "fields",
    [{"name": "../../passwd"}, {"key": "0"}, {"size": 0}, {"size": MOST_FILE_BYTES + 1}],
    ids=["name", "key", "empty", "large"],
)
def test_a_file_that_cannot_be_is_refused(fields: dict[str, Any]) -> None:
    sound = KeptFile(name="a" * 24, key="0" * 64, size=1, medium=Medium.PNG)
    assert "0" not in repr(sound)
    with pytest.raises(DomainError):
        replace(sound, **fields)


# ------------------------------------------------------------------ gone


def test_what_was_deleted_comes_back_whole_until_the_lock(house: House, tmp_path: Path) -> None:
    thing = put_in(house.session, tmp_path)
    undo = house.session.keep_items.remove(thing)
    for _ in house.session.housekeeping.steps():
        pass
    undo()
    assert content(house.come_back()) == PHOTO
    house.session.keep_items.remove(house.session.keep_items.all[0])
    assert sealed(house.folder) == 1
    house.session.lock()
    assert sealed(house.folder) == 0


def test_what_a_kill_left_goes_with_the_housekeeping(house: House, tmp_path: Path) -> None:
    put_in(house.session, tmp_path)
    house.session._unlocked.vault.files.keep(iter([SOUND]))
    assert sealed(house.folder) == 2
    for _ in house.session.housekeeping.steps():
        pass
    assert sealed(house.folder) == 1
    assert content(house.session) == PHOTO
    house.session.lock()


def test_erasing_takes_them_along(house: House, tmp_path: Path) -> None:
    put_in(house.session, tmp_path)
    house.session.lock()
    (house.folder / "erasing").touch()
    assert finish_erasing(house.folder, disk=CheapDisk())
    assert not house.folder.exists()


def test_a_support_that_goes_leaves_its_name(house: House) -> None:
    session = house.session
    ana = session.supports.add("Ana")
    thing = session.keep_items.add(name="A card", words="dear you", from_whom=Someone(support=ana.id))
    undo = session.remove_support(ana)
    (freed,) = session.keep_items.all
    assert (freed.from_whom, freed.words) == (Someone(name="Ana"), "dear you")
    undo()
    assert session.keep_items.all[0].from_whom == thing.from_whom
    undo = session.remove_support(session.supports.all[0])
    session.keep_items.change(session.keep_items.all[0], from_whom=Someone(name="Ana from the choir"))
    undo()
    assert session.keep_items.all[0].from_whom == Someone(name="Ana from the choir")
    session.lock()


# ------------------------------------------------------------------ cuts and refusals

FOLDER = Path("/modelled")


def _keep_on_model(tmp_path: Path) -> tuple[ModelDisk, House]:
    disk = ModelDisk()
    house = House(FOLDER, disk)
    put_in(house.session, tmp_path, SOUND, "A hum")
    return disk, house


def _found(disk: ModelDisk) -> set[str]:
    """What is in the box after an unlock; each opens, and no other file is left once all is tidied."""
    session = House(FOLDER, disk, seed=2).session
    for _ in session.housekeeping.steps():
        pass
    names = {one.name for one in session.keep_items.all}
    for name in names:
        assert content(session, name) in (PHOTO, SOUND)
    assert len([name for name in disk.files() if ".file" in name]) == len(names)
    session.lock()
    return names


def test_a_power_cut_or_a_kill_at_any_call_leaves_it_whole_or_not_at_all(tmp_path: Path) -> None:
    chance, seen = seeded(5), []
    for cut in count(1):
        disk, house = _keep_on_model(tmp_path)
        disk.cut_at = disk.calls + cut
        try:
            put_in(house.session, tmp_path)
        except PowerCut:
            pass
        else:
            break
        for left in (disk.after_power_cut(chance), disk.after_kill()):
            found = _found(left)
            assert found in ({"A hum"}, {"A hum", "The sea"})
            seen.append(len(found))
    assert set(seen) == {1, 2}


@pytest.mark.parametrize(("number", "error"), [(errno.ENOSPC, DiskFull), (errno.EIO, ReadOnly)])
def test_a_disk_that_refuses_keeps_nothing_and_says_so(
    tmp_path: Path, number: int, error: type[VaultError]
) -> None:
    for at in count(1):
        disk, house = _keep_on_model(tmp_path)
        disk.errno, disk.fail_at = number, disk.calls + at
        try:
            put_in(house.session, tmp_path)
        except error:
            pass
        else:
            break
        assert [one.name for one in house.session.keep_items.all] == ["A hum"]
        house.session.lock()
        assert _found(disk) == {"A hum"}
    assert at > 6


# ------------------------------------------------------------------ elsewhere


def test_a_backup_that_is_made_by_itself_holds_them(house: House, tmp_path: Path) -> None:
    put_in(house.session, tmp_path)
    (tmp_path / "copies").mkdir()
    house.session.backups.make_automatic(tmp_path / "copies")
    write = house.session.lock()
    assert write is not None
    write()
    (copy,) = (tmp_path / "copies").iterdir()
    assert copy.stat().st_size > len(PHOTO)
    for path in house.folder.glob("*.file"):
        path.unlink()
    session = house.reopen()
    with pytest.raises(VaultDamaged):
        content(session)
    assert [one.kind for one in session.notices] == [NoticeKind.FILE_LOST]
    assert session.salvage.anything
    searched = session.salvage.bring_back(copy, lambda *_: None, lambda: False)
    assert [one.things for one in searched.brought] == [1]
    assert content(session) == PHOTO
    assert session.notices == ()
    session.lock()


def test_two_devices_bring_each_other_what_is_missing(tmp_path: Path) -> None:
    one, other = House(tmp_path / "one"), House(tmp_path / "other", seed=2)
    put_in(one.session, tmp_path)
    put_in(other.session, tmp_path, SOUND, "A hum")
    both_ways(one, other)
    for house in (one, other):
        assert [thing.name for thing in house.session.keep_items.all] == ["A hum", "The sea"]
        assert (content(house.session), content(house.session, "A hum")) == (PHOTO, SOUND)
        assert sealed(house.folder) == 2
    take(one, other)
    one.clock.turn(minutes=1)
    one.session.keep_items.remove(one.session.keep_items.all[0])
    both_ways(one, other)
    for house in (one, other):
        house.session.lock()
        assert sealed(house.folder) == 1
        assert content(house.reopen()) == PHOTO
        house.session.lock()


def test_a_merge_that_is_cut_off_names_no_file_that_is_not_there(tmp_path: Path) -> None:
    other = House(tmp_path / "other", seed=2)
    put_in(other.session, tmp_path)
    other.session.backups.make(tmp_path / "copy")
    other.session.lock()
    chance, seen = seeded(3), []
    for cut in count(1):
        disk = ModelDisk()
        disk.put("copy", (tmp_path / "copy").read_bytes())
        house = House(FOLDER, disk)
        incoming = house.session.merging.open(Path("/elsewhere/copy"), PASSPHRASE)
        disk.cut_at = disk.calls + cut
        try:
            incoming.bring_in()
        except PowerCut:
            pass
        else:
            break
        for left in (disk.after_power_cut(chance), disk.after_kill()):
            left.put("copy", b"")
            seen.append(len(_found(left)))
    assert set(seen) == {0, 1}


def test_everything_sealed_anew_opens_as_before(house: House, tmp_path: Path) -> None:
    put_in(house.session, tmp_path)
    session = house.session.sealed_anew(PASSPHRASE, "another")
    assert content(session) == PHOTO
    session.lock()
    session = House(house.folder, passphrase="another").session
    assert content(session) == PHOTO
    session.lock()


def test_no_word_and_no_part_of_a_file_leaves_the_seal(canary: Canary, tmp_path: Path) -> None:
    house = House(tmp_path / "vault")
    source = tmp_path / "chosen"
    source.write_bytes(png(4, 3) + str(canary).encode() * 9_000)
    thing = house.session.keep_items.keep(source, name=str(canary), words=str(canary))
    source.unlink()
    assert str(canary) not in repr((thing, thing.file))
    assert thing.file is not None
    assert str(canary).encode() in house.session.keep_items.content(thing.file)
    house.session.lock()
