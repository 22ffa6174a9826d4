"""Held, hidden and private things, planted with a word of their own each: what stands where, and who alone may read it.

`test_nothing_leaks` plays them all in one space and looks for the words in everything that anybody gets. A plant is an async
generator: what it does before its `yield` happens while some are away and nobody listens, the rest before everybody's eyes.
"""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tests.cast import World, picture
from tests.editors import an_update, make_page

LIVE, RESUMED, ASKED = "live", "resumed", "asked"
ZONE = "Europe/Brussels"


@dataclass
class Plant:
    """One of them: its `word`, and the `ids` of things whose very existence is nobody else's business."""

    word: str
    ids: list[str] = field(default_factory=list)


@dataclass
class Ground:
    """The space in which they are planted, and its places. alice alone is its administrator; bob is a teacher like others."""

    world: World
    board: str
    holding: str
    forum: str
    bin: str
    closed_forum: str
    calendar: str
    closed_calendar: str
    archive: str
    closed_archive: str

    @classmethod
    async def lay(cls, world: World) -> "Ground":
        """`holding` is a board on which teachers look first, what is `closed` only teachers read."""

        async def make(what: str) -> str:
            answer = await world.do("alice", f"{what}.make", space=world.space, title=what)
            return str(answer["place"]["id"])

        kinds = ("pinboard", "pinboard", "forum", "forum", "forum", "calendar", "calendar", "archive", "archive")
        ground = cls(world, *[await make(what) for what in kinds])
        await world.do("alice", "pinboard.set", place=ground.holding, hold=True)
        for closed in (ground.closed_forum, ground.closed_calendar, ground.closed_archive):
            await world.set_table(closed, {"teacher": ["read", "add", "edit", "delete"], "pupil": []})
        return ground

    async def pin(self, board: str, by: str, text: str) -> str:
        return str((await self.world.do(by, "note.pin", place=board, text=text))["note"]["id"])

    async def start(self, forum: str, by: str, title: str, text: str) -> dict[str, Any]:
        return await self.world.do(by, "forum.start", place=forum, title=title, text=text)

    async def send(self, by: str, to: str, word: str) -> str:
        who = [f"person:{self.world[to].id}"]
        answer = await self.world.do(by, "letters.send", space=self.world.space, to=who, subject=f"About {word}", text=f"{word}!")
        return str(answer["letter"]["id"])

    async def group(self, *persons: str) -> str:
        told = [{"name": "Some", "hue": "leaf", "persons": [self.world[one].id for one in persons]}]
        return str((await self.world.do("alice", "group.make", space=self.world.space, groups=told))["group"]["id"])

    async def book(self, subject: str, *people: str, days: int = 0) -> str:
        """A session of alice with these, agreed when bob is among them; without `days` it is open already."""
        start = (datetime.now(ZoneInfo(ZONE)) + timedelta(days=days)).strftime("%Y-%m-%dT%H:%M")
        asked = {"space": self.world.space, "subject": subject, "start": start, "zone": ZONE, "minutes": 45, "teachers": "none"}
        answer = await self.world.do("alice", "session.book", **asked, people=[self.world[name].id for name in people])
        place = str(answer["place"]["id"])
        if "bob" in people:
            await self.world.do("bob", "session.answer", place=place, answer="accepted")
        return place

    async def pair(self, by: str, other: str) -> str:
        return str((await self.world.do(by, "chat.with", space=self.world.space, person=self.world[other].id))["place"]["id"])


Story = Callable[[Ground, Plant], AsyncIterator[None]]


@dataclass(frozen=True)
class Row:
    """How something is planted, who may read it, and by which ways these get it."""

    story: Story
    see: frozenset[str]
    ways: tuple[str, ...]
    anew: bool
    """It changes what somebody may read: who was away loads everything anew instead of resuming."""


ROWS: dict[str, Row] = {}


def seen_by(names: str, *ways: str, anew: bool = False) -> Callable[[Story], Story]:
    """One more row of the table; without ways by all three: at once, after being away, and by asking."""

    def put(story: Story) -> Story:
        ROWS[story.__name__] = Row(story, frozenset(names.split()), ways or (LIVE, RESUMED, ASKED), anew)
        return story

    return put


# -- chat ------------------------------------------------------------------------------------------------------------


@seen_by("alice bob")
async def a_hidden_line(g: Ground, p: Plant) -> AsyncIterator[None]:
    line = await g.world.say("pia", p.word)
    yield
    await g.world.do("alice", "chat.hide", place=g.world.lobby, message=line["id"], reason="Not here.")


