"""A tree of 5,000 places with 200 own tables: the first screen, and one change of rights until all listeners have it.

Beside the first screen stands its limit: the same answer encoded once more by msgspec and read once more off a loopback socket by
the same client. The places are put into the database while no server runs, as commands would leave them; that takes a second.
"""

import argparse
import asyncio
import json
import sqlite3
import time
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.clients import Client, connect, connect_all
from benchmarks.house import Founded, cpu_seconds, found, median, serve, show, workplace
from twinspace_server import ids

PLACES, TABLES = 5_000, 200
WIDE = 17
"""Places in a folder: three levels of folders hold them all."""


def plant(founded: Founded, places: int, tables: int) -> list[str]:
    """Folders in folders, every so many with a table of its own; answers the ids of those, the outer ones first."""
    database = sqlite3.connect(Path(founded.data) / "twinspace.sqlite")
    names = [row[1] for row in database.execute("PRAGMA table_info(places)")]
    blank: dict[str, Any] = dict.fromkeys(names) | {"description": "", "icon": ""}
    author = database.execute("SELECT author FROM places WHERE id = ?", (founded.space,)).fetchone()[0]
    made: list[str] = []
    own: list[str] = []
    at = int(time.time() * 1000)
    for number in range(places):
        place = ids.new(at + number)
        parent = founded.space if number < WIDE else made[(number - WIDE) // WIDE]
        has = number % (places // tables) == 1
        row = blank | {
            "id": place, "space": founded.space, "parent": parent, "kind": "folder", "title": f"Folder number {number}",
            "own_table": int(has), "author": author, "made_at": at,
        }  # fmt: skip
        row = {name: value for name, value in row.items() if name in names}
        database.execute(f"INSERT INTO places ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", list(row.values()))
        if has:
            table = [(place, "role:teacher", 15), (place, "role:pupil", 3 if number % 2 else 1)]
            database.executemany("INSERT INTO rights_rows (place, subject, mask) VALUES (?, ?, ?)", table)
            own.append(place)
        made.append(place)
    database.execute("UPDATE spaces SET law = ? WHERE id = ?", (ids.tag(), founded.space))
    database.commit()
    database.close()
    return own


class Listening:
    """Some listeners; one that is told to come back (4008: too much at once) loads the tree anew, as a browser does."""

    def __init__(self, port: int, founded: Founded, clients: list[Client]) -> None:
        self.port, self.founded, self.clients = port, founded, clients
        self.waiting: set[int] = set()
        self.done = asyncio.Event()
        self.bytes = self.came_back = 0
        self.mark = b""
        self.tasks: set[asyncio.Task[None]] = set()
        for client in clients:
            self._watch(client)

    def expect(self, mark: bytes) -> None:
        self.mark, self.bytes, self.came_back = mark, 0, 0
        self.waiting = {client.number for client in self.clients}
        self.done.clear()

    def _watch(self, client: Client) -> None:
        client.on_text = lambda text: self._heard(client, text)
        client.gone.add_done_callback(lambda gone: self._lost(client, gone))

    def _heard(self, client: Client, text: bytes) -> None:
        self.bytes += len(text)
        if self.mark in text:
            self._has(client.number)

    def _has(self, number: int) -> None:
        self.waiting.discard(number)
        if not self.waiting:
            self.done.set()

    def _lost(self, client: Client, gone: "asyncio.Future[int]") -> None:
        if not gone.cancelled() and gone.result() == 4008:
            task = asyncio.get_running_loop().create_task(self._again(client.number))
            self.tasks.add(task)
            task.add_done_callback(self.tasks.discard)

    async def _again(self, number: int) -> None:
        client = await connect(self.port, number, self.founded.tokens[number % len(self.founded.tokens)])
        self._watch(client)
        self.clients[number] = client
        answer = await client.ask("space.listen", space=self.founded.space)
        self.bytes += len(json.dumps(answer))
        self.came_back += 1
        self._has(number)


async def first_screens(port: int, pid: int, founded: Founded, rounds: int) -> dict[str, Any]:
    """From asking to the tree in hand, decoded, one after the other."""
    waits, costs, size = [], [], 0
    answer: Any = None
    for number in range(rounds + 1):
        client = await connect(port, number, founded.tokens[number % len(founded.tokens)])
        cpu, begun = cpu_seconds(pid), time.perf_counter()
        answer = await client.ask("space.listen", space=founded.space)
        waits.append((time.perf_counter() - begun) * 1000)
        costs.append((cpu_seconds(pid) - cpu) * 1000)
        client.close()
    size = len(json.dumps(answer, separators=(",", ":"), ensure_ascii=False).encode())
    return {
        "places": len(answer["places"]), "bytes": size, "cold_ms": round(waits[0], 1), "ms": round(median(waits[1:]), 1),
        "server_cpu_ms": round(median(costs[1:]), 1), "limit": await limit(answer, rounds),
    }  # fmt: skip


async def limit(answer: Any, rounds: int) -> dict[str, Any]:
    """The same answer: encoded, sent through loopback, decoded; nothing else."""
    encoder, times = msgspec.json.Encoder(), []

    async def serve_once(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while await reader.read(1):
            body = encoder.encode(answer)
            writer.write(len(body).to_bytes(8, "big") + body)
            await writer.drain()

    server = await asyncio.start_server(serve_once, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection("127.0.0.1", server.sockets[0].getsockname()[1], limit=1 << 24)
    cpu = time.process_time()
    for _ in range(rounds):
        begun = time.perf_counter()
        writer.write(b"?")
        body = await reader.readexactly(int.from_bytes(await reader.readexactly(8), "big"))
        json.loads(body)
        times.append((time.perf_counter() - begun) * 1000)
    cpu = (time.process_time() - cpu) * 1000 / rounds
    writer.close()
    await writer.wait_closed()
    server.close()
    return {"what": "encode, loopback, decode", "ms": round(median(times), 1), "cpu_of_both_sides_ms": round(cpu, 1)}


async def changes(port: int, pid: int, founded: Founded, own: list[str], listeners: int, rounds: int) -> dict[str, Any]:
    """A table changed by the administrator until the last listener has heard of it."""
    clients = await connect_all(port, [founded.tokens[n % len(founded.tokens)] for n in range(listeners)], space=founded.space, width=4)
    listening = Listening(port, founded, clients)
    alice = await connect(port, 10_000, founded.administrator)
    told: dict[str, Any] = {"listeners": listeners}
    teachers = {"subject": "role:teacher", "rights": ["read", "add", "edit", "delete"]}
    for name, place in (("a_folder", own[-1]), ("an_outer_folder", own[0])):
        waits, costs, bytes_, back = [], [], [], []
        for number in range(rounds):
            rights = ["read", "add", "edit"] if number % 2 else ["read", "add"]
            rows = [teachers, {"subject": "role:pupil", "rights": rights}]
            listening.expect(b'"rights.changed"')
            cpu, begun = cpu_seconds(pid), time.perf_counter()
            await alice.ask("rights.set", place=place, rows=rows)
            await asyncio.wait_for(listening.done.wait(), 120)
            waits.append((time.perf_counter() - begun) * 1000)
            await asyncio.sleep(0.5)
            costs.append((cpu_seconds(pid) - cpu) * 1000)
            bytes_.append(listening.bytes)
            back.append(listening.came_back)
        told[name] = {
            "ms": round(median(waits), 1), "server_cpu_ms": round(median(costs), 1), "bytes_to_each": round(median(bytes_) / listeners),
            "told_to_come_back": round(median(back)),
        }  # fmt: skip
    waits = []
    for _ in range(rounds):  # one question, whatever it costs
        begun = time.perf_counter()
        await alice.ask("rights.preview", place=founded.space, rows=[teachers, {"subject": "role:pupil", "rights": ["read"]}])
        waits.append((time.perf_counter() - begun) * 1000)
    told["preview_of_the_root_ms"] = round(median(waits), 1)
    begun = time.perf_counter()
    await alice.ask("folder.make", space=founded.space, title="One more")
    told["folder_make_ms"] = round((time.perf_counter() - begun) * 1000, 1)
    for client in (*listening.clients, alice):
        client.close()
    return told


def run(founded: Founded, *, quick: bool = False, places: int = PLACES, listeners: int = 20) -> dict[str, Any]:
    """The benchmark."""
    own = plant(founded, places, TABLES)
    rounds = 3 if quick else 9
    server = serve(founded, most_places=str(places * 2))
    try:
        screens = asyncio.run(first_screens(server.port, server.pid, founded, rounds))
        changed = asyncio.run(changes(server.port, server.pid, founded, own, listeners, rounds))
    finally:
        server.stop()
    return {"places": places, "own_tables": len(own), "first_screen": screens, "one_change_of_rights": changed}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true")
    options.add_argument("--places", type=int, default=PLACES)
    options.add_argument("--listeners", type=int, default=20)
    options.add_argument("--people", type=int, default=20)
    given = options.parse_args()
    with workplace() as path:
        show(run(found(path / "data", given.people), quick=given.quick, places=given.places, listeners=given.listeners))


if __name__ == "__main__":
    main()
