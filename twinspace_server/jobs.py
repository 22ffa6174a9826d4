"""Jobs: work for later, put into the table in the same unit as the change that asks for it, done by a worker in each process.

Features put them and register handlers; only the roof knows them all and starts the `Worker`. A job runs at least once: a
handler must bear being run again. A job that keeps failing is buried, visibly, never dropped. What stands in `last_error` and
in the log is the class of the error only, because messages may hold what people wrote.
"""

import asyncio
import contextlib
import json
import logging
import random
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import BigInteger, Column, Index, Table, Text, bindparam, func, or_, select, update

from . import ids
from .clock import Clock
from .errors import Hopeless
from .storage.hot import Hot, upsert
from .storage.store import Db, Lock, Store, Unit
from .storage.tables import metadata

T = TypeVar("T")

log = logging.getLogger(__name__)

HOUSE = "house"
"""The lane of what belongs to no space."""
LEASE_MS = 60_000
"""A worker that dies lets its jobs lie this long; a living one renews in time."""
TRIES = 8
PAUSE_MS = 5_000
"""After the first failure; each further one waits four times as long, up to an hour."""
LONGEST_PAUSE_MS = 3_600_000
LOOK_SECONDS = 5.0
"""How often a worker looks for jobs that another process put."""

Handler = Callable[[dict[str, Any]], Awaitable[None]]

jobs = Table(
    "jobs",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("run_at", BigInteger, nullable=False),
    Column("locked_until", BigInteger),
    Column("attempts", BigInteger, nullable=False),
    Column("dedupe", Text, unique=True),
    Column("last_error", Text),
    Column("buried_at", BigInteger),
    Index(None, "buried_at", "run_at"),
)

_insert = upsert(jobs, ["dedupe"])
_mine = (jobs.c.id == bindparam("job"), jobs.c.attempts == bindparam("attempt"))
_claim = Hot(
    update(jobs)
    .where(jobs.c.id == bindparam("job"))
    .values(locked_until=bindparam("until"), attempts=jobs.c.attempts + 1, dedupe=bindparam("key"))
)
_renew = Hot(update(jobs).where(*_mine).values(locked_until=bindparam("until")).returning(jobs.c.id))
_finish = Hot(jobs.delete().where(*_mine))
_again = Hot(
    update(jobs)
    .where(*_mine)
    .values(locked_until=None, attempts=bindparam("tries"), run_at=bindparam("moment"), last_error=bindparam("error"))
)
_bury = Hot(update(jobs).where(*_mine).values(locked_until=None, dedupe=None, last_error=bindparam("error"), buried_at=bindparam("moment")))
_next = Hot(select(func.min(jobs.c.run_at)).where(jobs.c.buried_at.is_(None), jobs.c.locked_until.is_(None)))
_buried = Hot(select(func.count()).select_from(jobs).where(jobs.c.buried_at.is_not(None)))


def put(db: Db, kind: str, payload: Mapping[str, Any], run_at: int | None = None, dedupe: str | None = None) -> bool:
    """Puts a job for the moment `run_at` (now, without one); False when one with this `dedupe` already waits.

    A job that is running no longer counts as waiting: it may have looked before your change. The payload is JSON and should
    name ids, not quote people.
    """
    row = _insert.one(
        db,
        {
            "id": ids.new(),
            "kind": kind,
            "payload": json.dumps(dict(payload)),
            "run_at": db.now() if run_at is None else run_at,
            "attempts": 0,
            "dedupe": dedupe,
        },
    )
    db.wake("jobs")
    return row is not None


def buried(db: Db) -> int:
    """How many jobs were given up; for the metrics and whoever runs the installation."""
    row = _buried.one(db)
    assert row is not None
    return int(row[0])


class _Job(NamedTuple):
    id: str
    kind: str
    payload: str
    attempt: int


