"""A folder on a file system that is read-only, for the real disk."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from app.vault import Disk


@contextmanager
def unwritable(folder: Path, number: int = errno.EROFS) -> Iterator[None]:
    """Let every call that would change something in a folder fail, as on a file system that is read-only."""

    def refusing(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(self: Disk, path: Path, *others: Any) -> Any:
            if folder in {path, path.parent}:
                raise OSError(number, os.strerror(number))
            return real(self, path, *others)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name in ("hold", "open", "create", "replace", "remove", "make_folder"):
            patch.setattr(Disk, name, refusing(getattr(Disk, name)))
        yield
