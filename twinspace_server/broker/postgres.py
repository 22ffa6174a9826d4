"""The broker on PostgreSQL: LISTEN and NOTIFY on one connection of its own, one channel for all processes.

`open_broker` makes it. What is sent is gathered while a message is under way. The connection is kept by reference: asyncpg's
LISTEN connection is otherwise collected without a word. A notification is `SENDER COUNT KIND REST`, with the kinds
p (`space=number …`), t (a signal, as the text it is), b and m (base64; more follows after m).
"""

import logging
from base64 import b64decode, b64encode
from typing import Any

import asyncpg  # type: ignore[import-untyped]
from sqlalchemy import make_url

from .linked import CLOSE_SECONDS, CONNECT_SECONDS, HEARTBEAT, Linked

log = logging.getLogger(__name__)

PAYLOAD = 7900
"""PostgreSQL refuses a notification of 8,000 bytes."""


class PostgresBroker(Linked):
    """See `promise.Broker`. A notification stays within its database, which keeps installations apart."""

    def __init__(self, url: str, channel: str = "twinspace") -> None:
        address = make_url(url).set(drivername="postgresql")
        super().__init__(f"{address.host or 'localhost'}:{address.port or 5432}")
        self._url = address.render_as_string(hide_password=False)
        self._channel = channel
        self._count = 0
        self._parts: dict[str, bytes] = {}
        self._connection: Any = None

    async def _connect(self) -> None:
        self._parts.clear()
        self._connection = connection = await asyncpg.connect(
            self._url,
            timeout=CONNECT_SECONDS,
            # A notification is lost with a crash of the server anyway: it needn't wait for the disk.
            server_settings={"application_name": "twinspace broker", "synchronous_commit": "off"},
        )
        connection.add_termination_listener(self._lost)
        await connection.add_listener(self._channel, self._hear)

    async def _hang_up(self, *, gently: bool) -> None:
        connection, self._connection = self._connection, None
        if connection is None:
            return
        try:
            if gently:
                await connection.close(timeout=CLOSE_SECONDS)
        finally:
            connection.terminate()

    def _lost(self, connection: Any) -> None:
        if connection is self._connection:
            self._failed(ConnectionError())

    # --- sending ---

    async def _beat(self) -> None:
        await self._connection.execute("SELECT 1", timeout=HEARTBEAT)

    async def _deliver(self, pokes: dict[str, int], signals: list[bytes]) -> None:
        payloads = [*self._of_signals(signals), *self._of_pokes(pokes)]
        await self._connection.execute(
            "SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload", self._channel, payloads, timeout=HEARTBEAT
        )

    def _head(self, kind: str) -> str:
        # The count also keeps two equal notifications of one transaction from being made one.
        self._count += 1
        return f"{self._me} {self._count} {kind} "

    def _of_pokes(self, pokes: dict[str, int]) -> list[str]:
        payloads: list[str] = []
        line = ""
        for space, number in pokes.items():
            word = f"{space}={number}"
            if line and len(line) + 1 + len(word) > PAYLOAD - 40:
                payloads.append(self._head("p") + line)
                line = ""
            line = f"{line} {word}" if line else word
        if line:
            payloads.append(self._head("p") + line)
        return payloads

    def _of_signals(self, signals: list[bytes]) -> list[str]:
        payloads: list[str] = []
        for signal in signals:
            try:
                content = signal.decode()
            except UnicodeDecodeError:
                content = "\0"
            if "\0" not in content:
                payloads.append(self._head("t") + content)
                continue
            # Not text that PostgreSQL can carry.
            packed = b64encode(signal).decode()
            room = PAYLOAD - 40
            parts = [packed[at : at + room] for at in range(0, len(packed), room)] or [""]
            payloads += [self._head("m") + part for part in parts[:-1]]
            payloads.append(self._head("b") + parts[-1])
        return payloads

    # --- hearing ---

    def _hear(self, connection: Any, _pid: int, _channel: str, payload: str) -> None:
        if connection is not self._connection:
            return
        sender, _, rest = payload.partition(" ")
        if sender == self._me:
            return
        try:
            _, kind, content = rest.split(" ", 2)
            if kind == "p":
                for word in content.split(" "):
                    space, _, number = word.rpartition("=")
                    self._heard_poke(space, int(number))
            elif kind == "t":
                self._heard_signal(content.encode())
            elif kind == "m":
                self._parts[sender] = self._parts.get(sender, b"") + content.encode()
            elif kind == "b":
                self._heard_signal(b64decode(self._parts.pop(sender, b"") + content.encode()))
        except ValueError:
            log.warning("something else than TwinSpace speaks on the channel %s", self._channel)
