"""The complete matrix: roles and persons, the five rights, every kind of place, depth, inherited and own tables, each command.

`matrix.txt` beside this file is the oracle, written by hand. Each of its cells is tried as a real command through one of the three
doors (the dispatcher, HTTP, raw frames on the socket), which take turns; refusals must give the reasons that `rights.explain` gives, and
the tree, search, the feed, what `rights.as` shows and the live events must hold exactly the places that the table says.
"""

import asyncio
import itertools
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2
import icalendar
import pytest

from tests.cast import World, with_new_space
from tests.drivers import Live, Server
from tests.samples import REGISTRY
from twinspace_server.errors import NotAllowed, NotFound, TwinspaceError

CAST = ("alice", "bob", "pia", "milo", "gerda", "olga")
INSIDE = CAST[:-1]
PUPILS = ("pia", "milo")
LETTERS = {"r": "read", "a": "add", "e": "edit", "d": "delete", "p": "publish", "m": "moderate"}
ROLES = {"t": "teacher", "p": "pupil", "g": "guest"}
MAKES = {
    "folder": "folder.make", "forum": "forum.make", "chat": "chat.make_room", "pinboard": "pinboard.make", "calendar": "calendar.make",
    "archive": "archive.make", "gallery": "gallery.make", "page": "page.make",
}  # fmt: skip
OPEN = {"teacher": ["read", "add"], "pupil": ["read", "add"], "guest": ["read", "add"]}
"""While everybody puts something of their own everywhere."""
AT_ONCE = 8
SENDING = asyncio.Semaphore(4)
"""Uploads: one person may send six at a time."""

Table = dict[str, list[str]] | None


# -- reading the oracle ----------------------------------------------------------------------------------------------


def lines(of: str) -> Iterator[list[str]]:
    """The rows of one of the two tables, without its head."""
    text = (Path(__file__).parent / "matrix.txt").read_text("utf-8").split(f"THE {of}\n")[1].split("\nTHE ")[0]
    rows = [[cell.strip() for cell in line.split("|")] for line in text.splitlines() if "|" in line]
    yield from rows[1:]


def table(text: str) -> Table:
    """`t:ra milo:-` as the wire has it; None for what inherits."""
    if text == "inherits":
        return None
    rows = dict(row.split(":") for row in text.split())
    return {ROLES.get(who, who): [] if allowed == "-" else [LETTERS[letter] for letter in allowed] for who, allowed in rows.items()}


@dataclass
class Case:
    """One line of the places: where, and what each may do there."""

    folders: list[Table]
    own: Table
    may: dict[str, str]
    number: int
    """Counted through all roots."""
    at_root: bool = False

    def kinds(self, turn: int | None) -> tuple[str, ...]:
        """All of them; or in the short form one, another from line to line, and with the turn."""
        every = tuple(MAKES)
        return every if turn is None else (every[(3 * self.number + turn) % len(every)],)


def read_cells(cells: list[str]) -> dict[str, str]:
    return {who: "" if cell == "-" else cell for who, cell in zip(CAST, cells, strict=True)}


def cases() -> dict[str, list[Case]]:
    """By the table of the root."""
    found: dict[str, list[Case]] = {}
    root = ""
    for number, (first, way, *cells) in enumerate(lines("PLACES")):
        root = first or root
        if way == "the root itself":
            found.setdefault(root, []).append(Case([], None, read_cells(cells), number, at_root=True))
            continue
        *folders, own = [table(step.strip()) for step in way.split(">")]
        found.setdefault(root, []).append(Case(folders, own, read_cells(cells), number))
    return found


@dataclass(frozen=True)
class Wanted:
    """One line of the commands."""

    kinds: tuple[str, ...]
    command: str
    on: str
    needs: str


def kinds_of(text: str) -> tuple[str, ...]:
    return tuple(one for kind in text.split() for one in (MAKES if kind == "all" else (kind,)))


