"""What tests of the store stand on: a cheap vault, open."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.vault import Vault
from tests.vault.disks import fresh_vault


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    made = fresh_vault(tmp_path / "vault")
    yield made
    made.close()
