"""Names of stored things that nobody can guess."""

import re
from base64 import b32encode
from typing import NewType

Id = NewType("Id", str)
"""26 characters of lower-case base32: 128 bits."""

ID_SOURCE_BYTES = 16

_ID = re.compile(r"[a-z2-7]{26}")


def id_from(source: bytes) -> Id:
    """Return the id that stands for 16 unguessable bytes; ValueError for any other length."""
    if len(source) != ID_SOURCE_BYTES:
        raise ValueError("an id is made from 16 bytes")
    return Id(b32encode(source).decode("ascii").rstrip("=").lower())


def is_id(text: str) -> bool:
    """Whether a text has the shape of an id."""
    return _ID.fullmatch(text) is not None
