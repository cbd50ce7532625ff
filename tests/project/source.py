"""The project's own source, parsed: what the structure tests look at."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
APP = ROOT / "app"
FRONT_DOOR = ROOT / "main.py"


@dataclass(frozen=True, slots=True)
class Module:
    """A module of the app: where it is, from the root of the project and with slashes, and its tree."""

    path: str
    text: str
    tree: ast.Module

    @property
    def imports(self) -> set[str]:
        """Every module it imports, wherever in its text, by full name."""
        names: set[str] = set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                names |= {node.module or "."} | {f"{node.module}.{alias.name}" for alias in node.names}
        return names

    @property
    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        """Every function and method in it."""
        return (
            node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        )

    def brings(self, *names: str) -> set[str]:
        """Those of its imports that are one of these modules or stand below one of them."""
        return {
            found
            for found in self.imports
            if any(found == name or found.startswith(f"{name}.") for name in names)
        }


@cache
def modules() -> tuple[Module, ...]:
    """main.py and every module of the app."""
    return tuple(read(path) for path in [FRONT_DOOR, *sorted(APP.rglob("*.py"))])


def read(path: Path) -> Module:
    """One module, parsed."""
    text = path.read_text(encoding="utf-8")
    return Module(
        path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name, text, ast.parse(text)
    )
