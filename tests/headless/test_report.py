"""A failing test's report shows the screen."""

from pathlib import Path

import pytest


def test_the_report_of_a_failing_test_shows_its_screen(pytester: pytest.Pytester) -> None:
    root = Path(__file__).parents[2]
    pytester.makeconftest("from tests.conftest import *")
    pytester.makepyfile(
        """
        from tests.headless.kit import Headless
        from tests.headless.sample import Sample

        async def test_wrong():
            async with Headless(Sample()) as screen:
                await screen.tap("Count")
                assert screen.says("Counted 2")

        async def test_fine():
            async with Headless(Sample()) as screen:
                assert screen.says("Nothing yet")
        """
    )
    result = pytester.runpytest_subprocess(
        "-p", "no:cacheprovider", "-o", f"pythonpath={root}", "-o", "asyncio_mode=auto"
    )
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["*the screen when it failed*", "View /", "*Text “Counted 1”*"])
