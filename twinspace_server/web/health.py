"""Is it alive (`/healthz`), and can it do its work now (`/readyz`)? For watchers, load balancers and people.

`app` makes one `Health`, gives it a probe for each thing that must be reachable, and mounts its routes. The answers
name what is wrong but never how it failed: an exception's words may hold an address or a password.
"""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from time import monotonic
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from twinspace_server import __version__, logs

Probe = Callable[[], Awaitable[bool]]
_SECONDS = 2.0
_KEPT = 1.0
_log = logs.get(__name__)


class Health:
    """The probes of one process, and its state: working or ending."""

    def __init__(self, wal: Path | None = None) -> None:
        """`wal` is SQLite's write-ahead log, whose growth tells of a reader that never ends."""
        self._probes: dict[str, Probe] = {}
        self._wal = wal
        self._asking: asyncio.Future[tuple[bool, dict[str, Any]]] | None = None
        self._asked_at = 0.0
        self.ending = False

    def watch(self, name: str, probe: Probe) -> None:
        """Ask `probe` for each readiness check; it answers or fails within two seconds."""
        self._probes[name] = probe

    def routes(self) -> list[Route]:
        """For the app's table of routes."""
        return [Route("/healthz", self._alive, methods=["GET"]), Route("/readyz", self._ready, methods=["GET"])]

    async def _alive(self, request: Request) -> JSONResponse:
        return JSONResponse({"status": "ok", "version": __version__})

    async def _ready(self, request: Request) -> JSONResponse:
        well, told = await self._findings()
        well = well and not self.ending
        status = "ending" if self.ending else "ok" if well else "unavailable"
        return JSONResponse(
            {"status": status, "version": __version__, **told},
            status_code=200 if well else 503,
            headers=None if well else {"retry-after": "2"},
        )

    async def _findings(self) -> tuple[bool, dict[str, Any]]:
        """Shared by all who ask within a second, so that asking can't be used to load the database."""
        if self._asking is None or monotonic() - self._asked_at > _KEPT:
            self._asked_at = monotonic()
            self._asking = asyncio.ensure_future(self._ask())
        return await asyncio.shield(self._asking)

    async def _ask(self) -> tuple[bool, dict[str, Any]]:
        answers = await asyncio.gather(*(self._one(name, probe) for name, probe in self._probes.items()))
        told: dict[str, Any] = dict(zip(self._probes, ("ok" if answer else "unreachable" for answer in answers), strict=True))
        if self._wal is not None:
            told["wal_bytes"] = wal_bytes(self._wal)
        return all(answers), told

    async def _one(self, name: str, probe: Probe) -> bool:
        try:
            return await asyncio.wait_for(probe(), _SECONDS)
        except Exception:
            _log.warning("not ready", part=name, exc_info=True)
            return False


def wal_bytes(wal: Path) -> int:
    """Size of SQLite's write-ahead log; 0 where there is none."""
    try:
        return wal.stat().st_size
    except OSError:
        return 0
