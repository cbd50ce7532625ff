"""What is done with two devices of one person: a backup of one is merged into the other."""

from app.session.merging import Incoming
from tests.session.house import PASSPHRASE, House


def opened(house: House, other: House, typed: str = PASSPHRASE) -> Incoming:
    copy = other.folder.with_name("copy")
    copy.unlink(missing_ok=True)
    other.session.backups.make(copy)
    return house.session.merging.open(copy, typed)


def take(house: House, other: House) -> Incoming:
    """Merge everything of the other device."""
    incoming = opened(house, other)
    incoming.bring_in()
    incoming.close()
    return incoming


def both_ways(house: House, other: House) -> None:
    take(house, other)
    take(other, house)
