"""The cast of all tests, and the house they live in: nora runs it, two schools share a space, olga is outside.

`World` is made by commands alone, as the persons named, so it can hold nothing that a rule forbids. Fixtures make one on
each database (`conftest.py`); `drivers.Server` puts one behind a real web server. Nothing here opens a socket.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import argon2
import msgspec
from alembic.script import ScriptDirectory
from sqlalchemy import Column, MetaData, Table, Text, event, insert

from tests.databases import copied_url, fresh_url
from tests.files import corpus
from twinspace_server import app, clock, settings
from twinspace_server.app import House
from twinspace_server.errors import TwinspaceError
from twinspace_server.identity import Who, by_token
from twinspace_server.live.dispatch import Asker
from twinspace_server.people import factors
from twinspace_server.settings import Settings
from twinspace_server.storage import fulltext, migrate
from twinspace_server.storage.store import Db, Lock, Unit
from twinspace_server.storage.tables import metadata
from twinspace_server.web.uploads import Given

T = TypeVar("T")

HASHER = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
"""Hashes in no time: what passwords cost is not what these tests are about."""

FAST = {"MESSAGES_PER_SECOND": "1000000", "BURST": "1000000"}
"""Tests are quicker than people; those about the rate set it back."""

DEFAULT_TABLE = {"teacher": ["read", "add", "edit", "delete"], "pupil": ["read", "add"], "guest": ["read"]}
"""What the root's own table says in a new space."""

PEOPLE: dict[str, tuple[str, bool, str]] = {
    "alice": ("Alice Vermeulen", True, "nl"),
    "bob": ("Bob Lomidze", True, "en"),
    "pia": ("Pia Claes", False, "nl"),
    "milo": ("Milo Beridze", False, "en"),
    "gerda": ("Gerda Maes", True, "nl"),
    "olga": ("Olga Kask", True, "en"),
}
"""Username: name, adult, language. gerda is the guest; olga founded a space of her own and is a member of no other."""


