"""Files on their way out: `GET /files/<id>`, smaller pictures at `/files/<id>/<width>`, several in a ZIP at `/files/zip`.

Rights are asked each time (`file.serve`); a browser may keep the bytes, and asks whether they still hold. Only what a browser can't run is
ever shown; everything else leaves as a download, in a sandbox of its own. Read and sent piece by piece: no file is ever whole in memory.
"""

import asyncio
import re
import zipfile
from collections.abc import AsyncIterator, Mapping
from typing import IO, Any, NamedTuple, cast

import structlog
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from twinspace_server import i18n, ids
from twinspace_server.errors import BadInput, Internal, NotFound, SignedOut, TooMany, TwinspaceError
from twinspace_server.files import FileStore, kinds, names, pictures
from twinspace_server.files.promise import Missing, beside, part
from twinspace_server.live.rates import Buckets
from twinspace_server.web.api import Api, problem

PER_SECOND, BURST = 50, 600
"""Of one session: a gallery asks for some hundred thumbnails at once."""
MOST_RANGES = 16
NO_PAGE = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
FRAMED = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'"
"""For PDFs: a sandbox would keep the browser's own viewer away, in which nothing of ours can be reached."""

logger = structlog.get_logger(__name__)

_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


class Span(NamedTuple):
    """From `start` up to `stop`, not with it."""

    start: int
    stop: int


class Thumbnails:
    """Smaller pictures, made when first asked for and kept beside the content; each is made once, however many ask."""

    def __init__(self, store: FileStore) -> None:
        self._store = store
        self._making: dict[str, asyncio.Task[None]] = {}

    async def of(self, blob: str, width: int) -> tuple[str, int]:
        """Name and size of the picture in this width."""
        name = beside(blob, str(width))
        size = await self._store.size(name)
        if size is None:
            making = self._making.get(blob)
            if making is None:
                making = self._making[blob] = asyncio.create_task(self._make(blob))
                making.add_done_callback(lambda _: self._making.pop(blob, None))
            await asyncio.shield(making)
            size = await self._store.size(name)
        if size is None:
            raise NotFound()
        return name, size

    async def _make(self, blob: str) -> None:
        """All widths from one decoding."""
        async with part(self._store.room) as original:
            async for piece in self._store.read(blob):
                await original.write(piece)
            await original.finish()
            made = {width: original.path.with_suffix(f".part-{width}") for width in pictures.WIDTHS}
            try:
                await pictures.thumbnails(original.path, made)
                for width, path in made.items():
                    await self._store.keep(path, beside(blob, str(width)))
            finally:
                for path in made.values():
                    path.unlink(missing_ok=True)


class Downloads:
    """The endpoints."""

    def __init__(self, api: Api, store: FileStore) -> None:
        self._api = api
        self._store = store
        self._thumbnails = Thumbnails(store)
        self._rates = Buckets(PER_SECOND, BURST)

    def routes(self) -> list[Route]:
        return [
            Route("/files/zip", self.bundle, methods=["GET"]),
            Route("/files/{file}", self.file, methods=["GET"]),
            Route("/files/{file}/{width:int}", self.thumbnail, methods=["GET"]),
        ]

    async def file(self, request: Request) -> Response:
        """The bytes of a file, or of one of its versions; all or a range of them."""
        return await self._answered(request, self._file)

    async def thumbnail(self, request: Request) -> Response:
        """A picture in one of three widths, as WebP; not found for what is no picture."""
        return await self._answered(request, self._thumbnail)

    async def bundle(self, request: Request) -> Response:
        """Several files, or all in a place and inside it, as a ZIP that is made while it is sent."""
        return await self._answered(request, self._bundle)

    async def _answered(self, request: Request, answer: Any) -> Response:
        language = i18n.choose(request.headers.get("accept-language", ""), self._api.settings.default_language)
        try:
            who = await self._api.who(request)
            if who is None:
                raise SignedOut()
            language = who.language or language
            if not self._rates.take(who.session, asyncio.get_running_loop().time()):
                raise TooMany(retry_after=1)
            response: Response = await answer(request, who.person)
        except TwinspaceError as error:
            return problem(error, language, {})
        except Missing:
            ref = ids.tag()
            logger.error("content_missing", ref=ref)
            return problem(Internal(ref=ref), language, {})
        except Exception:
            bug = Internal(ref=ids.tag())
            logger.exception("download_failed", ref=bug.ref)
            return problem(bug, language, {})
        return response

    async def _served(self, request: Request, person: str) -> Any:
        version = request.query_params.get("version")
        if version is not None and not re.fullmatch(r"\d{1,9}", version):
            raise BadInput(path="version")
        asked = {"person": person, "file": request.path_params["file"], "version": int(version) if version is not None else None}
        return await self._api.dispatcher.look("file.serve", asked)

    async def _file(self, request: Request, person: str) -> Response:
        found = await self._served(request, person)
        return await respond(request, self._store, found.blob, found.size, found.type, found.name)

    async def _thumbnail(self, request: Request, person: str) -> Response:
        found = await self._served(request, person)
        width = request.path_params["width"]
        if found.type not in kinds.PICTURES or width not in pictures.WIDTHS:
            raise NotFound()
        tag = _tag(beside(found.blob, str(width)))
        if _known(request, tag):
            return Response(status_code=304, headers=_kept(tag))
        blob, size = await self._thumbnails.of(found.blob, width)
        return await respond(request, self._store, blob, size, "image/webp", names.with_ending(found.name, ".webp"))

    async def _bundle(self, request: Request, person: str) -> Response:
        asked = {"person": person, "place": request.query_params.get("place"), "files": request.query_params.getlist("file")}
        found = await self._api.dispatcher.look("file.bundle", asked)
        name = f"{names.on_any_machine(found.title or 'TwinSpace')}.zip"
        headers = {
            "Content-Disposition": names.disposition(name, inline=False), "Content-Security-Policy": NO_PAGE, "Cache-Control": "no-store"
        }  # fmt: skip
        return StreamingResponse(zipped(self._store, found.files), media_type="application/zip", headers=headers)


