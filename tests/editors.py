"""Editors of pages for tests: the y-websocket protocol as a browser speaks it, over a real socket, with pycrdt as the editor.

An `Editor` keeps its document over lost connections, like an open tab: after each it opens the socket again and both sides say
what they have. `acknowledged` is what message 100 has counted; nothing of that may ever be missing.
"""

import asyncio
import json
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import pycrdt
import websockets
from websockets.asyncio.client import ClientConnection, connect

from tests.drivers import PATIENCE
from twinspace_server.cms.page_document import Node, append, tree, words
from twinspace_server.live.awareness import said
from twinspace_server.live.lib0 import Scanner, sized, varuint

SYNC, AWARENESS, STORED, REFUSED, HELLO = 0, 1, 100, 101, 102


def shared(client: int | None = None) -> "pycrdt.Doc[Any]":
    """An empty shared document, of a client whose id a browser could have."""
    doc: pycrdt.Doc[Any] = pycrdt.Doc(client_id=client or secrets.randbelow(2**32 - 1) + 1)
    doc["default"] = pycrdt.XmlFragment()
    return doc


def paragraph(text: str) -> Node:
    """A paragraph with this text."""
    return Node("paragraph", content=[Node("text", text=text)])


def an_update(text: str, client: int | None = None) -> bytes:
    """An update that writes one paragraph into an empty page."""
    doc = shared(client)
    append(doc, [paragraph(text)])
    return bytes(doc.get_update())


class Editor:
    """One tab with a page open. `doc` is its document, `hellos`, `refusals` and `others` what it was told."""

    def __init__(self, url: str, token: str, place: str, doc: "pycrdt.Doc[Any] | None" = None) -> None:
        self.url, self.token, self.place = url, token, place
        self.doc = doc if doc is not None else shared()
        self.hellos: list[dict[str, Any]] = []
        self.refusals: list[dict[str, Any]] = []
        self.others: dict[int, Any] = {}
        self.messages: list[bytes] = []
        self.sent = self.acknowledged = 0
        self.synced = False
        self.connection: ClientConnection | None = None
        self.news = asyncio.Condition()
        self._applying = False
        self._writing: list[bytes] = []
        self.doc.observe(self._changed)

    @property
    def text(self) -> str:
        """What the page says here."""
        return words(tree(self.doc))

    @property
    def saved(self) -> bool:
        """All that was written here is stored there."""
        return self.synced and self.sent == self.acknowledged and not self._writing

    def _changed(self, event: Any) -> None:
        if not self._applying:
            self._writing.append(bytes(event.update))

    async def open(self) -> None:
        """Open the socket and say what is here."""
        address = self.url.replace("http", "ws", 1) + f"/live/page/{self.place}"
        headers = {"Authorization": f"Bearer {self.token}"}
        self.connection = await connect(
            address, additional_headers=headers, proxy=None, compression=None, max_size=None, open_timeout=PATIENCE
        )
        self.sent = self.acknowledged = 0
        self.synced = False
        self._writing.clear()
        await self.connection.send(bytes((SYNC, 0)) + sized(self.doc.get_state()))

    async def read(self) -> None:
        """Take what comes until the socket ends."""
        assert self.connection is not None
        with suppress(websockets.ConnectionClosed):
            async for data in self.connection:
                assert isinstance(data, bytes)
                self.messages.append(data)
                await self._take(data)
                async with self.news:
                    self.news.notify_all()
        async with self.news:
            self.news.notify_all()

    async def _take(self, data: bytes) -> None:
        scan = Scanner(data)
        kind = scan.uint()
        if kind == SYNC:
            step, payload = scan.uint(), scan.bytes()
            if step == 0:
                await self.send(bytes((SYNC, 1)) + sized(self.doc.get_update(payload)), counts=True)
                return
            self._applying = True
            try:
                self.doc.apply_update(payload)
            finally:
                self._applying = False
            self.synced = self.synced or step == 1
        elif kind == AWARENESS:
            for client, _, state in said(scan.bytes()):
                self.others[client] = json.loads(state)
        elif kind == STORED:
            self.acknowledged = scan.uint()
        elif kind == REFUSED:
            self.refusals.append(json.loads(data[scan.at :]))
        elif kind == HELLO:
            self.hellos.append(json.loads(data[scan.at :]))

    async def send(self, data: bytes, *, counts: bool = False) -> None:
        assert self.connection is not None
        if counts:
            self.sent += 1
        await self.connection.send(data)

    async def flush(self) -> None:
        """Send what was written here."""
        while self._writing:
            await self.send(bytes((SYNC, 2)) + sized(self._writing.pop(0)), counts=True)

    async def write(self, text: str) -> None:
        """A new paragraph at the end, sent at once."""
        append(self.doc, [paragraph(text)])
        await self.flush()

    async def type(self, text: str, at: int = 0) -> None:
        """Letters into the paragraph `at`."""
        run: Any = self.doc["default"].children[at].children[0]
        run.insert(len(run), text)
        await self.flush()

    async def show(self, cursor: Any, client: int | None = None, clock: int = 1, **more: Any) -> None:
        """Say where the cursor is."""
        state = json.dumps({"cursor": cursor, **more}).encode()
        await self.send(bytes((AWARENESS,)) + sized(varuint(1) + varuint(client or self.doc.client_id) + varuint(clock) + sized(state)))

    async def until(self, true: Any, what: str = "that") -> None:
        """Wait until something holds."""
        try:
            async with asyncio.timeout(PATIENCE), self.news:
                await self.news.wait_for(lambda: true(self))
        except TimeoutError:
            raise AssertionError(f"{what} did not come: {self.text!r}, {self.sent}/{self.acknowledged}, {self.refusals}") from None

    async def ended(self) -> int:
        """The code with which the socket was closed."""
        assert self.connection is not None
        await asyncio.wait_for(self.connection.wait_closed(), PATIENCE)
        assert self.connection.close_code is not None
        return self.connection.close_code


@asynccontextmanager
async def editing(server: Any, username: str, place: str, doc: "pycrdt.Doc[Any] | None" = None) -> AsyncIterator[Editor]:
    """Somebody has the page open; it is there, and everything that was here is stored."""
    editor = Editor(server.url, server.world[username].token, place, doc)
    await editor.open()
    reading = asyncio.create_task(editor.read())
    try:
        await editor.until(lambda e: e.synced and e.hellos and (e.saved or not e.hellos[-1]["edit"]), "the page")
        yield editor
    finally:
        assert editor.connection is not None
        await editor.connection.close()
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)


async def make_page(world: Any, title: str = "River diary", *, pupils: bool = True, content: list[Any] | None = None) -> str:
    """A page; with `pupils` they may edit it."""
    place = str((await world.do("alice", "page.make", space=world.space, title=title, content=content or []))["place"]["id"])
    if pupils:
        await world.set_table(place, {"teacher": ["read", "add", "edit", "delete"], "pupil": ["read", "add", "edit"], "guest": ["read"]})
    return place
