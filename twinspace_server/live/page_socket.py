"""The sockets of pages at `/live/page/<place>`: the plain y-websocket protocol, with rights on every update.

Each update of a socket is the command `page.update` through the one door; it reaches others only once it is committed, and then
its sender gets message 100. Nobody without *edit* is asked for their state. Messages: 0 and 1 as y-websocket has them, 100 stored,
101 refused, 102 hello. The room behind a socket is `page_room`'s.
"""

import asyncio
import re
from collections import deque
from collections.abc import Mapping
from typing import Any

import msgspec
import structlog
from starlette.websockets import WebSocket

from twinspace_server import ids
from twinspace_server.errors import Conflict, NotFound, SignedOut, TooMany, TwinspaceError, Unavailable
from twinspace_server.identity import Who
from twinspace_server.live import awareness
from twinspace_server.live.dispatch import Asker
from twinspace_server.live.frames import NO_LONGER_MEMBER, SIGN_IN_AGAIN, Frame, Wire, attach
from twinspace_server.live.lib0 import Scanner, sized, varuint
from twinspace_server.live.page_room import SYNC, UPDATE, Editor, PageRooms, Room
from twinspace_server.live.rates import Bucket
from twinspace_server.live.socket import LAST_WORDS_SECONDS, OUR_CODES, Sockets, refuse
from twinspace_server.live.wire import RESTARTING, TOO_SLOW, binary_frame
from twinspace_server.metrics import ours

MOST_FRAME = 3 * 1024 * 1024
MOST_STATE = 2 * 1024 * 1024
"""What somebody who was away brings along in one piece: no more than `page.update` takes."""
MOST_UPDATE = 64 * 1024
MOST_WAITING = 1_000
MOST_WAITING_BYTES = 6 * 1024 * 1024
MOST_IN_ROOM = 200
MOST_OF_ONE = 12
QUERY_AWARENESS, STORED, REFUSED, HELLO = 3, 100, 101, 102
STEP_1, STEP_2 = 0, 1

_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")
_encode = msgspec.json.Encoder().encode
logger = structlog.get_logger(__name__)


class PageSockets:
    """The door to the rooms of pages."""

    def __init__(self, sockets: Sockets, rooms: PageRooms) -> None:
        self.sockets = sockets
        self.rooms = rooms

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
            query = self.sockets.dispatcher.registry.queries["page.state"]
            told = await self.sockets.dispatcher.query("page.state", query.params(place=place), Asker(who, language=language))
            room = await self.rooms.room(place)
            if len(room.sockets) >= MOST_IN_ROOM or sum(s.person == who.person for s in room.sockets) >= MOST_OF_ONE:
                raise TooMany(code="too_many_sockets", retry_after=10)
        except TwinspaceError as error:
            await refuse(websocket, error, language)
            return
        address = websocket.client.host if websocket.client else ""
        user = {"id": who.person, "name": told.name, "school": told.school, "color": told.colour}
        socket = PageSocket(self.sockets, room, who, user, Asker(who, address, "", language))
        await websocket.accept()
        # What somebody who comes may have to be told at once must fit, the whole document included.
        outbox = self.sockets.settings.outbox_bytes + 2 * len(told.state) + 2 * MOST_UPDATE
        await attach(
            websocket, socket.opened, socket.text, socket.closed, socket.binary, socket.drained, max_size=MOST_FRAME, outbox=outbox
        )


class PageSocket(Editor):
    """One open editor, or reader, of a page."""

    __slots__ = (
        "_bucket",
        "_ended",
        "_queue",
        "_size",
        "_sockets",
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

    def __init__(self, sockets: Sockets, room: Room, who: Who, user: Mapping[str, Any], asker: Asker) -> None:
        self.page, self.who, self.person, self.user, self.asker = room, who, who.person, user, asker
        self._sockets = sockets
        self.client: int | None = None
        self.edits = False
        self.refused = False
        self.stored = 0
        self.sending: bytes | None = None
        settings = sockets.settings
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
        self._sockets.count(self.person, 1)
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
        self._sockets.hub.spawn(self._attend())

    async def _attend(self) -> None:
        try:
            if not await self._sockets.hub.attend(self):
                self.end(SIGN_IN_AGAIN)
        except TwinspaceError:
            self.end(RESTARTING)

    def hello(self, edits: bool) -> None:
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
        room = self.page
        self._sockets.count(self.person, -1)
        room.sockets.discard(self)
        self._sockets.hub.depart(self, {})
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
            self._sockets.hub.spawn(self._work())

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
            command = self._sockets.dispatcher.registry.commands["page.update"]
            if not 2 <= len(data) <= MOST_STATE:
                raise Conflict(code="too_large" if len(data) > 2 else "bad_update")
            await self._sockets.dispatcher.ask("page.update", command.params(place=self.page.place, update=data), self.asker)  # type: ignore[call-arg]
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
