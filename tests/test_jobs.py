"""Jobs: put in a unit, run at least once, again after failures, in several processes, and buried visibly."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import select

from tests.databases import fresh_url
from twinspace_server import jobs
from twinspace_server.jobs import HOUSE, Handler, Worker, put
from twinspace_server.storage import open_store
from twinspace_server.storage.store import Db, Lock, Store, Unit
from twinspace_server.storage.tables import metadata


@pytest_asyncio.fixture
async def url(kind: str, tmp_path: Path) -> AsyncIterator[str]:
    async with fresh_url(kind, tmp_path, metadata) as fresh:
        yield fresh


@pytest_asyncio.fixture
async def store(url: str) -> AsyncIterator[Store]:
    store = open_store(url)
    await store.start()
    yield store
    await store.close()


class Hands:
    """A handler that remembers what it was given, and fails as often as it is told to."""

    def __init__(self, failures: int = 0) -> None:
        self.seen: list[dict[str, Any]] = []
        self.failures = failures

    async def __call__(self, payload: dict[str, Any]) -> None:
        self.seen.append(payload)
        if self.failures > 0:
            self.failures -= 1
            raise ValueError("pia wrote something private")


class Clock:
    def __init__(self) -> None:
        self.now = 1_000_000

    def __call__(self) -> int:
        return self.now


async def write(store: Store, run: Callable[[Db], Any]) -> Any:
    return await store.write(Unit(HOUSE, run, law=Lock.NONE))


async def rows(store: Store) -> list[dict[str, Any]]:
    return await store.read(lambda db: [dict(row._mapping) for row in db.execute(select(jobs.jobs)).all()])


async def until(true: Callable[[], bool], seconds: float = 5) -> None:
    async with asyncio.timeout(seconds):
        while not true():
            await asyncio.sleep(0.005)


async def gone(store: Store) -> None:
    async with asyncio.timeout(5):
        while await rows(store):
            await asyncio.sleep(0.005)


async def test_a_job_is_done_soon_after_its_unit_committed_and_then_gone(store: Store) -> None:
    hands = Hands()
    worker = Worker(store, {"letter": hands})
    await worker.start()
    started = asyncio.get_running_loop().time()
    await write(store, lambda db: put(db, "letter", {"to": "milo"}))
    await until(lambda: hands.seen == [{"to": "milo"}])
    assert asyncio.get_running_loop().time() - started < 1
    await gone(store)
    await worker.stop()


async def test_a_job_of_a_unit_that_failed_never_was(store: Store) -> None:
    def run(db: Db) -> None:
        put(db, "letter", {})
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        await write(store, run)
    assert await rows(store) == []


async def test_a_failing_job_comes_back_with_growing_pauses_and_is_buried_at_last(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    hands, clock = Hands(failures=100), Clock()
    worker = Worker(store, {"letter": hands}, clock)
    await write(store, lambda db: put(db, "letter", {"to": "milo"}, clock.now, dedupe="milo"))
    await worker.start()
    pauses = []
    for tries in range(1, jobs.TRIES + 1):
        await until(lambda tries=tries: len(hands.seen) == tries)  # type: ignore[misc]
        async with asyncio.timeout(5):
            while (row := (await rows(store))[0])["locked_until"] is not None:
                await asyncio.sleep(0.005)
        if tries < jobs.TRIES:
            pauses.append(row["run_at"] - clock.now)
            clock.now = row["run_at"]
            worker.look()
    assert pauses[0] >= 4000
    assert pauses == sorted(pauses[:5]) + pauses[5:]
    assert pauses[-1] <= 1.2 * jobs.LONGEST_PAUSE_MS
    assert row["buried_at"] == clock.now
    assert row["dedupe"] is None
    assert row["last_error"] == "ValueError"
    assert "private" not in caplog.text
    assert await store.read(jobs.buried) == 1
    clock.now += 10 * jobs.LONGEST_PAUSE_MS
    worker.look()
    await asyncio.sleep(0.05)
    assert len(hands.seen) == jobs.TRIES
    await worker.stop()


async def test_a_job_for_later_waits_for_its_moment(store: Store) -> None:
    hands, clock = Hands(), Clock()
    worker = Worker(store, {"letter": hands}, clock)
    await worker.start()
    await write(store, lambda db: put(db, "letter", {}, clock.now + 60_000))
    await asyncio.sleep(0.05)
    assert hands.seen == []
    clock.now += 60_000
    worker.look()
    await until(lambda: len(hands.seen) == 1)
    await worker.stop()


async def test_the_same_key_waits_once_but_a_running_job_does_not_count(store: Store) -> None:
    started, go = asyncio.Event(), asyncio.Event()
    seen: list[dict[str, Any]] = []

    async def slow(payload: dict[str, Any]) -> None:
        seen.append(payload)
        started.set()
        await go.wait()

    assert await write(store, lambda db: put(db, "index", {"n": 1}, dedupe="place 7"))
    assert not await write(store, lambda db: put(db, "index", {"n": 2}, dedupe="place 7"))
    worker = Worker(store, {"index": slow})
    await worker.start()
    await started.wait()
    assert await write(store, lambda db: put(db, "index", {"n": 3}, dedupe="place 7"))
    go.set()
    await until(lambda: seen == [{"n": 1}, {"n": 3}])
    await gone(store)
    await worker.stop()


async def test_a_dead_workers_job_is_taken_over_when_its_lease_is_over(store: Store) -> None:
    clock = Clock()
    never = asyncio.Event()

    async def hang(payload: dict[str, Any]) -> None:
        await never.wait()

    dead = Worker(store, {"letter": hang}, clock)
    await write(store, lambda db: put(db, "letter", {}, clock.now))
    await dead.start()
    async with asyncio.timeout(5):
        while (await rows(store))[0]["locked_until"] is None:
            await asyncio.sleep(0.005)
    hands = Hands()
    heir = Worker(store, {"letter": hands}, clock)
    await heir.start()
    await asyncio.sleep(0.05)
    assert hands.seen == []
    clock.now += jobs.LEASE_MS + 1
    heir.look()
    await until(lambda: len(hands.seen) == 1)
    await gone(store)
    never.set()
    await dead.stop()
    await heir.stop()


async def test_stopping_waits_then_cancels_and_leaves_the_job_for_the_next(store: Store) -> None:
    started = asyncio.Event()

    async def hang(payload: dict[str, Any]) -> None:
        started.set()
        await asyncio.Event().wait()

    worker = Worker(store, {"letter": hang})
    await worker.start()
    await write(store, lambda db: put(db, "letter", {}))
    await started.wait()
    await worker.stop(seconds=0.05)
    (row,) = await rows(store)
    assert (row["locked_until"], row["attempts"], row["last_error"]) == (None, 0, "Cancelled")
    hands = Hands()
    after = Worker(store, {"letter": hands})
    await after.start()
    await until(lambda: len(hands.seen) == 1)
    await after.stop()


async def test_a_kind_without_a_handler_here_is_left_alone(store: Store) -> None:
    await write(store, lambda db: put(db, "other", {}))
    worker = Worker(store, {"letter": Hands()})
    await worker.start()
    before = store.statements
    await asyncio.sleep(0.2)
    assert store.statements - before < 10
    assert len(await rows(store)) == 1
    await worker.stop()


async def test_periodic_jobs_come_back_also_after_failures_and_restarts(store: Store) -> None:
    hands, clock = Hands(failures=1), Clock()
    for _ in range(2):
        worker = Worker(store, {"sweep": hands}, clock)
        worker.every("sweep", 60)
        await worker.start()
        for _ in range(3):
            wanted = len(hands.seen) + 1
            clock.now += 60_000
            worker.look()
            await until(lambda wanted=wanted: len(hands.seen) >= wanted)  # type: ignore[misc]
            async with asyncio.timeout(5):
                while (await rows(store))[0]["locked_until"] is not None:
                    await asyncio.sleep(0.005)
        await worker.stop()
    (row,) = await rows(store)
    assert (row["dedupe"], row["buried_at"], row["attempts"]) == ("every:sweep", None, 0)


async def test_several_processes_share_the_work_and_nothing_is_done_twice(tmp_path: Path) -> None:
    async with fresh_url("postgresql", tmp_path, metadata) as url:
        stores = [open_store(url) for _ in range(3)]
        done: list[tuple[int, int]] = []

        def hands(number: int) -> Handler:
            async def handle(payload: dict[str, Any]) -> None:
                await asyncio.sleep(0.001)
                done.append((number, payload["n"]))

            return handle

        for store in stores:
            await store.start()
        for n in range(150):
            await write(stores[0], lambda db, n=n: put(db, "letter", {"n": n}))  # type: ignore[misc]
        workers = [Worker(store, {"letter": hands(number)}) for number, store in enumerate(stores)]
        for worker in workers:
            await worker.start()
        await until(lambda: len(done) >= 150, 20)
        await asyncio.gather(*[worker.stop() for worker in workers])
        assert sorted(n for _, n in done) == list(range(150))
        assert len({number for number, _ in done}) == 3
        for store in stores:
            await store.close()
