"""The demo: two schools, their people and some days of chat, so that the first look is a lived-in space.

Everything here is said and done by commands, as the persons named, at set moments of the past days: it can't bypass a rule,
and it can't rot unseen. `twinspace serve --demo` calls `found` once, on an empty installation.
"""

import asyncio
import json
import secrets
from collections.abc import Awaitable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast
from zoneinfo import ZoneInfo

import msgspec

from twinspace_server.app import House, assemble
from twinspace_server.channels.chat import React, Say
from twinspace_server.channels.forum.arranging import Close
from twinspace_server.channels.forum.arranging import Pin as PinTopic
from twinspace_server.channels.forum.posting import Answer, Start
from twinspace_server.channels.pinboard import Board, ColumnWanted, SetColumns
from twinspace_server.channels.pinboard_notes import Pin
from twinspace_server.clock import system
from twinspace_server.demo import (
    calendar,
    cards,
    files,
    gallery,
    groups,
    installation,
    letters,
    order,
    page,
    projects,
    publishing,
    sessions,
    tree,
)
from twinspace_server.demo.forum import FORUM, SUBJECTS
from twinspace_server.demo.pinboard import COLUMNS, PAPERS, TITLE
from twinspace_server.demo.talk import DAYS, LINES, ROOMS
from twinspace_server.identity import Who, by_token
from twinspace_server.live.dispatch import Asker
from twinspace_server.live.feature import CommandParams
from twinspace_server.people.accounts import AddPerson
from twinspace_server.people.card_sheet import Sign
from twinspace_server.people.cards import SignInByCard
from twinspace_server.people.schools import AddSchool, AttachPerson
from twinspace_server.people.sign_in import Nothing, SignIn
from twinspace_server.settings import Settings
from twinspace_server.spaces.reading import ReadPlace
from twinspace_server.spaces.tables import Row, SetTable
from twinspace_server.spaces.team import AddMember
from twinspace_server.spaces.tree import MakePlace

GENT, BATUMI = "De Waterlelie", "Batumi School No. 3"

# username: (name, adult, language, school, role, administrator)
PEOPLE: Mapping[str, tuple[str, bool, str, str | None, str, bool]] = {
    "alice": ("Alice Vermeulen", True, "nl", GENT, "teacher", True),
    "bob": ("Bob Lomidze", True, "en", BATUMI, "teacher", True),
    "pia": ("Pia Claes", False, "nl", GENT, "pupil", False),
    "jef": ("Jef Maes", False, "nl", GENT, "pupil", False),
    "amina": ("Amina El Idrissi", False, "nl", GENT, "pupil", False),
    "milo": ("Milo Beridze", False, "en", BATUMI, "pupil", False),
    "nino": ("Nino Kalandadze", False, "en", BATUMI, "pupil", False),
    "luka": ("ლუკა ჯაფარიძე", False, "en", BATUMI, "pupil", False),
    "olga": ("Olga Kask", True, "en", None, "", False),
    "nora": ("Nora Janssens", True, "nl", None, "", False),
    "irakli": ("Irakli Shengelia", True, "en", None, "", False),
}
OUTSIDE = {"nora": "operator", "irakli": "support"}
"""What people are who are in no space."""
SPACE_NAME = "Two Rivers, One Map"
DESCRIPTION = (
    "Two classes, one at the Leie and one at the Chorokhi, go down to the water on the same day. "
    "We measure, draw and tell each other what we find."
)
ZONES = {GENT: "Europe/Brussels", BATUMI: "Asia/Tbilisi"}
LESSONS_END, SATURDAY = 10, 5
COME_IN = (8, 40)
"""When they came in on the last day: before the first of them wrote."""
WORDS = ("river", "bridge", "otter", "ferry", "lantern", "willow", "heron", "harbour", "pebble", "current", "meadow", "island")


class Report(msgspec.Struct):
    """What `demo.json` holds; what does not exist yet is null."""

    base_url: str
    people: list[dict[str, Any]]
    space: str
    places: dict[str, str | None]
    public_url: str | None


