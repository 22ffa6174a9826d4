"""Does an account, an address, a card, a link, an invitation exist? Neither the answers nor the clock say so (safety S11).

Each row of `doors.DOORS` is asked over HTTP and over the socket: status, heads and body must be the same for nobody and for everybody, and
so must hashes and statements, on both databases. `make prove` asks 500 pairs of the real program, on one database and the other in turn,
and holds a watch against it: who guesses by the clock must be right about as often as a coin (AUC 0.45 to 0.55), also by how long the next
request takes. Chance alone puts one watch in two hundred outside that; so what is outside is asked as often again, and all answers count.
"""

import asyncio
import itertools
import json
import random
import time
from collections.abc import AsyncIterator, Iterator, Mapping
from pathlib import Path
from typing import Any

import httpx2
import pytest
import pytest_asyncio

from tests.cast import Clock, World, enter, password, populate, populated_database, settings_for
from tests.databases import KINDS, fresh_url
from tests.drivers import Live, Server, running, serving
from tests.figures import Record, tell
from tests.people.authenticators import Authenticator, code
from tests.people.doors import ABOUT_NOBODY, DOORS, PIN, Asked, Behind, Door, behind
from tests.samples import REGISTRY
from twinspace_server import app
from twinspace_server.live.dispatch import Asker
from twinspace_server.live.feature import Command, Gate, Query
from twinspace_server.people import knocks
from twinspace_server.people.passwords import Passwords
from twinspace_server.storage import migrate

PAIRS = 500
GOAL = (0.45, 0.55)
LOOKS = 3
"""So often at most: what is really there shows ever more clearly, and what was chance goes."""
LOOSE = {
    "SIGN_IN_TRIES": "100000", "SIGN_IN_TRIES_PER_NAME": "10000", "SIGN_IN_TRIES_OVERALL": "10000000", "MESSAGES_PER_SECOND": "100000",
    "BURST": "100000", "LOG_LEVEL": "warning",
}  # fmt: skip
NO_BOUNDS = """
from sqlalchemy import true
from twinspace_server.people import cards, hashing, knocks
hashing.CHILD = "from twinspace_server.people import hashing; hashing._stand_back = lambda: None; hashing.main()"
knocks.ALL = knocks.PER_ADDRESS = knocks.PER_NAME = 10**9
cards._works = true()
"""
"""Who is refused for asking too often is asked about nothing: the watch would measure refusals, and a card that has stopped. Nor do hashes
stand back behind whatever else the machine has to do: that would be the other proofs."""
TIMED = [(name, state) for name, door in DOORS.items() for state in door.timed]
WATCHES = [pytest.param(*timed, KINDS[number % 2], id="-".join((*timed, KINDS[number % 2]))) for number, timed in enumerate(TIMED)]
"""A watch takes minutes where a password is hashed; what a database could tell, the statements tell on both."""


class Counted:
    """How often a password is hashed or checked."""

    def __init__(self, passwords: Passwords) -> None:
        self.hashes = 0
        run = passwords._run

        async def counting(work: Any) -> Any:
            self.hashes += 1
            return await run(work)

        passwords._run = counting  # type: ignore[method-assign]


@pytest.fixture(scope="module")
def unbounded() -> Iterator[None]:
    """Whoever asks may ask as often as a test needs to."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("ALL", "PER_ADDRESS", "PER_NAME"):
            patch.setattr(knocks, name, 10**6)
        yield


@pytest_asyncio.fixture(scope="module", params=KINDS)
async def doors(
    request: pytest.FixtureRequest, unbounded: None, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[tuple[Server, Behind]]:
    """A server with everything behind its doors. No row changes what another one asks about."""
    directory = tmp_path_factory.mktemp("doors")
    async with populated_database(str(request.param), directory) as (url, made):
        async with enter(url, directory, made, **LOOSE) as world:
            inside = await behind(world)
        async with serving(url, directory, world, **LOOSE) as server:
            inside.world = server.world
            yield server, inside


async def asked(door: Door, ask: Asked, inside: Behind, number: int, client: httpx2.AsyncClient) -> Mapping[str, Any]:
    """The parameters, after what comes first."""
    params = dict(ask(inside, number))
    if door.begun is not None:
        begun = (await client.post(f"/api/{door.begun}", json={})).json()
        params = {key: one.sign(begun["options"]) if isinstance(one, Authenticator) else one for key, one in params.items()}
        params["ticket"] = begun["ticket"]
    return params


def test_every_door_that_anybody_reaches_is_here() -> None:
    """A new one can't be forgotten."""
    methods: list[Command | Query] = [*REGISTRY.commands.values(), *REGISTRY.queries.values()]
    open_to_all = {method.name for method in methods if method.gate is Gate.ANYBODY}
    assert open_to_all == {door.method for door in DOORS.values() if door.by is None} | ABOUT_NOBODY.keys()


