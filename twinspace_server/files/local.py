"""Files on the machine's own disk: written beside, synced, renamed, and the folder synced too.

So after a power cut a file is there whole or not at all. One process or several may share the directory.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from pathlib import Path

import aiofiles

from twinspace_server.files.promise import CHUNK, Missing, folded, full
from twinspace_server.storage.lasting import sync_directory

INCOMING = ".incoming"


class LocalFiles:
    """A directory of files, `root/ab/cd/abcd….`"""

    name = "local"

    def __init__(self, root: Path) -> None:
        self.root = root
        self.room = root / INCOMING

    async def start(self) -> None:
        self.room.mkdir(mode=0o700, parents=True, exist_ok=True)

    async def ready(self) -> bool:
        return await asyncio.to_thread(os.access, self.room, os.W_OK)

    async def keep(self, part: Path, name: str) -> None:
        await asyncio.to_thread(self._keep, part, self.root / folded(name))

    def _keep(self, part: Path, path: Path) -> None:
        if path.exists():
            part.unlink()
            return
        try:
            with part.open("rb+") as whole:
                os.fsync(whole.fileno())
            for folder in (path.parent.parent, path.parent):
                if not folder.exists():
                    folder.mkdir(mode=0o700, exist_ok=True)
                    sync_directory(folder.parent)
            os.replace(part, path)
            sync_directory(path.parent)
        except OSError as error:
            raise full(error) from error

    async def size(self, name: str) -> int | None:
        try:
            return (await asyncio.to_thread(os.stat, self.root / folded(name))).st_size
        except FileNotFoundError:
            return None

    async def read(self, name: str, start: int = 0, stop: int | None = None) -> AsyncIterator[bytes]:
        try:
            handle = await aiofiles.open(self.root / folded(name), "rb", buffering=0)
        except FileNotFoundError as error:
            raise Missing from error
        try:
            if start:
                await handle.seek(start)
            left = stop - start if stop is not None else 2**62
            while left > 0 and (piece := await handle.read(min(CHUNK, left))):
                left -= len(piece)
                yield piece
        finally:
            await handle.close()

    async def drop(self, name: str) -> None:
        path = self.root / folded(name)
        with suppress(FileNotFoundError):
            await asyncio.to_thread(path.unlink)

    async def names(self) -> AsyncIterator[str]:
        for several in await asyncio.to_thread(lambda: list(self._folders())):
            for name in await asyncio.to_thread(os.listdir, several):
                yield name

    def _folders(self) -> Iterator[Path]:
        for outer in self.root.iterdir():
            if outer.is_dir() and len(outer.name) == 2:
                yield from (inner for inner in outer.iterdir() if inner.is_dir())
