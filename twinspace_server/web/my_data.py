"""What is kept of a person, on its way out: `GET /my-data/<token>`, a ZIP that is made while it is sent (`people/my_data.py`).

Only the session that asked gets it, and once. JSON is written row by row and files piece by piece, so that memory stays small whatever
somebody has made in years. Nothing of it is kept here, and no browser may.
"""

import zipfile
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import IO, Any, Protocol, cast

import msgspec
import structlog
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from twinspace_server import i18n
from twinspace_server.errors import NotFound, SignedOut, TwinspaceError
from twinspace_server.files import FileStore, names
from twinspace_server.files.promise import Missing
from twinspace_server.live.feature import Registry
from twinspace_server.live.keeping import Keeping
from twinspace_server.storage.store import Db
from twinspace_server.web.api import Api, problem
from twinspace_server.web.downloads import Pipe

logger = structlog.get_logger(__name__)


class Source(Protocol):
    """What tells what is kept (`people/my_data`, which stands on a higher floor)."""

    PATH: str
    AT_ONCE: int

    def kept(self, registry: Registry) -> list[Keeping]: ...
    def page(self, db: Db, keeping: Keeping, person: str, start: int) -> list[Mapping[str, Any]]: ...
    def where(self, db: Db, person: str) -> Iterator[Mapping[str, Any]]: ...
    def contents(self, db: Db, registry: Registry, person: str) -> list[tuple[str, str]]: ...


class MyData:
    """The endpoint."""

    def __init__(self, api: Api, store: FileStore, source: Source) -> None:
        self._api = api
        self._store = store
        self._source = source

    def routes(self) -> list[Route]:
        return [Route(f"{self._source.PATH}/{{token}}", self.send, methods=["GET"])]

    async def send(self, request: Request) -> Response:
        """The ZIP; a problem document for an address that leads nowhere (any more)."""
        language = i18n.choose(request.headers.get("accept-language", ""), self._api.settings.default_language)
        try:
            who = await self._api.who(request)
            if who is None:
                raise SignedOut()
            language = who.language or language
            token = request.path_params["token"]
            if len(token) > 100:
                raise NotFound()
            take = self._api.dispatcher.registry.commands["my_data.take"].params
            asked = msgspec.convert({"token": token, "session": who.session}, take)
            taken = (await self._api.dispatcher.house("my_data.take", asked)).result
        except TwinspaceError as error:
            return problem(error, language, {})
        name = names.disposition(f"TwinSpace-{names.on_any_machine(taken['username'])}.zip", inline=False)
        headers = {"Content-Disposition": name, "Cache-Control": "no-store"}
        return StreamingResponse(self.zipped(taken["of"], language), media_type="application/zip", headers=headers)

    async def zipped(self, person: str, language: str) -> AsyncIterator[bytes]:
        """All of it, as it is read."""
        pipe, taken = Pipe(), set[str]()
        source, registry, read = self._source, self._api.dispatcher.registry, self._api.dispatcher.store.read
        with zipfile.ZipFile(cast(IO[bytes], pipe), "w", zipfile.ZIP_DEFLATED, allowZip64=True) as whole:
            whole.writestr(_named("README.txt"), i18n.plain(language, "self-readme", {"installation": self._api.settings.name}))
            titles = await read(lambda db: [*source.where(db, person)])
            whole.writestr(_named("data/where.json"), msgspec.json.format(msgspec.json.encode(titles), indent=2))
            yield pipe.taken()
            for keeping in source.kept(registry):
                name = names.unique(f"data/{keeping.table.name}.json", taken)
                with whole.open(_named(name), "w") as inside:
                    async for piece in self._rows(keeping, person):
                        inside.write(piece)
                        yield pipe.taken()
            for called, blob in await read(lambda db: source.contents(db, registry, person)):
                info = _named(names.unique(f"files/{names.on_any_machine(called)}", taken))
                info.compress_type = zipfile.ZIP_STORED  # packed already, most of them
                try:
                    with whole.open(info, "w", force_zip64=False) as inside:
                        async for piece in self._store.read(blob):
                            inside.write(piece)
                            yield pipe.taken()
                except Missing:
                    logger.error("content_missing")
            yield pipe.taken()
        yield pipe.taken()

    async def _rows(self, keeping: Any, person: str) -> AsyncIterator[bytes]:
        """A JSON list, a row a line."""
        start, first = 0, True
        yield b"["
        while True:
            at = start
            rows = await self._api.dispatcher.store.read(lambda db, at=at: self._source.page(db, keeping, person, at))  # type: ignore[misc]
            if rows:
                yield (b"\n" if first else b",\n") + b",\n".join(msgspec.json.encode(row) for row in rows)
                first = False
            if len(rows) < self._source.AT_ONCE:
                break
            start += len(rows)
        yield b"\n]\n"


def _named(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = 0o644 << 16
    info.compress_type = zipfile.ZIP_DEFLATED
    return info