@pytest.mark.parametrize("name", DOORS)
async def test_the_answer_is_the_same_after_the_same_work(doors: tuple[Server, Behind], name: str) -> None:
    server, inside = doors
    door, counted = DOORS[name], Counted(server.house.dispatcher.tools.passwords)
    told: dict[str, Any] = {}
    async with server.http(door.by) as client, server.live(door.by or "olga") as live:
        for state, ask in {"nobody": door.nobody, **door.somebody}.items():
            before = counted.hashes
            answer = await client.post(f"/api/{door.method}", json=dict(await asked(door, ask, inside, 0, client)))
            assert answer.status_code == door.status, (state, answer.text)
            heads = sorted((key, value) for key, value in answer.headers.items() if key != "date")
            reply = await by_socket(live, door, ask, inside, client)
            told[state] = (answer.content, heads, reply, counted.hashes - before)
    for state, got in told.items():
        assert got == told["nobody"], state


async def by_socket(live: Live, door: Door, ask: Asked, inside: Behind, client: httpx2.AsyncClient) -> str:
    """The same over a socket; the whole reply but its number."""
    params = dict(ask(inside, 1))
    if door.begun is not None:
        begun = await live.call(door.begun)
        params = {key: one.sign(begun["options"]) if isinstance(one, Authenticator) else one for key, one in params.items()}
        params["ticket"] = begun["ticket"]
    reply = await live.reply(door.method, **params)
    return json.dumps({key: value for key, value in reply.items() if key != "id"}, sort_keys=True)


async def test_the_database_is_asked_as_much(populated: tuple[str, World], unbounded: None, tmp_path: Path) -> None:
    """What the watch would find on a loaded machine only by luck: a statement more for one of the two."""
    url, made = populated
    differ = {}
    async with enter(url, tmp_path, made, **LOOSE) as world:
        inside = await behind(world)
        for name, state in TIMED:
            door = DOORS[name]
            # Least of some: now and then the house asks something of its own.
            least = [
                min([await statements(world, door, ask, inside, number) for number in range(4)])
                for ask in (door.somebody[state], door.nobody)
            ]
            if least[0] != least[1]:
                differ[name, state] = least
    assert differ == {}


async def statements(world: World, door: Door, ask: Asked, inside: Behind, number: int) -> int:
    """How many statements a question costs; how it is answered does not matter here."""
    dispatcher, params = world.house.dispatcher, dict(ask(inside, number))
    asker = Asker(world[door.by].who if door.by else None, "127.0.0.1", "pytest")
    if door.begun is not None:
        begun = await world.do(None, door.begun)
        params = {key: one.sign(begun["options"]) if isinstance(one, Authenticator) else one for key, one in params.items()}
        params["ticket"] = begun["ticket"]
    decoded = dispatcher.decode(door.method, json.dumps(params).encode())
    before = world.house.store.statements
    await asyncio.gather(dispatcher.ask(door.method, decoded, asker), return_exceptions=True)
    return world.house.store.statements - before


async def test_an_invitation_is_answered_alike_whoever_is_invited(doors: tuple[Server, Behind]) -> None:
    server, _ = doors
    told = []
    async with server.http("alice") as client:
        for name in ("nobody", "olga", "carla", "dora", "marie"):
            asked_for = {"space": server.world.space, "email": f"{name}@example.org", "role": "guest"}
            answer = await client.post("/api/team.invite", json=asked_for)
            invited = {key: value for key, value in answer.json()["invited"].items() if key not in ("id", "email", "sent_at", "expires_at")}
            told.append((answer.status_code, invited, [key for key in answer.headers if key != "content-length"]))
    assert all(one == told[0] for one in told)


async def test_the_right_pictures_alone_tell_a_cards_hours(doors: tuple[Server, Behind]) -> None:
    """A test of the table above: it can fail."""
    server, inside = doors
    door = DOORS["signing in by card"]
    right = await server.post(None, door.method, card=inside["card of milo"], pin=PIN)
    assert (right.status_code, right.json()["why"][0]["code"]) == (403, "card_outside_hours")


async def test_a_second_factor_shows_only_to_who_knows_the_password(server: Server) -> None:
    world = server.world
    secret = (await world.do("alice", "people.begin_app"))["secret"]
    await world.do("alice", "people.add_app", code=code(secret, world.clock()))
    async with server.http() as client:
        answers = [
            await client.post("/api/people.sign_in", json={"name": name, "password": "wrong"}) for name in ("alice", "bob", "nobody")
        ]
    assert len({answer.content for answer in answers}) == 1


