"""Words that are being typed: kept at once, and sealed soon after."""

import asyncio

from app.ui.screen import Host

SEAL_AFTER_SECONDS = 1.0


class Drafting:
    """Keeps the drafts of one window."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._sealing = False

    def keep(self, key: str, text: str) -> None:
        """Remember words that are being typed; they are sealed within two seconds."""
        self._host.session.drafts.keep(key, text)
        if not self._sealing:
            self._sealing = True
            self._host.run(self._seal)

    async def _seal(self) -> None:
        await asyncio.sleep(SEAL_AFTER_SECONDS)
        if self._host.door.working:  # they wait for their turn; the lock seals them too
            self._host.run(self._seal)
            return
        self._sealing = False
        if self._host.unlocked:
            self._host.attempt(self._host.session.drafts.seal)
