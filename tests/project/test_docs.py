"""The documents lead to each other, and the guide speaks of what is on the screens."""

import ast
import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.project.source import APP, ROOT

DOCS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("assets/**/*.md")])
LINK = re.compile(r"\]\(([^()\s]+)\)")
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
SLANTED = re.compile(r"(?<!\*)\*([^*]+)\*(?!\*)")
LARGEST_PICTURE = 150_000


def prose(path: Path) -> str:
    """A document without its blocks of code."""
    return FENCED.sub("", path.read_text(encoding="utf-8"))


def anchors(path: Path) -> set[str]:
    """What can stand behind a # in a link to that document, as GitHub makes it of its headings."""
    headings = re.findall(r"^#+ (.+)$", prose(path), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def leads_nowhere(path: Path, link: str) -> bool:
    place, _, anchor = unquote(link).partition("#")
    target = (path.parent / place).resolve() if place else path
    return not target.exists() or bool(anchor and anchor not in anchors(target))


def links(path: Path) -> list[str]:
    """The links of a document to others of the project."""
    return [link for link in LINK.findall(prose(path)) if not re.match(r"[a-z]+:", link)]


@pytest.mark.parametrize("path", DOCS, ids=[path.relative_to(ROOT).as_posix() for path in DOCS])
def test_every_link_leads_somewhere(path: Path) -> None:
    assert [link for link in links(path) if leads_nowhere(path, link)] == []


def test_every_document_can_be_reached_from_the_readme() -> None:
    found, waiting = set[Path](), [ROOT / "README.md"]
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        found.add(path)
        targets = [(path.parent / link.partition("#")[0]).resolve() for link in links(path)]
        waiting += [one for one in targets if one.suffix == ".md"]
        waiting += [each for one in targets if one.is_dir() for each in one.glob("*.md")]
    documents = {path for path in DOCS if path.parent in (ROOT, ROOT / "docs", ROOT / "docs" / "decisions")}
    assert documents - found == set()


def test_a_link_that_leads_nowhere_is_seen() -> None:
    readme = ROOT / "README.md"
    assert leads_nowhere(readme, "docs/no-such-page.md")
    assert leads_nowhere(readme, "SECURITY.md#no-such-heading")
    assert not leads_nowhere(readme, "SECURITY.md#what-is-promised")


def test_pictures_are_small_and_shown_with_words() -> None:
    pictures = sorted((ROOT / "docs" / "pictures").glob("*"))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert pictures
    for path in pictures:
        assert path.stat().st_size < LARGEST_PICTURE
        assert re.search(rf'<img src="docs/pictures/{path.name}" alt="[^"]{{20,}}"', readme), path.name


def test_what_the_guide_says_stands_on_a_screen_does() -> None:
    said = {
        node.value
        for path in (APP / "words").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    named = {re.sub(r"\s+", " ", one) for one in SLANTED.findall(prose(ROOT / "docs" / "guide.md"))}
    known_patterns = {re.sub(r"\{\w+\}", "", one).strip() for one in said}
    assert len(named) > 30
    assert named - said - known_patterns - {"slanted letters"} == set()
