"""What supports are narrowed to: topics, what comes from them, and which way it goes."""

from dataclasses import dataclass, field

from app.domain.exchange import Direction, ExchangeWay, Given
from app.domain.ids import Id
from app.domain.support import Support


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Wanted:
    """Of a kind with nothing chosen everything is wanted, else what has any of it."""

    topics: frozenset[Id] = field(default_factory=frozenset)
    received: frozenset[Given] = field(default_factory=frozenset)
    directions: frozenset[Direction] = field(default_factory=frozenset)

    def __repr__(self) -> str:
        return "<Wanted>"

    @property
    def narrows(self) -> bool:
        """Whether anything is chosen."""
        return bool(self.topics or self.received or self.directions)

    def takes(self, support: Support) -> bool:
        """Whether a support has something of each kind that is chosen."""
        received = {one.what for one in support.exchanges if one.way is ExchangeWay.I_RECEIVE}
        return (
            (not self.topics or not self.topics.isdisjoint(support.topics))
            and (not self.received or not self.received.isdisjoint(received))
            and (not self.directions or support.direction in self.directions)
        )
