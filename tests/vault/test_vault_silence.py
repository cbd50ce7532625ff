"""Nothing readable leaves the vault: no word in a file, a name, a repr or an error; and one place touches the disk."""

import ast
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest
from tinydb import where

from app.vault import DiskFull, Vault, VaultError
from app.vault.keys import Keys
from tests.canary import Canary
from tests.vault.disks import CheapDisk, ModelDisk, fresh_vault, unlocked

ROOM = Path(__file__).parent.parent.parent / "app" / "vault"
TOUCHING = {"open", "os", "io", "shutil", "tempfile", "pathlib"}
DISK_CALLS = {
    "read_bytes", "read_text", "write_bytes", "write_text", "unlink", "rename", "replace", "mkdir", "rmdir", "touch",
    "open", "exists", "is_file", "is_dir", "iterdir", "glob", "rglob", "stat", "chmod", "fsync", "pwrite", "listdir",
}  # fmt: skip


def test_a_phrase_in_every_field_is_in_no_file(canary: Canary, tmp_path: Path) -> None:
    phrase = str(canary)
    vault = fresh_vault(tmp_path / "vault", phrase)
    for number in range(3):
        with vault.change():
            vault.collection(phrase).table(phrase).insert({phrase: [phrase, {phrase: phrase}], "n": number})
            vault.collection("b").table("b").insert({"text": phrase * 300})
    vault.collection(phrase).table(phrase).update({"more": phrase}, where("n") == 1)
    vault.summarise(phrase, {phrase: phrase})
    vault.fold("b")
    vault.change_passphrase(phrase, phrase + phrase)
    vault.close()
    torn = next((tmp_path / "vault").glob("*.db"))
    torn.write_bytes(torn.read_bytes() + b"cut")
    again = unlocked(tmp_path / "vault", phrase + phrase)
    assert [again.collection(name).tables() for name in again.collections()]
    again.close()


class _FullDisk(CheapDisk):
    full = False

    def write_at(self, file: int, data: bytes, offset: int) -> None:
        if self.full:
            raise OSError(28, "no space")
        super().write_at(file, data, offset)


def test_no_error_and_no_repr_quotes_what_was_typed(canary: Canary, tmp_path: Path) -> None:
    phrase = str(canary)
    disk = _FullDisk()
    vault = fresh_vault(tmp_path / "vault", phrase, disk)
    table = vault.collection("a").table("things")
    table.insert({"text": phrase})
    disk.full = True
    failing: tuple[Callable[[], object], ...] = (
        lambda: table.insert({"text": phrase}),
        lambda: table.insert({"text": {phrase}}),
        lambda: table.insert({phrase: float("inf")}),
        lambda: vault.change_passphrase(phrase + "\ud800", phrase),
        lambda: vault.change_passphrase(phrase, phrase + "\ud800"),
        lambda: unlocked(tmp_path / "vault", phrase + "\ud800"),
        lambda: vault.collection("." + phrase),
    )
    for call in failing:
        with pytest.raises((VaultError, TypeError, ValueError)) as caught:
            call()
        told = "".join(traceback.format_exception(caught.value, chain=True))
        assert phrase not in told.replace("\n", "")
    storage = table.storage
    for thing in (
        vault,
        vault.collection("a"),
        table,
        storage,
        *vars(vault).values(),
        *vars(storage).values(),
    ):
        if not isinstance(thing, dict):
            assert phrase not in repr(thing)
    vault.close()


def test_a_passphrase_with_half_a_surrogate_opens_what_it_sealed() -> None:
    disk = ModelDisk()
    folder = Path("/modelled")
    fresh_vault(folder, "half \ud83d", disk).close()
    unlocked(folder, "half \ud83d", disk).close()


def test_names_of_files_say_nothing(tmp_path: Path) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    names = []
    for folder in folders:
        vault = fresh_vault(folder)
        vault.collection("check_ins/2026-11").insert({})
        vault.close()
        names.append({path.name for path in folder.glob("*.db")})
    assert not names[0] & names[1]


def test_one_module_touches_the_disk() -> None:
    found = {}
    for path in sorted(ROOM.glob("*.py")):
        touching = _touches(ast.parse(path.read_text(encoding="utf-8")))
        if touching:
            found[path.name] = touching
    assert set(found) == {"disk.py"}


def test_the_search_for_calls_finds_them() -> None:
    for code in ("open('x')", "Path('x').read_bytes()", "os.fsync(1)", "path.unlink()", "import shutil"):
        assert _touches(ast.parse(code)), code


def _touches(tree: ast.Module) -> set[str]:
    """Calls that reach a disk by other ways than a disk object's own methods."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = (
                [node.module or ""] if isinstance(node, ast.ImportFrom) else [one.name for one in node.names]
            )
            found |= {name for name in names if name in {"shutil", "tempfile", "io", "mmap"}}
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open":
            found.add("open")
        if isinstance(node, ast.Attribute) and node.attr in DISK_CALLS and not _ours(node.value):
            found.add(node.attr)
    return found


def _ours(receiver: ast.expr) -> bool:
    """Whether this is something of ours that has methods of these names."""
    name = receiver.attr if isinstance(receiver, ast.Attribute) else getattr(receiver, "id", "")
    return name in {"disk", "_disk", "log", "_log", "changes", "sealer", "self", "key_copies", "dataclasses"}


def test_a_full_disk_is_an_error_of_the_vault() -> None:
    assert issubclass(DiskFull, VaultError)
    assert "Vault" in repr(Vault)


def test_keys_that_were_forgotten_name_no_file_not_even_one_they_named_before() -> None:
    keys = Keys(bytes(32), bytes(16))
    assert len(keys.file_stem("check_ins/2026-11")) == 24
    keys.forget()
    with pytest.raises(VaultError, match="locked"):
        keys.file_stem("check_ins/2026-11")
