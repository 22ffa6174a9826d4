"""A walk through a house for `test_state.py`: the tabs that listen, and what the persons who act there have made on the way.

Each tab reduces what it hears (`state_model.Client`); at any moment that must equal what a fresh `space.listen` and `place.open` say.
What is done on a walk stands in `state_actions.py`.
"""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Engine, create_engine, select

from tests.cast import HASHER, Clock, World, fresh_database, populate, settings_for
from tests.state_model import Client, Event, differences, window_differences
from twinspace_server import app
from twinspace_server.app import House
from twinspace_server.errors import NotAllowed, NotFound, SignedOut, TwinspaceError
from twinspace_server.identity import Who
from twinspace_server.live import log
from twinspace_server.live.dispatch import Asker
from twinspace_server.live.feature import Gate
from twinspace_server.live.frames import Frame
from twinspace_server.live.hub import LiveReader
from twinspace_server.live.stream import Listener
from twinspace_server.spaces.spaces import Listen
from twinspace_server.storage.sqlite import _WriterDb
from twinspace_server.storage.store import Db

PATIENCE = 10.0

TABS = ("alice", "bob", "pia", "gerda", "pia", "alice")
"""Whose tabs are open: the administrator, a plain teacher, a pupil, a guest, and two people on a second device."""

Run = Callable[["Walk", str, int, int], Awaitable[Any]]
"""One thing that is done: by whom, and two numbers that choose the rest."""


class Tab(LiveReader):
    """A browser tab without the network: what `live/socket` is to the hub, over a model of the client."""

    def __init__(self, walk: "Walk", number: int, username: str) -> None:
        self.walk = walk
        self.number = number
        self.username = username
        self.who: Who = walk.world[username].who
        self.person = self.who.person
        self.model = Client(self.person)
        self.house: House | None = None
        self.listeners: dict[str, Listener] = {}
        self.knows_devices = False

    # -- what the hub asks -----------------------------------------------------------------------------------

    def send(self, frame: Frame) -> None:
        if self.house is None:
            return
        told = json.loads(frame.text)
        for one in told if isinstance(told, list) else [told]:
            self._hear(one["params"])

    def _hear(self, event: Event) -> None:
        try:
            self.model.heard(event)
        except (AssertionError, KeyError) as fault:
            self.walk.faults.append(f"{self.username}'s tab {self.number}: {fault!r} at {event}")

    def lost(self, space: str) -> None:
        listener = self.listeners.pop(space, None)
        if listener is not None and self.house is not None:
            self.house.hub.leave(listener)

    def end(self, code: int) -> None:
        self.disconnect()

    async def room(self) -> bool:
        await asyncio.sleep(0)
        return self.house is not None

    # -- what the tab does -----------------------------------------------------------------------------------

    async def connect(self, *, anew: bool = False) -> None:
        """Open the socket and listen, after the bookmarks unless `anew`."""
        if self.house is not None:
            return
        house = self.house = self.walk.houses[self.number % len(self.walk.houses)]
        self.who = self.walk.world[self.username].who
        if anew:
            self.model = Client(self.person)
            self.knows_devices = False
        if not await house.hub.attend(self):
            self.disconnect()
            return
        for space in (self.who.desk, self.walk.world.space):
            await self.listen(space)

    def disconnect(self) -> None:
        """The line is cut."""
        if self.house is not None:
            house, self.house = self.house, None
            house.hub.depart(self, self.listeners)
            self.listeners = {}

    async def listen(self, space: str) -> None:
        """`space.listen`, after the bookmark where one is kept."""
        house, known = self.house, self.model.spaces.get(space)
        if house is None or space in self.listeners:
            return

        def answer(result: Mapping[str, Any]) -> None:
            if self.house is house:
                told = plain(result)
                if told["fresh"] and space == self.who.desk:
                    self.knows_devices = False
                self.walk.resumed["anew" if told["fresh"] else "resumed"] += 1
                self.model.listened(space, told)

        try:
            listener = await house.hub.listen(self, Listen(space=space, bookmark=known.bookmark if known else None), answer)
        except (NotFound, NotAllowed):
            self.model.spaces.pop(space, None)
            return
        except SignedOut:
            self.disconnect()
            return
        if listener is not None and self.house is house and space in self.model.spaces:
            self.listeners[space] = listener
        elif listener is not None:
            house.hub.leave(listener)

    async def _open(self, place: str) -> Any:
        assert self.house is not None
        if self.walk.hurried:
            return await self.walk.ask(self.house, self.who, "place.open", place=place)
        return await self.walk.look(lambda db: self.walk.answer(db, self.who, "place.open", place=place))

    async def load(self) -> bool:
        """Ask for what the events say must be loaded; whether there was anything."""
        busy = False
        for space, known in list(self.model.spaces.items()):
            for place in sorted(known.wanted):
                if self.house is None or self.model.spaces.get(space) is not known:
                    return True
                if place not in known.wanted:
                    continue
                busy = True
                self.model.open(space, place)
                answer = None
                try:
                    answer = await self._open(place)
                except (NotFound, SignedOut):
                    pass
                finally:
                    if self.model.spaces.get(space) is known:
                        self.model.opened(space, place, answer)
        desk = self.model.spaces.get(self.who.desk)
        if self.house is not None and desk is not None and not self.knows_devices:
            busy = True
            before = desk.newest
            try:
                devices, me = await self.walk.look(
                    lambda db: (self.walk.answer(db, self.who, "people.devices"), self.walk.answer(db, self.who, "people.me"))
                )
            except SignedOut:
                return False
            # Meanwhile it may have heard more, or have come back as a new tab.
            if desk.newest == before and self.model.spaces.get(self.who.desk) is desk:
                self.model.sessions = {s["id"]: s for s in devices["sessions"]}
                self.model.self = me["person"]
                self.knows_devices = True
        return busy


