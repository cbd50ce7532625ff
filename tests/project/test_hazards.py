"""The hazard log names tests that are there: else it would promise what nobody looks at."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOG = (ROOT / "docs" / "hazards.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", LOG)))
HAZARDS = re.split(r"^## ", LOG, flags=re.MULTILINE)[1:]


def _tests_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [one for one in tree.body if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)]
    return {one.name for one in functions if one.name.startswith("test_")}


@pytest.mark.parametrize(("path", "name"), NAMED, ids=[name for _, name in NAMED])
def test_a_test_that_the_hazard_log_names_is_there(path: str, name: str) -> None:
    assert name in _tests_in(ROOT / path)


@pytest.mark.parametrize("hazard", HAZARDS, ids=[one.partition("\n")[0] for one in HAZARDS])
def test_a_hazard_says_how_it_comes_what_is_done_what_shows_it_and_what_remains(hazard: str) -> None:
    assert re.findall(r"^- \*\*(How|Prevented|Shown by|Remains)\b", hazard, flags=re.MULTILINE) == [
        "How",
        "Prevented",
        "Shown by",
        "Remains",
    ]
    assert re.search(r"\*\*Shown by\*\* `tests/", hazard)


def test_the_log_names_no_test_in_another_form() -> None:
    assert len(re.findall(r"`tests/[^`]*::", LOG)) == len(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", LOG))
    assert len(HAZARDS) > 5