COMMANDS = [Wanted(kinds_of(kinds), *rest) for kinds, *rest in lines("COMMANDS")]


def test_the_oracle_speaks_of_every_kind_and_of_commands_that_exist() -> None:
    assert {kind for wanted in COMMANDS for kind in wanted.kinds} == {*MAKES, "space"}
    assert {wanted.command for wanted in COMMANDS} <= {*REGISTRY.commands, *REGISTRY.queries}
    made = {name for name, one in REGISTRY.commands.items() if "place" in one.answers and name.partition(".")[2] in ("make", "make_room")}
    assert made == set(MAKES.values()), "a kind of place that the matrix does not know"
    depths = {len(case.folders) for group in cases().values() for case in group}
    assert depths == {0, 1, 2}
    for group in cases().values():
        for case in group:
            assert case.may["olga"] == ""
            assert all(not letters or letters[0] == "r" for letters in case.may.values())
            assert all(set(letters) <= set(LETTERS) for letters in case.may.values())


# -- a world as the oracle has it ------------------------------------------------------------------------------------


@dataclass
class Spot:
    """One place of the matrix: what stands in it, by name (`own` and `alice's` for each person and command)."""

    place: str
    kind: str
    case: Case
    rows: list[dict[str, Any]] | None
    things: dict[tuple[str, str, str], str] = field(default_factory=dict)


async def together(work: list[Any]) -> list[Any]:
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(what: Any) -> Any:
        async with gate:
            return await what

    return await asyncio.gather(*(one(what) for what in work))


async def build(world: World, root: Table, group: list[Case], turn: int | None) -> list[Spot]:
    """Everything is made and filled while all may add; then the tables come, the root's last."""
    assert root is not None
    await world.do("alice", "space.change_member", space=world.space, person=world["bob"].id, administrator=False)
    await world.set_table(world.space, OPEN)
    spots: list[Spot] = []
    tables: list[tuple[str, Table]] = []
    for number, case in enumerate(group):
        if case.at_root:
            spots.append(Spot(world.space, "space", case, world.rows(root)))
            continue
        parent = None
        for rows in case.folders:
            made = await world.do("alice", "folder.make", space=world.space, title=f"Folder {number}", parent=parent)
            parent = str(made["place"]["id"])
            tables.append((parent, rows))
        for kind in case.kinds(turn):
            made = await world.do("alice", MAKES[kind], space=world.space, title=f"{kind} {number}", parent=parent)
            place = str(made["place"]["id"])
            await world.set_table(place, OPEN)
            spots.append(Spot(place, kind, case, None if case.own is None else world.rows(case.own)))
            tables.append((place, case.own))
    await together(
        [furnish(world, spot, wanted, who) for spot in spots for wanted in COMMANDS for who in INSIDE if spot.kind in wanted.kinds]
    )
    for place, rows in tables:
        await world.set_table(place, rows)
    await world.set_table(world.space, root)
    return spots


async def furnish(world: World, spot: Spot, wanted: Wanted, who: str) -> None:
    """What this command of this person will be about: something of their own, or of alice's."""
    if wanted.on not in ("own", "alice's") or spot.kind == "folder" or wanted.command.startswith(("place.", "rights.")):
        return
    by = who if wanted.on == "own" else "alice"
    text = f"A heron by {by} for {who}"
    if spot.kind == "chat":
        made = (await world.do(by, "chat.say", place=spot.place, text=text))["message"]["id"]
    elif spot.kind == "pinboard":
        made = (await world.do(by, "note.pin", place=spot.place, text=text))["note"]["id"]
    elif spot.kind == "calendar":
        made = (await world.do(by, "calendar.add", place=spot.place, title=text, starts=day(), type="activity"))["event"]["id"]
    elif spot.kind == "forum":
        topic = await world.do(by, "forum.start", place=spot.place, title=text, text=text)
        made = topic["topic"]["id"]
        spot.things[wanted.command, wanted.on, f"{who} post"] = topic["post"]["id"]
    else:
        async with SENDING:
            made = (await world.add_file(by, spot.place, "heron.txt", text.encode()))["id"]
    spot.things[wanted.command, wanted.on, who] = made


