"""The bounds of a request's head, kept while it arrives: uvicorn's parser alone would take headers without end.

`cli` gives `BoundedHttp` to uvicorn. It knows bytes and seconds only; what a complete head may say is `security`'s. A question for a
public page that was answered before, byte for byte the same, is answered here, before anything is parsed (`web/public.py`).
"""

import asyncio
from collections.abc import Callable
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD_BYTES = 16 * 1024
HEAD_SECONDS = 15.0
BODY_SECONDS = 60.0
SLOWEST = 4096.0
"""Bytes a second: what a body may take longer than that, by its size. Slow lines may; what trickles may not."""


def _known_to(app: Any) -> Callable[[bytes], tuple[bytes, bytes] | None] | None:
    """What of the app answers repeated questions; uvicorn may have wrapped it once."""
    found = getattr(app, "repeated", None) or getattr(getattr(app, "app", None), "repeated", None)
    return found if callable(found) else None


class BoundedHttp(HttpToolsProtocol):
    """uvicorn's HTTP protocol with an end to long heads and to heads and bodies that trickle in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._head: int | None = 0
        """Bytes of the head so far; None while a body or an answer is under way."""
        self._patience: asyncio.TimerHandle | None = None
        self._body: float = 0
        """Bytes of the body that came since the patience was looked at."""
        self._repeated: Callable[[bytes], tuple[bytes, bytes] | None] | None = _known_to(self.app)
        self._repeated_at = 0.0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._wait(HEAD_SECONDS)

    def connection_lost(self, exc: Exception | None) -> None:
        self._wait(None)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self._repeated is not None and self._head == 0 and data[:7] == b"GET /p/" and self._idle():
            known = self._repeated(data)
            if known is not None:
                self._repeated_at = self.loop.time()
                self.server_state.total_requests += 1
                dated = b"".join([b"%b: %b\r\n" % pair for pair in self.server_state.default_headers])
                self.transport.write(b"".join((known[0], dated, known[1])))
                return
        if self._head is not None:
            self._head += len(data)
        super().data_received(data)
        if self._head is not None and self._head > HEAD_BYTES and not self.transport.is_closing():
            self._refuse(b"431 Request Header Fields Too Large")

    def _idle(self) -> bool:
        """Nothing is under way on this line, and what was written has left."""
        return (self.cycle is None or self.cycle.response_complete) and not self.pipeline and not self.flow.write_paused

    def timeout_keep_alive_handler(self) -> None:
        idle = self.loop.time() - self._repeated_at
        if idle < self.timeout_keep_alive:
            self.timeout_keep_alive_task = self.loop.call_later(self.timeout_keep_alive - idle, self.timeout_keep_alive_handler)
        else:
            super().timeout_keep_alive_handler()

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
        if self._head == 0 and self._repeated_at:  # so far there was no question that had to be parsed
            idle = self.loop.time() - self._repeated_at
            if idle < HEAD_SECONDS:
                self._wait(HEAD_SECONDS - idle)
            else:
                self.transport.close()
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
