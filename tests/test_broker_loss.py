"""The broker is killed while two processes are busy, and comes back: what it carries is a poke, so nobody loses anything by it.

One process is this one, the other a child (`twinspace serve`); Redis or NATS is a server of the test's own, ended by SIGKILL.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.brokers import NETWORK, BrokerServer, broker_server
from tests.cast import World, populated_database
from tests.drivers import Address, Live, running, serving

PATIENT = 20.0
"""Seconds for what may wait for a comparison of numbers (5 s) or a reconnection, on a machine that is busy with other things."""

pytestmark = pytest.mark.gate


@dataclass
class Both:
    """Two processes of one installation, and the broker between them."""

    here: Address
    there: Address
    broker: BrokerServer
    world: World

    async def are_ready(self, wanted: bool) -> None:
        """Wait until both processes say that about their broker."""
        async with asyncio.timeout(PATIENT):
            for process in (self.here, self.there):
                async with process.http() as client:
                    while True:
                        answer = await client.get("/readyz")
                        if answer.json()["broker"] == ("ok" if wanted else "unreachable"):
                            assert answer.status_code == (200 if wanted else 503)
                            assert answer.json()["database"] == "ok"
                            break
                        await asyncio.sleep(0.1)


@pytest.fixture(params=NETWORK)
def carrier(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@asynccontextmanager
async def both_on(carrier: str, directory: Path) -> AsyncIterator[Both]:
    async with (
        populated_database("postgresql", directory) as (url, made),
        broker_server(carrier, directory) as broker,
        serving(url, directory, made, BROKER_URL=broker.url) as here,
        running(url, directory, here.world, BROKER_URL=broker.url) as there,
    ):
        yield Both(here, there, broker, here.world)
        written = there.log.read_text()
        assert '"level":"error"' not in written, written


def heard(live: Live, space: str) -> list[str]:
    return [item["text"] for event in live.of(space) if event["event"] == "chat.said" for item in event["put"]]


async def test_nothing_is_lost_or_doubled_when_the_broker_is_killed_in_the_midst(carrier: str, tmp_path: Path) -> None:
    async with both_on(carrier, tmp_path) as both:
        world, stop = both.world, False
        said: list[str] = []

        async def write(live: Live, name: str) -> None:
            number = 0
            while not stop:
                await live.call("chat.say", place=world.lobby, text=f"{name} {number}")
                said.append(f"{name} {number}")
                number += 1
                await asyncio.sleep(0.01)

        async with (
            both.here.live("alice") as alice, both.there.live("bob") as bob,
            both.here.live("pia") as pia, both.there.live("milo") as milo,
        ):  # fmt: skip
            began = (await pia.listen(world.space))["seq"]
            await milo.listen(world.space)
            writers = [asyncio.create_task(write(live, name)) for live, name in ((alice, "alice"), (bob, "bob"))]
            for _ in range(2):
                await asyncio.sleep(0.4)
                await both.broker.kill()
                await asyncio.sleep(0.4)
                await both.broker.start()
            await both.are_ready(True)
            stop = True
            await asyncio.gather(*writers)
            for live in (pia, milo):
                await live.wait_for(lambda event: event["seq"] == began + len(said), timeout=PATIENT)
                assert live.seqs[world.space] == list(range(began + 1, began + len(said) + 1))
                assert sorted(heard(live, world.space)) == sorted(said)
            assert pia.of(world.space) == milo.of(world.space)


async def test_while_it_is_away_the_numbers_are_compared(carrier: str, tmp_path: Path) -> None:
    async with both_on(carrier, tmp_path) as both:
        world = both.world
        async with both.here.live("pia") as pia, both.there.live("milo") as milo:
            await pia.listen(world.space)
            await milo.listen(world.space)
            await both.broker.kill()
            await both.are_ready(False)
            await pia.call("chat.say", place=world.lobby, text="over there?")
            await milo.wait_for("chat.said", timeout=PATIENT)
            await milo.call("chat.say", place=world.lobby, text="over here!")
            await pia.wait_for(lambda event: "over here!" in str(event), timeout=PATIENT)
            removed = await world.do("alice", "space.remove_member", space=world.space, person=world["milo"].id)
            assert await milo.ended(PATIENT) == 4003
            assert milo.of(world.space)[-1] == {"space": world.space, "seq": removed["seq"], "event": "space.lost"}


async def test_who_is_here_and_who_types_is_known_again_afterwards(carrier: str, tmp_path: Path) -> None:
    async with both_on(carrier, tmp_path) as both:
        world = both.world
        async with both.there.live("pia") as pia, both.there.live("bob") as bob, both.here.live("milo") as milo:
            for live in (pia, bob, milo):
                await live.listen(world.space)
            await bob.signal("presence.enter", place=world.river)
            await milo.wait_for(here(world, world.river, "bob"))
            async with both.there.live("alice") as alice:
                await alice.listen(world.space)
                await alice.signal("presence.enter", place=world.lobby)
                await milo.wait_for(here(world, world.lobby, "alice"))
                await both.broker.kill()
                await both.are_ready(False)
                # The other process doesn't hear of these now: two come, one goes with the socket, one to another room.
                await pia.signal("presence.enter", place=world.lobby)
                await milo.signal("presence.enter", place=world.river)
            await pia.wait_for(here(world, world.lobby, "pia"))
            await milo.wait_for(here(world, world.river, "bob", "milo"))
            await bob.signal("presence.leave", place=world.river)
            before = len(milo.events), len(pia.events)
            await both.broker.start()
            await both.are_ready(True)
            await milo.wait_for(here(world, world.lobby, "pia"), after=before[0], timeout=PATIENT)
            await milo.wait_for(here(world, world.river, "milo"), after=before[0], timeout=PATIENT)
            await pia.wait_for(here(world, world.river, "milo"), timeout=PATIENT)

            for speaker, listener in ((pia, milo), (milo, pia)):
                seen = len(listener.events)
                await speaker.signal("presence.typing", place=world.lobby)
                await listener.wait_for("presence.typing", after=seen, timeout=PATIENT)
            await milo.signal("presence.enter", place=world.lobby)
            await pia.wait_for(here(world, world.lobby, "pia", "milo"), timeout=PATIENT)
            assert (await milo.call("place.open", place=world.lobby))["here"] == sorted([world["pia"].id, world["milo"].id])

            await world.do("alice", "space.remove_member", space=world.space, person=world["pia"].id)
            assert await pia.ended(PATIENT) == 4003
            await world.do("bob", "people.sign_out_everywhere")
            assert await bob.ended(PATIENT) == 4001


def here(world: World, place: str, *usernames: str) -> Any:
    """Whether an event says that exactly these are in a place."""
    persons = sorted(world[username].id for username in usernames)
    return lambda event: event["event"] == "presence.here" and event["place"] == place and sorted(event["here"]) == persons
