"""What tests over years stand on: the verbs without a window, as their own tests run them."""

from tests.command_line.conftest import cheap, passphrase_file, run  # noqa: F401  # fixtures
