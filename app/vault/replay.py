"""What the bytes of a log mean: its tables, how far it got, and whether it was damaged. Pure: touches no disk."""

from dataclasses import dataclass, field

from app.vault.errors import NoticeKind
from app.vault.frames import BLOCK_BYTES, Frame, Header, Kind, Scan, Sealer, read_headers, scan
from app.vault.keys import Keys
from app.vault.state import Tables, apply


@dataclass(slots=True, repr=False)
class Replay:
    """A log as its file tells it.

    ``last`` is the number of its newest frame, ``link`` what the next one links to, ``end`` where that one goes, and
    ``tags`` what each number is known by. ``behind`` is how many bytes after ``end`` hold nothing that was saved: room
    that the file has grown ahead, in which a write cut short may have left ``torn``.
    """

    header: Header | None = None
    sealer: Sealer | None = None
    tables: Tables = field(default_factory=dict)
    last: int = 0
    link: bytes = b""
    end: int = 0
    tags: dict[int, bytes] = field(default_factory=dict)
    behind: int = 0
    torn: bytes = b""
    found: set[NoticeKind] = field(default_factory=set)

    @property
    def damaged(self) -> bool:
        """Whether something is lost or altered."""
        return NoticeKind.DAMAGED in self.found


def look(raw: bytes, keys: Keys, collection: str) -> tuple[Header, Sealer, Scan] | None:
    """Open all frames that open, under whichever copy of the header opens most; None if neither copy is sound.

    VaultUnsupported if the file is of a newer version.
    """
    tried = []
    for header in {header.raw: header for header in read_headers(raw, keys.vault_id)}.values():
        sealer = Sealer(keys, collection, header)
        tried.append((header, sealer, scan(raw, sealer)))
    return max(tried, key=lambda attempt: len(attempt[2].frames), default=None)


def replay(raw: bytes, keys: Keys, collection: str, *, known_to: int = 0) -> Replay:
    """Read a log. ``known_to`` is the number that it is known to have reached, 0 if nothing is known.

    A tail that does not open is room, or torn, only where zeros and one unfinished write explain all of it; else it
    is damage.
    VaultUnsupported if the file is of a newer version.
    """
    looked = look(raw, keys, collection)
    if looked is None:
        return Replay(found={NoticeKind.DAMAGED})
    header, sealer, seen = looked
    told = Replay(header, sealer, last=header.first - 1, link=header.link)
    if raw[: BLOCK_BYTES // 2] != raw[BLOCK_BYTES // 2 : BLOCK_BYTES]:
        told.found.add(NoticeKind.HEALED)
    states_end = _read_states(told, seen, header)
    for frame in seen.frames:
        if frame.kind != Kind.STATE:
            _read_changes(told, frame)
    _judge_blocks(told, seen, raw, states_end, known_to)
    if told.damaged:
        told.found.discard(NoticeKind.HEALED)
    return told


def _read_states(told: Replay, seen: Scan, header: Header) -> int:
    """Take the state from either of its two copies. Returns where both of them end, or where a log without one starts."""
    first = header.first
    copies = [frame for frame in seen.frames if frame.kind == Kind.STATE]
    if not copies:
        return BLOCK_BYTES
    size = copies[0].end - copies[0].start
    places = {BLOCK_BYTES, BLOCK_BYTES + size}
    for copy in copies:
        if copy.number != first or copy.start not in places or copy.end - copy.start != size:
            told.found.add(NoticeKind.DAMAGED)
    if _are_tables(copies[0].body):
        told.tables.update(copies[0].body)
    else:
        told.found.add(NoticeKind.DAMAGED)
    told.last = first
    told.tags[first] = told.link
    if len(copies) < len(places):
        told.found.add(NoticeKind.HEALED)
    return BLOCK_BYTES + 2 * size


def _read_changes(told: Replay, frame: Frame) -> None:
    if frame.kind != Kind.CHANGES or frame.number != told.last + 1 or frame.link != told.link:
        told.found.add(NoticeKind.DAMAGED)
    if frame.kind != Kind.CHANGES or frame.number <= told.last:
        return
    try:
        apply(told.tables, frame.body)
    except (ValueError, TypeError):
        told.found.add(NoticeKind.DAMAGED)
    told.last, told.link = frame.number, frame.tag
    told.tags[frame.number] = frame.tag


def _are_tables(value: object) -> bool:
    """Whether this is a state that any version of ours has sealed."""
    if not isinstance(value, dict):
        return False
    return all(
        isinstance(rows, dict)
        and all(row.removeprefix("-").isdecimal() and isinstance(rows[row], dict) for row in rows)
        for rows in value.values()
    )


def _judge_blocks(told: Replay, seen: Scan, raw: bytes, states_end: int, known_to: int) -> None:
    told.end = max([states_end, *(frame.end for frame in seen.frames)])
    if not seen.frames or any(states_end <= stray < told.end for stray in seen.strays):
        told.found.add(NoticeKind.DAMAGED)
        return
    if told.damaged or len(raw) <= told.end:
        return
    unfinished = told.last + 1
    alone = all(
        head.start == told.end
        and head.number == unfinished
        and not raw[head.start + head.size :].strip(b"\0")
        for head in seen.heads
        if head.start >= told.end
    )
    if not alone or unfinished <= known_to:
        told.found.add(NoticeKind.DAMAGED)
        return
    told.behind = len(raw) - told.end
    told.torn = raw[told.end :].rstrip(b"\0")
    if told.torn:
        told.found.add(NoticeKind.TORN_TAIL)
