"""What a file store promises, wherever the bytes lie, and how a file on its way in is written.

A name is made of the content's SHA-256 (`fresh_name`), so a name never stands for two contents, and what is kept is never changed,
only dropped. Whoever calls decides what is named by whom; a store knows no sizes, types or limits.
"""

import asyncio
import errno
import hashlib
import os
import re
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

import aiofiles

from twinspace_server.errors import NoRoom

CHUNK = 256 * 1024
"""Read and written at once: with smaller pieces the hops between threads cost more than the disk."""
_NAME = re.compile(r"[0-9a-f]{64}(-[0-9a-z]{1,16}){1,2}")


class Missing(Exception):
    """Nothing is kept under that name."""


class FileStore(Protocol):
    """Bytes by name. Everything here may be called by several processes at once."""

    name: str
    """`local` or `s3`."""
    room: Path
    """A directory of this machine for files on their way in; `part` writes there."""

    async def start(self) -> None:
        """Makes what is missing; raises `storage.CannotStart`-like sentences as OSError."""
        ...

    async def ready(self) -> bool:
        """The store answers now."""
        ...

    async def keep(self, part: Path, name: str) -> None:
        """Takes a finished part over: whole under its name when this returns, and there after a power cut, or not at all. Raises NoRoom.

        What is there already stays as it is. The part is gone afterwards.
        """
        ...

    async def size(self, name: str) -> int | None:
        """How many bytes are kept under the name; None for nothing."""
        ...

    def read(self, name: str, start: int = 0, stop: int | None = None) -> AsyncIterator[bytes]:
        """The bytes from `start` up to `stop` (not with it), in pieces of at most `CHUNK`. Raises Missing before the first piece."""
        ...

    async def drop(self, name: str) -> None:
        """Forgets it; what isn't there is no error."""
        ...

    def names(self) -> AsyncIterator[str]:
        """All that is kept, in no order."""
        ...


def fresh_name(sha256: str) -> str:
    """A name for this content that was never used before: what is being dropped under an older one is not in its way."""
    return f"{sha256}-{secrets.token_hex(4)}"


def beside(name: str, what: str) -> str:
    """The name of something made from a content (`320` for a thumbnail of that width)."""
    return f"{name}-{what}"


def checked(name: str) -> str:
    """The name, if it can be one: nothing that somebody types ever becomes a path."""
    if _NAME.fullmatch(name) is None:
        raise ValueError("not the name of a kept file")
    return name


def folded(name: str) -> str:
    """Where it lies below the store's root: in folders of two letters, so that none of them grows long."""
    return f"{checked(name)[:2]}/{name[2:4]}/{name}"


class Part:
    """A file that is coming in. Pieces are gathered and written `CHUNK` by `CHUNK`, and hashed beside that."""

    def __init__(self, path: Path, handle: Any) -> None:
        self.path = path
        self.size = 0
        self._handle = handle
        self._digest = hashlib.sha256()
        self._pieces: list[bytes] = []
        self._waiting = 0

    async def write(self, piece: bytes) -> None:
        """Take some bytes. Raises NoRoom when the disk is full."""
        self._pieces.append(piece)
        self._waiting += len(piece)
        self.size += len(piece)
        if self._waiting >= CHUNK:
            await self._flush()

    async def finish(self) -> str:
        """Everything is on the disk; answers the SHA-256 in hex."""
        await self._flush()
        try:
            await self._handle.flush()
            await asyncio.to_thread(os.fsync, self._handle.fileno())
        except OSError as error:
            raise full(error) from error
        return self._digest.hexdigest()

    async def _flush(self) -> None:
        if not self._pieces:
            return
        piece, self._pieces, self._waiting = b"".join(self._pieces), [], 0
        hashed = asyncio.to_thread(self._digest.update, piece)
        try:
            await asyncio.gather(self._handle.write(piece), hashed)
        except OSError as error:
            raise full(error) from error


@asynccontextmanager
async def part(room: Path) -> AsyncIterator[Part]:
    """A new part in this directory; whatever is left of it afterwards goes."""
    path = room / f"{secrets.token_hex(12)}.part"
    try:
        handle = await aiofiles.open(path, "xb")
    except OSError as error:
        raise full(error) from error
    try:
        try:
            yield Part(path, handle)
        finally:
            with suppress(OSError):
                await handle.close()
    finally:
        path.unlink(missing_ok=True)


async def hash_of(path: Path) -> tuple[str, int]:
    """SHA-256 and size of a file of this machine, read piece by piece."""

    def read() -> tuple[str, int]:
        with path.open("rb") as handle:
            return hashlib.file_digest(handle, "sha256").hexdigest(), handle.tell()

    return await asyncio.to_thread(read)


def full(error: OSError) -> Exception:
    """A full disk as what a person is told; every other error stays what it is."""
    return NoRoom() if error.errno in (errno.ENOSPC, errno.EDQUOT) else error


def clear_out(room: Path, older_than: float) -> int:
    """Drops parts that nobody writes any more (of a process that was killed), by the time in seconds; answers how many."""
    gone = 0
    for left in room.glob("*.part*"):
        with suppress(OSError):
            if left.stat().st_mtime < older_than:
                left.unlink()
                gone += 1
    return gone