@seen_by("alice bob")
async def a_withdrawn_line(g: Ground, p: Plant) -> AsyncIterator[None]:
    line = await g.world.say("milo", p.word)
    yield
    await g.world.do("milo", "chat.withdraw", place=g.world.lobby, message=line["id"])


@seen_by("alice bob")
async def the_earlier_words_of_a_line(g: Ground, p: Plant) -> AsyncIterator[None]:
    line = await g.world.say("pia", p.word)
    yield
    await g.world.do("pia", "chat.edit", place=g.world.lobby, message=line["id"], text="Something else.")


@seen_by("alice bob")
async def a_line_in_a_closed_room(g: Ground, p: Plant) -> AsyncIterator[None]:
    yield
    p.ids.append((await g.world.say("alice", p.word, g.world.staffroom))["id"])


@seen_by("alice bob", RESUMED, ASKED, anew=True)
async def the_title_of_a_room_that_was_closed(g: Ground, p: Plant) -> AsyncIterator[None]:
    """pia has been there, and has been answered: her bell knows of it."""
    room = await g.world.make_room(p.word)
    line = await g.world.say("pia", "Is anybody here?", room)
    await g.world.say("bob", "Yes.", room, reply_to=line["id"])
    yield
    await g.world.set_table(room, {"teacher": ["read", "add"], "pupil": []})


@seen_by("alice gerda")
async def a_line_among_two_adults(g: Ground, p: Plant) -> AsyncIterator[None]:
    room = await g.pair("alice", "gerda")
    yield
    p.ids += [room, (await g.world.say("gerda", p.word, room))["id"]]


@seen_by("alice bob pia")
async def a_line_among_a_pupil_and_a_teacher(g: Ground, p: Plant) -> AsyncIterator[None]:
    yield
    room = await g.pair("pia", "bob")
    p.ids += [room, (await g.world.say("pia", p.word, room))["id"]]


@seen_by("alice", ASKED, anew=True)
async def the_title_of_a_room_in_the_bin(g: Ground, p: Plant) -> AsyncIterator[None]:
    room = await g.world.make_room(p.word)
    yield
    await g.world.do("alice", "place.bin", place=room)


@seen_by("", anew=True)
async def a_line_in_a_room_in_the_bin(g: Ground, p: Plant) -> AsyncIterator[None]:
    room = await g.world.make_room("Old talk")
    await g.world.say("pia", p.word, room)
    yield
    await g.world.do("alice", "place.bin", place=room)


# -- pinboard --------------------------------------------------------------------------------------------------------


@seen_by("alice bob pia")
async def a_held_note(g: Ground, p: Plant) -> AsyncIterator[None]:
    yield
    p.ids.append(await g.pin(g.holding, "pia", p.word))


@seen_by("alice bob pia")
async def why_a_note_was_refused(g: Ground, p: Plant) -> AsyncIterator[None]:
    note = await g.pin(g.holding, "pia", "We swam here.")
    p.ids.append(note)
    yield
    await g.world.do("bob", "note.refuse", place=g.holding, note=note, reason=p.word)


@seen_by("alice bob pia", ASKED)
async def a_refused_note_taken_off(g: Ground, p: Plant) -> AsyncIterator[None]:
    note = await g.pin(g.holding, "pia", p.word)
    p.ids.append(note)
    await g.world.do("bob", "note.refuse", place=g.holding, note=note, reason="Not this.")
    yield
    await g.world.do("pia", "note.delete", place=g.holding, note=note)


@seen_by("alice bob", ASKED)
async def a_hidden_note(g: Ground, p: Plant) -> AsyncIterator[None]:
    note = await g.pin(g.board, "milo", p.word)
    yield
    await g.world.do("bob", "note.hide", place=g.board, note=note, reason="Not here.")


@seen_by("alice bob", ASKED)
async def the_earlier_words_of_a_note(g: Ground, p: Plant) -> AsyncIterator[None]:
    note = await g.pin(g.board, "milo", p.word)
    yield
    await g.world.do("milo", "note.edit", place=g.board, note=note, text="Something else.")


@seen_by("alice bob pia", ASKED)
async def a_note_taken_off(g: Ground, p: Plant) -> AsyncIterator[None]:
    note = await g.pin(g.board, "pia", p.word)
    yield
    await g.world.do("pia", "note.delete", place=g.board, note=note)


# -- forum -----------------------------------------------------------------------------------------------------------


@seen_by("alice bob")
async def a_hidden_post(g: Ground, p: Plant) -> AsyncIterator[None]:
    topic = (await g.start(g.forum, "pia", "Fish", "Which ones?"))["topic"]["id"]
    post = (await g.world.do("milo", "forum.answer", place=g.forum, topic=topic, text=p.word))["post"]["id"]
    yield
    await g.world.do("bob", "forum.hide", place=g.forum, post=post, reason="Not here.")