class Walk:
    """The houses, the cast in them, the tabs, and what has been made on the way."""

    def __init__(self, kind: str, directory: Path) -> None:
        self.kind = kind
        self.directory = directory
        self.stack = AsyncExitStack()
        self.rooms_of: list[AsyncExitStack] = []
        self.houses: list[House] = []
        self.tabs: list[Tab] = []
        self.faults: list[str] = []
        self.lines: list[tuple[str, str]] = []
        self.hidden: list[dict[str, str]] = []
        self.rooms: list[str] = []
        self.folders: list[str] = []
        self.spare: dict[str, list[str]] = {}
        self.done: dict[str, int] = {}
        self.resumed = {"anew": 0, "resumed": 0}
        self.steps = 0
        self.hurried = False
        """Several things are done at once: then tabs load over the door, with all its waiting."""
        self.world: World
        self.url: str
        self.truth: Engine | None = None
        self.clock = Clock()

    @classmethod
    async def begin(cls, kind: str, directory: Path) -> "Walk":
        """Found the cast in a fresh database, and open all tabs."""
        walk = cls(kind, directory)
        try:
            walk.url = await walk.stack.enter_async_context(fresh_database(kind, directory))
            walk.truth = create_engine(walk.url) if kind == "sqlite" else None
            for _ in range(1 if kind == "sqlite" else 2):
                walk.rooms_of.append(AsyncExitStack())
                walk.houses.append(await walk._open(walk.rooms_of[-1]))
            walk.world = await populate(walk.houses[0], walk.clock, bob_administrator=False)
            walk.rooms = [walk.world.lobby, walk.world.river, walk.world.staffroom]
            walk.tabs = [Tab(walk, number, username) for number, username in enumerate(TABS)]
            for tab in walk.tabs:
                await tab.connect()
        except BaseException:
            await walk.end()
            raise
        return walk

    async def _open(self, stack: AsyncExitStack) -> House:
        return await stack.enter_async_context(app.assemble(settings_for(self.url, self.directory), now=self.clock, hasher=HASHER))

    async def end(self) -> None:
        """Close the houses and drop the database."""
        if self.truth is not None:
            self.truth.dispose()
        for stack in self.rooms_of:
            await stack.aclose()
        await self.stack.aclose()

    # -- acting ----------------------------------------------------------------------------------------------

    async def step(self, run: Run, who: str, a: int, b: int) -> None:
        """One action; refusals are part of life, everything else that goes wrong is a find."""
        self.steps += 1
        await run(self, who, a, b)
        for tab in self.tabs:
            if tab.house is not None:
                await tab.load()
        assert not self.faults, self.faults[0]

    async def look(self, fn: Callable[[Db], Any]) -> Any:
        """One read of how things are; on SQLite past the store, which would wait for a thread at each statement."""
        if self.truth is None:
            return await self.houses[0].store.read(fn)
        with self.truth.connect() as connection:
            raw: Any = connection.connection.driver_connection
            return fn(_WriterDb(connection, connection.dialect, raw))

    def answer(self, db: Db, who: Who, method: str, /, **params: Any) -> Any:
        """A query inside such a read."""
        dispatcher = self.houses[0].dispatcher
        query = dispatcher.registry.queries[method]
        asked = query.params(**params)
        space = who.desk if query.gate is Gate.PERSON else params.get("space", self.world.space)
        return plain(query.handler(dispatcher.reading(db, query, asked, who, space), asked))

    async def ask(self, house: House, who: Who | None, method: str, /, **params: Any) -> Any:
        """A command or query in one of the houses, as it goes over the wire."""
        dispatcher = house.dispatcher
        answer = await dispatcher.ask(method, dispatcher.decode(method, msgspec.json.encode(params)), Asker(who, "192.0.2.1", "pytest"))
        return plain(answer.result)

    async def do(self, username: str, method: str, /, **params: Any) -> Any:
        """The same as a person, in turn in each house; None where it was refused."""
        house = self.houses[self.steps % len(self.houses)]
        try:
            answer = await self.ask(house, self.world[username].who, method, **params)
        except TwinspaceError as error:
            if error.status >= 500:
                raise
            return None
        self.done[method] = self.done.get(method, 0) + 1
        return answer

    async def administrator(self, who: str) -> str:
        """The person meant, if that is an administrator now, else one who is: or little would be done."""
        house, space = self.houses[0], self.world.space
        law = await self.look(lambda db: house.dispatcher.laws.current(db, space))
        able = [name for name, person in self.world.people.items() if (s := law.members.get(person.id)) is not None and s.administrator]
        return who if who in able else able[0]

    def room(self, number: int) -> str:
        """A room that was made; the newer ones more often, so that something happens in them."""
        return self.rooms[number % len(self.rooms)]

    def line(self, number: int) -> dict[str, str]:
        """A line that was said, mostly one of the newest."""
        if not self.lines:
            return {"place": self.rooms[0], "message": "nothing"}
        few = self.lines if number % 5 == 0 else self.lines[-12:]
        place, message = few[number % len(few)]
        return {"place": place, "message": message}

    async def restart(self, number: int) -> None:
        """One house ends, and opens again on the same database."""
        at = number % len(self.houses)
        for tab in self.tabs:
            if tab.house is self.houses[at]:
                tab.disconnect()
        await self.rooms_of[at].aclose()
        self.rooms_of[at] = AsyncExitStack()
        self.houses[at] = await self._open(self.rooms_of[at])
        self.world.house = self.houses[0]

    # -- comparing -------------------------------------------------------------------------------------------

    async def quiet(self) -> None:
        """Wait until every house has delivered all there is, and every tab has loaded what it must."""
        until = time.monotonic() + PATIENCE
        while True:
            await asyncio.sleep(0)
            heads = dict(await self.look(lambda db: db.execute(select(log.heads.c.space, log.heads.c.seq)).fetchall()))
            behind = [s for h in self.houses for s in h.hub.streams.values() if s.seen is not None and s.seen < heads[s.space]]
            busy = [await tab.load() for tab in self.tabs if tab.house is not None]
            if not behind and not any(busy):
                return
            assert time.monotonic() < until, f"a house never heard of {[(s.space, s.seen, heads[s.space]) for s in behind]}"
            if behind:
                await asyncio.sleep(0.002)

    async def agree(self, *, deep: bool = False) -> None:
        """What every open tab has equals a fresh state, read now."""
        await self.quiet()
        found: list[str] = []
        for tab in self.tabs:
            if tab.house is None:
                continue
            for space in (tab.who.desk, self.world.space):
                if space not in tab.listeners and space not in tab.model.spaces:
                    await tab.listen(space)  # was not a member when it came, or lost the space; now it may be one (again)
                    await self.quiet()
                found += [f"{tab.username}'s tab {tab.number}: {d}" for d in await self._differences(tab, space, deep)]
        assert not self.faults, self.faults[0]
        assert not found, "\n".join(found)

    async def _fresh(self, tab: Tab, space: str, deep: bool) -> tuple[Any, dict[str, Any]]:
        """A fresh state of the space and of all its rooms, of one moment; nothing for those who are no members."""

        def read(db: Db) -> tuple[Any, dict[str, Any]]:
            try:
                fresh = self.answer(db, tab.who, "space.listen", space=space)
            except (NotFound, NotAllowed):
                return None, {}
            rooms = {}
            for place in [p["id"] for p in fresh["places"] if p["type"] == "chat"]:
                opened = rooms[place] = self.answer(db, tab.who, "place.open", place=place)
                known = tab.model.spaces.get(space)
                window = known.windows.get(place) if known else None
                while deep and window is not None and opened["more"] and opened["items"][0]["seq"] > window.oldest:
                    page = self.answer(db, tab.who, "chat.history", place=place, before=opened["items"][0]["id"], limit=100)
                    opened |= {"items": page["messages"] + opened["items"], "more": page["more"]}
                    opened["originals"] += page["originals"]
            return fresh, rooms

        answer: tuple[Any, dict[str, Any]] = await self.look(read)
        return answer

    async def _differences(self, tab: Tab, space: str, deep: bool) -> list[str]:
        try:
            fresh, rooms = await self._fresh(tab, space, deep)
            own = await self._own_differences(tab) if space == tab.who.desk else []
        except SignedOut:
            return ["was not told that its session has ended"]
        if fresh is None or space not in tab.model.spaces:
            return [] if fresh is None and space not in tab.model.spaces else [f"listens to {space}: {fresh is None}"]
        if space not in tab.listeners:
            return [f"believes to listen to {space}"]
        found = own + differences(tab.model, space, fresh)
        for place, opened in rooms.items():
            found += window_differences(tab.model, space, place, opened)
        return found

    async def _own_differences(self, tab: Tab) -> list[str]:
        devices, me = await self.look(lambda db: (self.answer(db, tab.who, "people.devices"), self.answer(db, tab.who, "people.me")))
        found = []
        if tab.model.sessions != (fresh := {s["id"]: s for s in devices["sessions"]}):
            found.append(f"devices: {sorted(tab.model.sessions)} but fresh {sorted(fresh)}")
        if tab.model.self != me["person"]:
            found.append(f"self: {tab.model.self} but fresh {me['person']}")
        return found


def plain(answer: Any) -> Any:
    """An answer as it comes out of the wire."""
    return json.loads(msgspec.json.encode(answer))
