"""The format is what its page says: a second opener reads our vaults, and an old vault opens for ever."""

import ast
import math
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tinydb.table import Document

from app.vault import Backup, SealedFile, Vault, restore
from tests.vault import backup_by_the_book, open_by_the_book
from tests.vault.disks import CHEAP, CheapDisk, fresh_vault, unlocked

GOLDEN = Path(__file__).parent.parent / "golden" / "vault-1"
KILLED = GOLDEN.with_name("vault-2")
"""One whose logs are of the second version, with what a kill has left of the room in one of them."""

WITH_FILE = GOLDEN.with_name("vault-3")
"""One with a log of the third version, in which a document names a sealed file."""

GOLDEN_PASSPHRASE = "harbour lantern – Grün"  # of a vault that is published
GOLDEN_CONTENT = {
    "plan": {"parts": {"1": {"text": "Zeile eins\nline two", "order": 2}}, "empty": {}},
    "check_ins/2026-10": {"check_ins": {str(row): {"n": row, "note": "calm " * row} for row in range(2, 31)}},
    "check_ins/2026-11": {
        "check_ins": {str(2**127 + 5): {"n": 0, "half": "\ud83d", "deep": [{"a": [True, None, 1.5]}]}}
    },
}
GOLDEN_SUMMARY = {"count": 29}
GOLDEN_FILE = b"a letter, in two lines\nand more" * 100


def write_golden(vault: Vault) -> None:
    """Fill a new vault with what the golden one holds, by every kind of frame."""
    old = vault.collection("check_ins/2026-10").table("check_ins")
    for row in range(1, 31):
        old.insert({"n": row, "note": "calm " * row})
    old.remove(doc_ids=[1])
    vault.fold("check_ins/2026-10")
    with vault.change():
        plan = vault.collection("plan")
        plan.table("parts").insert({"text": "to be changed"})
        plan.table("gone").insert({"x": 1})
        new = vault.collection("check_ins/2026-11").table("check_ins")
        new.insert(
            Document({"n": 0, "half": "\ud83d", "deep": [{"a": [True, None, 1.5]}]}, doc_id=2**127 + 5)
        )
    plan.table("parts").update({"text": "Zeile eins\nline two", "order": 2})
    plan.table("empty").insert({"y": 1})
    plan.table("empty").truncate()
    plan.drop_table("gone")
    vault.summarise("check_ins/2026-10", GOLDEN_SUMMARY)
    vault.close()


def _content(vault: Vault) -> dict[str, object]:
    return {name: vault.collection(name).storage.read() for name in vault.collections()}


@pytest.mark.parametrize("golden", [GOLDEN, KILLED], ids=["version 1", "version 2"])
def test_a_golden_vault_opens(tmp_path: Path, golden: Path) -> None:
    shutil.copytree(golden, tmp_path / "vault")
    vault = unlocked(tmp_path / "vault", GOLDEN_PASSPHRASE)
    assert vault.summary("check_ins/2026-10") == GOLDEN_SUMMARY
    assert _content(vault) == GOLDEN_CONTENT
    assert vault.notices == ()
    vault.collection("plan").insert({"written": "on"})
    vault.close()


def test_the_golden_vaults_open_by_the_book() -> None:
    assert any(path.read_bytes().endswith(bytes(1024)) for path in KILLED.glob("*.db")), "with room"
    for golden in (GOLDEN, KILLED):
        assert open_by_the_book.open_vault(golden, GOLDEN_PASSPHRASE) == GOLDEN_CONTENT


def write_golden_file(vault: Vault) -> None:
    """Fill a new vault with what the golden one with a file holds."""
    kept = vault.files.keep(iter([GOLDEN_FILE]))
    named = {"name": kept.name, "key": kept.key, "size": kept.size, "kind": "text"}
    vault.collection("box+files").table("things").insert({"file": named})
    vault.close()


def test_the_golden_vault_with_a_file_opens_also_by_the_book(tmp_path: Path) -> None:
    shutil.copytree(WITH_FILE, tmp_path / "vault")
    vault = unlocked(tmp_path / "vault", GOLDEN_PASSPHRASE)
    (row,) = vault.collection("box+files").table("things").all()
    kept = SealedFile.named_by(row)
    assert kept is not None
    assert b"".join(vault.files.read(kept)) == GOLDEN_FILE
    assert vault.check().sound
    vault.close()
    held = open_by_the_book.open_vault(WITH_FILE, GOLDEN_PASSPHRASE)
    assert held == {"box+files": {"things": {"1": row}}}
    assert open_by_the_book.open_file(WITH_FILE, held["box+files"]["things"]["1"]) == GOLDEN_FILE


