"""A session in which every field of every kind says something else than nothing: what golden records are made of."""

from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from app.domain.agreement import Answer, Consent
from app.domain.check_in import Energy, FeltConnected
from app.domain.coping_tool import MayPassOn, Takes, ToolKind, WhereOk
from app.domain.exchange import Direction
from app.domain.feeling import BODY_SIGNALS
from app.domain.hope import HopeState
from app.domain.hours import ALWAYS
from app.domain.import_record import ImportState
from app.domain.kept import Share
from app.domain.mood_label import FACES
from app.domain.safety_plan import PartType, Sign
from app.domain.support import Strain, Strength, SupportForm, SupportKind, WayKind
from app.session import Session
from app.store.record import from_row, to_record
from app.store.shelf import DELETED_AT, put_in_row
from app.store.stem import STEMS, Stem
from app.vault import Vault
from tests.imports.test_kept_file import png
from tests.session.lived_in import move_in

Heard = dict[tuple[str, str], bool]
"""By kind and name of a field."""

_BY_NAME = {stem.name: stem for stem in STEMS}


def fill(session: Session, folder: Path) -> None:
    """Fill a session, then say something in each field that is still silent. A photo is put beside the vault first."""
    move_in(session)
    photo = folder / "photo.png"
    photo.write_bytes(png(40, 30))
    session.keep_items.keep(photo, name="The sea")
    photo.unlink()
    session.check_ins.record(cannot_name=True)
    session.drafts.keep("check_in/note", "half a")
    session.drafts.seal()
    _fill_places(session)
    vault, today = session._unlocked.vault, session.now().date()
    support, topic = session.supports.all[0].id, session.topics.all[0].id
    say(vault, "own_word", hidden=True)
    say(vault, "topic", hidden=True)
    say(vault, "mood_label", hidden=True, face=FACES[0])
    say(
        vault,
        "import_record",
        here=1,
        problems=1,
        words=(session.own_words.all[0].id,),
        labels=(session.mood_labels.all[0].id,),
        topics=(topic,),
        state=ImportState.TAKEN_BACK,
        taken_back_at=session.now(),
    )
    say(vault, "referral", support=support, share=Share.MAY_BE_SHARED)
    say(
        vault,
        "coping_tool",
        kind=ToolKind.MAKE,
        takes=Takes.LONGER,
        where_ok=WhereOk.OUTSIDE,
        energy_needed=Energy.LOW,
        learned_on=today,
        may_pass_on=MayPassOn.ASK,
    )
    session.coping_tools.put_away(session.coping_tools.add(name="Put away"), away=True)
    for name in ("learning", "reflection", "win"):
        say(vault, name, put_away=True)
    check_in = session.check_ins.recent[0].id
    say(vault, "meeting", time_known=True, followed_up=True, check_in=check_in)
    say(
        vault,
        "safety_plan",
        one_line_share=Share.MAY_BE_SHARED,
        last_read_through=today,
        read_again_on=today + timedelta(days=30),
    )
    say(vault, "safety_plan_part", hidden=True)
    say(vault, "safety_plan_item", sign=Sign.BODY)
    session.held_plans.look()
    held = session.held_plans.all[0].copy
    part = held.parts[0]
    line = part.groups[0].lines[0]
    someone = replace(line.supports[0], ways=(replace(line.supports[0].ways[0], kind=WayKind.CALL),))
    lines = (replace(line, supports=(someone,)),)
    part = replace(part, about=PartType.SIGNS, groups=(replace(part.groups[0], lines=lines),))
    say(vault, "held_plan", copy=replace(held, made_on=today, parts=(part,)))
    seen = next(mark for _, _, mark, _ in kept(vault, _BY_NAME["helpline_mark"]) if not mark.hidden)
    say(vault, "helpline_mark", seen.id, pinned=True, own=support)
    say(vault, "plan_copy", given_on=today)
    say(
        vault,
        "preferences",
        hidden_words=("feeling:calm",),
        patterns=False,
        giving=False,
        example=True,
        toured=True,
        ticks=True,
    )
    session.look()


def _fill_places(session: Session) -> None:
    """What check-ins and supports say of where, how and with whom."""
    vault = session._unlocked.vault
    check_in = next(one for one in session.check_ins.recent if one.mood == 2)  # the one with feelings
    session.check_ins.change(
        check_in,
        a_little=("calm",),
        body_signals=(next(iter(BODY_SIGNALS)),),
        where=("home",),
        doing=("music",),
        felt_connected=FeltConnected.A_LITTLE,
    )
    ana = session.supports.all[0]
    hours = replace(ALWAYS, zone="Europe/Vienna")
    say(
        vault,
        "support",
        ana.id,
        kind=SupportKind.GROUP,
        form=SupportForm.PEER_SUPPORT,
        strength=Strength.STRONG,
        strain=Strain.SOME,
        set_direction=Direction.BOTH,
        angle=7,
        share=Share.MAY_BE_SHARED,
        ways=(replace(ana.ways[0], hours=hours), *ana.ways[1:]),
        agreement=replace(
            ana.agreement, knows=Answer.YES, may_contact=Consent.ASKED, share=Share.MAY_BE_SHARED
        ),
        hope=replace(ana.hope, stands=HopeState.LOOKING),
    )


def say(vault: Vault, name: str, thing: str = "", **said: Any) -> None:
    """Let the first thing of a stem, or that one, say this: what no verb says in one step."""
    stem = _BY_NAME[name]
    for collection, row, value, placed in kept(vault, stem):
        if thing in ("", value.id):
            record = to_record(replace(value, **said), without=stem.elsewhere) | placed
            put_in_row(vault.collection(collection).table(stem.table), row, record)
            return
    raise LookupError(name)


def kept(vault: Vault, stem: Stem) -> list[tuple[str, int, Any, dict[str, Any]]]:
    """Every thing of a stem in a vault: its collection, its row, its value, and the fields besides."""
    if stem.kind is None:
        return []
    return [
        (
            collection,
            int(row),
            *from_row(stem.kind, int(row), record, elsewhere=stem.elsewhere, besides=stem.besides),
        )
        for collection in filter(stem.holds, vault.collections())
        for row, record in vault.tables(collection).get(stem.table, {}).items()
        if DELETED_AT not in record
    ]


def heard(vault: Vault) -> Heard:
    """Of every field of what is in a vault, at any depth: whether it says more than its default in any record."""
    told: Heard = {}
    for stem in STEMS:
        for _, _, value, _ in kept(vault, stem):
            _hear(value, told)
    return told


def _hear(value: Any, told: Heard) -> None:
    if isinstance(value, tuple):
        for one in value:
            _hear(one, told)
    if not is_dataclass(value):
        return
    for field in fields(value):
        name = type(value).__name__, field.name
        said = getattr(value, field.name)
        told[name] = told.get(name, False) or said != _default(field)
        _hear(said, told)


def _default(field: Any) -> Any:
    return field.default_factory() if field.default_factory is not MISSING else field.default
