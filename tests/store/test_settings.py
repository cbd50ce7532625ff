"""The one file that is not sealed: a closed list, read with suspicion, written whole or not at all."""

import json
import stat
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as how
from hypothesis import strategies as st

from app.domain.wrong_tries import WrongTries
from app.store import settings
from app.store.emergency import emergency_numbers
from app.store.settings import FILE_NAME, Settings, ThemeChoice
from app.vault import Disk
from app.words.pseudo import MIRRORED

CLOSED_LIST = {"theme", "less_movement", "low_stimulus", "region", "language", "emergency_card"}
CARD = ("Ana 020 7946 0958", "Breathe out slowly", "Ελένη")
NUMBERED = {"version"}
COUNTED = {"wrong_tries", "wrong_try_at"}
SET = Settings(
    theme=ThemeChoice.DARK,
    less_movement=True,
    low_stimulus=True,
    region="PT",
    language=MIRRORED,
    emergency_card=CARD,
)


def test_the_list_is_closed() -> None:
    assert {field.name for field in fields(Settings)} == CLOSED_LIST


def test_what_is_set_comes_back(tmp_path: Path) -> None:
    settings.save(tmp_path, SET)
    assert settings.load(tmp_path) == SET
    settings.save(tmp_path, Settings())
    assert settings.load(tmp_path) == Settings()


def test_the_file_holds_the_closed_list_and_nothing_else(tmp_path: Path) -> None:
    settings.save(tmp_path, SET)
    assert json.loads((tmp_path / FILE_NAME).read_text("utf-8")) == {
        "version": settings.VERSION,
        "theme": "dark",
        "less_movement": True,
        "low_stimulus": True,
        "region": "PT",
        "language": "ar-XB",
        "emergency_card": list(CARD),
        "wrong_tries": 0,
        "wrong_try_at": 0,
    }


def test_a_card_that_is_turned_off_leaves_not_even_its_name(tmp_path: Path) -> None:
    settings.save(tmp_path, SET)
    settings.save(tmp_path, replace(SET, emergency_card=()))
    content = (tmp_path / FILE_NAME).read_text("utf-8")
    assert json.loads(content).keys() == (NUMBERED | CLOSED_LIST | COUNTED) - {"emergency_card"}
    assert not [line for line in CARD if line in content]
    settings.save(tmp_path, SET)
    settings.forget_card(tmp_path)
    assert settings.load(tmp_path) == replace(SET, emergency_card=())


def test_counting_a_wrong_try_leaves_the_card(tmp_path: Path) -> None:
    settings.save(tmp_path, SET)
    settings.save_tries(tmp_path, settings.load_tries(tmp_path))
    assert settings.load(tmp_path) == SET


@pytest.mark.parametrize(
    "card",
    [
        ("",),
        (" ",),
        ("a\nb",),
        ("a\0b",),
        ("a" * 101,),
        ("a", "b", "c", "d"),
        (7,),
    ],
)
def test_what_is_no_card_is_no_setting(tmp_path: Path, card: tuple[Any, ...]) -> None:
    with pytest.raises(ValueError, match=r"^no such card$"):
        Settings(emergency_card=card)
    (tmp_path / FILE_NAME).write_text(json.dumps({"emergency_card": [*card]}), "utf-8")
    assert settings.load(tmp_path).emergency_card == (("a", "b", "c") if len(card) == 4 else ())


def test_no_repr_quotes_the_card() -> None:
    assert not [line for line in CARD if line in repr(SET)]


def test_what_else_stood_in_the_file_is_gone_with_the_next_save(tmp_path: Path) -> None:
    settings.save(tmp_path, SET)
    path = tmp_path / FILE_NAME
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {"note": "words"}), "utf-8")
    assert settings.load(tmp_path) == SET
    settings.save(tmp_path, settings.load(tmp_path))
    assert json.loads(path.read_text("utf-8")).keys() == NUMBERED | CLOSED_LIST | COUNTED


NEWER = {
    "version": settings.VERSION + 1,
    "theme": "dusk",
    "less_movement": "as_the_device_says",
    "region": "PT",
    "language": "tlh",
    "emergency_card": [*CARD, "A fourth line"],
    "fonts": {"size": 20},
    "wrong_tries": 2,
    "wrong_try_at": 1_800_000_000,
}
"""As a later version may write it: values, fields and a longer card that this one does not know."""


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    (tmp_path / FILE_NAME).write_text(json.dumps(NEWER), "utf-8")
    return tmp_path


def _kept(folder: Path) -> dict[str, Any]:
    kept: dict[str, Any] = json.loads((folder / FILE_NAME).read_text("utf-8"))
    return kept


def test_of_a_newer_file_what_is_known_holds(newer: Path) -> None:
    assert settings.load(newer) == Settings(region="PT", emergency_card=CARD)


def test_in_a_newer_file_only_what_is_set_changes(newer: Path) -> None:
    settings.save(newer, replace(settings.load(newer), region="FR"))
    assert _kept(newer) == NEWER | {"region": "FR"}
    settings.save(newer, replace(settings.load(newer), theme=ThemeChoice.LIGHT))
    assert _kept(newer) == NEWER | {"region": "FR", "theme": "light"}


