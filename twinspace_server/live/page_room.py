"""The room of a page at `/live/page/<place>`: the plain y-websocket protocol, with rights on every update.

Each update of a socket is the command `page.update` through the one door; it reaches others only once it is committed, and then
its sender gets message 100. A room holds the document in memory as the rows have it; what another process wrote is read from the
rows. Nobody without *edit* is asked for their state. Messages: 0 and 1 as y-websocket has them, 100 stored, 101 refused, 102 hello.
"""

import asyncio
import re
from collections import deque
from collections.abc import Callable, Mapping
from typing import Any

import msgspec
import pycrdt
import structlog
from starlette.websockets import WebSocket

from twinspace_server import ids
from twinspace_server.errors import Conflict, NotFound, SignedOut, TooMany, TwinspaceError, Unavailable
from twinspace_server.identity import Who
from twinspace_server.law.rights import Right
from twinspace_server.live import awareness
from twinspace_server.live.awareness import Shown
from twinspace_server.live.dispatch import Asker
from twinspace_server.live.frames import NO_LONGER_MEMBER, SIGN_IN_AGAIN, Frame, Wire, attach
from twinspace_server.live.hub import LiveReader
from twinspace_server.live.lib0 import NotTaken, Scanner, sized, taking, varuint
from twinspace_server.live.rates import Bucket
from twinspace_server.live.socket import LAST_WORDS_SECONDS, OUR_CODES, Sockets, refuse
from twinspace_server.live.stream import Stream
from twinspace_server.live.wire import RESTARTING, TOO_SLOW, binary_frame
from twinspace_server.metrics import ours

MOST_FRAME = 3 * 1024 * 1024
MOST_UPDATE = 64 * 1024
MOST_WAITING = 1_000
MOST_WAITING_BYTES = 6 * 1024 * 1024
MOST_IN_ROOM = 200
MOST_OF_ONE = 12
COMPARE_SECONDS = 5.0
SYNC, QUERY_AWARENESS, STORED, REFUSED, HELLO = 0, 3, 100, 101, 102
STEP_1, STEP_2, UPDATE = 0, 1, 2

_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")
_encode = msgspec.json.Encoder().encode
logger = structlog.get_logger(__name__)

Since = Callable[[Any, str, int], Any]
"""(db, place, n): what was written after an update (`page.updates`), with whose each client is."""
Newest = Callable[[Any, list[str]], Mapping[str, int]]