def day() -> str:
    return (datetime.now(UTC) + timedelta(days=20)).strftime("%Y-%m-%d")


def parameters(world: World, spot: Spot, wanted: Wanted, who: str) -> dict[str, Any]:
    """What the command is asked with."""
    thing = spot.things.get((wanted.command, wanted.on, who), "nothing")
    post = spot.things.get((wanted.command, wanted.on, f"{who} post"), "nothing")
    place = {"place": spot.place}
    made = {"space": world.space, "parent": spot.place, "title": f"By {who}"}
    asked: dict[str, Callable[[], dict[str, Any]]] = {
        "rights.explain": lambda: {"person": world[who].id},
        "rights.preview": lambda: {"rows": spot.rows},
        "rights.set": lambda: {"rows": spot.rows},
        "place.change": lambda: {"icon": "star"},
        "chat.say": lambda: {"text": "A heron"},
        "chat.react": lambda: {"message": thing, "emoji": "🎉", "on": True},
        "chat.edit": lambda: {"message": thing, "text": "Another heron"},
        "chat.withdraw": lambda: {"message": thing},
        "chat.hide": lambda: {"message": thing, "reason": "x"},
        "note.pin": lambda: {"text": "A heron"},
        "note.edit": lambda: {"note": thing, "text": "Another heron"},
        "note.move": lambda: {"note": thing, "x": 5},
        "note.delete": lambda: {"note": thing},
        "note.hide": lambda: {"note": thing, "reason": "x"},
        "calendar.between": lambda: {"first": day(), "last": day()},
        "calendar.add": lambda: {"title": "A heron", "starts": day(), "type": "activity"},
        "calendar.change": lambda: {"event": thing, "title": "Another heron"},
        "calendar.remove": lambda: {"event": thing},
        "forum.start": lambda: {"title": "A heron", "text": "A heron"},
        "forum.answer": lambda: {"topic": thing, "text": "A heron"},
        "forum.edit": lambda: {"post": post, "text": "Another heron"},
        "forum.withdraw": lambda: {"post": post},
        "forum.close": lambda: {"topic": thing, "on": True},
        "forum.pin": lambda: {"topic": thing, "on": True},
        "forum.bin": lambda: {"topic": thing},
        "forum.hide": lambda: {"post": post, "reason": "x"},
        "file.change": lambda: {"file": thing, "description": "Another heron"},
        "file.replace": lambda: {"file": thing, "upload": "nothing"},
        "file.delete": lambda: {"file": thing},
        "file.hide": lambda: {"file": thing, "reason": "x"},
        "page.update": lambda: {"update": UPDATE},
    }
    if wanted.command in MAKES.values():
        return made
    return {**place, **asked[wanted.command]()} if wanted.command in asked else place


UPDATE = next(example.params["update"] for feature in REGISTRY.features for example in feature.examples if example.method == "page.update")


# -- the three doors -------------------------------------------------------------------------------------------------

Told = tuple[str, list[tuple[str, tuple[tuple[str, str], ...]]]]
"""`done`, `no`, `hidden` or another code; and the reasons."""


def reasons(why: list[dict[str, Any]]) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    return [(reason["code"], tuple(sorted(reason["args"].items()))) for reason in why]


