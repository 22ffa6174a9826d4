"""The hub: what one process knows of who listens to what, fed by its own commits, the broker's pokes and the log.

Entries written in this process come with their items; for all others a poke names a number and the log is read up to it.
The log is the truth: a lost poke costs seconds (`compare`), never a message. Sockets call `attend`, `listen` and `leave`;
dispatch never calls the hub, the store does, after each commit.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from time import monotonic
from typing import Any

import msgspec
import structlog
from sqlalchemy import select

from twinspace_server import identity
from twinspace_server.broker.promise import Broker
from twinspace_server.errors import TwinspaceError, Unavailable
from twinspace_server.identity import Who
from twinspace_server.law.rights import Law
from twinspace_server.live import log
from twinspace_server.live.dispatch import Dispatcher
from twinspace_server.live.feature import Params, Passing
from twinspace_server.live.frames import SIGN_IN_AGAIN, frame
from twinspace_server.live.log import Entry
from twinspace_server.live.stream import Group, Kept, Listener, Stream, joined
from twinspace_server.metrics import ours
from twinspace_server.storage.store import Db

GAP_SECONDS = 0.02
COMPARE_SECONDS = 5.0
AWAY_ENTRIES = 1_000
REPLAY_CHUNK = 32_000
TRIES = 8

logger = structlog.get_logger(__name__)


class LiveReader:
    """What the hub asks of a socket: its session, a way to write, and how much may be written now."""

    __slots__ = ()

    who: Who
    person: str

    def send_large(self, frames: Sequence[Any]) -> None:
        """Send what must arrive whole, and may be more than a reader may fall behind."""
        for one in frames:
            self.send(one)

    def send(self, frame: Any) -> None:
        raise NotImplementedError

    def lost(self, space: str) -> None:
        raise NotImplementedError

    def end(self, code: int) -> None:
        """Hear nothing more from this moment, and close as soon as the answer to a running call is out."""
        raise NotImplementedError

    async def room(self) -> bool:
        """Wait until a replay may write on; False when the socket is gone."""
        raise NotImplementedError


class Hub:
    """One to a process."""

    def __init__(self, dispatcher: Dispatcher, broker: Broker) -> None:
        self.dispatcher = dispatcher
        self.broker = broker
        self.streams: dict[str, Stream] = {}
        self.readers: dict[str, set[LiveReader]] = {}
        self.on_signal: Callable[[Mapping[str, Any]], None] = lambda _signal: None
        self.passing: dict[str, Callable[[Mapping[str, Any], Any], None]] = {}
        """Who takes what passes (`feature.Passing`), by its `what`; from another process it comes without its `own`."""
        self.on_gap: Callable[[], None] = lambda: None
        self.on_entries: Callable[[list[Entry]], None] = lambda _entries: None
        self.on_news: Callable[[str, int], None] = lambda _space, _seq: None
        """Something was written in a space, by whichever process; before the writer is answered, if it was this one."""
        self.on_lost_news: Callable[[], None] = lambda: None
        self._dirty: list[Group] = []
        self._reading: dict[str, asyncio.Task[None]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._closing = False

    # -- life ------------------------------------------------------------------------------------------------

    async def start(self) -> None:
        """Begin to hear the store and the broker."""
        self.dispatcher.store.on_commit = self.committed
        await self.broker.start(self.poked, self._signalled, self._gap)
        self.spawn(self._compare())

    async def close(self) -> None:
        """Stop hearing; sockets are closed by the server (1012)."""
        self._closing = True
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.broker.close()

    def spawn(self, work: Any) -> asyncio.Task[None]:
        """A task that is kept until it ends."""
        task: asyncio.Task[None] = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    # -- what comes in ---------------------------------------------------------------------------------------

    def committed(self, told: list[Entry | Passing]) -> None:
        """The store's call after a commit of this process: deliver, then tell the other processes."""
        entries = [one for one in told if isinstance(one, Entry)]
        if len(entries) < len(told):
            for one in told:
                if isinstance(one, Passing):
                    self._pass(one.what, one.own)
                    self.signal(**one.what)
        newest: dict[str, int] = {}
        ours().events.inc(len(entries))
        for entry in entries:
            newest[entry.space] = entry.seq
            stream = self.streams.get(entry.space)
            if stream is not None:
                if stream.offer(entry):
                    asyncio.get_running_loop().call_later(GAP_SECONDS, self._still_missing, entry.space)
                self._heed(entry)
        self.on_entries(entries)
        for space, seq in newest.items():
            self.on_news(space, seq)
        self.broker.poke(list(newest.items()))

    def poked(self, space: str, seq: int) -> None:
        """Another process has written up to `seq`."""
        self.on_news(space, seq)
        stream = self.streams.get(space)
        if stream is None or stream.seen is None or seq <= stream.seen:
            return
        stream.wanted = max(stream.wanted, seq)
        self._read_soon(space)

    def signal(self, **what: Any) -> None:
        """Tell the other processes something passing."""
        self.broker.signal(msgspec.json.encode(what))

    def _signalled(self, payload: bytes) -> None:
        with suppress(msgspec.DecodeError):
            what = msgspec.json.decode(payload)
            if what.get("what") in self.passing:
                self._pass(what, None)
            else:
                self.on_signal(what)

    def _pass(self, what: Mapping[str, Any], own: Any) -> None:
        taker = self.passing.get(what["what"])
        if taker is not None:
            taker(what, own)

    def _gap(self) -> None:
        """The broker may have missed something: compare at once, and let presence look."""
        self.spawn(self._compare_now())
        self.on_gap()
        self.on_lost_news()

    def _still_missing(self, space: str) -> None:
        stream = self.streams.get(space)
        if stream is not None and stream.seen is not None and stream.ahead:
            stream.wanted = max(stream.wanted, *stream.ahead)
            ours().gaps.inc()
            self._read_soon(space)

    def _read_soon(self, space: str) -> None:
        if space not in self._reading and not self._closing:
            self._reading[space] = self.spawn(self._read(space))

    async def _read(self, space: str) -> None:
        """Read the log until nothing that was asked for is missing; what is asked meanwhile is read in the next round."""
        try:
            while (stream := self.streams.get(space)) is not None and stream.seen is not None and stream.seen < stream.wanted:
                after = stream.seen
                entries, head, law = await self.dispatcher.store.read(lambda db, after=after: self._newer(db, space, after))  # type: ignore[misc]
                if stream.seen is not None and head < stream.wanted and head <= after:
                    stream.wanted = head
                stream.catch_up(entries, min(head, entries[-1].seq if len(entries) == AWAY_ENTRIES else head), law)
                for entry in entries:
                    self._heed(entry)
        except TwinspaceError:
            logger.warning("log_unread", retry_in=COMPARE_SECONDS)
        finally:
            self._reading.pop(space, None)

    def _newer(self, db: Db, space: str, after: int) -> tuple[list[Entry], int, Law | None]:
        head, _ = log.head(db, space)
        return log.read(db, self.dispatcher.registry, space, after, AWAY_ENTRIES), head, self.dispatcher.laws.current(db, space)

    async def _compare(self) -> None:
        while True:
            await asyncio.sleep(COMPARE_SECONDS)
            await self._compare_now()
            await self._end_expired()

    async def _end_expired(self) -> None:
        """Close the sockets of sessions that have run out (a browser's may have been prolonged meanwhile)."""
        now = self.dispatcher.clock()
        due = [s for s, readers in self.readers.items() if any(reader.who.expires_at <= now for reader in readers)]
        if not due:
            return
        try:
            over = await self.dispatcher.store.read(lambda db: [s for s in due if not identity.stands(db, s, now)])
        except TwinspaceError:
            return
        for session in over:
            for reader in tuple(self.readers.get(session, ())):
                reader.end(SIGN_IN_AGAIN)

    async def _compare_now(self) -> None:
        """Hold every followed space's number against the table."""
        spaces = [s.space for s in self.streams.values() if s.seen is not None]
        for at in range(0, len(spaces), 500):
            some = spaces[at : at + 500]
            query = select(log.heads.c.space, log.heads.c.seq).where(log.heads.c.space.in_(some))
            try:
                rows = await self.dispatcher.store.read(lambda db, q=query: db.execute(q).fetchall())  # type: ignore[misc]
            except TwinspaceError:
                return
            for space, seq in rows:
                self.poked(space, seq)

    # -- what goes out ---------------------------------------------------------------------------------------

    def dirty(self, group: Group) -> None:
        """Something waits in the group: write it at the end of this turn of the loop, joined with what else comes.

        To a crowd that has just been written to, a moment later (`Group.patience`).
        """
        if not self._dirty:
            asyncio.get_running_loop().call_soon(self._flush)
        if group not in self._dirty:
            self._dirty.append(group)

    def _flush(self) -> None:
        groups, self._dirty = self._dirty, []
        now = monotonic()
        for group in groups:
            patience = group.patience(now)
            if not patience:
                group.flush()
            elif not group.patient:
                group.patient = True
                asyncio.get_running_loop().call_later(patience, group.flush)

    def _heed(self, entry: Entry) -> None:
        """Ended sessions lose their sockets, in every process."""
        if entry.event == "session.ended":
            for lost in entry.lost:
                for reader in tuple(self.readers.get(lost.gone.id, ())):
                    reader.end(SIGN_IN_AGAIN)

    # -- sockets ---------------------------------------------------------------------------------------------

    def follow(self, space: str) -> Stream:
        """The stream of a space, followed until `release`."""
        stream = self.streams.get(space)
        if stream is None:
            stream = self.streams[space] = Stream(space, self.dispatcher.registry, self.dirty)
        stream.users += 1
        return stream

    async def watch(self, space: str) -> Stream:
        """The same, with the law in force known: what a room that is no listener decides by."""
        stream = self.follow(space)
        try:
            for _ in range(TRIES):
                as_of, law = await self.dispatcher.store.read(lambda db: (log.head(db, space)[0], self.dispatcher.laws.current(db, space)))
                if law is not None and await self._reach(stream, as_of, law):
                    return stream
            raise Unavailable()
        except BaseException:
            self.release(stream)
            raise

    def release(self, stream: Stream) -> None:
        """One user less; the last one out ends it."""
        stream.users -= 1
        if stream.users == 0 and self.streams.get(stream.space) is stream:
            del self.streams[stream.space]

    async def attend(self, reader: LiveReader) -> bool:
        """A socket is open: follow its person's desk, where the end of its session is told. False when it has ended already.

        The reader is registered before the session is looked at, so that an end can't slip in between.
        """
        self.readers.setdefault(reader.who.session, set()).add(reader)
        stream = self.follow(reader.who.desk)
        now = self.dispatcher.clock()
        stands, (head, _) = await self.dispatcher.store.read(
            lambda db: (identity.stands(db, reader.who.session, now), log.head(db, reader.who.desk))
        )
        if stream.seen is None:
            stream.begin(head)
        self.poked(reader.who.desk, head)
        return stands

    def depart(self, reader: LiveReader, listeners: Mapping[str, Listener]) -> None:
        """The socket is gone."""
        for listener in listeners.values():
            self.leave(listener)
        here = self.readers.get(reader.who.session)
        if here is not None and reader in here:
            here.discard(reader)
            if not here:
                del self.readers[reader.who.session]
            desk = self.streams.get(reader.who.desk)
            if desk is not None:
                self.release(desk)

    def leave(self, listener: Listener) -> None:
        """Stop hearing a space."""
        listener.stream.leave(listener)
        self.release(listener.stream)

    async def listen(self, reader: LiveReader, params: Any, answer: Callable[[Mapping[str, Any]], None]) -> Listener | None:
        """Answer with the state of the space, or resume after the bookmark; from then on the reader hears everything.

        Nothing is missed or doubled: the answer, what the ring has past it, and the joining are one step without await.
        None when the reader went away meanwhile.
        """
        space: str = params.space
        stream = self.follow(space)
        listener = Listener(reader, stream)
        try:
            for _ in range(TRIES):
                resumed = self._resumable(stream, reader, params.bookmark)
                if resumed is not None:
                    ours().listens.labels("resumed from memory").inc()
                    answer({"fresh": False, "seq": resumed, "bookmark": params.bookmark})
                    return await self._resume(listener, resumed)
                result, as_of, law, missed = await self.dispatcher.store.read(lambda db: self._snapshot(db, reader, params))
                if not await self._reach(stream, as_of, law):
                    continue
                if missed is not None:
                    ours().listens.labels("resumed from the log").inc()
                    answer({"fresh": False, "seq": missed, "bookmark": params.bookmark})
                    return await self._resume(listener, missed)
                newer = [] if stream.seen == as_of else stream.ring.after(as_of)
                view = stream.law.view(reader.person) if stream.law is not None else None
                if newer is None or view is None:
                    continue
                ours().listens.labels("fresh").inc()
                answer(result)
                stream.listeners.add(listener)
                self._write(reader, [t for kept in newer if (t := stream.text(kept, view, reader.person)) is not None])
                stream.join(listener)
                return listener
            raise Unavailable()
        except BaseException:
            self.leave(listener)
            raise

    def _resumable(self, stream: Stream, reader: LiveReader, bookmark: str | None) -> int | None:
        """The number to go on from without reading anything, if the ring still has all that follows it."""
        mark = log.split(bookmark) if bookmark else None
        if mark is None or stream.seen is None or stream.law is None:
            return None
        seq, tag = mark
        standing = stream.law.members.get(reader.person)
        if standing is None or standing.sees_since > seq or stream.ring.tag(seq) != tag:
            return None
        return seq if stream.seen - seq <= AWAY_ENTRIES else None

    def _snapshot(self, db: Db, reader: LiveReader, params: Params) -> tuple[Mapping[str, Any], int, Law, int | None]:
        """In one read: the answer, what it is as of, the law of that moment; and the number to resume after, if that is possible."""
        query = self.dispatcher.registry.queries["space.listen"]
        context = self.dispatcher.reading(db, query, params, reader.who, params.space)  # type: ignore[attr-defined]
        (head, tag), law = context.as_of, context.rules
        mark = log.split(params.bookmark) if params.bookmark else None  # type: ignore[attr-defined]
        if mark is not None:
            seq, known = mark
            current = tag if seq == head else log.tag_at(db, params.space, seq)  # type: ignore[attr-defined]
            standing = law.members[reader.person]
            if seq <= head and current == known and standing.sees_since <= seq and head - seq <= AWAY_ENTRIES:
                return {}, head, law, seq
        result = {"fresh": True, "seq": head, "bookmark": f"{head}-{tag}", **query.handler(context, params)}
        return result, head, law, None

    async def _reach(self, stream: Stream, as_of: int, law: Law) -> bool:
        """Bring the stream at least as far as a read was; False when the law moved on meanwhile, and the read must be done again."""
        if stream.seen is None:
            stream.begin(as_of)
        for _ in range(TRIES):
            if stream.seen is not None and stream.seen >= as_of:
                break
            stream.wanted = max(stream.wanted, as_of)
            self._read_soon(stream.space)
            reading = self._reading.get(stream.space)
            if reading is not None:
                await asyncio.wait([reading])
        stream.learn(law, as_of)
        return stream.law is not None and stream.law.tag == law.tag and stream.seen is not None and stream.seen >= as_of

    async def _resume(self, listener: Listener, after: int) -> Listener | None:
        """Let it hear what it missed, then everything; None when it went away, or lost the space, meanwhile."""
        listener.stream.listeners.add(listener)
        if await self._replay(listener, after):
            return listener
        self.leave(listener)
        return None

    async def _replay(self, listener: Listener, after: int) -> bool:
        """Write what is newer than `after`, only as fast as the reader takes it, and then let the listener join."""
        stream, reader = listener.stream, listener.reader
        assert isinstance(reader, LiveReader)
        while listener in stream.listeners:
            kept = [] if stream.seen == after else stream.ring.after(after)
            if kept is None:
                newer = await self.dispatcher.store.read(lambda db, a=after: log.read(db, self.dispatcher.registry, stream.space, a, 200))  # type: ignore[misc]
                kept = [Kept(entry) for entry in newer if stream.seen is None or entry.seq <= stream.seen]
                if not kept:
                    continue
            view = stream.law.view(reader.person) if stream.law is not None else None
            if view is None or listener not in stream.listeners:
                return False
            texts: list[bytes] = []
            size = 0
            for one in kept:
                text = stream.text(one, view, reader.person)
                if text is not None:
                    texts.append(text)
                    size += len(text)
                after = one.entry.seq
                if size > REPLAY_CHUNK:
                    break
            self._write(reader, texts)
            if after == stream.seen:
                stream.join(listener)
                return True
            if not await reader.room():
                return False
        return False

    def _write(self, reader: Any, texts: list[bytes]) -> None:
        for text in joined(texts):
            reader.send(frame(text))
