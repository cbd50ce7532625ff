"""The key file: what opens it, what it says about what does not, and what becomes of damage."""

import hashlib
import unicodedata
from pathlib import Path

import pytest

from app.vault import (
    Cost,
    Disk,
    Notice,
    NoticeKind,
    NoVault,
    TooLittleMemory,
    Vault,
    VaultDamaged,
    VaultError,
    VaultExists,
    VaultInUse,
    VaultUnsupported,
    WrongPassphrase,
)
from tests.vault.disks import CHEAP, CheapDisk, ModelDisk, fresh_vault, unlocked

FOLDER = Path("/modelled")
APP = Path(__file__).parent.parent.parent / "app"
BODY_BYTES = 37 + 4 * 108


def _disk() -> ModelDisk:
    disk = ModelDisk()
    fresh_vault(FOLDER, "passphrase", disk).close()
    return disk


def _with_keys(first: bytes | None, second: bytes | None) -> ModelDisk:
    disk = ModelDisk()
    for name, content in (("vault.key", first), ("vault.key.bak", second)):
        if content is not None:
            disk.put(name, content)
    return disk


def _checksummed(body: bytes, rest: bytes) -> bytes:
    return body + hashlib.sha256(body).digest() + rest


def _flips(raw: bytes) -> list[bytes]:
    return [
        raw[: bit // 8] + bytes([raw[bit // 8] ^ 1 << bit % 8]) + raw[bit // 8 + 1 :]
        for bit in range(len(raw) * 8)
    ]


def test_a_vault_is_there_again_after_a_restart(tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path / "vault")
    vault.collection("a").table("things").insert({"text": "ä\ud800\0", "deep": [{"x": [1.5, None, True]}]})
    vault.close()
    again = unlocked(tmp_path / "vault")
    assert again.collection("a").table("things").all() == [
        {"text": "ä\ud800\0", "deep": [{"x": [1.5, None, True]}]}
    ]
    assert again.notices == ()
    again.close()


def test_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path / "new" / "vault")
    vault.collection("a").insert({})
    vault.close()
    assert (tmp_path / "new" / "vault").stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "new" / "vault").iterdir()} == {0o600}


def test_a_wrong_passphrase_is_named_as_such() -> None:
    with pytest.raises(WrongPassphrase):
        unlocked(FOLDER, "passphrasE", _disk())


def test_a_passphrase_is_kept_as_typed_but_for_how_accents_are_composed() -> None:
    disk = ModelDisk()
    fresh_vault(FOLDER, unicodedata.normalize("NFD", " Grün "), disk).close()
    unlocked(FOLDER, unicodedata.normalize("NFC", " Grün "), disk).close()
    for other in ("Grün", " grün ", " Grun "):
        with pytest.raises(WrongPassphrase):
            unlocked(FOLDER, other, disk)


def test_no_vault_is_named_as_such(tmp_path: Path) -> None:
    assert not Vault.exists(tmp_path)
    with pytest.raises(NoVault):
        Vault.unlock(tmp_path, "passphrase")
    assert list(tmp_path.iterdir()) == []


def test_a_vault_is_not_made_over_another(tmp_path: Path) -> None:
    fresh_vault(tmp_path).close()
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    for gone in (None, "vault.key"):
        if gone:
            (tmp_path / gone).unlink()
            del before[gone]
        assert Vault.exists(tmp_path)
        with pytest.raises(VaultExists):
            fresh_vault(tmp_path)
        assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_vault_that_is_open_is_not_opened_again(tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path)
    with pytest.raises(VaultInUse):
        unlocked(tmp_path)
    vault.close()
    unlocked(tmp_path).close()


def test_any_flipped_bit_of_the_first_copy_is_healed_from_the_second() -> None:
    good = _disk().files()["vault.key"]
    for bad in _flips(good):
        disk = _with_keys(bad, good)
        vault = unlocked(FOLDER, "passphrase", disk)
        assert Notice(NoticeKind.HEALED, "") in vault.notices
        assert disk.files()["vault.key"] == good


def test_any_flipped_bit_of_the_second_copy_is_healed_from_the_first() -> None:
    good = _disk().files()["vault.key"]
    for bad in _flips(good)[::7]:
        disk = _with_keys(good, bad)
        vault = unlocked(FOLDER, "passphrase", disk)
        assert Notice(NoticeKind.HEALED, "") in vault.notices
        assert disk.files()["vault.key.bak"] == good


def test_any_flipped_bit_of_the_only_copy_is_damage_and_never_a_wrong_passphrase() -> None:
    good = _disk().files()["vault.key"]
    for bad in _flips(good):
        disk = _with_keys(bad, None)
        with pytest.raises(VaultDamaged):
            unlocked(FOLDER, "passphrase", disk)
        assert disk.files() == {"vault.key": bad}


