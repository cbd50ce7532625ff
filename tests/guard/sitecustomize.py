"""The offline guard: where it stands, reaching for any address but this machine's own is an error.

It listens to Python's audit events (docs.python.org, "Audit events table"), so that no way of opening a socket from
Python gets past it. It needs nothing but the standard library, because every Python that a test starts loads it by
its name, ``sitecustomize``, before anything else runs.
"""

import ipaddress
import os
import socket
import sys
from pathlib import Path
from typing import Any

REPORT = "HOLDFAST_REACHED_OUT"
"""The environment variable that names the file into which processes write where they tried to go."""

_TO_AN_ADDRESS = {"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"}
_TO_A_NAME = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}
_OVER_THE_NETWORK = {socket.AF_INET, socket.AF_INET6}

attempts: list[str] = []
"""Where this process tried to go, and did not get."""


class ReachedOut(Exception):  # noqa: N818  # it says what happened
    """Something tried to leave this machine."""


def stays_here(host: object) -> bool:
    """Whether a host name or address means this machine alone. None and nothing at all are fine for a look-up."""
    name = host.decode("ascii", "replace") if isinstance(host, bytes | bytearray) else host
    if name is None or name in {"", "localhost"}:
        return True
    try:
        return ipaddress.ip_address(str(name).partition("%")[0]).is_loopback
    except ValueError:
        return False


def listen(event: str, arguments: tuple[Any, ...]) -> None:
    """Take one audit event; raise ReachedOut, and write it down, if it leads away from this machine."""
    if event in _TO_A_NAME and not stays_here(arguments[0]):
        _refuse(event, arguments[0])
    elif event in _TO_AN_ADDRESS and arguments[0].family in _OVER_THE_NETWORK and arguments[1] is not None:
        host = arguments[1][0]
        if not host or not stays_here(host):  # no host means every address of this machine
            _refuse(event, host)


def _refuse(event: str, host: object) -> None:
    where = f"{event} {host!r}"
    attempts.append(where)
    if report := os.environ.get(REPORT):
        with Path(report).open("a", encoding="utf-8") as file:
            file.write(where + "\n")
    raise ReachedOut(where)


if __name__ == "sitecustomize":
    sys.addaudithook(listen)
