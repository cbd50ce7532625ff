"""What the tests of the window share."""

from collections.abc import Callable, Iterator

import pytest

from app.ui.logs import quiet_logs
from tests.ui.served import Served


@pytest.fixture
def quiet(capsys: pytest.CaptureFixture[str]) -> Iterator[Callable[[], str]]:
    """Quiet logs; gives what reached standard error."""
    put_back = quiet_logs()
    try:
        yield lambda: capsys.readouterr().err
    finally:
        put_back()


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    """One window for all questions that leave it as it was."""
    with Served() as one:
        yield one


@pytest.fixture
def fresh() -> Iterator[Served]:
    """A window that nobody has entered."""
    with Served() as one:
        yield one
