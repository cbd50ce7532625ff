"""Drafts: words that were begun and not yet saved."""

from collections.abc import Mapping
from typing import Any, cast

from tinydb.queries import QueryLike

from app.store.left_out import LeftOut
from app.vault import Vault


class Drafts:
    """Drafts by their key, sealed. A key is a name from our own code, with the id of a thing where it needs one.

    What is no draft is left out and noted, and stays as it is.
    """

    def __init__(self, vault: Vault, left_out: LeftOut | None = None) -> None:
        self._vault = vault
        self._table = vault.collection("drafts").table("drafts")
        self._note = (left_out or LeftOut()).of("draft", "drafts")

    def load(self) -> dict[str, str]:
        """Every draft."""
        rows = self._table.all()
        self._note({row.doc_id: False for row in rows if not is_draft(row)})
        return {row["key"]: row["text"] for row in rows if is_draft(row)}

    def save(self, drafts: dict[str, str], *, was: dict[str, str]) -> None:
        """Turn the drafts that were kept into these, as one change."""
        with self._vault.change():
            for key, text in drafts.items():
                if was.get(key) != text:
                    self._table.upsert({"key": key, "text": text}, _of(key))
            for gone in was.keys() - drafts.keys():
                self._table.remove(_of(gone))


def is_draft(record: Mapping[str, Any]) -> bool:
    """Whether a record is a draft."""
    return record.keys() == {"key", "text"} and all(isinstance(one, str) for one in record.values())


def _of(key: str) -> QueryLike:
    return cast("QueryLike", lambda record: is_draft(record) and record["key"] == key)
