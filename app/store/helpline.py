"""Helplines by region, from the bundled list (assets/numbers/SOURCES.md), and what the person says about them."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from app.domain.helpline import ForWhom, Helpline, HelplineMark, Hours, Known, Page
from app.domain.ids import ID_SOURCE_BYTES, id_from
from app.domain.support import ContactWay, WayKind
from app.store.left_out import LeftOut
from app.store.shelf import Shelf
from app.vault import Vault

_LIST = Path(__file__).resolve().parents[2] / "assets" / "numbers" / "helplines.json"

READ_ON = date(2026, 11, 28)
"""When the pages that the list goes by were read (assets/numbers/SOURCES.md)."""

_CHAT = "chat"


@cache
def helplines() -> dict[str, tuple[Helpline, ...]]:
    """Return the lines of every region in the list, by country code of two letters, pairs side by side."""
    regions: dict[str, tuple[Helpline, ...]] = {}
    for told in json.loads(_LIST.read_text("utf-8"))["lines"]:
        line = _helpline(told)
        regions[line.region] = (*regions.get(line.region, ()), line)
    return regions


def _helpline(told: dict[str, Any]) -> Helpline:
    chats = [way["value"] for way in told["ways"] if way["kind"] == _CHAT]
    ways = [way for way in told["ways"] if way["kind"] != _CHAT]
    return Helpline(
        key=told["id"],
        region=told["region"],
        name=told["name"],
        for_whom=ForWhom(told["for_whom"]),
        ways=tuple(_way(place, way) for place, way in enumerate(ways)),
        chat=chats[0] if chats else None,
        hours=Hours(told["hours"]),
        languages=tuple(told["languages"]),
        free=Known.YES if told["cost"] == "free" else Known.UNKNOWN,
        may_contact_emergency=Known(told["may_contact_emergency"]),
        pair=told["pair_with"],
        pages=tuple(_page(source) for source in told["sources"]),
    )


def _way(place: int, way: dict[str, str]) -> ContactWay:
    """A way of a line. Its id tells it from the others of the line; it gets its own where a support takes it over."""
    here = id_from(bytes([place]) * ID_SOURCE_BYTES)
    return ContactWay(id=here, kind=WayKind(way["kind"]), value=way["value"], note=way.get("say", ""))


def _page(source: dict[str, Any]) -> Page:
    return Page(address=source["page"], dated=_first_day(source["dated"]), names=tuple(source["names"]))


def _first_day(dated: str) -> date:
    """The day; of a month or a year alone the first, so that nothing seems newer than it is."""
    year, month, day = [*map(int, dated.split("-")), 1, 1][:3]
    return date(year, month, day)


def helpline_marks(vault: Vault, left_out: LeftOut | None = None) -> Shelf[HelplineMark]:
    """The shelf of what the person says about lines."""
    note = (left_out or LeftOut()).of("helpline_mark", "helplines")
    return Shelf(vault.collection("helplines").table("marks"), HelplineMark, note=note)
