"""The recovery key: made on one screen, used at the door."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app import words
from app.recovery_words import WORDS, words_of
from app.ui.app import application
from tests.canary import Canary
from tests.headless.kit import Headless
from tests.ui.test_idle import PASSPHRASE, Clock, unlocked
from tests.vault.disks import CheapDisk

NEW = "velvet harbour morning kettle"
said = words.recovery


@pytest.fixture
def screen(tmp_path: Path) -> Headless:
    ids = iter(range(1, 1_000_000))

    def chance(size: int) -> bytes:
        return next(ids).to_bytes(size, "big")

    return Headless(application(tmp_path / "vault", clock=Clock(), chance=chance, disk=CheapDisk()))


def shown(screen: Headless) -> list[str]:
    """The words on the screen, in order."""
    lines = [line for line in screen.texts() if line.partition(". ")[0].isdecimal()]
    return [line.partition(". ")[2] for line in lines]


async def made(screen: Headless) -> list[str]:
    """Make a recovery key and prove two words of it."""
    await screen.tap(words.shell.settings)
    await screen.tap(said.title)
    await screen.submit(words.keys.prove, PASSPHRASE)
    printed = shown(screen)
    await prove(screen, printed)
    return printed


async def prove(screen: Headless, printed: list[str]) -> None:
    for n, word in enumerate(printed, start=1):
        if said.check_word.format(n=n) in screen.texts():
            await screen.type(said.check_word.format(n=n), word)
    await screen.tap(said.keep)


async def locked(screen: Headless) -> None:
    await screen.tap(words.shell.hide)
    await screen.tap(words.shell.leave_hidden)


async def recover(screen: Headless, typed: str) -> None:
    await screen.tap(said.use)
    await screen.type(said.typed, typed)
    await screen.tap(said.open)


async def test_words_from_paper_open_it_and_lead_to_a_new_passphrase(screen: Headless) -> None:
    async with screen:
        await unlocked(screen)
        printed = await made(screen)
        assert len(printed) == WORDS
        assert screen.says(said.kept)
        await locked(screen)
        await recover(
            screen, "  ".join(f"{n}) {word[:3].upper()}" for n, word in enumerate(printed, start=1))
        )
        assert screen.says(said.choose_new)
        await screen.type(words.first_run.passphrase, NEW)
        await screen.type(words.first_run.again, NEW)
        await screen.tap(words.settings.change_passphrase)
        assert screen.says(words.settings.passphrase_changed)
        await locked(screen)
        await screen.type(words.unlock.passphrase, NEW)
        await screen.tap(words.unlock.unlock)
        assert screen.says(words.check_in.question)


async def test_words_that_nobody_proved_to_have_written_down_open_nothing(screen: Headless) -> None:
    async with screen:
        await unlocked(screen)
        await screen.tap(words.shell.settings)
        await screen.tap(said.title)
        await screen.type(words.keys.prove, PASSPHRASE)
        await screen.tap(said.make)
        printed = shown(screen)
        await prove(screen, printed[::-1])
        assert screen.says(said.not_right)
        await screen.back()
        await locked(screen)
        await recover(screen, " ".join(printed))
        assert screen.says(said.wrong_key)


async def test_a_removed_key_opens_nothing(screen: Headless) -> None:
    async with screen:
        await unlocked(screen)
        printed = await made(screen)
        await screen.tap(said.remove)
        assert screen.says(said.removed)
        assert screen.says(said.there_is_none)
        await locked(screen)
        await recover(screen, " ".join(printed))
        assert screen.says(said.wrong_key)


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda printed: [], said.empty),
        (lambda printed: printed[:-1], said.wrong_count.format(count=WORDS - 1, wanted=WORDS)),
        (lambda printed: [*printed[:4], "qqqq", *printed[5:]], said.wrong_word.format(places="5")),
        (lambda printed: [printed[1], printed[0], *printed[2:]], said.wrong_order),
        (lambda printed: list(words_of(bytes(16))), said.wrong_key),
    ],
)
async def test_what_is_wrong_with_the_words_is_said_and_they_stay(
    screen: Headless, spoil: Callable[[list[str]], list[str]], why: str
) -> None:
    async with screen:
        await unlocked(screen)
        printed = await made(screen)
        await locked(screen)
        typed = " ".join(spoil(printed))
        await recover(screen, typed)
        assert screen.says(why)
        assert screen.value(said.typed) == typed
        await screen.back()
        await screen.type(words.unlock.passphrase, PASSPHRASE)
        await screen.tap(words.unlock.unlock)
        assert screen.says(words.check_in.question)


async def at_the_words(screen: Headless) -> None:
    await unlocked(screen)
    await locked(screen)
    await screen.tap(said.use)


async def test_words_that_fit_are_offered_by_name_and_finish_what_was_begun(screen: Headless) -> None:
    async with screen:
        await at_the_words(screen)
        await screen.type(said.typed, "1) Tiger, 2) bÁc")
        assert screen.says(said.offered(1))
        await screen.tap("backpack")
        assert screen.value(said.typed) == "1) Tiger, 2) backpack "
        assert not screen.can_tap("backpack")
        assert [call.method for call in screen.calls].count("focus") == 1


async def test_while_nothing_is_begun_nothing_is_offered(screen: Headless) -> None:
    async with screen:
        await at_the_words(screen)
        for typed in ("t", "tiger ", "tiger 7"):
            await screen.type(said.typed, typed)
            assert not screen.says("fit")


async def test_a_word_that_was_taken_opens_it_like_one_that_was_typed(screen: Headless) -> None:
    async with screen:
        await unlocked(screen)
        printed = await made(screen)
        await locked(screen)
        await screen.tap(said.use)
        for word in printed:
            typed = str(screen.value(said.typed) or "")
            await screen.type(said.typed, typed + word[:2])
            await screen.type(said.typed, f"{typed}{word[: max(3, len(word) - 1)]}")
            if screen.can_tap(word):
                await screen.tap(word)
            else:  # it has three letters, and they are typed
                await screen.type(said.typed, f"{typed}{word} ")
        await screen.tap(said.open)
        assert screen.says(said.choose_new)


async def test_no_word_of_it_is_logged_or_written(screen: Headless, canary: Canary) -> None:
    async with screen:
        await at_the_words(screen)
        await screen.type(said.typed, f"tiger {canary}")
        await screen.tap(said.open)
        await screen.type(said.typed, f"{canary} bac")
        await screen.tap("backpack")
        await screen.tap(said.open)


@pytest.mark.parametrize(
    ("typed", "why"), [("", words.keys.prove_empty), ("not this one", words.keys.prove_wrong)]
)
async def test_nobody_is_shown_words_without_the_passphrase(screen: Headless, typed: str, why: str) -> None:
    async with screen:
        await unlocked(screen)
        await screen.tap(words.shell.settings)
        await screen.tap(said.title)
        await screen.type(words.keys.prove, typed)
        await screen.tap(said.make)
        assert screen.says(why)
        assert shown(screen) == []
