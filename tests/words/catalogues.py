"""The catalogues of translations: ``python -m tests.words.catalogues`` brings them up to date after any change of words.

It writes the template from ``app/words/``, gives each ``.po`` what is new and takes out what is gone, and compiles each
to the ``.mo`` that the app reads. What is still to be translated is counted. See docs/translating.md.
"""

import importlib
import io
import pkgutil
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from app import words
from app.words.language import DRAFTS, FOLDER
from app.words.said import _Marked

TEMPLATE = FOLDER / "holdfast.pot"

_LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
"""Written into every file, so that the same words give the same bytes."""


def marked() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Every sentence: its module, its name in the code, and its English, with a plural where it has one."""
    for found in sorted(pkgutil.iter_modules(words.__path__), key=lambda one: one.name):
        module = importlib.import_module(f"app.words.{found.name}")
        for kind in vars(module).values():
            if isinstance(kind, type) and kind.__module__ == module.__name__:
                for name, value in vars(kind).items():
                    if isinstance(value, _Marked):
                        yield from ((found.name, name, source) for source in value.sources())


def template() -> Catalog:
    """A catalogue of all English sentences, in the order of the code, each under the name of its module."""
    made = _catalogue(None)
    for module, name, source in marked():
        made.add(
            source if len(source) > 1 else source[0],
            context=module,
            auto_comments=[name],
            flags=["python-brace-format"] if any("{" in text for text in source) else [],
        )
    return made


def translation(language: str) -> Catalog:
    """What is translated into a language, brought up to date with the template; nothing is guessed."""
    made = _catalogue(language)
    with (FOLDER / f"{language}.po").open("rb") as file:
        known = read_po(file, locale=language)
    for message in template():
        if message.id:
            before = known.get(forms(message.id)[0], message.context)
            same = before is not None and before.id == message.id and not before.fuzzy
            made.add(
                message.id,
                before.string if before is not None and same else None,
                context=message.context,
                auto_comments=message.auto_comments,
                flags=message.flags,
            )
    return made


def untranslated(catalogue: Catalog) -> list[Message]:
    """What has no translation yet, or one form of it only."""
    return [one for one in catalogue if one.id and not all(forms(one.string))]


def forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    """The one text of a message, or its singular and plural; one empty text where there is none yet."""
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def written(catalogue: Catalog) -> bytes:
    """The text of a catalogue, as it lies in the folder."""
    out = io.BytesIO()
    write_po(out, catalogue, width=0, no_location=True, omit_header=False)
    return out.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """A catalogue as the app reads it."""
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def _catalogue(language: str | None) -> Catalog:
    return Catalog(
        locale=language,
        project="Holdfast",
        version="1",
        msgid_bugs_address="SECURITY.md",
        header_comment=_HEADER,
        creation_date=_LONG_AGO,
        revision_date=_LONG_AGO,
        last_translator="draft",
        language_team="none yet",
        fuzzy=False,
    )


_HEADER = """\
# The words of Holdfast, to be translated. How: docs/translating.md.
# Under the licence of Holdfast itself.
#"""


def main() -> int:
    """Bring every file up to date. Returns the exit code: 1 while something is still to be translated."""
    TEMPLATE.write_bytes(written(template()))
    left = 0
    for language in sorted(DRAFTS):
        now = translation(language)
        (FOLDER / f"{language}.po").write_bytes(written(now))
        (FOLDER / f"{language}.mo").write_bytes(compiled(now))
        still = len(untranslated(now))
        left += still
        sys.stdout.write(f"{language}: {still} to translate\n")
    return min(left, 1)


if __name__ == "__main__":
    sys.exit(main())
