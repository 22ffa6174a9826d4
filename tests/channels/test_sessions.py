"""Booked sessions and gates: agreed, told, opened and closed by itself, quiet without the teachers; decided inside the unit.

The clock is a standing one that tests put forward; what the database says of its own clock follows it (`still`).
"""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio

from tests.cast import World, enter, with_new_space
from tests.drivers import Live, Server
from twinspace_server.channels import sessions
from twinspace_server.clock import iso, system
from twinspace_server.errors import NotAllowed, TwinspaceError
from twinspace_server.law import hours, present
from twinspace_server.live.gates import Keeper
from twinspace_server.storage.store import Db, Lock, Unit

BRUSSELS, TBILISI = "Europe/Brussels", "Asia/Tbilisi"
MINUTE = 60_000


def local(ms: int, zone: str = BRUSSELS) -> str:
    return datetime.fromtimestamp(ms / 1000, ZoneInfo(zone)).strftime("%Y-%m-%dT%H:%M")


@dataclass
class StillClock:
    """A clock that stands where it was put, on a full minute at first."""

    now: int = field(default_factory=lambda: system() // MINUTE * MINUTE)

    def __call__(self) -> int:
        return self.now

    def forward(self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0) -> None:
        self.now += int((((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000)


@dataclass
class Room:
    """The cast, a clock that stands still, and a keeper that works when it is told to."""

    world: World
    clock: StillClock
    keeper: Keeper
    place: str = ""

    async def book(self, by: str = "alice", *, start: float = 60, minutes: int = 45, people: tuple[str, ...] = ("bob", "pia", "milo"),
                   agree: tuple[str, ...] = ("bob",), **more: Any) -> dict[str, Any]:  # fmt: skip
        """A session so many minutes from now, accepted by those who agree."""
        params: dict[str, Any] = {
            "space": self.world.space, "subject": "Rivers", "start": local(self.clock.now + int(start * MINUTE)), "zone": BRUSSELS,
            "minutes": minutes, "people": [self.world[name].id for name in people],
        }  # fmt: skip
        answer = await self.world.do(by, "session.book", **{**params, **more})
        self.place = answer["place"]["id"]
        for name in agree:
            await self.world.do(name, "session.answer", place=self.place, answer="accepted")
        await self.turn()
        return answer

    async def enter(self, username: str, *, socket: str = "", process: str = "here") -> None:
        """The room is open before them, through a process that renews."""
        person, until = self.world[username].id, self.clock.now + 30_000

        def run(db: Db) -> None:
            present.enter(
                db, socket=socket or username, place=self.place, space=self.world.space, person=person, process=process, until=until
            )

        await self._write(run)
        self.keeper.look_at({self.place: self.world.space})

    async def leave(self, username: str) -> None:
        await self._write(lambda db: present.linger(db, username, self.place, self.clock.now + 30_000))

    async def renew(self, process: str = "here") -> None:
        await self._write(lambda db: present.renew(db, process, self.clock.now + 30_000))

    async def turn(self) -> None:
        """The keeper comes by, and once more for what its own work has brought."""
        await self.keeper.turn()

    async def why(self, username: str, method: str = "chat.say", /, **params: Any) -> str:
        """ "" when it is done, else the first reason (or the code) of the refusal."""
        params = params or {"text": "Hoi!"}
        try:
            await self.world.do(username, method, place=self.place, **params)
        except NotAllowed as error:
            return error.why[0].code
        except TwinspaceError as error:
            return error.kind
        return ""

    async def state(self, username: str = "pia") -> str:
        return str((await self.world.ask(username, "place.open", place=self.place))["gate"]["state"])

    async def events(self) -> list[str]:
        """What was told of gates and sessions in this room, from the log."""
        from sqlalchemy import select

        from twinspace_server.live import log

        query = select(log.log.c.event).where(log.log.c.place == self.place).order_by(log.log.c.seq)
        found = await self.world.house.store.read(lambda db: [row[0] for row in db.execute(query)])
        return [event for event in found if event.startswith(("gate.", "session."))]

    async def _write(self, run: Callable[[Db], Any]) -> None:
        await self.world.house.store.write(Unit("house", run, law=Lock.NONE))


@pytest_asyncio.fixture
async def room(populated: tuple[str, World], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Room]:
    url, made = populated
    clock = StillClock()
    monkeypatch.setattr(Db, "now", lambda _db: clock.now)
    async with enter(url, tmp_path, replace(made, clock=clock)) as world:  # type: ignore[arg-type]
        yield Room(world, clock, Keeper(world.house.dispatcher))


# -- agreeing ----------------------------------------------------------------------------------------------------------


async def test_booking_makes_the_room_and_asks_everybody(room: Room) -> None:
    world = room.world
    answer = await room.book(agree=(), note="  Bring your maps.  ")
    session, gate, place = answer["session"], answer["gate"], answer["place"]
    assert session == {
        "kind": "chat_session", "id": room.place, "space": world.space, "subject": "Rivers", "note": "Bring your maps.",
        "by": world["alice"].id, "start": local(room.clock.now + 60 * MINUTE), "end": None, "minutes": 45, "zone": BRUSSELS, "extra": 0,
        "reason": None, "people": [world["alice"].id, *sorted(world[name].id for name in ("bob", "pia", "milo"))], "accepted": 0,
        "declined": 0, "changed_at": None,
    }  # fmt: skip
    assert gate["state"] == "proposed"
    assert gate["opens_at"] == iso(room.clock.now + 60 * MINUTE)
    assert gate["closes_at"] == iso(room.clock.now + 105 * MINUTE)
    assert gate["teachers"] == "each"
    assert (place["type"], place["title"], place["may"]) == ("session", "Rivers", ["read", "add", "edit", "delete", "publish", "moderate"])
    for name in ("bob", "pia", "milo"):
        asked = (await world.ask(name, "session.invitations"))["invitations"]
        assert [one["session"]["id"] for one in asked] == [room.place]
        assert (asked[0]["space_name"], asked[0]["by_name"]) == ("Two Rivers, One Map", "Alice Vermeulen")
        assert [school["id"] for school in asked[0]["schools"]] == [world.gent, world.batumi]
    assert (await world.ask("alice", "session.invitations"))["invitations"] == []
    assert await room.why("gerda") == "not_found", "who isn't invited doesn't see it"


async def test_it_is_confirmed_by_a_teacher_of_the_other_school(room: Room) -> None:
    await room.book(agree=())
    room.clock.forward(minutes=61)
    assert await room.why("alice") == "room_proposed"
    await room.world.do("milo", "session.answer", place=room.place, answer="accepted")
    assert await room.state() == "proposed"
    told = await room.world.do("bob", "session.answer", place=room.place, answer="accepted", word="We look forward to it.")
    assert told["gate"]["state"] != "proposed"
    assert told["session"]["accepted"] == 2
    assert (await room.events()).count("session.confirmed") == 1
    assert await room.why("alice") == ""


async def test_a_word_is_for_the_asker_and_the_staff(room: Room) -> None:
    world = room.world
    await room.book(agree=())
    await world.do("pia", "session.answer", place=room.place, answer="declined", word="I am at the dentist’s.")
    for name, sees in (("alice", True), ("bob", True), ("pia", True), ("milo", False)):
        answers = (await world.ask(name, "session.list", space=world.space))["answers"]
        assert [one["word"] for one in answers] == (["I am at the dentist’s."] if sees else []), name


async def test_the_list_holds_each_session_once_wherever_it_stands(room: Room) -> None:
    world = room.world

    async def listed(**how: Any) -> list[str]:
        return [one["id"] for one in (await world.ask("pia", "session.list", space=world.space, **how))["sessions"]]

    await room.book(start=120, agree=())
    proposed = room.place
    await room.book(start=60)
    confirmed = room.place
    await room.book(start=90)
    await world.do("bob", "session.cancel", place=room.place)
    cancelled = room.place
    assert await listed() == [confirmed, proposed]
    assert await listed(over=True) == [cancelled]
    room.clock.forward(minutes=105)
    assert await listed() == [proposed]
    assert await listed(over=True) == [cancelled, confirmed]
    assert await listed(over=True, before=cancelled) == [confirmed]


async def test_a_transcript_has_both_clocks_and_names_or_letters(room: Room) -> None:
    world = room.world
    await room.book(start=0, teachers="none")
    await room.enter("pia")
    await room.turn()
    line = await world.say("pia", "Hoi!", room.place)
    hidden = await world.say("milo", "Something unkind.", room.place)
    await world.do("bob", "chat.hide", place=room.place, message=hidden["id"], reason="Unkind.")
    told = await world.ask("milo", "session.transcript", place=room.place)
    assert told["zones"] == [BRUSSELS, TBILISI]
    assert [(one["who"], one["text"], one["state"]) for one in told["lines"]] == [
        ("Pia Claes", "Hoi!", "said"),
        ("Milo Beridze", "", "hidden"),
    ]
    assert told["lines"][0]["clocks"] == [local(room.clock.now), local(room.clock.now, TBILISI)]
    assert [one["who"] for one in told["attended"]] == ["Pia Claes"]
    letters = await world.ask("bob", "session.transcript", place=room.place, letters=True)
    assert "Pia" not in str(letters["lines"]) + str(letters["attended"])
    assert "Something unkind." not in str(told) + str(letters)
    assert (await world.ask("pia", "session.transcript", place=room.place, before=hidden["id"]))["lines"][0]["at"] == line["at"]
    assert (await world.refusal("gerda", "session.transcript", place=room.place)).kind == "not_found"
    assert (await world.refusal("pia", "session.transcript", place=world.lobby)).kind == "not_found"


async def test_a_session_that_is_over_is_saved_as_a_page(room: Room) -> None:
    world = room.world = await with_new_space(room.world, bob_administrator=False)
    folder = (await world.do("alice", "folder.make", space=world.space, title="Talks"))["place"]["id"]
    await room.book(start=0, teachers="none")
    await room.enter("pia")
    await room.turn()
    for number in range(101):
        await world.say("pia", f"Bridge {number}\nis old.", room.place)
    hidden = await world.say("milo", "Something unkind.", room.place)
    await world.do("bob", "chat.hide", place=room.place, message=hidden["id"], reason="Unkind.")
    began = room.clock.now
    saving = {"place": room.place, "parent": folder}
    assert (await world.refusal("bob", "session.save", **saving)).kind == "session_not_over"
    await world.do("alice", "session.end", place=room.place)
    assert (await world.refusal("pia", "session.save", **saving)).kind == "not_allowed"
    assert (await world.refusal("gerda", "session.save", **saving)).kind == "not_found"
    assert (await world.refusal("olga", "session.save", **saving)).kind == "not_found"
    assert (await world.refusal("bob", "session.save", place=room.place)).kind == "not_allowed", "the top is the administrators'"
    assert (await world.refusal("bob", "session.save", place=room.place, parent=room.place)).kind == "not_a_folder"
    assert (await world.refusal("bob", "session.save", place=world.lobby, parent=folder)).kind == "not_found"
    page = (await world.do("bob", "session.save", **saving, language="nl"))["page"]
    assert (page["type"], page["parent"], page["title"]) == ("page", folder, f"Rivers, {local(began)[:10]}")
    html = (await world.ask("pia", "page.text", place=page["id"]))["html"]
    for told in ("<p>Brussels</p>", "<p>Tbilisi</p>", local(began)[11:], local(began, TBILISI)[11:], "Pia Claes", "Wie er was"):
        assert told in html
    assert "<p>Bridge 0<br>is old.</p>" in html
    assert html.count("is old.") == 101
    assert "<em>Verborgen door een leerkracht</em>" in html
    assert "unkind" not in html
    page = (await world.do("alice", "session.save", place=room.place, letters=True))["page"]
    html = (await world.ask("pia", "page.text", place=page["id"]))["html"]
    assert "Pia" not in html + page["title"]
    assert "Milo" not in html


async def test_slots_are_when_all_are_at_school(room: Room) -> None:
    world = room.world
    week = [{"day": day, "from": "08:30", "to": "15:30"} for day in range(5)]
    asked = {"space": world.space, "since": "2027-03-26", "days": 5, "minutes": 60}
    refused = await world.refusal("bob", "school.set_hours", space=world.space, school="nowhere", week=week)
    assert (refused.kind, refused.path) == ("unknown_school", "$.school")
    assert (await world.refusal("pia", "school.set_hours", space=world.space, school=world.gent, week=week)).kind == "not_allowed"
    await world.do("alice", "school.set_hours", space=world.space, school=world.gent, week=week)
    assert (await world.ask("pia", "school.hours", space=world.space))["hours"] == [
        {"kind": "school_hours", "id": world.gent, "week": week}
    ]
    assert (await world.ask("pia", "session.slots", **asked))["unknown"] == [world.batumi]
    await world.do("bob", "school.set_hours", space=world.space, school=world.batumi, week=week)
    told = await world.ask("pia", "session.slots", **asked)
    # Brussels is three hours behind Tbilisi, and from 28 March on two.
    assert [slot["clocks"] for slot in told["slots"]] == [
        ["2027-03-26T08:30", "2027-03-26T11:30"],
        ["2027-03-29T08:30", "2027-03-29T10:30"],
        ["2027-03-30T08:30", "2027-03-30T10:30"],
    ]
    assert told["slots"][0]["until"] == "2027-03-26T11:30:00.000Z"


async def test_moments_are_worked_out_anew_when_a_country_changes_its_clocks(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    await room.book(start=60 * 24)
    before = room.clock.now + 60 * 24 * MINUTE
    dispatcher = room.world.house.dispatcher
    monkeypatch.setattr(hours, "named_moment", lambda when, zone: hours.moment(datetime.fromisoformat(when), zone) - 60 * MINUTE)
    assert await dispatcher.store.read(lambda db: sessions.to_reckon(db, room.clock.now)) == [(room.place, room.world.space)]
    await dispatcher.house("session.reckon", sessions.Reckon(place=room.place), room.world.space)
    gate = (await room.world.ask("pia", "place.open", place=room.place))["gate"]
    assert gate["opens_at"] == iso(before - 60 * MINUTE)
    assert await dispatcher.store.read(lambda db: sessions.to_reckon(db, room.clock.now)) == []


async def test_only_the_invited_answer(room: Room) -> None:
    await room.book(people=("bob", "milo"), agree=())
    assert await room.why("alice", "session.answer", answer="accepted") == "not_invited"
    assert await room.why("pia", "session.answer", answer="accepted") == "not_found"
    assert await room.why("olga", "session.answer", answer="accepted") == "not_found"


async def test_who_may_book(room: Room) -> None:
    world = room.world
    for name, code in (("pia", "not_allowed"), ("gerda", "not_allowed"), ("olga", "not_found"), ("nora", "not_found")):
        params = {"space": world.space, "subject": "x", "start": local(room.clock.now + MINUTE * 60), "zone": BRUSSELS, "minutes": 30}
        assert (await world.refusal(name, "session.book", people=[world["bob"].id], **params)).kind == code
    await world.do("alice", "space.set_policies", space=world.space, pupils_book=True)
    answer = await room.book("pia", people=("milo",), agree=(), teachers="none")
    assert answer["gate"]["teachers"] == "each", "a pupil can't do away with the teachers"
    assert (await world.refusal("gerda", "session.book", people=[world["bob"].id], **params)).kind == "not_allowed"


@pytest.mark.parametrize(
    ("wrong", "code", "path"),
    [
        ({"minutes": None}, "minutes_or_end", "$.minutes"),
        ({"end": "2030-01-01T10:00"}, "minutes_or_end", "$.minutes"),
        ({"zone": "Europe/Atlantis"}, "unknown_zone", "$.zone"),
        ({"start": "2027-02-30T10:00"}, "no_such_time", "$.start"),
        ({"start": "2027-03-28T02:30"}, "no_such_time", "$.start"),
        ({"start": "2020-01-01T10:00"}, "in_the_past", "$.start"),
        ({"start": "2099-01-01T10:00"}, "too_far_ahead", "$.start"),
        ({"people": ["nobody"]}, "unknown_person", "$.people[0]"),
        ({"people": []}, "nobody_invited", "$.people"),
        ({"schools": ["nowhere"]}, "unknown_school", "$.schools[0]"),
        ({"subject": "\u200b"}, "empty_text", "$.subject"),
    ],
)
async def test_what_can_not_be_booked(room: Room, wrong: dict[str, Any], code: str, path: str) -> None:
    world = room.world
    params: dict[str, Any] = {
        "space": world.space, "subject": "Rivers", "start": local(room.clock.now + 60 * MINUTE), "zone": BRUSSELS, "minutes": 30,
        "people": [world["bob"].id],
    }  # fmt: skip
    error = await world.refusal("alice", "session.book", **{**params, **wrong})
    assert (error.kind, error.path) == (code, path)
    assert (await world.ask("alice", "session.list", space=world.space))["sessions"] == []


async def test_a_whole_school_is_invited(room: Room) -> None:
    world = room.world
    await world.add_pupil("nino", school=world.batumi)
    answer = await room.book(people=(), agree=(), schools=[world.batumi])
    assert set(answer["session"]["people"]) == {world[name].id for name in ("alice", "bob", "milo", "nino")}


async def test_a_whole_group_is_invited_as_it_is_then(room: Room) -> None:
    world = room.world
    told = [{"name": "Otters", "hue": "leaf", "persons": [world[one].id for one in ("alice", "bob", "pia")]}]
    group = (await world.do("alice", "group.make", space=world.space, groups=told))["group"]["id"]
    answer = await room.book(people=("milo",), groups=[group])
    assert answer["session"]["people"] == [world["alice"].id, *sorted(world[one].id for one in ("bob", "pia", "milo"))]
    await world.do("alice", "group.move", space=world.space, person=world["pia"].id, out=group)
    kept = (await world.ask("bob", "session.list", space=world.space))["sessions"][0]
    assert world["pia"].id in kept["people"], "who is asked stays asked"
    changed = await world.do("alice", "session.change", place=room.place, groups=[group])
    assert changed["session"]["people"] == [world["alice"].id, world["bob"].id]
    await world.do("alice", "space.remove_member", space=world.space, person=world["bob"].id)
    for kind, path, asked in (("unknown_group", "$.groups[1]", [group, "never-was"]), ("nobody_invited", "$.people", [group])):
        error = await world.refusal("alice", "session.change", place=room.place, groups=asked)
        assert (error.kind, error.path) == (kind, path)
    await world.do("alice", "group.move", space=world.space, person=world["alice"].id, out=group)
    error = await world.refusal("alice", "session.change", place=room.place, groups=[group])
    assert (error.kind, error.path) == ("unknown_group", "$.groups[0]"), "nobody is in it any more"
    far = [{"name": "Far", "hue": "leaf", "persons": [world["olga"].id]}]
    other = (await world.do("olga", "group.make", space=world.elsewhere, groups=far))["group"]["id"]
    error = await world.refusal("alice", "session.change", place=room.place, groups=[other])
    assert (error.kind, error.path) == ("unknown_group", "$.groups[0]")


async def test_another_time_asks_everybody_again_and_a_word_alone_does_not(room: Room) -> None:
    world = room.world
    await room.book()
    told = await world.do("alice", "session.change", place=room.place, subject="Bridges", note="New.")
    assert told["session"]["accepted"] == 1
    assert (await world.ask("pia", "place.open", place=room.place))["place"]["title"] == "Bridges"
    told = await world.do("alice", "session.change", place=room.place, start=local(room.clock.now + 120 * MINUTE))
    assert (told["session"]["accepted"], told["gate"]["state"]) == (0, "proposed")
    assert told["gate"]["opens_at"] == iso(room.clock.now + 120 * MINUTE)
    assert await room.why("pia", "session.change", subject="x") == "staff_only"
    told = await world.do("bob", "session.change", place=room.place, people=[world["bob"].id, world["milo"].id])
    assert await room.why("pia") == "not_found", "no longer invited"
    assert set(told["session"]["people"]) == {world[name].id for name in ("alice", "bob", "milo")}, "who changes it stays"
    assert told["session"]["changed_at"] == iso(room.clock.now)


async def test_cancelled_is_told_and_shut_for_all(room: Room) -> None:
    await room.book(start=0)
    assert await room.why("alice") == ""
    assert await room.why("milo", "session.cancel", reason="x") == "staff_only"
    await room.world.do("bob", "session.cancel", place=room.place, reason="Snow.")
    for name in ("alice", "bob", "pia"):
        assert await room.why(name) == "room_cancelled"
    assert await room.state() == "cancelled"
    assert await room.why("bob", "session.answer", answer="accepted") == "session_over"
    assert await room.why("bob", "session.extend", minutes=5) == "session_over"


async def test_its_table_is_fixed_and_lifts_no_restriction(room: Room) -> None:
    world = room.world
    await room.book(start=0, teachers="none")
    assert (await world.refusal("alice", "rights.set", place=room.place, rows=[])).kind == "table_is_fixed"
    assert await room.why("pia") == ""
    await world.set_table(world.space, {"teacher": ["read", "add"], "pupil": ["read", "add"], "pia": ["read"]})
    assert await room.why("pia") == "root_row_lacks"
    assert await room.why("milo") == ""


# -- opening and closing -----------------------------------------------------------------------------------------------


async def test_it_opens_and_closes_by_itself_and_says_so_once(room: Room) -> None:
    await room.book(teachers="none")
    assert await room.why("pia") == "room_not_yet"
    assert await room.why("alice") == "room_not_yet", "the window binds everybody"
    room.clock.forward(minutes=50)
    await room.turn()
    assert await room.state() == "soon"
    room.clock.forward(minutes=10)
    assert await room.why("pia") == "", "by the time, though no keeper has come by"
    await room.turn()
    await room.turn()
    assert await room.state() == "open"
    room.clock.forward(minutes=44, seconds=59.999)
    assert await room.why("pia") == ""
    room.clock.forward(seconds=0.001)
    assert await room.why("pia") == "room_over"
    assert await room.state() == "open", "no keeper has come by, and nothing was let in"
    await room.turn()
    await room.turn()
    assert await room.state() == "over"
    told = [event for event in await room.events() if event.startswith("gate.")]
    assert told == ["gate.announced", "gate.opened", "gate.closed"]
    assert (await room.world.ask("pia", "chat.history", place=room.place))["messages"], "it can still be read"


async def test_everything_that_writes_is_held_up_and_taking_back_is_not(room: Room) -> None:
    world = room.world
    await room.book(start=0, teachers="none")
    line = await world.say("pia", "Hoi!", room.place)
    other = await world.say("pia", "Oops.", room.place)
    room.clock.forward(minutes=45)
    for method, params in (
        ("chat.say", {"text": "x"}), ("chat.edit", {"message": line["id"], "text": "x"}),
        ("chat.react", {"message": line["id"], "emoji": "🎉", "on": True}),
    ):  # fmt: skip
        assert await room.why("pia", method, **params) == "room_over", method
    assert await room.why("pia", "chat.withdraw", message=other["id"]) == ""
    assert await room.why("bob", "chat.hide", message=line["id"], reason="Unkind.") == ""
    assert await room.why("alice", "place.change", title="Rivers, November") == ""


async def test_a_line_sent_again_after_the_end_stands(room: Room) -> None:
    await room.book(start=0, teachers="none")
    said = await room.world.say("pia", "Hoi!", room.place, key="k")
    room.clock.forward(minutes=45)
    assert (await room.world.say("pia", "Hoi!", room.place, key="k"))["id"] == said["id"]


async def test_teachers_extend_and_end_it(room: Room) -> None:
    await room.book(start=0, teachers="none")
    assert await room.why("pia", "session.extend", minutes=5) == "staff_only"
    room.clock.forward(minutes=44)
    told = await room.world.do("bob", "session.extend", place=room.place, minutes=10)
    assert told["session"]["extra"] == 10
    room.clock.forward(minutes=10)
    assert await room.why("pia") == ""
    await room.world.do("bob", "session.end", place=room.place)
    assert await room.why("pia") == "room_ended"
    assert await room.why("bob") == "room_ended"
    room.clock.forward(minutes=60)
    await room.turn()
    assert (await room.events()).count("gate.closed") == 0, "it was told when it was ended"
    assert await room.state() == "ended"


@pytest.mark.parametrize("minutes", [1, 7, 120])
async def test_so_many_minutes_longer_are_exactly_so_many(room: Room, minutes: int) -> None:
    """To the millisecond, for writing and on the gate, and once more on top of the first time."""
    await room.book(start=0, teachers="none")
    closes = room.clock.now + 45 * MINUTE
    room.clock.forward(minutes=44)
    for times in (1, 2):
        told = await room.world.do("bob", "session.extend", place=room.place, minutes=minutes)
        assert told["gate"]["closes_at"] == iso(closes + times * minutes * MINUTE)
        assert told["session"]["extra"] == times * minutes
    room.clock.now = closes + 2 * minutes * MINUTE - 1
    assert (await room.why("pia"), await room.why("bob")) == ("", "")
    room.clock.now += 1
    assert (await room.why("pia"), await room.why("bob")) == ("room_over", "room_over")
    assert await room.why("bob", "session.extend", minutes=minutes) == "session_over"
    await room.turn()
    assert (await room.state(), (await room.events()).count("gate.closed")) == ("over", 1)


async def test_who_extends_and_when(room: Room) -> None:
    await room.book(start=60, teachers="none")
    before = (await room.world.ask("bob", "place.open", place=room.place))["gate"]["closes_at"]
    assert await room.why("bob", "session.extend", minutes=5) == "session_not_open"
    room.clock.forward(minutes=60)
    for name, why in (("pia", "staff_only"), ("milo", "staff_only"), ("gerda", "not_found"), ("olga", "not_found")):
        assert await room.why(name, "session.extend", minutes=5) == why
    for minutes in (0, -5, 121):
        assert await room.why("bob", "session.extend", minutes=minutes) == "bad_input"
    assert (await room.world.ask("bob", "place.open", place=room.place))["gate"]["closes_at"] == before


async def test_nothing_goes_on_for_more_than_twelve_hours(room: Room) -> None:
    await room.book(start=0, minutes=480, teachers="none")
    closes = room.clock.now + 480 * MINUTE
    for minutes in (120, 119):
        assert await room.why("bob", "session.extend", minutes=minutes) == ""
    assert await room.why("bob", "session.extend", minutes=2) == "session_too_long"
    told = await room.world.do("bob", "session.extend", place=room.place, minutes=1)
    assert told["gate"]["closes_at"] == iso(closes + 240 * MINUTE)
    assert await room.why("bob", "session.extend", minutes=1) == "session_too_long"
    room.clock.now = closes + 240 * MINUTE
    assert await room.why("pia") == "room_over"


async def test_nobody_agreed_and_its_time_has_come(room: Room) -> None:
    await room.book(agree=())
    room.clock.forward(minutes=61)
    await room.turn()
    assert await room.why("pia") == "room_proposed"
    room.clock.forward(minutes=45)
    await room.turn()
    assert await room.state() == "lapsed"
    assert await room.why("bob", "session.answer", answer="accepted") == "session_over"


async def test_a_clock_that_is_put_forward_and_back_misses_nothing(room: Room) -> None:
    await room.book(teachers="none")
    room.clock.forward(days=1)
    await room.turn()
    assert await room.state() == "over"
    room.clock.forward(days=-1)
    assert await room.why("pia") == "room_not_yet"
    room.keeper._last = None  # it compares with a steady clock, which this test has not got
    await room.turn()
    assert await room.state() == "before"
    room.clock.forward(minutes=60)
    await room.turn()
    assert (await room.state(), await room.why("pia")) == ("open", "")
    room.clock.forward(minutes=45)
    await room.turn()
    assert (await room.state(), await room.why("pia")) == ("over", "room_over")
    told = await room.events()
    assert (told.count("gate.opened"), told.count("gate.closed")) == (1, 1)


# -- supervised --------------------------------------------------------------------------------------------------------


async def test_pupils_write_while_a_teacher_of_each_school_is_there(room: Room) -> None:
    await room.book(start=0)
    assert await room.why("pia") == "room_without_each_teacher"
    assert await room.why("alice") == "", "teachers may write"
    await room.enter("alice")
    await room.turn()
    assert await room.why("milo") == "room_without_each_teacher"
    assert await room.state() == "quiet"
    gate = (await room.world.ask("pia", "place.open", place=room.place))["gate"]
    assert gate["missing"] == [room.world.batumi]
    await room.enter("bob")
    assert await room.why("milo") == ""
    await room.turn()
    assert await room.state() == "open"


async def test_it_falls_quiet_when_the_last_teacher_has_been_gone_for_30_seconds(room: Room) -> None:
    await room.book(start=0)
    await room.enter("alice")
    await room.enter("bob")
    await room.turn()
    room.clock.forward(seconds=20)
    await room.renew()
    await room.leave("bob")
    room.clock.forward(seconds=29.999)
    await room.renew()
    assert await room.why("pia") == ""
    room.clock.forward(seconds=0.001)
    assert await room.why("pia") == "room_without_each_teacher"
    await room.turn()
    assert await room.state() == "quiet"
    assert (await room.events())[-1] == "gate.changed"


async def test_a_process_that_died_counts_no_longer_than_30_seconds(room: Room) -> None:
    await room.book(start=0)
    await room.enter("alice", process="one")
    await room.enter("bob", process="other")
    room.clock.forward(seconds=29)
    await room.renew("one")
    assert await room.why("pia") == ""
    room.clock.forward(seconds=1)
    await room.renew("one")
    assert await room.why("pia") == "room_without_each_teacher"


async def test_who_counts_as_a_teacher_there(room: Room) -> None:
    """Pupils and guests never; a teacher of the third school does not stand in; who was removed counts no more at once."""
    world = room.world
    await room.book(start=0, people=("bob", "pia", "milo", "gerda"))
    for name in ("pia", "milo", "gerda"):
        await room.enter(name)
    assert await room.why("pia") == "room_without_each_teacher"
    assert await room.why("gerda") == "room_without_each_teacher", "a guest is held up as pupils are"
    await room.enter("alice")
    await room.enter("bob")
    assert await room.why("pia") == ""
    await world.do(
        "alice", "space.change_member", space=world.space, person=world["bob"].id, role="guest", administrator=False, school=None
    )
    assert await room.why("pia") == "room_without_each_teacher"


async def test_being_in_another_room_is_not_being_there(room: Room) -> None:
    await room.book(start=0, teachers="any")
    here, room.place = room.place, room.world.lobby
    await room.enter("alice")
    room.place = here
    assert await room.why("pia") == "room_without_any_teacher"
    await room.enter("alice")
    assert await room.why("pia") == ""


async def test_only_schools_whose_pupils_take_part_must_send_a_teacher(room: Room) -> None:
    await room.book("bob", start=0, people=("alice", "pia"), agree=("alice",))
    await room.enter("alice")
    assert await room.why("pia") == ""


async def test_why_is_asked_in_the_same_words(room: Room) -> None:
    world = room.world
    await room.book(start=0)
    asked = await world.ask("pia", "rights.explain", place=room.place, person=world["pia"].id)
    assert asked["rights"]["add"] == {"allowed": False, "why": [{"code": "room_without_each_teacher", "args": {}}]}
    assert asked["rights"]["read"]["allowed"]


# -- standing rooms and rooms of two ----------------------------------------------------------------------------------


async def test_a_standing_room_in_given_hours(room: Room) -> None:
    world = room.world
    room.place = world.lobby
    now = datetime.fromtimestamp(room.clock.now / 1000, ZoneInfo(TBILISI))
    later = now + timedelta(days=1)
    week = [{"day": later.weekday(), "from": "08:30", "to": "15:00"}]
    hours = {"zone": TBILISI, "week": week}
    assert await room.why("pia", "room.set_gate", hours=hours) == "administrators_only"
    await world.do("alice", "room.set_gate", place=world.lobby, hours=hours)
    assert (await room.why("pia"), await room.why("gerda"), await room.why("alice")) == ("room_outside_hours", "not_found", "")
    opens = later.replace(hour=8, minute=30, second=0, microsecond=0)
    room.clock.now = int(opens.timestamp() * 1000) - 1
    assert await room.why("pia") == "room_outside_hours"
    room.clock.now += 1
    assert await room.why("pia") == ""
    await room.turn()
    assert await room.state() == "open"
    room.clock.forward(hours=6.5)
    assert await room.why("pia") == "room_outside_hours"
    await world.do("alice", "room.set_gate", place=world.lobby)
    assert await room.why("pia") == ""
    assert (await world.ask("pia", "place.open", place=world.lobby))["gate"] is None


async def test_a_standing_room_only_with_a_teacher(room: Room) -> None:
    room.place = room.world.lobby
    await room.world.do("alice", "room.set_gate", place=room.place, teachers="any")
    assert await room.why("pia") == "room_without_any_teacher"
    await room.enter("bob")
    assert await room.why("pia") == ""


@pytest.mark.parametrize(
    ("hours", "code", "path"),
    [
        ({"zone": "Mars", "week": []}, "unknown_zone", "$.hours.zone"),
        ({"zone": BRUSSELS, "week": [{"day": 0, "from": "10:00", "to": "09:00"}]}, "hours_backwards", "$.hours.week[0].to"),
    ],
)
async def test_hours_that_are_none(room: Room, hours: dict[str, Any], code: str, path: str) -> None:
    error = await room.world.refusal("alice", "room.set_gate", place=room.world.lobby, hours=hours)
    assert (error.kind, error.path) == (code, path)


async def test_rooms_of_two(room: Room) -> None:
    world = room.world

    async def pair(one: str, other: str) -> str:
        try:
            answer = await world.do(one, "chat.with", space=world.space, person=world[other].id)
        except NotAllowed as error:
            return error.why[0].code
        except TwinspaceError as error:
            return error.kind
        room.place = answer["place"]["id"]
        assert set(answer["place"]["people"]) == {world[one].id, world[other].id}
        return ""

    assert await pair("pia", "milo") == "room_policy", "not by default"
    assert await pair("pia", "gerda") == "guests_and_pupils_apart"
    assert await pair("gerda", "milo") == "guests_and_pupils_apart"
    assert await pair("pia", "olga") == "not_found"
    assert await pair("pia", "pia") == "not_with_oneself"
    assert await pair("pia", "bob") == ""
    with_bob = room.place
    assert await pair("bob", "pia") == ""
    assert room.place == with_bob, "there is one for each two"
    assert (await room.why("pia"), await room.why("bob"), await room.why("milo")) == ("", "", "not_found")
    assert (await world.ask("alice", "chat.history", place=with_bob))["messages"], "teachers read along"
    await world.do("alice", "space.set_policies", space=world.space, pupils_pair=True)
    assert await pair("pia", "milo") == ""
    assert await room.state() == "open", "told at once, before any keeper comes by"
    assert (await room.why("pia"), await room.why("milo")) == ("", "")
    opened = await world.ask("pia", "place.open", place=room.place)
    assert set(opened["read_along"]) == {world["alice"].id, world["bob"].id}
    await world.do("alice", "space.set_policies", space=world.space, pupils_pair=False)
    assert await room.why("pia") == "room_policy", "what is forbidden later falls silent"
    room.place = with_bob
    assert await room.why("pia") == ""
    await world.do(
        "alice", "space.change_member", space=world.space, person=world["bob"].id, role="guest", administrator=False, school=None
    )
    assert await room.why("bob") == "room_policy", "a guest and a pupil never, whatever they were"


async def test_two_adults_are_alone_but_for_administrators(room: Room) -> None:
    world = room.world
    answer = await world.do("gerda", "chat.with", space=world.space, person=world["bob"].id)
    room.place = answer["place"]["id"]
    assert (await room.why("bob"), await room.why("pia")) == ("", "not_found")
    assert (await world.ask("bob", "place.open", place=room.place))["read_along"] == []


async def test_what_a_space_allows_is_its_administrators_to_say(room: Room) -> None:
    world = room.world
    asked = {"space": world.space, "pupils_pair": True}
    assert (await world.refusal("pia", "space.set_policies", **asked)).kind == "not_allowed"
    assert (await world.refusal("olga", "space.set_policies", **asked)).kind == "not_found"
    told = await world.ask("pia", "space.policies", space=world.space)
    assert (told["pupils_pair"], told["pupils_book"], told["teachers"]) == (False, False, "each")


# -- on the wire -------------------------------------------------------------------------------------------------------


async def test_a_line_outside_the_window_is_refused_on_the_raw_protocol(server: Server) -> None:
    """Real sockets, the real keeper: booked for now, open before both teachers, ended; nothing gets in before or after."""
    world = server.world
    now = server.clock()
    params = {
        "space": world.space, "subject": "Rivers", "start": local(now), "zone": BRUSSELS, "minutes": 45,
        "schools": [world.gent, world.batumi],
    }  # fmt: skip
    async with server.live("pia") as pia, server.live("alice") as alice, server.live("bob") as bob:
        for live in (pia, alice, bob):
            await live.listen(world.space)
        place = (await alice.call("session.book", **params))["place"]["id"]
        booked = await pia.wait_for("session.booked")
        assert {item["kind"] for item in booked["put"]} == {"chat_session", "gate", "place"}
        await bob.call("session.answer", place=place, answer="accepted")
        refused = await pia.reply("chat.say", place=place, text="x")
        assert refused["error"]["data"]["why"][0]["code"] == "room_without_each_teacher"
        await alice.signal("presence.enter", place=place)
        await bob.signal("presence.enter", place=place)
        await _shows(pia, place, "open")
        await pia.call("chat.say", place=place, text="Hoi!")
        await bob.call("session.end", place=place)
        refused = await pia.reply("chat.say", place=place, text="x")
        assert refused["error"]["data"]["why"][0]["code"] == "room_ended"


async def _shows(live: Live, place: str, state: str, *, after: int = 0) -> None:
    await live.wait_for(
        lambda event: any(item["kind"] == "gate" and item["id"] == place and item["state"] == state for item in event.get("put", ())),
        after=after,
    )


async def test_presence_counts_across_two_processes(pair: tuple[Server, Server]) -> None:
    first, second = pair
    world = first.world
    async with first.live("alice") as alice, second.live("bob") as bob, second.live("pia") as pia:
        for live in (alice, bob, pia):
            await live.listen(world.space)
        params = {"space": world.space, "subject": "Rivers", "start": local(first.clock()), "zone": BRUSSELS, "minutes": 45}
        place = (await alice.call("session.book", people=[world[n].id for n in ("bob", "pia", "milo")], **params))["place"]["id"]
        await bob.call("session.answer", place=place, answer="accepted")
        await bob.wait_for("session.confirmed")
        await alice.signal("presence.enter", place=place)
        await bob.signal("presence.enter", place=place)
        await _shows(pia, place, "open")
        await pia.call("chat.say", place=place, text="Hoi!")
        assert (await first.world.say("milo", "Gamarjoba!", place))["text"] == "Gamarjoba!"
