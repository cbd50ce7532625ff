"""Drafts: words that were begun and not yet saved."""

from tinydb import where

from app.vault import Vault


class Drafts:
    """Drafts by their key, sealed. A key is a name from our own code, with the id of a thing where it needs one."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._table = vault.collection("drafts").table("drafts")

    def load(self) -> dict[str, str]:
        """Every draft."""
        return {row["key"]: row["text"] for row in self._table.all()}

    def save(self, drafts: dict[str, str], *, was: dict[str, str]) -> None:
        """Turn the drafts that were kept into these, as one change."""
        with self._vault.change():
            for key, text in drafts.items():
                if was.get(key) != text:
                    self._table.upsert({"key": key, "text": text}, where("key") == key)
            for gone in was.keys() - drafts.keys():
                self._table.remove(where("key") == gone)
