"""What works once works once, also when it is asked of two processes in the same moment (PostgreSQL): links, tickets, codes, names.

The second one is told what it would be told a minute later, and never that something broke.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import func, select

from tests.cast import populated_database
from tests.drivers import Server, serving
from tests.people.authenticators import code
from tests.people.test_factors import with_app
from tests.people.test_registration import PASSWORD, WHOLE
from twinspace_server.errors import TwinspaceError
from twinspace_server.identity import people
from twinspace_server.ids import new as new_id
from twinspace_server.live.dispatch import Asker
from twinspace_server.people import links, registration
from twinspace_server.people.factors import recovery_codes, spend
from twinspace_server.spaces import invitations
from twinspace_server.storage.store import Db

TIMES = 4
"""Chances to meet in the same moment."""


@pytest_asyncio.fixture
async def both(tmp_path: Path) -> AsyncIterator[tuple[Server, Server]]:
    async with (
        populated_database("postgresql", tmp_path) as (url, made),
        serving(url, tmp_path, made) as first,
        serving(url, tmp_path, first.world) as second,
    ):
        yield first, second


async def at_once(both: tuple[Server, Server], method: str, *asked: Mapping[str, Any], by: tuple[str | None, ...] = (None,)) -> list[str]:
    """Asks both processes (the last parameters and the last person for the rest); "done", or the code of the refusal, sorted."""

    async def one(number: int) -> str:
        server, params = both[number % 2], asked[min(number, len(asked) - 1)]
        who, dispatcher = by[min(number, len(by) - 1)], server.house.dispatcher
        asker = Asker(server.world[who].who if who else None, "127.0.0.1", "pytest")
        try:
            await dispatcher.command(method, dispatcher.registry.commands[method].params(**params), asker)
        except TwinspaceError as error:
            return error.kind
        return "done"

    return sorted(await asyncio.gather(*(one(number) for number in range(4))))


async def made_link(server: Server, purpose: str, **more: Any) -> str:
    """The token of a link that stands."""
    token, hashed = links.token()

    def make(db: Db) -> None:
        links.hand_out(db, links.make(db, purpose, lives_ms=links.DAY_MS, now=server.clock(), **more), hashed)

    await server.world.write(make)
    return token


async def count(server: Server, *conditions: Any) -> int:
    return int(
        await server.house.store.read(lambda db: db.execute(select(func.count()).select_from(people).where(*conditions)).scalar_one())
    )


@pytest.mark.parametrize("purpose", ["password", "address"])
async def test_a_link_of_a_mail(both: tuple[Server, Server], purpose: str) -> None:
    method = {"password": "people.new_password", "address": "people.confirm_address"}[purpose]
    for number in range(TIMES):
        address = {"address": f"new{number}@example.org"} if purpose == "address" else {}
        token = await made_link(both[0], purpose, person=both[0].world["olga"].id, **address)
        more = {"password": "zon fiets kaas boom"} if purpose == "password" else {}
        assert await at_once(both, method, {"token": token, **more}) == ["done", "link_dead", "link_dead", "link_dead"]


async def test_an_address_that_two_confirm(both: tuple[Server, Server]) -> None:
    world = both[0].world
    tokens = [await made_link(both[0], "address", person=world[name].id, address="one@example.org") for name in ("olga", "gerda")]
    # Each has a link of their own to the same letterbox.
    answers = await at_once(both, "people.confirm_address", *({"token": token} for token in tokens))
    assert answers == ["done", "link_dead", "link_dead", "link_dead"]
    assert await count(both[0], people.c.email == "one@example.org") == 1


async def test_the_end_of_a_registration(both: tuple[Server, Server]) -> None:
    world = both[0].world
    for number in range(TIMES):
        email, key = f"marie{number}@example.org", new_id()
        hashed = await both[0].house.dispatcher.tools.passwords.hash(PASSWORD)
        row = {"id": key, "email": email, "username": "marie", "hash": hashed, "begun_at": world.clock(), "draft": "{}"}
        await world.write(lambda db, row=row: db.execute(registration.registrations.insert(), row).rowcount)  # type: ignore[misc]
        token = await made_link(both[0], "register", address=email, data={"registration": key})
        await world.do(None, "registration.save", token=token, draft={**WHOLE, "school": world.gent})
        answers = await at_once(both, "registration.complete", {"token": token, "password": PASSWORD})
        assert answers == ["done", "link_dead", "link_dead", "link_dead"]
        assert await count(both[0], people.c.email == email) == 1


async def test_an_invitation(both: tuple[Server, Server]) -> None:
    world = both[0].world
    await world.add_person("carla", "Carla Diaz", adult=True)
    for number, (method, by) in enumerate((("invitation.accept", ("olga", "carla")), ("invitation.join", (None,)))):
        address = f"somebody{number}@example.org"
        invited = (await world.do("alice", "team.invite", space=world.space, email=address, role="guest"))["invited"]["id"]
        token = await made_link(both[0], invitations.PURPOSE, address=f"to-{address}", data={"invitation": invited})
        more = {"name": "Somebody", "username": "somebody", "password": "a boat on the river"} if by == (None,) else {}
        answers = await at_once(both, method, {"token": token, **more}, by=by)
        assert answers == ["done", "link_is_dead", "link_is_dead", "link_is_dead"]


async def test_a_code_of_the_app_and_one_of_recovery(both: tuple[Server, Server]) -> None:
    world = both[0].world
    secret, codes = await with_app(world)
    for given in ({"code": code(secret, world.clock())}, {"recovery": codes[0]}):
        tickets = []
        for _ in range(4):
            told = await world.do(None, "people.sign_in", name="alice", password=world["alice"].password)
            tickets.append({"ticket": told["second"]["ticket"], **given})
        answers = await at_once(both, "people.sign_in_second", *tickets)
        assert answers == ["done", "wrong_code", "wrong_code", "wrong_code"]
    used = select(func.count()).select_from(recovery_codes).where(recovery_codes.c.used_at.is_not(None))
    assert await both[0].house.store.read(lambda db: db.execute(used).scalar_one()) == 1
    assert not await world.write(lambda db: spend(db, world["alice"].id, codes[0], world.clock()))


async def test_a_ticket(both: tuple[Server, Server]) -> None:
    world = both[0].world
    _, codes = await with_app(world)
    told = await world.do(None, "people.sign_in", name="alice", password=world["alice"].password)
    asked = [{"ticket": told["second"]["ticket"], "recovery": one} for one in codes[:4]]
    answers = await at_once(both, "people.sign_in_second", *asked)
    assert answers == ["done", "sign_in_over", "sign_in_over", "sign_in_over"]


async def test_a_user_name_and_an_address(both: tuple[Server, Server]) -> None:
    """Two operators make the same account: one is told that it is there."""
    for number in range(TIMES):
        new = {"username": f"carla{number}", "name": "Carla Diaz", "password": "a boat on the river", "adult": True}
        answers = await at_once(both, "people.add", new, by=("nora",))
        assert answers == ["done", "name_taken", "name_taken", "name_taken"]
        same = [{**new, "username": f"dora{number}-{at}", "email": f"dora{number}@example.org"} for at in range(4)]
        assert await at_once(both, "people.add", *same, by=("nora",)) == ["address_taken", "address_taken", "address_taken", "done"]
