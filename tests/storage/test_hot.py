"""Hot statements: what can't be run without Core is refused at the first call, never done wrong."""

import pytest
from sqlalchemy import BigInteger, Column, Enum, MetaData, Table, Text, bindparam, func, insert, select, update

from tests.storage.tables import add_line, lines, said, say, spaces
from twinspace_server.storage.hot import Hot
from twinspace_server.storage.store import Db, Store, Unit

odd = Table(
    "odd",
    MetaData(),
    Column("id", Text, primary_key=True),
    Column("colour", Enum("coral", "leaf", name="colours")),
    Column("made", BigInteger, default=lambda: 1),
)


@pytest.mark.parametrize(
    ("statement", "params", "why"),
    [
        (select(lines).where(lines.c.seq.in_(bindparam("all", expanding=True))), {"all": [1]}, "list bind"),
        (insert(odd), {"id": "x"}, "default made in Python"),
        (insert(odd), {"id": "x", "made": 1, "colour": "leaf"}, "converted"),
        (select(odd.c.colour), {}, "converted"),
        (select(spaces).where(spaces.c.id == bindparam("space")), {}, "needs"),
        (select(spaces).where(spaces.c.id == bindparam("space")), {"space": "x", "other": 1}, "no place"),
    ],
)
async def test_what_needs_core_is_refused(store: Store, statement: object, params: dict[str, object], why: str) -> None:
    with pytest.raises(TypeError, match=why):
        await store.write(Unit("bridge", lambda db: Hot(statement)(db, params)))  # type: ignore[arg-type]


async def test_the_same_names_every_time(store: Store) -> None:
    add = Hot(insert(lines))

    def run(db: Db) -> None:
        add(db, {"space": "bridge", "seq": 1, "text": "one"})
        add(db, {"space": "bridge", "seq": 2, "text": "two", "reply_to": 1})

    with pytest.raises(TypeError, match="same names"):
        await store.write(Unit("bridge", run))


async def test_values_written_into_the_statement_stay(store: Store) -> None:
    high = Hot(select(lines.c.text).where(lines.c.seq > 1, lines.c.space == bindparam("space")).order_by(lines.c.seq).limit(2))

    def run(db: Db) -> list[tuple[object, ...]]:
        for number in range(5):
            say(db, "bridge", f"line {number}")
        return high(db, {"space": "bridge"})

    assert await store.write(Unit("bridge", run)) == [("line 1",), ("line 2",)]


async def test_rows_are_plain_tuples_and_none_is_none(store: Store) -> None:
    nothing = Hot(select(func.max(lines.c.seq)))

    def run(db: Db) -> list[tuple[object, ...]]:
        add_line(db, {"space": "bridge", "seq": 1, "text": "Hoi 😀\n'); --", "reply_to": None})
        return Hot(select(lines))(db)

    assert await store.read(nothing.one) == (None,)
    (row,) = await store.write(Unit("bridge", run))
    assert type(row) is tuple
    assert row == ("bridge", 1, "Hoi 😀\n'); --", None)
    assert await store.read(lambda db: said(db, "bridge")) == ["Hoi 😀\n'); --"]


async def test_an_update_sets_what_is_named_and_answers_what_it_returns(store: Store) -> None:
    rename = Hot(update(lines).where(lines.c.seq == bindparam("number")).returning(lines.c.seq, lines.c.text))

    def run(db: Db) -> list[tuple[object, ...]]:
        say(db, "bridge", "old")
        return rename(db, {"number": 1, "text": "new"}) + rename(db, {"number": 9, "text": "none"})

    assert await store.write(Unit("bridge", run)) == [(1, "new")]


async def test_one_statement_serves_writers_and_readers_of_both_databases(store: Store) -> None:
    await store.write(Unit("bridge", lambda db: say(db, "bridge", "Hoi!")))
    assert await store.read(lambda db: said(db, "bridge")) == await store.write(Unit("bridge", lambda db: said(db, "bridge"))) == ["Hoi!"]
