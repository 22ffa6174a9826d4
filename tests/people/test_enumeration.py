"""Does an account, an address, a card, a link exist? Neither the answers nor the clock say so (safety S11).

`DOORS` holds every question that anybody may ask, once about what is there and once about what isn't. Each is asked both ways: the answers
must be the same bytes after the same number of hashes. `make prove` asks 500 pairs of each of the real program and holds a watch against
it: who guesses by the clock must be right about as often as a coin (AUC 0.45 to 0.55).
"""

import asyncio
import itertools
import random
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import httpx2
import pytest

from tests.cast import Clock, World, password, populate, settings_for
from tests.databases import KINDS, fresh_url
from tests.drivers import Server, running
from tests.figures import Record, tell
from tests.people.authenticators import code
from tests.samples import REGISTRY
from twinspace_server import app
from twinspace_server.ids import new as new_id
from twinspace_server.people.passwords import Passwords
from twinspace_server.storage import migrate

PAIRS = 500
LOOSE = {
    "SIGN_IN_TRIES": "100000", "SIGN_IN_TRIES_PER_NAME": "10000", "SIGN_IN_TRIES_OVERALL": "10000000", "MESSAGES_PER_SECOND": "100000",
    "BURST": "100000", "LOG_LEVEL": "warning",
}  # fmt: skip

Params = Callable[[int], Mapping[str, Any]]


class Door(NamedTuple):
    """A question, about somebody who is there and about nobody."""

    method: str
    there: Params
    not_there: Params
    apart: tuple[str, ...] = ()
    """What stands in the answer anew each time (a ticket) and says nothing."""


def _name(number: int) -> str:
    return ("alice", "bob", "pia", "milo", "gerda", "olga")[number % 6]


def _nobody(_number: int) -> str:
    return f"nobody-{new_id().lower()}"[:20]


EVERY_DOOR: dict[str, Door] = {
    "sign in by name": Door(
        "people.sign_in", lambda n: {"name": _name(n), "password": "wrong"}, lambda n: {"name": _nobody(n), "password": "wrong"}
    ),
    "sign in by address": Door(
        "people.sign_in",
        lambda n: {"name": f"{('alice', 'bob', 'olga')[n % 3]}@example.org", "password": "wrong"},
        lambda n: {"name": f"{_nobody(n)}@example.org", "password": "wrong"},
    ),
    "a new password": Door(
        "people.forgot",
        lambda n: {"name": f"{('alice', 'bob', 'olga')[n % 3]}@example.org"},
        lambda n: {"name": f"{_nobody(n)}@example.org"},
    ),
    "registering": Door(
        "registration.begin",
        lambda n: {"email": f"{('alice', 'bob', 'olga')[n % 3]}@example.org", "username": _nobody(n), "password": "seven grey herons"},
        lambda n: {"email": f"{_nobody(n)}@example.org", "username": _nobody(n), "password": "seven grey herons"},
    ),
}
DOORS = {name: door for name, door in EVERY_DOOR.items() if door.method in REGISTRY.commands or door.method in REGISTRY.queries}


class Counted:
    """How often a password is hashed or checked."""

    def __init__(self, passwords: Passwords) -> None:
        self.hashes = 0
        run = passwords._run

        async def counting(work: Any) -> Any:
            self.hashes += 1
            return await run(work)

        passwords._run = counting  # type: ignore[method-assign]


def _bare(door: Door, answer: httpx2.Response) -> tuple[int, bytes, list[tuple[str, str]]]:
    """All that an asker gets, without what is new each time."""
    heads = sorted((name, value) for name, value in answer.headers.items() if name not in ("date", *door.apart))
    return answer.status_code, answer.content, heads


@pytest.mark.parametrize("name", DOORS)
async def test_the_answer_is_the_same_after_the_same_work(server: Server, name: str) -> None:
    door = DOORS[name]
    counted = Counted(server.house.dispatcher.tools.passwords)
    got = []
    async with server.http() as client:
        for params in (door.there, door.not_there):
            before = counted.hashes
            answers = [_bare(door, await client.post(f"/api/{door.method}", json=dict(params(number)))) for number in range(3)]
            assert len(set(map(repr, answers))) == 1
            got.append((answers[0], counted.hashes - before))
    assert got[0] == got[1]


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
@pytest.mark.parametrize("name", DOORS)
@pytest.mark.parametrize("kind", KINDS)
async def test_the_clock_does_not_say_who_is_there(kind: str, name: str, tmp_path: Path, record_property: Record) -> None:
    """Passwords cost here what they cost in life."""
    door, dice = DOORS[name], random.Random(7)
    async with fresh_url(kind, tmp_path) as url:
        await asyncio.to_thread(migrate.upgrade, url)
        now = Clock()
        async with app.assemble(settings_for(url, tmp_path), now=now) as house:
            world: World = await populate(house, now)
        async with running(url, tmp_path, world, **LOOSE) as program, program.http() as client:
            times: dict[bool, list[float]] = {True: [], False: []}
            for number in range(PAIRS + 10):
                both = [True, False]
                dice.shuffle(both)
                for there in both:
                    params = dict((door.there if there else door.not_there)(number))
                    begun = time.perf_counter()
                    await client.post(f"/api/{door.method}", json=params)
                    if number >= 10:  # the first find everything cold
                        times[there].append(time.perf_counter() - begun)
    found = area(times[True], times[False])
    tell(record_property, {"door": name, "database": kind, "pairs": PAIRS, "auc": round(found, 3), "goal": [0.45, 0.55]})
    assert 0.45 <= found <= 0.55
