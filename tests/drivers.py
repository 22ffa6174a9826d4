"""What drives a running server in tests: the server itself, in this process or as a child, and a small client of its socket.

`Server` is the real app under the real web server on a free port, `Program` the same as `twinspace serve` in a process of its
own (ended by its id). `Live` speaks JSON-RPC 2.0 over a plain websocket and knows nothing but the published protocol.
"""

import asyncio
import itertools
import json
import os
import signal
import socket
import ssl
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
import uvicorn
import websockets
from websockets.asyncio.client import ClientConnection, connect

from tests.cast import FAST, HASHER, Clock, World, populate, settings_for
from twinspace_server import app
from twinspace_server.app import House
from twinspace_server.live.frames import FrameProtocol
from twinspace_server.settings import Settings
from twinspace_server.web.heads import BoundedHttp

TLS = ssl.create_default_context()
"""One for all clients: making one takes longer than most requests."""
PATIENCE = 5.0
"""Seconds that anything may take before a test gives up on it."""
START_SECONDS = 60.0
"""The same for a program's start, where the machine may be busy with other things."""


class Refused(Exception):
    """A JSON-RPC error reply: `code` is the word in `data`, `number` JSON-RPC's."""

    def __init__(self, error: Mapping[str, Any]) -> None:
        self.data: dict[str, Any] = dict(error.get("data") or {})
        self.code: str = self.data.get("code", "")
        self.number: int = error["code"]
        self.message: str = error["message"]
        super().__init__(f"{self.number} {self.code} {self.data.get('path') or ''}: {self.message}")


