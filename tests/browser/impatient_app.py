"""The app's own front door, which waits for no tab to come back once it is gone."""

import sys
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import main
from app.ui import browser_window

if __name__ == "__main__":
    browser_window.Patience = partial(browser_window.Patience, come_back=0)  # type: ignore[misc, assignment]  # for this process
    sys.argv.insert(1, "--browser")
    sys.exit(main.main())
