"""The front door: picks the vault folder, the clock, the chance and the window, and shows the app."""

import os
import secrets
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import command_line
from app.ui.logs import quiet_logs
from app.words import command_line as words

if TYPE_CHECKING:
    from app.ui.failures import Show

INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells have it."""

ASSETS = Path(__file__).resolve().parent / "assets"

_BUILT_DESKTOPS = frozenset({"linux", "macos", "windows"})
"""A phone shows an app that is open by itself."""

_FLET_SETTINGS_KEPT = frozenset({"FLET_VIEW_PATH", "FLET_CLIENT_URL"})


def main() -> int:
    """Run a verb, or the app until its window is closed. Returns the exit code; SystemExit for options that end it before."""
    os.umask(0o077)  # whatever is written from here on is the owner's alone
    quiet_logs()
    if is_built():
        _run_as_built()
        return 0
    try:
        if command_line.is_verb(sys.argv[1:]):
            return command_line.run_verb(sys.argv[1:], clock=_now)
        options = command_line.read_options(sys.argv[1:])
        return _run(options, options.vault or vault_folder())
    except KeyboardInterrupt:
        return INTERRUPTED


def is_built() -> bool:
    """Whether this runs inside an app made by ``flet build``: on a phone, or installed on a desktop."""
    return "FLET_PLATFORM" in os.environ


def vault_folder() -> Path:
    """Where the vault of this app, or of this person on this computer, has its place. Nothing is made there yet."""
    if is_built() and (storage := os.environ.get("FLET_APP_STORAGE_DATA")):
        return Path(storage) / "vault"
    return _data_home() / "vault"


def _data_home() -> Path:
    """The folder for this person's data: the platforms' own conventions, on Linux the XDG base directories."""
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / "Holdfast"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Holdfast"
    chosen = Path(os.environ.get("XDG_DATA_HOME", ""))
    return (chosen if chosen.is_absolute() else Path.home() / ".local" / "share") / "holdfast"


def _run_as_built() -> None:
    import flet as ft  # noqa: PLC0415  # --help and refusals need no Flet

    from app.ui.already_open import already_open  # noqa: PLC0415
    from app.ui.app import application  # noqa: PLC0415
    from app.ui.ending import End  # noqa: PLC0415
    from app.ui.failures import netted  # noqa: PLC0415
    from app.ui.one_window import OneWindow  # noqa: PLC0415

    folder, one = vault_folder(), OneWindow(vault_folder())
    if os.environ["FLET_PLATFORM"] in _BUILT_DESKTOPS and not one.take():
        command_line.speak_as_chosen(folder)
        ft.run(netted(already_open))
    else:
        ft.run(netted(application(folder, clock=_now, chance=secrets.token_bytes, end=End())))
    one.let_go()


def _run(options: command_line.Options, folder: Path) -> int:
    from app.ui.one_window import OneWindow  # noqa: PLC0415  # --help and refusals need no lock

    _forget_flet_settings()
    command_line.speak_as_chosen(folder)
    one = OneWindow(folder)
    if not one.take():
        command_line.tell(words.already_open[one.other])
        return 0
    from app.ui.desktop_window import run_in_desktop_window  # noqa: PLC0415  # --help and refusals need no Flet
    from app.ui.dropped import Dropped  # noqa: PLC0415
    from app.ui.ending import End  # noqa: PLC0415
    from app.ui.failures import netted  # noqa: PLC0415
    from app.ui.loading import Meanwhile  # noqa: PLC0415

    end, dropped = End(), Dropped()

    def app() -> "Show":
        from app.ui.app import application  # noqa: PLC0415  # loaded while the window opens

        return application(folder, clock=_now, chance=secrets.token_bytes, end=end, dropped=dropped)

    loading = Meanwhile(app)
    show = netted(loading)
    if not options.browser:
        if run_in_desktop_window(show, assets=ASSETS, tell=command_line.tell, meanwhile=loading.begin):
            return 0
        command_line.tell(words.no_desktop_window)
    _run_in_browser(options, show, end=end, one=one, dropped=dropped, loading=loading)
    return 0


def _run_in_browser(options: command_line.Options, show: "Show", **more: Any) -> None:
    """``more`` as of run_in_browser."""
    try:
        from app.ui.browser_window import PortTakenError, run_in_browser  # noqa: PLC0415
    except ImportError:
        command_line.refuse(words.no_browser_window)
    if not options.print_address:
        command_line.tell(words.in_the_browser)
    try:
        run_in_browser(
            show,
            assets=ASSETS,
            chance=secrets.token_bytes,
            tell=command_line.tell,
            port=options.port,
            announce=command_line.show_address if options.print_address else None,
            **more,
        )
    except PortTakenError:
        command_line.refuse(words.port_taken)


def _forget_flet_settings() -> None:
    """Leave Flet no settings from outside: some of them would open its server to the network or keep pages longer."""
    for name in [name for name in os.environ if name.startswith("FLET_")]:
        if name not in _FLET_SETTINGS_KEPT:
            del os.environ[name]


def _now() -> datetime:
    return datetime.now().astimezone()


if __name__ == "__main__":
    code = main()
    if code:  # a built app shows an error screen for any exit
        sys.exit(code)
