"""Files on their way in: `POST /api/upload?place=…`, one file in a multipart form, answered by an upload that `file.add` makes a file of.

Who may not add there is refused before a byte is read, and what announces itself as too large too. The rest is written to the disk piece
by piece as it comes, never gathered in memory; it is looked at (`files/kinds.py`), pictures are made anew without their metadata, and only
then it gets its name in the store. Whatever goes wrong, nothing of it stays.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import structlog
from python_multipart.exceptions import MultipartParseError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from twinspace_server import i18n, ids
from twinspace_server.errors import BadInput, Conflict, Internal, NotAllowed, Reason, SignedOut, TooLarge, TooMany, TwinspaceError
from twinspace_server.files import FileStore, kinds, names, pictures
from twinspace_server.files.names import megabytes
from twinspace_server.files.promise import hash_of, part
from twinspace_server.identity import Who
from twinspace_server.live.dispatch import Asker, Dispatcher
from twinspace_server.live.rates import neighbourhood
from twinspace_server.web.api import Api, problem
from twinspace_server.web.security import FORM_BYTES, UPLOAD

DRAINED_BYTES = 16 * 1024 * 1024
DRAINED_SECONDS = 5.0
"""Of a body that was refused, so much and so long is still taken and thrown away."""

logger = structlog.get_logger(__name__)


class Uploaded(msgspec.Struct):
    """What the answer says: an id for `file.add`, good for this person and place for an hour."""

    upload: str
    name: str
    type: str
    size: int


class Receiver:
    """Takes files in, from the HTTP door, the demo and tests alike."""

    def __init__(self, dispatcher: Dispatcher, store: FileStore) -> None:
        self.dispatcher = dispatcher
        self.store = store
        self._under_way: Counter[str] = Counter()

    async def room(self, place: str, asker: Asker) -> Any:
        """What may go in there (`file.room`); refuses whoever may not."""
        asked = self.dispatcher.decode("file.room", msgspec.json.encode({"place": place}))
        room = await self.dispatcher.query("file.room", asked, asker)
        if room.closed:
            raise NotAllowed(why=(Reason("closed"),))
        return room

    async def receive(self, who: Who, place: str, room: Any, incoming: "Incoming") -> Uploaded:
        """Everything between the first byte and the answer."""
        if self._under_way[who.person] >= self.dispatcher.settings.uploads_at_once:
            raise TooMany(code="too_many_uploads", retry_after=2)
        self._under_way[who.person] += 1
        try:
            async with part(self.store.room) as coming:
                async for piece in incoming:
                    if coming.size + len(piece) > room.file_bytes:
                        raise TooLarge(code="file_over_limit", limit=megabytes(room.file_bytes))
                    await coming.write(piece)
                sha256 = await coming.finish()
                name = names.clean(incoming.name, "file")
                if not coming.size:
                    raise BadInput(code="file_empty", path="file")
                kind = kinds.of(name)
                if room.pictures_only and kind.check != "picture":
                    raise Conflict(code="only_pictures")
                if kind.check == "picture":
                    return await self._take_picture(who, place, room, name, coming.path)
                type_ = await asyncio.to_thread(kinds.look, kind, coming.path)
                claim = {"name": name, "type": type_, "size": coming.size, "sha256": sha256}
                return await self._keep(who, place, room, claim, coming.path)
        finally:
            self._under_way[who.person] -= 1
            if not self._under_way[who.person]:
                del self._under_way[who.person]

    async def _take_picture(self, who: Who, place: str, room: Any, name: str, path: Path) -> Uploaded:
        """Decoded and written anew in a child process: turned upright, without metadata, and nothing but a picture."""
        clean = path.with_suffix(".part-clean")
        try:
            picture = await pictures.clean(path, clean)
            sha256, size = await hash_of(clean)
            name = names.with_ending(name, kinds.ENDINGS[picture.type]) if kinds.of(name).type != picture.type else name
            claim = {"name": name, "type": picture.type, "size": size, "sha256": sha256, "width": picture.width, "height": picture.height}
            return await self._keep(who, place, room, claim, clean)
        finally:
            clean.unlink(missing_ok=True)

    async def _keep(self, who: Who, place: str, room: Any, claim: Mapping[str, Any], path: Path) -> Uploaded:
        noted = (await self._house("file.claim", {"person": who.person, "place": place, **claim}, room.space)).result
        try:
            await self.store.keep(path, noted["blob"])
        except BaseException:
            await self._house("file.unclaim", {"upload": noted["upload"]}, room.space)
            raise
        return Uploaded(noted["upload"], claim["name"], claim["type"], claim["size"])

    async def _house(self, method: str, params: Mapping[str, Any], space: str) -> Any:
        command = self.dispatcher.registry.commands[method]
        return await self.dispatcher.house(method, msgspec.convert(params, command.params), space)


class Incoming:
    """A file that comes piece by piece; its `name` is known with the first."""

    name = ""

    def __aiter__(self) -> AsyncIterator[bytes]:
        raise NotImplementedError


class Given(Incoming):
    """A file that is here already."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        self._content = content

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self._content