async def respond(request: Request, store: FileStore, blob: str, size: int, type_: str, name: str) -> Response:
    """The answer to a GET for a content: 200, 206, 304 or 416 (RFC 9110). Public addresses send theirs through here, too."""
    tag = _tag(blob)
    shown = kinds.shown_as(type_)
    inline = shown is not None and "download" not in request.query_params
    framed = inline and type_ == "application/pdf"
    headers = {
        **_kept(tag), "Accept-Ranges": "bytes", "X-Content-Type-Options": "nosniff",
        "Content-Type": shown or kinds.PLAIN, "Content-Disposition": names.disposition(name, inline=inline),
        "Content-Security-Policy": FRAMED if framed else NO_PAGE, "X-Frame-Options": "SAMEORIGIN" if framed else "DENY",
    }  # fmt: skip
    if _known(request, tag):
        return Response(status_code=304, headers=headers)
    span, several = _span(request, size, tag)
    if several or (span is not None and span.start >= size):
        return Response(status_code=416, headers={**headers, "Content-Range": f"bytes */{size}"})
    start, stop = span or (0, size)
    headers["Content-Length"] = str(stop - start)
    if span is not None:
        headers["Content-Range"] = f"bytes {start}-{stop - 1}/{size}"
    if request.method == "HEAD":
        return Response(status_code=200, headers=headers)
    pieces = store.read(blob, start, stop)
    first = await anext(pieces, b"")  # what is missing is told before an answer has begun
    return StreamingResponse(_with(first, pieces), status_code=206 if span else 200, headers=headers)


async def _with(first: bytes, rest: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    yield first
    async for piece in rest:
        yield piece


def _tag(blob: str) -> str:
    """The ETag of a content: of the content alone, whatever it is called in the store."""
    sha256, *made = blob.split("-")
    return f'"{"-".join([sha256[:32], *made[1:]])}"'


def _kept(tag: str) -> Mapping[str, str]:
    return {"ETag": tag, "Cache-Control": "private, no-cache"}


def _known(request: Request, tag: str) -> bool:
    asked = request.headers.get("if-none-match", "")
    return tag in re.split(r"\s*,\s*", asked.replace("W/", "")) or asked.strip() == "*"


def _span(request: Request, size: int, tag: str) -> tuple[Span | None, bool]:
    """The one range that is asked for, and whether it is too many. Several ranges are answered with the whole, as RFC 9110 §14.2 allows."""
    asked = request.headers.get("range", "").replace(" ", "")
    if not asked or request.headers.get("if-range", tag) != tag:
        return None, False
    if asked.count(",") >= MOST_RANGES:
        return None, True
    found = _RANGE.fullmatch(asked)
    if found is None or not (found[1] or found[2]):
        return None, False
    if not found[1]:
        last = min(int(found[2]), size)
        return Span(size - last if last else size, size), False
    start, last = int(found[1]), int(found[2] or size)
    return (Span(start, min(last + 1, size)), False) if start <= last or not found[2] else (None, False)


class Pipe:
    """What a ZIP is written into: nothing is kept but what has not been sent yet."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, piece: bytes) -> int:
        self._pieces.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        pass

    def taken(self) -> bytes:
        taken, self._pieces = b"".join(self._pieces), []
        return taken


async def zipped(store: FileStore, files: list[Any]) -> AsyncIterator[bytes]:
    """A ZIP of these, stored without packing (most files of today are packed already), made as it is read."""
    pipe, taken = Pipe(), set[str]()
    with zipfile.ZipFile(cast(IO[bytes], pipe), "w", zipfile.ZIP_STORED, allowZip64=True) as whole:
        for one in files:
            folders = [names.on_any_machine(title) for title in one.path]
            info = zipfile.ZipInfo(names.unique("/".join([*folders, names.on_any_machine(one.name)]), taken))
            info.external_attr = 0o644 << 16
            info.file_size = one.size
            with whole.open(info, "w") as inside:
                async for piece in store.read(one.blob):
                    inside.write(piece)
                    yield pipe.taken()
            yield pipe.taken()
    yield pipe.taken()
