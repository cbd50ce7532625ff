"""The plan as one locked page: a file that any current browser opens offline, with a passphrase (docs/locked-page.md)."""

import json
import re
import unicodedata
from base64 import b64encode
from collections.abc import Callable
from dataclasses import asdict
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template

from app import words
from app.exports.document import PlanDocument
from app.words.direction import reading_direction

Lock = Callable[[bytes, str], str]
"""Locks bytes under a passphrase, as one line of text without ``<`` and ``&`` (``app.vault.locked_line``)."""

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "locked_page"
PADDED_TO_BYTES = 4096
"""The content is filled up with blanks to a multiple of this, so that the size of the file tells little."""

_SAID = (
    *("title", "ask", "passphrase", "show", "open", "opening", "empty", "not_opened"),
    *("damaged", "unknown", "no_crypto", "lock", "keep"),
)
_BETWEEN_WORDS = re.compile("[-\u2010-\u2015 \t\n\r]+")
_PLAIN_QUOTES = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")


def locked_page(document: PlanDocument, passphrase: str, lock: Lock) -> bytes:
    """Return the copy as a locked HTML file, another one each time. Before it is opened it says nothing about itself.

    It asks for nothing from anywhere and keeps nothing: its policy allows its own script and style, by their hashes,
    and no request at all. A passphrase opens it in whatever case and with whatever blanks between words.
    """
    script, style = _script(), (FOLDER / "look.css").read_text("utf-8")
    policy = (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        Template((FOLDER / "page.html").read_text("utf-8"))
        .substitute(
            language=escape(document.language),
            direction=reading_direction(),
            policy=policy,
            title=escape(words.locked_page.title),
            style=style,
            no_script=escape(words.locked_page.no_script),
            sealed=lock(_content(document), folded(passphrase)),
            script=script,
        )
        .encode("utf-8")
    )


def folded(passphrase: str) -> str:
    """Return what two people may write differently and mean alike, written in one way: in small letters, with single
    blanks for any blanks and hyphens between words. The page folds what is typed into it likewise."""
    small = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", passphrase).lower())
    return _BETWEEN_WORDS.sub(" ", small.translate(_PLAIN_QUOTES)).strip(" ")


def _script() -> str:
    said = {key: getattr(words.locked_page, key) for key in _SAID}
    return f'"use strict";\nconst words = {_as_script(said)};\n' + (FOLDER / "opener.js").read_text("utf-8")


def _as_script(value: object) -> str:
    """The value as JSON that can stand in a script of a page: without the beginning of any tag."""
    return json.dumps(value).replace("<", "\\u003c")


def _content(document: PlanDocument) -> bytes:
    fields = asdict(document)
    shown = {
        key: fields[key] for key in ("title", "one_line", "made_by", "dated", "version", "closing", "parts")
    }
    if document.origin is not None:
        shown["origin"] = fields["origin"] | {"on": document.shown_on.isoformat()}
    content = json.dumps(shown).encode("ascii")
    return content.ljust(-len(content) // PADDED_TO_BYTES * -PADDED_TO_BYTES)  # JSON passes over blanks


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")
