"""The live socket at `/live`: JSON-RPC 2.0 over text frames, one socket for what a browser tab does.

It bounds size and rate, finds the session, and hands commands and queries to dispatch, `space.listen` to the hub and
signals to presence. Here errors become JSON-RPC replies (the other place is `web/api`). A socket has no task of its own;
each call has one while it lasts.
"""

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any

import msgspec
import structlog
from starlette.responses import JSONResponse
from starlette.websockets import WebSocket

from twinspace_server import i18n, identity, ids
from twinspace_server.errors import BadInput, Internal, NotAllowed, SignedOut, TooLarge, TooMany, TwinspaceError
from twinspace_server.identity import Who
from twinspace_server.live.dispatch import Asker, Dispatcher
from twinspace_server.live.frames import MAX_MESSAGE, NO_LONGER_MEMBER, SIGN_IN_AGAIN, Frame, Wire, attach, frame
from twinspace_server.live.hub import Hub, LiveReader
from twinspace_server.live.presence import Presence
from twinspace_server.live.rates import Bucket, neighbourhood
from twinspace_server.live.stream import Listener
from twinspace_server.live.wire import RESTARTING, TOO_SLOW
from twinspace_server.metrics import ours

MOST_READ = 4 * MAX_MESSAGE
"""Up to here a message that is too large is answered; beyond, its socket is closed with 1009."""
MOST_CALLS = 64
MOST_BATCH = 20
MOST_SPACES = 50
TRY_AGAIN_LATER = 1013
OUR_CODES = frozenset({SIGN_IN_AGAIN, NO_LONGER_MEMBER, TOO_SLOW, RESTARTING, TRY_AGAIN_LATER})
LAST_WORDS_SECONDS = 0.05

logger = structlog.get_logger(__name__)

_encode = msgspec.json.Encoder().encode
_NOTHING = msgspec.Raw(b"{}")
_NULL = msgspec.Raw(b"null")


class Call(msgspec.Struct):
    """A JSON-RPC request (with `id`) or notification (without)."""

    jsonrpc: str
    method: str
    params: msgspec.Raw = _NOTHING
    id: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET


_call = msgspec.json.Decoder(Call)
_batch = msgspec.json.Decoder(list[msgspec.Raw])
_id_kind = msgspec.json.Decoder(str | int | float | None)


class Sockets:
    """What all sockets of this process share."""

    def __init__(self, dispatcher: Dispatcher, hub: Hub, presence: Presence) -> None:
        self.dispatcher = dispatcher
        self.hub = hub
        self.presence = presence
        self.settings = dispatcher.settings
        self.by_person: dict[str, int] = {}

    async def admitted(self, websocket: WebSocket) -> tuple[Who, str] | None:
        """Who opens a socket, and their language; None when it was refused. Hosts and Origin were looked at before."""
        language = i18n.choose(websocket.headers.get("accept-language", ""), self.settings.default_language)
        authorization = websocket.headers.get("authorization")
        by_cookie = authorization is None and identity.cookie_name(self.settings.secure) in websocket.cookies
        if by_cookie and "origin" not in websocket.headers:
            # Every browser says where a socket is opened from; a program that doesn't uses a token, not somebody's cookie.
            await refuse(websocket, NotAllowed(code="foreign_origin"), language)
            return None
        token = identity.token_in(authorization, websocket.cookies, self.settings.secure)
        who = await self.dispatcher.recognise(token)
        if who is None:
            await refuse(websocket, SignedOut(), language)
            return None
        try:
            await self.dispatcher.admit(who)
        except NotAllowed as error:
            await refuse(websocket, error, who.language or language)
            return None
        if self.by_person.get(who.person, 0) >= self.settings.sockets_per_person:
            await refuse(websocket, TooMany(code="too_many_sockets", retry_after=10), language)
            return None
        return who, who.language or language

    def count(self, person: str, by: int) -> None:
        """Somebody has so many sockets more."""
        left = self.by_person.get(person, 0) + by
        if left:
            self.by_person[person] = left
        else:
            self.by_person.pop(person, None)

    async def endpoint(self, websocket: WebSocket) -> None:
        """The ASGI endpoint."""
        admitted = await self.admitted(websocket)
        if admitted is None:
            return
        who, language = admitted
        socket = Socket(self, who, language, neighbourhood(websocket))
        await websocket.accept()
        await attach(
            websocket, socket.opened, socket.text, socket.closed, socket.binary, socket.drained,
            max_size=MOST_READ, outbox=self.settings.outbox_bytes,
        )  # fmt: skip


