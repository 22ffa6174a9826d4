"""Secret addresses that programs read without a session: `GET /feeds/<token>.ics`.

The token is the whole right, so it stands in no log, and everything that does not stand answers the same 404; one that only rests,
because its owner owes a second factor, answers 403. What is behind an address is found by a query of the house and written by a thread;
this file knows addresses, rates and caches.
"""

import asyncio
import hashlib
import re
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import Protocol

import structlog
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from twinspace_server import i18n, ids
from twinspace_server.errors import Internal, NotFound, TooMany, TwinspaceError
from twinspace_server.live.rates import Buckets, neighbourhood
from twinspace_server.web.api import problem
from twinspace_server.web.security import SECRET

PER_SECOND, BURST = 0.1, 20
"""Of one address; a program asks every few hours."""
ADDRESS_SHARE = 10

logger = structlog.get_logger(__name__)

_NAME = re.compile(r"([A-Za-z0-9_-]{20,100})\.ics")


class Written(Protocol):
    """What stands behind an address."""

    def written(self) -> bytes: ...


class Feeds:
    """The endpoint; `find` answers what a token stands for, or raises NotFound."""

    def __init__(self, find: Callable[[str], Awaitable[Written]], default_language: str) -> None:
        self._find = find
        self._language = default_language
        self._by_token = Buckets(PER_SECOND, BURST)
        self._by_client = Buckets(PER_SECOND * ADDRESS_SHARE, BURST * ADDRESS_SHARE)

    def routes(self) -> list[Route]:
        return [Route(SECRET + "{name}", self.read, methods=["GET"])]

    async def read(self, request: Request) -> Response:
        """The file, or 304 when the program has it already."""
        try:
            body = await self._body(request)
        except TwinspaceError as error:
            return problem(error, self._chosen(request), {})
        except Exception:
            bug = Internal(ref=ids.tag())
            logger.exception("feed_failed", ref=bug.ref)
            return problem(bug, self._chosen(request), {})
        tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        headers = {"ETag": tag, "Cache-Control": "private, max-age=300", "X-Robots-Tag": "noindex"}
        if tag in re.split(r"\s*,\s*", request.headers.get("if-none-match", "").replace("W/", "")):
            return Response(status_code=304, headers=headers)
        headers["Content-Disposition"] = 'inline; filename="twinspace.ics"'
        return Response(body, media_type="text/calendar; charset=utf-8", headers=headers)

    async def _body(self, request: Request) -> bytes:
        now = monotonic()
        if not self._by_client.take(neighbourhood(request), now):
            raise TooMany(retry_after=10)
        name = _NAME.fullmatch(request.path_params["name"])
        if name is None:
            raise NotFound()
        if not self._by_token.take(hashlib.sha256(name[1].encode()).hexdigest(), now):
            raise TooMany(retry_after=60)
        found = await self._find(name[1])
        return await asyncio.to_thread(found.written)

    def _chosen(self, request: Request) -> str:
        return i18n.choose(request.headers.get("accept-language", ""), self._language)
