"""Says at the end of a run what was tried, and how often."""

from _pytest.terminal import TerminalReporter

from tests.faults.amount import LONG, tried


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    if tried and (LONG or terminalreporter.verbosity > 0):
        terminalreporter.section("faults tried")
        for what, count in sorted(tried.items()):
            terminalreporter.write_line(f"{count:>9,}  {what}")
