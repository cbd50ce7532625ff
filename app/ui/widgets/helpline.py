"""A helpline: whom it is for, how to reach it, what is known and what is not."""

from dataclasses import replace
from datetime import date

import flet as ft

from app import words
from app.domain.helpline import Helpline, Hours, Known
from app.domain.support import ContactWay
from app.session.helpline import Marked
from app.store.helpline import READ_ON
from app.ui.screen import Host
from app.ui.theme import INSIDE
from app.ui.widgets.reach import reach
from app.ui.widgets.text import body, own_words, quiet
from app.words.region import language_name


def brief(host: Host, one: Marked, today: date) -> list[ft.Control]:
    """A line as it is met on a hard day: whom it is for, when, how, and how far the number can be trusted."""
    if one.own is not None:
        return [own_words(one.own.name), quiet(words.helplines.mine), reach(host, one.own.name, one.own.ways)]
    line = one.line
    return [
        own_words(line.name),
        quiet(" · ".join(filter(None, (words.helplines.for_whom[line.for_whom], _hours(line))))),
        *_ways(host, line),
        *map(quiet, trust(one, today)),
    ]


def _hours(line: Helpline) -> str:
    return "" if line.hours is Hours.UNKNOWN else words.helplines.hours[line.hours]


def _ways(host: Host, line: Helpline) -> list[ft.Control]:
    """A button for each way; where two would say the same, each says its number."""
    said = words.helplines
    kinds = [way.kind for way in line.ways]
    shown: list[ft.Control] = [
        reach(
            host,
            f"{line.name}, {way.value}" if kinds.count(way.kind) > 1 else line.name,
            (_with_first_word(way),),
            as_written=True,
        )
        for way in line.ways
    ]
    if line.chat is not None:
        shown.append(body(said.chat_at.format(site=line.chat) if line.chat else said.chat_somewhere))
    return [ft.Column(shown, spacing=INSIDE)]


def _with_first_word(way: ContactWay) -> ContactWay:
    """A line that is texted may ask for a word to begin with: the list has it as the way's note."""
    return replace(way, note=words.helplines.first_word.format(word=way.note)) if way.note else way


def trust(one: Marked, today: date) -> list[str]:
    """When its number was read where, whether that is long ago, and whether the person checked it."""
    said = words.helplines
    if one.mark is not None and one.mark.checked_on is not None:
        return [said.you_checked.format(day=words.moment.day(one.mark.checked_on))]
    named = said.named.format(month=words.moment.month(one.line.named_on), day=words.moment.day(READ_ON))
    return [named, *([said.old] if one.line.is_old(today) else [])]


def known(line: Helpline) -> list[str]:
    """What more is known of a line, and what is not."""
    said, spoken = words.helplines, ", ".join(map(language_name, line.languages))
    unknown = [
        said.things[key]
        for key, so in (
            ("hours", line.hours is Hours.UNKNOWN),
            ("languages", not line.languages),
            ("cost", line.free is Known.UNKNOWN),
            ("emergency", line.may_contact_emergency is Known.UNKNOWN),
        )
        if so
    ]
    return [
        *([said.languages.format(languages=spoken)] if spoken else []),
        *([said.is_free] if line.free is Known.YES else []),
        *([said.may_contact] if line.may_contact_emergency is Known.YES else []),
        *(said.unknown.format(things=thing) for thing in unknown),
    ]
