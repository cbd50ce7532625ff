"""A coping tool in words: what stands beside its name in a list, and what is known of it on its page."""

from app import words
from app.domain.coping_tool import CopingTool, ToolKind
from app.domain.own_word import WordKind
from app.session import Session


def said_of(tool: CopingTool) -> tuple[str, ...]:
    """Return what is done, how long it takes, where, and the energy it needs, as far as that was said."""
    said = words.coping_tool
    known = (
        (tool.kind if tool.kind is not ToolKind.OTHER else None, said.kinds),
        (tool.takes, said.times),
        (tool.where_ok, said.wheres),
        (tool.energy_needed, said.needs),
    )
    return tuple(phrases[value] for value, phrases in known if value is not None)


def more_of(session: Session, tool: CopingTool) -> tuple[str, ...]:
    """Return what it is good for and helps with, who taught it and when, and to whom it went, a line each."""
    said = words.coping_tool
    feelings = (session.vocabulary.word(WordKind.FEELING, key) for key in tool.good_for)
    lines = [
        (said.good_for, ", ".join(feelings)),
        (words.helpful_thing.topics, ", ".join(map(session.vocabulary.topic, tool.topics))),
        (said.taught_by, session.vocabulary.named(tool.taught_by)),
        (said.passed_on_to, session.vocabulary.named(tool.passed_on_to)),
    ]
    told = [said.labelled.format(label=label, said=text) for label, text in lines if text]
    if tool.learned_on is not None:
        told.append(said.learned_on.format(day=words.moment.day(tool.learned_on)))
    return (*told, *([said.may_said[tool.may_pass_on]] if tool.may_pass_on else []))