@seen_by("alice bob")
async def the_title_of_a_hidden_topic(g: Ground, p: Plant) -> AsyncIterator[None]:
    post = (await g.start(g.forum, "milo", p.word, "Look at this."))["post"]["id"]
    yield
    await g.world.do("bob", "forum.hide", place=g.forum, post=post, reason="Not here.")


@seen_by("alice bob")
async def the_earlier_title_of_a_topic(g: Ground, p: Plant) -> AsyncIterator[None]:
    post = (await g.start(g.forum, "milo", p.word, "Look at this."))["post"]["id"]
    yield
    await g.world.do("milo", "forum.edit", place=g.forum, post=post, text="Look at that.", title="That")


@seen_by("alice bob", ASKED)
async def the_title_of_a_topic_in_the_bin(g: Ground, p: Plant) -> AsyncIterator[None]:
    topic = (await g.start(g.bin, "milo", p.word, "Look at this."))["topic"]["id"]
    yield
    await g.world.do("bob", "forum.bin", place=g.bin, topic=topic)


@seen_by("")
async def a_post_in_a_topic_in_the_bin(g: Ground, p: Plant) -> AsyncIterator[None]:
    topic = (await g.start(g.bin, "milo", "Old things", p.word))["topic"]["id"]
    yield
    await g.world.do("bob", "forum.bin", place=g.bin, topic=topic)


@seen_by("alice bob")
async def a_topic_moved_to_a_closed_forum(g: Ground, p: Plant) -> AsyncIterator[None]:
    topic = (await g.start(g.forum, "pia", p.word, f"{p.word}!"))["topic"]["id"]
    await g.world.do("milo", "forum.follow", place=g.forum, topic=topic, on=True)
    yield
    await g.world.do("bob", "forum.move", place=g.forum, topic=topic, to=g.closed_forum)


# -- letters ---------------------------------------------------------------------------------------------------------


@seen_by("bob gerda")
async def a_letter_among_adults(g: Ground, p: Plant) -> AsyncIterator[None]:
    """Not even alice, who is the administrator."""
    yield
    p.ids.append(await g.send("bob", "gerda", p.word))


@seen_by("alice bob pia milo")
async def a_letter_among_pupils(g: Ground, p: Plant) -> AsyncIterator[None]:
    yield
    p.ids.append(await g.send("pia", "milo", p.word))


@seen_by("alice bob milo")
async def a_letter_of_a_pupil_to_a_teacher(g: Ground, p: Plant) -> AsyncIterator[None]:
    yield
    p.ids.append(await g.send("milo", "alice", p.word))


@seen_by("bob gerda")
async def a_letter_to_a_group_of_adults(g: Ground, p: Plant) -> AsyncIterator[None]:
    group = await g.group("bob", "gerda")
    yield
    to = {"space": g.world.space, "to": [f"group:{group}"]}
    p.ids.append((await g.world.do("bob", "letters.send", **to, subject=p.word, text=p.word))["letter"]["id"])


@seen_by("alice bob pia gerda")
async def a_letter_to_a_group_with_a_pupil(g: Ground, p: Plant) -> AsyncIterator[None]:
    group = await g.group("pia", "gerda")
    yield
    to = {"space": g.world.space, "to": [f"group:{group}"]}
    p.ids.append((await g.world.do("bob", "letters.send", **to, subject=p.word, text=p.word))["letter"]["id"])


@seen_by("alice bob")
async def a_hidden_letter(g: Ground, p: Plant) -> AsyncIterator[None]:
    letter = await g.send("milo", "pia", p.word)
    yield
    await g.world.do("bob", "letters.hide", space=g.world.space, letter=letter, reason="Not like this.")


@seen_by("bob")
async def a_hidden_letter_among_adults(g: Ground, p: Plant) -> AsyncIterator[None]:
    letter = await g.send("bob", "gerda", p.word)
    yield
    await g.world.do("bob", "letters.hide", space=g.world.space, letter=letter, reason="Not like this.")


@seen_by("bob gerda")
async def why_a_letter_among_adults_was_hidden(g: Ground, p: Plant) -> AsyncIterator[None]:
    letter = await g.send("bob", "gerda", "Something for two.")
    p.ids.append(letter)
    yield
    await g.world.do("bob", "letters.hide", space=g.world.space, letter=letter, reason=p.word)


