"""Sending changes only of what still stands in the window."""

import flet as ft


def refresh(control: ft.Control) -> None:
    """Send a control's changes to the client, unless its screen was left: nothing of it may follow then.

    Flet 1.0.5 would send them: a control keeps its way up to the page after its view is gone.
    """
    view: ft.BaseControl | None = control
    while view is not None and not isinstance(view, ft.View):
        view = view.parent
    if view is not None and any(view is shown for shown in control.page.views):
        control.update()


async def scroll_to_top(control: ft.Control) -> None:
    """Bring the top of the page that a control stands on into view."""
    above: ft.BaseControl | None = control.parent
    while above is not None and not (isinstance(above, ft.Column) and above.scroll):
        above = above.parent
    if above is not None:
        await above.scroll_to(offset=0)