class Live:
    """One open socket. Everything that arrives is kept: `texts` as it came, `events` unpacked and in order."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection
        self.texts: list[str] = []
        self.events: list[dict[str, Any]] = []
        self.bookmarks: dict[str, str] = {}
        self.seqs: dict[str, list[int]] = {}
        self.strays: list[dict[str, Any]] = []
        """Replies that nobody waited for: to a broken message (`id` null), or twice to one call."""
        self._numbers = itertools.count(1)
        self._waiting: dict[Any, asyncio.Future[dict[str, Any]]] = {}
        self._news = asyncio.Condition()
        self._reading = asyncio.create_task(self._read())

    @classmethod
    @asynccontextmanager
    async def open(
        cls,
        url: str,
        token: str | None = None,
        *,
        cookie: str | None = None,
        origin: str | None = None,
        headers: Mapping[str, str] | None = None,
        **options: Any,
    ) -> AsyncIterator["Live"]:
        """A socket at `url` (`http://…` or `ws://…`); `websockets.InvalidStatus` when the handshake is refused."""
        carried = dict(headers or {})
        if token is not None:
            carried["Authorization"] = f"Bearer {token}"
        if cookie is not None:
            carried["Cookie"] = cookie
        options = {"compression": None, "max_size": None, "ping_interval": None, "open_timeout": PATIENCE, "close_timeout": 1, **options}
        connection = await connect(url.replace("http", "ws", 1) + "/live", origin=origin, additional_headers=carried, proxy=None, **options)  # type: ignore[arg-type]
        live = cls(connection)
        try:
            yield live
        finally:
            await live.close()

    async def close(self) -> None:
        await self.connection.close()
        self._reading.cancel()
        await asyncio.gather(self._reading, return_exceptions=True)

    # -- asking ----------------------------------------------------------------------------------------------

    async def call(self, method: str, /, **params: Any) -> dict[str, Any]:
        """A command or query; its result, or `Refused`."""
        return unpacked(await self.reply(method, **params))

    async def reply(self, method: str, /, **params: Any) -> dict[str, Any]:
        """The same, as the whole reply."""
        number = next(self._numbers)
        return await self.exchange({"jsonrpc": "2.0", "id": number, "method": method, "params": params})

    async def exchange(self, message: Mapping[str, Any]) -> dict[str, Any]:
        """Send any request that has an id and wait for the reply to it."""
        future = self.expect(message["id"])
        await self.send(message)
        return await asyncio.wait_for(future, PATIENCE)

    def expect(self, number: Any) -> asyncio.Future[dict[str, Any]]:
        """The reply with this id, when it comes."""
        future: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self._waiting[number] = future
        return future

    async def send(self, message: Any) -> None:
        """Any JSON, or text, or bytes (a binary frame), as it is."""
        await self.connection.send(message if isinstance(message, str | bytes) else json.dumps(message))

    async def signal(self, method: str, /, **params: Any) -> None:
        """A notification: nothing is answered."""
        await self.send({"jsonrpc": "2.0", "method": method, "params": params})

    async def listen(self, space: str, bookmark: str | None = None) -> dict[str, Any]:
        """`space.listen`, fresh or after a bookmark."""
        params = {"space": space} if bookmark is None else {"space": space, "bookmark": bookmark}
        answer = await self.call("space.listen", **params)
        self.bookmarks.setdefault(space, answer["bookmark"])
        if answer["fresh"]:
            self.bookmarks[space] = answer["bookmark"]
        return answer

    async def settle(self) -> None:
        """Everything that this process of the server had sent before has arrived now."""
        await self.call("people.me")

    # -- hearing ---------------------------------------------------------------------------------------------

    def of(self, space: str) -> list[dict[str, Any]]:
        """The events of one space, as they came."""
        return [event for event in self.events if event["space"] == space]

    def names(self, space: str | None = None) -> list[str]:
        """What happened, in words."""
        return [event["event"] for event in self.events if space in (None, event["space"])]

    async def wait_for(
        self, wanted: str | Callable[[dict[str, Any]], bool], *, after: int = 0, timeout: float = PATIENCE
    ) -> dict[str, Any]:
        """The first event (from the position `after` on) with this name, or for which this is true."""
        matches = (lambda event: event["event"] == wanted) if isinstance(wanted, str) else wanted

        def found() -> dict[str, Any] | None:
            return next((event for event in self.events[after:] if matches(event)), None)

        try:
            async with asyncio.timeout(timeout), self._news:
                await self._news.wait_for(lambda: found() is not None or self._reading.done())
        except TimeoutError:
            raise AssertionError(f"no {wanted} among {self.names()}") from None
        event = found()
        assert event is not None, f"the socket was closed ({self.connection.close_code}) before {wanted}: {self.names()}"
        return event

    async def wait_reply(self) -> dict[str, Any]:
        """The next reply that nobody waits for, such as the answer to what is not JSON-RPC."""
        async with asyncio.timeout(PATIENCE), self._news:
            await self._news.wait_for(lambda: bool(self.strays) or self._reading.done())
        assert self.strays, f"the socket was closed ({self.connection.close_code}) without a reply"
        return self.strays.pop(0)

    async def ended(self, timeout: float = PATIENCE) -> int:
        """Wait until the server has closed the socket; the code."""
        await asyncio.wait_for(asyncio.shield(self._reading), timeout)
        assert self.connection.close_code is not None
        return self.connection.close_code

    async def _read(self) -> None:
        with suppress(websockets.ConnectionClosed):
            async for data in self.connection:
                text = data if isinstance(data, str) else data.decode()
                self.texts.append(text)
                told = json.loads(text)
                for one in told if isinstance(told, list) else [told]:
                    self._take(one)
                async with self._news:
                    self._news.notify_all()
        for future in self._waiting.values():
            if not future.done():
                future.set_exception(ConnectionError(f"closed with {self.connection.close_code}"))
                future.exception()
        async with self._news:
            self._news.notify_all()

    def _take(self, one: dict[str, Any]) -> None:
        if one.get("method") == "event":
            event = one["params"]
            self.events.append(event)
            if "bookmark" in event:
                self.bookmarks[event["space"]] = event["bookmark"]
                self.seqs.setdefault(event["space"], []).append(event["seq"])
            return
        future = self._waiting.pop(one.get("id"), None)
        if future is None:
            self.strays.append(one)
        elif not future.done():
            future.set_result(one)


def unpacked(reply: Mapping[str, Any]) -> dict[str, Any]:
    """A reply's result; `Refused` for an error."""
    if "error" in reply:
        raise Refused(reply["error"])
    return dict(reply["result"])


# -- servers ---------------------------------------------------------------------------------------------------------


@dataclass
class Address:
    """Where a server is, and how one speaks with it."""

    url: str
    world: World

    def live(self, username: str | None = None, **options: Any) -> Any:
        """A socket as one of the cast, by token: `async with server.live("pia") as pia:`."""
        return Live.open(self.url, self.world[username].token if username is not None else None, **options)

    def http(self, username: str | None = None, **headers: str) -> httpx2.AsyncClient:
        """An HTTP client, as one of the cast by token, or as nobody."""
        if username is not None:
            headers = {"Authorization": f"Bearer {self.world[username].token}", **headers}
        return httpx2.AsyncClient(base_url=self.url, headers=headers, timeout=PATIENCE * 2, verify=TLS)

    async def post(self, username: str | None, method: str, /, **params: Any) -> httpx2.Response:
        """One call over HTTP."""
        async with self.http(username) as client:
            return await client.post(f"/api/{method}", json=params)


