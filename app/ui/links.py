"""Links that open the phone, message or mail app, by the person's own press. Emergency numbers are asked about first."""

from collections.abc import Callable
from urllib.parse import unquote

import flet as ft

from app import words
from app.session.phone_number import is_emergency
from app.ui.screen import Host
from app.ui.widgets import button

_QUESTIONS = {"tel": "call", "sms": "text"}


class Links:
    """Opens links for one window."""

    def __init__(self, host: Host) -> None:
        self._host = host

    def open(self, link: str, value: str, *, may_say: Callable[[], bool]) -> None:
        """Open a link, or say that nothing opens it and give ``value`` to use by hand, if it may still be said then."""
        scheme, _, rest = link.partition(":")
        number = unquote(rest.partition("?")[0])  # ready words may follow it
        asked = _QUESTIONS.get(scheme)
        if asked is not None and is_emergency(number, self._host.settings.region):
            self._make_sure(asked, value, lambda: self._launch(link, value, may_say))
        else:
            self._launch(link, value, may_say)

    def _make_sure(self, asked: str, value: str, launch: Callable[[], None]) -> None:
        """An emergency number is one of the few things that are asked about twice: no slip may dial it."""
        said = words.reaching

        def go() -> None:
            self._host.close()
            launch()

        self._host.show(
            ft.AlertDialog(
                title=ft.Text(said.sure[asked].format(number=value)),
                content=ft.Text(said.sure_help[asked]),
                actions=[
                    button.quiet_button(said.not_now, self._host.close),
                    button.main_button(said.go_on[asked].format(number=value), go),
                ],
            )
        )

    def _launch(self, link: str, value: str, may_say: Callable[[], bool]) -> None:
        async def launch() -> None:
            opened = await self._host.outside.open(link)
            if not opened and may_say():  # a value must not outlive the lock
                self._host.say(words.support.cannot_open.format(value=value))

        self._host.run(launch)
