"""From SIGKILL to the first delivery: the server is killed while a room is alive and started again at once.

Every client tries again every 50 ms, listens from its bookmark, and the first one back says something. Counted is the
time from the kill until the first and until the last client has seen a text that was said after the kill.
"""

import argparse
import asyncio
import contextlib
import json
import signal
import time
from typing import Any

from benchmarks.clients import Client, connect
from benchmarks.house import RAISED, Founded, found, free_port, median, serve, show, workplace

GOAL_S = 2.0


class Guest:
    """A client that comes back by itself."""

    def __init__(self, token: str, port: int, founded: Founded) -> None:
        self.token, self.port, self.founded = token, port, founded
        self.client: Client | None = None
        self.bookmark = ""
        self.fresh = 0

    async def come(self) -> None:
        while True:
            try:
                client = await connect(self.port, 0, self.token)
                client.on_text = self._came
                answer = await client.ask(
                    "space.listen", space=self.founded.space, **({"bookmark": self.bookmark} if self.bookmark else {})
                )
            except (OSError, asyncio.CancelledError, TimeoutError) as why:
                task = asyncio.current_task()
                if isinstance(why, asyncio.CancelledError) and task is not None and task.cancelling():
                    raise
                await asyncio.sleep(0.05)
                continue
            self.fresh += answer["fresh"] and bool(self.bookmark)
            self.bookmark = answer["bookmark"]
            self.client = client
            return

    def _came(self, payload: bytes) -> None:
        told = json.loads(payload)
        for event in told if isinstance(told, list) else [told]:
            params = event["params"]
            self.bookmark = params.get("bookmark", self.bookmark)
            for item in params.get("put", []):
                if item.get("text", "").startswith("back "):
                    self.seen.set()

    seen: asyncio.Event


async def round_(guests: list[Guest], number: int, kill: Any) -> tuple[float, float]:
    for guest in guests:
        guest.seen = asyncio.Event()
    start = time.monotonic()
    await kill()
    coming = [asyncio.create_task(guest.come()) for guest in guests]
    done, _ = await asyncio.wait(coming, return_when=asyncio.FIRST_COMPLETED)
    first = guests[coming.index(next(iter(done)))]
    assert first.client is not None
    await first.client.ask("chat.say", place=first.founded.place, text=f"back {number}", key=f"back-{number}")
    await asyncio.wait([asyncio.create_task(guest.seen.wait()) for guest in guests], return_when=asyncio.FIRST_COMPLETED)
    earliest = time.monotonic() - start
    await asyncio.gather(*coming)
    await asyncio.wait_for(asyncio.gather(*(guest.seen.wait() for guest in guests)), 60)
    return earliest, time.monotonic() - start


def run(founded: Founded, *, clients: int = 100, rounds: int = 5) -> dict[str, Any]:
    """The benchmark."""
    port = free_port()
    servers = [serve(founded, port=str(port))]

    async def kill() -> None:
        servers[-1].stop(signal.SIGKILL)
        starting = asyncio.to_thread(serve, founded, port=str(port))
        task = asyncio.create_task(starting)
        task.add_done_callback(lambda done: servers.append(done.result()))
        tasks.append(task)

    tasks: list[asyncio.Task[Any]] = []

    async def measure() -> dict[str, Any]:
        guests = [Guest(founded.tokens[number % len(founded.tokens)], port, founded) for number in range(clients)]
        await asyncio.gather(*(guest.come() for guest in guests))
        times = []
        for number in range(rounds):
            times.append(await round_(guests, number, kill))
            await asyncio.gather(*tasks)
            await asyncio.sleep(0.2)
        for guest in guests:
            with contextlib.suppress(AttributeError):
                guest.client.close()  # type: ignore[union-attr]
        firsts, lasts = [first for first, _ in times], [last for _, last in times]
        return {
            "clients": clients,
            "rounds": rounds,
            "first_delivery_s": {"median": round(median(firsts), 2), "worst": round(max(firsts), 2)},
            "everybody_s": {"median": round(median(lasts), 2), "worst": round(max(lasts), 2)},
            "goal_first_s": GOAL_S,
            "had_to_load_anew": sum(guest.fresh for guest in guests),
        }

    try:
        return asyncio.run(measure()) | {"raised": RAISED}
    finally:
        servers[-1].stop()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--clients", type=int, default=100)
    options.add_argument("--people", type=int, default=50)
    given = options.parse_args()
    with workplace() as path:
        show(run(found(path / "data", given.people), clients=given.clients))


if __name__ == "__main__":
    main()
