"""What the write functions write is what the law reads, on both databases; and what they refuse."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest
import pytest_asyncio

from tests.databases import fresh_url
from twinspace_server.errors import BadInput, Conflict, NotFound, TwinspaceError
from twinspace_server.law import load, members, places
from twinspace_server.law.changes import difference
from twinspace_server.law.rights import Law, Right
from twinspace_server.storage import open_store
from twinspace_server.storage.store import Db, Lock, Store, Unit
from twinspace_server.storage.tables import metadata

T = TypeVar("T")
AT = 1_790_000_000_000


class House:
    """A store with one project of the cast in it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.space = ""

    async def write(self, run: Callable[[Db], T]) -> T:
        return await self.store.write(Unit(space=self.space or "new", run=run, law=Lock.EXCLUSIVE))

    async def law(self) -> Law:
        law = await self.store.read(lambda db: load.load(db, self.space))
        assert law is not None
        return law

    async def change(self, run: Callable[[Db, Law], Any]) -> Law:
        """One law-changing unit, as the dispatcher runs it."""

        def unit(db: Db) -> None:
            law = load.load(db, self.space)
            assert law is not None
            run(db, law)
            load.touch(db, self.space)

        await self.write(unit)
        return await self.law()

    async def refuses(self, run: Callable[[Db, Law], Any], error: type[TwinspaceError], code: str) -> TwinspaceError:
        with pytest.raises(error) as caught:
            await self.change(run)
        assert caught.value.kind == code
        return caught.value

    async def room(self, title: str, parent: str | None = None, rows: dict[str, int] | None = None) -> str:
        return await self.write(
            lambda db: places.make_place(
                db, space=self.space, parent=parent or self.space, kind="chat", title=title, author="alice", at=AT, rows=rows
            )
        )


def _cast(db: Db) -> str:
    space = places.make_space(db, kind="project", title="Our rivers", author="alice", at=AT)
    members.add_member(db, space, person="alice", role="teacher", administrator=True, school="gent", at=AT, seq=1)
    members.add_member(db, space, person="bob", role="teacher", school="batumi", at=AT, seq=2)
    members.add_member(db, space, person="pia", role="pupil", school="gent", at=AT, seq=3)
    return space


@pytest_asyncio.fixture
async def house(kind: str, tmp_path: Path) -> AsyncIterator[House]:
    async with fresh_url(kind, tmp_path, metadata) as url:
        store = open_store(url)
        await store.start()
        try:
            house = House(store)
            house.space = await house.write(_cast)
            yield house
        finally:
            await store.close()


async def test_a_new_space_has_a_root_with_the_default_table(house: House) -> None:
    law = await house.law()
    assert (law.kind, law.owner, law.closed, set(law.members)) == ("project", None, False, {"alice", "bob", "pia"})
    root = law.places[house.space]
    assert (root.parent, root.title, root.own_table, dict(root.table or {})) == (None, "Our rivers", True, dict(places.ROOT_ROWS))
    assert law.members["pia"].school == "gent"
    assert law.members["bob"].sees_since == 2
    assert law.members["alice"].since == AT


async def test_the_tag_changes_with_the_law_and_names_it(house: House) -> None:
    before = await house.law()
    assert await house.store.read(lambda db: load.tag(db, house.space)) == before.tag
    after = await house.change(lambda db, law: None)
    assert after.tag != before.tag
    assert await house.store.read(lambda db: load.tag(db, "nowhere")) is None
    assert await house.store.read(lambda db: load.load(db, "nowhere")) is None


async def test_a_desk_has_an_owner_and_is_nobodys_space(house: House) -> None:
    desk = await house.write(lambda db: places.make_space(db, kind="desk", title="Desk", author="pia", at=AT, owner="pia"))

    def look(db: Db) -> tuple[Law | None, str | None, list[str]]:
        return load.load(db, desk), load.desk_of(db, "pia"), load.spaces_of(db, "pia")

    law, found, spaces = await house.store.read(look)
    assert found == desk
    assert spaces == [house.space]
    assert law is not None
    assert law.decide("pia", desk, Right.ADD).allowed
    assert law.decide("alice", desk, Right.READ).hidden
    assert law.members["pia"].role == "owner"