class PageRooms:
    """All rooms of this process, and the door to them."""

    def __init__(self, sockets: Sockets, since: Since, newest: Newest) -> None:
        self.sockets = sockets
        self.dispatcher = sockets.dispatcher
        self.hub = sockets.hub
        self.since, self.newest = since, newest
        self.rooms: dict[str, Room] = {}
        self.process = ids.new()
        self._opening: dict[str, asyncio.Task[Room]] = {}
        self.hub.passing["page"] = self._changed
        self.hub.passing["cursor"] = self._cursor

    def start(self) -> None:
        """Hold the rooms against the rows every few seconds, from now on."""
        self.hub.spawn(self._compare())

    async def endpoint(self, websocket: WebSocket) -> None:
        """The ASGI endpoint: session, right and bounds first, as an HTTP answer."""
        admitted = await self.sockets.admitted(websocket)
        if admitted is None:
            return
        who, language = admitted
        place = str(websocket.path_params["place"])
        try:
            if not _ID.fullmatch(place):
                raise NotFound()
            query = self.dispatcher.registry.queries["page.state"]
            told = await self.dispatcher.query("page.state", query.params(place=place), Asker(who, language=language))
            room = await self._room(place)
            if len(room.sockets) >= MOST_IN_ROOM or sum(s.person == who.person for s in room.sockets) >= MOST_OF_ONE:
                raise TooMany(code="too_many_sockets", retry_after=10)
        except TwinspaceError as error:
            await refuse(websocket, error, language)
            return
        address = websocket.client.host if websocket.client else ""
        user = {"id": who.person, "name": told.name, "school": told.school, "color": told.colour}
        socket = PageSocket(room, who, user, Asker(who, address, "", language))
        await websocket.accept()
        # What somebody who comes may have to be told at once must fit, the whole document included.
        outbox = self.dispatcher.settings.outbox_bytes + 2 * len(told.state) + 2 * MOST_UPDATE
        await attach(
            websocket, socket.opened, socket.text, socket.closed, socket.binary, socket.drained, max_size=MOST_FRAME, outbox=outbox
        )

    async def _room(self, place: str) -> "Room":
        """The room, opened once however many come together, and nobody is let in before it has read what is written."""
        task = self._opening.get(place)
        if task is None:
            room = self.rooms.get(place)
            if room is not None:
                return room
            task = self._opening[place] = asyncio.get_running_loop().create_task(self._open(place))
            task.add_done_callback(lambda _: self._opening.pop(place, None))
        return await asyncio.shield(task)

    async def _open(self, place: str) -> "Room":
        space = self.dispatcher.laws.space_of(place)
        if space is None:
            raise NotFound()
        stream = await self.hub.watch(space)
        room = Room(self, place, stream)
        self.rooms[place] = room  # from here on it hears of what is written, and reads the rows again where it is behind
        try:
            await room.read()
        except BaseException:
            room.close(RESTARTING)
            raise
        # Should nobody come in after all, it goes.
        asyncio.get_running_loop().call_later(30.0, room.left)
        return room

    def _changed(self, what: Mapping[str, Any], own: Any) -> None:
        room = self.rooms.get(what["place"])
        if room is not None:
            room.written(what["n"], own)

    def _cursor(self, what: Mapping[str, Any], _own: Any) -> None:
        room = self.rooms.get(what["place"])
        if room is not None and what["from"] != self.process:
            state = what["state"].encode() if what["state"] is not None else None
            room.show(what["client"], state, None)

    async def _compare(self) -> None:
        while True:
            await asyncio.sleep(COMPARE_SECONDS)
            places = list(self.rooms)
            try:
                numbers = await self.dispatcher.store.read(lambda db, places=places: self.newest(db, places)) if places else {}  # type: ignore[misc]
            except TwinspaceError:
                continue
            for place in places:
                room = self.rooms.get(place)
                if room is None:
                    continue
                if place not in numbers:
                    room.close(NO_LONGER_MEMBER)
                    continue
                if numbers[place] > room.n:
                    room.read_soon()
                room.refresh()
                room.fade()


