"""A topic: what a person gets peer support for, in their own words."""

from dataclasses import dataclass

from app.domain.kept import Kept, require_short, require_words


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Topic(Kept):
    """Anything at all: grief, a new job, art. A ``hidden`` one is offered no more and stays where it was picked."""

    name: str
    note: str = ""
    hidden: bool = False

    def __post_init__(self) -> None:
        super(Topic, self).__post_init__()
        require_words("name", self.name)
        require_short("note", self.note)
