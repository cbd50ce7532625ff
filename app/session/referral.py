"""What a person can do with referrals: keep them, say how things stand, and make a support of one."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from typing import Any

from app.domain.referral import AS_SUPPORT, Referral, without_support
from app.domain.support import ContactWay, Support, SupportKind, WayKind
from app.session.listed import ListedVerbs
from app.session.one_change import one_change
from app.session.support import SupportVerbs
from app.session.unlocked import Undo, Unlocked
from app.store.referral import referrals
from app.words.name_order import by_name


class ReferralVerbs(ListedVerbs[Referral]):
    """Referrals: those with a day first, the soonest leading, then the others by the alphabet.

    ``remove_support`` deletes a support with all that is linked to it.
    """

    def __init__(
        self,
        unlocked: Unlocked,
        supports: SupportVerbs,
        remove_support: Callable[[Support], Undo],
        look_again: Callable[[], None],
    ) -> None:
        self._supports = supports
        self._remove_support, self._look_again = remove_support, look_again
        super().__init__(unlocked, referrals, Referral, _order)

    def way(self, kind: WayKind, value: str, *, was: ContactWay | None = None) -> ContactWay | None:
        """Return a way to reach the service, None for a blank value; DomainError if impossible. It keeps the id of ``was``."""
        if not value.strip():
            return None
        way = was or ContactWay(id=self._unlocked.new_id(), kind=WayKind.ADDRESS, value=value)
        return replace(way, kind=kind, value=value)

    def support_of(self, referral: Referral) -> Support | None:
        """The support that it became, if that is here."""
        return self._supports.one(referral.support) if referral.support is not None else None

    def become_support(self, referral: Referral) -> tuple[Support, Undo]:
        """Make a support of it, with its words; how things stand follows from what was said last.

        The returned undo deletes that support, unless it was changed since.
        """
        now = self.one(referral.id) or referral
        ways = () if now.way is None else (self._as_way(now.way),)
        with self._one_change():
            support = self._supports.add(
                now.service,
                kind=SupportKind.SERVICE,
                ways=ways,
                note=now.note,
                topics=now.topics,
                state=AS_SUPPORT[now.state],
            )
            self.change(now, support=support.id)

        def undo() -> None:
            if self._supports.one(support.id) == support:
                self._remove_support(support)

        return support, undo

    def free_from(self, support: Support) -> Undo:
        """Let no referral name a support that goes away; who suggested it keeps the name.

        The returned undo names the support again, but where that was changed since.
        """
        now = self._unlocked.now()
        freed = [
            (one, then)
            for one in self.all
            if (then := without_support(one, support.id, support.name, now)) is not one
        ]
        for _, then in freed:
            self._keep(then)

        def undo() -> None:
            for was, then in freed:
                current = self.one(was.id)
                if current is not None:
                    self.change(current, **_named_again(current, was, then))

        return undo

    def _as_way(self, way: ContactWay) -> ContactWay:
        return replace(way, id=self._unlocked.new_id())

    def _one_change(self) -> AbstractContextManager[None]:
        return one_change(self._unlocked, self._look_again)


def _order(one: Referral) -> tuple[Any, ...]:
    return (one.next_day or date.max, by_name(one.service), one.id)


def _named_again(current: Referral, was: Referral, then: Referral) -> dict[str, Any]:
    """The links as they were before they were freed, but for what was changed since."""
    return {
        name: getattr(was, name)
        for name in ("suggested_by", "support")
        if getattr(current, name) == getattr(then, name)
    }
