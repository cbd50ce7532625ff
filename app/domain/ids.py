"""Names of stored things that nobody can guess."""

from base64 import b32encode
from typing import NewType

Id = NewType("Id", str)
"""26 characters of lower-case base32: 128 bits."""

ID_SOURCE_BYTES = 16


def id_from(source: bytes) -> Id:
    """Return the id that stands for 16 unguessable bytes; ValueError for any other length."""
    if len(source) != ID_SOURCE_BYTES:
        raise ValueError("an id is made from 16 bytes")
    return Id(b32encode(source).decode("ascii").rstrip("=").lower())