class Room:
    """One page that somebody has open here: its document as of update `n`, and who listens."""

    def __init__(self, rooms: PageRooms, place: str, stream: Stream) -> None:
        self.rooms = rooms
        self.place = place
        self.stream = stream
        self.n = -1
        self.generation = ""
        self.schema = 0
        self.doc = pycrdt.Doc[Any]()
        self.bound: dict[int, str] = {}
        self.sockets: set[PageSocket] = set()
        self.shown: dict[int, Shown] = {}
        self.closed = False
        self._clock = 0
        self._reading: asyncio.Task[None] | None = None
        stream.on_law.add(self.refresh)

    # -- the document ------------------------------------------------------------------------------------------

    def written(self, n: int, own: Any) -> None:
        """An update was committed; `own` is what it is and whose, when it was in this process."""
        if n <= self.n:
            return
        if own is None or n != self.n + 1:
            self.read_soon()
            return
        data, person, clients = own
        for client in clients:
            self.bound.setdefault(client, person)
        if self._apply(data):
            self.n = n
            self._tell(data)

    def read_soon(self) -> None:
        if (self._reading is None or self._reading.done()) and not self.closed:
            self._reading = self.rooms.hub.spawn(self._catch_up())

    async def _catch_up(self) -> None:
        try:
            await self.read()
        except TwinspaceError:
            logger.warning("page_unread", retry_in=COMPARE_SECONDS)

    async def read(self) -> None:
        """Take up what the rows have and this room hasn't."""
        told = await self.rooms.dispatcher.store.read(lambda db: self.rooms.since(db, self.place, max(self.n, 0)))
        if self.closed or (told.n <= self.n and self.generation):
            return
        self.generation, self.schema = told.generation, told.schema
        self.bound.update(told.clients)
        before = self.doc.get_state()
        for data in ([told.base] if told.base else []) + [one.update for one in told.updates if one.n > self.n]:
            if not self._apply(data):
                return
        self.n = told.n
        self._tell(self.doc.get_update(before))

    def _apply(self, data: bytes) -> bool:
        try:
            with taking():
                self.doc.apply_update(data)
        except NotTaken:
            logger.exception("page_not_applied", place=self.place)
            self.close(RESTARTING)
            return False
        return True

    def _tell(self, data: bytes) -> None:
        message = binary_frame(bytes((SYNC, UPDATE)) + sized(data))
        for socket in tuple(self.sockets):
            if socket.sending is not data:
                socket.send(message)

    def nothing_new(self, data: bytes) -> bool:
        """Whether somebody's whole state brings nothing that isn't here."""
        copy = pycrdt.Doc[Any]()
        copy.apply_update(self.doc.get_update())
        whole = copy.get_state(), copy.get_update(copy.get_state())
        try:
            with taking():
                copy.apply_update(data)
        except NotTaken:
            return False
        return (copy.get_state(), copy.get_update(copy.get_state())) == whole

    # -- who may ------------------------------------------------------------------------------------------------

    def may(self, person: str) -> tuple[bool, bool]:
        """Whether this person may read, and edit, at this moment."""
        law = self.stream.law
        if law is None:
            return True, False
        standing, row = law.members.get(person), law.places.get(self.place)
        if standing is None or row is None or not law.decide(person, self.place, Right.READ).allowed:
            return False, False
        now = self.rooms.dispatcher.clock()
        edits = law.decide(person, self.place, Right.EDIT, own=row.author == person).allowed
        return True, edits and not standing.held and standing.quiet_until <= now

    def refresh(self) -> None:
        """Let go of whoever may no longer read, and tell who may edit now, or no longer."""
        for socket in tuple(self.sockets):
            reads, edits = self.may(socket.person)
            if not reads:
                socket.end(NO_LONGER_MEMBER)
            elif edits != socket.edits:
                socket.hello(edits)

    # -- cursors ------------------------------------------------------------------------------------------------

    def show(self, client: int, state: bytes | None, socket: Any) -> None:
        """Let the others see where somebody is; without a state, that they have left."""
        self._clock = max(self._clock + 1, self.rooms.dispatcher.clock())
        if state is None:
            self.shown.pop(client, None)
        else:
            until = asyncio.get_running_loop().time() + awareness.LASTS_SECONDS
            self.shown[client] = Shown(self._clock, state, until, socket)
        told = binary_frame(awareness.message([(client, self._clock, state if state is not None else b"null")]))
        for other in tuple(self.sockets):
            if other is not socket:
                other.send(told)

    def pass_on(self, client: int, state: bytes | None) -> None:
        """Tell the other processes."""
        told = state.decode() if state is not None else None
        self.rooms.hub.signal(**{"what": "cursor", "place": self.place, "client": client, "state": told, "from": self.rooms.process})

    def fade(self) -> None:
        """Those of other processes who haven't been heard of are gone."""
        now = asyncio.get_running_loop().time()
        for client in [client for client, shown in self.shown.items() if shown.socket is None and shown.until < now]:
            self.show(client, None, None)

    # -- coming and going ---------------------------------------------------------------------------------------

    def left(self) -> None:
        """The last one out lets it go."""
        if not self.sockets and not self.closed:
            self.close(RESTARTING)

    def close(self, code: int) -> None:
        if self.closed:
            return
        self.closed = True
        self.rooms.rooms.pop(self.place, None)
        self.stream.on_law.discard(self.refresh)
        self.rooms.hub.release(self.stream)
        for socket in tuple(self.sockets):
            socket.end(code)


