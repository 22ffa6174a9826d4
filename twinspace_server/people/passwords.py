"""Passwords: Argon2id hashes (RFC 9106), made and checked in a small pool of threads, never on the event loop.

Each takes 64 MB and a core for a moment, so only a few run at once, behind everything else that the machine has to do, and only so many
may wait. Nobody but `accounts` and
`sign_in` calls this, and no password ever leaves it but as a hash.
"""

import asyncio
import base64
import contextlib
import os
import secrets
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import argon2

from twinspace_server.errors import Unavailable

T = TypeVar("T")

NICENESS = 15
"""Of the threads that hash: a flood of sign-ins must not slow those who talk (safety S12)."""


def nobodys(hasher: argon2.PasswordHasher) -> str:
    """A hash (as a PHC string) that takes as long to check as the hasher's own and that no password has: its digest is random.

    Hashing something instead would cost each start a fifth of a second.
    """
    salt, digest = (base64.b64encode(secrets.token_bytes(size)).decode().rstrip("=") for size in (hasher.salt_len, hasher.hash_len))
    costs = f"m={hasher.memory_cost},t={hasher.time_cost},p={hasher.parallelism}"
    return f"$argon2{hasher.type.name.lower()}$v={argon2.low_level.ARGON2_VERSION}${costs}${salt}${digest}"


def _step_back() -> None:
    """On Linux a thread has a niceness of its own, and those that Argon2 starts inherit it; elsewhere the number could be a process's."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICENESS)


class Passwords:
    """The pool, and the way of hashing."""

    def __init__(self, pool: int, queue: int, hasher: argon2.PasswordHasher | None = None) -> None:
        self._hasher = hasher or argon2.PasswordHasher()
        self._threads = ThreadPoolExecutor(pool, thread_name_prefix="passwords", initializer=_step_back)
        self._most = pool + queue
        self._waiting = 0
        # Checked in place of a hash that isn't there, so that an unknown name takes as long as a wrong password.
        self._nobody = nobodys(self._hasher)

    async def hash(self, password: str) -> str:
        """The hash to store."""
        return await self._run(lambda: self._hasher.hash(password))

    async def check(self, password: str, stored: str | None) -> bool:
        """Whether the password belongs to the hash. Takes its time for no hash, too."""

        def verify() -> bool:
            try:
                return self._hasher.verify(stored or self._nobody, password) and stored is not None
            except argon2.exceptions.VerificationError:
                return False

        return await self._run(verify)

    async def _run(self, work: Callable[[], T]) -> T:
        if self._waiting >= self._most:
            raise Unavailable(code="busy", retry_after=5)
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work)
        finally:
            self._waiting -= 1

    def close(self) -> None:
        """End the threads."""
        self._threads.shutdown(wait=True, cancel_futures=True)
