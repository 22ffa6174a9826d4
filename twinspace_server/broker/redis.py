"""The broker on Redis or Valkey: one pub/sub channel for all processes, one connection to speak and one to hear.

`open_broker` makes it. redis-py would mend a broken subscription by itself and say nothing of what was missed meanwhile, so it is
told not to try anything twice: the first error ends both connections, and `linked.py` makes new ones and tells of the gap.
"""

import asyncio
import contextlib
from urllib.parse import urlsplit

from redis.asyncio import Redis
from redis.asyncio.client import PubSub
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

from .echoed import Echoed
from .linked import HEARTBEAT


class RedisBroker(Echoed):
    """See `promise.Broker`. Redis keeps nothing of what is said, and its numbered databases don't keep channels apart."""

    def __init__(self, url: str, channel: str) -> None:
        """`url` is redis:// or rediss://, whose server must have a certificate that this machine trusts."""
        parts = urlsplit(url)
        super().__init__(f"{parts.hostname}:{parts.port or 6379}", channel)
        self._url = url
        self._client: Redis | None = None
        self._ear: PubSub | None = None
        self._hearing: asyncio.Task[None] | None = None

    async def _listen(self) -> None:
        self._client = Redis.from_url(
            self._url,
            protocol=2,  # the third brings nothing here, and a handshake more
            retry=Retry(NoBackoff(), 0),
            socket_timeout=HEARTBEAT,
            socket_connect_timeout=HEARTBEAT,
        )
        self._ear = self._client.pubsub()
        await self._ear.subscribe(self._channel)
        if await self._ear.get_message(timeout=HEARTBEAT) is None:
            raise TimeoutError
        self._hearing = asyncio.create_task(self._hear(self._ear))

    async def _hear(self, ear: PubSub) -> None:
        try:
            while True:
                message = await ear.get_message(timeout=None)
                if message is not None and message["type"] == "message":
                    self._heard(message["data"])
        except Exception as error:
            self._failed(error)

    async def _publish(self, packet: bytes) -> None:
        assert self._client is not None
        await self._client.publish(self._channel, packet)

    async def _hang_up(self, *, gently: bool) -> None:
        hearing, self._hearing = self._hearing, None
        ear, self._ear = self._ear, None
        client, self._client = self._client, None
        if hearing is not None:
            hearing.cancel()
            await asyncio.wait([hearing])
        if ear is not None:
            with contextlib.suppress(Exception):
                await ear.aclose()
        if client is not None:
            await client.aclose()
