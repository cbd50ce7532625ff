"""What tests of the session stand on: a house of its own for each."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.session import Session
from tests.session.house import Clock, House


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path / "vault")
    yield made
    made.session.lock()


@pytest.fixture
def session(house: House) -> Session:
    return house.session


@pytest.fixture
def clock(house: House) -> Clock:
    return house.clock


@pytest.fixture
def other(tmp_path: Path, house: House) -> House:
    """Another device, which began with a copy of all that is here."""
    return House(tmp_path / "other", seed=2)
