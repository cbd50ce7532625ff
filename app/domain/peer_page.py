"""My peer support page: what it may be made of, what of that was chosen, and the copies that were made of it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain

from app.domain.about_me import AboutMe, AboutPart, shown_of
from app.domain.coping_tool import CopingTool, MayPassOn
from app.domain.errors import DomainError
from app.domain.helpful_thing import HelpfulThing
from app.domain.ids import is_id
from app.domain.kept import LONGEST_LINE, Kept, Share, require_short
from app.domain.learning import Learning
from app.domain.plan_copy import Form
from app.domain.support import Support, SupportState
from app.domain.topic import Topic

ABOUT = (AboutPart.PRONOUNS, AboutPart.TALKING, AboutPart.SENSES, AboutPart.ACCESS)
"""The parts about oneself that are chosen one by one. What one is called is the name on the page."""

FORMS = (Form.SCREEN, Form.PDF, Form.TEXT, Form.MARKDOWN)
"""What a copy of the page can be made as."""


class PageHeading(StrEnum):
    """The four headings, in the order in which they are read."""

    TOPICS = "topics"
    RECEIVED = "received"
    HELPFUL = "helpful"
    HOPED_FOR = "hoped_for"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PeerPage(Kept):
    """What was chosen for the page: ids of things, and values of ``ABOUT``. It starts empty.

    What may not be shown stays back whatever stands here. ``called`` is the name on it, at most 200 characters; None
    until one is said: then it is what others may know that the person is called.
    """

    chosen: tuple[str, ...] = ()
    called: str | None = None

    def __post_init__(self) -> None:
        super(PeerPage, self).__post_init__()
        require_short("called", self.called or "", most=LONGEST_LINE)
        if not all(one in ABOUT or is_id(one) for one in self.chosen):
            raise DomainError("chosen", "unknown")
        if len(set(self.chosen)) < len(self.chosen):
            raise DomainError("chosen", "twice")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PageCopy(Kept):
    """One copy that was saved, at ``created_at``. ``given_to`` is for whom, in the person's words; may be empty.

    ``mark`` stands for all that the copy says.
    """

    form: Form
    mark: str
    given_to: str = ""

    def __post_init__(self) -> None:
        super(PageCopy, self).__post_init__()
        require_short("given_to", self.given_to, most=LONGEST_LINE)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PageContent:
    """What stands on a page, or could: things in the order in which they are read. Empty parts of ``about`` say nothing."""

    about: AboutMe
    topics: tuple[Topic, ...] = ()
    received: tuple[Support, ...] = ()
    helpful: tuple[HelpfulThing, ...] = ()
    tools: tuple[CopingTool, ...] = ()
    learnings: tuple[Learning, ...] = ()
    hoped_for: tuple[Support, ...] = ()

    def __repr__(self) -> str:
        return "<PageContent>"

    @property
    def about_parts(self) -> tuple[AboutPart, ...]:
        """The parts about oneself that say something."""
        return tuple(part for part in ABOUT if any(self.about.of(part).values()))

    def keys(self, heading: PageHeading) -> tuple[str, ...]:
        """What stands under a heading, as it is chosen: ids, and values of ``ABOUT``."""
        return tuple(self._keys(heading))

    def _keys(self, heading: PageHeading) -> Iterator[str]:
        match heading:
            case PageHeading.TOPICS:
                yield from (one.id for one in self.topics)
            case PageHeading.RECEIVED:
                yield from (one.id for one in self.received)
            case PageHeading.HELPFUL:
                yield from (one.id for one in self.helpful)
                yield from self.about_parts
                yield from (one.id for one in chain[CopingTool | Learning](self.tools, self.learnings))
            case PageHeading.HOPED_FOR:
                yield from (one.id for one in self.hoped_for)


def page_content(
    *,
    topics: Iterable[Topic],
    supports: Iterable[Support],
    helpful: Iterable[HelpfulThing],
    tools: Iterable[CopingTool],
    learnings: Iterable[Learning],
    about: AboutMe,
) -> PageContent:
    """Return all that could stand on a page, only me or not. What rests, is hidden or put away could not."""
    here = [one for one in supports if one.on_map]
    return PageContent(
        about=about,
        topics=tuple(one for one in topics if not one.hidden),
        received=tuple(one for one in here if one.state is not SupportState.HOPED_FOR),
        helpful=tuple(helpful),
        tools=tuple(one for one in tools if not one.put_away),
        learnings=tuple(one for one in learnings if not one.put_away),
        hoped_for=tuple(one for one in here if one.state is SupportState.HOPED_FOR),
    )


def may_be_shown(content: PageContent) -> PageContent:
    """Return what a page may have of it. These gates are opened by no choice made for the page.

    Of supports, hopes, helpful things and parts about oneself that is what is marked so; of coping tools what may be
    passed on; of learnings all but words of someone else who has not said yes. Topics have no mark.
    """
    return replace(
        content,
        about=shown_of(content.about),
        received=_shared(content.received),
        helpful=tuple(one for one in content.helpful if one.share is Share.MAY_BE_SHARED),
        tools=tuple(one for one in content.tools if one.may_pass_on is MayPassOn.YES),
        learnings=tuple(one for one in content.learnings if one.may_pass_on),
        hoped_for=_shared(content.hoped_for),
    )


def chosen_only(content: PageContent, chosen: Collection[str]) -> PageContent:
    """Return what was chosen of that which may be shown; everything else is not in the value this returns."""
    shown = may_be_shown(content)
    parts = tuple(part for part in ABOUT if part in shown.about.shared and part in chosen)
    return PageContent(
        about=shown_of(replace(shown.about, shared=parts)),
        topics=tuple(one for one in shown.topics if one.id in chosen),
        received=tuple(one for one in shown.received if one.id in chosen),
        helpful=tuple(one for one in shown.helpful if one.id in chosen),
        tools=tuple(one for one in shown.tools if one.id in chosen),
        learnings=tuple(one for one in shown.learnings if one.id in chosen),
        hoped_for=tuple(one for one in shown.hoped_for if one.id in chosen),
    )


def _shared(supports: Iterable[Support]) -> tuple[Support, ...]:
    return tuple(one for one in supports if one.share is Share.MAY_BE_SHARED)
