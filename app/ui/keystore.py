"""The keystore of this device: where a key may lie that opens the vault by itself, and since when it may not any more.

Beside the key lies the day on which the passphrase was asked for last, so that it needs no place of its own. Each
vault has an entry of its own, named by its id, which its key file tells anyone: one does not take another's place.
"""

import base64
import json
import logging
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import flet as ft

ASK_AGAIN_AFTER = timedelta(days=14)
"""A passphrase that is never asked for is a passphrase that is forgotten."""

ENTRY = "holdfast.device_key.{vault}"

_log = logging.getLogger(__name__)


class NoKeystoreError(Exception):
    """There is no keystore here, or it does not keep what it is given."""


@dataclass(frozen=True, slots=True, repr=False)
class Kept:
    """What lies in the keystore: the key, and the day on which the passphrase was last typed."""

    key: bytes
    asked_on: date

    def passphrase_is_due(self, today: date) -> bool:
        """Whether the passphrase is to be asked for again. A clock that was set back makes it due too."""
        return not self.asked_on <= today < self.asked_on + ASK_AGAIN_AFTER


class Keystore:
    """The keystore for one page. Nothing is asked of it, and nothing loaded for it, before it is needed.

    ``vault`` is the id of the vault that a key opens.
    In a browser there is none that protects anything: the key would lie beside what it opens.
    """

    def __init__(self, page: ft.Page) -> None:
        self._page = page
        self._storage: Any = None

    @property
    def may_be_had(self) -> bool:
        """Whether asking makes sense: everywhere but in a browser."""
        return not self._page.web

    async def read(self, vault: str) -> Kept | None:
        """Return what is kept; None if nothing is, or it is not ours. NoKeystoreError."""
        content = await self._ask("get", vault)
        try:
            kept = json.loads(content or "")
            return Kept(base64.b64decode(kept["key"], validate=True), date.fromisoformat(kept["asked_on"]))
        except (ValueError, TypeError, KeyError):
            return None

    async def keep(self, vault: str, kept: Kept) -> None:
        """Keep this and nothing else for the vault, and see that it is there. NoKeystoreError."""
        content = {"key": base64.b64encode(kept.key).decode(), "asked_on": kept.asked_on.isoformat()}
        await self._ask("set", vault, json.dumps(content))
        if await self.read(vault) != kept:
            raise NoKeystoreError

    async def forget(self, vault: str) -> bool:
        """Keep nothing for the vault. Returns whether that was done."""
        try:
            await self._ask("remove", vault)
        except NoKeystoreError:
            return False
        return True

    async def _ask(self, method: str, vault: str, *content: str) -> Any:
        if not self.may_be_had:
            raise NoKeystoreError
        try:
            return await getattr(self._opened(), method)(ENTRY.format(vault=vault), *content)
        except Exception as error:  # noqa: BLE001  # each platform has failures of its own: a locked keyring, no keyring
            _log.info("the keystore did not answer: %s", type(error).__name__)
        raise NoKeystoreError  # outside the handler: the error may quote the key

    def _opened(self) -> Any:
        if self._storage is None:
            import flet_secure_storage as secure  # noqa: PLC0415  # not every installation has it

            kinds = secure.KeychainAccessibility
            self._storage = secure.SecureStorage(
                # its default erases everything at an error, and a backup of the phone would take the key along
                android_options=secure.AndroidOptions(reset_on_error=False),
                ios_options=secure.IOSOptions(accessibility=kinds.UNLOCKED_THIS_DEVICE, synchronizable=False),
                macos_options=secure.MacOsOptions(
                    accessibility=kinds.UNLOCKED_THIS_DEVICE, synchronizable=False
                ),
            )
            self._page.services.append(self._storage)
            self._page.update()
        return self._storage
