"""Another page of the same browser, served on another port of this machine, which counts who calls there."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

PAGE = b"<!doctype html><title>Another page</title><body>Another page</body>"


class Stranger:
    """A page that may do all a page can do, and a list of what was asked of its server."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.calls = 0
        stranger = self

        class Answers(BaseHTTPRequestHandler):
            def setup(self) -> None:
                stranger.calls += 1
                super().setup()

            def do_GET(self) -> None:
                stranger.asked.append(f"{self.path} {self.headers.get('Referer', '')}".strip())
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.send_header("Access-Control-Allow-Origin", "*")
                self.send_header("Content-Length", str(len(PAGE)))
                self.end_headers()
                self.wfile.write(PAGE)

            do_POST = do_HEAD = do_OPTIONS = do_GET  # noqa: N815  # names of its own

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # its own name
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        self.origin = f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
