"""Ten people type at once in a page of 100 kB: CPU of the server for a key stroke, what is stored, and when it is sure.

Beside it, in turn, a naive relay that stores nothing and asks nobody (`naive_page`): its editors never hear that anything is sure,
so what can be compared is when the next editor gets the letter. Each types in a paragraph of their own, as people do.
"""

import argparse
import asyncio
import base64
import sqlite3
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
import pycrdt
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.house import (
    RAISED,
    Founded,
    Process,
    cpu_seconds,
    found,
    free_port,
    median,
    percentile,
    serve,
    show,
    workplace,
    written_bytes,
)

EDITORS = 10
STROKES_PER_S = 50
PARAGRAPHS, LETTERS = 100, 1000
UPDATE, STORED = b"\0\2", 100


@dataclass
class Editor:
    """One who types. What others write isn't taken into the document here: nobody builds on it, and it isn't what is measured."""

    number: int
    socket: ClientConnection
    document: "pycrdt.Doc[Any]"
    under_way: dict[bytes, float]
    """What the editor before this one has sent, which is looked for here."""
    next_under_way: dict[bytes, float]
    unsure: list[float] = field(default_factory=list)
    acknowledged: int = 0
    sure_ms: list[float] = field(default_factory=list)
    seen_ms: list[float] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)

    async def listen(self) -> None:
        async for message in self.socket:
            assert isinstance(message, bytes)
            now = time.perf_counter()
            if message[0] == STORED:
                count, _ = _varuint(message, 1)
                for sent in self.unsure[self.acknowledged : count]:
                    self.sure_ms.append((now - sent) * 1000)
                self.acknowledged = count
            elif message[:2] == UPDATE:
                _, at = _varuint(message, 2)
                sent_at = self.under_way.pop(message[at:], None)
                if sent_at is not None:
                    self.seen_ms.append((now - sent_at) * 1000)

    async def stroke(self) -> None:
        before = self.document.get_state()
        run: Any = self.document["default"].children[self.number].children[0]
        run.insert(len(run), "a")
        update = self.document.get_update(before)
        self.sizes.append(len(update))
        now = time.perf_counter()
        self.unsure.append(now)
        self.next_under_way[update] = now
        await self.socket.send(UPDATE + bytes((len(update),)) + update)

    def reset(self) -> None:
        self.sure_ms, self.seen_ms, self.sizes = [], [], []


def _varuint(data: bytes, at: int) -> tuple[int, int]:
    number = shift = 0
    while True:
        byte = data[at]
        number |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return number, at


@dataclass
class Room:
    """The editors at one server's page."""

    server: Process
    editors: list[Editor]

    async def window(self, seconds: float) -> dict[str, Any]:
        """Everybody types in turn, evenly, for so long; what that cost."""
        for editor in self.editors:
            editor.reset()
        count, start = int(seconds * STROKES_PER_S), time.perf_counter()
        cpu, disk = cpu_seconds(self.server.pid), written_bytes(self.server.pid)
        for number in range(count):
            await asyncio.sleep(max(0.0, start + number / STROKES_PER_S - time.perf_counter()))
            await self.editors[number % EDITORS].stroke()
        await asyncio.sleep(0.5)
        cpu, disk = cpu_seconds(self.server.pid) - cpu, written_bytes(self.server.pid) - disk
        seen = sorted(ms for editor in self.editors for ms in editor.seen_ms)
        sure = sorted(ms for editor in self.editors for ms in editor.sure_ms)
        if len(seen) < count:
            raise RuntimeError(f"of {count} strokes only {len(seen)} arrived at the next editor")
        sizes = [size for editor in self.editors for size in editor.sizes]
        return {
            "cpu_us_per_stroke": round(cpu / count * 1e6),
            "update_bytes": round(sum(sizes) / count),
            "written_to_disk_bytes_per_stroke": round(disk / count),
            "seen_p50_ms": round(percentile(seen, 0.5), 2),
            "seen_p99_ms": round(percentile(seen, 0.99), 2),
            "ack_p50_ms": round(percentile(sure, 0.5), 2) if sure else None,
            "ack_p99_ms": round(percentile(sure, 0.99), 2) if sure else None,
        }


async def enter(server: Process, place: str, state: bytes, tokens: list[str]) -> Room:
    """Ten editors with the page open."""
    ways: list[dict[bytes, float]] = [{} for _ in range(EDITORS)]
    editors = []
    for number in range(EDITORS):
        socket = await connect(
            f"ws://127.0.0.1:{server.port}/live/page/{place}",
            additional_headers={"Authorization": f"Bearer {tokens[number % len(tokens)]}"},
            proxy=None, compression=None, max_size=None,
        )  # fmt: skip
        document: pycrdt.Doc[Any] = pycrdt.Doc(client_id=4_000_000_000 + number)
        document["default"] = pycrdt.XmlFragment()
        document.apply_update(state)
        editors.append(Editor(number, socket, document, ways[number - 1], ways[number]))
    return Room(server, editors)


