"""What a browser has kept in its folder of a phrase.

A phrase whose letters never come in the same order elsewhere stands, where it comes first, in plain bytes also in
what LZ4 and Snappy have made smaller, as Firefox's sessions and Chromium's databases are; so bytes are looked for.
"""

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
