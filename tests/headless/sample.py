"""A small Flet app that has one of everything the kit claims to drive."""

import asyncio
import time

import flet as ft


class Sample:
    """Call it with a page. It keeps what happened to it in ``heard``."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.page: ft.Page

    async def __call__(self, page: ft.Page) -> None:
        """Show the first view."""
        self.page = page
        page.on_route_change = self._route_changed
        page.on_view_pop = self._popped
        page.on_resize = lambda event: self.heard.append(f"resized to {event.width:.0f}")
        page.on_app_lifecycle_state_change = lambda event: self.heard.append(event.state.value)
        page.on_disconnect = lambda _: self.heard.append("disconnected")
        page.on_close = lambda _: self.heard.append("closed")
        self._route_changed()

    def _route_changed(self) -> None:
        views = [ft.View(route="/", controls=self._home())]
        if self.page.route == "/more":
            views.append(
                ft.View(route="/more", appbar=ft.AppBar(title=ft.Text("More")), controls=self._more())
            )
        self.page.views[:] = views
        self.page.update()

    def _popped(self, event: ft.ViewPopEvent) -> None:
        self.heard.append(f"popped {event.route}")
        self.page.navigate("/")

    def _home(self) -> list[ft.BaseControl]:
        self.line = ft.Text("Nothing yet")
        self.unsent = ft.Text("Shown")
        return [
            self.line,
            self.unsent,
            ft.TextField(
                label="Name",
                max_length=20,
                on_change=lambda event: self._say(f"Hello {event.control.value}"),
                on_submit=lambda event: self._say(f"Sent {event.control.value}"),
                on_blur=lambda _: self.heard.append("left Name"),
            ),
            ft.TextField(label="Passphrase", password=True),
            ft.FilledButton("Count", on_click=self._count),
            ft.FilledButton("More", on_click=lambda: self.page.navigate("/more")),
            ft.FilledButton("Slow", on_click=self._slow),
            ft.FilledButton("Background", on_click=self._background),
            ft.FilledButton("Later", on_click=self._later),
            ft.FilledButton("Break", on_click=self._break),
            ft.FilledButton("Break in a task", on_click=self._break_in_a_task),
            ft.FilledButton("Break unseen", on_click=self._break_unseen),
            ft.FilledButton("Forget to send", on_click=self._forget_to_send),
            ft.FilledButton("Ask", on_click=self._ask),
            ft.FilledButton("Tell", on_click=self._tell),
            ft.FilledButton("Save copy", on_click=self._save),
            ft.FilledButton("Copy", on_click=self._copy),
            ft.FilledButton("Not now", on_click=self._count, disabled=True),
            ft.FilledButton("Hidden", visible=False, on_click=self._count),
            ft.MergeSemantics(ft.IconButton(ft.Icons.EDIT, tooltip="Edit the plan", on_click=self._count)),
            ft.Switch(
                label="May be shared", on_change=lambda event: self._say(f"shared {event.control.value}")
            ),
            ft.Semantics(
                label="Kind",
                content=ft.RadioGroup(
                    ft.Column([ft.Radio(label="Person", value="p"), ft.Radio(label="Place", value="l")]),
                    value="p",
                    on_change=lambda event: self._say(f"kind {event.control.value}"),
                ),
            ),
            ft.Dropdown(
                label="Ring",
                options=[ft.DropdownOption(key="1", text="Near"), ft.DropdownOption(key="2", text="Far")],
                on_select=lambda event: self._say(f"ring {event.control.value}"),
            ),
            ft.Chip(
                label=ft.Text("Tired"), on_select=lambda event: self._say(f"tired {event.control.selected}")
            ),
        ]

    def _more(self) -> list[ft.BaseControl]:
        return [
            ft.Card(ft.Column([ft.Text(name), ft.TextButton("Call", on_click=self._caller(name))]))
            for name in ("Ana", "Ben")
        ]

    def _caller(self, name: str) -> ft.ControlEventHandler[ft.TextButton]:
        async def call(_: ft.Event[ft.TextButton]) -> None:
            await ft.UrlLauncher().launch_url(f"tel:{name}")

        return call

    def _say(self, words: str) -> None:
        self.line.value = words
        self.line.update()

    def _count(self) -> None:
        self.heard.append("counted")
        self._say(f"Counted {self.heard.count('counted')}")

    async def _slow(self) -> None:
        self._say("Working")
        await asyncio.to_thread(time.sleep, 0.05)  # stands for real work in a thread
        self._say("Done in a thread")

    def _background(self) -> None:
        def work() -> None:
            time.sleep(0.02)
            self._say("Done in the background")

        self.page.run_thread(work)

    async def _later(self) -> None:
        await asyncio.sleep(60)
        self._say("A minute later")

    def _break(self) -> None:
        raise ValueError("broken on purpose")

    async def _break_later(self) -> None:
        raise ValueError("broken in a task")

    def _break_in_a_task(self) -> None:
        self.page.run_task(self._break_later)

    def _break_unseen(self) -> None:
        self.task = asyncio.get_running_loop().create_task(self._break_later())

    def _forget_to_send(self) -> None:
        self.unsent.value = "Changed and never sent"
        self.line.update()

    def _ask(self) -> None:
        self.page.show_dialog(
            ft.AlertDialog(
                title=ft.Text("Erase it?"),
                actions=[ft.TextButton("Keep", on_click=lambda: self.page.pop_dialog() and None)],
                on_dismiss=lambda _: self.heard.append("dialog gone"),
            )
        )

    def _tell(self) -> None:
        self.page.show_dialog(
            ft.SnackBar(
                "Saved",
                action="Undo",
                persist=False,
                on_action=lambda _: self._say("Undone"),
                duration=ft.Duration(seconds=5),
            )
        )

    async def _save(self) -> None:
        where = await ft.FilePicker().save_file(file_name="plan.pdf", src_bytes=b"%PDF")
        self._say(f"Saved as {where}")

    async def _copy(self) -> None:
        clipboard = ft.Clipboard()
        await clipboard.set("words")
        self._say(f"Copied {await clipboard.get()}")