async def test_a_wrong_ticket_says_nothing_of_tickets(server: Server) -> None:
    """One that never was, one of another purpose, one from elsewhere: all the same."""
    world = server.world
    secret = (await world.do("alice", "people.begin_app"))["secret"]
    await world.do("alice", "people.add_app", code=code(secret, world.clock()))
    async with server.http() as client:
        second = (await client.post("/api/people.sign_in", json={"name": "alice", "password": password("alice")})).json()["second"]
        passkey = (await client.post("/api/people.begin_passkey", json={})).json()
        tickets = ("never-was", passkey["ticket"])
        answers = [await client.post("/api/people.sign_in_second", json={"ticket": one, "code": "123456"}) for one in tickets]
        answers += [
            await client.post("/api/people.sign_in_passkey", json={"ticket": one, "passkey": "{}"})
            for one in ("never-was", second["ticket"])
        ]
        answers += [await client.post("/api/people.join", json={"ticket": one, "password": "x"}) for one in ("never-was", second["ticket"])]
    assert len({(answer.status_code, answer.content) for answer in answers}) == 1


def test_the_area_under_the_curve_is_reckoned_rightly() -> None:
    """A test of a test that can't fail is worth nothing."""
    assert area([1.0, 2.0, 3.0], [1.0, 2.0, 3.0]) == 0.5
    assert area([4.0, 5.0], [1.0, 2.0, 3.0]) == 1.0
    assert area([1.0], [2.0, 3.0]) == 0.0


def area(there: list[float], not_there: list[float]) -> float:
    """How often somebody there takes longer than nobody, ties counted half (Mann and Whitney's U)."""
    won = sum((a > b) + (a == b) / 2 for a, b in itertools.product(there, not_there))
    return won / (len(there) * len(not_there))


@pytest.mark.long
@pytest.mark.parametrize(("name", "state", "kind"), WATCHES)
async def test_the_clock_does_not_say_who_is_there(kind: str, name: str, state: str, tmp_path: Path, record_property: Record) -> None:
    """Passwords cost here what they cost in life. `auc_after` is that of the request that follows: work left behind would slow it."""
    door = DOORS[name]
    async with fresh_url(kind, tmp_path) as url:
        await asyncio.to_thread(migrate.upgrade, url)
        now = Clock()
        async with app.assemble(settings_for(url, tmp_path, **LOOSE), now=now) as house:
            world: World = await populate(house, now)
            inside = await behind(world)
        async with running(url, tmp_path, world, before=NO_BOUNDS, **LOOSE) as program, program.http(door.by) as client:
            times, after = Watch(), Watch()
            for _ in range(LOOKS):
                await watched(client, door, door.somebody[state], inside, times, after)
                found, found_after = times.area(), after.area()
                if all(GOAL[0] <= one <= GOAL[1] for one in (found, found_after)):
                    break
    tell(
        record_property,
        {
            "door": name, "about": state, "database": kind, "pairs": len(times.there), "auc": round(found, 3),
            "auc_after": round(found_after, 3), "goal": GOAL,
        },
    )  # fmt: skip
    assert GOAL[0] <= found <= GOAL[1]
    assert GOAL[0] <= found_after <= GOAL[1]


class Watch:
    """Seconds that answers took about somebody and about nobody."""

    def __init__(self) -> None:
        self.there: list[float] = []
        self.not_there: list[float] = []

    def note(self, there: bool, seconds: float) -> None:
        (self.there if there else self.not_there).append(seconds)

    def area(self) -> float:
        return area(self.there, self.not_there)


async def watched(client: httpx2.AsyncClient, door: Door, somebody: Asked, inside: Behind, times: Watch, after: Watch) -> None:
    """Holds the watch against the answers about somebody and nobody, in pairs whose order is thrown; and against those that follow."""
    dice = random.Random(7)
    for number in range(PAIRS + 10):
        both = [True, False]
        dice.shuffle(both)
        for there in both:
            params = dict(await asked(door, somebody if there else door.nobody, inside, number, client))
            begun = time.perf_counter()
            answer = await client.post(f"/api/{door.method}", json=params)
            between = time.perf_counter()
            await client.post("/api/installation.about", json={})
            assert answer.status_code == door.status, answer.text
            if number >= 10:  # the first find everything cold
                times.note(there, between - begun)
                after.note(there, time.perf_counter() - between)
