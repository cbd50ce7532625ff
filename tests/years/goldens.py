"""The golden vaults: one of every version that was ever written, kept for ever and never written again."""

import json
import shutil
from pathlib import Path
from typing import Any

from app.vault import Vault
from tests.session.house import PASSPHRASE
from tests.vault.test_vault_format import GOLDEN_PASSPHRASE

FOLDER = Path(__file__).parent.parent / "golden"

RECORDS = tuple(sorted(path.name for path in FOLDER.glob("records-*") if path.is_dir()))
"""Those that hold records of every kind that there was."""

VAULTS = (*sorted(path.name for path in FOLDER.glob("vault-*") if path.is_dir()), *RECORDS)

Content = dict[str, Any]


def passphrase_of(name: str) -> str:
    """What opens a golden vault. It is published."""
    return PASSPHRASE if name in RECORDS else GOLDEN_PASSPHRASE


def copied(name: str, to: Path) -> Path:
    """A copy of a golden vault, to do anything with."""
    return Path(shutil.copytree(FOLDER / name, to / name))


def held(vault: Vault) -> Content:
    """Everything in an open vault as it is sealed, by collection and table."""
    return {name: json.loads(json.dumps(vault.tables(name))) for name in vault.collections()}


def said_beside(name: str) -> Any:
    """What the file beside a golden vault says is in it."""
    return json.loads((FOLDER / f"{name}.json").read_text("utf-8"))


def tree(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    """Every file below a folder: its bytes, its mode, and when it was last changed; of folders the latter two."""
    return {
        str(path.relative_to(folder)): (
            path.read_bytes() if path.is_file() else b"",
            path.stat().st_mode,
            path.stat().st_mtime_ns,
        )
        for path in (folder, *sorted(folder.rglob("*")))
    }