class Doors:
    """The same call through the dispatcher, over HTTP, or as a raw frame; they take turns."""

    def __init__(self, server: Server, world: World, live: dict[str, Live], http: dict[str, httpx2.AsyncClient]) -> None:
        self.server, self.world, self.live, self.http = server, world, live, http
        self.turn = itertools.count()
        self.used: dict[str, int] = {"dispatcher": 0, "http": 0, "socket": 0}

    async def ask(self, who: str, method: str, params: dict[str, Any]) -> Told:
        door = ("dispatcher", "http", "socket")[next(self.turn) % 3]
        self.used[door] += 1
        if door == "dispatcher":
            try:
                await self.world.do(who, method, **params)
            except TwinspaceError as error:
                word = "hidden" if isinstance(error, NotFound) else "no" if isinstance(error, NotAllowed) else error.kind
                return word, [(reason.code, tuple(sorted(reason.args.items()))) for reason in error.why]
            return "done", []
        if door == "http":
            answer = await self.http[who].post(f"/api/{method}", json=params)
            told = answer.json()
            if answer.status_code == 200:
                return "done", []
        else:
            reply = await self.live[who].reply(method, **params)
            if "error" not in reply:
                return "done", []
            told = reply["error"]["data"]
        return {"not_found": "hidden", "not_allowed": "no"}.get(told["code"], told["code"]), reasons(told.get("why", []))


def expected(case: Case, at_root: Case, who: str, needs: str) -> str:
    """By the oracle alone."""
    may = (at_root if needs == "S" else case).may[who]
    if not may:
        return "hidden"
    if needs == "P":
        return "done" if "p" in may and who not in PUPILS else "no"
    return "done" if (who == "alice" if needs in "AS" else set(needs) & set(may)) else "no"


async def explained(world: World, spots: list[Spot]) -> dict[tuple[str, str], dict[str, Any]]:
    async def one(spot: Spot, who: str) -> tuple[tuple[str, str], dict[str, Any]]:
        return (spot.place, who), await world.ask("alice", "rights.explain", place=spot.place, person=world[who].id)

    return dict(await together([one(spot, who) for spot in spots for who in INSIDE]))


ROOTS = pytest.mark.parametrize("root", cases(), ids=lambda root: root.replace(" ", "_"))


@ROOTS
async def test_cells_in_turn_are_the_oracles(shared: Server, root: str) -> None:
    """Every line of the places with one kind of place and all its commands; the next line and the other database have another."""
    await as_the_oracle_says(shared, root, 0 if shared.settings.database_url.startswith("sqlite") else 4)


@pytest.mark.long
@ROOTS
async def test_every_cell_is_the_oracles(shared: Server, root: str) -> None:
    await as_the_oracle_says(shared, root, None)


async def as_the_oracle_says(shared: Server, root: str, turn: int | None) -> None:
    group = cases()[root]
    world = await with_new_space(shared.world)
    spots = await build(world, table(root), group, turn)
    why = await explained(world, spots)
    for spot in spots:
        for who in INSIDE:
            told, letters = why[spot.place, who], spot.case.may[who]
            allowed = {name for name, one in told["rights"].items() if one["allowed"]}
            assert allowed == {LETTERS[letter] for letter in letters}, (spot.kind, spot.case, who, told)
            own = "a" in letters
            assert told["own"]["edit"]["allowed"] == (own or "e" in letters)
            assert told["own"]["delete"]["allowed"] == (own or "d" in letters)
    async with AsyncExitStack() as stack:
        live = {who: await stack.enter_async_context(shared.live(who)) for who in CAST}
        http = {who: await stack.enter_async_context(shared.http(who)) for who in CAST}
        for client in http.values():
            client.timeout = httpx2.Timeout(60)
        doors = Doors(shared, world, live, http)
        await every_command(world, doors, spots, why)
        await what_is_shown(world, shared, live, spots)
        await live_events(world, live, spots)
    assert min(doors.used.values()) > (100 if turn is None else 20) * len(group) // 3


