"""What this device remembers of its copies: an older version leaves alone what a newer one remembers."""

import pytest

from app.store import shape
from app.store.copies import Copies, CopiesKept
from app.vault import Vault


def test_what_is_remembered_is_there_again(vault: Vault) -> None:
    CopiesKept(vault).change(automatic=True, folder="/copies")
    assert CopiesKept(vault).now == Copies(place=str(vault.place), automatic=True, folder="/copies")


def test_a_newer_shape_is_read_from_the_older_one_and_written_beside_it(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    CopiesKept(vault).change(automatic=True, folder="/copies")
    with monkeypatch.context() as newer:
        newer.setitem(shape.STEPS, Copies, (lambda record: record | {"folder": "/newer"},))
        kept = CopiesKept(vault)
        assert kept.now.folder == "/newer"
        kept.change(made=("a",))
        assert CopiesKept(vault).now.made == ("a",)
    older = CopiesKept(vault)
    assert (older.now.automatic, older.now.folder, older.now.made) == (True, "/copies", ())
    older.change(folder="/elsewhere")
    assert CopiesKept(vault).now.folder == "/elsewhere"
    monkeypatch.setitem(shape.STEPS, Copies, (dict,))
    assert (CopiesKept(vault).now.folder, CopiesKept(vault).now.made) == ("/newer", ("a",))