class Teller:
    """Speaks as the persons of the demo, at the moment it is set to."""

    def __init__(self) -> None:
        self.moment = system()
        self.house: House
        self.who: dict[str, Who] = {}
        self.passwords: dict[str, str] = {}

    def now(self) -> int:
        return self.moment

    async def operator(self, username: str, name: str) -> None:
        """The one who sets up the installation."""
        await self.house.dispatcher.house("people.add_operator", self._account(username, name, True, "nl"))
        await self.come_in(username)

    async def account(self, username: str) -> str:
        name, adult, language, *_ = PEOPLE[username]
        return str((await self.do("nora", "people.add", self._account(username, name, adult, language)))["person"].id)

    def _account(self, username: str, name: str, adult: bool, language: str) -> AddPerson:
        self.passwords[username] = f"{'-'.join(secrets.SystemRandom().sample(WORDS, 3))}-{secrets.randbelow(900) + 100}"
        return AddPerson(
            username=username, name=name, password=self.passwords[username], adult=adult, language=cast(Any, language),
            email=f"{username}@example.org" if adult else None,
        )  # fmt: skip

    async def come_in(self, username: str) -> None:
        """Sign in with the password, as a browser does; this session speaks from now on."""
        params = SignIn(name=username, password=self.passwords[username], device="demo")
        self.who[username] = await self._inside("people.sign_in", params)

    async def show_card(self, card: str, pin: list[Sign]) -> None:
        """Sign in with a class card, and go again."""
        who = await self._inside("cards.sign_in", SignInByCard(card=card, pin=pin))
        await self.house.dispatcher.command("people.sign_out", Nothing(), Asker(who))

    async def _inside(self, door: str, params: CommandParams) -> Who:
        """Whoever got in there."""
        token, now = str((await self.house.dispatcher.command(door, params, Asker(None))).cookie), self.moment
        who = await self.house.store.read(lambda db: by_token(db, token, now))
        assert who is not None
        return who

    async def side_by_side(self, *deeds: Awaitable[Any]) -> list[Any]:
        """At one moment, as many at once as may hash: passwords are what telling the demo takes longest for. Answers in order."""
        few = asyncio.Semaphore(self.house.settings.hash_pool)

        async def one(deed: Awaitable[Any]) -> Any:
            async with few:
                return await deed

        return await asyncio.gather(*(one(deed) for deed in deeds))

    async def do(self, username: str, method: str, params: CommandParams) -> dict[str, Any]:
        """Run a command as this person."""
        return (await self.house.dispatcher.command(method, params, Asker(self.who[username]))).result

    async def leave_the_desk(self) -> None:
        """End the sessions this telling needed."""
        for username in self.who:
            await self.do(username, "people.sign_out", Nothing())


