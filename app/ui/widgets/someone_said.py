"""What people are called that a kept thing names."""

from collections.abc import Iterable

from app.domain.someone import Someone
from app.session import Session


def named(session: Session, people: Iterable[Someone]) -> str:
    """Return the names of people in a row, without those that nobody knows any more."""
    return ", ".join(filter(None, (name_of(session, one) for one in people)))


def name_of(session: Session, one: Someone) -> str:
    """Return what someone is called; empty where another device has deleted the support."""
    return one.name if one.support is None else session.vocabulary.helper(one.support)
