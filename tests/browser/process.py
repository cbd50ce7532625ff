"""The app as a process of its own, serving its window to a browser on this machine."""

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
FRONT_DOOR = (str(ROOT / "main.py"), "--print-address")
START_SECONDS = 60
END_SECONDS = 15


class AppProcess:
    """One app over one vault folder. It can be started again after it ended; its log grows on in one file."""

    def __init__(
        self, folder: Path, command: Sequence[str] = FRONT_DOOR, environment: Mapping[str, str] | None = None
    ) -> None:
        self.vault = folder / "vault"
        self.address = ""
        self.command = [sys.executable, *command, "--vault", str(self.vault)]
        self.environment = {**os.environ, "PYTHONUNBUFFERED": "1", **(environment or {})}
        self._log = folder / "app.log"
        self._process: Process | None = None

    @property
    def log(self) -> str:
        """Everything it wrote to standard error so far."""
        return self._log.read_text(encoding="utf-8") if self._log.exists() else ""

    @property
    def complaints(self) -> list[str]:
        """The lines of its log that tell of something that failed."""
        return [line for line in self.log.splitlines() if line.startswith(("ERROR", "CRITICAL", "Traceback"))]

    @property
    def pid(self) -> int:
        """The number of the process; AssertionError if it is not running."""
        assert self._process is not None, "it is not running"
        return self._process.pid

    def forget_complaints(self) -> None:
        """For a test that made it complain on purpose and has looked at what it said."""
        self._log.write_bytes(b"")

    async def start(self) -> None:
        """Start it and wait for its address; AssertionError, with its log, if none comes."""
        assert self._process is None, "it is running"
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *self.command, cwd=ROOT, stdout=PIPE, stderr=log, env=self.environment
            )
        assert self._process.stdout is not None
        try:
            line = await asyncio.wait_for(self._process.stdout.readline(), START_SECONDS)
        except TimeoutError:
            line = b""
        self.address, *_ = line.decode().split() or [""]
        assert self.address.startswith("http://127.0.0.1:"), f"no address on standard output\n{self.log}"

    async def end(self) -> None:
        """Ask it to end and wait until it has; AssertionError if it does not."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.returncode is None:
            process.terminate()
        try:
            await asyncio.wait_for(process.communicate(), END_SECONDS)
        except TimeoutError:
            process.kill()
            await process.communicate()
            raise AssertionError(
                f"it did not end within {END_SECONDS} s of being asked\n{self.log}"
            ) from None

    async def kill(self) -> None:
        """End it at once, without a word, as a power cut would."""
        process, self._process = self._process, None
        assert process is not None, "it is not running"
        process.kill()
        await process.communicate()
