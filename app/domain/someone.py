"""Someone who is named beside a kept thing: a support, or a name for who is none."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

from app.domain.errors import DomainError
from app.domain.ids import Id
from app.domain.kept import Kept, require_words

K = TypeVar("K", bound=Kept)


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


def require_once(thing: Kept, *fields: str) -> None:
    """Raise DomainError where one of these fields of a thing holds the same twice."""
    for field in fields:
        held = getattr(thing, field)
        if len(set(held)) < len(held):
            raise DomainError(field, "twice")


def without_support(thing: K, people: Collection[str], support: Id, name: str, now: datetime) -> K:
    """The thing once a support is gone: who was that support keeps the name. The same thing if it was not named.

    ``people`` are the fields of the thing that name people.
    """

    def freed(some: tuple[Someone, ...]) -> tuple[Someone, ...]:
        return tuple(dict.fromkeys(Someone(name=name) if one.support == support else one for one in some))

    fields: dict[str, Any] = {field: freed(getattr(thing, field)) for field in people}
    if all(getattr(thing, field) == some for field, some in fields.items()):
        return thing
    return replace(thing, **fields, changed_at=now)
