"""The workflows run nothing that can change under us, and may do no more than they need."""

import re
from pathlib import Path

import pytest

from tests.project.source import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


@pytest.mark.parametrize("path", WORKFLOWS, ids=[path.name for path in WORKFLOWS])
def test_every_action_is_pinned_to_a_commit(path: Path) -> None:
    used = re.findall(r"uses: (.+)", path.read_text(encoding="utf-8"))
    assert used
    assert [one for one in used if not PINNED.fullmatch(one)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=[path.name for path in WORKFLOWS])
def test_a_workflow_may_only_read_unless_a_job_says_otherwise(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "\npermissions:\n  contents: read\n" in text
    assert "pull_request_target" not in text
    assert text.count("persist-credentials: false") == text.count("actions/checkout@")


def test_only_the_draft_of_a_release_may_write() -> None:
    writing = {
        path.name: re.findall(r"^ +([\w-]+): write", text, flags=re.MULTILINE)
        for path in WORKFLOWS
        if "write" in (text := path.read_text(encoding="utf-8"))
    }
    assert writing == {"release.yml": ["contents", "id-token", "attestations"]}


def test_the_check_of_every_change_is_the_one_that_anyone_can_run() -> None:
    text = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
    assert re.findall(r"- run: (.+)", text) == [".ci/run"]


def test_a_release_builds_for_every_platform() -> None:
    text = (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"target: (\w+),", text)) == {"linux", "apk", "aab", "windows", "macos", "ipa"}
