"""What `store.py` promises, held against both databases."""

import asyncio
import inspect
import time
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import IntegrityError

from tests.storage.tables import (
    add_line,
    add_space,
    all_lines,
    count_lines,
    counter,
    line,
    lines,
    raise_counter,
    said,
    say,
    set_space,
    spaces,
)
from twinspace_server import errors
from twinspace_server.storage import open_store
from twinspace_server.storage.postgres import PostgresStore
from twinspace_server.storage.sqlite import SqliteStore
from twinspace_server.storage.store import CannotStart, Db, Lock, Store, Unit


@pytest.mark.parametrize("kind_of_store", [SqliteStore, PostgresStore])
def test_it_has_the_methods_of_the_promise_and_no_others(kind_of_store: type) -> None:
    def public(thing: type) -> dict[str, list[str]]:
        return {name: [*inspect.signature(fn).parameters] for name, fn in inspect.getmembers(thing, inspect.isfunction) if name[0] != "_"}

    assert public(kind_of_store) == public(Store)


async def test_a_unit_answers_what_run_returned_after_it_was_committed(store: Store, url: str) -> None:
    assert await store.write(Unit("bridge", lambda db: say(db, "bridge", "Hoi!"))) == 1
    assert await store.read(lambda db: said(db, "bridge")) == ["Hoi!"]


async def test_an_exception_undoes_the_unit_and_is_raised(store: Store) -> None:
    def run(db: Db) -> None:
        say(db, "bridge", "Hoi!")
        raise errors.NotAllowed()

    with pytest.raises(errors.NotAllowed):
        await store.write(Unit("bridge", run))
    assert await store.read(lambda db: said(db, "bridge")) == []


@pytest.mark.parametrize("fails", ["before it writes", "after it wrote", "in the database", "in Core", "having gone on"])
async def test_one_failing_unit_among_many_harms_no_other(store: Store, fails: str) -> None:
    def bad(db: Db) -> None:
        assert counter.one(db, {"space": "bridge"}) is not None
        if fails == "before it writes":
            raise errors.NotFound()
        say(db, "bridge", "never")
        if fails == "in the database":
            add_line(db, {"space": "bridge", "seq": 1, "text": "same number", "reply_to": None})
        if fails == "in Core":
            db.execute(insert(lines).values(space="bridge", seq=1, text="same number"))
        if fails == "having gone on":
            try:
                add_line(db, {"space": "bridge", "seq": 1, "text": "same number", "reply_to": None})
            except IntegrityError:
                return
        raise errors.NotAllowed()

    heard: list[Any] = []
    store.on_commit = heard.extend
    units: list[Unit[Any]] = [line("bridge", f"line {n}") for n in range(40)]
    units[0] = Unit("bridge", lambda db: say(db, "bridge", "first"))
    units[20] = units[33] = Unit("bridge", bad)
    answers = await asyncio.gather(*[store.write(unit) for unit in units], return_exceptions=True)
    kinds: dict[str, type[Exception]] = {
        "before it writes": errors.NotFound,
        "in the database": IntegrityError,
        "in Core": IntegrityError,
        "having gone on": RuntimeError,
    }
    assert [number for number, answer in enumerate(answers) if isinstance(answer, Exception)] == [20, 33]
    assert isinstance(answers[20], kinds.get(fails, errors.NotAllowed))
    assert len(await store.read(lambda db: said(db, "bridge"))) == 38
    assert sorted(number for _, number in heard) == list(range(1, 39)), "each committed entry exactly once, none of what was undone"


async def test_on_commit_hears_of_everything_in_order_and_before_anybody_is_answered(store: Store) -> None:
    story: list[Any] = []
    store.on_commit = story.extend

    async def one(number: int) -> None:
        story.append(("answered", await store.write(Unit("bridge", lambda db: say(db, "bridge", f"line {number}")))))

    await asyncio.gather(*[one(number) for number in range(100)])
    numbers = [number for what, number in story if what == "bridge"]
    assert numbers == list(range(1, 101))
    for number in numbers:
        assert story.index(("bridge", number)) < story.index(("answered", number))


async def test_an_on_commit_that_fails_keeps_nobody_waiting(store: Store) -> None:
    def fail(entries: list[Any]) -> None:
        raise RuntimeError("a bug in the hub")

    store.on_commit = fail
    assert await store.write(Unit("bridge", lambda db: say(db, "bridge", "Hoi!"))) == 1


async def test_waiting_units_share_commits(store: Store) -> None:
    commits: list[int] = []
    store.on_commit = lambda entries: commits.append(len(entries))
    await asyncio.gather(*[store.write(line("bridge", f"line {n}")) for n in range(200)])
    assert sum(commits) == 200
    assert len(commits) <= 10


