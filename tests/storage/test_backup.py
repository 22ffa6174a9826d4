"""Backup and restore: from either database, into either, while somebody writes, and what a damaged file does."""

import asyncio
import io
import json
import sqlite3
import tarfile
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import insert, select

from tests.databases import KINDS, fresh_url
from twinspace_server import app, identity, ids, unread  # noqa: F401 - app knows every table
from twinspace_server.channels.chat import messages
from twinspace_server.law.places import places, spaces
from twinspace_server.live import log
from twinspace_server.storage import backup, migrate, open_store
from twinspace_server.storage.store import CannotStart, Db, Lock, Unit

LEFT_OUT = frozenset({"sessions", "presence", "log"})
FRESH: dict[tuple[str, str], Callable[[], str]] = {("log_heads", "tag"): ids.tag}


@pytest_asyncio.fixture
async def source(kind: str, tmp_path: Path) -> AsyncIterator[str]:
    (tmp_path / "source").mkdir()
    async with fresh_url(kind, tmp_path / "source") as url:
        await asyncio.to_thread(migrate.upgrade, url)
        yield url


@pytest_asyncio.fixture(params=KINDS)
async def target(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    (tmp_path / "target").mkdir()
    async with fresh_url(request.param, tmp_path / "target") as url:
        yield url


async def _do(url: str, work: Callable[[Db], Any]) -> Any:
    store = open_store(url)
    await store.start()
    try:
        return await store.write(Unit("house", work, law=Lock.NONE))
    finally:
        await store.close()


def _live_in(db: Db) -> None:
    """Alice, a session of hers, a room whose id sorts before its folder's, and a log that stands at 3."""
    db.execute(
        insert(identity.people),
        {"id": "alice", "username": "alice", "name": "Alice ‘Ä’ \n Vermeulen", "adult": 1, "operator": 0, "desk": "d", "language": None,
         "zone": None, "made_at": 2**53 + 1},
    )  # fmt: skip
    identity.start(db, session="s1", person="alice", kind="browser", name="tablet", now=1, until=2**60)
    db.execute(insert(spaces), {"id": "space", "kind": "project", "owner": None, "closed_at": None, "law": "tag", "policies": "{}"})
    for place, parent in (("space", None), ("z-folder", "space"), ("a-room", "z-folder")):
        db.execute(
            insert(places),
            {"id": place, "space": "space", "parent": parent, "kind": "space", "title": place, "own_table": 0, "author": "alice",
             "made_at": 1, "binned_at": None, "binned_by": None},
        )  # fmt: skip
    log.begin(db, "space")
    db.execute(log.heads.update().where(log.heads.c.space == "space"), {"seq": 3})


def _seen(db: Db) -> dict[str, Any]:
    return {
        "people": [tuple(row) for row in db.execute(select(identity.people))],
        "sessions": len(db.execute(select(identity.sessions)).fetchall()),
        "places": [tuple(row) for row in db.execute(select(places).order_by(places.c.id))],
        "heads": [tuple(row) for row in db.execute(select(log.heads))],
    }


async def _write(url: str, tmp_path: Path, name: str = "all.tar") -> Path:
    file = tmp_path / name
    await asyncio.to_thread(backup.write, url, tmp_path / "source", file, leave_out=LEFT_OUT)
    return file


async def _restore(url: str, tmp_path: Path, file: Path, replace: bool = False) -> backup.Made:
    return await asyncio.to_thread(backup.restore, url, tmp_path / "target", file, replace=replace, fresh=FRESH)


async def test_from_either_database_into_either(source: str, target: str, tmp_path: Path) -> None:
    await _do(source, _live_in)
    (tmp_path / "source" / "files" / "ab").mkdir(parents=True)
    (tmp_path / "source" / "files" / "ab" / "cd").write_bytes(b"picture")
    before = await _do(source, _seen)
    file = await _write(source, tmp_path)
    made = await _restore(target, tmp_path, file)
    after = await _do(target, _seen)
    assert after["people"] == before["people"]
    assert after["places"] == before["places"]
    assert made.files == 1
    assert (tmp_path / "target" / "files" / "ab" / "cd").read_bytes() == b"picture"
    assert await asyncio.to_thread(migrate.check, target) == []


async def test_sessions_end_and_bookmarks_mean_load_anew(source: str, target: str, tmp_path: Path) -> None:
    await _do(source, _live_in)
    before = await _do(source, _seen)
    await _restore(target, tmp_path, await _write(source, tmp_path))
    after = await _do(target, _seen)
    assert before["sessions"] == 1
    assert after["sessions"] == 0
    ((space, seq, tag),) = after["heads"]
    assert (space, seq) == ("space", 3), "numbers go on from where they were"
    assert tag != before["heads"][0][2]


async def test_an_inhabited_target_is_replaced_only_when_told(source: str, target: str, tmp_path: Path) -> None:
    await _do(source, _live_in)
    file = await _write(source, tmp_path)
    await _restore(target, tmp_path, file)
    await _do(target, lambda db: db.execute(identity.people.update().values(name="somebody else")))
    with pytest.raises(CannotStart, match="--replace"):
        await _restore(target, tmp_path, file)
    assert (await _do(target, _seen))["people"][0][2] == "somebody else"
    await _restore(target, tmp_path, file, replace=True)
    assert (await _do(target, _seen))["people"] == (await _do(source, _seen))["people"]


async def test_a_running_server_is_backed_up_but_not_overwritten(source: str, tmp_path: Path) -> None:
    await _do(source, _live_in)
    store = open_store(source)
    await store.start()
    try:
        assert await store.ready()
        file = await _write(source, tmp_path)
        with pytest.raises(CannotStart, match="Stop it first"):
            await asyncio.to_thread(backup.restore, source, tmp_path / "source", file, replace=True, fresh=FRESH)
    finally:
        await store.close()


async def test_one_moment_is_saved_while_somebody_writes(source: str, target: str, tmp_path: Path) -> None:
    """Each unit raises the counter and adds a message: in no backup may the two disagree."""
    await _do(source, _live_in)
    store = open_store(source)
    await store.start()
    begun, stop = asyncio.Event(), asyncio.Event()

    def say(number: int) -> Callable[[Db], None]:
        def unit(db: Db) -> None:
            log.raise_counter(db, "space", ids.tag())
            known = {column.name: (f"m{number}" if str(column.type) == "TEXT" else number) for column in messages.columns}
            db.execute(insert(messages), {**known, "place": "room"})

        return unit

    async def write() -> int:
        number = 0
        while not stop.is_set():
            number += 1
            await store.write(Unit("space", say(number)))
            begun.set()
        return number

    writing = asyncio.create_task(write())
    try:
        await begun.wait()
        files = [await _write(source, tmp_path, f"{n}.tar") for n in range(3)]
        stop.set()
        assert await writing > 3
    finally:
        stop.set()
        await store.close()
    for file in files:
        await _restore(target, tmp_path, file, replace=True)

        def counted(db: Db) -> tuple[int, int]:
            return len(db.execute(select(messages.c.id)).fetchall()), db.execute(select(log.heads.c.seq)).scalar_one()

        said, number = await _do(target, counted)
        assert said == number - 3
        assert said > 0


@pytest.fixture
def plain(tmp_path: Path) -> tuple[str, Path]:
    """A SQLite installation and its backup."""
    url = f"sqlite:///{tmp_path}/source/twinspace.sqlite"
    migrate.upgrade(url)
    with sqlite3.connect(f"{tmp_path}/source/twinspace.sqlite") as connection:
        connection.execute("INSERT INTO log_heads VALUES ('space', 3, 'tag')")
    connection.close()
    backup.write(url, tmp_path / "source", tmp_path / "all.tar", leave_out=LEFT_OUT)
    return url, tmp_path / "all.tar"


def test_a_backup_is_private_whole_and_never_overwrites(plain: tuple[str, Path], tmp_path: Path) -> None:
    url, file = plain
    assert file.stat().st_mode & 0o077 == 0
    with pytest.raises(CannotStart, match="never overwrites"):
        backup.write(url, tmp_path, file)
    with pytest.raises(CannotStart, match="does not exist"):
        backup.write(url, tmp_path, tmp_path / "nowhere" / "all.tar")
    with pytest.raises(CannotStart, match="no database"):
        backup.write(f"sqlite:///{tmp_path}/nothing.sqlite", tmp_path, tmp_path / "other.tar")
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".twinspace-backup")]


