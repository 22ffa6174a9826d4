"""The roof: puts the house together. The only file that knows all features.

`assemble` gives a working house without a web server (the command line, the demo, tests); `create` wraps it into the
ASGI app that uvicorn serves.
"""

import asyncio
import gc
import importlib
import pkgutil
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import argon2
from sqlalchemy import make_url
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.types import ASGIApp

from twinspace_server import channels, clock, cms, desk, jobs, logs, people, projects, settings
from twinspace_server import spaces as spaces_folder
from twinspace_server.broker import open_broker
from twinspace_server.channels import sessions
from twinspace_server.cms import page_rows, strangers
from twinspace_server.cms.files import contents
from twinspace_server.desk import bell, mail
from twinspace_server.files import FileStore, open_files, pictures
from twinspace_server.files.promise import beside, clear_out
from twinspace_server.live import gates, presence
from twinspace_server.live.dispatch import Dispatcher
from twinspace_server.live.feature import AWAY, LATER, Feature, Registry
from twinspace_server.live.gates import Keeper
from twinspace_server.live.hub import Hub
from twinspace_server.live.indexing import Indexer
from twinspace_server.live.page_room import PageRooms
from twinspace_server.live.page_socket import PageSockets
from twinspace_server.live.presence import Presence
from twinspace_server.live.socket import Sockets
from twinspace_server.metrics import ours
from twinspace_server.people import accounts, factors, installation, my_data, schools, sign_in
from twinspace_server.people.passwords import Passwords
from twinspace_server.settings import Settings
from twinspace_server.spaces import bin as the_bin
from twinspace_server.spaces import (
    consent,
    foresight,
    housekeeping,
    moving,
    order,
    policies,
    reading,
    record,
    reports,
    search,
    spaces,
    tables,
    team,
    tree,
    waiting,
)
from twinspace_server.storage import copies, open_store
from twinspace_server.storage.store import Store
from twinspace_server.web.api import Api
from twinspace_server.web.app_files import AppFiles
from twinspace_server.web.documents import asyncapi, openapi
from twinspace_server.web.downloads import Downloads
from twinspace_server.web.faces import Faces
from twinspace_server.web.feeds import Feeds
from twinspace_server.web.health import Health
from twinspace_server.web.my_data import MyData
from twinspace_server.web.public import Pages, Public
from twinspace_server.web.security import Guard
from twinspace_server.web.single_sign_on import SingleSignOn
from twinspace_server.web.uploads import Receiver, Uploads

COPIES_KEPT_SECONDS = 35 * 24 * 3600
"""Of what upgrades have copied: no longer than a backup."""
GARBAGE = 20_000
"""Objects made, and not dropped, between two walks of the collector (Python: 700)."""

# Walked when this file is imported, so that whoever imports the roof knows every table.
_WALKED = [
    importlib.import_module(info.name)
    for folder in (people, spaces_folder, desk, channels, cms, projects)
    for info in pkgutil.iter_modules(folder.__path__, f"{folder.__name__}.")
]


def features() -> list[Feature]:
    """Every feature; a new file in a folder of floor 5 that has one is one more."""
    found: list[Feature] = [
        module.feature
        for module in (
            presence,
            gates,
            accounts,
            sign_in,
            installation,
            schools,
            team,
            consent,
            tree,
            tables,
            foresight,
            moving,
            the_bin,
            reading,
            search,
            spaces,
            policies,
            order,
            waiting,
            reports,
            record,
            housekeeping,
            bell,
            mail,
        )
    ]
    walked = [module.feature for module in _WALKED if hasattr(module, "feature")]
    return list(dict.fromkeys([*found, *walked]))


def registry() -> Registry:
    """Everything the house can do."""
    return Registry(features())


@dataclass(slots=True)
class House:
    """The parts of a running installation, in one process."""

    settings: Settings
    store: Store
    dispatcher: Dispatcher
    files: FileStore
    receiver: Receiver
    hub: Hub
    presence: Presence
    keeper: Keeper
    worker: jobs.Worker


