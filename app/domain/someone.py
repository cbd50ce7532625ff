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

    ``people`` are the fields of the thing that name people: several, one or none.
    """

    def freed(one: Someone | None) -> Someone | None:
        return Someone(name=name) if one is not None and one.support == support else one

    def all_freed(held: tuple[Someone, ...] | Someone | None) -> tuple[Someone | None, ...] | Someone | None:
        return tuple(dict.fromkeys(map(freed, held))) if isinstance(held, tuple) else freed(held)

    fields: dict[str, Any] = {field: all_freed(getattr(thing, field)) for field in people}
    if all(getattr(thing, field) == some for field, some in fields.items()):
        return thing
    return replace(thing, **fields, changed_at=now)
