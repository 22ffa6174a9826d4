"""The bounds of a request's head, kept while it arrives: uvicorn's parser alone would take headers without end.

`cli` gives `BoundedHttp` to uvicorn. It knows bytes and seconds only; what a complete head may say is `security`'s.
"""

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD_BYTES = 16 * 1024
HEAD_SECONDS = 15.0
BODY_SECONDS = 60.0
SLOWEST = 4096.0
"""Bytes a second: what a body may take longer than that, by its size. Slow lines may; what trickles may not."""


class BoundedHttp(HttpToolsProtocol):
    """uvicorn's HTTP protocol with an end to long heads and to heads and bodies that trickle in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._head: int | None = 0
        """Bytes of the head so far; None while a body or an answer is under way."""
        self._patience: asyncio.TimerHandle | None = None
        self._body: float = 0
        """Bytes of the body that came since the patience was looked at."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._wait(HEAD_SECONDS)

    def connection_lost(self, exc: Exception | None) -> None:
        self._wait(None)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self._head is not None:
            self._head += len(data)
        super().data_received(data)
        if self._head is not None and self._head > HEAD_BYTES and not self.transport.is_closing():
            self._refuse(b"431 Request Header Fields Too Large")

    def handle_websocket_upgrade(self) -> None:
        self._wait(None)
        self._head = None
        super().handle_websocket_upgrade()

    def on_message_begin(self) -> None:
        self._head = self._head or 0
        self._wait(HEAD_SECONDS)
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        self._head, self._body = None, 0
        self._wait(BODY_SECONDS)
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        self._body += len(body)
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._wait(None)
        self._head = 0
        super().on_message_complete()

    def _wait(self, seconds: float | None) -> None:
        if self._patience is not None:
            self._patience.cancel()
        self._patience = None if seconds is None else self.loop.call_later(seconds, self._lost_patience)

    def _lost_patience(self) -> None:
        if self.transport.is_closing():
            return
        if self._head is None and self._body >= SLOWEST:
            seconds, self._body = self._body / SLOWEST, 0
            self._wait(min(seconds, BODY_SECONDS))
            return
        if self.cycle is not None and self.cycle.response_started and not self.cycle.response_complete:
            self.transport.close()
        else:
            self._refuse(b"408 Request Timeout")

    def _refuse(self, status: bytes) -> None:
        self.transport.write(b"HTTP/1.1 " + status + b"\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
        self.transport.close()
