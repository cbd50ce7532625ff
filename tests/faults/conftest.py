"""Says at the end of a run what was tried, and how often, also where several processes have tried it."""

from typing import Any

import pytest
from _pytest.terminal import TerminalReporter

from tests.faults.amount import LONG, tried


def pytest_sessionfinish(session: pytest.Session) -> None:
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["faults tried"] = dict(tried)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    tried.update(getattr(node, "workeroutput", {}).get("faults tried", {}))


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    if tried and (LONG or terminalreporter.verbosity > 0):
        terminalreporter.section("faults tried")
        for what, count in sorted(tried.items()):
            terminalreporter.write_line(f"{count:>9,}  {what}")
