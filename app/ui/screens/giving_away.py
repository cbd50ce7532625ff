"""Giving a copy that is made to the platform: to be saved or, on a phone, a text to be handed to another app."""

import flet as ft

from app import words
from app.domain.plan_copy import Form
from app.ui.screen import Host
from app.ui.widgets import button

_TEXTS = (Form.TEXT, Form.MARKDOWN)


def share_too(host: Host, form: Form, press: button.Press) -> list[ft.Control]:
    """The button that hands a copy to another app, for what is a text, where the system has a sheet for it."""
    if form not in _TEXTS or not host.outside.shares:
        return []
    return [button.second_button(words.export.share, press, icon=ft.Icons.SHARE_OUTLINED)]


async def given(host: Host, name: str, content: bytes, *, share: bool) -> bool:
    """Let the person say where it goes. False if they chose nothing; OSError or RuntimeError where that failed."""
    if share:
        return await host.outside.share(content.decode("utf-8-sig"))
    return await host.save_file(name, content)
