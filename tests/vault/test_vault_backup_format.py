"""The format of a backup is what its page says, and an old backup opens for ever."""

import ast
import sys
from pathlib import Path

import pytest

from app.vault import Vault
from tests.vault import backup_by_the_book
from tests.vault.backups import CONTENT, filled, opened
from tests.vault.disks import CHEAP, CheapDisk
from tests.vault.test_vault_format import GOLDEN_CONTENT, GOLDEN_PASSPHRASE, write_golden

GOLDEN = Path(__file__).parent.parent / "golden" / "backup-1.sealed"
GOLDEN_ABOUT = {"made_at": "2026-11-21T08:30:00+01:00"}


def test_the_golden_backup_opens() -> None:
    backup = opened(GOLDEN, GOLDEN_PASSPHRASE)
    assert backup.about() == GOLDEN_ABOUT
    assert dict(backup.collections()) == GOLDEN_CONTENT
    assert backup.check().sound
    backup.close()


def test_the_golden_backup_opens_by_the_book() -> None:
    assert backup_by_the_book.open_backup(GOLDEN, GOLDEN_PASSPHRASE) == (GOLDEN_ABOUT, GOLDEN_CONTENT)


def test_a_new_backup_opens_by_the_book(tmp_path: Path) -> None:
    vault = filled(tmp_path / "vault")
    vault.collection("large").table("t").insert({"text": "x" * 300_000})
    vault.back_up(tmp_path / "copy", about=[1])
    vault.close()
    about, content = backup_by_the_book.open_backup(tmp_path / "copy", "passphrase")
    assert about == [1]
    assert content == CONTENT | {"large": {"t": {"1": {"text": "x" * 300_000}}}}
    with pytest.raises(ValueError):
        backup_by_the_book.open_backup(tmp_path / "copy", "other")


def test_the_second_opener_knows_nothing_of_ours() -> None:
    tree = ast.parse(Path(backup_by_the_book.__file__).read_text(encoding="utf-8"))
    imported = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            imported |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add(node.module or "")
    foreign = {name for name in imported if name.split(".")[0] not in sys.stdlib_module_names}
    assert {name for name in foreign if not name.startswith("cryptography.")} == {
        "tests.vault.open_by_the_book"
    }


if __name__ == "__main__":  # how the golden backup was made; there is no reason to make it again
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "vault"
        write_golden(Vault.create(folder, GOLDEN_PASSPHRASE, disk=CheapDisk(), cost=CHEAP))
        vault = Vault.unlock(folder, GOLDEN_PASSPHRASE, disk=CheapDisk())
        vault.back_up(GOLDEN, about=GOLDEN_ABOUT)
        vault.close()
