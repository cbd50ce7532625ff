"""Ids and times of made-up things."""

from datetime import datetime
from random import Random

from app.domain.ids import ID_SOURCE_BYTES, Id, id_from


class Stamps:
    """Ids and times of made-up things: the same ones each time."""

    def __init__(self, seed: str, at: datetime) -> None:
        self._chance = Random(seed)  # noqa: S311  # the same each time is what is wanted
        self._at = at

    def id(self) -> Id:
        """The next id."""
        return id_from(self._chance.randbytes(ID_SOURCE_BYTES))

    def __call__(self, at: datetime | None = None) -> dict[str, object]:
        """The first fields of a new thing."""
        return {"id": self.id(), "created_at": at or self._at, "changed_at": at or self._at}
