"""Drafts: what is no draft is left out and noted, and stays as it is."""

from app.store.draft import Drafts
from app.store.left_out import LeftOut
from app.vault import Vault


def test_what_is_no_draft_is_left_out_and_stays(vault: Vault) -> None:
    odd = ({"key": "a"}, {"key": 7, "text": "b"}, {"key": "a", "text": 7}, {"key": "a", "text": "b", "c": 1})
    found = LeftOut()
    drafts, table = Drafts(vault, found), vault.collection("drafts").table("drafts")
    table.insert_multiple(odd)
    assert drafts.load() == {}
    assert [one.row for one in found.all] == [1, 2, 3, 4]
    drafts.save({"a": "words"}, was={})
    assert drafts.load() == {"a": "words"}
    drafts.save({}, was={"a": "words"})
    assert tuple(map(dict, table.all())) == odd
