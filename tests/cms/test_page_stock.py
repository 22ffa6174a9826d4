"""Pages with the editors of others: `yjs` and `y-websocket` from npm, in Node, beside pycrdt, on a real server.

That the room speaks y-websocket is a promise to other programs, and only their code can show it. A relay stands between Node
and the server, so that a line can really break.
"""

import asyncio
import json
import re
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from tests.drivers import Server
from tests.editors import editing, make_page

ROOT = Path(__file__).parents[2]
PATIENCE = 15.0
"""Node takes a second to start where the machine is busy."""


class Relay:
    """A line to the server that can be cut, and is dead until it is mended; to the server it looks as if it were called itself."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.dead = False
        self.open: set[asyncio.StreamWriter] = set()
        self.url = ""

    @asynccontextmanager
    async def standing(self) -> AsyncIterator["Relay"]:
        server = await asyncio.start_server(self._take, "127.0.0.1", 0)
        self.url = f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}/live/page"
        try:
            yield self
        finally:
            server.close()
            self.cut()

    def cut(self) -> None:
        """All lines break at once, and no new one comes about."""
        self.dead = True
        for writer in self.open:
            writer.transport.abort()

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.dead:
            writer.transport.abort()
            return
        there, here = await asyncio.open_connection("127.0.0.1", self.port)
        head = await reader.readuntil(b"\r\n\r\n")
        here.write(re.sub(rb"\r\nhost: [^\r]+", b"\r\nhost: 127.0.0.1:%d" % self.port, head, count=1, flags=re.IGNORECASE))
        both = {writer, here}
        self.open |= both
        try:
            await asyncio.gather(_pour(reader, here), _pour(there, writer))
        finally:
            self.open -= both
            for one in both:
                one.transport.abort()


async def _pour(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await reader.read(65_536):
            writer.write(data)
            await writer.drain()
    writer.close()


class Stock:
    """The stock editors of one Node process, by name; `shown` is what each shows."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.shown: dict[str, Any] = {}
        self.news = asyncio.Condition()

    async def read(self) -> None:
        assert self.process.stdout is not None
        async for line in self.process.stdout:
            self.shown = json.loads(line)
            async with self.news:
                self.news.notify_all()

    def do(self, command: str, name: str, **more: Any) -> None:
        """Let one of them do something."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"do": command, "name": name, **more}).encode() + b"\n")

    async def until(self, true: Callable[[dict[str, Any]], Any], what: str) -> None:
        """Wait until something holds of all of them."""
        try:
            async with asyncio.timeout(PATIENCE), self.news:
                await self.news.wait_for(lambda: self.shown and true(self.shown))
        except TimeoutError:
            raise AssertionError(f"{what} did not come: {self.shown}") from None

    async def all_show(self, lines: list[str], *names: str) -> None:
        """Wait until these editors show just these lines."""
        await self.until(lambda shown: all(shown.get(name, {}).get("lines") == lines for name in names), f"{lines} to {names}")


@asynccontextmanager
async def stock_editors() -> AsyncIterator[Stock]:
    """Node with the packages of the app, or the test is skipped."""
    node = shutil.which("node")
    if node is None or not (ROOT / "static/node_modules/y-websocket").exists():
        pytest.skip("Node with the packages of static/ is not here (make setup): pages are not tried with stock editors.")
    process = await asyncio.create_subprocess_exec(
        node, ROOT / "tests/stock_editors.cjs", ROOT / "static",
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL, limit=1 << 20,
    )  # fmt: skip
    stock = Stock(process)
    reading = asyncio.create_task(stock.read())
    try:
        yield stock
    finally:
        assert process.stdin is not None
        process.stdin.close()
        await asyncio.wait_for(process.wait(), PATIENCE)
        await asyncio.gather(reading, return_exceptions=True)


async def test_two_stock_editors_and_pycrdt_write_one_page(stage: Server) -> None:
    place = await make_page(stage.world)
    async with _line(stage) as relay, stock_editors() as stock, editing(stage, "alice", place) as alice:
        for name in ("bob", "milo"):
            await _open(stock, stage, relay, place, name)
        await stock.until(lambda shown: len(shown) == 2 and all(one["synced"] for one in shown.values()), "the page")
        stock.do("write", "bob", text="The Leie is slow.")
        await alice.until(lambda e: e.text == "The Leie is slow.", "bob's line")
        await stock.all_show(["The Leie is slow."], "milo")
        await alice.type(" And brown.")
        stock.do("write", "milo", text="The Chorokhi is fast. 🏞")
        lines = ["The Leie is slow. And brown.", "The Chorokhi is fast. 🏞"]
        await stock.all_show(lines, "bob", "milo")
        await alice.until(lambda e: e.text == "\n".join(lines), "milo's line")
        # All at one spot, at once: whatever the order is, it is the same everywhere.
        for letter in "abc":
            stock.do("type", "bob", text=letter, at=0)
            stock.do("type", "milo", text=letter.upper(), at=0)
            await alice.type(letter * 2)
        await alice.until(lambda e: len(e.text) == len("\n".join(lines)) + 12 and e.saved, "all letters")
        await stock.all_show(alice.text.split("\n"), "bob", "milo")
        # Cursors come as the server has rebuilt them, whatever a stock client calls itself.
        stock.do("show", "milo")
        await stock.until(lambda shown: "Milo Beridze" in shown["bob"]["cursors"], "milo's cursor")
        assert "The Queen" not in stock.shown["bob"]["cursors"]
        # The line breaks; both sides go on writing; it comes back by itself.
        relay.cut()
        await stock.until(lambda shown: all(one["drops"] for one in shown.values()), "the break")
        stock.do("write", "bob", text="Written without a line.")
        stock.do("type", "milo", text="!", at=1)
        await alice.write("Written meanwhile.")
        relay.dead = False
        await alice.until(lambda e: "without a line" in e.text and e.text.count("!") == 1, "what was written without a line")
        await stock.until(lambda shown: all(one["synced"] for one in shown.values()), "the line again")
        await alice.until(lambda e: e.saved)
        await stock.all_show(alice.text.split("\n"), "bob", "milo")
        at_the_end = alice.text
    assert sorted(at_the_end.split("\n"))[-2:] == ["Written meanwhile.", "Written without a line."]
    async with editing(stage, "pia", place) as pia:
        assert pia.text == at_the_end, "it is stored"


async def test_a_readers_stock_editor_changes_nothing(stage: Server) -> None:
    place = await make_page(stage.world, pupils=False)
    async with _line(stage) as relay, stock_editors() as stock, editing(stage, "alice", place) as alice:
        await alice.write("True.")
        for name in ("pia", "bob"):
            await _open(stock, stage, relay, place, name)
        await stock.all_show(["True."], "pia", "bob")
        stock.do("write", "pia", text="False.")
        stock.do("type", "pia", text=" Not.", at=0)
        stock.do("write", "bob", text="Also true.")
        await stock.until(lambda shown: "Also true." in shown["pia"]["lines"], "bob's line")
        # A new line brings all that she has along once more.
        relay.cut()
        await stock.until(lambda shown: all(one["drops"] for one in shown.values()), "the break")
        relay.dead = False
        await stock.until(lambda shown: all(one["synced"] for one in shown.values()), "the line again")
        stock.do("write", "pia", text="Still false.")
        stock.do("type", "bob", text=" Still.", at=1)
        await alice.until(lambda e: "Still." in e.text, "bob's word")
        await stock.until(lambda shown: any("Still." in line for line in shown["pia"]["lines"]), "bob's word")
        assert stock.shown["bob"]["lines"] == ["True.", "Also true. Still."]
        assert alice.text == "True.\nAlso true. Still."
        await _open(stock, stage, relay, place, "pia", "pia anew")
        await stock.until(lambda shown: shown.get("pia anew", {}).get("synced"), "the page")
        assert stock.shown["pia anew"]["lines"] == ["True.", "Also true. Still."]
    async with editing(stage, "gerda", place) as gerda:
        assert gerda.text == "True.\nAlso true. Still."


async def _open(stock: Stock, stage: Server, relay: Relay, place: str, username: str, name: str = "") -> None:
    """An editor as a browser would open it: with the cookie of a session of its own, from our address."""
    async with stage.http() as client:
        answer = await client.post("/api/people.sign_in", json={"name": username, "password": stage.world[username].password})
    headers = {"cookie": answer.headers["set-cookie"].partition(";")[0], "origin": stage.url}
    stock.do("open", name or username, url=relay.url, place=place, headers=headers)


def _line(stage: Server) -> Any:
    return Relay(int(stage.url.rsplit(":", 1)[1])).standing()
