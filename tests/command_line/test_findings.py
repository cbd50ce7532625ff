"""What a backup holds is told of every kind that a person would count, here and on screen."""

import pytest

from app.command_line.findings import amount
from app.store.backup import Contents
from app.store.stem import STEMS
from app.ui.screens.backups_testing import held
from app.vault import Check
from app.words import command_line


@pytest.mark.parametrize("stem", [stem.name for stem in STEMS if stem.counted])
def test_a_backup_with_one_kind_of_thing_does_not_hold_nothing(stem: str) -> None:
    check = Check(collections=(), frames=0, size=0, unknown=0, notices=())
    contents = Contents(check=check, made_at=None, counts={stem: 2}, newest=None)
    (told,) = amount(contents)
    assert told != command_line.holds_nothing
    assert "2" in told
    (shown,) = held(contents)
    assert "2" in shown
