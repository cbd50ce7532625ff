"""What a person can do with coping tools."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from app.domain.coping_tool import MOST_PINNED, PEOPLE, CopingTool, Help, Helped, pinned
from app.domain.ids import Id
from app.session.peopled import PeopledVerbs
from app.session.unlocked import Undo, Unlocked
from app.store.coping_tool import coping_tools
from app.words.name_order import by_name

_NEXT = timedelta(seconds=1)
_NOT_PINNED: Mapping[str, Any] = {"pinned_at": None, "put_away": False}
"""Also that it is not put away, so that an undo takes out again what was put away since."""


class CopingToolVerbs(PeopledVerbs[CopingTool]):
    """Coping tools, by the alphabet."""

    def __init__(self, unlocked: Unlocked) -> None:
        super().__init__(unlocked, coping_tools, CopingTool, lambda one: (by_name(one.name), one.id), PEOPLE)

    @property
    def by_id(self) -> dict[Id, CopingTool]:
        """Every tool by its id."""
        return {tool.id: tool for tool in self.all}

    @property
    def pinned(self) -> tuple[CopingTool, ...]:
        """Those that are at hand, at most three."""
        return pinned(self.all)

    @property
    def may_pin(self) -> bool:
        """Whether one more may be pinned."""
        return len(self.pinned) < MOST_PINNED

    def pin(self, tool: CopingTool, instead_of: CopingTool | None = None) -> Undo:
        """Pin a tool, where there is room or in the place of another. The returned undo puts both back.

        ValueError where there is no room. What is put away is taken out again.
        """
        given_up = () if instead_of is None else (instead_of,)
        if len(self.pinned) - len(given_up) >= MOST_PINNED:
            raise ValueError("there are three already")
        fields = {"pinned_at": self._last_of_all(), "put_away": False}
        return self._changed({tool.id: fields} | {one.id: _NOT_PINNED for one in given_up})

    def _last_of_all(self) -> datetime:
        """Now, or right after what was pinned last, in the same second or before the clock was set back."""
        return max([self._unlocked.now(), *(one.pinned_at + _NEXT for one in self.all if one.pinned_at)])

    def unpin(self, tool: CopingTool) -> Undo:
        """Pin a tool no longer. The returned undo pins it as it was."""
        return self._changed({tool.id: _NOT_PINNED})

    def put_away(self, tool: CopingTool, *, away: bool) -> Undo:
        """Put a tool away, where it is not offered any more, or take it out again. The returned undo takes that back."""
        return self._changed(
            {tool.id: {"put_away": True, "pinned_at": None} if away else {"put_away": False}}
        )

    def say_helped(self, tool: CopingTool, answer: Help) -> Undo:
        """Keep whether it helped today, in place of what was said before. The returned undo puts that back."""
        return self._changed({tool.id: {"helped": Helped(answer=answer, on=self._unlocked.now().date())}})
