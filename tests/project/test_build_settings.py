"""The settings of ``flet build``: read by the Flet that is installed, asking for nothing, packing what is needed."""

import ast
import importlib.util
import os
import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from tests.project.source import ROOT, modules

SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT, FLET = SETTINGS["project"], SETTINGS["tool"]["flet"]
PLATFORMS = (ROOT / "docs" / "platforms.md").read_text(encoding="utf-8")

READ_WHOLE = {"boot_screen", "android.manifest_application"}
"""Tables that are handed on to Flet's client and to the template of the build, which read the names in them."""

CHOSEN_PYTHONS = ("3.12.13", "3.13.14", "3.14.6")
CRYPTOGRAPHY_43 = {"InvalidTag", "AESGCM", "SHA256", "HKDF", "HKDFExpand", "PBKDF2HMAC", "Scrypt"}
NATIVE = re.compile(r"\.(so|pyd|dylib)$")


def leaves(table: dict[str, Any], above: str = "") -> Iterator[str]:
    """Every setting of a table, as a path with dots."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from leaves(value, f"{above}{name}.")
        else:
            yield above + name


def text_of(node: ast.expr) -> str:
    """A string in the source, with a star for each part that is only known when it runs."""
    if isinstance(node, ast.JoinedStr):
        return "".join(text_of(part) for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else "*"


def sources_of_the_builder() -> list[ast.AST]:
    found = importlib.util.find_spec("flet_cli")
    if found is None and not os.environ.get("HOLDFAST_FULL"):
        pytest.skip('no flet-cli here: pip install ".[test]" brings it')
    assert found is not None
    assert found.submodule_search_locations
    folder = Path(found.submodule_search_locations[0])
    return [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.py"))]


def read_by_the_builder() -> tuple[set[str], set[str]]:
    """The settings that the builder asks for, and every other string in it, which may be a part of one."""
    asked: set[str] = set()
    strings: set[str] = set()
    for node in (node for tree in sources_of_the_builder() for node in ast.walk(tree)):
        if isinstance(node, ast.Constant | ast.JoinedStr):
            text = text_of(node)
            strings.add(text)
            if text.startswith("tool.flet."):
                asked.add(text.removeprefix("tool.flet."))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            takes_a_name = node.func.attr in {"get_platform_setting", "get_bool_setting"}
            asked |= {text_of(each) for each in node.args if takes_a_name}
    return {each for each in asked if each.strip("*.")}, strings


def is_read(setting: str, asked: set[str], strings: set[str]) -> bool:
    """Whether the builder asks for a setting, or for the table that it stands in."""
    parts = setting.split(".")
    tables = {".".join(parts[:n]) for n in range(1, len(parts))}
    if tables & (asked | READ_WHOLE):
        return True
    for one in asked:
        names = one.split(".")
        if len(names) == len(parts) and all(
            name == part or (name == "*" and part in strings) for name, part in zip(names, parts, strict=True)
        ):
            return True
    return False


def test_the_installed_builder_reads_every_setting() -> None:
    asked, strings = read_by_the_builder()
    assert [one for one in leaves(FLET) if not is_read(one, asked, strings)] == []
    assert not is_read("splash.colour", asked, strings)
    assert not is_read("android.permissions", asked, strings)
    assert not is_read("app.excluded", asked, strings)


def test_the_builder_is_of_the_version_of_flet_that_everything_is_tried_on() -> None:
    pins = {Requirement(one).name: one for one in PROJECT["dependencies"]}
    test = {Requirement(one).name: one for one in PROJECT["optional-dependencies"]["test"]}
    assert pins["flet"].removeprefix("flet") == test["flet-cli"].removeprefix("flet-cli")


def test_no_permission_is_asked_for() -> None:
    assert "permissions" not in FLET
    permissions = FLET["android"]["permission"]
    assert permissions["android.permission.INTERNET"] is False
    assert not any(permissions.values())
    assert [key for key in FLET["ios"]["info"] if key.endswith("UsageDescription")] == []
    entitlements = FLET["macos"]["entitlement"]
    assert entitlements["com.apple.security.app-sandbox"] is True
    assert [key for key, value in entitlements.items() if "network" in key and value is not False] == []
    assert [key for key in entitlements if "device" in key or "personal-information" in key] == []


def test_the_system_copies_none_of_it_to_its_cloud() -> None:
    application = FLET["android"]["manifest_application"]
    assert application["allowBackup"] == application["fullBackupContent"] == "false"
    assert FLET["ios"]["info"]["UIFileSharingEnabled"] is False


def test_only_what_runs_is_packed() -> None:
    left_out = set(FLET["app"]["exclude"])
    assert [name for name in left_out if not (ROOT / name).exists()] == []
    made = {
        "build",
        "__pycache__",
        "holdfast.egg-info",
    }  # never in a clone; the builder leaves out each of them
    kept = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert kept - left_out - made == {"app", "assets", "main.py", "LICENSE"}
    assert {"**.po", "**.pot"} <= set(FLET["cleanup"]["app_files"])


def test_every_python_that_a_build_can_choose_is_good_enough() -> None:
    assert PROJECT["requires-python"] == ">=3.11"
    assert all(version in SpecifierSet(PROJECT["requires-python"]) for version in CHOSEN_PYTHONS)
    assert all(version.rpartition(".")[0] in PLATFORMS for version in CHOSEN_PYTHONS)


def needed() -> dict[str, list[Requirement]]:
    """Every package that a build installs, with what is asked of it, by the metadata of what is installed here."""
    found: dict[str, list[Requirement]] = {}
    waiting = [Requirement(one) for one in PROJECT["dependencies"]]
    while waiting:
        one = waiting.pop()
        if one.marker is not None and not one.marker.evaluate({"extra": ""}):
            continue
        name = canonicalize_name(one.name)
        if name not in found:
            waiting += [Requirement(each) for each in distribution(name).requires or ()]
        found.setdefault(name, []).append(one)
    return found


def mobile_versions() -> dict[str, list[str]]:
    """The table of binary packages in docs/platforms.md: by name, the versions for each Python, oldest first."""
    rows = re.findall(r"^\| `([\w-]+)` \| ([^|]+) \| ([^|]+) \|", PLATFORMS, flags=re.MULTILINE)
    return {name: [older.strip(), newer.strip()] for name, older, newer in rows}


def test_every_package_is_pure_or_has_a_wheel_for_phones_that_is_new_enough() -> None:
    table = mobile_versions()
    binary = {name for name in needed() if any(NATIVE.search(str(f)) for f in distribution(name).files or ())}
    assert "cryptography" in binary
    assert binary - set(table) == set()
    for name, asked in needed().items():
        for version in table.get(name, []):
            assert version == "pure" or all(version in one.specifier for one in asked), (name, version)


def test_the_vault_keeps_to_what_the_oldest_cryptography_has() -> None:
    used = {
        alias.name
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("cryptography")
        for alias in node.names
    }
    assert used
    assert used <= CRYPTOGRAPHY_43
    assert mobile_versions()["cryptography"][0].startswith("43.")
