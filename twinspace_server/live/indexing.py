"""The full text follows the log: what events bring is put into the index a moment later, gathered by space.

In the unit itself it would cost a line of chat a third more (docs/decisions). Until then, and after a crash, the index is only
behind, never wrong: whatever it proposes is loaded again before anybody sees it. `Indexer` runs in each process, for what that
process has committed; `step` is one unit of it. Whatever kind of item says which words it has is found; nothing here knows a subject.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any

import structlog
from sqlalchemy import literal, select, union_all, update

from twinspace_server.errors import TwinspaceError
from twinspace_server.law.places import spaces as all_spaces
from twinspace_server.law.rights import Audience
from twinspace_server.live import log
from twinspace_server.live.feature import Ref, Registry
from twinspace_server.live.log import Entry, Loaded
from twinspace_server.storage import fulltext
from twinspace_server.storage.hot import upsert
from twinspace_server.storage.store import Db, Store

GATHER_SECONDS = 0.5
AGAIN_SECONDS = 10.0
MOST = 500
"""Entries of the log, or items, in one unit."""

logger = structlog.get_logger(__name__)
_known = fulltext.spaces.c
_BEGIN = upsert(fulltext.spaces, ["space"])


def step(db: Db, registry: Registry, space: str) -> tuple[bool, bool]:
    """Bring the index of a space nearer to its log. Answers whether there is more to do, and whether words were taken out."""
    row = db.execute(select(_known.seq, _known.building).where(_known.space == space).with_for_update()).first()
    if row is None:
        head, _ = log.head(db, space)
        _BEGIN(db, {"space": space, "seq": head, "building": ""})
    seq, building = row if row is not None else (head, "")
    if building is not None:
        return _build(db, registry, space, building), False
    entries = log.read(db, registry, space, seq, MOST)
    removed = index(db, registry, entries)
    # The log may have been swept since: then nothing is left to read of what is behind.
    upto = entries[-1].seq if entries else log.head(db, space)[0]
    db.execute(update(fulltext.spaces).where(_known.space == space).values(seq=upto))
    return len(entries) == MOST, removed


def _build(db: Db, registry: Registry, space: str, after: str) -> bool:
    """Put in what was there before the index followed this space, the oldest first."""
    kinds = [kind for kind in registry.items.values() if kind.words is not None and kind.every is not None]
    parts = [
        select(literal(kind.name).label("kind"), kind.every.label("id")).where(kind.every.table.c.space == space, kind.every > after)
        for kind in kinds if kind.every is not None
    ]  # fmt: skip
    every = union_all(*parts).subquery()
    rows = db.execute(select(every.c.kind, every.c.id).order_by(every.c.id).limit(MOST)).fetchall()
    loaded = {(x.kind.name, x.name): x for x in log.load(db, registry, [Ref(row[0], row[1]) for row in rows])}
    for row in rows:
        if (row[0], row[1]) in loaded:
            put(db, space, loaded[row[0], row[1]])
    more = len(rows) == MOST
    db.execute(update(fulltext.spaces).where(_known.space == space).values(building=rows[-1][1] if more else None))
    return True  # what happened meanwhile stands in the log


def index(db: Db, registry: Registry, entries: Iterable[Entry]) -> bool:
    """Put what these entries brought into the index; whether something was taken out of it."""
    removed = False
    for entry in entries:
        for lost in entry.lost:
            kind = registry.items[lost.gone.kind]
            if kind.words is not None and not kind.load(db, [lost.gone.id]):
                removed |= fulltext.empty(db, kind.name, lost.gone.id)
        for loaded in entry.loaded:
            if loaded.kind.words is not None:
                removed |= put(db, entry.space, loaded)
    return removed


def put(db: Db, space: str, loaded: Loaded) -> bool:
    """Put one item in, or take it out when it has no words (True, if it had)."""
    words = loaded.kind.words(loaded.item) if loaded.kind.words is not None else None
    if not words:
        return fulltext.empty(db, loaded.kind.name, loaded.name)
    audience = _audience(loaded.audience)
    fulltext.put(db, loaded.kind.name, loaded.name, space=space, place=loaded.place or space, audience=audience, words=words)
    return False


def _audience(audience: Audience) -> str:
    if audience.everybody:
        return ""
    return f" {' '.join([*(['staff'] if audience.staff else []), *sorted(audience.persons)])} "


def behind(db: Db) -> list[str]:
    """The spaces whose log is ahead of the index, or that are not in it yet."""
    query = (
        select(log.heads.c.space)
        .join(all_spaces, all_spaces.c.id == log.heads.c.space)
        .outerjoin(fulltext.spaces, _known.space == log.heads.c.space)
        .where(all_spaces.c.kind == "project", (_known.space.is_(None)) | (_known.seq < log.heads.c.seq) | (_known.building.is_not(None)))
    )
    return [row[0] for row in db.execute(query)]


class Indexer:
    """Takes up what this process commits. `run` does one step of a space and answers whether there is more to do."""

    def __init__(self, store: Store, registry: Registry, run: Callable[[str], Awaitable[bool]]) -> None:
        self._store = store
        self._run = run
        self._worded = {kind.name for kind in registry.items.values() if kind.words is not None}
        self._waiting: set[str] = set()
        self._something = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def committed(self, entries: Sequence[Entry]) -> None:
        """Called in the loop after a commit; costs nothing where no words were brought."""
        for entry in entries:
            if entry.space not in self._waiting and any(name in self._worded for name in _kinds(entry)):
                self._waiting.add(entry.space)
                self._something.set()

    async def start(self) -> None:
        """Take up what was left over, then what comes."""
        self._task = asyncio.create_task(self._work())

    async def stop(self) -> None:
        """What is left is taken up at the next start."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _work(self) -> None:
        try:
            self._waiting.update(await self._store.read(behind))
        except TwinspaceError:
            logger.warning("index_unread")
        while True:
            if not self._waiting:
                self._something.clear()
                await self._something.wait()
            await asyncio.sleep(GATHER_SECONDS)
            spaces, self._waiting = self._waiting, set()
            for space in spaces:
                await self._follow(space)

    async def _follow(self, space: str) -> None:
        try:
            more = True
            while more:
                more = await self._run(space)
        except Exception as error:
            logger.warning("index_behind", space=space, error=type(error).__name__, retry_in=AGAIN_SECONDS)
            await asyncio.sleep(AGAIN_SECONDS)
            self._waiting.add(space)


def _kinds(entry: Entry) -> Iterable[Any]:
    yield from (loaded.kind.name for loaded in entry.loaded)
    yield from (lost.gone.kind for lost in entry.lost)
