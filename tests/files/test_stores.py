"""What every file store promises, on the local disk and on one that speaks S3 (moto, a child of this test on a free port)."""

import asyncio
import errno
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from obstore.store import S3Store

from tests.drivers import free_port
from twinspace_server.errors import NoRoom
from twinspace_server.files import FileStore
from twinspace_server.files.copying import bring_in, bring_out
from twinspace_server.files.local import LocalFiles
from twinspace_server.files.promise import CHUNK, Missing, Part, beside, checked, clear_out, folded, fresh_name, hash_of, part
from twinspace_server.files.s3 import S3Files

SHA = "ab" * 32


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    """A store that speaks S3, with an empty bucket."""
    with free_port() as listening:
        port = listening.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            try:
                make = urllib.request.Request(f"{url}/twinspace-test", method="PUT")
                urllib.request.urlopen(make, timeout=5).close()
                break
            except OSError:
                time.sleep(0.1)
        else:
            pytest.fail("the S3 server did not start")
        yield url
    finally:
        server.terminate()
        server.wait()


@pytest_asyncio.fixture(params=["local", "s3"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[FileStore]:
    kept: FileStore
    if request.param == "local":
        kept = LocalFiles(tmp_path / "files")
    else:
        url = request.getfixturevalue("endpoint")
        kept = S3Files(f"s3://twinspace-test/{tmp_path.name}", tmp_path / "in", endpoint=url, key="k", secret="s")
    await kept.start()
    yield kept


async def keep(store: FileStore, content: bytes) -> str:
    async with part(store.room) as coming:
        for at in range(0, len(content), 70_000):
            await coming.write(content[at : at + 70_000])
        name = fresh_name(await coming.finish())
        assert coming.size == len(content)
        await store.keep(coming.path, name)
    return name


async def whole(store: FileStore, name: str, start: int = 0, stop: int | None = None) -> bytes:
    pieces = [piece async for piece in store.read(name, start, stop)]
    assert all(0 < len(piece) <= CHUNK for piece in pieces)
    return b"".join(pieces)


async def test_what_is_kept_comes_back_and_nothing_is_left_on_the_way(store: FileStore) -> None:
    content = os.urandom(900_001)
    name = await keep(store, content)
    assert await store.size(name) == len(content)
    assert await whole(store, name) == content
    assert await whole(store, name, 5, 10) == content[5:10]
    assert await whole(store, name, 300_000) == content[300_000:]
    assert await whole(store, name, 899_999, 950_000) == content[899_999:]
    assert await whole(store, name, 7, 7) == b""
    assert list(store.room.iterdir()) == []
    assert await store.ready()


async def test_what_is_not_there_says_so(store: FileStore) -> None:
    name = fresh_name(SHA)
    assert await store.size(name) is None
    with pytest.raises(Missing):
        await whole(store, name)
    await store.drop(name)


async def test_what_is_kept_is_never_changed(store: FileStore) -> None:
    name = await keep(store, b"first")
    async with part(store.room) as coming:
        await coming.write(b"other")
        await coming.finish()
        await store.keep(coming.path, name)
        assert not coming.path.exists()
    assert await whole(store, name) == b"first"


async def test_what_is_dropped_is_gone_and_may_come_again(store: FileStore) -> None:
    name = await keep(store, b"content")
    small = beside(name, "320")
    async with part(store.room) as coming:
        await coming.write(b"small")
        await coming.finish()
        await store.keep(coming.path, small)
    assert {one async for one in store.names()} == {name, small}
    await store.drop(name)
    assert await store.size(name) is None
    assert [one async for one in store.names()] == [small]
    again = await keep(store, b"content")
    assert again != name, "a name has one life: what is being dropped is in nobody's way"


async def test_many_at_once(store: FileStore) -> None:
    contents = [os.urandom(50_000 + at) for at in range(12)]
    names = await asyncio.gather(*(keep(store, content) for content in contents))
    assert [await whole(store, name) for name in names] == contents


@pytest.mark.parametrize("name", ["../../etc/passwd", "a/b", "", SHA, f"{SHA}-x/y", f"{SHA.upper()}-abc", f"{SHA}-abc\n", "." * 70])
async def test_only_names_of_ours_become_paths(store: FileStore, name: str) -> None:
    with pytest.raises(ValueError, match="not the name"):
        await store.size(name)


async def test_out_and_in_again(store: FileStore, tmp_path: Path) -> None:
    names = [await keep(store, content) for content in (b"one", b"two")]
    assert await bring_out(store, tmp_path / "out") == 2
    other = LocalFiles(tmp_path / "other")
    assert await bring_in(other, tmp_path / "out") == 2
    assert [await whole(other, name) for name in names] == [b"one", b"two"]


async def test_a_part_that_is_given_up_leaves_nothing(tmp_path: Path) -> None:
    async def give_up() -> None:
        async with part(tmp_path) as coming:
            await coming.write(b"x" * CHUNK)
            assert len(list(tmp_path.iterdir())) == 1
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await give_up()
    assert list(tmp_path.iterdir()) == []


async def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At any of the moments at which a disk can turn out to be full."""
    store = LocalFiles(tmp_path / "files")
    await store.start()

    def no_room(*_args: object, **_more: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    for what in ("fsync", "replace"):
        with monkeypatch.context() as patched:
            patched.setattr(os, what, no_room)
            with pytest.raises(NoRoom):
                await keep(store, b"content")
        assert [path for path in store.root.rglob("*") if path.is_file()] == []

    class Full:
        async def write(self, _piece: bytes) -> None:
            no_room()

    async with part(store.room) as coming:
        broken = Part(coming.path, Full())
        with pytest.raises(NoRoom):
            await broken.write(b"x" * CHUNK)


def test_parts_that_nobody_writes_any_more_go(tmp_path: Path) -> None:
    for name in ("old.part", "old.part-clean", "young.part", "other"):
        (tmp_path / name).write_bytes(b"x")
    for name in ("old.part", "old.part-clean", "other"):
        os.utime(tmp_path / name, (1000, 1000))
    assert clear_out(tmp_path, time.time() - 60) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["other", "young.part"]


async def test_names(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"content")
    sha256, size = await hash_of(tmp_path / "a")
    assert size == 7
    name = fresh_name(sha256)
    assert folded(name) == f"{name[:2]}/{name[2:4]}/{name}"
    assert checked(beside(name, "960")) == f"{name}-960"


async def test_a_store_that_is_away_is_not_ready(tmp_path: Path) -> None:
    with free_port() as listening:
        port = listening.getsockname()[1]
    away = S3Files("s3://nowhere/x", tmp_path, endpoint=f"http://127.0.0.1:{port}", key="k", secret="s")
    away._store = S3Store(
        "nowhere", endpoint=f"http://127.0.0.1:{port}", access_key_id="k", secret_access_key="s", region="us-east-1",
        client_options={"allow_http": True}, retry_config={"max_retries": 0},
    )  # fmt: skip
    assert not await away.ready()
