"""The locked line: opened by its description alone, another one each time, and refused when a sign of it is changed."""

import sys
from base64 import b64decode, b64encode
from hashlib import pbkdf2_hmac, sha256

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.vault import VaultDamaged, VaultUnsupported, WrongPassphrase, locked_line, opened_line
from app.vault.locked_line import MOST_ROUNDS, ROUNDS

PASSPHRASE = "ember lantern plural orbit velvet gosling"


def opened(line: str, passphrase: str) -> bytes:
    """What docs/locked-page.md says how to do, without our code."""
    body, _, total = line.rpartition("|")
    if total != _sum(body):
        raise ValueError("damaged")
    head, _, sealed = body.rpartition("|")
    one, derivation, rounds, cipher, salt, nonce = head.split("|")
    assert (one, derivation, cipher) == ("1", "PBKDF2-SHA256", "AES-256-GCM")
    key = pbkdf2_hmac("sha256", passphrase.encode(), b64decode(salt), int(rounds), 32)
    return AESGCM(key).decrypt(b64decode(nonce), b64decode(sealed), head.encode())


@pytest.fixture(scope="module")
def line() -> str:
    return locked_line(b"tea " * 99, PASSPHRASE)


def test_it_opens_by_its_description(line: str) -> None:
    assert opened(line, PASSPHRASE) == b"tea " * 99
    assert line.split("|")[2] == str(ROUNDS)
    assert ROUNDS >= 1_000_000


def test_other_words_do_not_open_it(line: str) -> None:
    with pytest.raises(InvalidTag):
        opened(line, PASSPHRASE + "s")


def test_it_is_another_line_each_time(line: str) -> None:
    one, other = line.split("|"), locked_line(b"tea " * 99, PASSPHRASE).split("|")
    assert [place for place in range(8) if one[place] == other[place]] == [0, 1, 2, 3]


def test_a_changed_sign_anywhere_is_noticed_before_anything_is_derived(line: str) -> None:
    body = line.encode()
    for place in range(len(body)):
        changed = body[:place] + bytes([body[place] ^ 1]) + body[place + 1 :]
        with pytest.raises(ValueError, match="damaged"):
            opened(changed.decode(), PASSPHRASE)


def test_everything_before_the_sealed_bytes_is_bound_to_them(line: str) -> None:
    for place, other in ((2, "1000001"), (4, "A" * 22 + "=="), (5, "A" * 16)):
        fields = line.split("|")[:-1]
        fields[place] = other
        body = "|".join(fields)
        with pytest.raises(InvalidTag):
            opened(f"{body}|{_sum(body)}", PASSPHRASE)


def test_it_can_stand_in_a_page_as_it_is(line: str) -> None:
    assert set(line) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=|-")


def test_any_passphrase_can_lock(line: str) -> None:
    assert locked_line(b"tea", "half \ud83c").startswith("1|")


def _sum(body: str) -> str:
    return b64encode(sha256(body.encode()).digest()).decode()


def test_it_is_opened_again_by_the_same_words_alone(line: str) -> None:
    assert opened_line(line, PASSPHRASE) == b"tea " * 99
    with pytest.raises(WrongPassphrase):
        opened_line(line, PASSPHRASE + "s")


def test_damage_is_told_before_anything_is_derived(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["app.vault.locked_line"], "_key", None)
    for place in range(0, len(line), 7):
        with pytest.raises(VaultDamaged):
            opened_line(line[:place] + chr(ord(line[place]) ^ 1) + line[place + 1 :], PASSPHRASE)
    for broken in ("", "|", line[:-1], "é" + line, line + "|"):
        with pytest.raises(VaultDamaged):
            opened_line(broken, PASSPHRASE)


@pytest.mark.parametrize(
    ("place", "other"),
    [
        (0, "2"),
        (1, "ARGON2"),
        (2, "0"),
        (2, "-1"),
        (2, "1e6"),
        (2, "\u0661"),
        (2, str(MOST_ROUNDS + 1)),
        (2, "9" * 5_000),
        (3, "AES-128-CBC"),
        (5, "AAAA"),
        (6, "AAAA|AAAA"),
    ],
)
def test_what_a_newer_version_or_a_hostile_one_locked_is_refused_before_anything_is_derived(
    line: str, place: int, other: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["app.vault.locked_line"], "_key", None)
    fields = line.split("|")[:-1]
    fields[place] = other
    body = "|".join(fields)
    with pytest.raises((VaultUnsupported, VaultDamaged)):
        opened_line(f"{body}|{b64encode(sha256(body.encode()).digest()).decode()}", PASSPHRASE)


def test_who_mends_the_sum_of_a_changed_line_is_not_believed(line: str) -> None:
    fields = line.split("|")[:-1]
    fields[6] = b64encode(bytes([b64decode(fields[6])[0] ^ 1]) + b64decode(fields[6])[1:]).decode()
    body = "|".join(fields)
    with pytest.raises(WrongPassphrase):
        opened_line(f"{body}|{_sum(body)}", PASSPHRASE)
