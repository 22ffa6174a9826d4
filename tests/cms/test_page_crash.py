"""SIGKILL, cuts and reloads while three people write one page: what was acknowledged (message 100) is there, and all see one text.

The real program in a process of its own is killed and started again. Writers put numbered words at random spots of one paragraph;
lines break at random, tabs are closed and opened anew with nothing in them. Two rounds in `make test`, thirty in `make prove`.
"""

import asyncio
import random
import re
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
import websockets

from tests.cast import HASHER, Clock, World, populate, settings_for
from tests.databases import fresh_url
from tests.drivers import free_port, start_program
from tests.editors import Editor, make_page, paragraph, shared
from tests.figures import Record, tell
from twinspace_server import app
from twinspace_server.storage import migrate

BROKEN = (OSError, TimeoutError, websockets.WebSocketException)
LOOSE = {"MESSAGES_PER_SECOND": "100000", "BURST": "100000", "SOCKETS_PER_PERSON": "100", "LOG_LEVEL": "warning"}
WORD = re.compile(r"<\w+:\d+>")


@asynccontextmanager
async def founded(kind: str, directory: Path) -> AsyncIterator[tuple[str, World, str]]:
    """A migrated database with the cast and a page in it, and nobody at work on it."""
    async with fresh_url(kind, directory) as url:
        await asyncio.to_thread(migrate.upgrade, url)
        now = Clock()
        async with app.assemble(settings_for(url, directory), now=now, hasher=HASHER) as house:
            world = await populate(house, now)
            place = await make_page(world, content=[paragraph("Begin.")])
        yield url, world, place


class Writer:
    """Writes numbered words, over broken lines, killed servers and reloads."""

    def __init__(self, url: str, world: World, name: str, place: str, dice: random.Random) -> None:
        self.name, self.dice = name, dice
        self.address = (url, world[name].token, place)
        self.doc = shared()
        self.said = 0
        self.sure: set[str] = set()
        self.reloads = self.cuts = 0
        self.stopping = False
        self.editor: Editor | None = None

    async def run(self) -> None:
        while True:
            editor = self.editor = Editor(*self.address, self.doc)
            reading = None
            try:
                await editor.open()
                reading = asyncio.create_task(editor.read())
                await self._write(editor, reading)
                return
            except BROKEN:
                await asyncio.sleep(0.02)
            finally:
                if reading is not None:
                    reading.cancel()
                    await asyncio.gather(reading, return_exceptions=True)
                if editor.connection is not None:
                    await editor.connection.close()

    async def _write(self, editor: Editor, reading: "asyncio.Task[None]") -> None:
        while not (editor.synced and editor.sent and editor.saved):
            await self._breath(reading)
        # Step 2 has brought all that was here, and it is stored.
        self.sure |= set(WORD.findall(editor.text))
        said: list[tuple[int, str]] = []
        until = self.dice.randrange(20, 120)
        while not self.stopping:
            self.said += 1
            word = f"<{self.name}:{self.said}>"
            run: Any = self.doc["default"].children[0].children[0]
            run.insert(self.dice.randrange(0, 2) * len(run), word)
            await editor.flush()
            said.append((editor.sent, word))
            await self._breath(reading)
            self.sure |= {word for number, word in said if number <= editor.acknowledged}
            if len(said) >= until:
                if editor.saved and self.dice.random() < 0.5:
                    self.reloads += 1  # the tab is closed and opened anew
                    self.doc = shared()
                else:
                    self.cuts += 1
                raise OSError("cut")
        while not editor.saved:
            await self._breath(reading)

    async def _breath(self, reading: "asyncio.Task[None]") -> None:
        await asyncio.sleep(self.dice.uniform(0.001, 0.006))
        if reading.done():
            raise OSError("the line is broken")


async def _acknowledged(writers: list[Writer], more: int) -> None:
    """Wait until so many words more are acknowledged: on a busy machine that takes its time."""
    wanted = sum(len(writer.sure) for writer in writers) + more
    async with asyncio.timeout(60):
        while sum(len(writer.sure) for writer in writers) < wanted:
            await asyncio.sleep(0.05)


async def written_through_kills(kind: str, directory: Path, rounds: int) -> dict[str, Any]:
    """The whole proof; answers its figures."""
    dice = random.Random()
    with free_port() as listening:
        port = listening.getsockname()[1]
    async with founded(kind, directory) as (url, world, place):
        program = await start_program(url, directory, world, port=port, **LOOSE)
        writers = [Writer(program.url, world, name, place, random.Random(dice.random())) for name in ("alice", "bob", "pia")]
        tasks = [asyncio.create_task(writer.run()) for writer in writers]
        try:
            for _ in range(rounds):
                await asyncio.sleep(dice.uniform(0.4, 1.2))
                await _acknowledged(writers, 10)
                await program.kill()
                program = await start_program(url, directory, world, port=port, **LOOSE)
            await _acknowledged(writers, 10)
            for writer in writers:
                writer.stopping = True
            await asyncio.wait_for(asyncio.gather(*tasks), 60)
            texts = []
            for name in ("alice", "bob", "pia", "gerda"):
                fresh = Editor(program.url, world[name].token, place)
                await fresh.open()
                reading = asyncio.create_task(fresh.read())
                await fresh.until(lambda e: e.synced)
                texts.append(fresh.text)
                assert fresh.connection is not None
                await fresh.connection.close()
                await reading
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await program.stop()
    there = Counter(WORD.findall(texts[0]))
    sure = set().union(*(writer.sure for writer in writers))
    return {
        "proof": "page", "database": kind, "kills": rounds,
        "cuts": sum(w.cuts for w in writers), "reloads": sum(w.reloads for w in writers),
        "written": sum(w.said for w in writers), "acknowledged": len(sure), "lost": len(sure - set(there)),
        "doubled": sum(n > 1 for n in there.values()), "different_texts": len(set(texts)) - 1,
    }  # fmt: skip


def assert_sound(figures: dict[str, Any]) -> None:
    assert figures["acknowledged"] > 20, figures
    assert (figures["lost"], figures["doubled"], figures["different_texts"]) == (0, 0, 0), figures


async def test_three_write_one_page_through_a_killed_server(kind: str, tmp_path: Path, record_property: Record) -> None:
    figures = await written_through_kills(kind, tmp_path, 2)
    tell(record_property, figures)
    assert_sound(figures)


@pytest.mark.long
async def test_three_write_one_page_through_thirty_kills(kind: str, tmp_path: Path, record_property: Record) -> None:
    figures = await written_through_kills(kind, tmp_path, 30)
    tell(record_property, figures)
    assert_sound(figures)
