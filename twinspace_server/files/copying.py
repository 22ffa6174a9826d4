"""All files of a store out into a directory of this machine, and back: for backups of installations whose files lie elsewhere."""

import asyncio
from pathlib import Path

import aiofiles

from twinspace_server.files.promise import FileStore, Missing, folded, part


async def bring_out(store: FileStore, directory: Path) -> int:
    """Write everything that is kept below the directory; what is dropped meanwhile is left out. Answers how many."""
    count = 0
    async for name in store.names():
        path = directory / folded(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            async with aiofiles.open(path, "wb") as out:
                async for piece in store.read(name):
                    await out.write(piece)
        except Missing:
            path.unlink()
            continue
        count += 1
    return count


async def bring_in(store: FileStore, directory: Path) -> int:
    """Keep everything below the directory under its name."""
    await store.start()
    count = 0
    for path in await asyncio.to_thread(lambda: [one for one in sorted(directory.rglob("*")) if one.is_file()]):
        async with part(store.room) as copy, aiofiles.open(path, "rb") as source:
            while piece := await source.read(256 * 1024):
                await copy.write(piece)
            await copy.finish()
            await store.keep(copy.path, path.name)
        count += 1
    return count