@asynccontextmanager
async def assemble(
    settings: Settings, *, now: clock.Clock = clock.system, hasher: argon2.PasswordHasher | None = None, work: bool = False
) -> AsyncIterator[House]:
    """A house that runs until the block ends. `now` is its clock; `work` lets it do jobs."""
    store = open_store(settings.database)
    await store.start()
    kept = open_files(settings)
    try:
        await kept.start()
        passwords = Passwords(settings.hash_pool, settings.hash_queue, hasher)
        tools = SimpleNamespace(store=store, passwords=passwords, settings=settings, files=kept)
        dispatcher = Dispatcher(registry(), store, now, settings, tools, factors.owes if settings.second_factor == "required" else None)
        tools.clear_files = lambda: clear_files(dispatcher, kept)
        installation = await store.identity() if settings.broker_url else ""
        hub = Hub(dispatcher, open_broker(settings.broker_url or None, settings.database, installation))
        here = Presence(hub)
        keeper = Keeper(dispatcher)
        here.on_gated = keeper.look_at

        async def sweep(_payload: dict[str, Any]) -> None:
            await dispatcher.house("house.sweep", housekeeping.Sweep())
            await clear_files(dispatcher, kept)
            if settings.on_sqlite:
                file = Path(str(make_url(settings.database).database))
                await asyncio.to_thread(copies.forget_copies, file, time.time() - COPIES_KEPT_SECONDS)

        async def reckon(_payload: dict[str, Any]) -> None:
            for place, space in await store.read(lambda db: sessions.to_reckon(db, now())):
                await dispatcher.house("session.reckon", sessions.Reckon(place=place), space)

        async def take_up(space: str) -> bool:
            return bool((await dispatcher.house("search.index", search.Index(), space)).result["more"])

        indexer = Indexer(store, dispatcher.registry, take_up)
        handlers: dict[str, jobs.Handler] = {"sweep": sweep, "reckon": reckon, LATER: dispatcher.later, AWAY: dispatcher.later}
        worker = jobs.Worker(store, handlers, now, most={AWAY: 2})
        worker.every("sweep", housekeeping.SWEEP_SECONDS)
        worker.every("reckon", housekeeping.SWEEP_SECONDS)
        await hub.start()
        try:
            if work:
                await here.start()
                await keeper.start()
                await worker.start()
                hub.on_entries = indexer.committed
                await indexer.start()
            yield House(settings, store, dispatcher, kept, Receiver(dispatcher, kept), hub, here, keeper, worker)
        finally:
            if work:
                await indexer.stop()
                await worker.stop()
                await keeper.stop()
                await here.close()
            await hub.close()
            passwords.close()
    finally:
        await store.close()


async def clear_files(dispatcher: Dispatcher, kept: FileStore) -> int:
    """Drop contents that nobody names any more, and what killed processes left on the way in; answers how many contents went."""
    await asyncio.to_thread(clear_out, kept.room, time.time() - contents.UNNAMED_MS / 1000)
    names = (await dispatcher.house("file.unnamed", contents.Unnamed())).result["names"]
    for name in names:
        for one in (name, *(beside(name, str(width)) for width in pictures.WIDTHS)):
            await kept.drop(one)
    if names:
        await dispatcher.house("file.dropped", contents.Dropped(names=names))
    return len(names)


def create(settings: Settings, *, now: clock.Clock = clock.system, hasher: argon2.PasswordHasher | None = None) -> ASGIApp:
    """The ASGI app of an installation; its lifespan opens and closes the house."""
    health = Health(Path(f"{make_url(settings.database).database}-wal") if settings.on_sqlite else None)
    documents = {"/api/openapi.json": openapi, "/api/asyncapi.json": asyncapi}

    def document(make: Callable[[Registry, Settings], bytes]) -> Callable[[Request], Response]:
        """Made when it is first asked for (a plain function, so in a thread), and kept."""
        made = cache(lambda: make(registry(), settings))
        return lambda _request: Response(made(), media_type="application/json", headers={"Cache-Control": "public, max-age=300"})

    app = Starlette(routes=[*(Route(path, document(make), methods=["GET"]) for path, make in documents.items()), *health.routes()])

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        logs.configure(settings.log_level)
        ours()  # the figures stand at nought before the first call
        async with assemble(settings, now=now, hasher=hasher, work=True) as house:
            sockets = Sockets(house.dispatcher, house.hub, house.presence)
            rooms = PageRooms(house.hub, page_rows.since, page_rows.newest)
            rooms.start()
            health.watch("database", house.store.ready)
            health.watch("broker", house.hub.broker.ready)
            health.watch("files", house.files.ready)
            api = Api(house.dispatcher)
            shown = Pages(api, house.files, strangers.body)
            house.hub.on_news, house.hub.on_lost_news = shown.freshness.heard, shown.freshness.doubt_all
            app.router.routes[len(documents) + 2 :] = [
                WebSocketRoute("/live", sockets.endpoint),
                WebSocketRoute("/live/page/{place}", PageSockets(sockets, rooms).endpoint),
                *Uploads(api, house.receiver).routes(),
                *api.routes(),
                *Downloads(api, house.files).routes(),
                *MyData(api, house.files, my_data).routes(),
                *Faces(api, house.files).routes(),
                *shown.routes(),
                *SingleSignOn(api).routes(),
                *Feeds(lambda token: house.dispatcher.look("calendar.read_feed", {"token": token}), settings.default_language).routes(),
                Mount("/", AppFiles()),
            ]
            public.pages = shown
            app.state.house = house
            if not gc.isenabled():  # the command line starts without the collector
                gc.freeze()  # what stands now stays, and needs no walking
                gc.set_threshold(GARBAGE)  # commands make few cycles: looking every 700 objects finds hardly any
                gc.enable()
            yield
            health.ending = True

    app.router.lifespan_context = lifespan
    public = Public(Guard(app, settings), settings)
    return public


def create_from_env() -> ASGIApp:
    """What `--workers N` calls in each process."""
    return create(settings.load())