async def make(server: Process, founded: Founded) -> tuple[str, bytes]:
    """A page of 100 kB that pupils may edit, and its state."""
    text = ("The Leie is slow and brown. " * (LETTERS // 28 + 1))[:LETTERS]
    content = [{"type": "paragraph", "content": [{"type": "text", "text": text}]} for _ in range(PARAGRAPHS)]
    async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{server.port}", timeout=60) as http:
        http.headers["Authorization"] = f"Bearer {founded.administrator}"

        async def ask(method: str, **params: Any) -> Any:
            answer = await http.post(f"/api/{method}", json=params)
            answer.raise_for_status()
            return answer.json()

        place = str((await ask("page.make", space=founded.space, title="River diary", content=content))["place"]["id"])
        rights = {"teacher": ["read", "add", "edit", "delete"], "pupil": ["read", "add", "edit"]}
        await ask("rights.set", place=place, rows=[{"subject": f"role:{role}", "rights": some} for role, some in rights.items()])
        return place, base64.b64decode((await ask("page.state", place=place))["state"])


def in_rows(founded: Founded, place: str) -> dict[str, Any]:
    """What the database holds of the page: a row for each stroke (n = 1 made the page) until they are written anew as one."""
    with sqlite3.connect(f"file:{Path(founded.data) / 'twinspace.sqlite'}?mode=ro", uri=True) as db:
        stored = db.execute("SELECT avg(length(data)) FROM page_update WHERE place = ? AND n > 1", (place,)).fetchone()[0]
        base, size = db.execute("SELECT length(base), size FROM page_doc WHERE place = ?", (place,)).fetchone()
    return {"stored_bytes_per_stroke": round(stored) if stored else None, "base_bytes": base, "document_bytes": size}


async def measure(founded: Founded, server: Process, naive: Process, runs: int, seconds: float) -> dict[str, Any]:
    place, state = await make(server, founded)
    async with connect(f"ws://127.0.0.1:{naive.port}/live/page/x", proxy=None, compression=None, max_size=None) as first:
        await first.send(pycrdt.create_update_message(state))
        await asyncio.sleep(0.5)
    rooms = {"ours": await enter(server, place, state, founded.tokens), "relay": await enter(naive, "x", state, [""])}
    listening = [asyncio.create_task(editor.listen()) for room in rooms.values() for editor in room.editors]
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in rooms}
    for room in rooms.values():
        await room.window(1.0)
    stored = in_rows(founded, place)
    for _ in range(runs):
        for name, room in rooms.items():
            rows[name].append(await room.window(seconds))
            if name == "ours":  # just written anew it has no rows
                stored = max(stored, in_rows(founded, place), key=lambda held: held["stored_bytes_per_stroke"] or 0)
    for task in listening:
        task.cancel()
    await asyncio.gather(*listening, return_exceptions=True)
    for room in rooms.values():
        for editor in room.editors:
            await editor.socket.close()
    ratios = [ours["cpu_us_per_stroke"] / relay["cpu_us_per_stroke"] for ours, relay in zip(*rows.values(), strict=True)]
    return {
        "page_bytes": PARAGRAPHS * LETTERS, "editors": EDITORS, "strokes_per_s": STROKES_PER_S, "runs": runs, "seconds_each": seconds,
        "cpu_ratio_to_relay": round(median(ratios), 2), "ours": {**middle(rows["ours"]), **stored}, "relay": middle(rows["relay"]),
    }  # fmt: skip


def middle(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The median of each figure."""
    return {name: median([row[name] for row in rows]) if rows[0][name] is not None else None for name in rows[0]}


def run(founded: Founded, *, quick: bool = False) -> dict[str, Any]:
    """The benchmark."""
    server = serve(founded)
    try:
        port = free_port()
        naive = Process([sys.executable, "-m", "benchmarks.naive_page", str(port)], {}, port, "/")
        try:
            return asyncio.run(measure(founded, server, naive, 1 if quick else 5, 5.0 if quick else 10.0)) | {"raised": RAISED}
        finally:
            naive.stop()
    finally:
        server.stop()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true")
    given = options.parse_args()
    with workplace() as path:
        show(run(found(path / "data", EDITORS), quick=given.quick))


if __name__ == "__main__":
    main()
