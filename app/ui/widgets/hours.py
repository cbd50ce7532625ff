"""Hours at which someone can be reached: as they were said, on my clock where that differs, and whether that is now."""

from collections.abc import Sequence

import flet as ft

from app import words
from app.domain.hours import Hours, Now, Span
from app.session.hours import KnownHours, known_hours
from app.ui.screen import Host
from app.ui.widgets.text import body, quiet
from app.words.hours import span_said, when_said
from app.words.zone import zone_name


def hours_lines(host: Host, hours: Hours) -> list[ft.Control]:
    """What is known of hours, line by line, what matters now first.

    The place whose clock they go by is named where mine says something else.
    """
    known = known_hours(hours, host.session.now())
    return [*_on_my_clock(host, known), quiet(said_hours(hours) if known.here else _spans(hours.spans))]


def on_my_clock(host: Host, hours: Hours) -> list[ft.Control]:
    """Whether hours are now, and the same hours on my clock where it says something else. What is not known is not said."""
    return _on_my_clock(host, known_hours(hours, host.session.now()))


def _on_my_clock(host: Host, known: KnownHours) -> list[ft.Control]:
    lines: list[ft.Control] = []
    if known.now is not None and not known.hours.always:
        lines.append(body(_now(host, known.now)))
    if known.here:
        lines.append(quiet(words.hours.here.format(hours=_spans(known.here))))
    return lines


def said_hours(hours: Hours) -> str:
    """Hours in words, with the place whose clock they go by."""
    spans = _spans(hours.spans)
    return words.hours.there.format(hours=spans, place=zone_name(hours.zone)) if hours.zone else spans


def said_span(span: Span) -> str:
    """One of the hours in words."""
    return span_said(span.days, span.begins, span.ends)


def _spans(spans: Sequence[Span]) -> str:
    if Hours(spans=tuple(spans)).always:
        return words.hours.always
    return " · ".join(map(said_span, spans))


def _now(host: Host, now: Now) -> str:
    said = words.hours
    if now.changes is None:
        return said.now
    when = when_said(now.changes, now=host.session.now())
    return said.now_until.format(when=when) if now.is_open else said.next_from.format(when=when)
