"""What a copy of the map shows: the one value that its preview, its picture and its page are made from."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from app import words
from app.domain.agreement import NOTHING_AGREED
from app.domain.hope import NOTHING_SAID
from app.domain.ids import Id
from app.domain.kept import Share
from app.domain.map_fold import Fold, folded
from app.domain.support import Ring, Support
from app.domain.support_map import SupportMap, arranged
from app.exports.document import PlanDocument, ShownGroup, ShownLine, ShownPart
from app.exports.support_said import said_of
from app.words.language import written
from app.words.name_order import by_name

_MOST = 18
"""A page and a picture are looked at from near: a ring is only folded that has no room."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class MapDocument:
    """A whole copy. Its supports have what is drawn and nothing else: no ways, no notes, and no names where those are hidden.

    ``in_words`` says the same in words, by ring.
    """

    title: str
    shown: SupportMap
    shapes: Mapping[Id, Support | Fold]
    in_words: PlanDocument

    def __repr__(self) -> str:
        return "<MapDocument>"

    @property
    def is_empty(self) -> bool:
        """Whether nobody is on it."""
        return not self.shapes


def may_be_shown(supports: Iterable[Support]) -> tuple[Support, ...]:
    """Those that a copy may have: on the map, and marked so by the person. Only me is a gate that no choice opens."""
    return tuple(one for one in supports if one.on_map and one.share is Share.MAY_BE_SHARED)


def map_document(
    supports: Iterable[Support],
    chosen: Collection[Id],
    *,
    named: bool,
    made_by: str,
    shown_on: date,
    example: bool = False,
) -> MapDocument:
    """Return what another person is shown: of what may be shown what was chosen, by name or as what kind it is.

    Places in the safety net are not in it. ``made_by`` is the name on the copy, or blank for none.
    """
    taken = [_bare(one, named=named) for one in may_be_shown(supports) if one.id in chosen]
    shapes = folded(taken, most=_MOST)
    said = words.map_sharing
    title = words.example.on_a_copy.format(title=said.heading) if example else said.heading
    name = made_by.strip()
    return MapDocument(
        title=title,
        shown=arranged(shapes),
        shapes={shape.id: shape for shape in shapes},
        in_words=PlanDocument(
            title=said.in_words,
            one_line="",
            made_by=words.export.made_by.format(name=name) if name else "",
            dated=words.export.date.format(date=words.moment.day(shown_on)),
            version="",
            closing=words.export.closing,
            parts=tuple(_ring(ring, taken) for ring in Ring if any(one.ring is ring for one in taken)),
            shown_on=shown_on,
            language=written(),
            property_title=said.document_title,
        ),
    )


def map_file_name(shown_on: date, ending: str) -> str:
    """Return a file name that tells nothing but the month, such as ``map-2026-11.png``."""
    return f"map-{shown_on:%Y-%m}.{ending}"


def _bare(support: Support, *, named: bool) -> Support:
    """A support with what is drawn of it: its direction as it was said or follows from what is given."""
    return replace(
        support,
        name=support.name.strip() if named else words.support.kinds[support.kind],
        ways=(),
        note="",
        topics=(),
        form=None,
        exchanges=(),
        set_direction=support.direction,
        agreement=NOTHING_AGREED,
        hope=NOTHING_SAID,
    )


def _ring(ring: Ring, taken: Iterable[Support]) -> ShownPart:
    here = sorted((one for one in taken if one.ring is ring), key=lambda one: (by_name(one.name), one.id))
    lines = tuple(ShownLine(text=_told(one)) for one in here)
    return ShownPart(heading=words.support.rings[ring], groups=(ShownGroup(lines=lines),))


def _told(support: Support) -> str:
    said = said_of(support, None)
    known = said[1:] if support.name == said[0] else said
    return words.report.labelled.format(label=support.name, said=" · ".join(known)) if known else support.name
