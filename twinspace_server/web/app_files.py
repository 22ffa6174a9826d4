"""The browser app's files, as the build left them in `twinspace_server/assets/`.

`app` mounts it last, for every path that nothing else answers. Names under `/assets/` carry a hash and are kept for a
year; everything else is asked for again each time. A path of the app itself (`/spaces/…`) gets `index.html`. Only
names found at the start are served, so no path can lead out of the directory.
"""

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

BUILT = Path(__file__).parent.parent / "assets"
_HASHED = "/assets/"
_YEAR = "public, max-age=31536000, immutable"
_ASK = "no-cache"
# What the server prints with lies beside the app, and is sent to nobody.
_UNSERVED = "fonts"
# Not the app's: an address below these that nothing answered is an error, never a page.
_NOT_PAGES = ("/api/", "/live/", "/files/", "/p/", _HASHED)
# Debian's mime.types and ours must agree, whatever the machine has.
_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
    ".webmanifest": "application/manifest+json",
    ".json": "application/json",
    ".ftl": "text/plain; charset=utf-8",
    ".map": "application/json",
}
_PACKED = frozenset({".js", ".css", ".html", ".svg", ".webmanifest", ".json", ".ftl"})
_MISSING = """<!doctype html><html lang="en"><meta charset="utf-8"><title>TwinSpace</title>
<h1>The browser app is not built</h1>
<p>The server runs, but its pages were never made. Run <code>make build</code> in the checkout, or install the wheel, which holds them.</p>
"""


@dataclass(frozen=True)
class _File:
    body: bytes
    suffix: str
    type: str
    etag: str
    cache: str

    @cached_property
    def packed(self) -> bytes | None:
        """For those who take gzip, where it saves something; made when first asked for, so that no start waits for all of them."""
        if self.suffix not in _PACKED or len(self.body) <= 1024:
            return None
        packed = gzip.compress(self.body, 9, mtime=0)
        return packed if len(packed) < len(self.body) else None


class AppFiles:
    """ASGI app that serves the built files from memory (some 2 MB, read once at the start)."""

    def __init__(self, built: Path = BUILT) -> None:
        self._files = {
            f"/{path.relative_to(built).as_posix()}": _read(path, built) for path in sorted(built.rglob("*")) if _public(path, built)
        }

    @property
    def built(self) -> bool:
        """Whether there is an app to serve."""
        return "/index.html" in self._files

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        await self._answer(scope)(scope, receive, send)

    def _answer(self, scope: Scope) -> Response:
        if scope["method"] not in ("GET", "HEAD"):
            return PlainTextResponse("Method not allowed", status_code=405, headers={"allow": "GET, HEAD"})
        path = scope["path"]
        found = self._files.get(path)
        if found is None:
            if f"{path}/".startswith(_NOT_PAGES) or "." in path.rsplit("/", 1)[-1]:
                return PlainTextResponse("Not found", status_code=404)
            found = self._files.get("/index.html")
            if found is None:
                return HTMLResponse(_MISSING, status_code=503)
        headers = {"etag": found.etag, "cache-control": found.cache, "vary": "accept-encoding"}
        asked = Headers(scope=scope)
        if found.etag in (tag.strip().removeprefix("W/") for tag in asked.get("if-none-match", "").split(",")):
            return Response(status_code=304, headers=headers)
        body = found.body
        if "gzip" in asked.get("accept-encoding", "") and found.packed is not None:
            body = found.packed
            headers["content-encoding"] = "gzip"
        return Response(body, headers={**headers, "content-type": found.type})


def _public(path: Path, built: Path) -> bool:
    parts = path.relative_to(built).parts
    return path.is_file() and parts[0] != _UNSERVED and not any(part.startswith(".") for part in parts)


def _read(path: Path, built: Path) -> _File:
    body = path.read_bytes()
    return _File(
        body=body,
        suffix=path.suffix,
        type=_TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream",
        etag=f'"{hashlib.sha256(body).hexdigest()[:24]}"',
        cache=_YEAR if f"/{path.relative_to(built).as_posix()}".startswith(_HASHED) else _ASK,
    )