@seen_by("milo")
async def a_draft(g: Ground, p: Plant) -> AsyncIterator[None]:
    yield
    to = [f"person:{g.world['alice'].id}"]
    draft = await g.world.do("milo", "letters.save_draft", space=g.world.space, to=to, subject=p.word, text=p.word)
    p.ids.append(draft["draft"]["id"])


# -- calendar and sessions -------------------------------------------------------------------------------------------


@seen_by("alice bob", LIVE, RESUMED, ASKED, "feed")
async def an_event_in_a_closed_calendar(g: Ground, p: Plant) -> AsyncIterator[None]:
    yield
    day = datetime.now(ZoneInfo(ZONE)).strftime("%Y-%m-%d")
    event = await g.world.do("alice", "calendar.add", place=g.closed_calendar, title=p.word, starts=day, ends=day)
    p.ids.append(event["event"]["id"])


@seen_by("")
async def a_removed_event(g: Ground, p: Plant) -> AsyncIterator[None]:
    day = datetime.now(ZoneInfo(ZONE)).strftime("%Y-%m-%d")
    event = await g.world.do("pia", "calendar.add", place=g.calendar, title=p.word, starts=day, ends=day)
    yield
    await g.world.do("pia", "calendar.remove", place=g.calendar, event=event["event"]["id"])


@seen_by("alice bob pia", LIVE, RESUMED, ASKED, "feed")
async def a_session_of_others(g: Ground, p: Plant) -> AsyncIterator[None]:
    """Its room, and its event in a calendar that everybody reads."""
    yield
    p.ids.append(await g.book(p.word, "bob", "pia", days=1))


@seen_by("alice bob pia", LIVE, RESUMED, ASKED, "feed")
async def a_session_of_a_group_of_others(g: Ground, p: Plant) -> AsyncIterator[None]:
    group = await g.group("bob", "pia")
    yield
    start = (datetime.now(ZoneInfo(ZONE)) + timedelta(days=4)).strftime("%Y-%m-%dT%H:%M")
    asked = {"space": g.world.space, "subject": p.word, "start": start, "zone": ZONE, "minutes": 45}
    p.ids.append((await g.world.do("alice", "session.book", **asked, groups=[group]))["place"]["id"])
    await g.world.do("bob", "session.answer", place=p.ids[0], answer="accepted")


@seen_by("alice bob pia")
async def why_a_session_of_others_was_cancelled(g: Ground, p: Plant) -> AsyncIterator[None]:
    session = await g.book("Bridges", "bob", "pia", days=2)
    p.ids.append(session)
    yield
    await g.world.do("alice", "session.cancel", place=session, reason=p.word)


@seen_by("alice bob pia")
async def what_somebody_answered_to_an_invitation(g: Ground, p: Plant) -> AsyncIterator[None]:
    session = await g.book("Boats", "bob", "pia", "milo", days=3)
    yield
    await g.world.do("pia", "session.answer", place=session, answer="declined", word=p.word)


@seen_by("alice bob pia")
async def what_was_said_in_a_session_of_others(g: Ground, p: Plant) -> AsyncIterator[None]:
    session = await g.book("Locks", "bob", "pia")
    p.ids.append(session)
    yield
    await g.world.say("pia", p.word, session)


@seen_by("alice bob", ASKED)
async def earlier_words_of_a_page(g: Ground, p: Plant) -> AsyncIterator[None]:
    """What was taken out of a page stands in its versions, which are for those who may edit it, and for the staff."""
    page = await make_page(g.world, pupils=False)
    empty = (await g.world.do("alice", "page.name_version", place=page, name="Empty"))["version"]["id"]
    await g.world.do("alice", "page.update", place=page, update=an_update(p.word))
    await g.world.do("alice", "page.name_version", place=page, name="First")
    await g.world.do("alice", "page.restore", place=page, version=empty)
    yield


@seen_by("alice bob", ASKED, anew=True)
async def words_of_a_page_that_pupils_may_not_read(g: Ground, p: Plant) -> AsyncIterator[None]:
    page = await make_page(g.world, pupils=False)
    await g.world.set_table(page, {"teacher": ["read", "edit"], "pupil": []})
    p.ids.append(page)
    yield
    await g.world.do("alice", "page.update", place=page, update=an_update(p.word))


# -- files -----------------------------------------------------------------------------------------------------------


@seen_by("alice bob", ASKED)
async def the_name_and_words_of_a_hidden_file(g: Ground, p: Plant) -> AsyncIterator[None]:
    file = await g.world.add_file("pia", g.archive, "a.txt", b"text", name=p.word, description=f"{p.word}!")
    yield
    await g.world.do("alice", "file.hide", place=g.archive, file=file["id"], reason="Not here.")