async def test_a_cancelled_caller_leaves_whole_units_only(store: Store) -> None:
    async def one(number: int) -> int:
        return await store.write(Unit("bridge", lambda db: say(db, "bridge", f"line {number}")))

    tasks = [asyncio.create_task(one(number)) for number in range(300)]
    for number, task in enumerate(tasks):
        if number % 3:
            await asyncio.sleep(0)
            task.cancel()
    answers = await asyncio.gather(*tasks, return_exceptions=True)
    answered = {number for number in answers if isinstance(number, int)}
    # The lane is a queue: when this is answered, all of the above is committed.
    last = await store.write(Unit("bridge", lambda db: say(db, "bridge", "last")))
    written = await store.read(lambda db: said(db, "bridge"))
    assert len(written) == last
    assert answered <= set(range(1, last))
    again = await store.write(Unit("bridge", lambda db: say(db, "bridge", "it still works")))
    assert again == last + 1


async def test_a_cancelled_reader_leaves_a_store_that_works(store: Store) -> None:
    async def one() -> None:
        await store.read(lambda db: [counter(db, {"space": "bridge"}) for _ in range(20)])

    tasks = [asyncio.create_task(one()) for _ in range(60)]
    for number, task in enumerate(tasks):
        await asyncio.sleep(0.001)
        if number % 2:
            task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert await asyncio.wait_for(store.read(lambda db: said(db, "bridge")), 5) == []


async def test_a_reader_sees_one_moment_and_cannot_write(store: Store) -> None:
    await store.write(Unit("bridge", lambda db: say(db, "bridge", "before")))
    steps: list[int] = []
    meanwhile: list[asyncio.Task[int]] = []

    def read(db: Db) -> list[str]:
        before = said(db, "bridge")
        meanwhile.append(asyncio.get_running_loop().create_task(store.write(line("bridge", "meanwhile"))))
        until = time.monotonic() + 20
        while time.monotonic() < until:
            # Each statement lets the loop run, and so the writer.
            steps.append(len(all_lines(db, {"space": "bridge"})))
            if meanwhile[0].done():
                break
        assert meanwhile[0].done()
        assert said(db, "bridge") == before
        return before

    assert await store.read(read) == ["before"]
    assert set(steps) == {1}
    assert await store.read(lambda db: said(db, "bridge")) == ["before", "meanwhile"]
    with pytest.raises(RuntimeError, match="tried to write"):
        await store.read(lambda db: add_space(db, {"id": "x", "seq": 0}))
    with pytest.raises(RuntimeError, match="tried to write"):
        await store.read(lambda db: db.execute(insert(spaces).values(id="x", seq=0)))
    assert await store.read(lambda db: said(db, "bridge")) == ["before", "meanwhile"]


async def test_core_and_hot_statements_share_the_units_transaction(store: Store) -> None:
    def run(db: Db) -> list[Any]:
        db.execute(insert(lines).values(space="bridge", seq=1, text="by Core"))
        add_line(db, {"space": "bridge", "seq": 2, "text": "hot", "reply_to": 1})
        both = select(lines.c.seq, lines.c.reply_to).where(lines.c.seq.in_([1, 2])).order_by(lines.c.seq)
        return [tuple(row) for row in db.execute(both)]

    assert await store.write(Unit("bridge", run)) == [(1, None), (2, 1)]
    assert await store.read(lambda db: db.execute(select(lines.c.text).order_by(lines.c.seq)).scalars().all()) == ["by Core", "hot"]
    assert await store.read(count_lines.one) == (2,)


async def test_what_is_put_off_is_committed_with_the_unit_and_fails_with_it(store: Store) -> None:
    def unit(words: str) -> Unit[None]:
        def run(db: Db) -> None:
            number = raise_counter(db, {"space": "bridge"})[0][0]
            add_line.put_off(db, {"space": "bridge", "seq": number, "text": words, "reply_to": None})

        return Unit("bridge", run)

    await asyncio.gather(*[store.write(unit(f"line {n}")) for n in range(50)])
    assert len(await store.read(lambda db: said(db, "bridge"))) == 50
    words = ["new 0", "new 1", "new 2", "line 1", "new 4", "new 5"]
    answers = await asyncio.gather(*[store.write(unit(each)) for each in words], return_exceptions=True)
    assert [type(answer) for answer in answers] == [type(None)] * 3 + [IntegrityError] + [type(None)] * 2
    assert len(await store.read(lambda db: said(db, "bridge"))) == 55


async def test_upsert_inserts_replaces_or_leaves(store: Store) -> None:
    def run(db: Db) -> list[Any]:
        found = [add_space.one(db, {"id": "new", "seq": 5}), add_space.one(db, {"id": "new", "seq": 6})]
        set_space(db, {"id": "new", "seq": 7})
        return [*found, counter.one(db, {"space": "new"})]

    assert await store.write(Unit("new", run)) == [("new",), None, (7,)]


