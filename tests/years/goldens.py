"""The golden vaults: one of every version that was ever written, kept for ever and never written again."""

import json
import shutil
from hashlib import sha256
from pathlib import Path
from typing import Any

from app.vault import Vault
from tests.session.house import PASSPHRASE
from tests.vault.test_vault_format import GOLDEN_PASSPHRASE

FOLDER = Path(__file__).parent.parent / "golden"

RECORDS = tuple(sorted(path.name for path in FOLDER.glob("records-*") if path.is_dir()))
"""Those that hold records of every kind that there was."""

VAULTS = (*sorted(path.name for path in FOLDER.glob("vault-*") if path.is_dir()), *RECORDS)

SUMS = FOLDER / "SHA256SUMS"
"""The sum of every golden file, as ``sha256sum`` writes and checks it."""

CHANGING = {"SHA256SUMS", "shapes.json"}
"""What lies there and is no golden file."""

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


def sums() -> dict[str, str]:
    """The sum of every golden file as it is, by its name."""
    files = (path for path in FOLDER.rglob("*") if path.is_file() and path.name not in CHANGING)
    return {
        path.relative_to(FOLDER).as_posix(): sha256(path.read_bytes()).hexdigest() for path in sorted(files)
    }


def written_sums() -> dict[str, str]:
    """The sums that were written down."""
    lines = SUMS.read_text("utf-8").splitlines() if SUMS.exists() else []
    return {name: told for told, name in (line.split("  ", 1) for line in lines)}


def write_sums() -> None:
    """Write down the sums of what is new; those of what was there stay as they are."""
    both = sums() | written_sums()
    SUMS.write_text("".join(f"{told}  {name}\n" for name, told in sorted(both.items())), encoding="utf-8")
