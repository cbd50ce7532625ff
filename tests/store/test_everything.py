"""An export holds everything, whole, and its page names every field of it."""

import json
import re
import sys
from base64 import b64decode
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import app.domain
from app import words
from app.domain.check_in import CheckIn
from app.domain.ids import id_from
from app.domain.keep_item import KeepItem, Medium
from app.domain.kept import Kept
from app.domain.safety_plan import Link
from app.domain.support import ContactWay
from app.store.about_me import about_me
from app.store.check_in import CheckIns
from app.store.coping_tool import coping_tools
from app.store.draft import Drafts
from app.store.everything import everything, export
from app.store.held_plan import held_plans
from app.store.helpful_thing import helpful_things
from app.store.helpline import helpline_marks
from app.store.keep_item import keep_items, kept_file
from app.store.meeting import meetings
from app.store.peer_page import page_copies, peer_pages
from app.store.plan_version import plan_versions
from app.store.practice import goals, learnings, reflections, wins
from app.store.preferences import preferences as preferences_shelf
from app.store.record import from_record
from app.store.referral import referrals
from app.store.safety_plan import SafetyPlans
from app.store.settings import Settings, ThemeChoice
from app.store.stem import STEMS, Stem
from app.store.support import gone_names, safety_net, supports
from app.vault import NotWritten, Vault, VaultExists
from tests.store import things
from tests.vault.disks import ModelDisk, fresh_vault, unlocked

NOW = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
PAGE = Path(__file__).parents[2] / "docs" / "export-format.md"
HEAD = {
    "format",
    "schema_version",
    "made_by",
    "exported_at",
    "settings",
    "not_in_here",
    "deleted",
    "unreadable",
    "other",
}
EXPORTED = tuple(stem for stem in STEMS if stem.exported)


def _exported(vault: Vault, beside: Settings = Settings()) -> dict[str, Any]:  # noqa: B008  # it is frozen
    told: dict[str, Any] = json.loads(b"".join(everything(vault, beside, NOW)))
    return told


def _fields(stem: Stem) -> set[str]:
    if stem.kind is None:
        return {"key", "text"}
    return {field.name for field in fields(stem.kind)} - {*stem.elsewhere} | {*stem.besides}


def _kinds() -> set[type]:
    """Every kind of kept thing that the domain knows."""
    for path in Path(next(iter(app.domain.__path__))).glob("*.py"):
        __import__(f"app.domain.{path.stem}")
    found: set[type] = set()
    for name, module in sys.modules.items():
        if name.startswith("app.domain."):
            found |= {
                thing
                for thing in vars(module).values()
                if isinstance(thing, type) and issubclass(thing, Kept) and thing is not Kept
            }
    return found


def test_every_kind_of_kept_thing_has_its_place() -> None:
    assert {stem.kind for stem in STEMS if stem.kind} == _kinds()


def test_an_empty_vault_exports_every_kind_as_empty(vault: Vault) -> None:
    told = _exported(vault)
    assert told.keys() == HEAD | {stem.name for stem in EXPORTED}
    assert told["format"] == "holdfast-export"
    assert told["schema_version"] == 1
    assert told["exported_at"] == "2026-11-21T08:30:00+00:00"
    assert all(told[stem.name] == [] for stem in EXPORTED)