async def test_rooms_inherit_or_bring_their_own_table(house: House) -> None:
    plain = await house.room("Chat")
    starting = places.starting_rows(await house.law(), plain)
    assert starting == dict(places.ROOT_ROWS)
    closed = await house.room("Just us", rows={s: bits for s, bits in starting.items() if s != "role:guest"})
    inner = await house.room("Inside", closed)
    law = await house.law()
    assert (law.places[plain].table, law.nearest_table(plain)) == (None, house.space)
    assert law.nearest_table(inner) == closed
    assert places.starting_rows(law, inner) == {"role:teacher": 15, "role:pupil": 3}
    assert await house.store.read(lambda db: load.space_of(db, inner)) == house.space
    assert await house.store.read(lambda db: load.space_of(db, house.space)) == house.space
    assert await house.store.read(lambda db: load.space_of(db, "nowhere")) is None


async def test_a_table_is_set_and_taken_off_again(house: House) -> None:
    room = await house.room("Chat")
    law = await house.change(lambda db, law: places.set_table(db, law, room, {"role:teacher": 15, "person:pia": 1}))
    assert dict(law.places[room].table or {}) == {"role:teacher": 15, "person:pia": 1}
    assert not law.decide("pia", room, Right.ADD).allowed
    law = await house.change(lambda db, law: places.set_table(db, law, room, {}))
    assert law.places[room].table == {}
    assert law.decide("pia", room, Right.READ).hidden
    law = await house.change(lambda db, law: places.set_table(db, law, room, None))
    assert law.places[room].table is None
    assert law.decide("pia", room, Right.ADD).allowed
    law = await house.change(lambda db, law: places.set_table(db, law, house.space, {**places.ROOT_ROWS, "person:pia": 1}))
    assert [reason.code for reason in law.decide("pia", room, Right.ADD).why] == ["own_row_lacks"]


@pytest.mark.parametrize(
    ("rows", "code", "row"),
    [
        ({"role:teacher": 15, "role:pupil": 2}, "row_without_read", "role:pupil"),
        ({"person:olga": 1}, "row_unknown", "person:olga"),
        ({"role:owner": 1}, "row_unknown", "role:owner"),
        ({"everybody": 1}, "row_unknown", "everybody"),
        ({"role:pupil": 33}, "row_not_rights", "role:pupil"),
        ({"role:pupil": -1}, "row_not_rights", "role:pupil"),
    ],
)
async def test_a_senseless_table_is_refused_and_the_row_named(house: House, rows: dict[str, int], code: str, row: str) -> None:
    before = await house.law()
    error = await house.refuses(lambda db, law: places.set_table(db, law, house.space, rows), BadInput, code)
    assert error.args_ == {"row": row}
    assert error.path == f"$.rows[{len(rows) - 1}]"
    assert (await house.law()).places == before.places


async def test_tables_have_bounds_and_the_root_keeps_its_own(house: House) -> None:
    await house.refuses(lambda db, law: places.set_table(db, law, house.space, None), Conflict, "root_keeps_table")
    await house.refuses(lambda db, law: places.set_table(db, law, "nowhere", {}), NotFound, "not_found")
    many = {f"person:p{n}": 1 for n in range(places.MOST_ROWS + 1)}
    await house.refuses(lambda db, law: places.set_table(db, law, house.space, many), BadInput, "too_many_rows")


async def test_renaming_binning_and_restoring(house: House) -> None:
    room = await house.room("Chat")
    inner = await house.room("Inside", room)
    law = await house.change(lambda db, law: places.change(db, room, {"title": "Chat of all"}))
    assert law.places[room].title == "Chat of all"
    before = law
    law = await house.change(lambda db, law: places.bin(db, room, by="bob", at=AT + 1))
    assert (law.places[room].binned, law.places[room].binned_here) == (True, True)
    assert (law.places[inner].binned, law.places[inner].binned_here) == (True, False)
    assert law.readable("alice") == {house.space}
    assert difference(before, law)["pia"].lost == {room, inner}
    binned = law
    law = await house.change(lambda db, law: places.restore(db, room))
    assert law.readable("pia") == {house.space, room, inner}
    assert difference(binned, law)["pia"].found_or_changed == {room, inner}
    await house.refuses(lambda db, law: places.bin(db, house.space, by="alice", at=AT), Conflict, "root_stays")


async def test_a_space_is_closed_and_reopened_once(house: House) -> None:
    law = await house.change(lambda db, law: places.close(db, house.space, at=AT + 9))
    assert law.closed_at == AT + 9
    await house.refuses(lambda db, law: places.close(db, house.space, at=AT), Conflict, "closed")
    law = await house.change(lambda db, law: places.reopen(db, house.space))
    assert not law.closed
    await house.refuses(lambda db, law: places.reopen(db, house.space), Conflict, "not_closed")


async def test_a_tree_is_at_most_twelve_deep(house: House) -> None:
    parent = house.space
    for depth in range(places.DEEPEST):
        parent = await house.room(f"Level {depth + 1}", parent)
    with pytest.raises(Conflict) as caught:
        await house.room("Too deep", parent)
    assert caught.value.kind == "too_deep"
    assert parent in (await house.law()).readable("pia")


