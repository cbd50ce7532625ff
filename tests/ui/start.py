"""Starts the app in a fresh Python and prints which modules are loaded by some moment: ``python -m tests.ui.start MOMENT FOLDER``.

``answers``: the server of the browser window answers. ``shown``: the first screen stands. ``today``: the vault is open.
"""

import asyncio
import os
import secrets
import signal
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path


def told() -> None:
    """Print what is loaded."""
    print(*sorted(sys.modules), sep="\n", flush=True)  # noqa: T201  # the test reads it


def until_it_answers(folder: str) -> None:
    """Start as a person does."""
    import main  # noqa: PLC0415  # what is loaded when is what this is about
    from app import command_line  # noqa: PLC0415  # as above

    def answers(address: str) -> None:  # as the one it stands for
        told()
        os.kill(os.getpid(), signal.SIGTERM)

    command_line.show_address = answers
    sys.argv = ["main.py", "--print-address", "--vault", folder]
    main.main()


async def in_a_window(folder: str, passphrase: str) -> None:
    """Show the first screen; with a passphrase, unlock."""
    from app.ui import app  # noqa: PLC0415  # as above
    from tests.headless.kit import Headless  # noqa: PLC0415  # as above
    from tests.vault.disks import CheapDisk  # noqa: PLC0415  # as above

    async def nothing() -> None:
        return

    if not passphrase:
        app.load_what_is_behind = nothing  # type: ignore[attr-defined]  # it is what the window calls
    show = app.application(
        Path(folder),
        clock=lambda: datetime.now().astimezone(),
        chance=secrets.token_bytes,
        disk=CheapDisk(),
    )
    async with Headless(show) as screen:
        if passphrase:
            await screen.submit("Passphrase", passphrase)
            assert screen.says("How is it right now?")
        told()


MOMENTS: dict[str, Callable[[str], None]] = {
    "answers": until_it_answers,
    "shown": lambda folder: asyncio.run(in_a_window(folder, "")),
    "today": lambda folder: asyncio.run(in_a_window(folder, "passphrase")),
}

if __name__ == "__main__":
    MOMENTS[sys.argv[1]](sys.argv[2])