class Form(Incoming):
    """The one file of a multipart form, as it comes."""

    def __init__(self, request: Request) -> None:
        kind, options = parse_options_header(request.headers.get("content-type", ""))
        boundary = options.get(b"boundary", b"")
        if kind != b"multipart/form-data" or not 1 <= len(boundary) <= 70:
            raise BadInput(code="not_a_form", path="file")
        self._request = request
        self._data: list[bytes] = []
        self._header: list[bytes] = [b"", b""]
        self._named: bytes | None = None
        self._ended = False
        self._parser = MultipartParser(
            boundary,
            {
                "on_part_begin": self._begin, "on_part_data": self._on_data, "on_header_field": self._on_field,
                "on_header_value": self._on_value, "on_header_end": self._on_header, "on_headers_finished": self._on_headers,
                "on_end": self._on_end,
            },
        )  # fmt: skip

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for chunk in self._request.stream():
                if self._ended and chunk:
                    continue  # what stands behind the form's end is nothing
                self._parser.write(chunk)
                for piece in self._taken():
                    yield piece
            self._parser.finalize()
        except (MultipartParseError, ValueError):
            raise BadInput(code="not_a_form", path="file") from None
        if not self._ended or self._named is None:
            raise BadInput(code="not_a_form", path="file")

    def _taken(self) -> list[bytes]:
        taken, self._data = self._data, []
        return taken

    def _begin(self) -> None:
        if self._named is not None:
            raise BadInput(code="one_file_at_a_time", path="file")
        self._header = [b"", b""]

    def _on_field(self, data: bytes, start: int, end: int) -> None:
        self._header[0] += data[start:end]

    def _on_value(self, data: bytes, start: int, end: int) -> None:
        self._header[1] += data[start:end]

    def _on_header(self) -> None:
        if self._header[0].lower() == b"content-disposition":
            _, options = parse_options_header(self._header[1])
            self._named = options.get(b"filename", b"")
        self._header = [b"", b""]

    def _on_headers(self) -> None:
        if not self._named:
            raise BadInput(code="not_a_form", path="file")
        name = self._named.decode("utf-8", "replace")
        for said, meant in (("%22", '"'), ("%0D", "\r"), ("%0A", "\n")):  # as browsers write them (HTML, "multipart/form-data")
            name = name.replace(said, meant)
        self.name = name

    def _on_data(self, data: bytes, start: int, end: int) -> None:
        self._data.append(data[start:end])

    def _on_end(self) -> None:
        self._ended = True


class Refusal(Response):
    """An answer that comes before the body has: it is sent at once, and then what still comes is thrown away for a moment.

    Without that the connection would be reset under a client that is still sending, and it would never read why.
    """

    @classmethod
    def of(cls, response: Response) -> "Refusal":
        return cls(response.body, response.status_code, dict(response.headers))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        await send({"type": "http.response.body", "body": bytes(self.body), "more_body": True})
        left = DRAINED_BYTES
        with suppress(TimeoutError):
            async with asyncio.timeout(DRAINED_SECONDS):
                while left > 0:
                    message = await receive()
                    left -= len(message.get("body", b""))
                    if message["type"] != "http.request" or not message.get("more_body"):
                        break
        await send({"type": "http.response.body", "body": b""})


class Uploads:
    """The endpoint."""

    def __init__(self, api: Api, receiver: Receiver) -> None:
        self._api = api
        self._receiver = receiver

    def routes(self) -> list[Route]:
        return [Route(UPLOAD, self.upload, methods=["POST"])]

    async def upload(self, request: Request) -> Response:
        """One file; every error is a problem document, and then the rest of the body is not read."""
        language = i18n.choose(request.headers.get("accept-language", ""), self._api.settings.default_language)
        try:
            who = await self._api.who(request)
            language = (who.language if who else None) or language
            self._api.bound_rate(request, who)
            if who is None:
                raise SignedOut()
            place = request.query_params.get("place", "")
            address = neighbourhood(request)
            room = await self._receiver.room(place, Asker(who, address, request.headers.get("user-agent", "")[:300], language))
            announced = int(request.headers.get("content-length", "0"))
            if announced > room.file_bytes + FORM_BYTES:
                raise TooLarge(code="file_too_large", limit=megabytes(room.file_bytes), size=megabytes(announced, up=True))
            done = await self._receiver.receive(who, place, room, Form(request))
        except TwinspaceError as error:
            return Refusal.of(problem(error, language, {"Connection": "close"}))
        except ClientDisconnect:
            return Response(status_code=400)
        except Exception:
            bug = Internal(ref=ids.tag())
            logger.exception("upload_failed", ref=bug.ref)
            return Refusal.of(problem(bug, language, {"Connection": "close"}))
        return Response(msgspec.json.encode(done), media_type="application/json", headers={"Cache-Control": "no-store"})