class Clock:
    """The machine's clock, which a test can put forward."""

    def __init__(self) -> None:
        self.ahead = 0

    def __call__(self) -> int:
        return clock.system() + self.ahead

    def forward(self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0) -> None:
        self.ahead += int((((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000)


@dataclass
class Person:
    """One of the cast; `token` is a bearer token that stands, `who` what the door knows by it."""

    id: str
    username: str
    name: str
    desk: str
    token: str
    session: str
    who: Who

    @property
    def password(self) -> str:
        return password(self.username)


def picture(width: int, height: int) -> bytes:
    """A PNG of this size: red above, green and blue below."""
    return corpus.saved(corpus.drawn(width, height), "PNG")


def password(username: str) -> str:
    """Everybody's password can be told from their name."""
    return f"{username}-at-the-river"


@dataclass
class World:
    """A house with the cast in it. Ids are attributes: `gent`, `batumi`, `space`, `lobby`, `river`, `staffroom`, `elsewhere`.

    `lobby` and `river` are rooms for everybody, `staffroom` is one that only teachers may read; `elsewhere` is olga's space,
    `attic` its room.
    """

    house: House
    clock: Clock
    people: dict[str, Person] = field(default_factory=dict)
    gent: str = ""
    batumi: str = ""
    space: str = ""
    lobby: str = ""
    river: str = ""
    staffroom: str = ""
    elsewhere: str = ""
    attic: str = ""

    def __getitem__(self, username: str) -> Person:
        return self.people[username]

    async def do(self, username: str | None, method: str, /, **params: Any) -> dict[str, Any]:
        """A command or a query as that person (None: nobody), as it would come over the wire; the answer as it would go out.

        Raises TwinspaceError. `ask` is the same, for queries.
        """
        if method == "upload":  # a step of a story that no socket takes
            content = params["text"].encode() if "text" in params else picture(*params["picture"])
            return {"upload": {"id": await self.upload(str(username), params["place"], params["name"], content)}}
        dispatcher = self.house.dispatcher
        asker = Asker(self.people[username].who if username is not None else None, "127.0.0.1", "pytest")
        answer = await dispatcher.ask(method, dispatcher.decode(method, msgspec.json.encode(params)), asker)
        told: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(answer.result))
        return told

    ask = do

    async def upload(self, username: str, place: str, name: str, content: bytes) -> str:
        """What `POST /api/upload` does; answers the upload's id."""
        receiver, who = self.house.receiver, self.people[username].who
        room = await receiver.room(place, Asker(who, "127.0.0.1", "pytest"))
        return (await receiver.receive(who, place, room, Given(name, content))).upload

    async def add_file(self, username: str, place: str, called: str, content: bytes, /, **params: Any) -> dict[str, Any]:
        """A file put into a place, uploaded first; answers it."""
        upload = await self.upload(username, place, called, content)
        return dict((await self.do(username, "file.add", place=place, upload=upload, **params))["file"])

    async def refusal(self, username: str | None, method: str, /, **params: Any) -> TwinspaceError:
        """The error that the same is answered with; fails when it is done instead."""
        try:
            done = await self.do(username, method, **params)
        except TwinspaceError as error:
            return error
        raise AssertionError(f"{method} was done for {username}: {done}")

    async def write(self, do: Callable[[Db], T]) -> T:
        """What a test does below the door, in a unit of the house."""
        return await self.house.store.write(Unit("house", do, law=Lock.NONE))

    async def say(self, username: str, text: str, /, place: str | None = None, **params: Any) -> dict[str, Any]:
        """Says a line in the lobby, or in another room; answers the message."""
        answer = await self.do(username, "chat.say", place=place or self.lobby, text=text, **params)
        return dict(answer["message"])

    async def sign_in(self, username: str) -> Person:
        """A new session for somebody who has an account; it becomes the one that `do` uses."""
        answer = await self.do(None, "people.sign_in", name=username, password=password(username), token=True, device="pytest")
        token, now = str(answer["token"]), self.clock()
        who = await self.house.store.read(lambda db: by_token(db, token, now))
        assert who is not None
        told = answer["person"]
        self.people[username] = Person(told["id"], username, told["name"], told["desk"], token, who.session, who)
        return self.people[username]

    async def add_person(self, username: str, name: str, *, adult: bool = False, language: str | None = "en") -> Person:
        """One more account, made by nora and signed in; grown-ups have a mail address."""
        email = f"{username}@example.org" if adult else None
        account = {"username": username, "name": name, "password": password(username), "adult": adult, "language": language, "email": email}
        await self.do("nora", "people.add", **account)
        return await self.sign_in(username)

    async def add_pupil(self, username: str, *, school: str | None = None) -> Person:
        """One more pupil of the space, of school Gent unless said otherwise."""
        person = await self.add_person(username, username.capitalize())
        await self.do("nora", "schools.attach", school=school or self.gent, person=person.id)
        await self.do("alice", "space.add_member", space=self.space, username=username, role="pupil", school=school or self.gent)
        return person

    async def make_room(self, title: str, *, by: str = "alice", parent: str | None = None) -> str:
        """A room in the space."""
        place = await self.do(by, "chat.make_room", space=self.space, title=title, parent=parent)
        return str(place["place"]["id"])

    async def make_folder(self, title: str, *, by: str = "alice", parent: str | None = None, **more: Any) -> str:
        """A folder in the space, which inherits."""
        place = await self.do(by, "folder.make", space=self.space, title=title, parent=parent, **more)
        return str(place["place"]["id"])

    async def set_table(self, place: str, rows: dict[str, list[str]] | None, *, by: str = "alice") -> None:
        """Gives a place a table (`{"pupil": ["read"], "pia": []}`: roles, or persons by username), or None to inherit."""
        await self.do(by, "rights.set", place=place, rows=None if rows is None else self.rows(rows))

    def rows(self, rows: dict[str, list[str]]) -> list[dict[str, Any]]:
        """A table as the wire has it, from `{role or username: rights}`."""
        return [
            {"subject": f"person:{self.people[who].id}" if who in self.people else f"role:{who}", "rights": rights}
            for who, rights in rows.items()
        ]


async def populate(house: House, clock: Clock, *, bob_administrator: bool = True) -> World:
    """Fills an empty house with the cast. With `bob_administrator=False` alice is the only one."""
    world = World(house, clock)
    operator = {
        "username": "nora",
        "name": "Nora Janssens",
        "password": password("nora"),
        "adult": True,
        "language": "nl",
        "email": "nora@example.org",
    }
    dispatcher = house.dispatcher
    await dispatcher.house("people.add_operator", msgspec.convert(operator, dispatcher.registry.commands["people.add_operator"].params))
    await world.sign_in("nora")
    for username, (name, adult, language) in PEOPLE.items():
        await world.add_person(username, name, adult=adult, language=language)
    for key, name, town, country, zone, hue in (
        ("gent", "De Waterlelie", "Gent", "BE", "Europe/Brussels", "lagoon"),
        ("batumi", "Batumi School No. 3", "Batumi", "GE", "Asia/Tbilisi", "marigold"),
    ):
        school = await world.do("nora", "schools.add", name=name, town=town, country=country, zone=zone, hue=hue)
        setattr(world, key, school["school"]["id"])
    for username, school_id in (("alice", world.gent), ("pia", world.gent), ("bob", world.batumi), ("milo", world.batumi)):
        await world.do("nora", "schools.attach", school=school_id, person=world[username].id)
    world.elsewhere = await _found(world, "Somewhere Else", "olga", world.gent)
    attic = await world.do("olga", "chat.make_room", space=world.elsewhere, title="Attic")
    world.attic = attic["place"]["id"]
    return await with_new_space(world, bob_administrator=bob_administrator)


async def with_new_space(world: World, *, bob_administrator: bool = True) -> World:
    """The same house and people, with a new space of theirs as `space`, `lobby`, `river` and `staffroom`."""
    world = replace(world, space=await _found(world, "Two Rivers, One Map", "alice", world.gent))
    for username, role, school_id, administrator in (
        ("bob", "teacher", world.batumi, bob_administrator),
        ("pia", "pupil", world.gent, False),
        ("milo", "pupil", world.batumi, False),
        ("gerda", "guest", None, False),
    ):
        await world.do(
            "alice", "space.add_member", space=world.space, username=username, role=role, school=school_id, administrator=administrator
        )
    world.lobby = await world.make_room("Lobby")
    world.river = await world.make_room("The river")
    world.staffroom = await world.make_room("Teachers")
    await world.set_table(world.staffroom, {"teacher": DEFAULT_TABLE["teacher"], "pupil": [], "guest": []})
    return world


async def _found(world: World, name: str, administrator: str, school: str) -> str:
    answer = await world.do(
        "nora", "spaces.found", name=name, description="A space of these tests.", schools=[world.gent, world.batumi],
        administrator=world[administrator].id, administrator_school=school,
    )  # fmt: skip
    return str(answer["space"]["id"])


def settings_for(url: str, directory: Path, **changes: str) -> Settings:
    """The settings of a house on this database, with room for fast tests; `changes` as in the environment: `SESSION_DAYS="1"`."""
    environment = {"DATABASE_URL": url, "DATA_DIR": str(directory), "INSECURE_HTTP": "1", "LOG_LEVEL": "warning", **FAST, **changes}
    return settings.load({f"{settings.PREFIX}{name}": value for name, value in environment.items()})


@cache
def all_tables() -> MetaData:
    """Every table of the program, and the one that says that all migrations were run: a server started on it finds nothing to do."""
    copy = MetaData()
    for table in metadata.sorted_tables:
        table.to_metadata(copy)
    version = Table("alembic_version", copy, Column("version_num", Text, primary_key=True))
    newest = ScriptDirectory.from_config(migrate._config(None)).get_current_head()
    event.listen(version, "after_create", lambda table, connection, **_: connection.execute(insert(table), {"version_num": newest}))
    event.listen(copy, "after_create", lambda _metadata, connection, **_: fulltext.prepare(connection))
    return copy


@asynccontextmanager
async def fresh_database(kind: str, directory: Path) -> AsyncIterator[str]:
    """The address of a new database with all tables and nothing in them."""
    async with fresh_url(kind, directory, all_tables()) as url:
        yield url


_populated: dict[str, tuple[str, World, int]] = {}
"""By kind: a database with the cast in it and when it was made, from which `populated_database` copies."""
KEPT_MS = factors.FRESH_MS // 3
"""How long one is copied: in a long run another is made in time, or the cast would have signed in too long ago for what asks that."""
_kept = AsyncExitStack()


@asynccontextmanager
async def populated_database(kind: str, directory: Path) -> AsyncIterator[tuple[str, World]]:
    """The address of a new database in which the cast is already, and that cast: for a server, or `enter`."""
    if kind not in _populated or clock.system() - _populated[kind][2] > KEPT_MS:
        room = Path(_kept.enter_context(TemporaryDirectory(prefix="twinspace-test-")))
        source = await _kept.enter_async_context(fresh_database(kind, room))
        async with open_world(source, room) as made:
            _populated[kind] = (source, made, clock.system())
    source, made, _ = _populated[kind]
    world = replace(made, clock=Clock(), people=dict(made.people))
    async with copied_url(source, directory) as url:
        yield url, world


async def drop_populated() -> None:
    """At the end of a run."""
    _populated.clear()
    await _kept.aclose()


@asynccontextmanager
async def enter(url: str, directory: Path, world: World, **changes: str) -> AsyncIterator[World]:
    """A house without a web server on a database that has the cast in it."""
    async with app.assemble(settings_for(url, directory, **changes), now=world.clock, hasher=HASHER) as house:
        yield replace(world, house=house)


@asynccontextmanager
async def open_world(url: str, directory: Path, *, bob_administrator: bool = True, **changes: str) -> AsyncIterator[World]:
    """A house without a web server on an empty database, with the cast in it."""
    now = Clock()
    async with app.assemble(settings_for(url, directory, **changes), now=now, hasher=HASHER) as house:
        yield await populate(house, now, bob_administrator=bob_administrator)
