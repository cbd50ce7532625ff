"""The habits of the house: sizes, first lines, names of rooms, and where text may be printed."""

import ast
from pathlib import Path

from tests.project.source import APP, Module, modules, read

LONGEST_FILE = 400
LONGEST_FUNCTION = 70
ROOMS_FOR_ANYTHING = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "core",
    "services",
    "managers",
    "misc",
    "lib",
}


def printing(module: Module) -> list[int]:
    """The lines on which a module prints or writes to standard output."""
    names = [node for node in ast.walk(module.tree) if isinstance(node, ast.Name) and node.id == "print"]
    streams = [
        node
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and node.attr in {"stdout", "__stdout__"}
    ]
    return [node.lineno for node in [*names, *streams]]


def too_long(module: Module) -> list[str]:
    """Its functions that are longer than any may be."""
    return [one.name for one in module.functions if (one.end_lineno or 0) - one.lineno + 1 > LONGEST_FUNCTION]


def opens_plainly(module: Module) -> bool:
    """Whether it opens with one line that stands alone."""
    first, _, rest = (ast.get_docstring(module.tree) or "").partition("\n")
    return bool(first.strip()) and (not rest or rest.startswith("\n"))


def test_every_module_opens_with_one_line_that_says_what_it_is() -> None:
    assert [one.path for one in modules() if not opens_plainly(one)] == []


def test_text_is_printed_in_one_place_alone() -> None:
    assert {one.path for one in modules() if printing(one)} <= {"app/command_line/terminal.py"}


def test_no_file_outgrows_its_reader() -> None:
    assert [one.path for one in modules() if one.text.count("\n") > LONGEST_FILE] == []


def test_no_function_outgrows_its_reader() -> None:
    assert [(one.path, names) for one in modules() if (names := too_long(one))] == []


def test_no_room_is_named_for_anything() -> None:
    names = {part for path in APP.rglob("*") for part in path.relative_to(APP).with_suffix("").parts}
    assert not names & ROOMS_FOR_ANYTHING


def test_the_measures_measure(tmp_path: Path) -> None:
    path = tmp_path / "sample.py"
    body = "\n".join(["    x = 1"] * LONGEST_FUNCTION)
    path.write_text(
        f"import sys\ndef long():\n{body}\nprint(1)\nshow = print\nsys.stdout.write('')\n", encoding="utf-8"
    )
    sample = read(path)
    assert too_long(sample) == ["long"]
    assert len(printing(sample)) == 3
    assert sample.brings("sys")
    assert not sample.brings("system")
    assert not opens_plainly(sample)
