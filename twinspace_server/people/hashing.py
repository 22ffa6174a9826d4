"""Hashing beside the server: children that do nothing else, behind everything that the machine has to do (safety S12).

A flood of sign-ins keeps every core busy with hashes, and the chat must go before. A thread of the server can stand low, too, but it needs
the interpreter's lock when it comes to an end, and may then be kept waiting while it holds it; a child of its own holds nothing up.
(`benchmarks/sign_in_flood` is there to say what that is worth.) `Beside` has the two methods of `argon2.PasswordHasher` that `passwords`
calls, in its threads; each thread has a child, begun when it is needed and gone when nobody came for a minute.

A hash takes 64 MiB. Handed back each time, they cost a quarter of the hash in the kernel, which gives way to nobody: the child keeps them.
"""

import os
import select
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import argon2
import msgspec

CHILD = "from twinspace_server.people import hashing; hashing.main()"
NICENESS = 15
IDLE = 60.0
"""Seconds after which a child that was asked nothing ends, and its memory is free again."""
KEEPING = {"MALLOC_MMAP_MAX_": "0", "MALLOC_TRIM_THRESHOLD_": str(1 << 30)}
"""What tells glibc's allocator to keep what was freed; others know other names, and hand it back."""


class Gone(Exception):
    """The child ended before it answered; the next question gets another one."""


class _Child:
    """One process, asked one thing at a time."""

    def __init__(self) -> None:
        ours = {name: value for name, value in os.environ.items() if not name.startswith("TWINSPACE_")}
        # A group of its own: what a terminal sends to the server is not for this one; it ends when the server closes the pipe. (No session
        # of its own: Linux shares the cores out between sessions first, and how low a process stands counts only within one.)
        self._process = subprocess.Popen(  # noqa: S603 - this interpreter, and words from above
            [sys.executable, "-c", CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=ours | KEEPING, process_group=0,
        )  # fmt: skip

    def ask(self, *question: str) -> Any:
        """What it answers; never anything that was asked."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(msgspec.json.encode(question) + b"\n")
            self._process.stdin.flush()
            answer = self._process.stdout.readline()
        except OSError:
            answer = b""
        if not answer:
            self.end()
            raise Gone
        return msgspec.json.decode(answer)

    def end(self) -> None:
        """Let it go."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(BrokenPipeError):  # a question that the child did not live to read
                    pipe.close()


class Beside(argon2.PasswordHasher):
    """Hashes as the library does by default, in children."""

    def __init__(self) -> None:
        super().__init__()
        self._mine = threading.local()
        self._children: list[_Child] = []
        self._lock = threading.Lock()

    def hash(self, password: str | bytes, *, salt: bytes | None = None) -> str:
        """The hash to store."""
        assert isinstance(password, str)
        assert salt is None
        return str(self._ask("hash", password))

    def verify(self, hash: str | bytes, password: str | bytes) -> Any:
        """True, or `VerifyMismatchError`."""
        assert isinstance(hash, str)
        assert isinstance(password, str)
        if self._ask("verify", hash, password) is not True:
            raise argon2.exceptions.VerifyMismatchError
        return True

    def _ask(self, *question: str) -> Any:
        for last in (False, True):
            child: _Child | None = getattr(self._mine, "child", None)
            if child is None:
                child = self._mine.child = _Child()
                with self._lock:
                    self._children.append(child)
            try:
                return child.ask(*question)
            except Gone:
                self._mine.child = None
                with self._lock:
                    self._children.remove(child)
                if last:
                    raise
        raise AssertionError

    def close(self) -> None:
        """End the children; nobody asks any more."""
        with self._lock:
            children, self._children = self._children, []
        for child in children:
            child.end()


def _stand_back() -> None:
    """Behind everything else, and where there are several cores, off one of them: there the chat meets nobody."""
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    if sys.platform == "linux" and len(cores := os.sched_getaffinity(0)) > 1:
        os.sched_setaffinity(0, cores - {min(cores)})


def _questions() -> Iterator[bytes]:
    """A line each, until the pipe ends or nobody came for a while. What asks waits for the answer, so none is read ahead."""
    while sys.platform == "win32" or select.select([sys.stdin.fileno()], [], [], IDLE)[0]:
        line = sys.stdin.buffer.readline()
        if not line:
            return
        yield line


def main() -> None:
    """The child: a question a line, an answer a line."""
    _stand_back()
    hasher = argon2.PasswordHasher()
    for line in _questions():
        match msgspec.json.decode(line):
            case ["hash", str(password)]:
                answer: Any = hasher.hash(password)
            case ["verify", str(stored), str(password)]:
                try:
                    answer = hasher.verify(stored, password)
                except (argon2.exceptions.VerificationError, argon2.exceptions.InvalidHashError):
                    answer = False
            case _:
                answer = None
        sys.stdout.buffer.write(msgspec.json.encode(answer) + b"\n")
        sys.stdout.buffer.flush()
