"""What strangers ask for: `/p/<site>/…`, `/robots.txt`, and (for members) `/preview/<place>`, the page as it would be.

Written once for each language, packed, and kept in memory with its ETag; `Public` answers that before anything else looks at the
request. What is kept holds only while nothing has happened in its space that could matter (`Freshness`): a withdrawal in this process
ends it before it is answered, one in another as soon as it is heard of, and never later than a second.
"""

import asyncio
import gzip
import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Any

import msgspec
import structlog
from sqlalchemy import bindparam, select
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from twinspace_server import i18n, ids
from twinspace_server.errors import NotFound, SignedOut, TooMany, TwinspaceError
from twinspace_server.files import FileStore, kinds, names, pictures
from twinspace_server.files.promise import Missing
from twinspace_server.live import log
from twinspace_server.live.dispatch import Asker, Dispatcher
from twinspace_server.live.rates import Buckets, neighbourhood
from twinspace_server.pages import render
from twinspace_server.settings import Settings
from twinspace_server.storage.hot import Hot
from twinspace_server.web.api import Api, problem
from twinspace_server.web.downloads import Thumbnails, respond
from twinspace_server.web.security import headers as usual_headers

AGAIN_SECONDS = 1.0
"""The longest that anything kept is believed without a look at the log."""
MOST_KEPT = 32 * 1024 * 1024
MOST_TONGUES = 1000
MOST_REPEATED, LONGEST_REPEATED = 4000, 2048
"""Questions that are known byte for byte, and the bytes that one may have."""
PER_SECOND, BURST = 40, 1200
"""Of one address, of what is not kept in memory; a class behind one address opens a gallery at once."""
_NO_MATTER = frozenset(
    {"chat", "note", "pinboard", "forum", "letters", "calendar", "session", "presence", "pair", "gate", "waiting", "order"}
)
"""Subjects of which nothing is ever public: what happens there leaves what is kept as it is."""

logger = structlog.get_logger(__name__)

_CODE = "[2-9a-hjkmnp-z]{10}"
_PATH = re.compile(rf"/p/(?:[a-z0-9-]*-)?({_CODE})(?:/(.*))?")
_PLACE = re.compile(rf"(?:[a-z0-9-]*-)?({_CODE})/?")
_FILE = re.compile(r"files/([0-9A-Z]{26})(?:/(\d{3,4}))?")
_HEAD = Hot(select(log.heads.c.seq).where(log.heads.c.space == bindparam("space")))
_SINCE = Hot(select(log.log.c.event).where(log.log.c.space == bindparam("space"), log.log.c.seq > bindparam("seq")).limit(500))


@dataclass(slots=True)
class _Known:
    """How far the log of a space was looked at; what was kept under another `epoch` holds no longer."""

    seq: int
    checked: float
    epoch: int = 0
    doubtful: bool = False


class Freshness:
    """Knows of each space whether something may have happened that strangers would see."""

    def __init__(self, dispatcher: Dispatcher) -> None:
        self._dispatcher = dispatcher
        self._spaces: dict[str, _Known] = {}

    def heard(self, space: str, seq: int) -> None:
        """Something was written there, by whichever process."""
        known = self._spaces.get(space)
        if known is not None and seq > known.seq:
            known.doubtful = True

    def doubt_all(self) -> None:
        """News may have been lost."""
        for known in self._spaces.values():
            known.doubtful = True

    def holds(self, space: str, epoch: int, now: float) -> bool:
        """Whether what was kept then can be given out without a look."""
        known = self._spaces[space]
        return known.epoch == epoch and not known.doubtful and now - known.checked < AGAIN_SECONDS

    async def look(self, space: str) -> int:
        """Look at the log; answers the epoch of now."""
        known = self._spaces.get(space)
        now = monotonic()
        if known is None:
            seq, _ = await self._newer(space, 0, None)
            known = self._spaces.setdefault(space, _Known(seq, now))
            return known.epoch
        known.doubtful = False  # what is heard from here on is looked at next time
        seq, events = await self._newer(space, known.seq, known)
        if events is None or any(event.partition(".")[0] not in _NO_MATTER for event in events) or len(events) < seq - known.seq:
            known.epoch += 1
        known.seq, known.checked = max(seq, known.seq), now
        return known.epoch

    async def _newer(self, space: str, after: int, known: _Known | None) -> tuple[int, list[str] | None]:
        def read(db: Any) -> tuple[int, list[str] | None]:
            row = _HEAD.one(db, {"space": space})
            seq = row[0] if row is not None else 0
            if known is None or seq == after:
                return seq, []
            return seq, [event for (event,) in _SINCE(db, {"space": space, "seq": after})]

        return await self._dispatcher.store.read(read)


