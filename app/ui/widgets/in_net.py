"""Someone in the safety net, as the net and the page for hard times show them: how to reach, what to say, what was agreed."""

from dataclasses import dataclass

import flet as ft

from app import words
from app.domain.agreement import Consent
from app.domain.ids import Id
from app.domain.safety_net import SafetyNetEntry
from app.domain.support import ContactWay, Support, SupportKind, as_offered
from app.session import Session
from app.ui.screen import Host
from app.ui.theme import INSIDE
from app.ui.widgets import button
from app.ui.widgets.reach import Ready, reach
from app.ui.widgets.text import own_words, quiet

_ASKED = (SupportKind.PERSON, SupportKind.GROUP, SupportKind.COMMUNITY)
"""Kinds that can be asked whether they may be reached. Of others it is said only where an answer is noted."""

_CONSENT_ICONS = {
    Consent.YES: ft.Icons.HANDSHAKE_OUTLINED,
    Consent.ASKED: ft.Icons.HOURGLASS_EMPTY,
    Consent.NO: ft.Icons.DO_NOT_DISTURB_ON_OUTLINED,
    None: ft.Icons.QUESTION_ANSWER_OUTLINED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One place in the net. ``consent`` says what was agreed, "" where there is nothing to ask."""

    entry: SafetyNetEntry
    number: int
    support: Id
    name: str
    purposes: str
    say: str
    expect: str
    ways: tuple[ContactWay, ...]
    answer: Consent | None
    consent: str


def net_lines(session: Session) -> tuple[Line, ...]:
    """The net in order. A place whose support is gone is not shown."""
    known = session.supports.by_id
    entries = [entry for entry in session.safety_net.entries if entry.support in known]
    return tuple(_line(entry, number, known[entry.support]) for number, entry in enumerate(entries, start=1))


def _line(entry: SafetyNetEntry, number: int, support: Support) -> Line:
    answer = support.agreement.may_contact
    said = words.safety_net.consent[answer or ""].format(name=support.name)
    return Line(
        entry=entry,
        number=number,
        support=support.id,
        name=support.name,
        purposes=" · ".join(words.safety_net.purposes[purpose] for purpose in entry.purposes),
        say=entry.what_i_could_say.strip(),
        expect=entry.what_may_happen.strip(),
        ways=support.ways,
        answer=answer,
        consent=said if answer or support.kind in _ASKED else "",
    )


def reach_line(host: Host, line: Line) -> list[ft.Control]:
    """The ways to reach someone, and the words that are ready for it."""
    parts: list[ft.Control] = []
    if line.ways or line.expect:
        parts.append(
            reach(host, line.name, line.ways, ready=Ready(say=line.say, expect=line.expect), prominent=True)
        )
    if line.say:
        parts.append(_ready_words(host, line))
    return parts


def _ready_words(host: Host, line: Line) -> ft.Control:
    show = button.second_button(
        words.safety_net.show.format(name=line.name),
        lambda: host.go(f"/safety-net/words/{line.entry.id}"),
        icon=ft.Icons.FULLSCREEN,
    )
    inside = any(way.link_with(line.say) != way.link for way in as_offered(line.ways))
    stand = [quiet(words.safety_net.words_inside)] if inside else []
    return ft.Column([own_words(f"“{line.say}”"), *stand, button.buttons(show)], spacing=INSIDE)


def consent_line(host: Host, line: Line) -> list[ft.Control]:
    """What was agreed with someone; a press leads to where it can be changed."""
    if not line.consent:
        return []
    return [
        button.line_button(
            line.consent, lambda: host.go(f"/support/agreed/{line.support}"), icon=_CONSENT_ICONS[line.answer]
        )
    ]


def refusal_line(line: Line) -> list[ft.Control]:
    """On the page for hard times only this is said of what was agreed."""
    return [quiet(line.consent)] if line.answer is Consent.NO else []
