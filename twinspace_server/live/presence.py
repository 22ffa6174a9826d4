"""Who is here, and who is typing: passing things that no log keeps.

Being here is a row (`law/present.py`), because gates decide by it; each process renews its rows in one batch every ten
seconds and a row lapses after thirty, by the database's clock. *Present* means that very place is open. Typing is only
passed on. What may be seen is decided by the hub's law, at each signal.
"""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import structlog
from sqlalchemy import delete, select

from twinspace_server import ids
from twinspace_server.errors import NotFound, TwinspaceError
from twinspace_server.law import gates, present
from twinspace_server.law.present import presence
from twinspace_server.law.rights import Right
from twinspace_server.live.allowed import demand
from twinspace_server.live.dispatch import HOUSE
from twinspace_server.live.feature import Feature, Id, Params
from twinspace_server.live.hub import Hub
from twinspace_server.live.stream import Listener, notification
from twinspace_server.storage.store import Db, Lock, Unit

LASTS_MS = 30_000
RENEW_SECONDS = 10.0
GATHER_SECONDS = 0.05
TYPING_SECONDS = 2.0

logger = structlog.get_logger(__name__)

feature = Feature("presence")


class AtPlace(Params, kw_only=True):
    """A place that is open before somebody."""

    place: Id


feature.signal("presence.enter", AtPlace, right=Right.READ, doc="This place is open before me now.")
feature.signal("presence.leave", AtPlace, right=Right.READ, doc="This place is no longer open before me.")
feature.signal("presence.typing", AtPlace, right=Right.ADD, doc="I am writing here; say it again every two seconds while it lasts.")


def here(db: Db, place: str) -> list[str]:
    """The persons before whom this place is open, in any process."""
    return present.here(db, place)


def here_in(db: Db, space: str, places: Sequence[str]) -> dict[str, list[str]]:
    """The same for all places of a space that somebody has open."""
    found: dict[str, list[str]] = {}
    rows = db.execute(
        select(presence.c.place, presence.c.person)
        .distinct()
        .where(presence.c.space == space, presence.c.until > db.now(), presence.c.process != present.GONE)
        .order_by(presence.c.place, presence.c.person)
    )
    wanted = set(places)
    for place, person in rows:
        if place in wanted:
            found.setdefault(place, []).append(person)
    return found