@given(
    check_ins=st.lists(things.check_ins, max_size=3, unique_by=lambda one: one.id),
    support=things.supports,
    tool=things.coping_tools,
    gone=things.gone_names,
    practised=st.tuples(things.learnings, things.reflections, things.wins, things.goals),
    meeting=things.meetings,
    about=things.about_mes,
    helpful=things.helpful_things,
    referral=things.referrals,
    thing=things.keep_items,
    page=things.peer_pages,
    page_copy=things.page_copies,
    entry=things.entries,
    plan=things.plans,
    version=things.plan_versions,
    mark=things.helpline_marks,
    preferences=things.preferences,
    text=things.words,
)
@settings(max_examples=60, deadline=None)
def test_everything_that_was_kept_is_there_with_every_field(
    *,
    check_ins: list[CheckIn],
    support: Any,
    tool: Any,
    gone: Any,
    practised: Any,
    meeting: Any,
    about: Any,
    helpful: Any,
    referral: Any,
    thing: Any,
    page: Any,
    page_copy: Any,
    entry: Any,
    plan: Any,
    version: Any,
    mark: Any,
    preferences: Any,
    text: str,
) -> None:
    vault = fresh_vault(Path("/modelled"), disk=ModelDisk())
    for check_in in check_ins:
        CheckIns(vault).put(check_in)
    supports(vault).put(support)
    coping_tools(vault).put(tool)
    gone_names(vault).put(gone)
    learning, reflection, win, goal = practised
    learnings(vault).put(learning)
    reflections(vault).put(reflection)
    wins(vault).put(win)
    goals(vault).put(goal)
    meetings(vault).put(meeting)
    about_me(vault).put(about)
    helpful_things(vault).put(helpful)
    referrals(vault).put(referral)
    keep_items(vault).put(replace(thing, file=None))
    peer_pages(vault).put(page)
    page_copies(vault).put(page_copy)
    safety_net(vault).put(entry)
    SafetyPlans(vault).save(plan, was=None, at=NOW)
    plan_versions(vault).put(version)
    helpline_marks(vault).put(mark)
    preferences_shelf(vault).put(preferences)
    Drafts(vault).save({"support/note": text}, was={})
    told = _exported(vault, Settings(theme=ThemeChoice.DARK, region="DE", emergency_card=("Tea",)))
    for stem in EXPORTED:
        for record in told[stem.name]:
            assert record.keys() == _fields(stem), stem.name
    assert told["settings"] == {
        "theme": "dark",
        "region": "DE",
        "language": "en",
        "emergency_card": ["Tea"],
        "less_movement": False,
        "low_stimulus": False,
    }
    assert {one.id: one for one in _read("check_in", told)} == {one.id: one for one in check_ins}
    assert _read("support", told) == [support]
    assert _read("coping_tool", told) == [tool]
    assert _read("gone_name", told) == [gone]
    assert tuple(_read(name, told)[0] for name in ("learning", "reflection", "win", "goal")) == practised
    assert _read("meeting", told) == [meeting]
    assert _read("about_me", told) == [about]
    assert _read("helpful_thing", told) == [helpful]
    assert _read("referral", told) == [referral]
    assert _read("keep_item", told) == [replace(thing, file=None)]
    assert _read("peer_page", told) == [page]
    assert _read("page_copy", told) == [page_copy]
    assert _read("safety_net", told) == [entry]
    assert _read("helpline_mark", told) == [mark]
    assert _read("preferences", told) == [preferences]
    assert _read("plan_version", told) == [version]
    assert told["draft"] == [{"key": "support/note", "text": text}]
    (whole,) = _read("safety_plan", told)
    assert (whole.id, whole.one_line, whole.made_with) == (plan.id, plan.one_line, plan.made_with)
    placed = sorted(told["safety_plan_part"], key=lambda record: record["order"])
    assert [(part["in"], part["id"]) for part in placed] == [(plan.id, part.id) for part in plan.parts]
    assert {item["id"]: item["text"] for item in told["safety_plan_item"]} == {
        item.id: item.text for part in plan.parts for item in part.items
    }
    assert told["unreadable"] == told["other"] == told["deleted"] == []


def _read(name: str, told: dict[str, Any]) -> list[Any]:
    (stem,) = (stem for stem in STEMS if stem.name == name)
    assert stem.kind is not None
    return [from_record(stem.kind, record) for record in told[name]]


@pytest.mark.parametrize("size", [1, 65_508, 200_000])
def test_a_photo_is_in_the_export_whole_and_what_the_vault_finds_it_by_is_not(
    vault: Vault, size: int
) -> None:
    content = bytes(number % 251 for number in range(size))
    kept = kept_file(vault.files.keep(iter([content])), Medium.PNG)
    keep_items(vault).put(
        KeepItem(id=id_from(b"3" * 16), created_at=NOW, changed_at=NOW, name="Sea", file=kept)
    )
    raw = b"".join(everything(vault, Settings(), NOW))
    (record,) = json.loads(raw)["keep_item"]
    assert kept.key.encode() not in raw
    assert b64decode(record["file"].pop("base64")) == content
    assert record["file"] == {"size": size, "medium": "png", "whole": True}
    assert record["name"] == "Sea"


def test_of_a_photo_that_is_lost_the_export_says_so(vault: Vault) -> None:
    kept = kept_file(vault.files.keep(iter([b"x"])), Medium.PNG)
    keep_items(vault).put(
        KeepItem(id=id_from(b"3" * 16), created_at=NOW, changed_at=NOW, name="Sea", file=kept)
    )
    (vault.place / f"{kept.name}.file").unlink()
    (record,) = _exported(vault)["keep_item"]
    assert record["file"] == {"size": 1, "medium": "png", "base64": "", "whole": False}