@seen_by("alice bob", ASKED)
async def a_deleted_file(g: Ground, p: Plant) -> AsyncIterator[None]:
    file = await g.world.add_file("alice", g.archive, "a.txt", b"text", name=p.word)
    yield
    await g.world.do("alice", "file.delete", place=g.archive, file=file["id"])


@seen_by("alice bob")
async def a_file_in_a_closed_archive(g: Ground, p: Plant) -> AsyncIterator[None]:
    yield
    p.ids.append((await g.world.add_file("bob", g.closed_archive, "a.txt", b"text", name=p.word))["id"])


# -- publishing ------------------------------------------------------------------------------------------------------


@seen_by("alice bob")
async def why_somebody_proposes_to_publish(g: Ground, p: Plant) -> AsyncIterator[None]:
    page = (await g.world.do("alice", "page.make", space=g.world.space, title="Proposed"))["place"]["id"]
    yield
    p.ids.append((await g.world.do("bob", "publish.propose", place=page, word=p.word))["proposal"]["id"])


@seen_by("alice bob", ASKED, anew=True)
async def the_name_of_a_closed_file_that_a_page_shows(g: Ground, p: Plant) -> AsyncIterator[None]:
    archive = (await g.world.do("alice", "archive.make", space=g.world.space, title="For teachers"))["place"]["id"]
    await g.world.set_table(archive, {"teacher": ["read", "add"], "pupil": []})
    file = (await g.world.add_file("alice", archive, f"{p.word}.csv", b"a\n1\n"))["id"]
    shows = [{"type": "attachment", "attrs": {"file": file, "name": "A table"}}]
    await g.world.do("alice", "page.make", space=g.world.space, title="Shows it", content=shows)
    yield


@seen_by("alice bob", LIVE, ASKED, anew=True)
async def a_picture_in_a_closed_gallery(g: Ground, p: Plant) -> AsyncIterator[None]:
    gallery = str((await g.world.do("alice", "gallery.make", space=g.world.space, title="gallery"))["place"]["id"])
    await g.world.set_table(gallery, {"teacher": ["read", "add", "edit", "delete"], "pupil": []})
    yield
    file = (await g.world.add_file("bob", gallery, "a.png", picture(40, 30), alt=p.word))["id"]
    await g.world.do("bob", "gallery.set_cover", place=gallery, file=file)
    p.ids.append(file)


# -- the team --------------------------------------------------------------------------------------------------------


@seen_by("alice bob")
async def who_was_invited_by_mail(g: Ground, p: Plant) -> AsyncIterator[None]:
    yield
    address = f"{p.word}@example.org"
    p.ids.append((await g.world.do("alice", "team.invite", space=g.world.space, email=address, role="guest"))["invited"]["id"])


@seen_by("alice bob pia", LIVE, ASKED, anew=True)
async def a_line_in_the_room_of_a_group(g: Ground, p: Plant) -> AsyncIterator[None]:
    otters = [{"name": "Otters", "hue": "leaf", "persons": [g.world["pia"].id]}]
    made = await g.world.do("alice", "group.make", space=g.world.space, groups=otters, rooms=True)
    yield
    p.ids.append((await g.world.say("pia", p.word, made["group"]["room"]))["id"])


# -- contacts and projects -------------------------------------------------------------------------------------------


@seen_by("bob gerda")
async def a_word_with_asking_a_contact(g: Ground, p: Plant) -> AsyncIterator[None]:
    await g.world.do("nora", "schools.attach", school=g.world.gent, person=g.world["gerda"].id)
    yield
    await g.world.do("bob", "contacts.ask", person=g.world["gerda"].id, word=p.word)


@seen_by("alice bob")
async def a_question_of_a_support_organisation(g: Ground, p: Plant) -> AsyncIterator[None]:
    """nora decides where nobody sits at a desk; she has no window here, and gets no frame."""
    await g.world.do("alice", "contacts.ask", person=g.world["bob"].id)
    await g.world.do("bob", "contacts.accept", person=g.world["alice"].id)
    form = {
        "title": "Otters", "description": "We look for them.", "subjects": ["biology"], "ages_from": 10, "ages_to": 12,
        "languages": ["en"], "start": "2026-09-01", "end": "2027-06-30",
    }  # fmt: skip
    project = (await g.world.do("alice", "project.register", **form, partner=g.world["bob"].id))["project"]["id"]
    await g.world.do("bob", "project.accept", project=project)
    p.ids.append(project)
    yield
    await g.world.do("nora", "project.decide", project=project, country="BE", decision="ask", word=p.word)
