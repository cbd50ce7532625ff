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

from app.store import settings
from app.store.emergency import emergency_numbers
from app.store.settings import FILE_NAME, Settings, ThemeChoice
from app.vault import Disk
from app.words.pseudo import MIRRORED

CLOSED_LIST = {"theme", "less_movement", "low_stimulus", "region", "language", "emergency_card"}
CARD = ("Ana 020 7946 0958", "Breathe out slowly", "Ελένη")
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
    assert json.loads(content).keys() == (CLOSED_LIST | COUNTED) - {"emergency_card"}
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
    assert json.loads(path.read_text("utf-8")).keys() == CLOSED_LIST | COUNTED


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