def test_counting_wrong_tries_changes_nothing_else_in_a_newer_file(newer: Path) -> None:
    settings.save_tries(newer, WrongTries())
    assert _kept(newer) == NEWER | {"wrong_tries": 0, "wrong_try_at": 0}


def test_a_card_in_a_newer_file_is_off_when_it_is_turned_off(newer: Path) -> None:
    settings.save(newer, replace(settings.load(newer), emergency_card=()))
    assert _kept(newer) == {name: value for name, value in NEWER.items() if name != "emergency_card"}


@pytest.mark.parametrize("card", [NEWER["emergency_card"], {"lines": ["of another form"]}])
def test_forgetting_a_card_forgets_also_one_that_cannot_be_read_here(newer: Path, card: object) -> None:
    (newer / FILE_NAME).write_text(json.dumps(NEWER | {"emergency_card": card}), "utf-8")
    settings.forget_card(newer)
    assert _kept(newer) == {name: value for name, value in NEWER.items() if name != "emergency_card"}


def test_a_card_of_another_form_outlives_what_else_is_set(newer: Path) -> None:
    card = {"lines": ["of another form"]}
    (newer / FILE_NAME).write_text(json.dumps(NEWER | {"emergency_card": card}), "utf-8")
    settings.save(newer, replace(settings.load(newer), region="FR"))
    assert _kept(newer)["emergency_card"] == card


@pytest.mark.parametrize("number", [True, "2", 1.5, None])
def test_what_is_no_number_of_a_version_makes_no_file_newer(tmp_path: Path, number: object) -> None:
    (tmp_path / FILE_NAME).write_text(json.dumps({"version": number, "note": "words"}), "utf-8")
    settings.save(tmp_path, Settings())
    assert "note" not in _kept(tmp_path)
    assert _kept(tmp_path)["version"] == settings.VERSION


def test_only_its_owner_can_read_it_and_no_other_file_is_left(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    settings.save(folder, SET)
    assert [path.name for path in folder.iterdir()] == [FILE_NAME]
    assert stat.S_IMODE((folder / FILE_NAME).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b"7", b'"theme"', b"\xff\xfe\x00", b"[" * 100_000, b'{"theme": "\xff"}', b"\x00" * 512],
)  # fmt: skip
def test_a_damaged_file_counts_as_not_set(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    assert settings.load(tmp_path) == Settings()


def test_a_missing_file_or_a_folder_in_its_place_counts_as_not_set(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "nowhere") == Settings()
    (tmp_path / FILE_NAME).mkdir()
    assert settings.load(tmp_path) == Settings()


@how(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.sampled_from([*sorted(CLOSED_LIST), "more"]),
        st.none()
        | st.integers()
        | st.text(max_size=20)
        | st.lists(st.text(max_size=3))
        | st.just({"a": "b"}),
    )
)
def test_unknown_values_count_as_not_set(tmp_path: Path, content: dict[str, Any]) -> None:
    (tmp_path / FILE_NAME).write_text(json.dumps(content), "utf-8")
    loaded = settings.load(tmp_path)
    for name in CLOSED_LIST - {"emergency_card"}:
        value = getattr(loaded, name)
        assert value in (content.get(name), getattr(Settings(), name))
    assert all(line in content["emergency_card"] for line in loaded.emergency_card)


@pytest.mark.parametrize(
    "unknown", [{"region": "Portugal"}, {"region": "p1"}, {"region": "pt"}, {"language": "my words"}]
)
def test_free_text_is_no_setting(tmp_path: Path, unknown: dict[str, str]) -> None:
    (tmp_path / FILE_NAME).write_text(json.dumps(unknown), "utf-8")
    assert settings.load(tmp_path) == Settings()
    with pytest.raises(ValueError, match=r"^no such setting$"):
        Settings(**unknown)  # type: ignore[arg-type]  # what is tried is what types cannot hold


def test_a_file_from_before_less_movement_was_a_setting_opens(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('{"theme": "dark", "region": "PT", "language": "en"}', "utf-8")
    assert settings.load(tmp_path) == Settings(theme=ThemeChoice.DARK, region="PT")


@pytest.mark.parametrize("not_yes", [1, "true", "yes", [True], {"on": True}, None])
def test_only_a_plain_yes_turns_something_on(tmp_path: Path, not_yes: object) -> None:
    content = {"less_movement": not_yes, "low_stimulus": not_yes}
    (tmp_path / FILE_NAME).write_text(json.dumps(content), "utf-8")
    assert settings.load(tmp_path) == Settings()


def test_every_region_on_offer_can_be_set(tmp_path: Path) -> None:
    for region in [*emergency_numbers(), "ZZ", ""]:
        settings.save(tmp_path, Settings(region=region))
        assert settings.load(tmp_path).region == region


@pytest.mark.parametrize("step", ["make_folder", "create", "write_at", "sync", "replace"])
def test_a_disk_that_refuses_leaves_what_was_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    settings.save(tmp_path, SET)

    def refuse(*_: object) -> None:
        raise OSError(28, "no space")

    with monkeypatch.context() as broken:
        broken.setattr(Disk, step, refuse)
        with pytest.raises(OSError, match="no space"):
            settings.save(tmp_path, Settings())
    assert settings.load(tmp_path) == SET
    settings.save(tmp_path, Settings(region="FR"))
    assert settings.load(tmp_path) == Settings(region="FR")
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]