@dataclass
class Server(Address):
    """A server in this process."""

    settings: Settings
    house: House
    clock: Clock
    _uvicorn: uvicorn.Server = field(repr=False)
    _task: "asyncio.Task[None]" = field(repr=False)
    _listening: socket.socket = field(repr=False)

    async def stop(self) -> None:
        """End it in good order, as a signal would."""
        self._uvicorn.should_exit = True
        await asyncio.wait_for(self._task, 15)
        self._listening.close()


async def start_server(url: str, directory: Path, world: World | None = None, **changes: str) -> Server:
    """Serve this database on a free port; with the cast when `world` is None (the database is empty then).

    A given world speaks through the new server's house from now on: after a restart, or beside another process.
    """
    listening = free_port()
    port = listening.getsockname()[1]
    settings = settings_for(url, directory, PORT=str(port), **changes)
    now = world.clock if world is not None else Clock()
    whole: Any = app.create(settings, now=now, hasher=HASHER)
    config = uvicorn.Config(
        whole, loop="none", http=BoundedHttp, ws=FrameProtocol, ws_max_size=3 * 1024 * 1024, ws_per_message_deflate=False, lifespan="on",
        log_config=None, access_log=False, server_header=False, proxy_headers=False, timeout_graceful_shutdown=3,
    )  # fmt: skip
    server = uvicorn.Server(config)
    server.capture_signals = no_signals  # type: ignore[method-assign]
    task = asyncio.create_task(server.serve(sockets=[listening]))
    while not server.started:
        if task.done():
            listening.close()
            raise AssertionError(f"the server did not start: {task.exception()!r}")
        await asyncio.sleep(0.005)
    house: House = whole._app._app.state.house
    inside = await populate(house, now) if world is None else World(**{**vars(world), "house": house})
    return Server(f"http://127.0.0.1:{port}", inside, settings, house, now, server, task, listening)


@asynccontextmanager
async def serving(url: str, directory: Path, world: World | None = None, **changes: str) -> AsyncIterator[Server]:
    """`start_server` for a block."""
    server = await start_server(url, directory, world, **changes)
    try:
        yield server
    finally:
        if not server._task.done():
            await server.stop()


def no_signals() -> Any:
    """Leave the signals of the test run alone."""
    return nullcontext()


def free_port() -> socket.socket:
    """A socket that listens on a free port of this machine."""
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind(("127.0.0.1", 0))
    listening.listen(512)
    return listening


@dataclass
class Program(Address):
    """`twinspace serve` in a process of its own. The cast must be in the database already; `world` speaks through another house."""

    process: asyncio.subprocess.Process
    port: int
    log: Path

    async def kill(self) -> None:
        """SIGKILL, now."""
        if self.process.returncode is None:
            os.kill(self.process.pid, signal.SIGKILL)
        await self.process.wait()

    async def stop(self) -> None:
        """SIGTERM, and SIGKILL if that doesn't help."""
        if self.process.returncode is None:
            os.kill(self.process.pid, signal.SIGTERM)
            try:
                await asyncio.wait_for(self.process.wait(), 10)
            except TimeoutError:
                await self.kill()


async def start_program(url: str, directory: Path, world: World, *, port: int = 0, before: str = "", **changes: str) -> Program:
    """Start one and wait until it is ready. `before` is Python that runs there first (to shorten a time, say)."""
    if not port:
        with free_port() as listening:
            port = listening.getsockname()[1]
    told = {"DATABASE_URL": url, "DATA_DIR": str(directory), "PORT": str(port), "INSECURE_HTTP": "1", "HASH_POOL": "1", **FAST, **changes}
    environment = {name: value for name, value in os.environ.items() if not name.startswith("TWINSPACE_")}
    environment |= {f"TWINSPACE_{name}": value for name, value in told.items()}
    log = directory / f"server-{port}.log"
    with log.open("ab") as written:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            f"{before}\nfrom twinspace_server.cli import app\napp(['serve'])",
            env=environment,
            stdout=written,
            stderr=written,
        )
    program = Program(f"http://127.0.0.1:{port}", world, process, port, log)
    try:
        async with asyncio.timeout(START_SECONDS), program.http() as client:
            while True:
                with suppress(httpx2.HTTPError):
                    if (await client.get("/readyz")).status_code == 200:
                        return program
                assert process.returncode is None, log.read_text()
                await asyncio.sleep(0.02)
    except BaseException:
        await program.kill()
        raise


@asynccontextmanager
async def running(url: str, directory: Path, world: World, **changes: Any) -> AsyncIterator[Program]:
    """`start_program` for a block."""
    program = await start_program(url, directory, world, **changes)
    try:
        yield program
    finally:
        await program.stop()
