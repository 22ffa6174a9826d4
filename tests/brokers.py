"""Brokers for tests: the servers on loopback that many tests share, and servers of one test's own, which it may kill.

The shared ones stand where they usually do (TWINSPACE_TEST_REDIS and TWINSPACE_TEST_NATS name others); tests keep apart on them by
channels of their own. A server of one's own takes a free port and a directory, and ends with its block.
"""

import asyncio
import os
import shutil
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.drivers import free_port

ADDRESSES = {
    "redis": os.environ.get("TWINSPACE_TEST_REDIS", "redis://127.0.0.1:6379"),
    "nats": os.environ.get("TWINSPACE_TEST_NATS", "nats://127.0.0.1:4222"),
}
NETWORK = ("redis", "nats")
"""Kinds that have a server of their own."""


async def require_broker(kind: str) -> str:
    """The address of the shared server; skips, or fails where services are required, with one sentence."""
    address = ADDRESSES[kind]
    parts = urlsplit(address)
    if not await _answers(parts.hostname or "", parts.port or 0):
        missing(f"No {kind} server can be reached at {parts.hostname}:{parts.port}; start one there to run this test.")
    return address


def missing(sentence: str) -> None:
    """Skip the test, or fail it where nothing may be missing."""
    if os.environ.get("TWINSPACE_REQUIRE_SERVICES") == "1":
        pytest.fail(sentence, pytrace=False)
    pytest.skip(sentence)


@dataclass
class BrokerServer:
    """A redis-server or nats-server of one test's own."""

    kind: str
    directory: Path
    port: int
    options: tuple[str, ...] = ()
    tls: bool = False
    process: "asyncio.subprocess.Process | None" = field(default=None, repr=False)

    @property
    def url(self) -> str:
        return f"{self.kind}://127.0.0.1:{self.port}"

    async def start(self) -> None:
        """Start it, and wait until it takes connections."""
        program = shutil.which(f"{self.kind}-server") or shutil.which(f"{self.kind}-server", path="/usr/sbin:/usr/local/sbin")
        if program is None:
            missing(f"There is no {self.kind}-server on this machine; install one to run this test.")
        assert program is not None
        if self.kind == "redis":
            ports = ["--port", "0", "--tls-port", str(self.port)] if self.tls else ["--port", str(self.port)]
            own = [*ports, "--bind", "127.0.0.1", "--save", "", "--dir", str(self.directory), "--maxmemory", "64mb"]
        elif self.tls:
            own = ["--addr", "127.0.0.1", "--port", str(self.port), "--tls"]
        else:
            own = ["--addr", "127.0.0.1", "--port", str(self.port)]
        with (self.directory / f"{self.kind}-{self.port}.log").open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(program, *own, *self.options, stdout=log, stderr=log)
        async with asyncio.timeout(20):
            while not await _answers("127.0.0.1", self.port):
                assert self.process.returncode is None, f"{program} ended while starting"
                await asyncio.sleep(0.02)

    async def send(self, number: signal.Signals) -> None:
        """A signal to its process; after SIGKILL and SIGTERM wait for its end."""
        if self.process is None or self.process.returncode is not None:
            return
        self.process.send_signal(number)
        if number in (signal.SIGKILL, signal.SIGTERM):
            await asyncio.wait_for(self.process.wait(), 20)

    async def kill(self) -> None:
        """SIGKILL, now."""
        await self.send(signal.SIGKILL)


@asynccontextmanager
async def broker_server(kind: str, directory: Path, *options: str, tls: bool = False) -> AsyncIterator[BrokerServer]:
    """One for a block, started."""
    with free_port() as listening:
        port = listening.getsockname()[1]
    server = BrokerServer(kind, directory, port, options, tls)
    try:
        await server.start()
        yield server
    finally:
        await server.kill()


async def _answers(host: str, port: int) -> bool:
    try:
        _, writer = await asyncio.wait_for(asyncio.open_connection(host, port), 2)
    except (OSError, TimeoutError):
        return False
    writer.close()
    return True