@dataclass(slots=True)
class _Kept:
    """A written page, ready for the wire."""

    space: str
    epoch: int
    etag: bytes
    plain: Message
    packed: Message
    same: Message
    body: Message
    packed_body: Message
    until: int | None
    size: int


_HEADER = re.compile(rb"([A-Za-z0-9-]{1,40}): ?([\x20-\x7e]*)")
_PLAIN_HEADERS = frozenset({
    b"host", b"accept", b"accept-language", b"accept-encoding", b"if-none-match", b"user-agent", b"referer", b"cache-control", b"pragma",
    b"cookie", b"dnt", b"sec-gpc", b"priority", b"upgrade-insecure-requests",
})  # fmt: skip
"""What a question that is answered by its bytes may have in its head, beside `Sec-…`: nothing that says how it is framed."""

_EMPTY: Message = {"type": "http.response.body", "body": b""}


@dataclass(slots=True)
class Asked:
    """What a public address asks for."""

    site: str
    what: str
    place: str | None = None
    file: str | None = None
    width: int | None = None


class Public:
    """ASGI middleware around the whole app: gives what is kept; everything else goes the usual way (`Pages` below writes and keeps it)."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._hosts = frozenset(host.encode() for host in settings.hosts)
        self._default = settings.default_language
        self._tongues: dict[bytes, str] = {}
        self._repeated: dict[bytes, tuple[_Kept, tuple[bytes, bytes]]] = {}
        self.pages: Pages | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith("/p/") and self.pages is not None:
            found = self._find(scope)
            if found is not None:
                start, body = found
                await send(start)
                await send(body)
                return
        await self._app(scope, receive, send)

    def repeated(self, data: bytes) -> tuple[bytes, bytes] | None:
        """The answer to a whole request, as bytes to put the date between, if these very bytes were answered before and that still
        holds; None sends it the usual way. Called by `heads.BoundedHttp` for what seems to be a public page."""
        if self.pages is None:
            return None
        known = self._repeated.get(data)
        if known is None:
            known = self._learn(data)
            if known is None:
                return None
        kept, answer = known
        if not self.pages.freshness.holds(kept.space, kept.epoch, monotonic()):
            self._repeated.pop(data, None)
            return None
        if kept.until is not None and kept.until <= self.pages.clock():
            return None
        return answer

    def _learn(self, data: bytes) -> tuple["_Kept", tuple[bytes, bytes]] | None:
        """Read a request strictly: one line of question, plain headers, nothing after them."""
        if len(data) > LONGEST_REPEATED or not data.endswith(b"\r\n\r\n") or data.count(b"\r\n\r\n") != 1:
            return None
        first, *lines = data[:-4].split(b"\r\n")
        asked = first.split(b" ")
        if len(asked) != 3 or asked[0] != b"GET" or asked[2] != b"HTTP/1.1" or b"%" in asked[1] or not asked[1].isascii():
            return None
        headers: list[tuple[bytes, bytes]] = []
        for line in lines:
            found = _HEADER.fullmatch(line)
            name = found[1].lower() if found is not None else b""
            value = found[2].strip() if found is not None else b""
            plain = name in _PLAIN_HEADERS or name.startswith(b"sec-") or (name == b"connection" and value.lower() == b"keep-alive")
            if not plain or any(name == other for other, _ in headers):
                return None
            headers.append((name, value))
        path, _, query = asked[1].partition(b"?")
        scope = {"path": path.decode(), "query_string": query, "headers": headers, "method": "GET"}
        kept = self._kept_for(scope)
        answer = self._find(scope) if kept is not None else None
        if kept is None or answer is None:
            return None
        start, body = answer
        reason = b"OK" if start["status"] == 200 else b"Not Modified"
        head = [b"HTTP/1.1 %d %b\r\n" % (start["status"], reason), *(b"%b: %b\r\n" % pair for pair in start["headers"])]
        if len(self._repeated) >= MOST_REPEATED:
            self._repeated.clear()
        known = self._repeated[data] = kept, (b"".join(head), b"\r\n" + body["body"])
        return known

    def _kept_for(self, scope: Scope) -> "_Kept | None":
        assert self.pages is not None
        tongue = next((value for name, value in scope["headers"] if name == b"accept-language"), b"")
        return self.pages.kept.get((scope["path"], self._chosen(scope["query_string"], tongue)))

    def _find(self, scope: Scope) -> tuple[Message, Message] | None:
        assert self.pages is not None
        asked = tongue = known = packs = b""
        hosts = 0
        for name, value in scope["headers"]:
            if name == b"host":
                asked, hosts = value, hosts + 1
            elif name == b"accept-language":
                tongue = value
            elif name == b"if-none-match":
                known = value
            elif name == b"accept-encoding":
                packs = value
        if hosts != 1 or asked not in self._hosts:
            return None
        language = self._chosen(scope["query_string"], tongue)
        kept = self.pages.kept.get((scope["path"], language))
        if kept is None or scope["method"] not in ("GET", "HEAD"):
            return None
        if not self.pages.freshness.holds(kept.space, kept.epoch, monotonic()):
            return None
        if kept.until is not None and kept.until <= self.pages.clock():
            return None
        if known and kept.etag in known:
            return kept.same, _EMPTY
        if b"gzip" in packs:
            return kept.packed, kept.packed_body if scope["method"] == "GET" else _EMPTY
        return kept.plain, kept.body if scope["method"] == "GET" else _EMPTY

    def _chosen(self, query: bytes, tongue: bytes) -> str:
        if query.startswith(b"lang=") and query[5:] in (b"en", b"nl"):
            return query[5:].decode()
        language = self._tongues.get(tongue)
        if language is None:
            if len(self._tongues) > MOST_TONGUES:
                self._tongues.clear()
            language = self._tongues[tongue] = i18n.choose(tongue.decode("latin-1"), self._default)
        return language


class Pages:
    """Writes what is not kept yet, and serves public files."""

    def __init__(self, api: Api, store: FileStore, body_of: Callable[[Any, str, Mapping[str, str]], str]) -> None:
        """`body_of` writes a page's text (its sheet, our address, the schools' colours) as clean HTML."""
        self._api = api
        self._store = store
        self._body_of = body_of
        self._thumbnails = Thumbnails(store)
        self._rates = Buckets(PER_SECOND, BURST)
        self._size = 0
        self._headers = public_headers(api.settings)
        self.clock = api.dispatcher.clock
        self.freshness = Freshness(api.dispatcher)
        self.kept: dict[tuple[str, str], _Kept] = {}

    def routes(self) -> list[Route]:
        return [
            Route("/p/{rest:path}", self.page, methods=["GET"]),
            Route("/preview/{place}", self.preview, methods=["GET"]),
            Route("/robots.txt", self.robots, methods=["GET"]),
        ]

    # -- pages ---------------------------------------------------------------------------------------------------

    async def page(self, request: Request) -> Response:
        """A public page, file, feed or sitemap; one and the same nothing for everything else."""
        language = self._language(request)
        try:
            if not self._rates.take(neighbourhood(request), monotonic()):
                raise TooMany(retry_after=2)
            asked = parsed(request.url.path)
            if asked is None:
                raise NotFound()
            if asked.file is not None:
                return await self._file(request, asked)
            return await self._written(request, asked, language)
        except NotFound as error:
            return self._gone(language, 410 if error.kind == "gone" else 404)
        except TooMany as error:
            return problem(error, language, {})
        except Exception:
            ref = ids.tag()
            logger.exception("public_page_failed", ref=ref)
            return self._gone(language, 503)

    async def _written(self, request: Request, asked: Asked, language: str) -> Response:
        space = await self._space(asked.site)
        epoch = await self.freshness.look(space)
        path = request.url.path
        kept = self.kept.get((path, language))
        if kept is None or kept.epoch != epoch or (kept.until is not None and kept.until <= self.clock()):
            dispatcher = self._api.dispatcher
            shown = await dispatcher.look(
                "public.read", {"site": asked.site, "place": asked.place, "what": asked.what, "language": language}
            )
            home = shown.site.path
            there = shown.sheet.path if shown.sheet is not None else f"{home}/{'feed.atom' if asked.what == 'feed' else 'sitemap.xml'}"
            if there != path:
                query = f"?{request.url.query}" if request.url.query in ("lang=en", "lang=nl") else ""
                return RedirectResponse(f"{there}{query}", 302, headers={**self._headers, "Cache-Control": "no-cache"})
            kept = await asyncio.to_thread(self._write, shown, asked.what, language, epoch)
            self._keep((path, language), kept)
        return _sent(request, kept)

    async def _space(self, site: str) -> str:
        """The space of a site, which it keeps for ever."""
        found = await self._api.dispatcher.look("public.site", {"site": site})
        return str(found.space)

    def _write(self, shown: Any, what: str, language: str, epoch: int) -> _Kept:
        """The whole answer, in a thread."""
        origin = self._api.settings.address
        if what == "feed":
            text, type_ = render.feed(shown.site, shown.cards, language, origin), "application/atom+xml; charset=utf-8"
        elif what == "sitemap":
            text, type_ = render.sitemap(shown.site, shown.cards, origin), "application/xml; charset=utf-8"
        else:
            body = self._body_of(shown.sheet, origin, shown.hues)
            text, type_ = render.sheet(shown.site, shown.sheet, language, origin=origin, body=body), "text/html; charset=utf-8"
        own = {} if shown.site.indexed else {"x-robots-tag": "noindex"}
        return _kept(shown.space, epoch, text.encode(), {**self._headers, **own, "content-type": type_}, shown.until)

    def _keep(self, key: tuple[str, str], kept: _Kept) -> None:
        before = self.kept.pop(key, None)
        self._size += kept.size - (before.size if before is not None else 0)
        if self._size > MOST_KEPT:
            self.kept.clear()
            self._size = kept.size
        self.kept[key] = kept

    def _gone(self, language: str, status: int) -> Response:
        headers = {**self._headers, "Cache-Control": "no-cache", "X-Robots-Tag": "noindex"}
        return Response(render.gone(language), status, headers, "text/html; charset=utf-8")

    # -- files ---------------------------------------------------------------------------------------------------

    async def _file(self, request: Request, asked: Asked) -> Response:
        """Bytes that something published shows at this very moment: asked each time."""
        found = await self._api.dispatcher.look("public.file", {"site": asked.site, "file": asked.file})
        try:
            if asked.width is None:
                response = await respond(request, self._store, found.blob, found.size, found.type, found.name)
            elif found.type in kinds.PICTURES and asked.width in pictures.WIDTHS:
                blob, size = await self._thumbnails.of(found.blob, asked.width)
                response = await respond(request, self._store, blob, size, "image/webp", names.with_ending(found.name, ".webp"))
            else:
                raise NotFound()
        except Missing:
            raise NotFound() from None
        response.headers["Cache-Control"] = "public, no-cache"
        response.headers["X-Robots-Tag"] = "noindex"
        # Mail programs and networks show the picture of a page that somebody passes on.
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response

    # -- beside them ---------------------------------------------------------------------------------------------

    async def preview(self, request: Request) -> Response:
        """What a stranger would get of a place, for a member who may read it, to be shown in a frame of our own app."""
        language = self._language(request)
        try:
            who = await self._api.who(request)
            if who is None:
                raise SignedOut()
            language = who.language or language
            asked = {"place": request.path_params["place"]}
            if request.query_params.get("language"):
                asked["language"] = request.query_params["language"]
            params = self._api.dispatcher.decode("publish.sheet", msgspec.json.encode(asked))
            looked = await self._api.dispatcher.query("publish.sheet", params, Asker(who))
            text = await asyncio.to_thread(self._previewed, looked, language)
        except TwinspaceError as error:
            return problem(error, language, {})
        framed = {
            "Cache-Control": "no-store",
            "X-Frame-Options": "SAMEORIGIN",
            "Content-Security-Policy": f"{_POLICY}; frame-ancestors 'self'",
        }
        return Response(text, 200, {**self._headers, **{name.lower(): value for name, value in framed.items()}}, "text/html; charset=utf-8")

    def _previewed(self, looked: Any, language: str) -> str:
        body = self._body_of(looked.sheet, self._api.settings.address, looked.hues)
        return render.sheet(looked.site, looked.sheet, language, origin="", body=body)

    async def robots(self, _request: Request) -> Response:
        """Search engines read the sites that let them, and nothing else here."""
        found = await self._api.dispatcher.look("public.indexed", {})
        origin = self._api.settings.address
        lines = ["User-agent: *", *(f"Allow: {home}" for home in found.homes), "Allow: /assets/", "Disallow: /"]
        lines += [f"Sitemap: {origin}{home}/sitemap.xml" for home in found.homes]
        return PlainTextResponse("\n".join(lines) + "\n", headers={"Cache-Control": "public, max-age=300"})

    def _language(self, request: Request) -> str:
        asked = request.query_params.get("lang")
        if asked in i18n.LANGUAGES:
            return asked
        return i18n.choose(request.headers.get("accept-language", ""), self._api.settings.default_language)


_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"


def public_headers(settings: Settings) -> dict[str, str]:
    """The headers of every public answer: no script, nothing from elsewhere, to be asked for again each time."""
    own = {
        "content-security-policy": f"{_POLICY}; frame-ancestors 'none'",
        "cache-control": "public, no-cache",
        "vary": "accept-encoding, accept-language",
        "referrer-policy": "strict-origin-when-cross-origin",
    }
    return {**dict(usual_headers(settings)), **own}


def parsed(path: str) -> Asked | None:
    """What an address below `/p/` means; None for nothing."""
    whole = _PATH.fullmatch(path)
    if whole is None:
        return None
    site, rest = whole[1], whole[2] or ""
    if rest == "":
        return Asked(site, "sheet")
    if rest in ("feed.atom", "sitemap.xml"):
        return Asked(site, "feed" if rest == "feed.atom" else "sitemap")
    file = _FILE.fullmatch(rest)
    if file is not None:
        return Asked(site, "file", file=file[1], width=int(file[2]) if file[2] else None)
    place = _PLACE.fullmatch(rest)
    return Asked(site, "sheet", place=place[1]) if place is not None else None


def _kept(space: str, epoch: int, body: bytes, headers: Mapping[str, str], until: int | None) -> _Kept:
    packed = gzip.compress(body, 9, mtime=0)
    etag = f'W/"{hashlib.sha256(body).hexdigest()[:32]}"'.encode()
    always = [(name.encode(), value.encode()) for name, value in headers.items()] + [(b"etag", etag)]

    def start(status: int, *more: tuple[bytes, bytes]) -> Message:
        return {"type": "http.response.start", "status": status, "headers": [*always, *more]}

    def whole(content: bytes) -> Message:
        return {"type": "http.response.body", "body": content}

    return _Kept(
        space, epoch, etag.removeprefix(b"W/"), start(200, (b"content-length", str(len(body)).encode())),
        start(200, (b"content-encoding", b"gzip"), (b"content-length", str(len(packed)).encode())), start(304), whole(body), whole(packed),
        until, len(body) + len(packed) + 4000,
    )  # fmt: skip


class _Sent(Response):
    """A kept page as Starlette sends it."""

    def __init__(self, start: Message, body: Message) -> None:
        super().__init__(body["body"], start["status"])
        self.raw_headers = list(start["headers"])


def _sent(request: Request, kept: _Kept) -> Response:
    asked = Headers(scope=request.scope)
    if kept.etag.decode() in asked.get("if-none-match", ""):
        return _Sent(kept.same, _EMPTY)
    start, body = (kept.packed, kept.packed_body) if "gzip" in asked.get("accept-encoding", "") else (kept.plain, kept.body)
    return _Sent(start, body if request.method == "GET" else _EMPTY)