def test_a_key_file_cut_anywhere_is_damaged_in_both_copies_and_healed_in_one() -> None:
    good = _disk().files()["vault.key"]
    for size in range(len(good)):
        with pytest.raises(VaultDamaged):
            unlocked(FOLDER, "passphrase", _with_keys(good[:size], good[:size]))
        unlocked(FOLDER, "passphrase", _with_keys(good[:size], good))


def test_an_altered_slot_with_a_repaired_checksum_is_noticed() -> None:
    good = _disk().files()["vault.key"]
    last_slot = BODY_BYTES - 1
    body = good[:last_slot] + bytes([good[last_slot] ^ 1])
    altered = _checksummed(body, good[-32:])
    with pytest.raises(VaultDamaged):
        unlocked(FOLDER, "passphrase", _with_keys(altered, altered))
    vault = unlocked(FOLDER, "passphrase", _with_keys(altered, good))
    assert Notice(NoticeKind.HEALED, "") in vault.notices


@pytest.mark.parametrize("copies", [1, 2])
def test_a_newer_key_file_is_unsupported_and_left_alone(copies: int, tmp_path: Path) -> None:
    good = _disk().files()["vault.key"]
    newer = _checksummed(b"SEALKEY\x02" + good[8:BODY_BYTES], good[-32:])
    for name in ("vault.key", "vault.key.bak")[:copies]:
        (tmp_path / name).write_bytes(newer)
    if copies == 1:
        (tmp_path / "vault.key.bak").write_bytes(good)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(VaultUnsupported):
        unlocked(tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_newer_version_without_a_checksum_we_know_is_unsupported_where_both_copies_say_so() -> None:
    good = _disk().files()["vault.key"]
    newer = b"SEALKEY\x02" + good[8:]
    with pytest.raises(VaultUnsupported):
        unlocked(FOLDER, "passphrase", _with_keys(newer, newer))


@pytest.mark.parametrize(
    ("offset", "value", "why"),
    [
        (1, 2, "an unknown key derivation"),
        (2, 1, "a flag"),
        (0, 9, "an unknown kind"),
        (4, 19, "N beyond the ceiling"),
        (4, 0, "N below the floor"),
        (7, 255, "a number of bits that would never be shifted through"),
        (8, 7, "another r"),
        (15, 255, "p beyond the ceiling"),
        (12, 0, "no p"),
    ],
)
def test_a_slot_that_cannot_be_tried_is_unsupported_before_any_work(
    offset: int, value: int, why: str
) -> None:
    good = _disk().files()["vault.key"]
    at = 37 + offset
    odd = _checksummed(good[:at] + bytes([value]) + good[at + 1 : BODY_BYTES], good[-32:])
    with pytest.raises(VaultUnsupported):
        unlocked(FOLDER, "passphrase", _with_keys(odd, odd))


def test_the_newer_of_two_sound_copies_decides() -> None:
    disk = _disk()
    old = disk.files()["vault.key"]
    vault = unlocked(FOLDER, "passphrase", disk)
    vault.change_passphrase("passphrase", "another")
    vault.close()
    new = disk.files()["vault.key"]
    for first, second in ((old, new), (new, old)):
        with pytest.raises(WrongPassphrase):
            unlocked(FOLDER, "passphrase", _with_keys(first, second))
        both = _with_keys(first, second)
        unlocked(FOLDER, "another", both)
        assert both.files()["vault.key"] == both.files()["vault.key.bak"] == new


def test_a_changed_passphrase_opens_and_the_old_one_does_not(tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path)
    vault.collection("a").insert({"kept": True})
    logs = {path.name: path.read_bytes() for path in tmp_path.glob("*.db")}
    with pytest.raises(WrongPassphrase):
        vault.change_passphrase("not it", "new")
    vault.change_passphrase("passphrase", "new")
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.db")} == logs
    vault.close()
    with pytest.raises(WrongPassphrase):
        unlocked(tmp_path)
    again = unlocked(tmp_path, "new")
    assert again.collection("a").all() == [{"kept": True}]
    again.close()


def test_an_old_key_file_still_opens_with_its_old_passphrase() -> None:
    disk = _disk()
    old = disk.files()["vault.key"]
    vault = unlocked(FOLDER, "passphrase", disk)
    vault.change_passphrase("passphrase", "another")
    vault.collection("a").insert({"after": "the change"})
    vault.close()
    for name in ("vault.key", "vault.key.bak"):
        disk.put(name, old)
    assert unlocked(FOLDER, "passphrase", disk).collection("a").all() == [{"after": "the change"}]


def test_there_are_always_four_slots_and_decoys_look_like_recovery_slots() -> None:
    raw = _disk().files()["vault.key"]
    slots = [raw[start : start + 108] for start in range(37, BODY_BYTES, 108)]
    assert [slot[0] for slot in slots] == [1, 2, 2, 2]
    assert {slot[1:16] for slot in slots[1:]} == {bytes(15)}
    assert len({slot[16:] for slot in slots}) == 4
    assert len(raw) == BODY_BYTES + 64


def test_too_little_memory_is_never_a_wrong_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    disk = _disk()

    class Greedy:
        def __init__(self, **_: object) -> None:
            return

        def derive(self, _: bytes) -> bytes:
            raise MemoryError

    monkeypatch.setattr("app.vault.cost.Scrypt", Greedy)
    with pytest.raises(TooLittleMemory):
        unlocked(FOLDER, "passphrase", disk)
    with pytest.raises(TooLittleMemory):
        Cost.measured()


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [((1.0,), Cost(17, 8, 1)), ((2.0, 1.4), Cost(16, 8, 2)), ((2.0, 2.0, 9.0), Cost(15, 8, 3))],
)
def test_the_cost_steps_down_on_a_slow_device(seconds: tuple[float, ...], expected: Cost) -> None:
    times = iter([moment for length in seconds for moment in (0.0, length)])
    assert Cost.measured(seconds=lambda: next(times), derive=lambda *_: b"") == expected


