"""Files in a store that speaks S3 (`TWINSPACE_FILES_URL=s3://bucket/folder`), for installations of several machines.

A part is written on this machine first, as everywhere, and goes up in pieces when it is whole; what is kept is read in ranges. Without
a key in the settings the credentials come from where the machine has them (a role, the usual variables).
"""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import obstore
from obstore.exceptions import BaseError
from obstore.store import S3Store

from twinspace_server.errors import Unavailable
from twinspace_server.files.promise import CHUNK, Missing, folded


class S3Files:
    """A bucket, or a folder of one."""

    name = "s3"

    def __init__(self, url: str, room: Path, *, endpoint: str = "", region: str = "", key: str = "", secret: str = "") -> None:
        parts = urlsplit(url)
        self.room = room
        said: dict[str, Any] = {"region": region or "us-east-1"}
        if endpoint:
            said |= {"endpoint": endpoint, "virtual_hosted_style_request": False}
        if key:
            said |= {"access_key_id": key, "secret_access_key": secret}
        self._store = S3Store(
            parts.netloc, prefix=parts.path.strip("/") or None, client_options={"allow_http": endpoint.startswith("http://")},
            retry_config={"max_retries": 3, "retry_timeout": timedelta(seconds=15)}, **said,
        )  # fmt: skip

    async def start(self) -> None:
        self.room.mkdir(mode=0o700, parents=True, exist_ok=True)

    async def ready(self) -> bool:
        try:
            await obstore.list_with_delimiter_async(self._store, "00")
        except BaseError:
            return False
        return True

    async def keep(self, part: Path, name: str) -> None:
        if await self.size(name) is None:
            try:
                await obstore.put_async(self._store, folded(name), part)
            except BaseError as error:
                raise Unavailable() from error
        await asyncio.to_thread(part.unlink)

    async def size(self, name: str) -> int | None:
        try:
            return int((await obstore.head_async(self._store, folded(name)))["size"])
        except FileNotFoundError:
            return None
        except BaseError as error:
            raise Unavailable() from error

    async def read(self, name: str, start: int = 0, stop: int | None = None) -> AsyncIterator[bytes]:
        if stop is not None and stop <= start:
            return
        wanted: Any = {} if stop is None and not start else {"range": {"offset": start} if stop is None else (start, stop)}
        try:
            found = await obstore.get_async(self._store, folded(name), options=wanted)
        except FileNotFoundError as error:
            raise Missing from error
        except BaseError as error:
            raise Unavailable() from error
        try:
            async for piece in found.stream(min_chunk_size=CHUNK):
                whole = bytes(piece)
                for at in range(0, len(whole), CHUNK):
                    yield whole[at : at + CHUNK]
        except BaseError as error:
            raise Unavailable() from error

    async def drop(self, name: str) -> None:
        try:
            await obstore.delete_async(self._store, folded(name))
        except FileNotFoundError:
            return
        except BaseError as error:
            raise Unavailable() from error

    async def names(self) -> AsyncIterator[str]:
        try:
            async for several in obstore.list(self._store):
                for one in several:
                    yield str(one["path"]).rsplit("/", 1)[-1]
        except BaseError as error:
            raise Unavailable() from error
