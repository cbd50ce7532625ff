"""Emergency numbers by region, from the bundled list. Nothing here is made up or rewritten by code."""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

_LIST = Path(__file__).resolve().parents[2] / "assets" / "numbers" / "emergency_numbers.csv"

COMPARED_ON = date(2026, 11, 21)
"""When the list was compared with its two sources (assets/numbers/SOURCES.md)."""


@dataclass(frozen=True, slots=True)
class EmergencyNumber:
    """A number and whom it reaches: all, police, ambulance or fire."""

    service: str
    number: str


@cache
def emergency_numbers() -> dict[str, tuple[EmergencyNumber, ...]]:
    """Return the numbers of every region in the list, by country code of two letters."""
    regions: dict[str, tuple[EmergencyNumber, ...]] = {}
    with _LIST.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            number = EmergencyNumber(row["service"], row["number"])
            regions[row["region"]] = (*regions.get(row["region"], ()), number)
    return regions