async def test_the_units_clock_is_the_time_and_never_runs_backwards(store: Store) -> None:
    def run(db: Db) -> list[int]:
        return [db.now() for _ in range(1000)]

    times = await store.write(Unit("bridge", run))
    assert times == sorted(times)
    assert abs(times[0] - time.time() * 1000) < 5000
    assert await store.read(lambda db: db.now()) >= times[0]


async def test_the_broken_constraint_looks_the_same_and_names_no_value(store: Store) -> None:
    await store.write(Unit("bridge", lambda db: say(db, "bridge", "secret of pia")))
    for run in (
        lambda db: add_line(db, {"space": "rivers", "seq": 1, "text": "secret of pia", "reply_to": None}),
        lambda db: db.execute(insert(lines).values(space="rivers", seq=1, text="secret of pia")),
    ):
        with pytest.raises(IntegrityError) as failed:
            await store.write(Unit("rivers", run))
        assert "secret of pia" not in str(failed.value).split("DETAIL")[0]


async def test_waking_happens_after_the_commit_and_only_then(store: Store) -> None:
    woken: list[str] = []
    store.wakes["bell"] = lambda: woken.append("bell")

    def run(db: Db, fail: bool) -> None:
        db.wake("bell")
        db.wake("nobody")
        assert woken == []
        if fail:
            raise errors.Conflict()

    with pytest.raises(errors.Conflict):
        await store.write(Unit("bridge", lambda db: run(db, True)))
    assert woken == []
    await store.write(Unit("bridge", lambda db: run(db, False)))
    assert woken == ["bell"]


async def test_statements_are_counted(store: Store) -> None:
    before = store.statements
    await store.write(Unit("bridge", lambda db: say(db, "bridge", "Hoi!")))
    await store.read(lambda db: db.execute(select(lines)).all())
    assert store.statements - before == 3


async def test_closing_finishes_what_was_taken_and_takes_no_more(url: str) -> None:
    store = open_store(url)
    await store.start()
    await store.write(Unit("bridge", lambda db: add_space(db, {"id": "bridge", "seq": 0})))
    assert await store.ready()
    tasks = [asyncio.create_task(store.write(line("bridge", f"line {n}"))) for n in range(100)]
    await asyncio.sleep(0)
    await store.close()
    assert sorted([await task for task in tasks]) == list(range(1, 101))
    with pytest.raises(errors.Unavailable):
        await store.write(Unit("bridge", lambda db: None))
    with pytest.raises(errors.Unavailable):
        await store.read(lambda db: None)
    assert not await store.ready()
    await store.close()


async def test_stop_iteration_out_of_a_unit_is_an_error_and_not_silence(store: Store) -> None:
    with pytest.raises(RuntimeError, match="StopIteration"):
        await asyncio.wait_for(store.write(Unit("bridge", lambda db: next(iter([])))), 5)


async def test_many_spaces_and_persons_at_once(store: Store) -> None:
    names = [f"space {number}" for number in range(20)]

    def make(db: Db) -> None:
        for name in names:
            add_space(db, {"id": name, "seq": 0})

    await store.write(Unit("house", make, law=Lock.NONE))
    units = [
        line(
            names[number % 20],
            f"line {number}",
            law=Lock.EXCLUSIVE if number % 17 == 0 else Lock.SHARED,
            person=f"person {number % 7}",
            person_lock=Lock.EXCLUSIVE if number % 13 == 0 else Lock.SHARED,
        )
        for number in range(600)
    ]
    await asyncio.wait_for(asyncio.gather(*[store.write(unit) for unit in units]), 60)
    for name in names:
        assert len(await store.read(partial(said, space=name))) == 30


def test_addresses_that_make_no_sense_are_sentences(tmp_path: Path) -> None:
    for url in ("mysql://host/name", "carrier pigeon", "sqlite://", "sqlite:///:memory:"):
        with pytest.raises(CannotStart, match=r"\.$"):
            open_store(url)


async def test_the_connection_itself_counts_as_written(store: Store) -> None:
    def run(db: Db) -> bool:
        assert not db.wrote
        db.connection.execute(text("SELECT 1"))
        return db.wrote

    assert await store.write(Unit("bridge", run))


async def test_closing_waits_for_readers(url: str) -> None:
    store = open_store(url)
    await store.start()
    readers = [asyncio.create_task(store.read(lambda db: [count_lines.one(db) for _ in range(20)])) for _ in range(10)]
    await asyncio.sleep(0)
    await store.close()
    assert [await reader for reader in readers] == [[(0,)] * 20] * 10
