"""A page of one coping tool: what all of them share."""

from app import words
from app.domain.coping_tool import CopingTool
from app.domain.errors import DomainError
from app.session.coping_tool import CopingToolVerbs
from app.ui.screen import TOOLS, Place
from app.ui.screens.kept_page import KeptPage
from app.ui.screens.people import Asked


def why(error: DomainError) -> str:
    """The sentence for a value that a coping tool cannot have."""
    sentences = {
        ("name", "blank"): words.coping_tool.blank,
        ("someone", "blank"): words.coping_tool.blank_person,
        ("steps", "too_long"): words.coping_tool.step_too_long,
        ("steps", "too_many"): words.coping_tool.too_many_steps,
    }
    return sentences.get((error.field, error.rule), words.shell.too_long)


def asked(title: str, name: str) -> Asked:
    """What is said around the people in a field of a coping tool."""
    said = words.coping_tool
    return Asked(
        title=title,
        choose=said.choose_people,
        other=said.named[name],
        hint=said.named_hint,
        add=said.add_named[name],
    )


class CopingToolPage(KeptPage[CopingTool]):
    """A page of the coping tool with this id."""

    place = Place.GROWING
    stem = "coping_tool"
    listed = TOOLS

    @property
    def verbs(self) -> CopingToolVerbs:
        """What is done with coping tools."""
        return self.host.session.coping_tools

    @property
    def list_title(self) -> str:
        """What the list of coping tools is called."""
        return words.coping_tool.title

    def why(self, error: DomainError) -> str:
        """The sentence for a value that a coping tool cannot have."""
        return why(error)

    @property
    def title(self) -> str:
        """The heading."""
        tool = self.thing
        return tool.name if tool else words.coping_tool.title
