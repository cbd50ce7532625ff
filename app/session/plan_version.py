"""What a person can do with versions of the safety plan."""

from dataclasses import replace

from app.domain.coping_tool import CopingTool
from app.domain.ids import Id
from app.domain.plan_version import Differences, PlanVersion, brought_back, differences, renewed
from app.domain.safety_plan import SafetyPlan, linked_again, without_linked
from app.domain.support import Support
from app.session.one_change import one_change
from app.session.safety_plan import SafetyPlanVerbs
from app.session.unlocked import Undo, Unlocked
from app.store.plan_version import plan_versions


class PlanVersionVerbs:
    """Earlier versions of the plan, the latest first. Two devices may each have kept one of the same number."""

    def __init__(self, unlocked: Unlocked, plan: SafetyPlanVerbs) -> None:
        self._unlocked, self._plan = unlocked, plan
        self._kept = plan_versions(unlocked.vault, unlocked.left_out)
        self.all: tuple[PlanVersion, ...] = ()
        self.look()

    def look(self) -> None:
        """Read again what is kept."""
        newest_first = sorted(
            self._kept.all(), key=lambda one: (one.plan.version, one.created_at, one.id), reverse=True
        )
        self.all = tuple(newest_first)

    def one(self, version: Id) -> PlanVersion | None:
        """Return the version with that id, or None."""
        return next((one for one in self.all if one.id == version), None)

    def since(self, version: PlanVersion) -> Differences:
        """What has changed in the plan since that version."""
        return differences(version.plan, self._plan.plan)

    def begin(self) -> Undo:
        """Keep the plan as it is now, and go on with the next version. The returned undo takes the next version back.

        What was written meanwhile stays.
        """
        with one_change(self._unlocked, self._look_at_both):
            kept = self._keep_present()
            self._plan.change(version=self._plan.plan.version + 1)

        def undo() -> None:
            with one_change(self._unlocked, self._look_at_both):
                self._forget(kept)
                self._plan.change(version=kept.plan.version)

        return undo

    def bring_back(self, version: PlanVersion) -> Undo:
        """Keep the plan as it is now, and go on with what an earlier version said. The returned undo turns that back.

        Where something was written meanwhile, that is kept as a version, too.
        """
        before = self._plan.plan
        with one_change(self._unlocked, self._look_at_both):
            kept = self._keep_present()
            self._plan.become(brought_back(version.plan, before, self._unlocked.now()))
        after = self._plan.plan

        def undo() -> None:
            if self._plan.plan != after:
                self.bring_back(kept)
                return
            with one_change(self._unlocked, self._look_at_both):
                self._forget(kept)
                self._plan.become(renewed(before, self._unlocked.now()))

        return undo

    def remove(self, version: PlanVersion) -> Undo:
        """Delete an earlier version; the plan stays as it is. The returned undo keeps it again."""
        self._forget(version)
        return lambda: self._put(replace(version, changed_at=self._unlocked.now()))

    def free_from(self, gone: Support | CopingTool) -> Undo:
        """Let no version depend on a support or a tool that goes away; lines that only named it keep its name.

        The returned undo gives the versions their links back.
        """
        now = self._unlocked.now()
        freed: list[tuple[SafetyPlan, PlanVersion]] = []
        for version in self.all:
            plan = without_linked(version.plan, gone.id, gone.name, now)
            if plan != version.plan:
                freed.append((version.plan, replace(version, plan=plan, changed_at=now)))
                self._put(freed[-1][1])

        def undo() -> None:
            again = self._unlocked.now()
            for before, without in freed:
                known = self.one(without.id)
                if known is not None:
                    plan = linked_again(known.plan, before, without.plan, again)
                    self._put(replace(known, plan=plan, changed_at=again))

        return undo

    def _look_at_both(self) -> None:
        self._plan.look()
        self.look()

    def _keep_present(self) -> PlanVersion:
        version = PlanVersion(**self._unlocked.stamp(), plan=self._plan.plan)
        self._put(version)
        return version

    def _put(self, version: PlanVersion) -> None:
        self._kept.put(version)
        self.look()

    def _forget(self, version: PlanVersion) -> None:
        self._kept.remove(version.id, self._unlocked.now())
        self.look()
