"""What is held, hidden or private reaches nobody who may not read it, whichever way they try; and everybody who may.

All rows of `leaks` are played once on each database, before six people: with a socket that hears everything live, one that
comes back after being away, one that asks every query of the registry about every id there is (guessed or not), a calendar
feed, and mail. Each row then looks for its word in all that each of them got, as bytes of the wire.
"""

import asyncio
from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import msgspec
import pytest
import pytest_asyncio
from sqlalchemy import func, select

from tests.cast import World, with_new_space
from tests.desk.test_mail import mails, work
from tests.drivers import Live, Server
from tests.live.leaks import ASKED, LIVE, RESUMED, ROWS, Ground, Plant, Row
from tests.samples import REGISTRY
from tests.spaces.test_search import follow
from twinspace_server.channels.forum.tables import topics
from twinspace_server.channels.letters.items import letters
from twinspace_server.channels.pinboard import notes
from twinspace_server.cms.files.items import files
from twinspace_server.cms.page_rows import page_doc, page_version
from twinspace_server.desk.mail import WAIT_MS
from twinspace_server.ids import new as new_id
from twinspace_server.jobs import jobs
from twinspace_server.law.places import places
from twinspace_server.live.feature import Gate
from twinspace_server.projects.rows import projects
from twinspace_server.spaces.reports import reports
from twinspace_server.storage.store import Db

INSIDE = ("alice", "bob", "pia", "milo", "gerda")
EVERYBODY = (*INSIDE, "olga")
LISTENING = ("space.listen", "space.unlisten")
DAYS = {"first": ["2026-01-01"], "last": ["2026-12-31"]}
OPTIONAL = ("topic", "folder", "over", "state")
"""Parameters that a query can do without and that lead elsewhere; of the others the defaults are enough."""


@dataclass
class Told:
    """What was planted, and what each person got, by way."""

    plants: Mapping[str, Plant]
    got: dict[str, dict[str, str]]
    new: dict[str, dict[str, int]]
    """What a fresh `space.listen` counts as unread, by person and place."""
    ground: Ground


@pytest_asyncio.fixture(scope="module")
async def told(shared: Server) -> dict[bool, Told]:
    """By `Row.anew`, each in a space of its own."""
    told = {}
    for anew in (False, True):
        rows = {name: row for name, row in ROWS.items() if row.anew == anew}
        told[anew] = await play(replace(shared, world=await with_new_space(shared.world, bob_administrator=False)), rows, anew)
    return told


async def play(server: Server, rows: Mapping[str, Row], anew: bool) -> Told:
    """Plant these, and gather what everybody gets."""
    world = server.world
    plants = {name: Plant(f"wombat{number:02}") for number, name in enumerate(rows)}
    ground = await Ground.lay(world)
    feeds = {name: (await world.do(name, "calendar.renew_feed", space=world.space))["address"] for name in INSIDE}
    for name in ("alice", "bob", "gerda"):
        await world.do(name, "mail.choose", letters=True)
    got: dict[str, dict[str, str]] = {name: {} for name in EVERYBODY}
    away = {name: await bookmarks(server, name) for name in INSIDE}
    stories = [row.story(ground, plants[name]) for name, row in rows.items()]
    for story in stories:
        await anext(story)
    await settled(world)
    async with AsyncExitStack() as stack:
        ears = {name: await stack.enter_async_context(server.live(name)) for name in INSIDE}
        for name, live in ears.items():
            await listen(live, world, name)
            live.texts.clear()
        for story in stories:
            await anext(story, None)
        await settled(world)
        for name, live in ears.items():
            await caught_up(world, live)
            got[name][LIVE] = "\n".join(live.texts)
    await follow(world)
    new = {}
    for name in INSIDE:
        async with server.live(name) as live:
            for space, bookmark in away[name].items():
                answer = await live.listen(space, bookmark)
                assert anew or not answer["fresh"]
            await caught_up(world, live)
            await caught_up_at_desk(world, live, name)
            got[name][RESUMED] = "\n".join(live.texts)
        async with server.live(name) as live:
            new[name] = {place: one["count"] for place, one in (await listen(live, world, name))["unread"].items()}
            got[name]["fresh"] = "\n".join(live.texts)
        async with server.http() as client:
            got[name]["feed"] = (await client.get(feeds[name])).text
    known = await world.house.store.read(lambda db: everything(db, world, plants))
    for name in EVERYBODY:
        async with server.live(name) as live:
            await ask_everything(live, known)
            got[name][ASKED] = "\n".join(live.texts)
    server.clock.forward(seconds=WAIT_MS / 1000 + 1)
    await settled(world)
    posted = mails(server.settings.data_path)
    for name in EVERYBODY:
        got[name]["mail"] = "\n".join(str(mail) + str(mail.get_payload(decode=True)) for mail in posted if name in mail["To"])
    return Told(plants, got, new, ground)


