"""The peer support page, word for word as another person will see it, and how much stays back and why."""

from collections.abc import Collection, Iterator

import flet as ft

from app import words
from app.domain.peer_page import PageContent
from app.ui.screen import PEER_PAGE, Place, Screen
from app.ui.screens.peer_page import sections
from app.ui.widgets import button
from app.ui.widgets.card import card, stack
from app.ui.widgets.plan_text import plan_text
from app.ui.widgets.text import body, heading, quiet


def left_out(content: PageContent, chosen: Collection[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """For each heading with something that stays back: its words, and how many things for which reason."""
    said = words.peer_page
    for section in sections(content):
        rest = len([key for key in section.keys if key not in chosen])
        counts = ((said.not_chosen, rest), (said.not_open, section.back))
        lines = tuple(line(count) for line, count in counts if count)
        if lines:
            yield said.headings[section.heading], lines


class PeerPagePreviewScreen(Screen):
    """Shows the copy itself, then leads on to making it."""

    place = Place.GROWING

    @property
    def title(self) -> str:
        """The heading."""
        return words.peer_page.preview

    def content(self) -> ft.Control:
        """Lay out the copy and what it leaves out."""
        page = self.host.session.peer_page
        document = page.document()
        if document.is_empty:
            return stack(body(words.export.nothing_chosen))
        paper = card(*plan_text(document))
        paper.bgcolor, paper.border = ft.Colors.SURFACE, ft.Border.all(1, ft.Colors.OUTLINE)
        back = [
            ft.Column([body(name), *map(quiet, lines)], spacing=0)
            for name, lines in left_out(page.content, page.chosen)
        ]
        left = [heading(words.peer_page.stays), card(*back)] if back else []
        onward = button.main_button(words.peer_page.continue_, self._onward)
        return stack(paper, *left, button.buttons(onward))

    def _onward(self) -> None:
        self.host.go(f"{PEER_PAGE}/copy")
