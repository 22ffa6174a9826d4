"""Pictures made safe and small: cleaned before anything is stored, and their thumbnails.

The file store's callers (uploads, the archive, galleries, pages) use `clean` and `thumbnails`. A picture is decoded in one of at most two
child processes (`picture_work`), never on the event loop and never in this process's memory: a bomb or a crash costs that child.
"""

import asyncio
import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import msgspec

from twinspace_server import logs
from twinspace_server.errors import BadInput, TooLarge, TwinspaceError, Unavailable
from twinspace_server.files.picture_bounds import LONG_SIDE, MOST_PIXELS, TYPES

__all__ = ["LONG_SIDE", "MOST_PIXELS", "PICTURES", "WIDTHS", "Picture", "Pictures", "clean", "thumbnail", "thumbnails"]

PICTURES = frozenset(TYPES.values())
WIDTHS = (320, 960, 1600)
# Leaks of a decoder are thrown away with the process.
WORKS_A_CHILD = 500

_log = logs.get(__name__)


class Picture(msgspec.Struct, frozen=True):
    """What came out: the media type (the same that came in) and the size in pixels, upright."""

    type: str
    width: int
    height: int


class _Child:
    """One process that works on pictures. Used by one thread at a time."""

    def __init__(self) -> None:
        # No variable of ours goes along: addresses of databases and keys of stores are none of a decoder's business.
        known = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TMPDIR", "LD_LIBRARY_PATH") if name in os.environ}
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-m", "twinspace_server.files.picture_work"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=known,
        )
        self._left = WORKS_A_CHILD

    @property
    def usable(self) -> bool:
        """Whether it runs and is not worn out."""
        return self._left > 0 and self._process.poll() is None

    def ask(self, work: bytes, seconds: float) -> dict[str, Any] | None:
        """The answer; nothing if the process died. `TimeoutError` if it had to be killed."""
        assert self._process.stdin
        assert self._process.stdout
        self._left -= 1
        late = threading.Event()

        def kill() -> None:
            late.set()
            self._process.kill()

        timer = threading.Timer(seconds, kill)
        timer.daemon = True
        timer.start()
        try:
            self._process.stdin.write(work + b"\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
        except OSError:
            line = b""
        finally:
            timer.cancel()
        if line:
            answer: dict[str, Any] = json.loads(line)
            return answer
        self.end()
        if late.is_set():
            raise TimeoutError
        return None

    @property
    def went_home(self) -> bool:
        """Whether it ended by itself, for want of work."""
        return self._process.poll() == 0

    def end(self) -> None:
        """Stop it, at once."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                pipe and pipe.close()


class Pictures:
    """The children and the queue before them. Nothing runs until the first picture comes, nor a minute after the last."""

    def __init__(self, children: int = 2, queue: int = 200, seconds: float = 30) -> None:
        """`seconds` is what one piece of work may take; more than `queue` waiting are refused."""
        self._threads = ThreadPoolExecutor(children, thread_name_prefix="pictures")
        self._free: list[_Child] = []
        self._most = children + queue
        self._waiting = 0
        self._seconds = seconds

    async def clean(self, path_in: Path, path_out: Path) -> Picture:
        """Write the picture anew at `path_out`: upright, web-sized, without metadata and whatever hung on it.

        Raises `type_not_allowed`, `picture_broken`, `picture_too_large`, `animation_too_long` or `pictures_busy`; nothing is left behind.
        """
        done = await self._do({"in": str(path_in), "out": str(path_out)}, [path_out])
        return msgspec.convert(done, Picture)

    async def thumbnails(self, path_in: Path, paths_out: Mapping[int, Path]) -> None:
        """Write WebP pictures by width in pixels; a picture that is narrower keeps its width. Raises as `clean` does."""
        outs = {str(width): str(path) for width, path in paths_out.items()}
        await self._do({"in": str(path_in), "outs": outs}, list(paths_out.values()))

    async def _do(self, work: dict[str, Any], written: list[Path]) -> dict[str, Any]:
        if self._waiting >= self._most:
            raise Unavailable(code="pictures_busy", retry_after=10)
        self._waiting += 1
        try:
            answer = await asyncio.get_running_loop().run_in_executor(self._threads, self._ask, json.dumps(work).encode())
        finally:
            self._waiting -= 1
        if "done" in answer:
            done: dict[str, Any] = answer["done"]
            return done
        for path in written:
            path.unlink(missing_ok=True)
        _log.info("picture refused", code=answer["error"], kind=answer["kind"])
        raise _refusal(answer["error"])

    def _ask(self, work: bytes) -> dict[str, Any]:
        """In a thread: hand the work to a child that is free, or to a new one; replace one that died of it."""
        answer = None
        for _ in range(2):
            child = self._free.pop() if self._free else _Child()
            if not child.usable:
                child.end()
                child = _Child()
            try:
                answer = child.ask(work, self._seconds)
            except TimeoutError:
                return {"error": "picture_too_large", "kind": "late"}
            if answer is not None:
                self._free.append(child)
                return answer
            if not child.went_home:
                break
        return {"error": "picture_broken", "kind": "died"}

    def close(self) -> None:
        """End the threads and the children."""
        self._threads.shutdown(wait=True, cancel_futures=True)
        while self._free:
            self._free.pop().end()


def _refusal(code: str) -> TwinspaceError:
    if code in {"picture_too_large", "animation_too_long"}:
        return TooLarge(code=code, most=MOST_PIXELS // 1_000_000)
    return BadInput(code=code)


_pictures = Pictures()


async def clean(path_in: Path, path_out: Path) -> Picture:
    """`Pictures.clean` with the server's own children."""
    return await _pictures.clean(path_in, path_out)


async def thumbnails(path_in: Path, paths_out: Mapping[int, Path]) -> None:
    """`Pictures.thumbnails` with the server's own children: several widths from one decoding."""
    await _pictures.thumbnails(path_in, paths_out)


async def thumbnail(path_in: Path, path_out: Path, width: int) -> None:
    """One thumbnail."""
    await _pictures.thumbnails(path_in, {width: path_out})