async def test_a_space_holds_at_most_a_thousand_places(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "MOST_PLACES", 3)
    await house.room("Second")
    third = await house.room("Third")
    await house.change(lambda db, law: places.bin(db, third, by="alice", at=AT))
    with pytest.raises(Conflict) as caught:
        await house.room("Fourth")
    assert caught.value.kind == "too_many_places"


async def test_a_place_is_made_only_inside_this_space(house: House) -> None:
    other = await house.write(lambda db: places.make_space(db, kind="project", title="Another", author="olga", at=AT))
    with pytest.raises(NotFound):
        await house.room("Smuggled", other)
    with pytest.raises(BadInput):
        await house.room("Odd", rows={"role:pupil": 2})


async def test_leaving_and_coming_back(house: House) -> None:
    law = await house.change(lambda db, law: places.set_table(db, law, house.space, {**places.ROOT_ROWS, "person:pia": 1}))
    before = law
    law = await house.change(lambda db, law: members.remove_member(db, law, "pia", at=AT + 1))
    assert "pia" not in law.members
    assert difference(before, law)["pia"].gone
    assert await house.store.read(lambda db: load.spaces_of(db, "pia")) == []
    await house.refuses(lambda db, law: members.remove_member(db, law, "pia", at=AT), NotFound, "not_found")
    rows = dict(law.places[house.space].table or {})
    await house.change(lambda db, law: places.set_table(db, law, house.space, rows))
    law = await house.change(
        lambda db, law: members.add_member(db, house.space, person="pia", role="pupil", school="batumi", at=AT + 2, seq=40)
    )
    standing = law.members["pia"]
    assert (standing.school, standing.since, standing.sees_since, standing.administrator) == ("batumi", AT + 2, 40, False)
    assert not law.decide("pia", house.space, Right.ADD).allowed
    await house.refuses(
        lambda db, law: members.add_member(db, house.space, person="pia", role="pupil", at=AT, seq=41), Conflict, "already_member"
    )


async def test_a_space_never_loses_its_last_administrator(house: House) -> None:
    await house.refuses(lambda db, law: members.remove_member(db, law, "alice", at=AT), Conflict, "last_administrator")
    await house.refuses(lambda db, law: members.change_member(db, law, "alice", administrator=False), Conflict, "last_administrator")
    await house.change(lambda db, law: members.change_member(db, law, "bob", administrator=True))
    law = await house.change(lambda db, law: members.remove_member(db, law, "alice", at=AT))
    assert [standing.person for standing in law.members.values() if standing.administrator] == ["bob"]
    await house.refuses(
        lambda db, law: members.change_member(db, law, "bob", role="pupil", administrator=False), Conflict, "last_administrator"
    )


async def test_the_mark_of_an_administrator_is_for_adults_and_guests_have_no_school(house: House) -> None:
    await house.refuses(lambda db, law: members.change_member(db, law, "pia", administrator=True), Conflict, "administrator_must_be_adult")
    await house.refuses(lambda db, law: members.change_member(db, law, "alice", role="pupil"), Conflict, "administrator_must_be_adult")
    await house.refuses(lambda db, law: members.change_member(db, law, "bob", role="guest"), Conflict, "guest_has_no_school")
    await house.refuses(lambda db, law: members.change_member(db, law, "olga", role="guest"), NotFound, "not_found")
    await house.refuses(
        lambda db, law: members.add_member(db, house.space, person="milo", role="pupil", administrator=True, at=AT, seq=5),
        Conflict,
        "administrator_must_be_adult",
    )
    law = await house.change(lambda db, law: members.change_member(db, law, "bob", role="guest", school=None, administrator=True))
    assert (law.members["bob"].role, law.members["bob"].administrator, law.members["bob"].school) == ("guest", True, None)


async def test_what_is_not_named_stays_when_a_member_changes(house: House) -> None:
    law = await house.change(lambda db, law: members.change_member(db, law, "pia", role="teacher"))
    standing = law.members["pia"]
    assert (standing.role, standing.school, standing.administrator, standing.sees_since) == ("teacher", "gent", False, 3)


async def test_sees_since_is_raised_for_those_named(house: House) -> None:
    law = await house.change(lambda db, law: members.raise_sees_since(db, house.space, {"pia", "bob"}, 77))
    assert {person: standing.sees_since for person, standing in law.members.items()} == {"alice": 1, "bob": 77, "pia": 77}
    assert (await house.change(lambda db, law: members.raise_sees_since(db, house.space, [], 99))).members == law.members