class Presence:
    """This process's part of it."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub
        self.process = ids.new()
        self._pending: list[tuple[str, str, str, str, bool]] = []
        self._changed: dict[str, str] = {}
        self._open: dict[str, set[str]] = {}
        self._shown: dict[str, str] = {}
        """Places where listeners of this process believe somebody to be, with their spaces."""
        self._typed: dict[tuple[str, str], float] = {}
        self.on_gated: Callable[[Mapping[str, str]], None] = lambda _places: None
        """Called when somebody came to, or left, places (→ their space) that have a gate."""
        hub.on_signal = self.heard
        hub.on_gap = self.missed

    async def start(self) -> None:
        """Renew from now on."""
        self.hub.spawn(self._renew())

    async def close(self) -> None:
        """Let go of this process's rows, so that nobody seems to be here who isn't. Before a gate, they count to the end of their time."""
        await self._write(lambda db: present.let_go(db, self.process))

    def signal(self, socket: str, person: str, listeners: Mapping[str, Listener], name: str, place: str) -> None:
        """A signal from a socket. *Not found* unless that socket listens to the place's space and the right holds."""
        space = self._space(listeners, place)
        law = self.hub.streams[space].law
        right = Right.ADD if name == "presence.typing" else Right.READ
        assert law is not None
        if name != "presence.leave" or place not in self._open.get(socket, ()):  # what was open may be left, lost or not
            demand(law.decide(person, place, right))
        if name == "presence.typing":
            standing = law.members[person]
            if not standing.held and standing.quiet_until <= self.hub.dispatcher.clock():  # what others can't read is not announced
                self._typing(space, place, person)
        elif name == "presence.enter":
            self._open.setdefault(socket, set()).add(place)
            self._put(socket, space, place, person, True)
        elif place in self._open.get(socket, ()):
            self._open[socket].discard(place)
            self._put(socket, space, place, person, False)

    def gone(self, socket: str, person: str, listeners: Mapping[str, Listener]) -> None:
        """The socket has closed: nothing is open before it any more."""
        for place in self._open.pop(socket, ()):
            space = self.hub.dispatcher.laws.space_of(place) or ""
            self._put(socket, space, place, person, False)

    def heard(self, what: Mapping[str, Any]) -> None:
        """Another process says that something passing happened."""
        if what.get("what") == "typing":
            self._show_typing(what["space"], what["place"], what["by"])
        elif what.get("what") == "here":
            for place, space in what["places"].items():
                self._changed[place] = space
            self.hub.spawn(self._tell())

    def shown(self, space: str, places: Iterable[str]) -> None:
        """A listener was told that somebody is in these places."""
        self._shown.update((place, space) for place in places)

    def missed(self) -> None:
        """Other processes may have said something that wasn't heard here: look who is where, and tell it all."""
        self.hub.spawn(self._look())

    async def _look(self) -> None:
        peopled = select(presence.c.place, presence.c.space).distinct()
        try:
            rows = await self.hub.dispatcher.store.read(lambda db: db.execute(peopled).fetchall())
        except TwinspaceError:
            return
        self._changed.update(self._shown)
        self._changed.update((place, space) for place, space in rows)
        await self._tell()

    def _space(self, listeners: Mapping[str, Listener], place: str) -> str:
        for space, listener in listeners.items():
            law = listener.stream.law
            if law is not None and place in law.places:
                self.hub.dispatcher.laws.learn(place, space)
                return space
        raise NotFound()

    def _typing(self, space: str, place: str, person: str) -> None:
        now = asyncio.get_running_loop().time()
        if now - self._typed.get((place, person), -TYPING_SECONDS) < TYPING_SECONDS / 2:
            return
        if len(self._typed) > 10_000:
            self._typed.clear()
        self._typed[place, person] = now
        self._show_typing(space, place, person)
        self.hub.signal(what="typing", space=space, place=place, by=person)

    def _show_typing(self, space: str, place: str, person: str) -> None:
        stream = self.hub.streams.get(space)
        if stream is not None and stream.law is not None:
            stream.pass_on(place, notification(space=space, event="presence.typing", place=place, by=person))

    def _put(self, socket: str, space: str, place: str, person: str, is_here: bool) -> None:
        """Gather comings and goings for a moment: a class that arrives together is one write and one event."""
        if not self._pending:
            asyncio.get_running_loop().call_later(GATHER_SECONDS, lambda: self.hub.spawn(self._store()))
        self._pending.append((socket, space, place, person, is_here))

    async def _store(self) -> None:
        pending, self._pending = self._pending, []
        gated: dict[str, str] = {}

        def run(db: Db) -> None:
            gated.clear()
            until = db.now() + LASTS_MS
            for socket, space, place, person, is_here in pending:
                behind_gate = gates.there(db, place)
                if behind_gate:
                    gated[place] = space
                if is_here:
                    present.enter(db, socket=socket, place=place, space=space, person=person, process=self.process, until=until)
                elif behind_gate:
                    present.linger(db, socket, place, until)
                else:
                    present.leave(db, socket, place)

        if await self._write(run):
            places = {place: space for _, space, place, _, _ in pending}
            self._changed.update(places)
            self._announce(places)
            if gated:
                self.on_gated(gated)
            await self._tell()

    def _announce(self, places: Mapping[str, str]) -> None:
        """Name the places to the other processes, a signal for every fifty (a signal holds 7,000 bytes)."""
        pairs = list(places.items())
        for at in range(0, len(pairs), 50):
            self.hub.signal(what="here", places=dict(pairs[at : at + 50]))

    async def _tell(self) -> None:
        """Say who is here now, whole, to everybody who may read the place."""
        changed, self._changed = self._changed, {}
        followed = {place: space for place, space in changed.items() if space in self.hub.streams}
        if not followed:
            return
        try:
            lists = await self.hub.dispatcher.store.read(lambda db: {place: here(db, place) for place in followed})
        except TwinspaceError:
            return
        for place, space in followed.items():
            stream = self.hub.streams.get(space)
            if lists[place]:
                self._shown[place] = space
            else:
                self._shown.pop(place, None)
            if stream is not None and stream.law is not None:
                names = [person for person in lists[place] if stream.law.sees(person, place)]
                stream.pass_on(place, notification(space=space, event="presence.here", place=place, here=names))

    async def _renew(self) -> None:
        """Every ten seconds: keep this process's rows, drop what has lapsed, and say where somebody is missing now."""
        while True:
            await asyncio.sleep(RENEW_SECONDS)
            self._shown = {place: space for place, space in self._shown.items() if space in self.hub.streams}
            lapsed: dict[str, str] = {}

            def run(db: Db, lapsed: dict[str, str] = lapsed) -> None:
                now = db.now()
                present.renew(db, self.process, now + LASTS_MS)
                old = presence.c.until <= now
                for place, space in db.execute(select(presence.c.place, presence.c.space).where(old)).fetchall():
                    lapsed[place] = space
                if lapsed:
                    db.execute(delete(presence).where(old))

            if await self._write(run) and lapsed:
                self._changed.update(lapsed)
                self._announce(lapsed)
                await self._tell()

    async def _write(self, run: Any) -> bool:
        try:
            await self.hub.dispatcher.store.write(Unit(space=HOUSE, run=run, law=Lock.NONE))
        except TwinspaceError:
            logger.warning("presence_not_written")
            return False
        return True
