"""What tests of imports bring in, and what is then here, in words."""

from datetime import date, timedelta
from typing import Any

from app.domain.check_in import CheckIn
from app.imports.any_csv import Columns
from app.session import Session
from app.session.import_rows import Choices
from app.vault import Vault
from tests.session.house import every_check_in

LABELS = Choices(levels={"fantastic": 5})
TABLE = Columns(date="day", mood="mood", note="note", names="names", between=";")

Said = dict[str, Any]


def table(*rows: str) -> bytes:
    """A table with the columns of TABLE."""
    return "\n".join(("day,mood,note,names", *rows)).encode()


def years(days: int) -> bytes:
    """A table with a row a day, the newest first."""
    first = date(2026, 11, 20)
    return table(*(f"{first - timedelta(days=day)},rad,day {day},walk{day % 7}" for day in range(days)))


def said(session: Session) -> list[Said]:
    """All check-ins in words, newest first: what they mean, without ids and without when they came."""
    return [_in_words(session, one) for one in every_check_in(session)]


def _in_words(session: Session, one: CheckIn) -> Said:
    lists = {"feelings": "feeling", "body_signals": "body_signal", "where": "where", "doing": "doing"}
    own = {str(word.id): word.word for word in session.own_words.all}
    topics = {topic.id: topic.name for topic in session.topics.all}
    labels = {label.id: (label.words, label.level) for label in session.mood_labels.all}
    return {
        "when": (one.when, one.when.utcoffset(), one.time_known),
        "mood": (one.mood, one.label and labels[one.label], one.cannot_name),
        **{name: sorted(own.get(key, key) for key in getattr(one, name)) for name in lists},
        "how much": [sorted(own.get(key, key) for key in keys) for keys in (one.a_little, one.a_lot)],
        "topics": sorted(topics[topic] for topic in one.topics),
        "rest": (one.energy, one.felt_connected, one.note, one.source, one.source_text),
        "supports": (one.with_supports, one.what_helped),
    }


def all_rows(vault: Vault) -> dict[str, Any]:
    """Every record of every collection, but for imports themselves and what deletions left."""
    return {
        name: kept
        for name in vault.collections()
        if name != "imports" and (kept := _without_deleted(vault.tables(name)))
    }


def _without_deleted(tables: dict[str, Any]) -> dict[str, Any]:
    left = {
        table: {row: one for row, one in rows.items() if "deleted_at" not in one}
        for table, rows in tables.items()
    }
    return {table: rows for table, rows in left.items() if rows}