def test_it_can_be_read_without_us(plain: tuple[str, Path]) -> None:
    with tarfile.open(plain[1]) as tar:
        manifest = json.loads((tar.extractfile("manifest.json") or io.BytesIO()).read())
        columns, row = (tar.extractfile("tables/log_heads.jsonl") or io.BytesIO()).read().splitlines()
        names = set(tar.getnames())
    assert manifest["format"] == backup.FORMAT
    assert (json.loads(columns), json.loads(row)) == (["space", "seq", "tag"], ["space", 3, "tag"])
    assert not names & {f"tables/{name}.jsonl" for name in LEFT_OUT}


def _changed(file: Path, change: Callable[[str, bytes], bytes | None]) -> Path:
    """A copy of the backup in which `change` gives each member its new content, or drops it."""
    other = file.with_name("changed.tar")
    with tarfile.open(file) as tar, tarfile.open(other, "w") as out:
        for member in tar.getmembers():
            content = change(member.name, (tar.extractfile(member) or io.BytesIO()).read())
            if content is not None:
                member.size = len(content)
                out.addfile(member, io.BytesIO(content))
    return other


def _manifest(content: bytes, **values: Any) -> bytes:
    return json.dumps({**json.loads(content), **values}).encode()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda name, content: content.replace(b"3", b"4") if "log_heads" in name else content, "damaged"),
        (lambda name, content: None if "log_heads" in name else content, "damaged"),
        (lambda name, content: None if name == "manifest.json" else content, "no backup"),
        (lambda name, content: b"{}" if name == "manifest.json" else content, "no backup"),
        (lambda name, content: _manifest(content, format=99) if name == "manifest.json" else content, "format 99"),
        (lambda name, content: _manifest(content, revision="9999") if name == "manifest.json" else content, "newer"),
    ],
    ids=["a changed row", "a lost table", "no manifest", "an empty manifest", "another format", "a newer revision"],
)
def test_a_damaged_file_changes_nothing(
    plain: tuple[str, Path], tmp_path: Path, change: Callable[[str, bytes], bytes | None], says: str
) -> None:
    target = tmp_path / "target" / "twinspace.sqlite"
    with pytest.raises(CannotStart, match=says):
        backup.restore(f"sqlite:///{target}", target.parent, _changed(plain[1], change))
    assert not target.exists()