async def found(settings: Settings, path: Path | None = None) -> Report:
    """Fill the installation and write `demo.json` into the data directory."""
    teller = Teller()
    # Where one is required, its people get a second factor when they sign in, as everybody does.
    async with assemble(msgspec.structs.replace(settings, second_factor="optional"), now=teller.now) as teller.house:
        report = await _tell(teller, settings)
    target = path or settings.data_path / "demo.json"
    target.write_text(json.dumps(msgspec.to_builtins(report), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    target.chmod(0o600)
    return report


async def _tell(teller: Teller, settings: Settings) -> Report:
    present = teller.moment
    teller.moment = _at(present, DAYS, 8, 0)
    await teller.operator("nora", PEOPLE["nora"][0])
    others = [username for username in PEOPLE if username != "nora"]
    people = dict(zip(others, await teller.side_by_side(*map(teller.account, others)), strict=True))
    # They come in once, on the last of these days, as *last seen* will say; what they did before is told with the same sessions.
    teller.moment = _at(present, 0, *COME_IN)
    await teller.side_by_side(*map(teller.come_in, others))
    teller.moment = _at(present, DAYS, 8, 0)
    await installation.arrange(teller, {**people, "nora": teller.who["nora"].person})
    schools = {
        GENT: (await teller.do("nora", "schools.add", AddSchool(name=GENT, town="Gent", country="BE", zone=ZONES[GENT], hue="lagoon"))),
        BATUMI: (
            await teller.do("nora", "schools.add", AddSchool(name=BATUMI, town="Batumi", country="GE", zone=ZONES[BATUMI], hue="marigold"))
        ),
    }
    school_ids = {name: str(answer["school"].id) for name, answer in schools.items()}
    for username, (_, _, _, school, *_) in PEOPLE.items():
        if school is not None:
            await teller.do("nora", "schools.attach", AttachPerson(school=school_ids[school], person=people[username]))
    space = await projects.found(teller, people, SPACE_NAME, DESCRIPTION)
    for username, (_, _, _, school, role, administrator) in PEOPLE.items():
        if role and not administrator:
            adding = AddMember(space=space, username=username, role=cast(Any, role), school=school_ids[str(school)])
            await teller.do("alice", "space.add_member", adding)
    rooms: dict[str, str] = {}
    for key, title in ROOMS:
        teller.moment += 60_000
        rooms[key] = str((await teller.do("alice", "chat.make_room", MakePlace(space=space, title=title)))["place"].id)
    only_teachers = [Row("role:teacher", ["read", "add", "edit", "delete"]), Row("role:pupil", []), Row("role:guest", [])]
    await teller.do("alice", "rights.set", SetTable(place=rooms["teachers"], rows=only_teachers))
    teller.moment += 60_000
    board = await _pinboard(teller, space)
    said = await _talk(teller, rooms, present)
    await _pin(teller, board, present)
    forum = await _discuss(teller, space, present)
    folders = await tree.build(teller, space)
    await groups.make(teller, space, people, lambda days, hour, minute: _at(present, days, hour, minute))
    mailbox = await letters.write(teller, space, people, lambda days, hour, minute: _at(present, days, hour, minute))
    await order.keep(teller, space, people[order.HELD], said, rooms["main"], lambda days, hour, minute: _at(present, days, hour, minute))
    archive = await files.keep(teller, space, folders["fieldwork"], lambda days, hour, minute: _at(present, days, hour, minute))
    teller.moment = present
    agenda = await calendar.plan(teller, space, school_ids[GENT], school_ids[BATUMI])
    await sessions.hold(
        teller, space, people, school_ids[GENT], school_ids[BATUMI], lambda days, hour, minute: _at(present, days, hour, minute)
    )
    wall = await gallery.hang(teller, space, lambda days, hour, minute: _at(present, days, hour, minute), folders["fieldwork"])
    written = await page.write(
        teller, space, school_ids[GENT], school_ids[BATUMI], forum, lambda days, hour, minute: _at(present, days, hour, minute)
    )
    shown = await publishing.show(
        teller, space, people, lambda days, hour, minute: _at(present, days, hour, minute), written, wall
    )  # fmt: skip
    teller.moment = present
    await projects.go_on(teller, people, present)
    await cards.hand_out(teller, space, people, lambda days, hour, minute: _at(present, days, hour, minute))
    teller.moment = present
    await teller.leave_the_desk()
    return Report(
        base_url=settings.address,
        people=[
            {"name": u, "password": teller.passwords[u], "role": PEOPLE[u][4] or OUTSIDE.get(u, "outsider"),
             "administrator": PEOPLE[u][5]}
            for u in PEOPLE
        ],
        space=space,
        places={
            "chat": rooms["main"], "pinboard": board.id, "calendar": agenda, "forum": forum, "folder": folders["rivers"],
            "archive": archive, "gallery": wall, "page": written, "mailbox": mailbox,
        },
        public_url=f"{settings.address}{shown}",
    )  # fmt: skip


async def _pinboard(teller: Teller, space: str) -> Board:
    """A board with its columns."""
    place = str((await teller.do("alice", "pinboard.make", MakePlace(space=space, title=TITLE)))["place"].id)
    columns = SetColumns(place=place, columns=[ColumnWanted(title=title) for title in COLUMNS])
    return cast(Board, (await teller.do("alice", "pinboard.set_columns", columns))["board"])


async def _pin(teller: Teller, board: Board, present: int) -> None:
    """Everybody pins their notes, at their moments."""
    for paper in PAPERS:
        teller.moment = _at(present, paper.days_ago, paper.hour, paper.minute)
        column = board.columns[paper.column].id if paper.column is not None else None
        pin = Pin(place=board.id, text=paper.text, colour=paper.colour, x=paper.x, y=paper.y, column=column)
        await teller.do(paper.by, "note.pin", pin)


async def _talk(teller: Teller, rooms: Mapping[str, str], present: int) -> Mapping[str, tuple[str, str, int]]:
    """Everybody says their lines, in the order of the moments at which they were said; answers message, room and number by name."""
    timed = sorted((_at(present, line.days_ago, line.hour, line.minute), at, line) for at, line in enumerate(LINES))
    said: dict[str, tuple[str, str, int]] = {}
    for moment, _, line in timed:
        teller.moment = moment
        room = rooms[line.room]
        answered = said[line.answers][0] if line.answers else None
        answer = await teller.do(line.by, "chat.say", Say(place=room, text=line.text, reply_to=answered))
        message, seq = str(answer["message"].id), int(answer["seq"])
        for emoji, names in line.reactions.items():
            for name in names.split():
                teller.moment += 1500
                await teller.do(name, "chat.react", React(place=room, message=message, emoji=emoji, on=True))
        said[line.name or message] = (message, room, seq)
    # Everybody has read nearly everything; what the partner class wrote last is still new.
    newest = {room: max(seq for _, r, seq in said.values() if r == room) for room in rooms.values()}
    teller.moment = present
    for username in ("alice", "bob", "pia", "jef", "amina", "milo", "nino", "luka"):
        for key, room in rooms.items():
            if key == "teachers" and username not in ("alice", "bob"):
                continue
            back = 3 if (username, key) in (("pia", "questions"), ("milo", "questions"), ("alice", "teachers")) else 0
            mark = sorted(seq for _, r, seq in said.values() if r == room)[-1 - back] if back else newest[room]
            await teller.do(username, "place.read", ReadPlace(place=room, seq=mark))
    return said


async def _discuss(teller: Teller, space: str, present: int) -> str:
    """The forum, topic by topic; answers the place."""
    teller.moment = _at(present, 4, 9, 0)
    forum = str((await teller.do("alice", "forum.make", MakePlace(space=space, title=FORUM)))["place"].id)
    for subject in SUBJECTS:
        posts: list[str] = []
        topic = ""
        for entry in subject.entries:
            teller.moment = _at(present, entry.days_ago, entry.hour, entry.minute)
            if not posts:
                answer = await teller.do(entry.by, "forum.start", Start(place=forum, title=subject.title, text=entry.text))
                topic = str(answer["topic"].id)
            else:
                quote = None if entry.quotes is None else posts[entry.quotes]
                answer = await teller.do(entry.by, "forum.answer", Answer(place=forum, topic=topic, text=entry.text, quote=quote))
            posts.append(str(answer["post"].id))
        if subject.pinned:
            await teller.do("alice", "forum.pin", PinTopic(place=forum, topic=topic, on=True))
        if subject.closed:
            await teller.do("alice", "forum.close", Close(place=forum, topic=topic, on=True))
    return forum


def _at(present: int, days_ago: int, hour: int, minute: int) -> int:
    """A moment of a past school day, on Gent's clock; day 0 is the last one on which the lessons of the demo are over."""
    zone = ZoneInfo(ZONES[GENT])
    day = datetime.fromtimestamp(present / 1000, UTC).astimezone(zone)
    if day.hour < LESSONS_END:
        day -= timedelta(days=1)
    while day.weekday() >= SATURDAY or days_ago:
        days_ago -= day.weekday() < SATURDAY
        day -= timedelta(days=1)
    return int(day.replace(hour=hour, minute=minute, second=0, microsecond=0).timestamp() * 1000)
