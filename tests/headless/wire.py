"""The fake client's end of the line: packs and unpacks every message as the real one does, and keeps what it was told."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import msgpack
from flet.controls.base_control import BaseControl
from flet.messaging.connection import Connection
from flet.messaging.protocol import (
    Message,
    MessageAction,
    configure_encode_object_for_msgpack,
    decode_ext_from_msgpack,
)
from flet.pubsub.pubsub_hub import PubSubHub

from tests.headless.answers import Call
from tests.headless.client_tree import ClientTree


class Wire(Connection):
    """A connection without a network. It tells its three listeners what came, in the order in which it came.

    Packing is not for show: Flet's encoder is also what remembers how the client last saw each control.
    """

    def __init__(
        self,
        tree: ClientTree,
        *,
        patched: Callable[[], None],
        asked: Callable[[Call, int, str], None],
        crashed: Callable[[str], None],
    ) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # Flet leaves it without types
        loop = asyncio.get_running_loop()
        self.loop, self.executor = loop, ThreadPoolExecutor(2)
        self.pubsubhub = PubSubHub(loop=loop, executor=self.executor)
        self.page_url = "http://headless"
        self._tree, self._patched, self._asked, self._crashed = tree, patched, asked, crashed
        self.sent_bytes = 0
        self._encode = configure_encode_object_for_msgpack(BaseControl)  # type: ignore[no-untyped-call]  # as above

    def send_message(self, message: Message) -> None:
        """Pack the message, unpack it as the client would, and act on it; TypeError for what cannot be packed."""
        packed = msgpack.packb([message.action, message.body], default=self._encode)
        self.sent_bytes += len(packed)
        action, body = msgpack.unpackb(packed, ext_hook=decode_ext_from_msgpack, strict_map_key=False)
        self._act(MessageAction(action), body)

    def close(self) -> None:
        """Let go of the threads."""
        self.executor.shutdown(wait=False)

    def _act(self, action: MessageAction, body: dict[str, Any]) -> None:
        match action:
            case MessageAction.REGISTER_CLIENT:
                self._tree.start(body["page_patch"])
                self._patched()
            case MessageAction.PATCH_CONTROL:
                self._tree.apply(body["id"], body["patch"])
                self._patched()
            case MessageAction.INVOKE_METHOD:
                kind = self._tree.find(body["control_id"])["_c"]
                self._asked(
                    Call(kind, body["name"], body.get("args") or {}), body["control_id"], body["call_id"]
                )
            case MessageAction.SESSION_CRASHED:
                self._crashed(body["message"])
            case _:
                raise AssertionError(f"the server never sends {action}")