async def refuse(websocket: WebSocket, error: TwinspaceError, language: str) -> None:
    """Answer the handshake with an HTTP problem (RFC 9457), so that programs can read why."""
    told = i18n.told(error, language)
    body = {"type": f"urn:twinspace:{told['code']}", "title": told.pop("message"), "status": error.status, **told}
    if "websocket.http.response" in websocket.scope.get("extensions", {}):
        await websocket.send_denial_response(JSONResponse(body, error.status, media_type="application/problem+json"))
    else:
        await websocket.close(1008)


class Socket(LiveReader):
    """One open socket."""

    __slots__ = (
        "_bucket",
        "_drained",
        "_early",
        "_ended",
        "_listeners",
        "_shared",
        "_tasks",
        "_wire",
        "address",
        "id",
        "language",
        "person",
        "who",
    )

    def __init__(self, shared: Sockets, who: Who, language: str, address: str) -> None:
        self._shared = shared
        self.who = who
        self.person = who.person
        self.language = language
        self.address = address
        self.id = ids.new()
        self._wire: Wire | None = None
        self._listeners: dict[str, Listener] = {}
        self._bucket = Bucket(shared.settings.messages_per_second, shared.settings.burst, asyncio.get_running_loop().time())
        self._drained: asyncio.Event | None = None
        self._ended = False
        self._tasks: set[asyncio.Task[None]] | None = None
        self._early: list[Coroutine[Any, Any, None]] | None = []
        """Calls that came before the desk was followed; None from then on."""

    # -- the wire's callbacks --------------------------------------------------------------------------------

    def opened(self, wire: Wire) -> None:
        shared = self._shared
        ours().sockets.inc()
        shared.count(self.person, 1)
        self._wire = wire
        self._spawn(self._attend())

    async def _attend(self) -> None:
        try:
            if not await self._shared.hub.attend(self):
                self.end(SIGN_IN_AGAIN)
        except TwinspaceError:
            self._close(TRY_AGAIN_LATER)
        finally:
            early, self._early = self._early, None
            for call in early or ():
                self._spawn(call)

    def text(self, data: bytes) -> None:
        """A whole text message: a call, or a batch of them."""
        if len(data) > MAX_MESSAGE:
            self._refuse(TooLarge(limit=MAX_MESSAGE))
            return
        if data.lstrip()[:1] == b"[":
            self._many(data)
            return
        work = self._one(data, self._reply)
        if work is not None:
            self._begin(work)

    def binary(self, _data: bytes) -> None:
        self._refuse(BadInput(code="binary_frame"))

    def drained(self) -> None:
        if self._drained is not None:
            self._drained.set()

    def closed(self, code: int) -> None:
        shared = self._shared
        ours().sockets.dec()
        if code in OUR_CODES:
            ours().sockets_closed.labels(str(code)).inc()
        shared.count(self.person, -1)
        shared.presence.gone(self.id, self.person, self._listeners)
        shared.hub.depart(self, self._listeners)
        self._listeners = {}
        self.drained()

    # -- what the hub asks -----------------------------------------------------------------------------------

    def send(self, frame: Frame) -> None:
        if self._wire is not None:
            self._wire.write(frame)

    def send_large(self, frames: Sequence[Frame]) -> None:
        if self._wire is not None:
            self._wire.write_large(frames)

    def lost(self, space: str) -> None:
        """No member any more; the socket itself goes when nothing but the desk remains."""
        listener = self._listeners.pop(space, None)
        if listener is not None:
            self._shared.hub.leave(listener)
        if not set(self._listeners) - {self.who.desk}:
            self.end(NO_LONGER_MEMBER)

    def end(self, code: int) -> None:
        self._ended = True
        self.drained()
        for listener in self._listeners.values():
            self._shared.hub.leave(listener)
        self._listeners = {}
        asyncio.get_running_loop().call_later(LAST_WORDS_SECONDS, self._close, code)

    def _close(self, code: int) -> None:
        if self._wire is not None:
            self._wire.close(code)

    async def room(self) -> bool:
        while not self._ended and self._wire is not None and not self._wire.closed and self._wire.room() == 0:
            self._drained = asyncio.Event()
            await self._drained.wait()
        self._drained = None
        return not self._ended and self._wire is not None and not self._wire.closed

    # -- calls -----------------------------------------------------------------------------------------------

    def _refuse(self, error: TwinspaceError) -> None:
        """Answer what is no call at all; it counts like one."""
        in_time = self._bucket.take(asyncio.get_running_loop().time())
        self._reply(self._told(None, error if in_time else TooMany(retry_after=1)))

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        """Give a call its task; all begin in the order in which they came, and none before the desk is followed."""
        if self._early is not None:
            self._early.append(work)
        else:
            self._spawn(work)

    def _one(self, data: bytes | msgspec.Raw, answer: Callable[[Mapping[str, Any]], None]) -> Coroutine[Any, Any, None] | None:
        """Take one call in: what can be answered or refused at once is; for the rest, what is to be done."""
        identity_: msgspec.Raw | None = _NULL
        in_time = self._bucket.take(asyncio.get_running_loop().time())
        try:
            try:
                call = _call.decode(data)
            except (msgspec.ValidationError, RecursionError):
                raise BadInput(code="not_json_rpc") from None
            except (msgspec.DecodeError, UnicodeError):
                raise BadInput(code="bad_json") from None
            identity_ = _checked_id(call.id)
            if call.jsonrpc != "2.0":
                identity_ = identity_ or _NULL
                raise BadInput(code="not_json_rpc")
            if self._ended:
                raise SignedOut()
            if not in_time:
                raise TooMany(retry_after=1)
            if len(self._tasks or ()) + len(self._early or ()) >= MOST_CALLS:
                raise TooMany(code="too_many_calls", retry_after=1)
            raw = call.params
            params = self._shared.dispatcher.decode(call.method, _NOTHING if bytes(raw) in (b"null", b"") else raw)
            if call.method in self._shared.dispatcher.registry.signals:
                self._shared.presence.signal(self.id, self.person, self._listeners, call.method, params.place)  # type: ignore[attr-defined]
                ours().called(call.method, "ok")
                if identity_ is not None:
                    answer(_result(identity_, {}))
                return None
        except TwinspaceError as error:
            if identity_ is not None:
                answer(self._told(identity_, error if in_time else TooMany(retry_after=1)))
            return None
        except Exception:
            answer(self._told(identity_, self._bug("signal")))
            return None
        # A reply to `space.listen` comes before the events it leads to, so it doesn't wait for the others of its batch.
        return self._do(call.method, params, identity_, self._reply if call.method == "space.listen" else answer)

    async def _do(self, method: str, params: Any, name: msgspec.Raw | None, answer: Callable[[Mapping[str, Any]], None]) -> None:
        try:
            if method == "space.listen":
                await self._listen(params, lambda result: answer(_result(name or _NULL, result)))
            elif method == "space.unlisten":
                self._unlisten(params.space)
                self._answer(name, answer, {})
            else:
                asker = Asker(self.who, self.address, "", self.language)
                reply = await self._shared.dispatcher.ask(method, params, asker)
                self._answer(name, answer, reply.result)
        except TwinspaceError as error:
            if name is not None:
                answer(self._told(name, error))
        except Exception:
            bug = self._bug(method)
            if name is not None:
                answer(self._told(name, bug))

    def _bug(self, method: str) -> Internal:
        """Log what is our fault, under a reference that the person gets."""
        bug = Internal(ref=ids.tag())
        logger.exception("call_failed", ref=bug.ref, method=method)
        return bug

    def _answer(self, name: msgspec.Raw | None, answer: Callable[[Mapping[str, Any]], None], result: Mapping[str, Any]) -> None:
        if name is not None:
            answer(_result(name, result))

    def _many(self, data: bytes) -> None:
        """A JSON-RPC batch: the answers come together, as the standard has it (section 6)."""
        try:
            calls = _batch.decode(data)
        except (msgspec.DecodeError, RecursionError, UnicodeError):
            self._refuse(BadInput(code="bad_json"))
            return
        if not calls or len(calls) > MOST_BATCH:
            self._refuse(BadInput(code="not_json_rpc"))
            return
        answers: list[Mapping[str, Any]] = []
        work = [one for call in calls if (one := self._one(call, answers.append)) is not None]
        left = len(work)

        async def part(one: Coroutine[Any, Any, None]) -> None:
            nonlocal left
            await one
            left -= 1
            if not left and answers:
                self.send(frame(_encode(answers)))

        for one in work:
            self._begin(part(one))
        if not work and answers:
            self.send(frame(_encode(answers)))

    async def _listen(self, params: Any, answer: Callable[[Mapping[str, Any]], None]) -> None:
        self._unlisten(params.space)
        if len(self._listeners) >= MOST_SPACES:
            raise TooMany(code="too_many_spaces", retry_after=1)

        def told(result: Mapping[str, Any]) -> None:
            answer(result)
            self._shared.presence.shown(params.space, result.get("here", ()))

        listener = await self._shared.hub.listen(self, params, told)
        if listener is None:
            return
        if self._ended or self._wire is None or self._wire.closed:
            self._shared.hub.leave(listener)
            return
        self._unlisten(params.space)
        self._listeners[params.space] = listener

    def _unlisten(self, space: str) -> None:
        listener = self._listeners.pop(space, None)
        if listener is not None:
            self._shared.hub.leave(listener)

    # -- replies ---------------------------------------------------------------------------------------------

    def _reply(self, answer: Mapping[str, Any]) -> None:
        self.send_large([frame(_encode(answer))])

    def _told(self, name: msgspec.Raw | None, error: TwinspaceError) -> Mapping[str, Any]:
        data = i18n.told(error, self.language)
        rpc = -32700 if error.kind == "bad_json" else -32600 if error.kind in ("not_json_rpc", "binary_frame") else error.rpc
        return {"jsonrpc": "2.0", "id": name or _NULL, "error": {"code": rpc, "message": data.pop("message"), "data": data}}

    def _spawn(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        if self._tasks is None:
            self._tasks = set()
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._finished)
        return task

    def _finished(self, task: asyncio.Task[None]) -> None:
        if self._tasks is not None:
            self._tasks.discard(task)
            if not self._tasks:
                self._tasks = None


def _result(name: msgspec.Raw, result: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"jsonrpc": "2.0", "id": name, "result": result}


def _checked_id(raw: msgspec.Raw | msgspec.UnsetType) -> msgspec.Raw | None:
    """The request's id as it came (text, number or null), None for a notification."""
    if isinstance(raw, msgspec.UnsetType):
        return None
    try:
        _id_kind.decode(raw)
    except msgspec.DecodeError:
        raise BadInput(code="not_json_rpc") from None
    return msgspec.Raw(bytes(raw))
