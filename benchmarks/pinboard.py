"""Moving notes on a full board, beside chat of the same rate in the same house: 500 notes, 30 listeners, several short windows in turn.

A move must cost no more CPU for each delivery than a line of chat: its event carries the one note.
"""

import argparse
import asyncio
import itertools
from dataclasses import dataclass, field
from typing import Any

import httpx2

from benchmarks.clients import Client, connect_all
from benchmarks.fanout import medians
from benchmarks.house import PASSWORD, RAISED, Founded, Process, found, median, serve, show, workplace
from benchmarks.load import SENDERS, TEXT, Room

NOTES = 500
LISTENERS = 30
MOVES_PER_S = 200
_keys = itertools.count()


@dataclass
class Board(Room):
    """The same clients at a board: what they say is where a note hangs now."""

    notes: list[str] = field(default_factory=list)

    def say(self, client: Client, length: int = TEXT) -> None:
        number = next(_keys)
        note, x, y = self.notes[number % len(self.notes)], number * 37 % 4000, number * 53 % 3000
        client.text(
            f'{{"jsonrpc":"2.0","id":{20_000_000 + number},"method":"note.move",'
            f'"params":{{"place":"{self.place}","note":"{note}","x":{x},"y":{y},"key":"move-{number}"}}}}'.encode()
        )


async def hang(port: int, founded: Founded, clients: list[Client]) -> tuple[str, list[str]]:
    """A board on which everybody may move everything, with 500 notes; each text holds one mark, as a line of chat does."""
    async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=60) as http:
        signed = (await http.post("/api/people.sign_in", json={"name": "alice", "password": PASSWORD, "token": True})).json()
        http.headers["Authorization"] = f"Bearer {signed['token']}"
        made = (await http.post("/api/pinboard.make", json={"space": founded.space, "title": "The board"})).json()
        place = str(made["place"]["id"])
        (await http.post("/api/pinboard.set", json={"place": place, "changes": "everybody"})).raise_for_status()
    notes = []
    for number in range(NOTES):
        text = f"~M{number % 100:02d}:{0:016d}~".ljust(TEXT, ".")
        answer = await clients[number % SENDERS].ask("note.pin", place=place, text=text)
        notes.append(str(answer["note"]["id"]))
    return place, notes


async def measure(server: Process, founded: Founded, runs: int, seconds: float) -> dict[str, Any]:
    tokens: list[str | None] = [founded.tokens[number % len(founded.tokens)] for number in range(LISTENERS)]
    clients = await connect_all(server.port, tokens, space=founded.space)
    place, notes = await hang(server.port, founded, clients)
    chat, board = Room(clients, server.pid, founded.place), Board(clients, server.pid, place, notes=notes)
    chat.quiet()
    for room in (chat, board):
        await room.fixed(MOVES_PER_S, 1.0)
    lines, moves = [], []
    for _ in range(runs):
        lines.append(await chat.fixed(MOVES_PER_S, seconds))
        moves.append(await board.fixed(MOVES_PER_S, seconds))
    for client in clients:
        client.close()
    for row in (*lines, *moves):  # a move carries no moment of its own, so there are no times to compare
        row["p50_ms"] = row["p99_ms"] = None
    return {
        "notes": NOTES,
        "listeners": LISTENERS,
        "per_s": MOVES_PER_S,
        "runs": runs,
        "cpu_ratio_move_to_line": round(
            median([a["cpu_s_per_million"] / b["cpu_s_per_million"] for a, b in zip(moves, lines, strict=True)]), 3
        ),
        "cpu_ratio_goal": 1.0,
        "moves": medians(moves),
        "lines": medians(lines),
    }


def run(founded: Founded, *, quick: bool = False) -> dict[str, Any]:
    """The benchmark."""
    server = serve(founded)
    try:
        return asyncio.run(measure(server, founded, 3 if quick else 7, 3.0)) | {"raised": RAISED}
    finally:
        server.stop()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true")
    given = options.parse_args()
    with workplace() as path:
        show(run(found(path / "data", LISTENERS), quick=given.quick))


if __name__ == "__main__":
    main()
