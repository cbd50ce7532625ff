"""Somebody who is named: a support, or a name for who is none."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.errors import DomainError
from app.domain.ids import Id
from app.domain.kept import require_words


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Someone:
    """A support, or a name for who is none. Exactly one of the two is there."""

    support: Id | None = None
    name: str = ""

    def __post_init__(self) -> None:
        if self.support is None:
            require_words("someone", self.name)
        elif self.name:
            raise DomainError("someone", "named_twice")

    def __repr__(self) -> str:
        return "<Someone>"


def freed(people: Iterable[Someone], support: Id, name: str) -> tuple[Someone, ...]:
    """The people once a support is gone: who was that support keeps the name. Nobody is named twice."""
    named = (Someone(name=name) if one.support == support else one for one in people)
    return tuple(dict.fromkeys(named))