async def listen(live: Live, world: World, name: str) -> dict[str, Any]:
    """To one's own desk and to the space, anew; what the space answered."""
    await live.listen(world[name].desk)
    return await live.listen(world.space)


async def bookmarks(server: Server, name: str) -> dict[str, str]:
    """Where this person's line broke off."""
    async with server.live(name) as live:
        await listen(live, server.world, name)
        return dict(live.bookmarks)


async def caught_up(world: World, live: Live) -> None:
    """This socket has all that was told before now: what is told after it has come."""
    name = new_id()
    await world.do("alice", "space.change", space=world.space, name=name)
    await live.wait_for(lambda event: name in str(event))


async def caught_up_at_desk(world: World, live: Live, name: str) -> None:
    """The same of one's own desk, which is another stream with a pace of its own."""
    before, desk = len(live.events), world[name].desk
    await world.do(name, "people.change", zone="Europe/Brussels")
    await live.wait_for(lambda event: event["event"] == "person.changed" and event["space"] == desk, after=before)


async def settled(world: World) -> None:
    """All that is due has been done, by the house's own worker or by ours."""
    due = select(func.count()).where(jobs.c.buried_at.is_(None), jobs.c.run_at <= world.clock())
    async with asyncio.timeout(20):
        while await world.house.store.read(lambda db: db.execute(due).scalar_one()):
            await work(world)
            await asyncio.sleep(0.01)


def everything(db: Db, world: World, plants: Mapping[str, Plant]) -> dict[str, list[Any]]:
    """What a parameter of this name may be, for somebody who knows every id of the space."""

    def all_of(table: Any) -> list[str]:
        return [row[0] for row in db.execute(select(table.c.id).where(table.c.space == world.space))]

    of_pages = select(page_version.c.id).join(page_doc, page_doc.c.place == page_version.c.place).where(page_doc.c.space == world.space)
    versions = [row[0] for row in db.execute(of_pages)]
    return {
        "space": [world.space], "place": all_of(places), "note": all_of(notes), "file": all_of(files), "files": [all_of(files)[:100]],
        "topic": all_of(topics), "letter": all_of(letters),
        "report": all_of(reports), "person": [world[name].id for name in EVERYBODY], "text": [plant.word for plant in plants.values()],
        "project": [row[0] for row in db.execute(select(projects.c.id))],
        "folder": ["inbox", "sent", "supervised", "removed"], "over": [False, True], "state": ["open", "closed"], "since": ["2026-01-01"],
        "version": versions, "older": versions, "to": [world.space], "rows": [[]], "token": ["x"], "school": [world.gent],
        "country": ["BE", "GE"], "town": ["Gent"],
        "whom": [f"role:{role}" for role in ("teacher", "pupil", "guest")], **DAYS,
    }  # fmt: skip


async def ask_everything(live: Live, known: Mapping[str, list[Any]]) -> None:
    """Every query there is, with all that its parameters may be. A query with a parameter of a new name fails here until it is known."""
    for name, query in REGISTRY.queries.items():
        if query.gate is Gate.HOUSE or name in LISTENING:
            continue
        wanted = [field.name for field in msgspec.structs.fields(query.params) if field.required or field.name in OPTIONAL]
        for values in product(*(known[parameter] for parameter in wanted)):
            await live.reply(name, **dict(zip(wanted, values, strict=True)))


@pytest.mark.parametrize("name", ROWS)
async def test_it_reaches_those_whom_it_is_for_and_nobody_else(told: dict[bool, Told], name: str) -> None:
    row = ROWS[name]
    plant, got = told[row.anew].plants[name], told[row.anew].got
    for person in EVERYBODY:
        found = {way for way, text in got[person].items() if plant.word in text}
        if person in row.see:
            assert set(row.ways) <= found, f"{person} does not get it by {set(row.ways) - found}"
            continue
        assert not found, f"{person} gets it by {found}"
        for secret in plant.ids:
            known = {way for way, text in got[person].items() if secret in text}
            assert not known, f"{person} learns by {known} that it is there"


async def test_nothing_of_it_is_mailed(told: dict[bool, Told]) -> None:
    mailed = [got["mail"] for got in told[False].got.values() if got["mail"]]
    assert mailed, "nobody was reminded of a letter"
    assert "wombat" not in "".join(mailed)


async def test_what_is_not_for_somebody_is_not_counted(told: dict[bool, Told]) -> None:
    """Two notes of pia wait or were refused on a board with nothing else; another forum has its topics in the bin."""
    new, ground = told[False].new, told[False].ground
    held = {name: new[name].get(ground.holding, 0) for name in INSIDE}
    assert held == {"alice": 2, "bob": 2, "pia": 0, "milo": 0, "gerda": 0}
    assert {name: new[name].get(ground.bin, 0) for name in INSIDE} == dict.fromkeys(INSIDE, 0)
