"""What holds on SQLite only: the lock file, what a commit is worth, and a disk that is full."""

import asyncio
import os
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.storage.conftest import found
from tests.storage.tables import line, metadata, said, say
from twinspace_server import errors
from twinspace_server.storage import open_store
from twinspace_server.storage.sqlite import GROUP, SqliteStore
from twinspace_server.storage.store import CannotStart, Lock, Unit


@asynccontextmanager
async def opened(directory: Path) -> AsyncIterator[SqliteStore]:
    store = open_store(f"sqlite:///{directory}/twinspace.db")
    assert isinstance(store, SqliteStore)
    await store.start()
    try:
        await store.write(Unit("house", lambda db: metadata.create_all(db.connection), law=Lock.NONE))
        await found(store, "bridge")
        yield store
    finally:
        await store.close()


async def test_commits_are_synced(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        found_ = await store.write(
            Unit("house", lambda db: [db.fetch(f"PRAGMA {name}", ())[0][0] for name in ("journal_mode", "synchronous", "foreign_keys")])
        )
    assert found_ == ["wal", 2, 1]


async def test_a_database_that_does_not_sync_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Careless(sqlite3.Cursor):
        def execute(self, sql: str, *args: Any) -> "Careless":
            return super().execute(sql.replace("synchronous=FULL", "synchronous=OFF"), *args)

    class Connection(sqlite3.Connection):
        def cursor(self, *args: Any) -> Any:
            return super().cursor(Careless)

    connect = sqlite3.dbapi2.connect
    monkeypatch.setattr(sqlite3.dbapi2, "connect", lambda *args, **more: connect(*args, **{**more, "factory": Connection}))
    store = open_store(f"sqlite:///{tmp_path}/twinspace.db")
    with pytest.raises(CannotStart, match="synchronous=0 instead of 2"):
        await store.start()
    monkeypatch.undo()
    async with opened(tmp_path):
        "the lock file was let go"


async def test_a_second_server_is_refused_with_a_sentence_until_the_first_ends(tmp_path: Path) -> None:
    async with opened(tmp_path):
        second = open_store(f"sqlite:///{tmp_path}/twinspace.db")
        with pytest.raises(CannotStart, match=r"Another TwinSpace server already uses .*\."):
            await second.start()
    async with opened(tmp_path) as third:
        assert await third.ready()


async def test_the_lock_ends_with_the_process(tmp_path: Path) -> None:
    hold = (
        "import asyncio, sys\n"
        "from twinspace_server.storage import open_store\n"
        "async def main():\n"
        "    await open_store(sys.argv[1]).start()\n"
        "    print('started', flush=True)\n"
        "    await asyncio.sleep(60)\n"
        "asyncio.run(main())\n"
    )
    url = f"sqlite:///{tmp_path}/twinspace.db"
    process = subprocess.Popen([sys.executable, "-c", hold, url], stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        assert await asyncio.to_thread(process.stdout.readline) == b"started\n"
        with pytest.raises(CannotStart, match="Another TwinSpace server"):
            await open_store(url).start()
    finally:
        process.kill()
        await asyncio.to_thread(process.wait)
        if process.stdout is not None:
            process.stdout.close()
    async with opened(tmp_path) as store:
        assert await store.ready()


async def test_a_directory_that_cannot_be_used_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotStart, match="can't be made"):
        await open_store(f"sqlite:///{tmp_path}/file/data/twinspace.db").start()
    (tmp_path / "twinspace.db").write_text("This is no database at all. " * 100)
    with pytest.raises(CannotStart, match="can't be opened"):
        await open_store(f"sqlite:///{tmp_path}/twinspace.db").start()


async def test_a_full_disk_is_answered_and_forgotten_when_there_is_room(tmp_path: Path) -> None:
    """SQLite's own bound on the file's size gives the same error as the disk, inside a statement."""
    async with opened(tmp_path) as store:
        await store.write(Unit("bridge", lambda db: say(db, "bridge", "before")))
        pages = await store.write(Unit("house", lambda db: db.fetch("PRAGMA page_count", ())[0][0]))
        await store.write(Unit("house", lambda db: db.fetch(f"PRAGMA max_page_count={pages + 4}", ())))
        answers = await asyncio.gather(
            *[store.write(line("bridge", f"{n} {'x' * 3000}")) for n in range(40)],
            return_exceptions=True,
        )
        numbers = [answer for answer in answers if isinstance(answer, int)]
        refused = [answer for answer in answers if not isinstance(answer, int)]
        assert refused
        assert {type(answer) for answer in refused} == {errors.Unavailable}
        assert len(await store.read(lambda db: said(db, "bridge"))) == 1 + len(numbers)
        await store.write(Unit("house", lambda db: db.fetch("PRAGMA max_page_count=1073741823", ())))
        assert await store.write(Unit("bridge", lambda db: say(db, "bridge", "after"))) == 2 + len(numbers)


async def test_a_commit_that_fails_refuses_the_whole_group_and_the_next_one_works(tmp_path: Path) -> None:
    class Disk:
        """The writer's connection on a disk that fills up between the statements and the commit."""

        def __init__(self, raw: sqlite3.Connection) -> None:
            self.raw, self.full = raw, False

        def __getattr__(self, name: str) -> Any:
            return getattr(self.raw, name)

        def execute(self, sql: str, *args: Any) -> sqlite3.Cursor:
            if self.full and sql == "COMMIT":
                error = sqlite3.OperationalError("database or disk is full")
                error.sqlite_errorcode = sqlite3.SQLITE_FULL
                raise error
            return self.raw.execute(sql, *args)

    async with opened(tmp_path) as store:
        disk: Any = Disk(store._raw)
        store._raw = disk
        heard: list[Any] = []
        store.on_commit = heard.extend
        disk.full = True
        units = [line("bridge", f"line {n}") for n in range(10)]
        answers = await asyncio.gather(*[store.write(unit) for unit in units], return_exceptions=True)
        assert [type(answer) for answer in answers] == [errors.Unavailable] * 10
        assert heard == []
        disk.full = False
        assert await asyncio.gather(*[store.write(unit) for unit in units]) == list(range(1, 11))
        assert len(heard) == 10


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="Only root can mount a small disk.")
async def test_a_really_full_disk(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = await asyncio.to_thread(
        subprocess.run, ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("A small disk can't be mounted here.")
    try:
        async with opened(disk) as store:
            written, refused = 0, 0
            for number in range(60):
                try:
                    await store.write(line("bridge", f"{number} {'x' * 60_000}"))
                    written += 1
                except errors.Unavailable:
                    refused += 1
            assert written
            assert refused
            await asyncio.to_thread(subprocess.run, ["mount", "-o", "remount,size=40m", str(disk)], check=True)
            await store.write(Unit("bridge", lambda db: say(db, "bridge", "after")))
            assert len(await store.read(lambda db: said(db, "bridge"))) == written + 1
    finally:
        await asyncio.to_thread(subprocess.run, ["umount", str(disk)], check=True)


async def test_what_was_answered_survives_a_kill(tmp_path: Path) -> None:
    write = (
        "import asyncio, sys\n"
        "from tests.storage.test_sqlite import opened, said, say, Unit\n"
        "from pathlib import Path\n"
        "async def one(store, n):\n"
        "    number = await store.write(Unit('bridge', lambda db: say(db, 'bridge', f'line {n}')))\n"
        "    print(number, n, flush=True)\n"
        "async def main():\n"
        "    async with opened(Path(sys.argv[1])) as store:\n"
        "        for start in range(0, 100_000, 8):\n"
        "            await asyncio.gather(*[one(store, start + n) for n in range(8)])\n"
        "asyncio.run(main())\n"
    )
    process = subprocess.Popen([sys.executable, "-c", write, str(tmp_path)], stdout=subprocess.PIPE, cwd=Path(__file__).parents[2])
    assert process.stdout is not None
    acknowledged: list[list[str]] = []
    try:
        for _ in range(400):
            acknowledged.append((await asyncio.to_thread(process.stdout.readline)).decode().split())
    finally:
        process.kill()
        rest, _ = await asyncio.to_thread(process.communicate)
    acknowledged += [line.split() for line in rest.decode().splitlines()[:-1]]
    async with opened(tmp_path) as store:
        written = await store.read(lambda db: said(db, "bridge"))
    assert all(written[int(number) - 1] == f"line {n}" for number, n in acknowledged)


async def test_a_group_is_bounded(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        commits: list[int] = []
        store.on_commit = lambda entries: commits.append(len(entries))
        count = 3 * GROUP
        await asyncio.gather(*[store.write(line("bridge", f"line {n}")) for n in range(count)])
        assert sum(commits) == count
        assert max(commits) <= GROUP
