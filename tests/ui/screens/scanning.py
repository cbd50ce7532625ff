"""What a phone reads from the codes that stand on a screen."""

from tests.exports.scanned import scanned
from tests.headless.client_tree import nodes_within
from tests.headless.kit import Headless


def codes_on(screen: Headless) -> list[str]:
    """The text of every code on the view on top."""
    shown = [node for node in nodes_within(screen.client.tree.page["views"][-1]) if node["_c"] == "Image"]
    return [text for node in shown for text in scanned(node["src"])]