async def every_command(world: World, doors: Doors, spots: list[Spot], why: dict[tuple[str, str], dict[str, Any]]) -> None:
    async def cell(spot: Spot, wanted: Wanted, who: str) -> None:
        want = expected(spot.case, at_root, who, wanted.needs)
        params = parameters(world, spot, wanted, who)
        if wanted.command == "file.replace" and want == "done":
            if "a" not in spot.case.may[who]:
                return  # whoever may not add there has nothing sent there to replace it with
            async with SENDING:
                params["upload"] = await world.upload(who, spot.place, "heron.txt", f"Newer, by {who}".encode())
        word, told = await doors.ask(who, wanted.command, params)
        where = f"{who}: {wanted.command} on {wanted.on or 'it'} in a {spot.kind}, {spot.case}"
        assert word == want, f"{where}: {word} {told}, and the oracle says {want}"
        if word == "no" and wanted.needs in ("a", "e", "d") and wanted.on != "own" and not wanted.command.startswith("place."):
            name = LETTERS[wanted.needs]
            right, own = why[spot.place, who]["rights"][name], why[spot.place, who]["own"].get(name)
            assert not right["allowed"]
            assert told in (reasons(right["why"]), reasons(own["why"]) if own else []), where
        if wanted.command == "place.bin" and word == "done":
            await world.do("alice", "place.restore", place=spot.place)

    at_root = next(spot.case for spot in spots if spot.case.at_root)
    # Binning comes first, while nothing else stands in the folders: it needs *delete* on every place inside.
    for wanted in COMMANDS:
        if wanted.command == "place.bin":
            for who in CAST:
                await together([cell(spot, wanted, who) for spot in spots if spot.kind in wanted.kinds])
    harmless = [wanted for wanted in COMMANDS if wanted.command != "place.bin"]
    await together([cell(spot, wanted, who) for spot in spots for wanted in harmless for who in CAST if spot.kind in wanted.kinds])


async def what_is_shown(world: World, server: Server, live: dict[str, Live], spots: list[Spot]) -> None:
    """The tree, what administrators see as that person, search and the feed."""
    known = {spot.place for spot in spots}
    for who in INSIDE:
        should = {spot.place: {LETTERS[letter] for letter in spot.case.may[who]} for spot in spots if spot.case.may[who]}
        if world.space not in should:
            assert should == {}
            with pytest.raises(Exception, match="not_found"):
                await live[who].listen(world.space)
            continue
        listed = (await live[who].listen(world.space))["places"]
        assert {place["id"]: set(place["may"]) for place in listed if place["id"] in known} == should, who
        seen = await world.ask("alice", "rights.as", space=world.space, whom=f"person:{world[who].id}")
        assert {place["id"]: place["may"] for place in seen["places"]} == {place["id"]: place["may"] for place in listed}
        found: set[str] = set()
        before = None
        while True:
            answer = await world.ask(who, "search.find", space=world.space, text="heron", **({"before": before} if before else {}))
            found |= {hit["place"] for hit in answer["hits"]}
            if not answer["more"]:
                break
            before = answer["hits"][-1]["id"]
        wordy = {spot.place for spot in spots if spot.kind in ("chat", "pinboard", "calendar", "forum", "archive")}
        assert found & known == wordy & should.keys(), who
        address = (await world.do(who, "calendar.renew_feed", space=world.space))["address"]
        async with server.http() as client:
            events = icalendar.Calendar.from_ical((await client.get(address)).text).walk("VEVENT")
        calendars = sum(1 for spot in spots if spot.kind == "calendar" and spot.case.may[who])
        assert bool(events) == bool(calendars), who


async def live_events(world: World, live: dict[str, Live], spots: list[Spot]) -> None:
    """Whoever may read a place hears that it changed, and nobody else hears of it."""
    for who in INSIDE:
        live[who].events.clear()
        live[who].texts.clear()
    spots = [spot for spot in spots if not spot.case.at_root]
    for number, spot in enumerate(spots):
        await world.do("alice", "place.change", place=spot.place, title=f"Heard {number}")
    for who in INSIDE:
        await live[who].settle()
        heard = {event["place"] for event in live[who].events if event["event"] == "place.changed"}
        assert heard == {spot.place for spot in spots if spot.case.may[who]}, who
        silent = [spot.place for spot in spots if not spot.case.may[who]]
        assert not any(place in text for text in live[who].texts for place in silent), who