def test_the_cost_steps_down_where_memory_is_short() -> None:
    def derive(cost: Cost, _: bytes, __: bytes) -> bytes:
        if cost.log2_n > 15:
            raise TooLittleMemory
        return b""

    assert Cost.measured(seconds=lambda: 0.0, derive=derive) == Cost(15, 8, 3)


def test_all_steps_of_the_cost_are_allowed_and_nothing_weaker_is() -> None:
    least = Disk().least_cost
    assert all(Cost(log2_n, 8, p).allowed(least) for log2_n, p in ((17, 1), (16, 2), (15, 3), (18, 2)))
    weak_or_odd = [
        (15, 8, 2),
        (14, 8, 6),
        (16, 8, 1),
        (17, 4, 2),
        (18, 8, 3),
        (19, 8, 1),
        (17, 8, 0),
        (17, 8, 5),
    ]
    assert not any(Cost(*odd).allowed(least) for odd in weak_or_odd)


def test_a_weak_vault_is_neither_made_nor_opened_by_accident(tmp_path: Path) -> None:
    with pytest.raises(ValueError):
        Vault.create(tmp_path / "weak", "passphrase", cost=CHEAP)
    assert not (tmp_path / "weak").exists()
    fresh_vault(tmp_path / "cheap").close()
    with pytest.raises(VaultUnsupported):
        Vault.unlock(tmp_path / "cheap", "passphrase")


def test_the_default_cost_opens_what_it_made(tmp_path: Path) -> None:
    Vault.create(tmp_path / "vault", "passphrase", cost=Cost(15, 8, 3)).close()
    Vault.unlock(tmp_path / "vault", "passphrase").close()
    assert Cost() == Cost(17, 8, 1)


def test_only_tests_ask_for_less() -> None:
    setting = [
        path
        for path in APP.rglob("*.py")
        if "least_cost" in path.read_text(encoding="utf-8") and path.relative_to(APP).parts[0] != "vault"
    ]
    assert setting == []
    assert CheapDisk.least_cost != Disk.least_cost == Cost(15, 8, 3)


def test_a_locked_vault_holds_nothing_and_says_so(tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path)
    database = vault.collection("a")
    table = database.table("things")
    table.insert({"word": "kept"})
    table.search(lambda document: True)
    vault.close()
    vault.close()
    uses = (
        lambda: vault.collection("a"),
        vault.collections,
        lambda: vault.change().__enter__(),
        lambda: vault.fold("a"),
        lambda: vault.summary("a"),
        lambda: vault.summarise("a", 1),
        lambda: vault.change_passphrase("passphrase", "new"),
        lambda: vault.notices,
        lambda: vault.read_only,
        table.all,
        lambda: table.insert({}),
        lambda: len(database),
        database.tables,
    )
    for use in uses:
        with pytest.raises(VaultError, match=r"^locked$"):
            use()
    assert "kept" not in repr((vault, database, table, vars(vault), vars(table), vars(database)))


def test_locking_within_a_change_drops_it(tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path)
    with pytest.raises(VaultError, match=r"^locked$"), vault.change():  # noqa: PT012  # the block is what is tried
        vault.collection("a").insert({})
        vault.close()
    again = unlocked(tmp_path)
    assert again.collections() == ()
    again.close()


def test_a_key_file_that_the_system_does_not_let_one_read_is_not_called_damaged() -> None:
    class Refusing(ModelDisk):
        refused: tuple[str, ...] = ()

        def read(self, path: Path) -> bytes:
            if path.name in self.refused:
                raise PermissionError("refused")
            return super().read(path)

    disk = Refusing()
    fresh_vault(FOLDER, "passphrase", disk).close()
    disk.refused = ("vault.key", "vault.key.bak")
    with pytest.raises(VaultError) as caught:
        unlocked(FOLDER, "passphrase", disk)
    assert type(caught.value) is VaultError
    disk.refused = ("vault.key",)
    unlocked(FOLDER, "passphrase", disk).close()
