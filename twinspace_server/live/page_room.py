"""The room of a page that is open somewhere: its document in memory, as the rows have it, and who has it open in this process.

What a unit has stored is passed on to the room (`Context.pass_on`); what another process wrote is read from the rows, and every few
seconds the rooms are held against them. A room tells its editors what is new, where the others are, and what they may. It never writes.
"""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

import pycrdt
import structlog

from twinspace_server import ids
from twinspace_server.errors import NotFound, TwinspaceError
from twinspace_server.law.rights import Right
from twinspace_server.live import awareness
from twinspace_server.live.awareness import Shown
from twinspace_server.live.frames import NO_LONGER_MEMBER
from twinspace_server.live.hub import Hub, LiveReader
from twinspace_server.live.lib0 import NotTaken, sized, taking
from twinspace_server.live.stream import Stream
from twinspace_server.live.wire import RESTARTING, binary_frame

COMPARE_SECONDS = 5.0
SYNC, UPDATE = 0, 2

logger = structlog.get_logger(__name__)

Since = Callable[[Any, str, int], Any]
"""(db, place, n): what was written after an update (`page_rows.since`), with whose each client is."""
Newest = Callable[[Any, list[str]], Mapping[str, int]]


class Editor(LiveReader):
    """What a room asks of the socket of somebody who has the page open."""

    __slots__ = ()

    edits: bool
    sending: bytes | None
    """The update that it is storing at this moment, and so needn't be told of."""

    def hello(self, edits: bool) -> None:
        """Say whether this one may edit; only who may is asked for what they have."""
        raise NotImplementedError


class PageRooms:
    """All rooms of this process."""

    def __init__(self, hub: Hub, since: Since, newest: Newest) -> None:
        self.hub = hub
        self.dispatcher = hub.dispatcher
        self.since, self.newest = since, newest
        self.rooms: dict[str, Room] = {}
        self.process = ids.new()
        self._opening: dict[str, asyncio.Task[Room]] = {}
        self.hub.passing["page"] = self._changed
        self.hub.passing["cursor"] = self._cursor

    def start(self) -> None:
        """Hold the rooms against the rows every few seconds, from now on."""
        self.hub.spawn(self._compare())

    async def room(self, place: str) -> "Room":
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
        self.sockets: set[Editor] = set()
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
