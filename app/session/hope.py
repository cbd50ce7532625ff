"""What a person can do with what they hope for: say how things stand, and say that it is found."""

from dataclasses import replace

from app.domain.hope import HopeState
from app.domain.support import OF_HOPE, Support
from app.domain.support_past import StateChange
from app.session.one_change import one_change
from app.session.support import SupportVerbs
from app.session.unlocked import Undo, Unlocked
from app.words.name_order import by_name


class HopeVerbs:
    """Hopes are supports: they stand on the map, and one that is found goes on as it is, with its words."""

    def __init__(self, unlocked: Unlocked, supports: SupportVerbs) -> None:
        self._unlocked, self._supports = unlocked, supports

    def of(self, *states: HopeState) -> tuple[Support, ...]:
        """Those with which things stand so, by name."""
        found = (one for one in self._supports.all if one.hoping in states)
        return tuple(sorted(found, key=lambda one: (by_name(one.name), one.id)))

    def say(self, support: Support, stands: HopeState) -> Undo:
        """Keep how things stand; the support's own state follows. The returned undo puts both back, and its past."""
        before = self._supports.current(support)
        past = self._supports.past.of(before.id)
        self._supports.change(before, state=OF_HOPE[stands], hope=replace(before.hope, stands=stands))

        def undo() -> None:
            current = self._supports.one(before.id)
            if current is None:
                return
            now = self._unlocked.now()
            hope = replace(current.hope, stands=before.hope.stands)
            with one_change(self._unlocked, self._supports.look):
                self._supports.keep(replace(current, state=before.state, hope=hope, changed_at=now))
                self._past_as(before, past)

        return undo

    def _past_as(self, support: Support, before: tuple[StateChange, ...]) -> None:
        """Let the past of a support be as it was before."""
        past, known = self._supports.past, {one.id: one for one in before}
        for one in past.of(support.id):
            was = known.get(one.id)
            if was is None:
                past.forget(one)
            elif was.state is not one.state:
                past.keep(replace(was, changed_at=self._unlocked.now()))
