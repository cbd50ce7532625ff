"""What every test stands on: the offline guard, the canary, the picture of a screen that failed, and the slow tests."""

import gc
import os
import secrets
import shutil
import sys
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from app.words.language import ENGLISH, speak
from tests.canary import Canary
from tests.guard import sitecustomize as guard

pytest_plugins = ["pytester"]

FULL = os.environ.get("HOLDFAST_FULL") == "1"
_GUARD_FOLDER = Path(guard.__file__).parent
_FAILED_WINDOWS = Path(__file__).parent / "browser" / "pictures" / "failed"


settings.register_profile("busy machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy machine")


def pytest_configure() -> None:
    sys.addaudithook(guard.listen)
    gc.set_threshold(
        20_000, 20
    )  # screens are built and thrown away: to look for cycles so seldom spares a tenth


def pytest_sessionstart(session: pytest.Session) -> None:
    """What is kept of failed windows is of this run alone. Its processes begin after this, each when it has a test."""
    if not hasattr(session.config, "workerinput"):
        shutil.rmtree(_FAILED_WINDOWS, ignore_errors=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if not FULL:
        for item in items:
            if item.get_closest_marker("slow"):
                item.add_marker(pytest.mark.skip(reason="slow; runs where HOLDFAST_FULL=1"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    kit = sys.modules.get("tests.headless.kit")
    if kit is not None and report.failed:
        report.sections += [("the screen when it failed", screen.picture()) for screen in kit.opened]
    if kit is not None and report.when == "teardown":
        kit.opened.clear()
    return report


@pytest.fixture(scope="session")
def reached_out_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where processes started by tests write down that they tried to leave this machine."""
    return tmp_path_factory.mktemp("guard") / "reached-out.txt"


@pytest.fixture(autouse=True)
def offline(reached_out_report: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No test, and no Python it starts, opens or looks up an address outside this machine, swallowed errors included."""
    earlier = os.environ.get("PYTHONPATH")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(_GUARD_FOLDER), *([earlier] if earlier else [])]))
    monkeypatch.setenv(guard.REPORT, str(reached_out_report))
    guard.attempts.clear()
    yield
    elsewhere = (
        reached_out_report.read_text(encoding="utf-8").splitlines() if reached_out_report.exists() else []
    )
    reached_out_report.unlink(missing_ok=True)
    tried = {*guard.attempts, *elsewhere}
    assert not tried, f"tried to leave this machine: {', '.join(sorted(tried))}"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Whatever language a test speaks, the next one begins in English."""
    yield
    speak(ENGLISH)


@pytest.fixture
def canary(
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Canary]:
    """A phrase to type in every field. The test fails if it can then be read in a log, the output or a file.

    Everything that is written to the system's folder for temporary files lands in the folder of the test and is
    searched with it. Read output through ``canary.written()``, not through ``capfd``.
    """
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    caplog.set_level("DEBUG", logger="app")
    bird = Canary(f"canary{secrets.token_hex(12)}", tmp_path, caplog, capfd)
    yield bird
    bird.check()
