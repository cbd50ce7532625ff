"""Versions of the safety plan: how it stood when a new one was begun, and what is different between two."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.ids import Id
from app.domain.kept import Kept, Share
from app.domain.safety_plan import PlanItem, PlanPart, SafetyPlan, items


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PlanVersion(Kept):
    """A plan as it stood at ``created_at``, when the person began a new version. It is read, not changed."""

    plan: SafetyPlan


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class LineDifference:
    """A line that is not the same in two plans: as it was, None if it is new, and as it is, None if it is gone."""

    before: PlanItem | None
    after: PlanItem | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PartDifference:
    """A part in which something is not the same, as it stands in the later plan, or in the earlier if it is gone.

    ``renamed`` from is the part as it was called before, None if it is called the same.
    """

    part: PlanPart
    renamed: PlanPart | None = None
    lines: tuple[LineDifference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Differences:
    """What is not the same in two plans. ``one_line`` holds the earlier and the later sentence, or is None.

    Order, marks for sharing and what is hidden are no difference: they say nothing new to read.
    """

    one_line: tuple[str, str] | None
    parts: tuple[PartDifference, ...]

    @property
    def none(self) -> bool:
        """Whether both say the same."""
        return self.one_line is None and not self.parts


def differences(before: SafetyPlan, after: SafetyPlan) -> Differences:
    """What someone who knows one plan has to read anew in the other. A line is known by its id, in whatever part."""
    lines = before.one_line.strip(), after.one_line.strip()
    return Differences(one_line=lines if lines[0] != lines[1] else None, parts=tuple(_parts(before, after)))


def _parts(before: SafetyPlan, after: SafetyPlan) -> Iterator[PartDifference]:
    old_parts = {part.id: part for part in before.parts}
    old_lines, new_lines = ({item.id: item for item in items(plan)} for plan in (before, after))
    for part in (*after.parts, *(one for one in before.parts if one.id not in _ids(after))):
        was = old_parts.get(part.id)
        now = part if part.id in _ids(after) else None
        gone = [item for item in (was.items if was else ()) if item.id not in new_lines]
        lines = [LineDifference(before=item, after=None) for item in gone]
        for item in now.items if now else ():
            known = old_lines.get(item.id)
            if known is None or _said(known) != _said(item):
                lines.append(LineDifference(before=known, after=item))
        renamed = was if was and now and was.title.strip() != now.title.strip() else None
        if lines or renamed:
            yield PartDifference(part=part, renamed=renamed, lines=tuple(lines))


def _ids(plan: SafetyPlan) -> set[Id]:
    return {part.id for part in plan.parts}


def _said(item: PlanItem) -> tuple[object, ...]:
    return item.text.strip(), item.links, item.tools, item.sign


def renewed(plan: SafetyPlan, at: datetime) -> SafetyPlan:
    """The same plan with every part and line changed at that moment, so that other devices take it for the latest."""
    parts = tuple(
        replace(part, changed_at=at, items=tuple(replace(item, changed_at=at) for item in part.items))
        for part in plan.parts
    )
    return replace(plan, parts=parts, changed_at=at)


def brought_back(kept: SafetyPlan, now: SafetyPlan, at: datetime) -> SafetyPlan:
    """The plan with what an earlier version said, as the version after the present one.

    What has been marked only me since stays so: nothing becomes shareable by going back.
    """
    only_me = {item.id for item in items(now) if item.share is Share.ONLY_ME}

    def gated(item: PlanItem) -> PlanItem:
        return replace(item, share=Share.ONLY_ME) if item.id in only_me else item

    parts = tuple(replace(part, items=tuple(map(gated, part.items))) for part in kept.parts)
    sentence = Share.ONLY_ME if now.one_line_share is Share.ONLY_ME else kept.one_line_share
    again = replace(
        now, version=now.version + 1, one_line=kept.one_line, one_line_share=sentence, parts=parts
    )
    return renewed(again, at)