def test_what_was_deleted_leaves_its_id_and_no_words(vault: Vault) -> None:
    when = NOW
    check_in = CheckIn(id=id_from(b"1" * 16), created_at=when, changed_at=when, when=when, note="words")
    CheckIns(vault).put(check_in)
    CheckIns(vault).remove(check_in, NOW)
    told = _exported(vault)
    assert told["check_in"] == []
    assert told["deleted"] == [{"kind": "check_in", "id": check_in.id, "deleted_at": NOW.isoformat()}]


@given(things.held_plans)
@settings(max_examples=20, deadline=None)
def test_of_plans_held_for_others_nothing_is_in_it_and_it_says_so(plan: Any) -> None:
    vault = fresh_vault(Path("/modelled"), disk=ModelDisk())
    without = _exported(vault)
    held_plans(vault).put(plan)
    vault.collection("held_plans").table("held_plans").insert({"id": "cannot be read"})
    assert _exported(vault) == without
    held_plans(vault).remove(plan.id, NOW)
    assert _exported(vault) == without
    assert without["not_in_here"] == {"held_plan": words.everything.not_in_here}


def test_what_cannot_be_read_or_is_not_known_is_exported_as_it_is(vault: Vault) -> None:
    odd = {"id": id_from(b"2" * 16), "from": "a newer version"}
    for collection, table in (
        ("supports", "supports"),
        ("safety_plan", "items"),
        ("drafts", "more"),
        ("songs", "songs"),
    ):
        vault.collection(collection).table(table).insert(odd)
    told = _exported(vault)
    assert told["unreadable"] == [
        {"kind": "support", "record": odd},
        {"kind": "safety_plan_item", "record": odd},
    ]
    assert told["other"] == [
        {"collection": "drafts", "table": "more", "row": "1", "record": odd},
        {"collection": "songs", "table": "songs", "row": "1", "record": odd},
    ]


def test_half_a_surrogate_and_other_scripts_are_valid_utf_8(vault: Vault) -> None:
    Drafts(vault).save({"a": "half \ud83d", "b": "ganz 🙂 さん"}, was={})
    raw = b"".join(everything(vault, Settings(), NOW))
    assert json.loads(raw.decode("utf-8"))["draft"][0]["text"] == "half \ud83d"
    assert "ganz 🙂 さん".encode() in raw


def test_of_a_damaged_part_what_is_left_is_exported(tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path / "vault")
    for number in range(3):
        Drafts(vault).save({f"{number}": "x"}, was={})
    path = vault._folder.log_path("drafts")
    vault.close()
    raw = bytearray(path.read_bytes())
    raw[-600] ^= 1
    path.write_bytes(raw)
    vault = unlocked(tmp_path / "vault")
    assert [draft["key"] for draft in _exported(vault)["draft"]] == ["0", "2"]
    vault.close()


def test_an_export_overwrites_nothing_unless_asked_and_never_the_vault(tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path / "vault")
    (tmp_path / "file").write_text("mine")
    with pytest.raises(VaultExists):
        export(vault, Settings(), NOW, tmp_path / "file", folder=tmp_path / "vault", replace=False)
    assert (tmp_path / "file").read_text() == "mine"
    export(vault, Settings(), NOW, tmp_path / "file", folder=tmp_path / "vault", replace=True)
    assert json.loads((tmp_path / "file").read_text("utf-8"))["format"] == "holdfast-export"
    assert sys.platform == "win32" or (tmp_path / "file").stat().st_mode & 0o777 == 0o600
    key = (tmp_path / "vault" / "vault.key").read_bytes()
    with pytest.raises(NotWritten):
        export(
            vault, Settings(), NOW, tmp_path / "vault" / "vault.key", folder=tmp_path / "vault", replace=True
        )
    assert (tmp_path / "vault" / "vault.key").read_bytes() == key
    vault.close()


def test_the_page_names_every_key_and_every_field() -> None:
    page = PAGE.read_text(encoding="utf-8")
    chapters = dict(zip(*[iter(re.split(r"^## (\w+)$", page, flags=re.MULTILINE)[1:])] * 2, strict=True))
    assert [stem.name for stem in EXPORTED] == list(chapters)
    start = page[: page.index("## ")]
    for key in HEAD | {field.name for field in fields(Settings)}:
        assert f"`{key}`" in start, key
    for stem in EXPORTED:
        named = set(re.findall(r"^\| (`[^|]*`) \|", chapters[stem.name], flags=re.MULTILINE))
        told = {name for cell in named for name in re.findall(r"`(\w+)`", cell)}
        shared = set() if stem.kind is None else {"id", "created_at", "changed_at"}
        assert told == _fields(stem) - shared, stem.name


def test_the_page_names_every_field_within_a_field() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for kind in (ContactWay, Link):
        assert is_dataclass(kind)
        assert all(f"`{field.name}`" in page for field in fields(kind))