class PageSocket(LiveReader):
    """One open editor, or reader, of a page."""

    __slots__ = (
        "_bucket",
        "_ended",
        "_queue",
        "_size",
        "_wire",
        "_working",
        "asker",
        "client",
        "edits",
        "page",
        "person",
        "refused",
        "sending",
        "stored",
        "user",
        "who",
    )  # fmt: skip

    def __init__(self, room: Room, who: Who, user: Mapping[str, Any], asker: Asker) -> None:
        self.page, self.who, self.person, self.user, self.asker = room, who, who.person, user, asker
        self.client: int | None = None
        self.edits = False
        self.refused = False
        self.stored = 0
        self.sending: bytes | None = None
        settings = room.rooms.dispatcher.settings
        self._bucket = Bucket(settings.messages_per_second, settings.burst, asyncio.get_running_loop().time())
        self._wire: Wire | None = None
        self._queue: deque[tuple[int, bytes]] = deque()
        self._size = 0
        self._working = False
        self._ended = False

    # -- the wire's callbacks -----------------------------------------------------------------------------------

    def opened(self, wire: Wire) -> None:
        self._wire = wire
        ours().sockets.inc()
        self.page.rooms.sockets.count(self.person, 1)
        if self.page.closed:
            wire.close(RESTARTING)
            return
        self.page.sockets.add(self)
        reads, edits = self.page.may(self.person)
        if not reads:
            self.end(NO_LONGER_MEMBER)
            return
        self.hello(edits)
        if self.page.shown:
            self.send(binary_frame(awareness.message([(c, s.clock, s.state) for c, s in self.page.shown.items()])))
        self.page.rooms.hub.spawn(self._attend())

    async def _attend(self) -> None:
        try:
            if not await self.page.rooms.hub.attend(self):
                self.end(SIGN_IN_AGAIN)
        except TwinspaceError:
            self.end(RESTARTING)

    def hello(self, edits: bool) -> None:
        """Say whether this one may edit; only who may is asked for what they have."""
        self.edits = edits
        told = {"generation": self.page.generation, "schema": self.page.schema, "edit": edits, "max_update": MOST_UPDATE}
        self._say(HELLO, _encode(told))
        if edits:
            self.send(binary_frame(bytes((SYNC, STEP_1)) + sized(self.page.doc.get_state())))

    def text(self, _data: bytes) -> None:
        if self._wire is not None:
            self._wire.close(1003, "binary only")

    def binary(self, data: bytes) -> None:
        """One message of the protocol."""
        if self._ended:
            return
        try:
            scan = Scanner(data)
            kind = scan.uint()
            if kind == SYNC:
                step, payload = scan.uint(), scan.bytes()
                if not scan.done or step > UPDATE:
                    raise ValueError("more than it says")
                self._take(step, payload)
            elif kind == awareness.MESSAGE:
                self._hear(scan.bytes())
            elif kind == QUERY_AWARENESS:
                self.send(binary_frame(awareness.message([(c, s.clock, s.state) for c, s in self.page.shown.items()])))
        except ValueError:
            self.refuse("bad_update")

    def drained(self) -> None:
        """Nothing waits for that."""

    def closed(self, code: int) -> None:
        ours().sockets.dec()
        if code in OUR_CODES:
            ours().sockets_closed.labels(str(code)).inc()
        self._ended = True
        rooms, room = self.page.rooms, self.page
        rooms.sockets.count(self.person, -1)
        room.sockets.discard(self)
        rooms.hub.depart(self, {})
        self._queue.clear()
        if self.client is not None and self.client in room.shown and room.shown[self.client].socket is self:
            room.show(self.client, None, self)
            room.pass_on(self.client, None)
        if not room.sockets:
            asyncio.get_running_loop().call_later(1.0, room.left)

    # -- what the hub asks --------------------------------------------------------------------------------------

    def send(self, frame: Frame) -> None:
        if self._wire is not None:
            self._wire.write(frame)

    def lost(self, space: str) -> None:
        self.end(NO_LONGER_MEMBER)

    def end(self, code: int) -> None:
        if not self._ended:
            self._ended = True
            self._queue.clear()
            asyncio.get_running_loop().call_later(LAST_WORDS_SECONDS, self._close, code)

    def _close(self, code: int) -> None:
        if self._wire is not None:
            self._wire.close(code)

    async def room(self) -> bool:
        return not self._ended

    # -- updates ------------------------------------------------------------------------------------------------

    def _take(self, step: int, payload: bytes) -> None:
        """One after the other: what a socket sends builds on what it has sent before."""
        if self.refused and step != STEP_1:
            return
        self._queue.append((step, payload))
        self._size += len(payload)
        if len(self._queue) > MOST_WAITING or self._size > MOST_WAITING_BYTES:
            self.end(TOO_SLOW)
        elif not self._working:
            self._working = True
            self.page.rooms.hub.spawn(self._work())

    async def _work(self) -> None:
        try:
            while self._queue and not self._ended:
                step, payload = self._queue.popleft()
                self._size -= len(payload)
                if step == STEP_1:
                    self._answer(payload)
                elif not self.refused:
                    await self._store(step, payload)
        finally:
            self._working = False

    def _answer(self, vector: bytes) -> None:
        """What this one doesn't have yet."""
        try:
            missing = self.page.doc.get_update(_checked(vector))
        except ValueError:
            self.refuse("bad_update")
            return
        self.send(binary_frame(bytes((SYNC, STEP_2)) + sized(missing)))

    async def _store(self, step: int, data: bytes) -> None:
        rooms = self.page.rooms
        if step == UPDATE and len(data) > MOST_UPDATE:
            self.refuse("too_large")
            return
        if step == STEP_2 and self.edits and self.page.nothing_new(data):
            self._stored()
            return
        while not self._bucket.take(asyncio.get_running_loop().time()):  # noqa: ASYNC110 - a bucket fills by time alone
            await asyncio.sleep(0.05)
        self.sending = data
        try:
            command = rooms.dispatcher.registry.commands["page.update"]
            if not 2 <= len(data) <= 2 * 1024 * 1024:
                raise Conflict(code="too_large" if data else "bad_update")
            await rooms.dispatcher.ask("page.update", command.params(place=self.page.place, update=data), self.asker)  # type: ignore[call-arg]
        except SignedOut:
            self.end(SIGN_IN_AGAIN)
        except NotFound:
            self.end(NO_LONGER_MEMBER)
        except (Unavailable, TooMany):
            self.end(RESTARTING)
        except TwinspaceError as error:
            self.refuse(error.kind, [reason.code for reason in error.why])
        except Exception:
            logger.exception("page_not_stored", ref=ids.tag())
            self.end(RESTARTING)
        else:
            self._stored()
        finally:
            self.sending = None

    def _stored(self) -> None:
        self.stored += 1
        self._say(STORED, varuint(self.stored) + self.page.doc.get_state())

    def refuse(self, code: str, why: list[str] | None = None) -> None:
        """Nothing more is taken from this socket: what it sends next builds on what was refused."""
        if not self.refused and not self._ended:
            self.refused = True
            self._say(REFUSED, _encode({"code": code, "why": why or [], "kept": self.stored}))

    def _say(self, kind: int, payload: bytes) -> None:
        self.send(binary_frame(varuint(kind) + payload))

    # -- where one is -------------------------------------------------------------------------------------------

    def _hear(self, payload: bytes) -> None:
        """Only a client's own cursor is taken."""
        if not self._bucket.take(asyncio.get_running_loop().time()):
            return
        room = self.page
        for client, clock, told in awareness.said(payload):
            if self.client is None and client < 2**32 and client not in room.shown and room.bound.get(client, self.person) == self.person:
                self.client = client
            if client != self.client:
                continue
            try:
                there, cursor = awareness.cursor_in(told)
            except ValueError:
                continue
            state = awareness.state_of(self.user, cursor) if there else None
            room.show(client, state, self)
            room.pass_on(client, state)
            # With its own clock it changes nothing there, and shows that the line is alive.
            self.send(binary_frame(awareness.message([(client, clock, state or b"null")])))


def _checked(vector: bytes) -> bytes:
    """A state vector that pycrdt takes as it is meant."""
    scan = Scanner(vector)
    for _ in range(scan.uint()):
        client, clock = scan.uint(), scan.uint()
        if client >= 2**53 or clock >= 2**31:
            raise ValueError("no state vector")
    if not scan.done:
        raise ValueError("more than it says")
    return vector
