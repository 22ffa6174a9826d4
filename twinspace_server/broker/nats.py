"""The broker on NATS: one subject for all processes, on the core server that keeps nothing.

`open_broker` makes it. nats-py would mend a broken line by itself, with a buffer of its own and no word about what was missed, so
it is told not to: `linked.py` makes a new client, of any of the servers named, and tells of the gap.
"""

import random
import ssl
from collections.abc import Callable
from urllib.parse import SplitResult, unquote, urlsplit

from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.errors import Error, NoServersError

from ..storage.store import CannotStart
from .echoed import PACKET_BYTES, Echoed
from .linked import HEARTBEAT

WAITING = 10_000
WAITING_BYTES = 8_000_000
"""What may wait to be heard here; more breaks the line, and the gap is told."""


class NoTls(Error):
    """The server did not ask for TLS, the address did."""

    def __str__(self) -> str:
        return "it does not speak TLS"


class NatsBroker(Echoed):
    """See `promise.Broker`."""

    def __init__(self, url: str, channel: str) -> None:
        """`url` is nats://user:password@host or nats://token@host, or several with commas; with tls:// the way there is encrypted."""
        self._servers = [urlsplit(one.strip()) for one in url.split(",")]
        super().__init__(" or ".join(_place(server) for server in self._servers), channel)
        # Only made where it is asked for; without, nats-py makes its own for a server that demands it.
        self._tls = ssl.create_default_context() if any(server.scheme == "tls" for server in self._servers) else None
        self._client: Client | None = None
        self._why: Exception | None = None

    async def _listen(self) -> None:
        for server in random.sample(self._servers, len(self._servers)):
            self._why = None
            try:
                await self._dial(server)
                return
            except Exception as error:
                # "No servers" is all that nats-py raises in the end; why, it has told before.
                failure = self._why if isinstance(error, NoServersError) and self._why is not None else error
                await self._unlink()
        raise failure

    async def _dial(self, server: SplitResult) -> None:
        self._client = client = Client()
        secured = self._secured(server)
        user, password = unquote(server.username or ""), unquote(server.password or "")
        named = server.password is not None

        async def told(error: Exception) -> None:
            self._why = error
            if self._client is client and client.is_connected:  # a refused subject, too much that waits to be heard: nothing to go on with
                self._failed(error)

        async def lost() -> None:
            if self._client is client:
                self._failed(ConnectionError())

        async def hear(message: Msg) -> None:
            self._heard(message.data)

        await client.connect(
            servers=[f"{server.scheme}://{_place(server)}"],
            name="twinspace broker",
            # Asked for when the line is as safe as it will be.
            user=(lambda: secured(user)) if named else None,
            password=(lambda: secured(password)) if named else None,
            token=(lambda: secured(user)) if user and not named else None,
            tls=self._tls,
            allow_reconnect=False,
            max_reconnect_attempts=1,
            reconnect_time_wait=0,
            connect_timeout=int(HEARTBEAT),
            error_cb=told,
            closed_cb=lost,
        )
        secured("")
        if client.max_payload < PACKET_BYTES:
            raise CannotStart(f"The broker at {self._where} takes {client.max_payload} bytes at once; set max_payload to {PACKET_BYTES}.")
        await client.subscribe(self._channel, cb=hear, pending_msgs_limit=WAITING, pending_bytes_limit=WAITING_BYTES)

    def _secured(self, server: SplitResult) -> Callable[[str], str]:
        """Hands words over only when the address asks for no TLS, or a handshake was made since.

        nats-py encrypts when the server says so: who stands between us and it could say nothing, and read the password.
        """
        if self._tls is None or server.scheme != "tls":
            return lambda words: words
        tls, before = self._tls, self._tls.session_stats()["connect_good"]

        def hand_over(words: str) -> str:
            if tls.session_stats()["connect_good"] == before:
                raise NoTls
            return words

        return hand_over

    async def _publish(self, packet: bytes) -> None:
        assert self._client is not None
        await self._client.publish(self._channel, packet)

    async def _hang_up(self, *, gently: bool) -> None:
        client, self._client = self._client, None
        if client is not None:
            await client.close()


def _place(server: SplitResult) -> str:
    host = server.hostname or ""
    return f"{f'[{host}]' if ':' in host else host}:{server.port or 4222}"
