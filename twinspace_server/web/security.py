"""What every request passes before anything else sees it: our hosts, our own pages, bounded heads and bodies.

`app` wraps everything in `Guard`, and the live socket asks `origin_allowed` at its handshake. It decides by headers
alone: it knows no session and no right, and it never trusts an address that a request claims for itself.
"""

from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from twinspace_server import ids, logs
from twinspace_server.errors import TooLarge
from twinspace_server.settings import Settings

BODY_BYTES = 256 * 1024
UPLOAD = "/api/upload"
FORM_BYTES = 64 * 1024
"""What a multipart form may take beside the file in it."""
HEAD_BYTES = 16 * 1024
HEAD_LINES = 100
SECRET = "/feeds/"  # noqa: S105 - a prefix
"""Addresses below this are secrets."""
_log = logs.get(__name__)
_READING = frozenset({"GET", "HEAD", "OPTIONS"})
# A watcher asks these by the machine's address, and they say nothing worth protecting.
_ANY_HOST = frozenset({"/healthz", "/readyz"})


class Guard:
    """ASGI middleware around the whole app, for HTTP and the socket's handshake alike."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        self._headers = headers(settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        refused = self._refusal(scope)
        if scope["type"] == "websocket":
            if refused is None:
                await self._app(scope, receive, self._with_headers(send))
            else:
                await self._deny(refused, scope, receive, send)
            return
        send = self._with_headers(send)
        if refused is not None:
            await refused(scope, receive, send)
            return
        body = _Body(receive, self._most(scope["path"]))
        try:
            await self._app(scope, body.receive, body.watch(send))
        except TooLarge:
            # Only when nobody nearer has answered: the API turns this error into its own words.
            if body.answered:
                raise
            await _problem(413, "too_large", "The request is too large.")(scope, receive, send)
        except Exception:
            # The last net, so that even a bug answers with these headers and no traceback.
            ref = ids.tag()
            _log.error("request failed", ref=ref, path=withheld(scope["path"])[:200], exc_info=True)
            if body.answered:
                raise
            await _problem(500, "internal", "Something went wrong here.", ref=ref)(scope, receive, send)

    def _refusal(self, scope: Scope) -> JSONResponse | None:
        raw: Iterable[tuple[bytes, bytes]] = scope["headers"]
        if sum(len(name) + len(value) + 4 for name, value in raw) > HEAD_BYTES or len(scope["headers"]) > HEAD_LINES:
            return _problem(431, "too_large", "The head of the request is too large.")
        if len(scope["path"]) + len(scope["query_string"]) > HEAD_BYTES:
            return _problem(414, "too_large", "The address is too long.")
        headers = Headers(scope=scope)
        if scope["path"] not in _ANY_HOST and not host_allowed(scope, self._settings):
            return _problem(400, "unknown_host", "This server does not go by that name; its address is a setting.")
        if scope["type"] == "websocket":
            return None if origin_allowed(scope, self._settings) else _problem(403, "foreign_origin", "Not from another site.")
        if scope["method"] not in _READING:
            if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none") or not origin_allowed(scope, self._settings):
                return _problem(403, "foreign_origin", "Not from another site.")
            length = headers.get("content-length", "0")
            if not length.isascii() or not length.isdigit():
                return _problem(400, "bad_input", "The request's length is no number.")
            if len(length) > 12 or (int(length) > BODY_BYTES and scope["path"] != UPLOAD):
                return _problem(413, "too_large", "The request is too large.")
        return None

    def _most(self, path: str) -> int:
        """Bytes of a body; an upload that announces more is refused in its own words (`web/uploads`)."""
        return self._settings.file_bytes + FORM_BYTES if path == UPLOAD else BODY_BYTES

    async def _deny(self, response: JSONResponse, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse a handshake with an HTTP answer where the server can, with a plain 403 where it can't."""
        if "websocket.http.response" in scope.get("extensions", {}):
            await response(scope, receive, self._with_headers(send))
        else:
            await send({"type": "websocket.close", "code": 1008})

    def _with_headers(self, send: Send) -> Send:
        async def with_headers(message: Message) -> None:
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
                own = MutableHeaders(scope=message)
                for name, value in self._headers:
                    own.setdefault(name, value)
            await send(message)

        return with_headers


def withheld(path: str) -> str:
    """A path as a log may have it: a secret address is a token."""
    return f"{SECRET}…" if path.startswith(SECRET) else path


class _Body:
    """Counts the bytes of a body as they come, because a chunked one doesn't announce its length."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive = receive
        self._most = most
        self._bytes = 0
        self.answered = False

    async def receive(self) -> Message:
        message = await self._receive()
        if message["type"] == "http.request":
            self._bytes += len(message.get("body", b""))
            if self._bytes > self._most and not self.answered:
                raise TooLarge()
        return message

    def watch(self, send: Send) -> Send:
        async def watched(message: Message) -> None:
            self.answered = True
            await send(message)

        return watched


def headers(settings: Settings) -> list[tuple[str, str]]:
    """The headers that every answer carries unless it brings its own."""
    live = settings.address.replace("http", "ws", 1)
    rules = [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' blob:",
        "font-src 'self'",
        # Of our own files only PDFs let themselves be framed (`web/downloads`): the browser's viewer shows them.
        "frame-src 'self'",
        "media-src 'self' blob:",
        # Older Safari does not take 'self' to mean the socket of the same host.
        f"connect-src 'self' {live}",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors 'none'",
    ]
    all_of_them = [
        ("content-security-policy", "; ".join(rules)),
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"),
        # What a person gets is for that person; what may be kept says so itself.
        ("cache-control", "no-store"),
    ]
    if settings.secure:
        all_of_them.append(("strict-transport-security", "max-age=31536000"))
    return all_of_them


def host_allowed(scope: Scope, settings: Settings) -> bool:
    """Whether the request names exactly one host and it is ours."""
    named = [value for name, value in scope["headers"] if name == b"host"]
    return len(named) == 1 and named[0].decode("latin-1").lower() in settings.hosts


def origin_allowed(scope: Scope, settings: Settings) -> bool:
    """Whether a page that is not ours is out of the question. Programs send no Origin; browsers always do when it counts."""
    named = [value for name, value in scope["headers"] if name == b"origin"]
    return not named or (len(named) == 1 and named[0].decode("latin-1").lower() in settings.origins)


def _problem(status: int, code: str, title: str, **more: str) -> JSONResponse:
    """A refusal in the shape of all problems (RFC 9457); in English, because nobody is known yet."""
    told = {"type": "about:blank", "title": title, "status": status, "detail": title, "code": code, **more}
    return JSONResponse(told, status_code=status, media_type="application/problem+json")