async def test_a_damaged_file_does_not_touch_what_is_there(source: str, tmp_path: Path) -> None:
    await _do(source, _live_in)
    before = await _do(source, _seen)
    damaged = _changed(await _write(source, tmp_path), lambda name, content: content.replace(b"alice", b"alicf"))
    with pytest.raises(CannotStart, match="damaged"):
        await asyncio.to_thread(backup.restore, source, tmp_path / "source", damaged, replace=True, fresh=FRESH)
    assert await _do(source, _seen) == before


def test_what_is_no_tar_at_all_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.tar").write_bytes(b"hello" * 1000)
    with pytest.raises(CannotStart, match="no backup"):
        backup.restore(f"sqlite:///{tmp_path}/t/twinspace.sqlite", tmp_path / "t", tmp_path / "x.tar")
    with pytest.raises(CannotStart, match="can't be read"):
        backup.restore(f"sqlite:///{tmp_path}/t/twinspace.sqlite", tmp_path / "t", tmp_path / "gone.tar")


def test_files_can_not_lead_out_of_their_directory(plain: tuple[str, Path], tmp_path: Path) -> None:
    evil = tmp_path / "evil.tar"
    with tarfile.open(plain[1]) as tar, tarfile.open(evil, "w") as out:
        for member in tar.getmembers():
            out.addfile(member, tar.extractfile(member))
        out.addfile(tarfile.TarInfo("files/../../escaped"), io.BytesIO())
    with pytest.raises(CannotStart, match="outside"):
        backup.restore(f"sqlite:///{tmp_path}/target/twinspace.sqlite", tmp_path / "target", evil)
    assert not (tmp_path / "escaped").exists()
