"""The demo is lived in: people who have come in, groups that are filled, cards that are printed and used. Told once on each database."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import msgspec
import pytest
import pytest_asyncio

from tests.cast import HASHER, fresh_database, settings_for
from tests.databases import KINDS
from twinspace_server import app, demo, identity
from twinspace_server.app import House
from twinspace_server.demo import cards, telling
from twinspace_server.errors import NotFound
from twinspace_server.identity import Who
from twinspace_server.live.dispatch import Asker
from twinspace_server.people.sign_in import SignIn

KINGFISHERS = {"pia", "milo", "luka"}


@dataclass
class Told:
    """A house with the demo in it, and who is in it."""

    house: House
    space: str
    rooms: dict[str, Any]
    who: dict[str, Who]
    standing: dict[str, list[str]]
    """The sessions that the telling has left open, by user name."""

    async def ask(self, username: str, method: str, **params: Any) -> Any:
        """A query as this person, the answer as it would go out."""
        asked: Any = self.house.dispatcher.registry.queries[method].params
        return msgspec.to_builtins((await self.house.dispatcher.ask(method, asked(**params), Asker(self.who[username]))).result)

    def named(self, persons: Any) -> set[str]:
        wanted = set(persons)
        return {username for username, who in self.who.items() if who.person in wanted}


@pytest_asyncio.fixture(scope="module", params=KINDS)
async def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Told]:
    directory = tmp_path_factory.mktemp("told")
    async with fresh_database(str(request.param), directory) as url:
        settings = settings_for(url, directory, DEMO="1")
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(telling, "assemble", partial(app.assemble, hasher=HASHER))
            report = await demo.found(settings)
        async with app.assemble(settings, hasher=HASHER) as house:
            made = Told(house, report.space, report.places, {}, {})
            for person in report.people:
                params: Any = SignIn(name=person["name"], password=person["password"], token=True)
                token = str((await house.dispatcher.command("people.sign_in", params, Asker(None))).result["token"])
                who = await house.store.read(partial(identity.by_token, token=token, now=house.dispatcher.clock()))
                assert who is not None
                made.who[person["name"]] = who
                open_ = await house.store.read(partial(identity.standing, person=who.person, now=0))
                made.standing[person["name"]] = [session for session in open_ if session != who.session]
            yield made


async def test_everybody_came_in_on_the_day_on_which_they_wrote_last(told: Told) -> None:
    days = (await told.ask("alice", "team.last_seen", space=told.space))["days"]
    assert told.named(days) == {username for username, (*_, role, _) in telling.PEOPLE.items() if role}
    messages = (await told.ask("alice", "chat.history", place=told.rooms["chat"]))["messages"]
    assert set(days.values()) == {messages[-1]["at"][:10]}


async def test_it_leaves_nobody_signed_in(told: Told) -> None:
    assert told.standing == {username: [] for username in told.who}


async def test_each_school_has_its_class_and_two_teams_are_mixed(told: Told) -> None:
    groups = (await told.ask("alice", "group.list", space=told.space))["groups"]
    assert [(group["name"], told.named(group["persons"])) for group in groups] == [
        ("Class 2B, Gent", {"alice", "pia", "jef", "amina"}),
        ("Class 7A, Batumi", {"bob", "milo", "nino", "luka"}),
        ("Kingfishers", KINGFISHERS),
        ("Dragonflies", {"jef", "amina", "nino"}),
    ]
    assert [(group["folder"] is not None, group["room"] is not None) for group in groups] == [(False, False)] * 2 + [(True, True)] * 2
    seen = {group["name"]: group for group in (await told.ask("pia", "group.list", space=told.space))["groups"]}
    assert (seen["Kingfishers"]["room"], seen["Dragonflies"]["room"]) == (groups[2]["room"], None)


async def test_the_kingfishers_talk_in_their_room_and_the_dragonflies_do_not_hear_it(told: Told) -> None:
    groups = (await told.ask("pia", "group.list", space=told.space))["groups"]
    room = next(group["room"] for group in groups if group["name"] == "Kingfishers")
    said = (await told.ask("luka", "chat.history", place=room))["messages"]
    assert told.named(message["author"] for message in said) == KINGFISHERS | {"alice"}
    with pytest.raises(NotFound):
        await told.ask("jef", "chat.history", place=room)


async def test_cards_are_printed_and_two_of_three_are_in_use(told: Told) -> None:
    pupils = (await told.ask("alice", "team.my_pupils", space=told.space))["pupils"]
    day = (await told.ask("alice", "team.last_seen", space=told.space))["days"][told.who["pia"].person]
    assert {one["username"]: one["card"]["used_on"] for one in pupils} == {"pia": day, "amina": day, cards.UNUSED: None}
    assert all(one["card"]["printed_at"][:10] < day for one in pupils)
    assert [one["card"] for one in (await told.ask("bob", "team.my_pupils", space=told.space))["pupils"]] == [None] * 3
