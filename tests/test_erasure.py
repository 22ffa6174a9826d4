"""Erasing a pupil leaves no planted marker: not in the database, its file, the index, the files, jobs or logs (safety C1).

The markers are planted by walking the stories of all features as the pupil: into every field in which somebody can write. A new channel
is in it as soon as it tells its story.
"""

import base64
import logging
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pycrdt
import pytest
from sqlalchemy import Text, cast, select, update

from tests.cast import World
from tests.people.test_cards import printed
from tests.samples import COMMANDS, REGISTRY, SAMPLES, Scene, make_scene
from twinspace_server.cms.page_rows import page_doc, page_update
from twinspace_server.errors import Conflict, NotAllowed, NotFound, TwinspaceError
from twinspace_server.identity import people
from twinspace_server.jobs import jobs
from twinspace_server.law.load import touch
from twinspace_server.law.members import members
from twinspace_server.live.items import worded
from twinspace_server.people.erasure import LIST, _drop_mails, again, erasures
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

WORD = "Zebrafinch"
"""What the pupil writes everywhere."""
NAME = "Quetzalcoatlus"
"""What the pupil is called everywhere."""
EVERYTHING = ["read", "add", "edit", "delete", "publish"]


async def erase(world: World, person: str, username: str, choice: str) -> None:
    """As alice, and wait until all of it is done."""
    await world.do("alice", "erasure.ask", person=person, username=username, choice=choice)
    await done(world, person)


async def done(world: World, person: str) -> None:
    """Do the house's jobs of erasing, one after the other, until nothing of the person is left."""
    waiting = select(jobs.c.id, jobs.c.payload).where(jobs.c.payload.contains('"erasure.')).order_by(jobs.c.run_at, jobs.c.id)
    while rows := await world.house.store.read(lambda db: db.execute(waiting).fetchall()):
        for job, payload in rows:
            await world.house.dispatcher.later(msgspec.json.decode(payload))
            await world.write(partial(_finish, job=job))
    finished = select(erasures.c.done_at).where(erasures.c.person == person)
    assert await world.house.store.read(lambda db: db.execute(finished).scalar())


def _finish(db: Any, job: str) -> None:
    db.execute(jobs.delete().where(jobs.c.id == job))


# -- planting --------------------------------------------------------------------------------------------------------