class Worker:
    """Runs the jobs whose kinds have a handler here, some at a time."""

    def __init__(
        self,
        store: Store,
        handlers: Mapping[str, Handler],
        clock: Clock | None = None,
        *,
        at_once: int = 4,
        most: Mapping[str, int] | None = None,
    ) -> None:
        """`clock` is for tests; without one the database's clock counts, the same for all processes.

        Of a kind in `most` no more than so many run at once, so that what waits for other machines can't hold up the rest.
        """
        self._store = store
        self._handlers = dict(handlers)
        self._clock = clock
        self._at_once = at_once
        self._most = dict(most or {})
        self._every: dict[str, int] = {}
        self._news = asyncio.Event()
        self._running: dict[asyncio.Task[None], str] = {}
        self._task: asyncio.Task[None] | None = None
        self._stopping = False

    def every(self, kind: str, seconds: int) -> None:
        """The handler of `kind` runs about every so many seconds, in one process at a time. Say it before `start`."""
        if kind not in self._handlers:
            raise KeyError(kind)
        self._every[kind] = seconds * 1000

    async def start(self) -> None:
        """Puts the periodic jobs and begins."""
        await self._write(self._put_periodic)
        self._store.wakes["jobs"] = self.look
        self._task = asyncio.create_task(self._work())

    async def stop(self, seconds: float = 10) -> None:
        """Claims nothing more and waits for what runs; what isn't done in time is cancelled and left to run again."""
        self._stopping = True
        self._news.set()
        if self._task is not None:
            await self._task
            self._task = None
        if self._running:
            _, late = await asyncio.wait(self._running, timeout=seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def look(self) -> None:
        """Looks for due jobs at once, instead of within five seconds."""
        self._news.set()

    # --- the loop ---

    async def _work(self) -> None:
        while not self._stopping:
            self._news.clear()
            free = self._at_once - len(self._running)
            claimed: list[_Job] = []
            pause = LOOK_SECONDS
            try:
                if free > 0:
                    claimed, pause = await self._write(partial(self._take, free))
            except Exception as error:
                log.warning("jobs can't be claimed now: %s", type(error).__name__)
            for job in claimed:
                task = asyncio.create_task(self._run(job))
                self._running[task] = job.kind
                task.add_done_callback(self._done)
            if len(claimed) < free or free <= 0:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._news.wait(), pause)

    def _done(self, task: "asyncio.Task[None]") -> None:
        self._running.pop(task, None)
        self._news.set()

    def _take(self, free: int, db: Db) -> tuple[list[_Job], float]:
        """Claims what is due; and the seconds until there may be more."""
        now = self._now(db)
        claimed = self._due(db, now, [kind for kind in self._handlers if kind not in self._most], free)
        for kind, most in self._most.items():
            claimed += self._due(db, now, [kind], min(free - len(claimed), most - [*self._running.values()].count(kind)))
        row = _next.one(db)
        until_next = LOOK_SECONDS if row is None or row[0] is None else max(0.01, (row[0] - now) / 1000)
        # A job of a kind that only another process knows must not keep this one awake.
        return claimed, min(LOOK_SECONDS, until_next if claimed or until_next > 0.01 else LOOK_SECONDS)

    def _due(self, db: Db, now: int, kinds: list[str], most: int) -> list[_Job]:
        """Claims what is due of these kinds. On PostgreSQL other processes step over rows being claimed; SQLite has one writer."""
        if most <= 0:
            return []
        due = (
            select(jobs.c.id, jobs.c.kind, jobs.c.payload, jobs.c.attempts, jobs.c.dedupe)
            .where(
                jobs.c.buried_at.is_(None),
                jobs.c.run_at <= now,
                or_(jobs.c.locked_until.is_(None), jobs.c.locked_until < now),
                jobs.c.kind.in_(kinds),
            )
            .order_by(jobs.c.run_at)
            .limit(most)
        )
        claimed: list[_Job] = []
        for id_, kind, payload, attempts, dedupe in db.execute(due.with_for_update(skip_locked=True)).all():
            key = dedupe if kind in self._every else None
            _claim(db, {"job": id_, "until": now + LEASE_MS, "key": key})
            claimed.append(_Job(id_, kind, payload, attempts + 1))
        return claimed

    async def _run(self, job: _Job) -> None:
        lease = asyncio.create_task(self._keep(job))
        try:
            await self._handlers[job.kind](json.loads(job.payload))
        except asyncio.CancelledError:
            await self._finish(job, "Cancelled", attempts=job.attempt - 1, pause=0)
            raise
        except Exception as error:
            log.warning("job %s of the kind %s failed (attempt %d): %s", job.id, job.kind, job.attempt, type(error).__name__)
            tries = TRIES if isinstance(error, Hopeless) else job.attempt
            await self._finish(job, type(error).__name__, attempts=tries, pause=_pause(job.attempt))
        else:
            await self._finish(job, None, attempts=0, pause=0)
        finally:
            lease.cancel()

    async def _keep(self, job: _Job) -> None:
        while True:
            await asyncio.sleep(LEASE_MS / 3000)
            try:
                await self._write(lambda db: _renew(db, {"job": job.id, "attempt": job.attempt, "until": self._now(db) + LEASE_MS}))
            except Exception as error:
                log.warning("the lease of job %s could not be renewed: %s", job.id, type(error).__name__)

    async def _finish(self, job: _Job, error: str | None, *, attempts: int, pause: int) -> None:
        """Deletes it, sets it for later, or buries it; if not even that can be written, the lease runs out and it runs again."""
        mine = {"job": job.id, "attempt": job.attempt}

        def write(db: Db) -> None:
            now = self._now(db)
            period = self._every.get(job.kind)
            if period is not None and (error is None or pause >= period or attempts >= TRIES):
                # What comes back by itself is never buried.
                _again(db, {**mine, "tries": 0, "moment": now + period, "error": error})
            elif error is None:
                _finish(db, mine)
            elif attempts >= TRIES:
                log.error("job %s of the kind %s is buried after %d attempts: %s", job.id, job.kind, attempts, error)
                _bury(db, {**mine, "error": error, "moment": now})
            else:
                _again(db, {**mine, "tries": attempts, "moment": now + pause, "error": error})

        try:
            await self._write(write)
        except Exception as failure:
            log.warning("what came of job %s could not be written: %s", job.id, type(failure).__name__)

    def _put_periodic(self, db: Db) -> None:
        for kind in self._every:
            put(db, kind, {}, self._now(db), dedupe=f"every:{kind}")

    def _now(self, db: Db) -> int:
        return db.now() if self._clock is None else self._clock()

    async def _write(self, run: Callable[[Db], T]) -> T:
        return await self._store.write(Unit(HOUSE, run, law=Lock.NONE))


def _pause(attempt: int) -> int:
    pause = min(LONGEST_PAUSE_MS, PAUSE_MS * 4 ** (attempt - 1))
    # Jobs that failed together shouldn't all come back together.
    return int(pause * random.uniform(0.8, 1.2))