def test_a_new_vault_with_a_file_opens_by_the_book_and_so_does_its_backup(tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path / "vault", GOLDEN_PASSPHRASE)
    vault.back_up(tmp_path / "empty")
    write_golden_file(vault)
    vault = unlocked(tmp_path / "vault", GOLDEN_PASSPHRASE)
    vault.fold("box+files")
    vault.back_up(tmp_path / "copy")
    vault.close()
    held = open_by_the_book.open_vault(tmp_path / "vault", GOLDEN_PASSPHRASE)
    document = held["box+files"]["things"]["1"]
    assert open_by_the_book.open_file(tmp_path / "vault", document) == GOLDEN_FILE
    restore(Backup.open(tmp_path / "copy", GOLDEN_PASSPHRASE, disk=CheapDisk()), tmp_path / "other")
    assert open_by_the_book.open_file(tmp_path / "other", document) == GOLDEN_FILE
    assert backup_by_the_book.open_backup(tmp_path / "copy", GOLDEN_PASSPHRASE) == (None, held)


def test_a_file_of_the_first_version_never_gets_room(tmp_path: Path) -> None:
    shutil.copytree(GOLDEN, tmp_path / "vault")
    vault = unlocked(tmp_path / "vault", GOLDEN_PASSPHRASE)
    path = tmp_path / "vault" / vault._folder.log_path("plan").name
    before = path.stat().st_size
    for number in range(5):
        vault.collection("plan").insert({"n": number})
    assert path.stat().st_size == before + 5 * 512
    vault.fold("plan")
    for number in range(5):
        vault.collection("plan").insert({"n": number})
    assert not any(path.read_bytes()[-512:]), "written anew, it has"
    vault.close()


def test_a_new_vault_opens_by_the_book(tmp_path: Path) -> None:
    write_golden(fresh_vault(tmp_path, GOLDEN_PASSPHRASE))
    assert open_by_the_book.open_vault(tmp_path, GOLDEN_PASSPHRASE) == GOLDEN_CONTENT
    for path in tmp_path.glob("*.db"):
        assert path.stat().st_size % 512 == 0


def test_a_changed_passphrase_opens_by_the_book(tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path)
    vault.collection("a").insert({"n": 1})
    vault.change_passphrase("passphrase", "new")
    vault.close()
    assert open_by_the_book.open_vault(tmp_path, "new") == {"a": {"_default": {"1": {"n": 1}}}}
    with pytest.raises(ValueError):
        open_by_the_book.open_vault(tmp_path, "passphrase")


def test_the_second_opener_knows_nothing_of_ours() -> None:
    tree = ast.parse(Path(open_by_the_book.__file__).read_text(encoding="utf-8"))
    imported = {
        name.split(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert imported - set(sys.stdlib_module_names) == {"cryptography"}


def test_sizes_are_padded_as_the_page_says(tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path)
    vault.collection("a").insert({})
    path = tmp_path / vault._folder.log_path("a").name
    for length in range(0, 40_000, 997):
        before = path.stat().st_size
        vault.collection("a").insert({"text": "x" * length})
        row = len(vault.collection("a"))
        vault.close()
        grown = path.stat().st_size - before
        vault = unlocked(tmp_path)
        bare = 32 + 22 + len(f'[["p","_default",{row},{{"text":"{"x" * length}"}}]]') + 16
        assert grown == _padded(bare)
    vault.close()


def _padded(size: int) -> int:
    if size > 4096:
        exponent = math.floor(math.log2(size))
        step = 2 ** (exponent - math.floor(math.log2(exponent)) - 1)
        size = math.ceil(size / step) * step
    return math.ceil(size / 512) * 512


if __name__ == "__main__":  # how the newest golden vault was made; there is no reason to make it again
    with TemporaryDirectory() as begun:
        write_golden(Vault.create(Path(begun), GOLDEN_PASSPHRASE, disk=CheapDisk(), cost=CHEAP))
        killed = unlocked(Path(begun), GOLDEN_PASSPHRASE)
        for order in (1, 2, 1, 2):
            killed.collection("plan").table("parts").update({"order": order}, doc_ids=[1])
        shutil.copytree(begun, KILLED, ignore=shutil.ignore_patterns("lock"))
        killed.close()