class Gardener:
    """Plays every story as pia wherever she may, with the marker in every field that takes words."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.planted: set[str] = set()
        self.sown = 0

    async def play(self) -> None:
        for feature in REGISTRY.features:
            for example in feature.examples:
                answer = await self.step(
                    example.method, example.by, self.scene.fill(example.params) if self._known(example.params) else None
                )
                if example.gives is not None and answer is not None:
                    item = next((value for value in answer.values() if isinstance(value, dict) and "id" in value), None)
                    if item is not None:
                        told = {**self.scene.told, example.gives: item["id"]}
                        self.scene = replace(self.scene, told=told)

    async def samples(self) -> None:
        """The older commands, which tell no story."""
        for name, (by, make) in sorted(SAMPLES.items()):
            older = name in COMMANDS and not any(example.method == name for feature in REGISTRY.features for example in feature.examples)
            if older and not name.startswith(("people.", "erasure.", "spaces.", "schools.", "space.")):
                await self.step(name, by, make(self.scene))

    def _known(self, value: Any) -> bool:
        names = re.findall(r'"\{(\w+)\}"', msgspec.json.encode(value).decode())
        always = ("space", "room", "school", "now", "tomorrow", "alice", "bob", "pia", "milo")
        return all(name in always or name in self.scene.told for name in names)

    async def step(self, method: str, by: str, params: Mapping[str, Any] | None) -> dict[str, Any] | None:
        if params is None:
            return None
        world = self.scene.world
        tries: list[tuple[str, Mapping[str, Any]]] = [(by, params)]
        if method == "upload" and "text" in params:
            tries.insert(
                0, ("pia", {**params, "text": f"{WORD} in a file", "name": f"{WORD}-{self.sown}.{params['name'].rpartition('.')[2]}"})
            )
        elif method in COMMANDS and (fields := self._fields(method)):
            with_all = {**params, **{name: self.marked(method, name) for name in fields}}
            given = {**params, **{name: self.marked(method, name) for name in fields if isinstance(params.get(name), str)}}
            single = [("pia", {**params, name: self.marked(method, name)}) for name in fields]
            tries = [("pia", with_all), ("pia", given), *single, *tries]
        else:
            tries.insert(0, ("pia", params))
        for who, asked in tries:
            try:
                answer = await world.do(who or None, method, **asked)
            except (TwinspaceError, StopIteration):
                continue
            if who == "pia" and WORD in msgspec.json.encode(asked).decode():
                self.planted.add(method)
            return answer
        return None

    def _fields(self, method: str) -> list[str]:
        """The worded fields that take a plain text."""
        params = COMMANDS[method].params
        plain = {f.name for f in msgspec.structs.fields(params) if _takes_text(f.type)}
        return [name for name in worded(params) if name in plain]

    def marked(self, method: str, name: str) -> str:
        self.sown += 1
        field = next(f for f in msgspec.structs.fields(COMMANDS[method].params) if f.name == name)
        most = _most(msgspec.inspect.type_info(field.type))
        return f"{WORD} {self.sown}"[:most] if most < 20 else f"{WORD} {self.sown} of {method}"[:most]

    async def write_page(self) -> str:
        """A page, in which pia and bob write, with a version kept and a look for strangers."""
        world = self.scene.world
        folder = (await world.do("alice", "folder.make", space=self.scene.space, title="For all"))["place"]["id"]
        await world.do(
            "pia", "page.make", space=self.scene.space, parent=folder, title=f"{WORD} as a title", description=f"{WORD} of a page"
        )
        tomorrow = (datetime.now(ZoneInfo("Europe/Brussels")) + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")
        booked = {
            "subject": f"{WORD} as a subject",
            "note": f"{WORD} as a note",
            "zone": "Europe/Brussels",
            "minutes": 45,
            "start": tomorrow,
        }
        await world.do("alice", "space.set_policies", space=self.scene.space, pupils_book=True)
        await world.do("pia", "session.book", space=self.scene.space, people=[world["bob"].id], **booked)
        self.planted |= {"page.make", "session.book"}
        place = (await world.do("alice", "page.make", space=self.scene.space, title="Of both"))["place"]["id"]
        doc: pycrdt.Doc[Any] = pycrdt.Doc(client_id=77)
        doc["default"] = root = pycrdt.XmlFragment()
        for client, who, text in ((77, "pia", f"{WORD} on a page"), (78, "bob", "Bob's own words stay")):
            mine: pycrdt.Doc[Any] = pycrdt.Doc(client_id=client)
            mine["default"] = fragment = pycrdt.XmlFragment()
            mine.apply_update(doc.get_update())
            before = mine.get_state()
            paragraph = fragment.children.append(pycrdt.XmlElement("paragraph"))
            paragraph.children.append(pycrdt.XmlText(text))
            if who == "pia":
                picture = fragment.children.append(pycrdt.XmlElement("picture"))
                picture.attributes["alt"] = f"{WORD} on a picture"
            data = mine.get_update(before)
            await world.do(who, "page.update", place=place, update=base64.b64encode(data).decode())
            doc.apply_update(data)
        await world.do("bob", "page.name_version", place=place, name="As it was")
        await world.do("alice", "publish.put", place=place)
        assert root is not None
        return str(place)


def _takes_text(type_: Any) -> bool:
    told = msgspec.inspect.type_info(type_)
    kinds = told.types if isinstance(told, msgspec.inspect.UnionType) else (told,)
    flat = [kind.type if isinstance(kind, msgspec.inspect.Metadata) else kind for kind in kinds]
    return any(isinstance(kind, msgspec.inspect.StrType) and kind.pattern is None for kind in flat)


def _most(told: Any) -> int:
    kinds = told.types if isinstance(told, msgspec.inspect.UnionType) else (told,)
    flat = [kind.type if isinstance(kind, msgspec.inspect.Metadata) else kind for kind in kinds]
    return next((kind.max_length or 60 for kind in flat if isinstance(kind, msgspec.inspect.StrType)), 60)


# -- looking ---------------------------------------------------------------------------------------------------------


async def rows_with(world: World, marker: str) -> list[str]:
    """Tables and columns that still hold it, in whatever case, and inside what is kept encoded."""
    found: list[str] = []

    def look(db: Any) -> None:
        for table in metadata.sorted_tables:
            for column in table.columns:
                there = db.execute(select(column).where(cast(column, Text).ilike(f"%{marker}%")).limit(1)).scalar()
                if there is not None:
                    found.append(f"{table.name}.{column.name}: {str(there)[:120]}")
        for column in (page_doc.c.base, page_update.c.data):
            for (data,) in db.execute(select(column)):
                if marker.encode() in base64.b64decode(data):
                    found.append(f"{column.table.name}.{column.name} (encoded)")

    await world.house.store.read(look)
    return found


def files_with(directory: Path, marker: str) -> list[str]:
    found = []
    for path in sorted(directory.rglob("*")):
        if path.is_file() and marker.lower().encode() in path.read_bytes().lower():
            found.append(str(path.relative_to(directory)))
    return found


async def plant(world: World) -> Gardener:
    """The whole garden, in a space of its own in which pupils may do what a table can give them."""
    scene = await make_scene(world)
    await world.set_table(scene.space, {"teacher": EVERYTHING, "pupil": EVERYTHING})
    pia = world["pia"]

    def named(db: Any) -> None:
        called = {"name": f"Pia {NAME}", "username": NAME.lower(), "email": f"{NAME.lower()}@example.org"}
        db.execute(update(people).where(people.c.id == pia.id).values(**called))

    await world.write(named)
    gardener = Gardener(scene)
    await gardener.play()
    await gardener.samples()
    await gardener.write_page()
    return gardener


LEAST = {
    "chat.say", "chat.edit", "forum.start", "forum.answer", "forum.edit", "letters.send", "letters.save_draft", "note.pin", "note.edit",
    "calendar.add", "upload", "file.change", "page.make", "session.book", "report.make", "publish.propose",
}  # fmt: skip
"""Into these at least the marker must have gone; else the walk proves nothing."""


async def test_no_planted_marker_is_left(world: World, tmp_path: Path, kind: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    gardener = await plant(world)
    missing = LEAST - gardener.planted
    assert not missing, f"not planted: {missing}; planted: {sorted(gardener.planted)}"
    assert await rows_with(world, WORD)
    await erase(world, world["pia"].id, NAME.lower(), "remove")

    # What others have kept as evidence goes when its report is closed.
    for report in (await world.do("alice", "report.list", space=gardener.scene.space, state="open"))["reports"]:
        await world.do("alice", "report.close", space=gardener.scene.space, report=report["id"], decision="talked")
    await world.house.store.scour()
    for marker in (WORD, NAME):
        assert await rows_with(world, marker) == []
        assert files_with(tmp_path, marker) == []
        assert marker.lower() not in caplog.text.lower()


@pytest.mark.parametrize("choice", ["former", "thread"])
async def test_a_name_goes_in_every_case_and_words_as_was_chosen(world: World, tmp_path: Path, choice: str) -> None:
    gardener = await plant(world)
    await erase(world, world["pia"].id, NAME.lower(), choice)
    assert await rows_with(world, NAME) == []
    assert files_with(tmp_path, NAME) == []
    left = {one.partition(":")[0] for one in await rows_with(world, WORD)}
    assert {"messages.text", "forum_posts.text", "letters.text", "notes.text"} <= left
    assert left.isdisjoint({"letter_drafts.text", "originals.text", "forum_originals.text", "earlier_notes.text", "waiting.params"})
    assert ("files.name" in left) == (choice == "former")
    assert ("page_doc.words" in left) == (choice == "former")
    shown = (await world.do("bob", "space.members", space=gardener.scene.space))["members"]
    pia = next(member for member in shown if member["id"] == world["pia"].id)
    assert (pia["name"], pia["left"]) == ({"former": "former pupil", "thread": "somebody who left"}[choice], True)


async def test_a_page_keeps_what_others_wrote(world: World) -> None:
    gardener = await plant(world)
    place = await gardener.write_page()
    await erase(world, world["pia"].id, NAME.lower(), "remove")
    text = (await world.do("bob", "page.text", place=place))["html"]
    assert "Bob&#39;s own words stay" in text or "Bob's own words stay" in text
    assert WORD not in text
    for version in (await world.do("bob", "page.versions", place=place))["versions"]:
        document = (await world.do("bob", "page.version", place=place, version=version["id"]))["document"]
        assert WORD not in str(document)
        assert "Bob's own words stay" in str(document)
    # It still is one document for everybody: bob goes on writing.
    state = await world.do("bob", "page.state", place=place)
    doc: pycrdt.Doc[Any] = pycrdt.Doc(client_id=79)
    doc["default"] = fragment = pycrdt.XmlFragment()
    doc.apply_update(base64.b64decode(state["state"]))
    before = doc.get_state()
    fragment.children.append(pycrdt.XmlElement("paragraph")).children.append(pycrdt.XmlText("And more"))
    await world.do("bob", "page.update", place=place, update=base64.b64encode(doc.get_update(before)).decode())
    assert "And more" in (await world.do("bob", "page.text", place=place))["html"]


async def test_words_in_somebody_elses_note_go_and_what_it_said_before_comes_back(world: World) -> None:
    board = (await world.do("alice", "pinboard.make", space=world.space, title="For all"))["place"]["id"]
    await world.do("alice", "pinboard.set", place=board, changes="everybody", hold=False)
    note = (await world.do("milo", "note.pin", place=board, text="Milo's own"))["note"]["id"]
    for who, text in (("pia", f"{WORD} one"), ("bob", "Bob in between"), ("pia", f"{WORD} two")):
        await world.do(who, "note.edit", place=board, note=note, text=text)
    await erase(world, world["pia"].id, "pia", "remove")
    assert await rows_with(world, WORD) == []
    shown = (await world.do("milo", "place.open", place=board))["items"]
    assert [one["text"] for one in shown if one["kind"] == "note"] == ["Bob in between"]
    earlier = (await world.do("alice", "note.earlier", place=board, note=note))["words"]
    assert [one["text"] for one in earlier] == ["Bob in between", "Milo's own"]


async def test_words_in_somebody_elses_note_go_also_when_all_was_within_a_millisecond(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    board = (await world.do("alice", "pinboard.make", space=world.space, title="For all"))["place"]["id"]
    await world.do("alice", "pinboard.set", place=board, changes="everybody", hold=False)
    note = (await world.do("milo", "note.pin", place=board, text="Milo's own"))["note"]["id"]
    now = world.clock()
    with monkeypatch.context() as still:
        still.setattr(Db, "now", lambda _db: now)
        for number in range(8):
            await world.do("pia", "note.edit", place=board, note=note, text=f"{WORD} {number}")
            await world.do("bob", "note.edit", place=board, note=note, text=f"Bob {number}")
    said = [f"Bob {number}" for number in range(7)]
    earlier = (await world.do("alice", "note.earlier", place=board, note=note))["words"]
    assert [one["text"] for one in earlier if one["text"].startswith("Bob")] == said[::-1]
    await erase(world, world["pia"].id, "pia", "remove")
    assert await rows_with(world, WORD) == []
    earlier = (await world.do("alice", "note.earlier", place=board, note=note))["words"]
    assert [one["text"] for one in earlier] == [*said[::-1], "Milo's own"]


async def test_everybody_sees_it_at_once_and_nobody_comes_in_again(world: World) -> None:
    line = await world.say("pia", "Here I am")
    await erase(world, world["pia"].id, "pia", "remove")
    shown = (await world.do("bob", "chat.history", place=world.lobby))["messages"]
    assert next(one for one in shown if one["id"] == line["id"])["state"] == "withdrawn"
    with pytest.raises(TwinspaceError):
        await world.do("pia", "people.me")
    with pytest.raises(TwinspaceError):
        await world.do(None, "people.sign_in", name="pia", password=world["pia"].password)


@pytest.mark.parametrize("who", ["bob", "olga", "milo", "nora", "gerda"])
async def test_only_teachers_of_the_own_school_erase_a_pupil(world: World, who: str) -> None:
    """To everybody else it is as if there were nobody: also to a teacher of the partner school, and to the operator."""
    error = await world.refusal(who, "erasure.ask", person=world["pia"].id, username="pia", choice="remove")
    nobody = await world.refusal(who, "erasure.ask", person="nobody", username="pia", choice="remove")
    assert isinstance(error, NotFound)
    assert (error.kind, error.why, error.path, error.args_) == (nobody.kind, nobody.why, nobody.path, nobody.args_)


async def test_what_is_refused(world: World) -> None:
    assert isinstance(await world.refusal("pia", "erasure.ask", username="pia", choice="remove"), NotAllowed)
    wrong = await world.refusal("alice", "erasure.ask", person=world["pia"].id, username="milo", choice="remove")
    assert wrong.kind == "another_user_name"
    only = await world.refusal("olga", "erasure.ask", username="olga", choice="remove")
    assert isinstance(only, Conflict)
    assert only.kind == "last_administrator_of"
    assert (await world.refusal("nora", "erasure.ask", username="nora", choice="remove")).kind == "last_operator"
    await world.do("alice", "erasure.ask", person=world["pia"].id, username="pia", choice="remove")
    twice = await world.refusal("alice", "erasure.ask", person=world["pia"].id, username="pia", choice="remove")
    assert twice.kind == "erased_already"


async def test_an_adult_erases_themselves(world: World) -> None:
    gerda = world["gerda"].id
    await world.do("gerda", "erasure.ask", username="gerda", choice="former")
    await done(world, gerda)
    shown = (await world.do("alice", "space.members", space=world.space))["members"]
    assert next(member for member in shown if member["id"] == gerda)["left"]


async def test_of_two_administrators_who_go_at_once_the_second_is_told_so(world: World) -> None:
    """The first is still a member until the house has done it, and keeps no space any more."""
    await world.do("alice", "space.change_member", space=world.space, person=world["bob"].id, administrator=True)
    await world.do("bob", "erasure.ask", username="bob", choice="former")
    assert (await world.refusal("alice", "erasure.ask", username="alice", choice="former")).kind == "last_administrator_of"
    assert (await world.ask("alice", "erasure.about"))["alone"] == [await title(world, world.space)]
    for method, params in (("space.leave", {}), ("space.change_member", {"person": world["alice"].id, "administrator": False})):
        assert (await world.refusal("alice", method, space=world.space, **params)).kind == "last_administrator"
    await done(world, world["bob"].id)
    standing = {one["id"]: one["administrator"] for one in (await world.ask("alice", "space.members", space=world.space))["members"]}
    assert standing[world["alice"].id]
    assert not standing[world["bob"].id]


async def test_an_erasure_comes_to_its_end_where_nobody_else_is_left(world: World) -> None:
    """Whoever was to keep the space is no administrator any more, as after an old backup: the erased account keeps it all the less."""
    await world.do("alice", "space.change_member", space=world.space, person=world["bob"].id, administrator=True)
    await world.do("bob", "erasure.ask", username="bob", choice="former")

    def unmark(db: Db) -> None:
        db.execute(update(members).where(members.c.person == world["alice"].id).values(administrator=0))
        touch(db, world.space)

    await world.write(unmark)
    await done(world, world["bob"].id)


async def test_the_second_last_operator_is_the_last_while_the_other_goes(world: World) -> None:
    await world.add_person("nino", "Nino", adult=True)
    await world.write(lambda db: db.execute(update(people).where(people.c.username == "nino").values(operator=1)))
    await world.do("nino", "erasure.ask", username="nino", choice="former")
    assert (await world.refusal("nora", "erasure.ask", username="nora", choice="former")).kind == "last_operator"


async def test_no_door_opens_between_asking_and_the_end(world: World) -> None:
    """Cards, passkeys and other houses ask for no password; an operator opens nothing again either."""
    (card,) = await printed(world, "pia")
    await world.do("alice", "erasure.ask", person=world["pia"].id, username="pia", choice="former")
    shut = await world.refusal(None, "cards.sign_in", card=card.secret, pin=card.pin, token=True)
    assert shut.kind == "account_blocked"
    assert (await world.refusal("nora", "accounts.unblock", person=world["pia"].id)).kind == "erased_already"


async def test_mails_to_somebody_else_stay(tmp_path: Path) -> None:
    for name, to in (("a", "An <an@example.org>"), ("b", "jan@example.org")):
        (tmp_path / f"{name}.eml").write_text(f"To: {to}\nSubject: Hoi\n\nHoi\n")
    _drop_mails(tmp_path, "an@example.org")
    assert [file.name for file in tmp_path.iterdir()] == ["b.eml"]


async def title(world: World, space: str) -> str:
    spaces = (await world.ask("alice", "spaces.mine"))["spaces"]
    return str(next(one["space"]["name"] for one in spaces if one["space"]["id"] == space))


async def test_an_old_backup_brings_nobody_back(world: World, tmp_path: Path) -> None:
    """The list beside the database is gone through once more after a backup was brought back (design 7)."""
    pia = world["pia"].id
    await erase(world, pia, "pia", "remove")
    assert pia in (tmp_path / LIST).read_text()

    def before(db: Any) -> int:
        db.execute(erasures.delete())
        db.execute(update(people).where(people.c.id == pia).values(name=f"Pia {NAME}", username="pia"))
        return again(db, tmp_path, 1)

    assert await world.write(before) == 1
    await done(world, pia)
    assert await rows_with(world, NAME) == []
