"""What a browser has kept in its folder of a phrase, and whom it asked, also where no page can see it.

A phrase whose letters never come in the same order elsewhere stands, where it comes first, in plain bytes also in
what LZ4 and Snappy have made smaller, as Firefox's sessions and Chromium's databases are; so bytes are looked for.
"""

import json
from pathlib import Path


def kept(folder: Path, phrase: str) -> list[str]:
    """The files in which the phrase stands or whose names have it, in either case of its first letter."""
    rest = phrase[1:]
    forms = (rest.encode(), rest.encode("utf-16-le"))
    return sorted(
        str(file.relative_to(folder))
        for file in folder.rglob("*")
        if rest in file.name or (file.is_file() and any(form in file.read_bytes() for form in forms))
    )


class NetLog:
    """What Chromium asked of any network, below its pages: also ahead of time, by itself, and what got nowhere."""

    def __init__(self, file: Path) -> None:
        told = json.loads(file.read_text(encoding="utf-8"))
        begun = told["constants"]["logEventTypes"]["URL_REQUEST_START_JOB"]
        self._begun = [
            one["params"] for one in told["events"] if one["type"] == begun and "url" in one.get("params", {})
        ]

    @property
    def asked(self) -> set[str]:
        """Every address, whoever wanted it: the browser asks for some of its own accord."""
        return {params["url"] for params in self._begun}

    def asked_by(self, origin: str) -> set[str]:
        """The addresses that a page of this origin was the cause of."""
        return {params["url"] for params in self._begun if origin in str({**params, "url": ""})}
